"""What must be said of a sheet as a whole: what was hidden, computed, in error or in an old encoding. Not of cells."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from desktop_app.domain.legacy import ENCODING_NAMES, SOFT_HYPHEN, Encoding, lost_horn
from desktop_app.domain.listed import ListedMember, Problem
from desktop_app.exchange.columns import DATES, LABELS, ORDINAL, field_of
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.limits import column_letters
from desktop_app.exchange.sheet import By, Conversion, Sheet

HIDDEN_SHEET = "Trang tính này đang bị ẩn trong tệp nhưng vẫn được đọc, hãy xem lại có cần nhập không."
UNSEEN = (
    "Loại tệp này không cho biết hàng, cột nào bị ẩn và ô nào là công thức, hãy xem kỹ danh sách trước khi ghi; "
    "nếu cần chắc chắn, hãy mở bằng Excel rồi lưu lại thành .xlsx."
)
HIDDEN_ROWS = "{} đang bị ẩn trong tệp nhưng vẫn được đọc, hãy xem lại có cần nhập không."
HIDDEN_COLUMNS = "{} đang bị ẩn trong tệp nhưng vẫn được đọc, hãy xem lại."
FORMULAS = "{} có {} ô là công thức; đã lấy kết quả lưu sẵn trong tệp, hãy xem lại nếu tệp chưa được tính lại."
ONLY_ERRORS = "{} chỉ có ô lỗi hoặc công thức chưa có kết quả nên không được nhập, hãy sửa trong tệp rồi nhập lại."
CONVERTED = "{} dùng bảng mã {} ({}), đã đổi sang Unicode: {}. Hãy xem lại."
SECOND_LIST = (
    "Cột {} cũng là họ và tên nhưng không được đọc ({} dòng có dữ liệu); nếu là danh sách thứ hai, hãy chép xuống dưới "
    "danh sách thứ nhất rồi nhập lại."
)
SWAPPED_DAYS = (
    "{}: các ô dạng ngày đều không quá ngày 12, còn các ô dạng chữ đều sau ngày 12; có lẽ bảng tính đã hiểu nhầm "
    "ngày thành tháng ở các ô dạng ngày, hãy đối chiếu với bản gốc."
)
DAY_FIRST = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$")
SWAPPED = 5
NO_HORN = (
    "Chữ “ư” của bảng mã TCVN3 (ABC) có lẽ đã bị mất ở {} khi chép tệp; chương trình không tự đoán, "
    "hãy đối chiếu với bản gốc."
)
WORD_WITHOUT_HORN = "{} ghi “{}”: chữ “{}” có lẽ đã mất chữ “ư” khi đổi bảng mã, hãy sửa lại."
BY = {By.FONT: "theo phông chữ", By.LOOK: "nhận ra theo mặt chữ", By.CHOICE: "theo lựa chọn của người dùng"}
MANY_WORDS = 100
SHOWN = 12


def notes(sheet: Sheet, mapping: Mapping, people: Collection[ListedMember], lost: Collection[int]) -> list[Problem]:
    """Notes of the sheet, then of the rows. `lost`: rows that hold nothing but errors."""
    numbers = {person.row for person in people}
    fields = {column: name for name, columns in mapping.columns.items() for column in columns if name != ORDINAL}
    said = [
        *_hidden(sheet, numbers, fields),
        *_computed(sheet, numbers, fields),
        *((None, ONLY_ERRORS.format(row_numbers(lost))) for _ in range(bool(lost))),
        *_conversions(sheet),
        *_second_list(sheet, mapping),
        *_swapped_days(sheet, mapping),
    ]
    whole = [Problem(sheet=sheet.name, row=None, field=about, text=text) for about, text in said]
    return whole + list(_without_horn(sheet, mapping, people))


def _hidden(sheet: Sheet, numbers: set[int], fields: dict[int, str]) -> Iterator[tuple[str | None, str]]:
    if sheet.hidden:
        yield None, HIDDEN_SHEET
    if sheet.unseen:
        yield None, UNSEEN
    if rows := sheet.hidden_rows & numbers:
        yield None, HIDDEN_ROWS.format(row_numbers(rows))
    if columns := sheet.hidden_columns & fields.keys():
        yield None, HIDDEN_COLUMNS.format(_columns(columns, fields))


def _computed(sheet: Sheet, numbers: set[int], fields: dict[int, str]) -> Iterator[tuple[str | None, str]]:
    of_people = [column for row, column in sheet.formulas if row in numbers and column in fields]
    for column in sorted(set(of_people)):
        yield _label_field(fields[column]), FORMULAS.format(_columns([column], fields), of_people.count(column))


def _conversions(sheet: Sheet) -> Iterator[tuple[str | None, str]]:
    ways = dict.fromkeys((told.encoding, told.by) for told in sheet.conversions)
    for encoding, by in ways:
        of_way = [told for told in sheet.conversions if (told.encoding, told.by) == (encoding, by)]
        columns = _columns([told.column for told in of_way], {})
        yield None, CONVERTED.format(columns, ENCODING_NAMES[encoding], BY[by], _samples(of_way))
    old = sorted(told.column for told in sheet.conversions if told.encoding is Encoding.TCVN3)
    if old and _lost_every_horn(sheet, old):
        yield None, NO_HORN.format("c" + _columns(old, {})[1:])


def _samples(conversions: list[Conversion]) -> str:
    longest = sorted((pair for told in conversions for pair in told.samples), key=lambda pair: -len(set(pair[0])))
    pairs = list(dict.fromkeys(pair for pair in longest if len(pair[0]) <= 40))[:2] or longest[:1]
    return ", ".join(f"“{before}” thành “{after}”" for before, after in pairs)


def _lost_every_horn(sheet: Sheet, columns: list[int]) -> bool:
    """No plain ư at all where many words, or a word that cannot be without one, would have it."""
    pairs = zip(sheet.original, sheet.rows, strict=True)
    texts = {(old.values[at], new.values[at]) for old, new in pairs for at in columns if at < len(old.values)}
    if any(isinstance(old, str) and (SOFT_HYPHEN in old or "¦" in old) for old, _ in texts):
        return False
    changed = [new for old, new in texts if isinstance(new, str) and old != new]
    return sum(len(text.split()) for text in changed) >= MANY_WORDS or any(map(lost_horn, changed))


def _without_horn(sheet: Sheet, mapping: Mapping, people: Iterable[ListedMember]) -> Iterator[Problem]:
    converted = {told.column for told in sheet.conversions if told.encoding is Encoding.TCVN3}
    for name in ("full_name", "cell", "position"):
        if converted & set(mapping.columns.get(name, ())):
            for person in people:
                text = getattr(person, name) or ""
                if word := lost_horn(text):
                    said = WORD_WITHOUT_HORN.format(LABELS[name], text, word)
                    yield Problem(sheet=sheet.name, row=person.row, field=name, text=said)


def _second_list(sheet: Sheet, mapping: Mapping) -> Iterator[tuple[str | None, str]]:
    """Another column of names beside the list, that nobody reads."""
    taken = {column for columns in mapping.columns.values() for column in columns}
    header = [row for row in sheet.rows if mapping.header_row <= row.number < mapping.first_data_row]
    named = {column for row in header for column, text in enumerate(row.values) if _is_name_header(text)}
    below = [row.values for row in sheet.rows if row.number >= mapping.first_data_row]
    for column in sorted(named - taken):
        if filled := sum(column < len(values) and values[column] is not None for values in below):
            yield "full_name", SECOND_LIST.format(column_letters(column), filled)


def _is_name_header(text: object) -> bool:
    found = field_of(text) if isinstance(text, str) else None
    return found is not None and found[1] == "full_name"


def _swapped_days(sheet: Sheet, mapping: Mapping) -> Iterator[tuple[str | None, str]]:
    """Real dates with no day after the 12th beside texts that all have one: typed day first, understood month first."""
    for name in DATES:
        for column in mapping.columns.get(name, ()):
            values = [row.values[column] for row in sheet.rows if column < len(row.values)]
            dates = [value.day for value in values if isinstance(value, date)]
            texts = [int(found[1]) for value in values if isinstance(value, str) and (found := DAY_FIRST.match(value))]
            if min(len(dates), len(texts)) >= SWAPPED and max(dates) <= 12 < min(texts):
                yield name, SWAPPED_DAYS.format(_columns([column], {column: name}))


def _label_field(name: str) -> str | None:
    return name if name in LABELS else None


def _columns(columns: Iterable[int], fields: dict[int, str]) -> str:
    """ "Cột B (Họ và tên), C"."""
    said = []
    for column in sorted(columns):
        label = LABELS.get(fields.get(column, ""))
        said.append(column_letters(column) + (f" ({label})" if label else ""))
    return "Cột " + ", ".join(said)


def row_numbers(numbers: Iterable[int]) -> str:
    """ "Dòng 5, 7–9 và 12"; after a dozen runs only how many more."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    if len(said) > SHOWN:
        rest = sum(last - first + 1 for first, last in runs[SHOWN:])
        return f"Dòng {', '.join(said[:SHOWN])} và {rest} dòng khác"
    return "Dòng " + (f"{', '.join(said[:-1])} và {said[-1]}" if len(said) > 1 else said[0])
