"""The workbook as whoever counts on it finds it: figures, dates and texts apart, sheets that print."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import LayoutYear
from desktop_app.forms.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Kind,
    Note,
    Orientation,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.forms.xlsx import print_xlsx
from tests.forms import cast
from tests.forms.every_block import EVERY, FIGURES


def opened(*blocks: Block, **properties: Any) -> Any:
    out = BytesIO()
    print_xlsx(Document(**{"title": "Thử", "blocks": blocks, **properties}), out)
    return openpyxl.load_workbook(out)


def cells(sheet: Any) -> dict[str, Any]:
    """Every cell that holds something, by its text."""
    return {str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.value is not None}


def one_row(text: str, kind: Kind) -> Any:
    sheet = opened(Table(columns=(Column("Cột", kind=kind), Column("Khác")), rows=(Row((text, "x")),))).active
    return sheet.cell(2, 1)


@pytest.mark.parametrize(
    ("text", "kind", "value", "shown"),
    [
        ("1.976", Kind.NUMBER, 1976, "#,##0"),
        ("99,99", Kind.PERCENT, 0.9999, "0.00%"),
        ("05/9/2026", Kind.DATE, datetime(2026, 9, 5), "dd/mm/yyyy"),
        ("036012345678", Kind.TEXT, "036012345678", "@"),
        ("–", Kind.PERCENT, "–", "@"),
    ],
)
def test_a_cell_holds_what_its_column_says(text: str, kind: Kind, value: object, shown: str) -> None:
    cell = one_row(text, kind)
    assert (cell.value, cell.number_format) == (value, shown)


@pytest.mark.parametrize("text", ["=1+1", "+84912345678", "@SUM(A1)", "-cmd|' /C calc'!A0", "http://a.vn"])
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    cell = one_row(text, Kind.TEXT)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_group_of_columns_stands_over_its_own_and_the_others_reach_down() -> None:
    merged = {str(each) for each in opened(FIGURES).active.merged_cells.ranges}
    assert {"A1:A2", "B1:B2", "C1:D1"} <= merged


def test_the_header_comes_again_on_each_printed_page_with_the_numbers_of_its_columns() -> None:
    sheet = opened(FIGURES).active
    assert sheet.print_title_rows == "$1:$3"
    assert [sheet.cell(3, at).value for at in (3, 4)] == ["(1)", "(2)"]


def test_a_sheet_prints_on_a4_as_wide_as_the_page() -> None:
    sheet = opened(Section(Orientation.LANDSCAPE), FIGURES).active
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.oddHeader.center.text == "&P"


def test_widths_share_out_the_paper() -> None:
    sheet = opened(cast.names(2)).active
    pixels = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert pixels[0] < pixels[2] < pixels[1]


def test_head_and_title_stand_above_and_the_closing_below() -> None:
    sheet = opened(cast.head(), cast.title(), cast.names(2), Note("Ghi chú."), cast.closing()).active
    rows = {text: cell.row for text, cell in cells(sheet).items()}
    order = ["ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ", "BÁO CÁO", "STT", "Nguyễn Văn Tên002", "Ghi chú.", "T/M ĐẢNG ỦY", "Lê Thị Hạnh"]
    assert [rows[text] for text in order] == sorted(rows[text] for text in order)
    assert rows["ĐẢNG BỘ TỈNH THANH HÓA"] == rows["ĐẢNG CỘNG SẢN VIỆT NAM"]


def test_each_table_has_a_sheet_named_for_it() -> None:
    blocks = (Section(), Title("DANH SÁCH", "a"), cast.names(1), Section(), Title("DANH SÁCH", "a"), cast.names(1))
    assert opened(*blocks, Heading("Điểm cầu 1/2: [x]"), cast.names(2)).sheetnames == ["A", "A (2)", "Điểm cầu 1-2- -x"]


def test_a_part_without_a_table_is_left_out() -> None:
    book = opened(Paragraph("Chỉ có lời."), Section(Orientation.LANDSCAPE), Title("PHỤ LỤC"), FIGURES)
    assert len(book.sheetnames) == 1
    assert "Chỉ có lời." not in cells(book.active)


def test_a_document_without_a_table_is_refused() -> None:
    with pytest.raises(Refusal, match="không có bảng"):
        opened(Paragraph("Chỉ có lời."))


@pytest.mark.parametrize(("year", "mark"), [(LayoutYear.Y2026, ";"), (LayoutYear.Y2018, ",")])
def test_recipients_are_closed_by_the_year_of_the_layout(year: LayoutYear, mark: str) -> None:
    assert f"- Ban Thường vụ Tỉnh ủy{mark}" in cells(opened(FIGURES, cast.closing(), layout_year=year).active)


def test_a_practice_office_says_so_on_screen_and_on_paper() -> None:
    sheet = opened(FIGURES, practice=True).active
    assert (sheet.cell(1, 1).value, sheet.oddFooter.center.text) == ("THỰC HÀNH", "THỰC HÀNH")


def test_every_block_may_stand_around_a_table() -> None:
    book = opened(*(block for kind, block in EVERY.items() if kind is not Section))
    assert {"Kính gửi: - Tỉnh ủy;", "I. KẾT QUẢ", "- Nghị quyết số 05", "Họ và tên: Lê Thị Hạnh"} <= set(
        cells(book.active)
    )


def test_giving_up_leaves_no_file(tmp_path: Path) -> None:
    def give_up(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_xlsx(Document(title="Thử", blocks=(FIGURES,)), tmp_path / "a.xlsx", give_up)
    assert list(tmp_path.iterdir()) == []
