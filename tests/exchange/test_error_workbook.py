"""A list goes back as it came, with a reason in red beside the rows to mend, and is read again like the first."""

from dataclasses import asdict
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.error_workbook import write_errors
from desktop_app.exchange.member_list import read_member_list
from desktop_app.exchange.reason_column import RED, TITLE
from desktop_app.exchange.sheets import read_sheets
from tests.exchange.corpus import TODAY, Case
from tests.exchange.files import HEADER, workbook
from tests.exchange.test_corpus import CORPUS

PEOPLE = (
    HEADER,
    (1, "Nguyễn Văn An", "05/02/1960", "Nam", "Đội Cung 1", "38123456", "038060000001"),
    (2, "=HYPERLINK(1)", "31/02/1990", "Nam", "Đội Cung 1", None, "038060000002"),
    (3, "Lê Đức Cường", "=1+1", "Nam", "Đội Cung 1", None, "038060000003"),
)
SAMPLE = [case for case in CORPUS if case.name in {
    "the national data file 4.0", "csv in TCVN3", "an old workbook in TCVN3", "two lists one below the other",
    "a header of three rows", "numbers drawn below the list", "the printed register 7-HSĐV",
}]  # fmt: skip


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = workbook(tmp_path / "ds.xlsx", ("DS", PEOPLE))
    book = openpyxl.load_workbook(path)
    sheet = book["DS"]
    sheet["B3"].data_type = "s"
    sheet["B2"].font = openpyxl.styles.Font(italic=True)
    sheet.column_dimensions["B"].width = 33
    book.save(path)
    return path


def marked(source: Path, reasons: dict[tuple[str, int], list[str]]) -> Worksheet:
    out = source.with_name("ra.xlsx")
    write_errors(source, reasons, out)
    sheet = openpyxl.load_workbook(out)["DS"]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_a_reason_stands_in_red_beside_its_row_and_no_other(source: Path) -> None:
    sheet = marked(source, {("DS", 3): ["Không có ngày này.", "Thiếu số thẻ."]})
    assert [sheet.cell(row, 8).value for row in (1, 2, 3, 4)] == [
        TITLE,
        None,
        "Không có ngày này.\nThiếu số thẻ.",
        None,
    ]
    assert sheet["H3"].font.color.rgb == f"00{RED}"


def test_the_file_keeps_its_look_and_its_ids_their_zeros(source: Path) -> None:
    sheet = marked(source, {("DS", 3): ["Hãy xem lại."]})
    assert sheet["B2"].font.italic
    assert sheet.column_dimensions["B"].width == 33
    assert (sheet["G2"].value, sheet["G2"].data_type) == ("038060000001", "s")


def test_nothing_in_it_computes(source: Path) -> None:
    sheet = marked(source, {("DS", 3): ["=1+1"]})
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
    assert (sheet["B3"].value, sheet["H3"].value) == ("=HYPERLINK(1)", "=1+1")


def test_a_second_round_of_reasons_takes_the_place_of_the_first(source: Path) -> None:
    first, second = source.with_name("1.xlsx"), source.with_name("2.xlsx")
    write_errors(source, {("DS", 3): ["Một."]}, first)
    write_errors(first, {("DS", 4): ["Hai."]}, second)
    sheet = openpyxl.load_workbook(second)["DS"]
    assert [[cell.value for cell in row[7:]] for row in sheet.iter_rows()] == [[TITLE], [None], [None], ["Hai."]]


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: case.name)
def test_with_a_reason_on_every_row_a_list_reads_as_before(case: Case, tmp_path: Path) -> None:
    source, out = case.build(tmp_path), tmp_path / "ra.xlsx"
    reasons = {(sheet.name, row.number): ["Hãy xem lại."] for sheet in read_sheets(source) for row in sheet.rows}
    write_errors(source, reasons, out)
    before, after = (read_member_list(path, today=TODAY) for path in (source, out))
    assert [asdict(row) | {"sheet": ""} for row in after.rows] == [asdict(row) | {"sheet": ""} for row in before.rows]
    assert [(p.row, p.text) for p in after.problems if p.row] == [(p.row, p.text) for p in before.problems if p.row]


@pytest.mark.parametrize(
    ("reasons", "out", "said"),
    [
        ({}, "ra.xlsx", "không có dòng nào"),
        ({("Khác", 3): ["Hãy xem lại."]}, "ra.xlsx", "không có dòng nào"),
        ({("DS", 3): ["Hãy xem lại."]}, "ds.xlsx", "Không ghi đè"),
        ({("DS", 3): ["Hãy xem lại."]}, "ra.csv", "đuôi"),
        ({("DS", 3): ["Hãy xem lại."]}, "no/ra.xlsx", "thư mục"),
    ],
)
def test_what_cannot_go_back_is_refused(
    source: Path, reasons: dict[tuple[str, int], list[str]], out: str, said: str
) -> None:
    content = source.read_bytes()
    with pytest.raises(Refusal, match=said):
        write_errors(source, reasons, source.parent / out)
    assert source.read_bytes() == content
