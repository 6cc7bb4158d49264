"""Hidden rows and columns, merged cells, formulas, errors and old fonts of an .ods."""

import zipfile
from pathlib import Path

from desktop_app.exchange.marks import Marks
from desktop_app.exchange.marks_ods import ods_marks
from desktop_app.exchange.sheet import NOT_COUNTED


def marks(folder: Path, table: str, styles: str = "") -> Marks:
    with zipfile.ZipFile(folder / "a.ods", "w") as archive:
        archive.writestr(
            "content.xml",
            "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:style='s' xmlns:text='x' "
            "xmlns:calcext='c'>"
            f"{styles}<table:table table:name='DS'>{table}</table:table></office:document-content>",
        )
    return ods_marks(folder / "a.ods")["DS"]


def cell(about: str, text: str = "") -> str:
    return f"<table:table-cell {about}><text:p>{text}</text:p></table:table-cell>"


def test_hidden_rows_and_columns_are_told(tmp_path: Path) -> None:
    found = marks(
        tmp_path,
        "<table:table-column/><table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>"
        f"<table:table-row table:number-rows-repeated='3'/><table:table-row table:visibility='filter'>{cell('', 'a')}"
        "</table:table-row>",
    )
    assert (found.hidden_rows, found.hidden_columns) == ({4}, {1, 2})


def test_errors_and_formulas_are_told_apart(tmp_path: Path) -> None:
    cells = (
        cell("table:formula='of:=1' office:value-type='float' office:value='1'", "1"),
        cell("table:formula='of:=x' calcext:value-type='error'", "#NAME?"),
        cell("table:formula='of:=1'"),
    )
    found = marks(tmp_path, f"<table:table-row>{''.join(cells)}</table:table-row>")
    assert found.formulas == [(1, 0)]
    assert found.texts == {1: {1: "#NAME?", 2: NOT_COUNTED}}


def test_merged_cells_and_fonts_are_told(tmp_path: Path) -> None:
    style = "<style:style style:name='ce1'><style:text-properties style:font-name='.VnTime'/></style:style>"
    spanned = cell("table:style-name='ce1' table:number-columns-spanned='2' table:number-rows-spanned='3'", "a")
    found = marks(tmp_path, f"<table:table-row><table:table-cell/>{spanned}</table:table-row>", style)
    assert found.merged == [(1, 1, 3, 2)]
    assert found.fonts == {1: " T"}
