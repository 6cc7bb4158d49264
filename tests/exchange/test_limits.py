"""What a foreign file may not do: each hostile file is answered with one sentence while the program lives on."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.limits import column_letters
from desktop_app.exchange.sheets import read_sheets
from tests.exchange import files


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        read_sheets(path)
    return str(refusal.value)


def test_a_file_that_unpacks_out_of_proportion_is_refused(tmp_path: Path) -> None:
    cell = files.text_cell("A1", "0" * 50_000_000)
    path = files.raw_xlsx(tmp_path / "a.xlsx", f'<row r="1">{cell}</row>')
    assert "bung ra lớn bất thường" in refused(path)


def test_a_file_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [files.HEADER]))
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"xl/media/{number}.bin", b"x")
    assert "quá nhiều thành phần" in refused(path)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_in_the_xml_are_refused(tmp_path: Path, doctype: str) -> None:
    path = files.raw_xlsx(tmp_path / "a.xlsx", f'<row r="1">{files.text_cell("A1", "&a;")}</row>', before=doctype)
    assert "khai báo XML không an toàn" in refused(path)


def test_a_cell_in_the_last_corner_of_the_sheet_is_refused(tmp_path: Path) -> None:
    rows = f'<row r="1">{files.text_cell("A1", "x")}</row><row r="1048576">{files.text_cell("XFD1048576", "x")}</row>'
    assert "Ctrl+End" in refused(files.raw_xlsx(tmp_path / "a.xlsx", rows))


def test_a_sheet_that_only_declares_a_million_rows_is_read(tmp_path: Path) -> None:
    rows = f'<row r="1">{files.text_cell("A1", "x")}</row><row r="1048576"><c r="A1048576" s="0"/></row>'
    path = files.raw_xlsx(tmp_path / "a.xlsx", rows, dimension='<dimension ref="A1:XFD1048576"/>')
    (sheet,) = read_sheets(path)
    assert [(row.number, row.values) for row in sheet.rows] == [(1, ("x",))]


def test_a_stray_cell_far_down_does_not_hide_the_list(tmp_path: Path) -> None:
    rows = f'<row r="1">{files.text_cell("A1", "x")}</row><row r="900000">{files.text_cell("B900000", "y")}</row>'
    (sheet,) = read_sheets(files.raw_xlsx(tmp_path / "a.xlsx", rows))
    assert [row.number for row in sheet.rows] == [1, 900_000]


def test_two_hundred_columns_are_refused(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [[f"Cột {place}" for place in range(200)]]))
    assert "từ 120 cột trở lên" in refused(path)


def test_more_than_fifty_thousand_rows_are_refused(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("DS")
    for number in range(50_001):
        sheet.write_number(number, 0, number)
    book.close()
    assert "hơn 50.000 dòng" in refused(tmp_path / "a.xlsx")


def test_a_cell_longer_than_excel_allows_is_named(tmp_path: Path) -> None:
    long = "".join(chr(97 + place * place % 23) for place in range(40_000))
    rows = f'<row r="3">{files.text_cell("B3", long)}</row>'
    assert "Ô B3 của trang tính “DS” chứa hơn 32.767 ký tự" in refused(files.raw_xlsx(tmp_path / "a.xlsx", rows))


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    assert "bị hỏng" in refused(files.lying_size(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path: Path, kept: float) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [files.HEADER]))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert "bị hỏng" in refused(path)


def test_a_truncated_old_workbook_is_refused(tmp_path: Path, old_workbook: Callable[[Path], Path]) -> None:
    path = old_workbook(tmp_path / "a.xls")
    path.write_bytes(path.read_bytes()[:1500])
    assert "bị hỏng" in refused(path) or "không phải bảng tính" in refused(path)


def test_an_unclosed_quote_in_a_csv_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('STT,"Họ và tên\n' + "1,Nguyễn Văn An\n" * 5_000, encoding="utf-8")
    assert "thiếu dấu nháy" in refused(path)


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (119, "DP"), (16_383, "XFD")])
def test_columns_are_named_as_the_spreadsheet_does(place: int, letters: str) -> None:
    assert column_letters(place) == letters


def test_a_corner_cell_of_a_hidden_row_under_an_old_font_is_refused(tmp_path: Path) -> None:
    rows = f'<row r="1" hidden="1">{files.text_cell("A1", "x")}</row>'
    rows += f'<row r="1048576" hidden="1">{files.text_cell("XFD1048576", "x")}</row>'
    assert "Ctrl+End" in refused(files.raw_xlsx(tmp_path / "a.xlsx", rows))


def test_entities_in_utf_16_are_refused(tmp_path: Path) -> None:
    path = files.raw_xlsx(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/extra.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16"))
    assert "khai báo XML không an toàn" in refused(path)


def test_a_million_formulas_are_refused_or_cut_short(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f><v>{n}</v></c></row>' for n in range(1, 300_001))
    assert "hơn 50.000 dòng" in refused(files.raw_xlsx(tmp_path / "a.xlsx", rows))
