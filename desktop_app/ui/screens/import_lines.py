"""The lines a planned import is shown by: who waits, what differs, who is new, what to look at. Pure; no widgets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.values import Gender
from desktop_app.domain.dates import show_date
from desktop_app.domain.listed import ListedMember, Problem
from desktop_app.domain.matching import DATES, Change
from desktop_app.domain.names import cell_key
from desktop_app.domain.words import word
from desktop_app.exchange.columns import LABELS
from desktop_app.services.imports import (
    CREATED,
    HELD,
    LEFT_OUT,
    UNCHANGED,
    UPDATED,
    Decision,
    ImportPlan,
    Outcome,
    Place,
)
from desktop_app.ui import words
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing

FATES = {
    CREATED: "Vẫn thêm mới",
    UPDATED: "Vẫn sửa",
    UNCHANGED: "Giữ nguyên",
    HELD: "Chờ quyết định",
    LEFT_OUT: "Không nhập",
}
REFUSED = "Không nhập"
AMENDED, FILLED, AS_KEPT = "Sửa", "Điền thêm", "Giữ như trong sổ"
TONES = {AMENDED: Tone.WARN, FILLED: Tone.GOOD, AS_KEPT: Tone.QUIET}
MASKED = ("party_card_no", "old_party_card_no", "citizen_id", "old_id_no", "phone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a table: where in the file, who, and up to three texts."""

    place: str
    name: str = ""
    field: str = ""
    text: str = ""
    kept: str = ""
    fate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A row that waits for a decision or was given one; `id` is its place in the plan."""

    id: int
    outcome: Outcome
    reason: str
    cell_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """All lines of a plan, by what becomes of the rows."""

    waiting: tuple[Waiting, ...]
    changes: tuple[Line, ...]
    differing: int
    new: tuple[ListedMember, ...]
    same: tuple[ListedMember, ...]
    problems: tuple[Line, ...]


def problem_tone(line: Line) -> Tone | None:
    if line.fate in (REFUSED, FATES[HELD]):
        return Tone.BAD
    return Tone.WARN if line.fate else None


PROBLEMS = (
    Column(key="place", title="Chỗ trong tệp", value=lambda line: line.place, width=150),
    Column(key="name", title="Họ và tên", value=lambda line: line.name, width=180),
    Column(key="field", title="Mục", value=lambda line: line.field, width=104),
    Column(key="fate", title="Dòng này", value=lambda line: line.fate, width=136, tone=problem_tone),
    Column(key="text", title="Cần xem lại", value=lambda line: line.text, width=560, least=300),
)
CHANGES = (
    Column(key="place", title="Chỗ trong tệp", value=lambda line: line.place, width=150),
    Column(key="name", title="Họ và tên", value=lambda line: line.name, width=200, least=120),
    Column(key="field", title="Mục", value=lambda line: line.field, width=150, least=100),
    Column(key="kept", title="Trong sổ", value=lambda line: line.kept or words.NONE, width=210, least=120),
    Column(key="text", title="Trong tệp", value=lambda line: line.text, width=210, least=120),
    Column(
        key="fate", title="Khi nhập", value=lambda line: line.fate, width=150, tone=lambda line: TONES.get(line.fate)
    ),
)
PEOPLE = (
    Column(key="place", title="Chỗ trong tệp", value=lambda row: place_of(row), width=150),
    Column(key="name", title="Họ và tên", value=lambda row: row.full_name, width=220, least=140),
    Column(key="birth", title="Ngày sinh", value=lambda row: spoken("birth_date", row.birth_date), width=100),
    Column(key="gender", title="Giới tính", value=lambda row: spoken("gender", row.gender), width=80),
    Column(key="cell", title="Chi bộ", value=lambda row: row.cell or "", width=200, least=100),
    Column(key="position", title="Chức vụ", value=lambda row: row.position or "", width=160, least=80),
    Column(key="card", title="Số thẻ Đảng", value=lambda row: words.masked(row.party_card_no), width=110),
    Column(key="admitted", title="Vào Đảng", value=lambda row: spoken("admitted_on", row.admitted_on), width=100),
)


def in_order(rows: Sequence[Any]) -> Listing:
    """Rows held in memory, by their place."""
    return Listing(ids=range(len(rows)), fetch=lambda ids: [rows[i] for i in ids])


def lines_of(plan: ImportPlan, decisions: Mapping[Place, Decision]) -> Lines:
    """Everything a plan is shown by."""
    reasons = {(problem.sheet, problem.row): problem.text for problem in plan.problems}
    asked = {cell_key(question.listed) for question in plan.questions}

    def people(kind: str) -> tuple[ListedMember, ...]:
        return tuple(outcome.listed for outcome in plan.outcomes if outcome.kind == kind)

    return Lines(
        waiting=tuple(
            Waiting(
                id=at,
                outcome=outcome,
                reason=reasons.get(outcome.place, ""),
                cell_asked=outcome.kind == HELD and cell_key(outcome.listed.cell or "") in asked,
            )
            for at, outcome in enumerate(plan.outcomes)
            if outcome.kind == HELD or outcome.place in decisions
        ),
        changes=tuple(change_lines(plan)),
        differing=sum(1 for outcome in plan.outcomes if outcome.changes or outcome.kept),
        new=people(CREATED),
        same=people(UNCHANGED),
        problems=tuple(problem_lines(plan)),
    )


def change_lines(plan: ImportPlan) -> Iterator[Line]:
    """One line for every fact that differs, with what the mode makes of it."""
    for outcome in plan.outcomes:
        for change in outcome.changes:
            yield _change_line(outcome, change, FILLED if change[1] is None else AMENDED)
        for change in outcome.kept:
            yield _change_line(outcome, change, AS_KEPT)


def _change_line(outcome: Outcome, change: Change, fate: str) -> Line:
    field, kept, listed = change
    return Line(
        place=place_of(outcome.listed),
        name=outcome.listed.full_name,
        field=LABELS[field],
        kept=spoken(field, kept),
        text=spoken(field, listed),
        fate=fate,
    )


def problem_lines(plan: ImportPlan) -> Iterator[Line]:
    """One line for every problem, with what becomes of its row all the same."""
    known = {outcome.place: outcome for outcome in plan.outcomes}
    for problem in plan.problems:
        outcome = known.get((problem.sheet or "", problem.row or 0))
        yield Line(
            place=place_of(problem),
            name=outcome.listed.full_name if outcome else "",
            field=LABELS.get(problem.field or "", ""),
            text=problem.text,
            fate=FATES[outcome.kind] if outcome else REFUSED if problem.row else "",
        )


def place_of(found: ListedMember | Problem) -> str:
    """“Dòng 12 · Đội Cung 1”; what concerns the whole sheet or file says so."""
    if not found.sheet:
        return "Cả tệp"
    return f"Dòng {found.row} · {found.sheet}" if found.row else f"Cả trang · {found.sheet}"


def spoken(field: str, value: str | None) -> str:
    """A fact as people read it; numbers of a person only by their last signs."""
    if not value:
        return ""
    if field in DATES:
        return show_date(value)
    if field == "gender":
        return word(Gender(value))
    return words.masked(value) if field in MASKED else value
