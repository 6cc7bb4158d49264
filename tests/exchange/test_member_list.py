"""Whole files of people, from the file on disk to the list that services hold against the register."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.member_list import read_member_list
from tests.exchange import files

TODAY = date(2026, 3, 15)
AN: Sequence[object] = (1, "Nguyễn Văn An", date(1960, 2, 5), "Nam", "Phố 1", "38123456", "038060012345")
BINH: Sequence[object] = (2, "Trần Thị Bình", "1961", "Nữ", "Phố 2", "38123457", "038161012345")


def test_a_list_is_read_from_the_file(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [["DANH SÁCH"], [], files.HEADER, AN, BINH]))
    found = read_member_list(path, today=TODAY)
    assert [(row.row, row.full_name, row.birth_date, row.cell) for row in found.rows] == [
        (4, "Nguyễn Văn An", "1960-02-05", "Phố 1"),
        (5, "Trần Thị Bình", "1961", "Phố 2"),
    ]
    assert found.problems == ()


def test_every_sheet_with_a_header_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    path = files.workbook(
        tmp_path / "a.xlsx", ("Phố 1", [files.HEADER, AN]), ("Tổng hợp", [["Chi bộ", "Số lượng"]]),
        ("Phố 2", [files.HEADER, BINH]), ("Sheet4", []),
    )  # fmt: skip
    found = read_member_list(path, today=TODAY)
    assert [row.sheet for row in found.rows] == ["Phố 1", "Phố 2"]
    assert [(problem.sheet, problem.row) for problem in found.problems] == [("Tổng hợp", None)]


def test_a_file_without_any_header_is_refused(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [["Nguyễn Văn An", 1960]]))
    with pytest.raises(Refusal, match="dòng tiêu đề"):
        read_member_list(path)


def test_a_file_of_empty_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="dòng tiêu đề"):
        read_member_list(files.workbook(tmp_path / "a.xlsx", ("DS", [])))


def test_a_mapping_given_overrules_the_guess(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [files.HEADER, AN]), ("Khác", [files.HEADER, BINH]))
    mapping = Mapping(header_row=1, first_data_row=2, columns={"full_name": (4,)})
    found = read_member_list(path, mappings={"DS": mapping, "Khác": None}, today=TODAY)
    assert [row.full_name for row in found.rows] == ["Phố 1"]


def test_a_csv_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("STT;Họ và tên;Ngày sinh;Số thẻ\n1;Nguyễn Văn An;5/2/1960;01234567\n", encoding="utf-8-sig")
    (row,) = read_member_list(path, today=TODAY).rows
    assert (row.row, row.birth_date, row.party_card_no) == (2, "1960-02-05", "01234567")


def test_people_on_a_hidden_sheet_are_read_and_told(tmp_path: Path) -> None:
    path = files.workbook(tmp_path / "a.xlsx", ("DS", [files.HEADER, AN]), ("Cũ", [files.HEADER, BINH]))
    book = openpyxl.load_workbook(path)
    book["Cũ"].sheet_state = "hidden"
    book.save(path)
    found = read_member_list(path, today=TODAY)
    assert len(found.rows) == 2
    assert [(problem.sheet, problem.row) for problem in found.problems] == [("Cũ", None)]
