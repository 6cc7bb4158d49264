"""Bars on paper: as long as their share, with their figures, in every kind of file."""

from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest

from desktop_app.forms.blocks import Bar, Block, Chart, Document
from desktop_app.forms.docx import print_docx
from desktop_app.forms.pdf import print_pdf
from desktop_app.forms.xlsx import print_xlsx
from tests.forms.measures import find, texts

HALF, ALL, NONE = Bar("Đội Cung 1", 26, 52), Bar("Đội Cung 2", 52, 52), Bar("Đội Cung 3", 0, 0)


def bars(page: Any) -> list[float]:
    return [float(each["width"]) for each in page.rects]


def test_a_bar_is_as_long_as_its_share_of_the_whole(printed: Any) -> None:
    half, whole = bars(printed(Chart((HALF, ALL))).pages[0])
    assert half / whole == pytest.approx(0.5, abs=0.01)


def test_figures_stand_beside_each_bar(printed: Any) -> None:
    [text] = texts(printed(Chart((HALF, ALL, NONE), title="Tiến độ")))
    assert text.split("\n") == [
        "Tiến độ",
        "Đội Cung 1 26/52 (50,00 %)",
        "Đội Cung 2 52/52 (100,00 %)",
        "Đội Cung 3 0/0 (– %)",
    ]


def test_a_bar_never_reaches_beyond_the_whole(printed: Any) -> None:
    over, whole = bars(printed(Chart((Bar("Quá", 60, 52), ALL))).pages[0])
    assert over == whole


def test_a_long_name_wraps_beside_its_bar(printed: Any) -> None:
    page = printed(Chart((Bar("Chi bộ Trường Trung học cơ sở " * 3, 26, 52),))).pages[0]
    assert find(page, "Chi bộ Trường").right < page.rects[0]["x0"] * 25.4 / 72


def test_many_bars_run_over_pages(printed: Any) -> None:
    assert len(printed(Chart((HALF,) * 100)).pages) > 1


def file(printer: Any, *blocks: Block) -> BytesIO:
    out = BytesIO()
    printer(Document(title="Thử", blocks=blocks), out)
    return out


def test_a_word_file_has_a_row_a_bar_with_its_figures() -> None:
    [table] = docx.Document(file(print_docx, Chart((HALF, ALL)))).tables
    assert [row.cells[2].text for row in table.rows] == ["26/52\u00a0(50,00\u00a0%)", "52/52\u00a0(100,00\u00a0%)"]
    dark = [len(row.cells[1].paragraphs[0].runs[0].text) for row in table.rows]
    assert dark[0] == pytest.approx(dark[1] / 2, abs=1)


def test_a_workbook_has_the_figures_as_a_table() -> None:
    sheet: Any = openpyxl.load_workbook(file(print_xlsx, Chart((HALF,), title="Tiến độ"))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [["Đơn vị", "Đạt", "Tổng số", "Tỷ lệ %"], ["Đội Cung 1", 26, 52, 0.5]]
    assert sheet.title == "Tiến độ"


def test_the_same_chart_makes_the_same_pages() -> None:
    assert file(print_pdf, Chart((HALF,))).getvalue() == file(print_pdf, Chart((HALF,))).getvalue()
