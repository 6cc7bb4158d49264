"""Rows come out of every kind of spreadsheet as they are in it, numbered as Excel numbers them."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange import sheets
from desktop_app.exchange.sheets import Row, read_sheets
from tests.exchange import files


def test_rows_keep_their_numbers_columns_and_types(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    sheet["C4"], sheet["D4"], sheet["E4"], sheet["F4"] = "An", 1955, date(1960, 2, 5), datetime(1960, 2, 5, 7, 30)
    sheet["A9"] = 12345678901
    book.save(tmp_path / "a.xlsx")
    (read,) = read_sheets(tmp_path / "a.xlsx")
    day = date(1960, 2, 5)
    assert read.rows == (Row(4, (None, None, "An", 1955.0, day, day)), Row(9, (12345678901.0,)))


def test_hidden_rows_are_counted_and_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for text in ("a", "b", "c"):
        book["Sheet"].append([text])
    book["Sheet"].row_dimensions[2].hidden = True
    book.save(tmp_path / "a.xlsx")
    (read,) = read_sheets(tmp_path / "a.xlsx")
    assert [(row.number, row.values[0]) for row in read.rows] == [(1, "a"), (2, "b"), (3, "c")]


def test_merged_cells_and_hidden_sheets_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["A1"] = "x"
    book["Sheet"].merge_cells("C10:D11")
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    first, second = read_sheets(tmp_path / "a.xlsx")
    assert first.merged == ((10, 2, 11, 3),)
    assert (first.hidden, second.hidden) == (False, True)


def test_an_old_workbook_is_read(tmp_path: Path, old_workbook: Callable[[Path], Path]) -> None:
    (read,) = read_sheets(old_workbook(tmp_path / "a.xls"))
    assert read.name == "Tờ 1"
    assert [(row.number, row.values[-1]) for row in read.rows] == [
        (4, "Nguyễn Văn An"),
        (5, 1955),
        (6, date(1960, 2, 5)),
    ]


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    document, table = OpenDocumentSpreadsheet(), Table(name="Chi bộ 1")
    table.addElement(TableRow(numberrowsrepeated=3))
    row = TableRow()
    row.addElement(TableCell(numbercolumnsrepeated=2))
    for attributes, text in (
        ({"valuetype": "string"}, "An"),
        ({"valuetype": "date", "datevalue": "1960-02-05"}, "5/2/60"),
    ):
        cell = TableCell(**attributes)
        cell.addElement(P(text=text))
        row.addElement(cell)
    row.addElement(TableCell(numbercolumnsrepeated=16_000))
    table.addElement(row)
    empty = TableRow(numberrowsrepeated=1_048_570)
    empty.addElement(TableCell(numbercolumnsrepeated=16_384))
    table.addElement(empty)
    document.spreadsheet.addElement(table)
    document.save(str(tmp_path / "a.ods"))
    (read,) = read_sheets(tmp_path / "a.ods")
    assert read.rows == (Row(4, (None, None, "An", date(1960, 2, 5))),)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_csv_of_any_encoding_and_separator_is_read(tmp_path: Path, encoding: str, separator: str) -> None:
    lines = [["STT", "Họ và tên", "Số thẻ"], ["1", "Nguyễn Thị Ánh", "01234567"], [], ["2", "Đỗ Văn Ê", "00000012"]]
    path = tmp_path / "a.csv"
    path.write_text("\r\n".join(separator.join(line) for line in lines), encoding=encoding, newline="")
    (read,) = read_sheets(path)
    assert [(row.number, row.values) for row in read.rows] == [
        (number, tuple(line)) for number, line in enumerate(lines, start=1) if line
    ]


def test_a_csv_in_the_windows_code_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Họ tên;Chi bộ\nĐặng Bích;Phố 1\n".replace("ọ", "o\u0323").replace("ộ", "ô\u0323").replace(
        "ặ", "ă\u0323").replace("í", "i\u0301").replace("ố", "ô\u0301").encode("cp1258"))  # fmt: skip
    (read,) = read_sheets(path)
    assert read.rows[1].values == ("Đă\u0323ng Bi\u0301ch", "Phô\u0301 1")


def test_a_csv_that_names_its_separator_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nHọ, tên;Chi bộ\nAn, Bình;Phố 1, 2\n", encoding="utf-8")
    (read,) = read_sheets(path)
    assert [(row.number, row.values) for row in read.rows] == [
        (1, ("Họ, tên", "Chi bộ")),
        (2, ("An, Bình", "Phố 1, 2")),
    ]


def test_only_the_sheet_asked_for_is_read(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("Phố 1", [["a"]]), ("Phố 2", [["b"]]))
    assert [sheet.name for sheet in read_sheets(path, "phố 2")] == ["Phố 2"]


def test_an_unknown_sheet_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("Phố 1", [["a"]]), ("Phố 2", [["b"]]))
    with pytest.raises(Refusal, match=r"“Phố 3”.*“Phố 1”, “Phố 2”"):
        read_sheets(path, "Phố 3")


def test_a_file_under_a_vietnamese_name_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "Tải về (1)"
    folder.mkdir()
    (read,) = read_sheets(files.workbook(folder / "Danh sách Nguyễn Văn Ân.xlsx", ("DS", [["x"]])))
    assert read.rows == (Row(1, ("x",)),)


def test_reading_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "WALL_SECONDS", 0.001)
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [["x"]]))
    with pytest.raises(Refusal, match="quá 30 giây"):
        read_sheets(path)
