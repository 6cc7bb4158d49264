"""Hidden rows and columns, errors, formulas and old fonts of an .xlsx, however its XML is written."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from desktop_app.exchange.marks import font_letter
from desktop_app.exchange.sheet import NOT_COUNTED
from desktop_app.exchange.sheets import read_sheets
from tests.exchange import files


def test_hidden_rows_and_columns_are_told(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [["a", "b", "c"], ["d"], ["e"]]))
    book = openpyxl.load_workbook(path)
    book["DS"].row_dimensions[2].hidden = True
    book["DS"].column_dimensions["B"].hidden = True
    book.save(path)
    (sheet,) = read_sheets(path)
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({2}, {1})


def test_rows_without_references_or_with_a_prefix_are_followed(tmp_path: Path) -> None:
    rows = (
        '<row><c t="inlineStr"><is><t>a</t></is></c><c t="e"><v>#N/A</v></c></row><row hidden="1"><c><v>1</v></c></row>'
    )
    path = files.raw_xlsx(tmp_path / "a.xlsx", rows)
    (sheet,) = read_sheets(path)
    assert sheet.rows[0].values == ("a", "#N/A")
    assert sheet.hidden_rows == {2}


def test_errors_and_formulas_are_told_apart(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>1+1</f></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    (sheet,) = read_sheets(files.raw_xlsx(tmp_path / "a.xlsx", rows))
    assert sheet.rows[0].values == ("#REF!", 2.0, NOT_COUNTED, None, "#DIV/0!")
    assert sheet.formulas == {(1, 1)}


def test_the_fonts_of_cells_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["a", "b", "c", "d"])
    for place, name in (("B1", ".VnTimeH"), ("C1", "VNI-Times"), ("D1", ".VnArial")):
        sheet[place].font = Font(name=name)
    book.save(tmp_path / "a.xlsx")
    (read,) = read_sheets(tmp_path / "a.xlsx")
    assert read.rows[0].fonts == " HVT"


@pytest.mark.parametrize(
    ("name", "letter"),
    [(".VnTime", "T"), (".VnTimeH", "H"), (".VnArial NarrowH", "H"), ("VNI-Times", "V"), ("vni-helve", "V"),
     ("Times New Roman", " "), ("VNtimes New Roman", " "), ("", " ")],
)  # fmt: skip
def test_a_font_is_known_by_its_name(name: str, letter: str) -> None:
    assert font_letter(name) == letter


def test_sheets_are_found_where_the_workbook_says(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("Một", [["a"]]), ("Hai", [["b"], ["c"]]))
    book = openpyxl.load_workbook(path)
    book.move_sheet("Hai", -1)
    book["Hai"].row_dimensions[2].hidden = True
    book.save(path)
    assert {sheet.name: sheet.hidden_rows for sheet in read_sheets(path)} == {"Một": frozenset(), "Hai": {2}}


def test_a_binary_workbook_cannot_tell(tmp_path: Path) -> None:
    from desktop_app.exchange.marks_xlsx import xlsx_marks

    with zipfile.ZipFile(tmp_path / "a.xlsb", "w") as archive:
        archive.writestr("xl/workbook.bin", b"")
    assert xlsx_marks(tmp_path / "a.xlsb", frozenset()) is None
