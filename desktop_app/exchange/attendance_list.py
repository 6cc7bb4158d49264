"""Attendance lists made by others: a column of names and columns of marks, in whatever words. Read in a child process.

Which half-day a column is of is decided by whoever asks; what a word means is in domain.mark_words. Nothing is compared
here: see services.returns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from db.keys import fold, tidy
from db.records import HalfDay
from db.values import MarkStatus
from desktop_app.domain.mark_words import WRITTEN, is_tick, mark_word
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.exchange.headers import Mapping as Header
from desktop_app.exchange.headers import guess_mapping, is_header
from desktop_app.exchange.return_reading import born, texts
from desktop_app.exchange.sheet import Row, Sheet
from desktop_app.exchange.sheets import read_sheets
from desktop_app.services.returns import Difference, SaidRow, compare
from desktop_app.services.store import Store

NO_NAMES = "Không thấy cột “Họ và tên” trong tệp “{}”; hãy ghi tiêu đề ấy trên cột tên rồi nhận lại."
NO_MARKS = (
    "Không thấy cột điểm danh nào trong tệp “{}”; hãy ghi vào một cột các chữ như “có”, “vắng”, “x”, “P”, “KP” "
    "rồi nhận lại."
)
SEVERAL_SHEETS = (
    "Tệp “{}” có {} trang tính đều là danh sách điểm danh ({}); hãy lưu mỗi trang thành một tệp riêng rồi nhận các tệp "
    "cùng một lúc."
)
SEVERAL_COLUMNS = "Tệp “{}” có {} cột điểm danh ({}) mà hội nghị có {} buổi; hãy chọn mỗi cột là của buổi nào."
UNDERSTOOD = 0.5
"""The share of a column's filled cells that must be marks before the column is taken for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkColumn:
    """A column of marks. `status`: its title is a mark, and a tick in it means that one."""

    place: int
    title: str
    status: MarkStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceList:
    """A list that was read: who stands in which row, and what the columns of marks say."""

    file: str
    sheet: str
    people: tuple[SaidRow, ...]
    columns: tuple[MarkColumn, ...]
    cells: Mapping[tuple[int, int], str]


def read_list(path: Path) -> AttendanceList:
    """The sheet with names and marks. Raises Refusal for a file that cannot be read, and for one with no such sheet or
    several: none is left out unseen."""
    told, found = NO_NAMES, list[AttendanceList]()
    for sheet in read_sheets(path):
        header = None if sheet.hidden else guess_mapping(sheet)
        if header is None or "full_name" not in header.columns:
            continue
        rows = [row for row in sheet.rows if row.number >= header.first_data_row and not is_header(row, header)]
        header = _names_alone(header, rows)
        columns = _mark_columns(sheet, header, rows)
        if columns:
            found.append(_list(path, sheet, header, rows, columns))
        told = NO_MARKS
    if not found:
        raise Refusal(told.format(path.name))
    if len(found) > 1:
        names = ", ".join(f"“{each.sheet}”" for each in found)
        raise Refusal(SEVERAL_SHEETS.format(path.name, len(found), names))
    return found[0]


def _list(
    path: Path, sheet: Sheet, header: Header, rows: Sequence[Row], columns: Sequence[MarkColumn]
) -> AttendanceList:
    people = [person for row in rows if (person := _person(sheet, header, row)) is not None]
    numbers = {person.number for person in people}
    cells = {
        (row.number, column.place): said
        for row in rows
        if row.number in numbers
        for column in columns
        if (said := _at(row, (column.place,)))
    }
    return AttendanceList(file=path.name, sheet=sheet.name, people=tuple(people), columns=tuple(columns), cells=cells)


def _person(sheet: Sheet, header: Header, row: Row) -> SaidRow | None:
    """Who a row is about; None for totals, groups and what else names nobody."""
    name = _at(row, header.columns["full_name"])
    if len(name.split()) < 2 or not any(sign.isalpha() for sign in name) or name.rstrip().endswith(":"):
        return None
    return SaidRow(
        sheet=sheet.name,
        number=row.number,
        name=name,
        birth_date=born(_at(row, header.columns.get("birth_date", ()))),
        cell=_at(row, header.columns.get("cell", ())) or None,
    )


def _at(row: Row, columns: Sequence[int]) -> str:
    said = texts(row)
    return tidy(" ".join(said[column] for column in columns if column < len(said)))


def _names_alone(header: Header, rows: Sequence[Row]) -> Header:
    """Marks right beside the names are not taken for given names."""
    first, *others = header.columns["full_name"]
    names = [place for place in others if not _is_marks([_at(row, (place,)) for row in rows])]
    return replace(header, columns={**header.columns, "full_name": (first, *names)})


def _is_marks(said: Sequence[str]) -> bool:
    """Whether the filled cells of a column are mostly marks."""
    filled = [each for each in said if each]
    known = [each for each in filled if (read := mark_word(each)).status or read.doubt]
    return bool(filled) and len(known) > UNDERSTOOD * len(filled)


def _mark_columns(sheet: Sheet, header: Header, rows: Sequence[Row]) -> list[MarkColumn]:
    """Columns that are nothing else and whose cells are mostly marks."""
    taken = {column for columns in header.columns.values() for column in columns}
    heads = [row for row in sheet.rows if header.header_row <= row.number < header.first_data_row]
    width = max((len(row.values) for row in rows), default=0)
    found = []
    for place in range(width):
        title = tidy(" ".join(_at(head, (place,)) for head in heads))
        if place in taken or fold(title) in ("stt", "tt", "so tt"):
            continue
        said = [_at(row, (place,)) for row in rows]
        if _is_marks(said):
            status = mark_word(title).status if title and all(map(is_tick, filter(None, said))) else None
            found.append(MarkColumn(place=place, title=title or f"Cột {place + 1}", status=status))
    return found


def guessed_half_days(found: AttendanceList, half_days: Sequence[HalfDay]) -> dict[int, tuple[int, ...]]:
    """Column → half-day ids: by the day and part its title names, else one column for all or one for each in order.

    Columns whose titles are marks together say one thing of all half-days. Raises Refusal where it cannot be told.
    """
    if all(column.status for column in found.columns) or len(found.columns) == 1:
        return {column.place: tuple(day.id for day in half_days) for column in found.columns}
    named = {column.place: _named(column.title, half_days) for column in found.columns}
    if all(named.values()):
        return named
    if len(found.columns) == len(half_days):
        return {column.place: (day.id,) for column, day in zip(found.columns, half_days, strict=True)}
    titles = ", ".join(f"“{column.title}”" for column in found.columns)
    raise Refusal(SEVERAL_COLUMNS.format(found.file, len(found.columns), titles, len(half_days)))


def _named(title: str, half_days: Sequence[HalfDay]) -> tuple[int, ...]:
    """The one half-day a title names by its part of day, with its date where several have that part."""
    said = fold(title).replace("-", "/").replace(".", "/")
    fits = [day for day in half_days if fold(word(day.part)) in said]
    dated = [day for day in fits or half_days if _short(day.held_on) in said.replace("/0", "/")]
    found = dated or fits
    return (found[0].id,) if len(found) == 1 else ()


def _short(iso: str) -> str:
    """27/3."""
    return f"{int(iso[8:10])}/{int(iso[5:7])}"


def said_rows(found: AttendanceList, of: Mapping[int, Sequence[int]]) -> list[SaidRow]:
    """The rows with their marks by half-day; a tick under a title that is a mark becomes that mark."""
    return [_said(found, person, of) for person in found.people]


def _said(found: AttendanceList, person: SaidRow, of: Mapping[int, Sequence[int]]) -> SaidRow:
    marks = {}
    for column in found.columns:
        said = found.cells.get((person.number, column.place), "")
        meant = WRITTEN[column.status] if column.status and said else said
        marks.update(dict.fromkeys(of.get(column.place, ()), meant) if meant else {})
    return SaidRow(
        sheet=person.sheet,
        number=person.number,
        name=person.name,
        birth_date=person.birth_date,
        cell=person.cell,
        marks=marks,
    )


def list_difference(
    store: Store,
    found: AttendanceList,
    conference_id: int,
    of: Mapping[int, Sequence[int]],
    answers: Mapping[str, MarkStatus] | None = None,
    venue_id: int | None = None,
) -> Difference:
    """The list compared with the marks of a conference; `venue_id` is where its people were, as far as it is known."""
    return Difference(
        file=found.file,
        conference_id=conference_id,
        venue_id=venue_id,
        returned=None,
        lines=compare(store, conference_id, said_rows(found, of), answers),
    )
