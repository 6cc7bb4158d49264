"""A member list taken into the register: planned row by row, shown, then written as one gesture."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from db import journal, members, organizations
from db.keys import same_words, text_key
from db.records import Member
from db.store import Store
from db.values import Gender, MemberKind, MemberStatus, OrganizationKind
from desktop_app.domain.listed import ListedMember, MemberList, Problem
from desktop_app.domain.matching import IDS, Change, Register, changes, ids_differ
from desktop_app.domain.names import bare_cell_name, cell_key
from desktop_app.domain.words import STATUS_BY_WORD
from desktop_app.services.import_cells import Answers, CellNames, CellQuestion, settle_names
from desktop_app.services.members import MemberDraft, checked, draft_of, enrol_many, write_changes
from desktop_app.services.office import office, today
from desktop_app.services.organizations import cells
from desktop_app.services.progress import Progress, quiet

CREATED, UPDATED, UNCHANGED, HELD = "created", "updated", "unchanged", "held"
WRITTEN = (CREATED, UPDATED)
STEP = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of one row: created, updated, unchanged or held; `changes` are (field, kept, listed)."""

    listed: ListedMember
    kind: str
    member_id: int | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What writing a list would do. `cells` knows what each cell name means."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    cells: CellNames

    @property
    def new_cells(self) -> tuple[str, ...]:
        """Cells that will be created: those that rows to be written name."""
        named = {self.cells.meant(o.listed.cell) for o in self.outcomes if o.kind in WRITTEN and o.listed.cell}
        return tuple(name for key, name in self.cells.new.items() if key in named)

    @property
    def questions(self) -> tuple[CellQuestion, ...]:
        """Cell names that wait for an answer."""
        return tuple(self.cells.questions.values())

    def count(self, kind: str) -> int:
        """How many rows have this outcome."""
        return sum(outcome.kind == kind for outcome in self.outcomes)

    @property
    def created(self) -> int:
        return self.count(CREATED)

    @property
    def updated(self) -> int:
        return self.count(UPDATED)

    @property
    def unchanged(self) -> int:
        return self.count(UNCHANGED)

    @property
    def held(self) -> int:
        return self.count(HELD)


def plan(
    store: Store,
    listed: MemberList,
    answers: Answers | None = None,
    default_cell: str | None = None,
    progress: Progress = quiet,
) -> ImportPlan:
    """Hold a list against the register; nothing is written. `default_cell` names the cell of rows that name none."""
    rows = [row if row.cell or not default_cell else replace(row, cell=default_cell) for row in listed.rows]
    names = settle_names((row.cell for row in rows), cells(store), answers or {})
    register = Register.of(members.everyone(store, today(store).isoformat()))
    twins = own_twins(rows)
    outcomes, problems = [], list(listed.problems)
    meant: dict[int, ListedMember] = {}
    for done, row in enumerate(rows):
        if done % STEP == 0:
            progress(done, len(rows))
        outcome, reason = decide(row, register, names, twins.get((row.sheet, row.row)))
        if outcome.member_id is not None and (first := meant.setdefault(outcome.member_id, row)) is not row:
            outcome = Outcome(listed=row, kind=HELD)
            reason = "full_name", f"Trùng người với {where(first, row)}; hãy xem lại."
        outcomes.append(outcome)
        if reason:
            problems.append(Problem(sheet=row.sheet, row=row.row, field=reason[0], text=reason[1]))
    progress(len(rows), len(rows))
    order = {sheet: place for place, sheet in enumerate(dict.fromkeys(row.sheet for row in rows))}
    problems.sort(key=lambda problem: (order.get(problem.sheet or "", -1), problem.row or 0))
    return ImportPlan(outcomes=tuple(outcomes), problems=tuple(problems), cells=names)


Reason = tuple[str, str] | None


def decide(row: ListedMember, register: Register, names: CellNames, twin: str | None) -> tuple[Outcome, Reason]:
    """The outcome of one row, and (field, sentence) where a person must look."""
    held = Outcome(listed=row, kind=HELD)
    if twin:
        return held, ("full_name", twin)
    question = names.questions.get(cell_key(row.cell)) if row.cell else None
    if question:
        return held, ("cell", f"Chi bộ «{row.cell}» gần giống «{question.like[0]}»; hãy chọn là một hay là chi bộ mới.")
    match = register.match(row, names.cell_id(row.cell))
    if match.reason:
        return held, ("full_name", match.reason)
    if match.member is None:
        return Outcome(listed=row, kind=CREATED), remark(row, register)
    found = changes(row, match.member) + cell_change(row, match.member, names)
    if not found:
        return Outcome(listed=row, kind=UNCHANGED, member_id=match.member.id), None
    if match.vague:
        return held, ("birth_date", "Có người cùng tên trong chi bộ nhưng chưa đủ ngày sinh để chắc chắn; hãy xem lại.")
    return Outcome(listed=row, kind=UPDATED, member_id=match.member.id, changes=found), None


def remark(row: ListedMember, register: Register) -> Reason:
    """What to look at about a person who will be created: no cell, or the like of someone in another cell."""
    if not row.cell:
        return "cell", "Chưa ghi chi bộ; người này được nhập nhưng chưa thuộc chi bộ nào."
    elsewhere = register.elsewhere(row)
    if elsewhere is None or elsewhere.cell is None:
        return None
    return "cell", f"Đã có người cùng họ tên, ngày sinh ở chi bộ «{elsewhere.cell}»; nếu là một người, hãy sửa chi bộ."


def cell_change(row: ListedMember, person: Member, names: CellNames) -> tuple[Change, ...]:
    """The change of cell a row means, if any."""
    if not row.cell or names.meant(row.cell) == cell_key(person.cell or ""):
        return ()
    return (("cell", person.cell, row.cell),)


def own_twins(rows: Sequence[ListedMember]) -> dict[tuple[str, int], str]:
    """Rows that name someone the same list has named before, or share an id with another name: place → sentence."""
    twins: dict[tuple[str, int], str] = {}
    for name, said in IDS.items():
        for group in grouped(rows, attrgetter(name)):
            clash = len({same_words(row.full_name) for row in group}) > 1
            for row in group if clash else group[1:]:
                other = next(each for each in group if each is not row)
                what = f"{said} trùng với {where(other, row)} nhưng khác họ tên" if clash else None
                twins.setdefault(
                    (row.sheet, row.row), f"{what or 'Trùng người với ' + where(other, row)}; hãy xem lại."
                )
    for group in grouped(rows, lambda row: (same_words(row.full_name), row.birth_date, cell_key(row.cell or ""))):
        for place, row in enumerate(group[1:], 1):
            like = next((other for other in group[:place] if not told_apart(row, other)), None)
            if like is not None:
                twins.setdefault((row.sheet, row.row), f"Trùng người với {where(like, row)}; hãy xem lại.")
    return twins


def grouped(rows: Sequence[ListedMember], key: Callable[[ListedMember], Hashable]) -> list[list[ListedMember]]:
    """Groups of two rows or more with the same key, keys that are None left out, each in the list's order."""
    groups: dict[Hashable, list[ListedMember]] = defaultdict(list)
    for row in rows:
        if (value := key(row)) is not None:
            groups[value].append(row)
    return [group for group in groups.values() if len(group) > 1]


def told_apart(one: ListedMember, other: ListedMember) -> bool:
    """Whether two rows of one name are two people: without a full birth date, when both carry a different id."""
    full = one.birth_date is not None and len(one.birth_date) == 10
    return not full and ids_differ(one, other)


def where(other: ListedMember, row: ListedMember) -> str:
    """The place of another row, as seen from a row."""
    return f"dòng {other.row}" + ("" if other.sheet == row.sheet else f" của trang «{other.sheet}»")


def write(store: Store, planned: ImportPlan, source_name: str, progress: Progress = quiet) -> int | None:
    """Write a plan, held rows left out, as one gesture; its id in the journal, None when there is nothing to write."""
    new = [outcome for outcome in planned.outcomes if outcome.kind == CREATED]
    changed = [outcome for outcome in planned.outcomes if outcome.kind == UPDATED]
    if not new and not changed:
        return None
    progress(0, len(planned.outcomes))
    with store.gesture("import.members", f"Nhập danh sách {source_name}") as gesture_id:
        cell_ids = create_cells(store, planned)
        drafts = [checked(draft(outcome.listed, cell_ids, planned.cells)) for outcome in new]
        enrol_in_bulk(store, gesture_id, drafts)
        progress(len(new), len(planned.outcomes))
        for done in range(0, len(changed), STEP):
            progress(len(new) + done, len(planned.outcomes))
            update_many(store, changed[done : done + STEP], cell_ids, planned.cells)
        progress(len(planned.outcomes), len(planned.outcomes))
    return gesture_id


def create_cells(store: Store, planned: ImportPlan) -> dict[str, int]:
    """Create the new cells of a plan; cell key → id of every cell, old and new."""
    parent = office(store).organization_id
    ids = {key: cell.id for key, cell in planned.cells.known.items()}
    for name in planned.new_cells:
        key = cell_key(name)
        version = {"name": name, "match_key": key, "order_key": text_key(bare_cell_name(name)), "parent_id": parent}
        ids[key] = organizations.add(store, OrganizationKind.CELL, None, version)
    return ids


def enrol_in_bulk(store: Store, gesture_id: int, drafts: Sequence[MemberDraft]) -> None:
    """Write new people by the fast path; the journal keeps the ranges of rows made."""
    before = members.next_ids(store)
    with journal.quiet(store):
        enrol_many(store, drafts)
    for table, next_id in members.next_ids(store).items():
        journal.record_bulk(store, gesture_id, table, before[table], next_id - 1)


def draft(row: ListedMember, cell_ids: dict[str, int], names: CellNames) -> MemberDraft:
    """A listed person as a draft."""
    facts = {name: getattr(row, name) for name in MemberDraft.__dataclass_fields__ if hasattr(row, name)}
    return MemberDraft(
        **facts
        | {
            "gender": Gender(row.gender) if row.gender else None,
            "party_position": row.position,
            "status": STATUS_BY_WORD[row.status] if row.status else MemberStatus.ACTIVE,
            "cell_id": cell_ids[names.meant(row.cell)] if row.cell else None,
        }
    )


def update_many(store: Store, outcomes: Sequence[Outcome], cell_ids: dict[str, int], names: CellNames) -> None:
    """Write the changed facts of people, each once in a plan; a change of cell holds from today."""
    day = today(store).isoformat()
    found = members.page(store, [o.member_id for o in outcomes if o.member_id is not None], day)
    for outcome, before in zip(outcomes, found, strict=True):
        update(store, outcome, before, cell_ids, names, day)


def update(
    store: Store, outcome: Outcome, before: Member, cell_ids: dict[str, int], names: CellNames, day: str
) -> None:
    """Write the changed facts of one person."""
    listed = draft(outcome.listed, cell_ids, names)
    changed = {name for name, _, _ in outcome.changes}
    values = {name: getattr(listed, name) for name in changed if name not in ("position", "cell")}
    if "status" in changed:
        values["status_date"] = listed.status_date
    if changed & {"admitted_on", "official_on"} and before.kind is not MemberKind.GUEST:
        values["kind"] = None
    if "position" in changed:
        values |= {"party_position": listed.party_position, "government_position": None, "union_position": None}
    if "cell" in changed:
        values |= {"cell_id": listed.cell_id, "cell_since": day if before.cell_id else None}
    write_changes(store, before, checked(replace(draft_of(before), **values)))
