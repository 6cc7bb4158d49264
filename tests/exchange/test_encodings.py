"""Which columns are converted, by what they were told, and what a person overrules."""

import pytest

from desktop_app.domain.legacy import Encoding
from desktop_app.exchange.encodings import overruled, with_unicode
from desktop_app.exchange.sheet import By, Row, Sheet, Value
from tests.exchange.legacy_text import tcvn3, vni

NAMES = ("Họ và tên", "Nguyễn Văn Hưng", "Đặng Thị Phượng", "Lê Đình Lượng")


def sheet(*columns: tuple[Value | None, ...], fonts: str = "") -> Sheet:
    lines = zip(*columns, strict=True)
    return Sheet(name="DS", rows=tuple(Row(number, line, fonts) for number, line in enumerate(lines, start=1)))


def column(read: Sheet, place: int) -> tuple[Value | None, ...]:
    return tuple(row.values[place] for row in read.rows)


def test_a_unicode_sheet_is_left_alone() -> None:
    clean = sheet(NAMES, ("Năm sinh", 1960.0, 1961.0, 1962.0), ("Ghi chú", "Hà Nam", None, "Lê Lý, Tô Hà"))
    assert with_unicode(clean) is clean


def test_latin_letters_that_are_vietnamese_too_are_left_alone() -> None:
    clean = sheet(("Tên", "Lê Hà", "Tô Lý", "Võ Thân"))
    assert with_unicode(clean) is clean


@pytest.mark.parametrize(("convert", "encoding"), [(tcvn3, Encoding.TCVN3), (vni, Encoding.VNI)])
def test_a_column_is_told_by_its_look(convert: object, encoding: Encoding) -> None:
    assert callable(convert)
    read = with_unicode(sheet(tuple(map(convert, NAMES))))
    assert column(read, 0)[1:] == NAMES[1:]
    (told,) = read.conversions
    assert (told.column, told.encoding, told.by) == (0, encoding, By.LOOK)
    assert (convert(NAMES[1]), NAMES[1]) in told.samples


def test_a_font_is_believed_for_a_single_word() -> None:
    read = with_unicode(sheet((tcvn3("Tên"), tcvn3("Hà"), "An"), fonts="T"))
    assert column(read, 0) == ("Tên", "Hà", "An")
    assert read.conversions[0].by is By.FONT


def test_a_font_over_unicode_text_is_not_believed() -> None:
    clean = sheet(NAMES, ("Chi bộ", "Lê", "Hà", "Tô"), fonts="TT")
    assert column(with_unicode(clean), 0) == NAMES
    assert column(with_unicode(clean), 1) == ("Chi bộ", "Lê", "Hà", "Tô")


def test_only_the_columns_in_the_old_encoding_are_converted() -> None:
    read = with_unicode(sheet(NAMES, tuple(map(tcvn3, NAMES))))
    assert (column(read, 0), column(read, 1)) == (NAMES, NAMES)
    assert [told.column for told in read.conversions] == [1]


def test_the_rows_as_they_were_in_the_file_are_kept() -> None:
    old = tuple(map(vni, NAMES))
    assert tuple(row.values[0] for row in with_unicode(sheet(old)).original) == old


def test_a_person_may_leave_a_column_as_it_is() -> None:
    old = sheet(tuple(map(vni, NAMES)))
    read = overruled(with_unicode(old), {0: None})
    assert read.rows == old.rows
    assert read.conversions == ()


def test_a_person_may_choose_an_encoding_nothing_told() -> None:
    read = overruled(with_unicode(sheet(("Ten", tcvn3("Hà")))), {0: Encoding.TCVN3})
    assert column(read, 0) == ("Ten", "Hà")
    assert read.conversions[0].by is By.CHOICE


def test_a_person_may_choose_the_other_encoding_and_back() -> None:
    found = with_unicode(sheet(tuple(map(tcvn3, NAMES))))
    again = overruled(overruled(found, {0: Encoding.VNI}), {0: Encoding.TCVN3})
    assert again.rows == found.rows


def test_an_empty_sheet_is_left_alone() -> None:
    assert with_unicode(Sheet(name="DS", rows=())).rows == ()
