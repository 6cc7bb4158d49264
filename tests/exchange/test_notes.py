"""What is said of a sheet as a whole."""

from datetime import date

import pytest

from desktop_app.domain.legacy import Encoding
from desktop_app.domain.listed import MemberList
from desktop_app.exchange.encodings import with_unicode
from desktop_app.exchange.headers import Mapping, guess_mapping
from desktop_app.exchange.member_list import members_of
from desktop_app.exchange.members import read_sheet_members
from desktop_app.exchange.notes import row_numbers
from desktop_app.exchange.sheet import Row, Sheet, Value
from tests.exchange.legacy_text import tcvn3

LINES: tuple[tuple[Value, ...], ...] = (
    ("STT", "Họ và tên", "Năm sinh"),
    (1.0, "Nguyễn Văn Hưng", 1960.0),
    (2.0, "Đặng Thị Phượng", 1961.0),
)


def sheet(*, hidden_rows: frozenset[int] = frozenset(), formulas: frozenset[tuple[int, int]] = frozenset()) -> Sheet:
    rows = tuple(Row(number, line) for number, line in enumerate(LINES, start=1))
    return Sheet(name="DS", rows=rows, hidden_rows=hidden_rows, formulas=formulas)


def read(wanted: Sheet) -> MemberList:
    mapping = guess_mapping(wanted)
    assert mapping is not None
    return read_sheet_members(wanted, mapping, date(2026, 3, 15))


def test_nothing_is_said_of_a_plain_sheet() -> None:
    assert read(sheet()).problems == ()


def test_a_hidden_row_that_is_no_person_is_not_said() -> None:
    assert read(sheet(hidden_rows=frozenset({1}))).problems == ()


def test_computed_numbers_of_rows_are_not_said() -> None:
    assert read(sheet(formulas=frozenset({(2, 0), (3, 0)}))).problems == ()


def test_computed_names_are_said_once() -> None:
    (problem,) = read(sheet(formulas=frozenset({(2, 1), (3, 1)}))).problems
    assert (problem.row, problem.field) == (None, "full_name") and "2 ô là công thức" in problem.text


def test_a_conversion_is_said_with_a_sample() -> None:
    rows = tuple(Row(row.number, (row.values[0], tcvn3(str(row.values[1])), row.values[2])) for row in sheet().rows)
    (problem,) = read(with_unicode(Sheet(name="DS", rows=rows))).problems
    assert "TCVN3" in problem.text and "“Đặng Thị Phượng”" in problem.text


def test_an_encoding_decided_in_the_mapping_is_followed() -> None:
    old = Sheet(name="DS", rows=(Row(1, ("Ten", "x")), Row(2, (tcvn3("Hà"), 1960.0))))
    mapping = Mapping(header_row=1, first_data_row=2, columns={"full_name": (0,)}, encodings={0: Encoding.TCVN3})
    assert [row.full_name for row in members_of((old,), {"DS": mapping}).rows] == ["Hà"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [({5}, "Dòng 5"), ({9, 5, 7, 8}, "Dòng 5 và 7–9"), ({1, 3, 5, 6}, "Dòng 1, 3 và 5–6"),
     (set(range(1, 40, 2)), "Dòng 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 và 8 dòng khác")],
)  # fmt: skip
def test_rows_are_named_in_runs(numbers: set[int], said: str) -> None:
    assert row_numbers(numbers) == said
