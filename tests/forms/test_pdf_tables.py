"""Tables on paper: headers on every page, rows whole, long texts inside their cells."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from desktop_app.forms.blocks import Align, Column, GroupRow, Note, Orientation, Row, Table, TotalRow
from tests.forms import cast
from tests.forms.measures import MM, find, rules, seen, texts

NAME = "Công Tằng Tôn Nữ Thị Phương Thảo Nguyễn Hoàng Bảo Trân Châu"


def test_the_header_comes_again_on_each_page(printed: Any) -> None:
    pages = texts(printed(cast.head(), cast.names(300)))
    assert len(pages) == 13
    assert all(text.count("Họ và tên") == 1 for text in pages)


def test_every_row_is_printed_once_and_in_order(printed: Any) -> None:
    text = "\n".join(texts(printed(cast.names(300))))
    found = [line.split()[-1] for line in text.split("\n") if "Nguyễn Văn Tên" in line]
    assert found == [f"Tên{at:03}" for at in range(1, 301)]


@pytest.mark.parametrize("count", [0, 1])
def test_a_short_list_is_one_page_with_its_header_and_signature(printed: Any, count: int) -> None:
    pages = texts(printed(cast.head(), cast.title(), cast.names(count), cast.closing()))
    assert len(pages) == 1
    assert "Họ và tên" in pages[0] and "T/M ĐẢNG ỦY" in pages[0]


def test_rows_to_sign_are_ten_millimetres_high(printed: Any) -> None:
    tops = sorted({top for _, _, top in rules(printed(cast.names(5)).pages[0])})
    heights = [low - high for high, low in pairwise(tops[1:])]
    assert heights == pytest.approx([10] * 5, abs=0.1)


def test_the_table_fills_the_width_of_the_text(printed: Any) -> None:
    lines = rules(printed(cast.names(2)).pages[0])
    assert min(left for left, _, _ in lines) == pytest.approx(30, abs=0.1)
    assert max(right for _, right, _ in lines) == pytest.approx(195, abs=0.1)


def test_a_name_of_sixty_letters_wraps_inside_its_cell(printed: Any) -> None:
    columns = Column("STT", mm=12), Column("Họ và tên", mm=40), Column("Ghi chú")
    page = printed(Table(columns=columns, rows=(Row(("1", NAME, "")),))).pages[0]
    words = [word for word in page.extract_words() if word["text"] in NAME.split()]
    assert " ".join(word["text"] for word in words) == NAME
    assert all(word["x0"] * MM > 42 and word["x1"] * MM < 82 for word in words)


def test_an_unbroken_word_stays_inside_its_cell(printed: Any) -> None:
    columns = Column("STT", mm=12), Column("Họ và tên", mm=40), Column("Ghi chú")
    page = printed(Table(columns=columns, rows=(Row(("1", "W" * 60, "")),))).pages[0]
    letters = [char for char in page.chars if char["text"] == "W"]
    assert len(letters) == 60
    assert max(char["x1"] for char in letters) * MM < 82


def test_a_figure_a_little_too_wide_is_set_smaller_instead_of_broken(printed: Any) -> None:
    columns = Column("Số", mm=12, align=Align.RIGHT), Column("Ghi chú")
    line = find(printed(Table(columns=columns, rows=(Row(("1.234.567", "")),))).pages[0], "1.234")
    assert line.text == "1.234.567"
    assert 7 <= line.size < 12


def test_a_group_row_never_ends_a_page(printed: Any) -> None:
    rows = [row for at in range(60) for row in (GroupRow(f"Chi bộ {at}"), Row((str(at), "Tên", "")))]
    pages = texts(printed(Table(columns=cast.COLUMNS, rows=tuple(rows), min_row_mm=9)))
    assert len(pages) > 3
    assert not any(text.split("\n")[-1].startswith("Chi bộ") for text in pages)


def table_with_note(count: int) -> tuple[Table, Note]:
    rows = [Row((str(at), "An", "")) for at in range(1, count + 1)]
    return Table(columns=cast.COLUMNS, rows=(*rows, TotalRow("TỔNG CỘNG", ("",)))), Note(
        "Ghi chú: " + "cách tính từng cột của biểu này. " * 8
    )


def test_a_table_that_fits_stays_whole_though_its_note_and_signature_do_not(printed: Any) -> None:
    first, second = texts(printed(*table_with_note(26), cast.closing()))
    assert "TỔNG CỘNG" in first and "Ghi chú" not in first
    assert second.startswith("2\nGhi chú") and "T/M ĐẢNG ỦY" in second


def test_a_note_keeps_the_last_row_where_the_page_is_nearly_full(printed: Any) -> None:
    first, second = texts(printed(*table_with_note(34)))
    assert "TỔNG CỘNG" not in first
    assert second.index("TỔNG CỘNG") < second.index("Ghi chú")


def test_a_total_stands_under_its_columns_in_bold(printed: Any) -> None:
    table = Table(columns=cast.COLUMNS, rows=(Row(("1", "An", "5")), TotalRow("TỔNG CỘNG", ("5",))))
    page = printed(table).pages[0]
    assert find(page, "TỔNG CỘNG").font == "LiberationSerif-Bold"
    assert next(line.left for line in seen(page) if line.text == "5") == pytest.approx(156, abs=0.2)


def test_a_group_of_columns_stands_over_its_members(printed: Any) -> None:
    columns = Column("Họ và tên"), Column("Sáng", mm=30, group="Ký tên"), Column("Chiều", mm=30, group="Ký tên")
    page = printed(Table(columns=columns, rows=(Row(("An", "", "")),))).pages[0]
    over, first, second = find(page, "Ký tên"), find(page, "Sáng"), find(page, "Chiều")
    assert over.top < first.top == second.top
    assert over.middle == pytest.approx((first.middle + second.middle) / 2, abs=0.3)


def test_twenty_two_narrow_columns_keep_their_titles_legible(printed: Any) -> None:
    columns = tuple(Column(f"Không nghiêm túc {at}", align=Align.RIGHT) for at in range(22))
    table = Table(columns=columns, rows=(Row(tuple("1.976" for _ in columns)),), size=9)
    page = printed(table, orientation=Orientation.LANDSCAPE).pages[0]
    turned = [char for char in page.chars if not char["upright"] and char["text"].strip()]
    assert len(turned) == sum(len(column.title.replace(" ", "")) for column in columns)
    assert {round(char["size"], 1) for char in page.chars if char["upright"]} == {9}
    assert page.extract_text().split("\n")[-1] + " " == "1.976 " * 22


def test_a_row_taller_than_a_page_goes_on_with_nothing_lost(printed: Any) -> None:
    text = " ".join(f"chữ{at}" for at in range(1500))
    pages = printed(Table(columns=cast.COLUMNS, rows=(Row(("1", "An", text)), Row(("2", "Bình", ""))))).pages
    words = [word["text"] for page in pages for word in page.extract_words() if word["text"].startswith("chữ")]
    assert words == text.split()
    assert all(seen(page)[-1].top < 277 for page in pages)


def test_a_row_of_another_width_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="2 cells for 3 columns"):
        Table(columns=cast.COLUMNS, rows=(Row(("1", "An")),))


def test_the_numbers_of_the_columns_come_again_with_the_header_on_each_page(printed: Any) -> None:
    table = replace(cast.names(60), numbers=("", "(1)", "(2)"))
    pages = texts(printed(table))
    assert len(pages) > 1 and all("(1) (2)" in page for page in pages)


def test_as_many_numbers_as_columns_are_asked_for() -> None:
    with pytest.raises(ValueError, match="2 numbers for 3 columns"):
        replace(cast.names(1), numbers=("(1)", "(2)"))
