"""What must be said of a foreign sheet before it is read: old encodings, hidden parts, cells in error, formulas.

Each as a sentence with the cell to look at. The sentences that stay with the import are in exchange.notes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.legacy import ENCODING_NAMES
from desktop_app.domain.wording import grouped
from desktop_app.exchange.correct import FIELDS, fields_by_column
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.limits import column_letters
from desktop_app.exchange.sheet import ERRORS, By, Conversion, Sheet
from desktop_app.exchange.values import text_of
from desktop_app.ui.words import shortened

BY = {By.FONT: "theo phông chữ", By.LOOK: "nhận ra theo mặt chữ", By.CHOICE: "theo lựa chọn của bạn"}
NOT_CHANGED = "Chữ của cột này là Unicode, giữ nguyên như trong tệp. Nếu đọc sai dấu, chọn bảng mã cũ của cột."
SAMPLES, SAMPLE_LENGTH = 2, 36
Cells = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A sentence about a sheet, and the cell (row number, column) it begins at."""

    text: str
    row: int = 1
    column: int = 0


def cells_in_error(sheet: Sheet) -> Cells:
    """(row number, column) of every cell in error."""
    rows = (row for row in sheet.rows if not ERRORS.isdisjoint(row.values))
    return [(row.number, place) for row in rows for place, value in enumerate(row.values) if value in ERRORS]


def facts(sheet: Sheet, mapping: Mapping | None, errors: Cells) -> list[Fact]:
    """Everything to be said of a sheet as it is understood now, what changes texts first."""
    first = mapping.first_data_row if mapping else 1
    fields = fields_by_column(mapping) if mapping else {}
    return [*_conversions(sheet, first, fields), *_hidden(sheet, first, fields), *_cells(sheet, first, fields, errors)]


def _conversions(sheet: Sheet, first: int, fields: dict[int, str]) -> Iterator[Fact]:
    for told in sheet.conversions:
        name = ENCODING_NAMES[told.encoding]
        text = f"{_named(told.column, fields)} dùng bảng mã {name} ({BY[told.by]}), đã đổi: {samples(told)}"
        yield Fact(text=text, row=first, column=told.column)


def _hidden(sheet: Sheet, first: int, fields: dict[int, str]) -> Iterator[Fact]:
    if sheet.hidden:
        yield Fact(text="Trang tính này đang bị ẩn trong tệp nhưng vẫn được đọc.")
    if rows := sorted(number for number in sheet.hidden_rows if number >= first):
        what = f"Dòng {rows[0]}" if len(rows) == 1 else f"{grouped(len(rows))} dòng (từ dòng {rows[0]})"
        yield Fact(text=f"{what} đang bị ẩn trong tệp nhưng vẫn được đọc.", row=rows[0])
    if columns := sorted(sheet.hidden_columns & fields.keys()):
        named = ", ".join(_named(column, fields).removeprefix("Cột ") for column in columns)
        yield Fact(text=f"Cột {named} đang bị ẩn trong tệp nhưng vẫn được đọc.", row=first, column=columns[0])


def _cells(sheet: Sheet, first: int, fields: dict[int, str], errors: Cells) -> Iterator[Fact]:
    for column, count, row in _by_column(errors, first, fields):
        text = f"{_named(column, fields)} có {grouped(count)} ô lỗi (ô đầu tiên {column_letters(column)}{row})"
        yield Fact(text=f"{text}; các ô ấy không được nhập.", row=row, column=column)
    for column, count, row in _by_column(sheet.formulas, first, fields):
        text = f"{_named(column, fields)} có {grouped(count)} ô là công thức; lấy kết quả lưu sẵn trong tệp."
        yield Fact(text=text, row=row, column=column)


def _by_column(cells: Iterable[tuple[int, int]], first: int, fields: dict[int, str]) -> list[tuple[int, int, int]]:
    """(column, how many, first row) for the cells below the header in columns that are read."""
    wanted = [(column, row) for row, column in cells if row >= first and column in fields]
    firsts: dict[int, int] = {}
    for column, row in wanted:
        firsts[column] = min(row, firsts.get(column, row))
    counts = Counter(column for column, _ in wanted)
    return [(column, counts[column], firsts[column]) for column in sorted(counts)]


def _named(column: int, fields: dict[int, str]) -> str:
    """“Cột B (Họ và tên)”."""
    field = f" ({FIELDS[fields[column]]})" if column in fields else ""
    return f"Cột {column_letters(column)}{field}"


def samples(told: Conversion) -> str:
    """“NguyÔn V¨n An” → “Nguyễn Văn An”, the tellingest first."""
    pairs = sorted(told.samples, key=lambda pair: -len(set(pair[0])))[:SAMPLES]
    return "; ".join(
        f"“{shortened(text_of(before), SAMPLE_LENGTH)}” → “{shortened(text_of(after), SAMPLE_LENGTH)}”"
        for before, after in pairs
    )


def conversion_tip(told: Conversion | None) -> str:
    """All samples of a column, one a line."""
    if told is None:
        return NOT_CHANGED
    lines = (f"{text_of(before)}  →  {text_of(after)}" for before, after in told.samples)
    return f"Bảng mã {ENCODING_NAMES[told.encoding]}, {BY[told.by]}:\n" + "\n".join(lines)
