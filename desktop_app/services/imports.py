"""A member list held against the register: planned row by row and shown; written by `write` as one gesture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db import members
from db.records import Member
from db.store import Store
from desktop_app.domain.listed import ListedMember, MemberList, Problem
from desktop_app.domain.matching import Change, Register, changes
from desktop_app.domain.names import cell_key
from desktop_app.services.access import OF_THE_OFFICE, require_whole
from desktop_app.services.import_cells import Answers, CellNames, settle_names
from desktop_app.services.import_history import ImportRun, history
from desktop_app.services.import_plan import (
    CREATED,
    HELD,
    LEAVE_OUT,
    LEFT_OUT,
    NEW_PERSON,
    UNCHANGED,
    UPDATED,
    Decision,
    Decisions,
    ImportMode,
    ImportPlan,
    Outcome,
    Place,
    Verdict,
    same_as,
)
from desktop_app.services.import_twins import own_twins, where
from desktop_app.services.import_writing import write
from desktop_app.services.office import today
from desktop_app.services.organizations import cells
from desktop_app.services.progress import Progress, quiet

__all__ = [
    "CREATED",
    "HELD",
    "LEAVE_OUT",
    "LEFT_OUT",
    "NEW_PERSON",
    "UNCHANGED",
    "UPDATED",
    "Decision",
    "Decisions",
    "ImportMode",
    "ImportPlan",
    "ImportRun",
    "Outcome",
    "Place",
    "Verdict",
    "differences",
    "history",
    "plan",
    "same_as",
    "write",
]

STEP = 500
Reason = tuple[str, str] | None
Settled = tuple[Outcome, Reason]
VAGUE = "Có người cùng tên trong chi bộ nhưng chưa đủ ngày sinh để chắc chắn; hãy xem lại."
GONE = "Người đã chọn cho dòng này không còn trong sổ; hãy chọn lại."
NO_CELL = "Chưa ghi chi bộ; người này được nhập nhưng chưa thuộc chi bộ nào."


def plan(
    store: Store,
    listed: MemberList,
    answers: Answers | None = None,
    default_cell: str | None = None,
    progress: Progress = quiet,
    *,
    mode: ImportMode = ImportMode.UPDATE,
    decisions: Decisions | None = None,
) -> ImportPlan:
    """Hold a list against the register; nothing is written.

    `answers` say what cell names mean, `default_cell` names the cell of rows that name none, `decisions` settle single
    rows; a row that two readings give to one member stays held, whatever was decided.
    """
    require_whole(store, OF_THE_OFFICE)
    rows = [row if row.cell or not default_cell else replace(row, cell=default_cell) for row in listed.rows]
    names = settle_names((row.cell for row in rows), cells(store, counted=False), answers or {})
    desk = Desk(Register.of(members.everyone(store, today(store).isoformat())), names, mode, decisions or {})
    outcomes, problems = desk.settle_all(rows, progress)
    problems = [*listed.problems, *problems]
    order = {sheet: place for place, sheet in enumerate(dict.fromkeys(row.sheet for row in rows))}
    problems.sort(key=lambda problem: (order.get(problem.sheet or "", -1), problem.row or 0))
    return ImportPlan(outcomes=tuple(outcomes), problems=tuple(problems), cells=names, mode=mode)


def differences(row: ListedMember, person: Member, names: CellNames) -> tuple[Change, ...]:
    """What a row says otherwise of a member than the register does: (field, kept, listed)."""
    return changes(row, person) + cell_change(row, person, names)


def cell_change(row: ListedMember, person: Member, names: CellNames) -> tuple[Change, ...]:
    """The change of cell a row means, if any."""
    if not row.cell or names.meant(row.cell) == cell_key(person.cell or ""):
        return ()
    return (("cell", person.cell, row.cell),)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the rows of a list are decided by."""

    register: Register
    names: CellNames
    mode: ImportMode
    decisions: Decisions

    def settle_all(self, rows: Sequence[ListedMember], progress: Progress) -> tuple[list[Outcome], list[Problem]]:
        """The outcome of every row, and what a person must look at."""
        twins = own_twins([row for row in rows if self.decided(row) != LEAVE_OUT])
        outcomes, problems = [], []
        meant: dict[int, ListedMember] = {}
        for done, row in enumerate(rows):
            if done % STEP == 0:
                progress(done, len(rows))
            outcome, reason = self.settle(row, twins.get((row.sheet, row.row)))
            member_id = outcome.member_id
            if member_id is not None and (first := meant.setdefault(member_id, row)) is not row:
                outcome = Outcome(listed=row, kind=HELD, candidates=(member_id,))
                reason = "full_name", f"Trùng người với {where(first, row)}; hãy xem lại."
            outcomes.append(outcome)
            if reason:
                problems.append(Problem(sheet=row.sheet, row=row.row, field=reason[0], text=reason[1]))
        progress(len(rows), len(rows))
        return outcomes, problems

    def decided(self, row: ListedMember) -> Decision | None:
        return self.decisions.get((row.sheet, row.row)) if self.decisions else None

    def settle(self, row: ListedMember, twin: str | None) -> Settled:
        """The outcome of one row, and (field, sentence) where a person must look."""
        decision = self.decided(row)
        if decision == LEAVE_OUT:
            return Outcome(listed=row, kind=LEFT_OUT), None
        question = self.names.questions.get(cell_key(row.cell)) if row.cell else None
        if question:
            said = f"Chi bộ “{row.cell}” gần giống “{question.like[0]}”; hãy chọn là một hay là chi bộ mới."
            return self.held(row), ("cell", said)
        if decision is not None:
            return self.as_decided(row, decision)
        if twin:
            return self.held(row), ("full_name", twin)
        return self.as_matched(row)

    def as_decided(self, row: ListedMember, decision: Decision) -> Settled:
        """What a person said the row is."""
        if decision.verdict is Verdict.NEW:
            return Outcome(listed=row, kind=CREATED), None if row.cell else ("cell", NO_CELL)
        person = self.register.by_member.get(decision.member_id or 0)
        return (self.held(row), ("full_name", GONE)) if person is None else (self.existing(row, person), None)

    def as_matched(self, row: ListedMember) -> Settled:
        """What the row is by its own words."""
        match = self.register.match(row, self.names.cell_id(row.cell))
        if match.reason:
            return self.held(row), ("full_name", match.reason)
        if match.member is None:
            return self.new(row)
        if match.vague and differences(row, match.member, self.names):
            return self.held(row), ("birth_date", VAGUE)
        return self.existing(row, match.member), None

    def held(self, row: ListedMember) -> Outcome:
        match = self.register.match(row, self.names.cell_id(row.cell))
        found = (match.member,) if match.member else match.candidates
        return Outcome(listed=row, kind=HELD, candidates=tuple(person.id for person in found))

    def new(self, row: ListedMember) -> Settled:
        """Someone new; told when the row names no cell, or the like of them is in another cell."""
        if not row.cell:
            return Outcome(listed=row, kind=CREATED), ("cell", NO_CELL)
        like = self.register.elsewhere(row)
        if like is None or like.cell is None:
            return Outcome(listed=row, kind=CREATED), None
        said = f"Đã có người cùng họ tên, ngày sinh ở chi bộ “{like.cell}”; nếu là một người, hãy sửa chi bộ."
        return Outcome(listed=row, kind=CREATED, candidates=(like.id,)), ("cell", said)

    def existing(self, row: ListedMember, person: Member) -> Outcome:
        """Someone the register has: what the mode lets be written, and what it does not."""
        found = differences(row, person, self.names)
        written = tuple(change for change in found if self.lets(change, found))
        kept = tuple(change for change in found if change not in written)
        kind = UPDATED if written else UNCHANGED
        return Outcome(listed=row, kind=kind, member_id=person.id, changes=written, kept=kept)

    def lets(self, change: Change, found: tuple[Change, ...]) -> bool:
        """Whether the mode lets a change be written; the day of a status goes with the status."""
        if self.mode is not ImportMode.FILL:
            return self.mode is ImportMode.UPDATE
        of_another = change[0] == "status_date" and any(name == "status" and old for name, old, _ in found)
        return change[1] is None and not of_another
