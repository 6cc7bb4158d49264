"""Hidden rows and columns, formulas and old fonts of an .xls."""

from pathlib import Path

import xlwt

from desktop_app.exchange.marks_xls import xls_marks
from desktop_app.exchange.sheets import read_sheets


def test_what_is_hidden_computed_or_in_an_old_font_is_told(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    sheet.write(0, 0, "a", xlwt.easyxf("font: name .VnTime"))
    sheet.write(1, 0, "b", xlwt.easyxf("font: name VNI-Times"))
    sheet.write(1, 2, xlwt.Formula("1+1"))
    sheet.row(1).hidden = True
    sheet.col(1).hidden = True
    book.save(str(tmp_path / "a.xls"))
    (read,) = read_sheets(tmp_path / "a.xls")
    assert (set(read.hidden_rows), set(read.hidden_columns), set(read.formulas)) == ({2}, {1}, {(2, 2)})
    assert [row.fonts for row in read.rows] == ["T", "V"]


def test_an_error_is_told(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("DS").row(0).set_cell_error(1, "#DIV/0!")
    book.save(str(tmp_path / "a.xls"))
    (read,) = read_sheets(tmp_path / "a.xls")
    assert read.rows[0].values == (None, "#DIV/0!")


def test_a_file_that_cannot_be_followed_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 2000)
    assert xls_marks(tmp_path / "a.xls") is None
