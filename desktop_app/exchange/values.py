"""One cell of a list → the value of one field, with what a person must look at. Not which cell: see headers and rows.

Every reader gives (value, remark): the value as it is kept, None where blank or unknowable; the remark a Vietnamese
sentence, None for a clean cell.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from db.keys import fold, tidy
from db.values import MemberStatus
from desktop_app.domain.dates import parse_date, show_date
from desktop_app.domain.words import STATUS_BY_WORD, word
from desktop_app.exchange.columns import DATES, LABELS
from desktop_app.exchange.sheet import Value

Read = tuple[str | None, str | None]

EXCEL_EPOCH = date(1899, 12, 30)
ROUNDED = 1e15
BLANKS = {"", "-", "--", "---", "–", "—", ".", "..", "...", "/", "không rõ", "chưa rõ", "chưa có"}
NOT_YET_OFFICIAL = {"du bi", "chua", "chua chinh thuc", "dang vien du bi", "dv du bi"}
TICKS = {"x", "×", "v", "✓", "✔", "+", "có"}
X_MARKS = TICKS | {"1"}
NO_NUMBER = {"chua co the", "chua cap", "chua duoc cap", "khong", "khong co", "mat the", *NOT_YET_OFFICIAL}
GENDERS = {"nam": "male", "nu": "female", "male": "male", "female": "female", "m": "male", "f": "female"}
NUMERALS = {"II", "III", "IV"}
TITLES = re.compile(r"^(đ/c|đ\.c\.?|đồng chí)[\s.:]+", re.IGNORECASE)
ODD_IN_NAME = re.compile(r"[\d/;:,@#%&*+=<>|\\_?¡-¿ÄÅÆÇËÎÏÑÖ×ØÛÜßäåæçëîïñö÷øûü]")
"""No part of a name: signs, and letters that only the old encodings or other languages have."""
DAY_IN_TEXT = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s*[/.-]\s*\d{4}|\b(?:19|20)\d\d\b")
QUOTED_FORMULA = re.compile(r'="(\d*)"')
"""How a csv keeps a number from losing its zeros in a spreadsheet."""
SCIENTIFIC = re.compile(r"\d([.,]\d+)?e\+?\d+", re.IGNORECASE)
STATUSES = {
    MemberStatus.ACTIVE: "dang sinh hoat|dang sh|dang sh dang|sinh hoat|dang hoat dong|hoat dong",
    MemberStatus.DECEASED: "da tu tran|mat|da mat|chet|qua doi|da qua doi|hy sinh",
    MemberStatus.LEFT: "da roi khoi dang|ra khoi dang|da ra khoi dang|ra dang|khai tru|xoa ten|xin ra dang",
    MemberStatus.EXEMPT: "mien|mien sh|mien sinh hoat dang|duoc mien sinh hoat|mien cong tac va sinh hoat dang",
    MemberStatus.SUSPENDED: "dinh chi|dinh chi sh|dinh chi sinh hoat dang|bi dinh chi sinh hoat",
    MemberStatus.INTERRUPTED: "gian doan|gian doan sh|gian doan sinh hoat dang",
}
STATUS_OF = {
    folded: word(status) for status, others in STATUSES.items() for folded in (fold(word(status)), *others.split("|"))
}

tidied = lru_cache(maxsize=8192)(tidy)


def text_of(value: Value | None) -> str:
    """A cell as tidy text: whole numbers without a decimal point, days as dd/MM/yyyy."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value if value.isascii() and value.isalnum() else tidied(value)
    if isinstance(value, date):
        return show_date(value.isoformat())
    if isinstance(value, float) and value.is_integer() and abs(value) < ROUNDED:
        return str(int(value))
    return str(value)


def remark(field: str, value: Value | None, reason: str) -> str:
    return f"{LABELS[field]} ghi “{text_of(value)}”: {reason}."


def read_text(value: Value | None) -> Read:
    text = text_of(value)
    return (None if text.casefold() in BLANKS else text), None


def read_name(value: Value | None) -> Read:
    """A name as written, but one wholly in capitals gets small letters; a form of address before it is no name."""
    text = TITLES.sub("", text_of(value))
    name = proper_case(text) if text.isupper() else text
    if odd := ODD_IN_NAME.search(text):
        what = "có chữ số" if odd[0].isdigit() else f"có ký tự “{odd[0]}”"
        return name, remark("full_name", text, f"{what} trong họ tên, hãy xem lại")
    return name or None, None


def proper_case(name: str) -> str:
    """NGUYỄN VĂN AN → Nguyễn Văn An, K'BRÊU → K'Brêu; a Roman numeral at the end stays."""
    words = name.split()
    kept = words[-1] if len(words) > 2 and words[-1] in NUMERALS else None
    cased = [re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word) for word in words]
    return " ".join([*cased[:-1], kept] if kept else cased)


def part_of(value: Value | None, field: str, place: int) -> Value | None:
    """One of the facts that share a cell, from 0; a cell that is a number or a date is the first of them."""
    if not isinstance(value, str):
        return value if place == 0 else None
    if field in DATES:
        found = DAY_IN_TEXT.findall(value)
    else:
        found = [part.rpartition(":")[2] for part in re.split(r"[\n;/]", value)]
    if not found and place == 0:
        return value
    return found[place].strip() if place < len(found) else None


def day_in(value: Value | None) -> Value | None:
    """The first day in a cell that says more than a day, None where it says none."""
    return part_of(value, DATES[0], 0) if not isinstance(value, str) or DAY_IN_TEXT.search(value) else None


@lru_cache(maxsize=512)
def read_gender(value: Value | None) -> Read:
    first = re.split(r"[,;/\n(]| [-–] ", value if isinstance(value, str) else text_of(value))[0]
    if tidy(first).casefold() in BLANKS:
        return None, None
    if gender := GENDERS.get(fold(first).strip(" .")):
        return gender, None
    return None, remark("gender", value, "không phải “Nam” hay “Nữ” nên để trống, hãy sửa lại")


@lru_cache(maxsize=512)
def read_status(value: Value | None) -> Read:
    text = text_of(value)
    if text.casefold() in BLANKS:
        return None, None
    if status := STATUS_OF.get(" ".join(re.sub(r"[^a-z]+", " ", fold(text)).split())):
        return status, None
    known = ", ".join(f"“{status}”" for status in STATUS_BY_WORD)
    return None, remark("status", value, f"không phải một trạng thái được dùng nên để trống, hãy sửa thành {known}")


def date_reader(field: str, today: date, youngest: int = 0) -> Callable[[Value | None], Read]:
    """Reader of a date column. No date is after `today`; `youngest` years bound the century of two-digit years."""
    pivot = (today.year - youngest) % 100
    latest = today.isoformat()

    @lru_cache(maxsize=8192)
    def read(value: Value | None) -> Read:
        text = "" if isinstance(value, date) else text_of(value)
        if text.casefold() in BLANKS and not isinstance(value, date):
            return None, None
        if field == "official_on" and (fold(text) in NOT_YET_OFFICIAL or text.casefold() in TICKS):
            return None, None
        try:
            iso, doubt = _date(value, text, pivot, today)
        except ValueError as error:
            return None, remark(field, value, f"{error} nên để trống, hãy sửa lại")
        if iso > latest:
            return None, remark(field, value, f"{show_date(iso)} là ngày chưa đến nên để trống, hãy sửa lại")
        return iso, doubt and remark(field, value, doubt)

    return read


def _date(value: Value | None, text: str, pivot: int, today: date) -> tuple[str, str | None]:
    if isinstance(value, date):
        return _from_day(value)
    if len(text) == 2 and text.isdigit():
        iso = parse_date(text, pivot)
        return iso, f"chỉ có hai chữ số, đã đọc là năm {iso}, hãy xem lại"
    if isinstance(value, (int, float)):
        return _from_number(float(value), today), None
    return parse_date(text, pivot), None


def _from_day(day: date) -> tuple[str, str | None]:
    """A real date cell; one in the summer of 1905 is a bare year that the spreadsheet shows as a date."""
    serial = (day - EXCEL_EPOCH).days
    if 1900 <= serial <= 2050:
        return str(serial), f"có lẽ là năm {serial} bị bảng tính hiểu thành ngày, đã đọc là năm {serial}, hãy xem lại"
    if day.year < 1900:
        return day.isoformat(), "năm quá xa, hãy xem lại"
    return day.isoformat(), None


def _from_number(number: float, today: date) -> str:
    """A number in a date column: a year, a spreadsheet's serial day, or ddmmyyyy that lost its leading zero."""
    whole = int(number) if abs(number) < 1e9 else 0
    if 1900 <= whole <= 2100 and number == whole:
        return str(whole)
    if whole >= 1_000_000 and number == whole:
        return parse_date(f"{whole:08d}")
    if 2100 < whole <= (today - EXCEL_EPOCH).days:
        return (EXCEL_EPOCH + timedelta(days=whole)).isoformat()
    raise ValueError("không đọc được thành ngày")


def digits_reader(field: str, lengths: tuple[int, ...], *, keep_odd: bool) -> Callable[[Value | None], Read]:
    """Reader of a number kept as text, of one of `lengths` digits; zeros the spreadsheet ate are put back and told.

    What does not fit is kept as written when `keep_odd`, else left out; it is told either way.
    """
    wanted = " hoặc ".join(map(str, lengths))

    def read(value: Value | None) -> Read:
        text = text_of(value)
        if text.casefold() in BLANKS:
            return None, None
        if quoted := QUOTED_FORMULA.fullmatch(text):
            text = quoted[1]
        if isinstance(value, str) and len(text) in lengths and text.isascii() and text.isdigit():
            return text, None
        digits = re.sub(r"[\s.\-'’‘]", "", text) if not isinstance(value, float) else text
        if _is_rounded(value, text):
            return None, remark(field, value, "bảng tính đã làm tròn nên mất chữ số, để trống; hãy nhập lại dạng chữ")
        if digits.isascii() and digits.isdigit():
            if len(digits) in lengths:
                return digits, None
            if full := _padded(digits, lengths, is_number=not isinstance(value, str)):
                return full, remark(
                    field, value, f"thiếu số 0 ở đầu do bảng tính bỏ mất, đã đọc là {full}, hãy xem lại"
                )
        if not any(map(str.isdigit, text)) and fold(text) in NO_NUMBER:
            return None, None
        if keep_odd:
            return text, remark(field, value, f"không đủ {wanted} chữ số, vẫn giữ như trong tệp, hãy xem lại")
        return None, remark(field, value, f"không phải số có {wanted} chữ số nên để trống, hãy sửa lại")

    return read


def _is_rounded(value: Value | None, text: str) -> bool:
    if isinstance(value, float):
        return abs(value) >= ROUNDED or not value.is_integer()
    return bool(SCIENTIFIC.fullmatch(text))


def _padded(digits: str, lengths: tuple[int, ...], *, is_number: bool) -> str | None:
    """Up to two zeros for a number cell (no province's code is 000); one for a text, where more may be a slip."""
    for length in lengths:
        if 0 < length - len(digits) <= (2 if is_number else 1):
            return digits.zfill(length)
    return None


def read_phone(value: Value | None) -> Read:
    text = text_of(value)
    if text.casefold() in BLANKS:
        return None, None
    if not isinstance(value, str) and len(text) == 9 and text.isdigit():
        return f"0{text}", remark(
            "phone", value, f"thiếu số 0 ở đầu do bảng tính bỏ mất, đã đọc là 0{text}, hãy xem lại"
        )
    if _is_rounded(value, text):
        return None, remark("phone", value, "bảng tính đã làm tròn nên mất chữ số, để trống; hãy nhập lại dạng chữ")
    return text, None


def readers(today: date) -> dict[str, Callable[[Value | None], Read]]:
    """Reader of every field with a column of its own; nobody joins the Party before eighteen (Điều lệ Đảng, Điều 1)."""
    dates = {
        field: date_reader(field, today) for field in ("card_issued_on", "admitted_on", "official_on", "status_date")
    }
    return {
        **dict.fromkeys(("other_name", "cell", "position", "note"), read_text),
        **dates,
        "full_name": read_name,
        "birth_date": date_reader("birth_date", today, youngest=18),
        "gender": read_gender,
        "status": read_status,
        "party_card_no": digits_reader("party_card_no", (8, 12), keep_odd=True),
        "old_party_card_no": digits_reader("old_party_card_no", (8,), keep_odd=True),
        "citizen_id": digits_reader("citizen_id", (12,), keep_odd=False),
        "old_id_no": digits_reader("old_id_no", (9, 12), keep_odd=True),
        "phone": read_phone,
    }
