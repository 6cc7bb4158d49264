"""No value of a list changes in silence: what was meant comes out, or the row and field are told."""

import unicodedata
from collections.abc import Callable
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.exchange.encodings import with_unicode
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.members import read_sheet_members
from desktop_app.exchange.sheet import Row, Sheet, Value
from desktop_app.exchange.values import EXCEL_EPOCH
from tests.exchange.legacy_text import tcvn3, vni

COLUMNS: dict[str, tuple[int, ...]] = {
    "full_name": (0,),
    "birth_date": (1,),
    "party_card_no": (2,),
    "citizen_id": (3,),
    "phone": (4,),
}
MAPPING = Mapping(header_row=1, first_data_row=2, columns=COLUMNS)
SYLLABLES = st.sampled_from("Nguyễn Trần Đặng Thị Văn Hòa Hưng Phượng Lượng Ngọc Quỳnh Yến Huệ Bích Đạt Sửu".split())
NAMES = st.lists(SYLLABLES, min_size=2, max_size=4).map(" ".join)
WAYS_OF_NAMES: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: f" {name}\u00a0",
    lambda name: name.replace(" ", "\u00a0 "),
    lambda name: name.replace(" ", "\u200b "),
    lambda name: name.replace("Đ", "Ð"),
)
WAYS_OF_DAYS: tuple[Callable[[date], Value], ...] = (
    lambda day: day,
    lambda day: day.strftime("%d/%m/%Y"),
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day.day}/{day.month}/{day.year % 100:02d}",
    lambda day: float((day - EXCEL_EPOCH).days),
    lambda day: day.isoformat(),
    lambda day: float(day.strftime("%d%m%Y")),
)
WAYS_OF_NUMBERS: tuple[Callable[[str], Value], ...] = (
    str,
    float,
    lambda digits: digits.lstrip("0"),
    lambda digits: " ".join((digits[:3], digits[3:])),
    lambda digits: f"{float(digits):.3E}",
)
DIGITS = st.text("0123456789", min_size=12, max_size=12).filter(lambda digits: digits[:3] != "000")
PEOPLE = st.tuples(NAMES, st.dates(date(1931, 1, 1), date(2005, 12, 31)), st.sampled_from([8, 12]), DIGITS, DIGITS)
WAYS = st.tuples(*map(st.sampled_from, (WAYS_OF_NAMES, WAYS_OF_DAYS, WAYS_OF_NUMBERS, WAYS_OF_NUMBERS)))


@settings(deadline=None, max_examples=400)
@given(PEOPLE, WAYS)
def test_a_value_comes_out_as_meant_or_is_told(
    meant: tuple[str, date, int, str, str],
    ways: tuple[Callable[[str], str], Callable[[date], Value], Callable[[str], Value], Callable[[str], Value]],
) -> None:
    name, day, length, card, identity = meant
    card = card[:length]
    line = (ways[0](name), ways[1](day), ways[2](card), ways[3](identity))
    sheet = Sheet(name="DS", rows=(Row(1, ("Họ và tên",)), Row(2, line)))
    found = read_sheet_members(with_unicode(sheet), MAPPING, date(2026, 3, 15))
    told = {problem.field for problem in found.problems}
    wanted = {"full_name": name, "birth_date": day.isoformat(), "party_card_no": card, "citizen_id": identity}
    (row,) = found.rows
    assert [field for field, value in wanted.items() if getattr(row, field) != value and field not in told] == []


@settings(deadline=None, max_examples=100)
@given(st.lists(NAMES, min_size=4, max_size=12, unique=True), st.sampled_from([tcvn3, vni]))
def test_names_in_an_old_encoding_come_out_as_they_were(names: list[str], write: Callable[[str], str]) -> None:
    rows = tuple(Row(number, (write(name),)) for number, name in enumerate(names, start=2))
    sheet = with_unicode(Sheet(name="DS", rows=(Row(1, ("Ho va ten",)), *rows)))
    mapping = Mapping(header_row=1, first_data_row=2, columns={"full_name": (0,)})
    found = read_sheet_members(sheet, mapping, date(2026, 3, 15))
    assert [row.full_name for row in found.rows] == names
