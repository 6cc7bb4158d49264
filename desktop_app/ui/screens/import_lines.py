"""The lines a planned import is shown by: who is new, what changes field by field, what a person must look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db.values import Gender
from desktop_app.domain.dates import show_date
from desktop_app.domain.listed import ListedMember, Problem
from desktop_app.domain.matching import DATES
from desktop_app.domain.words import word
from desktop_app.exchange.columns import LABELS
from desktop_app.services.imports import CREATED, HELD, UNCHANGED, UPDATED, ImportPlan
from desktop_app.ui import words
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing

FATES = {CREATED: "Vẫn thêm mới", UPDATED: "Vẫn sửa", UNCHANGED: "Giữ nguyên", HELD: "Chưa nhập"}
LEFT_OUT = "Không nhập"
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


PROBLEMS = (
    Column(key="place", title="Chỗ trong tệp", value=lambda line: line.place, width=150),
    Column(key="name", title="Họ và tên", value=lambda line: line.name, width=180),
    Column(key="field", title="Mục", value=lambda line: line.field, width=104),
    Column(
        key="fate",
        title="Dòng này",
        value=lambda line: line.fate,
        width=128,
        tone=lambda line: Tone.BAD if line.fate in (LEFT_OUT, FATES[HELD]) else Tone.WARN if line.fate else None,
    ),
    Column(key="text", title="Cần xem lại", value=lambda line: line.text, width=560, least=300),
)
CHANGES = (
    Column(key="place", title="Chỗ trong tệp", value=lambda line: line.place, width=170),
    Column(key="name", title="Họ và tên", value=lambda line: line.name, width=220),
    Column(key="field", title="Mục", value=lambda line: line.field, width=180),
    Column(key="kept", title="Trong sổ", value=lambda line: line.kept or words.NONE, width=230, least=120),
    Column(key="text", title="Sẽ sửa thành", value=lambda line: line.text, width=230, least=120),
)
PEOPLE = (
    Column(key="place", title="Chỗ trong tệp", value=lambda row: place_of(row), width=170),
    Column(key="name", title="Họ và tên", value=lambda row: row.full_name, width=220),
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


def new_people(plan: ImportPlan) -> list[ListedMember]:
    return [outcome.listed for outcome in plan.outcomes if outcome.kind == CREATED]


def same_people(plan: ImportPlan) -> list[ListedMember]:
    return [outcome.listed for outcome in plan.outcomes if outcome.kind == UNCHANGED]


def change_lines(plan: ImportPlan) -> list[Line]:
    """One line for every fact that will change."""
    return [
        Line(
            place=place_of(outcome.listed),
            name=outcome.listed.full_name,
            field=LABELS[field],
            kept=spoken(field, kept),
            text=spoken(field, listed),
        )
        for outcome in plan.outcomes
        if outcome.kind == UPDATED
        for field, kept, listed in outcome.changes
    ]


def problem_lines(plan: ImportPlan) -> list[Line]:
    """One line for every problem, with what becomes of its row all the same."""
    known = {(outcome.listed.sheet, outcome.listed.row): outcome for outcome in plan.outcomes}
    return list(_problem_lines(plan.problems, known))


def _problem_lines(problems: Sequence[Problem], known: dict[tuple[str, int], Any]) -> Iterator[Line]:
    for problem in problems:
        outcome = known.get((problem.sheet or "", problem.row or 0))
        yield Line(
            place=place_of(problem),
            name=outcome.listed.full_name if outcome else "",
            field=LABELS.get(problem.field or "", ""),
            text=problem.text,
            fate=FATES[outcome.kind] if outcome else LEFT_OUT if problem.row else "",
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
