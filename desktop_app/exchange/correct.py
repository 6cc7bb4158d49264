"""What the clerk corrects in a guessed mapping: the field of a column, the header row, where the people begin."""

from dataclasses import replace

from desktop_app.domain.legacy import Encoding
from desktop_app.exchange.columns import IGNORED, LABELS, ORDINAL
from desktop_app.exchange.headers import SEVERAL, Mapping, guess_mapping
from desktop_app.exchange.sheets import Sheet

FIELDS = {
    IGNORED: "Bỏ qua",
    ORDINAL: "Số thứ tự",
    **LABELS,
    "any_id": "Số định danh hoặc CMND",
    "birth_male": "Năm sinh của nam",
    "birth_female": "Năm sinh của nữ",
    "gender_male": "Đánh dấu là nam",
    "gender_female": "Đánh dấu là nữ",
    "deceased_on": "Ngày từ trần",
    "left_on": "Ngày ra khỏi Đảng",
    "moved_on": "Ngày chuyển đi",
}
"""What a column can hold, as the clerk reads it."""

BOTH = " và "
NO_COLUMNS: dict[str, tuple[int, ...]] = {}


def width_of(sheet: Sheet) -> int:
    """How many columns have something in them, from column A."""
    return max((len(row.values) for row in sheet.rows), default=0)


def fields_by_column(mapping: Mapping) -> dict[int, str]:
    """Column → field, the first one where a column holds several; columns that are passed over are left out."""
    found: dict[int, str] = {}
    for field, columns in mapping.columns.items():
        for column in columns:
            found.setdefault(column, field)
    return found


def with_field(mapping: Mapping, column: int, field: str) -> Mapping:
    """The mapping with this column holding this field whole.

    Only a name, a date of birth or a position may stand in several columns; any other field leaves its old column. A
    field that was a part of a cell is so no more where it leaves that cell, and whatever the column held leaves it.
    """
    taken = {name: tuple(each for each in where if each != column) for name, where in mapping.columns.items()}
    if field != IGNORED:
        others = taken.get(field, ()) if field in SEVERAL and field not in mapping.parts else ()
        taken[field] = tuple(sorted((*others, column)))
    columns = {name: where for name, where in taken.items() if where}
    parts = {name: place for name, place in mapping.parts.items() if columns.get(name) == mapping.columns.get(name)}
    parts.pop(field, None)
    used = {each for where in columns.values() for each in where}
    left = {each for where in mapping.columns.values() for each in where} - used
    encodings = {each: encoding for each, encoding in mapping.encodings.items() if each not in left}
    return replace(mapping, columns=columns, parts=parts, encodings=encodings)


def with_encoding(mapping: Mapping, column: int, encoding: Encoding | None) -> Mapping:
    """The mapping with a person's word on the old encoding of a column, None for "as in the file"."""
    return replace(mapping, encodings={**mapping.encodings, column: encoding})


def all_fields(mapping: Mapping) -> dict[int, str]:
    """Column → the words for everything it holds, in the order of its cells."""
    found: dict[int, list[str]] = {}
    for field in sorted(mapping.columns, key=lambda name: mapping.parts.get(name, 0)):
        for column in mapping.columns[field]:
            found.setdefault(column, []).append(FIELDS[field])
    return {column: BOTH.join(names) for column, names in found.items()}


def with_header(sheet: Sheet, mapping: Mapping | None, number: int) -> Mapping:
    """The mapping with its header in this row: columns by its words, or as they were where its words say nothing."""
    below = replace(sheet, rows=tuple(row for row in sheet.rows if row.number >= number))
    guessed = guess_mapping(below)
    if guessed is not None and guessed.header_row == number:
        return guessed
    columns = mapping.columns if mapping else NO_COLUMNS
    return Mapping(header_row=number, first_data_row=number + 1, columns=columns)


def with_first_person(mapping: Mapping, number: int) -> Mapping:
    """The mapping with its people beginning in this row; a header below it moves to the row above."""
    return replace(mapping, first_data_row=number, header_row=max(1, min(mapping.header_row, number - 1)))


def same_header(one: Sheet, other: Sheet, mapping: Mapping, others: Mapping | None) -> bool:
    """Whether two sheets stand under the same header words in the same columns, so that a correction fits both."""
    return others is not None and header_words(one, mapping) == header_words(other, others)


def header_words(sheet: Sheet, mapping: Mapping) -> tuple[tuple[object, ...], ...]:
    rows = (row for row in sheet.rows if mapping.header_row <= row.number < mapping.first_data_row)
    return tuple(row.values for row in rows)
