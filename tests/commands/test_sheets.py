"""Sending attendance workbooks out, taking them and other lists back, and the sign-in pages, by command."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.conftest import Typed
from tests.exchange.files import workbook
from tests.exchange.returned import fill

DAY = ("--half-day", "2021-04-03 sáng")


@pytest.fixture
def held(practice: Typed) -> Typed:
    """A second conference of one half-day, frozen and not marked."""
    practice("conference", "new", "--name", "Hội nghị hai", *DAY)
    practice("roll", "--freeze")
    return practice


def out(held: Typed, folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = held("sheet", "out", "--all", "cells", "--to", folder, "--json").data["sheets"]
    return found


def first_name(path: Path) -> str:
    sheet = load_workbook(path)["Điểm danh"]
    return next(str(row[3].value) for row in sheet.iter_rows() if row[1].value == 1)


def test_every_cell_gets_a_workbook(held: Typed, tmp_path: Path) -> None:
    sheets = out(held, tmp_path)
    assert len(sheets) > 3
    assert all(Path(str(sheet["file"])).exists() and sheet["version"] == 1 for sheet in sheets)


def test_a_filled_workbook_is_taken_over_and_taken_back_whole(held: Typed, tmp_path: Path) -> None:
    path = Path(str(out(held, tmp_path)[0]["file"]))
    fill(path, {(first_name(path), "Sáng 03/04/2021"): "Có mặt"})
    told = held("sheet", "in", path, "--json").data
    assert (told["marks"], told["counts"]["new"]) == (1, 1)
    held("undo")
    assert held("sheet", "in", path, "--check", "--json").data["counts"]["new"] == 1


def test_several_workbooks_are_taken_over_at_once(held: Typed, tmp_path: Path) -> None:
    paths = [Path(str(sheet["file"])) for sheet in out(held, tmp_path)[:3]]
    for path in paths:
        fill(path, {(first_name(path), "Sáng 03/04/2021"): "Vắng có lý do"})
    assert held("sheet", "in", *paths, "--json").data["marks"] == 3


def test_looking_writes_nothing(held: Typed, tmp_path: Path) -> None:
    path = Path(str(out(held, tmp_path)[0]["file"]))
    fill(path, {(first_name(path), "Sáng 03/04/2021"): "Có mặt"})
    assert held("sheet", "in", path, "--check", "--json").data["marks"] == 0
    assert held("sheet", "in", path, "--json").data["marks"] == 1


def test_a_row_that_was_not_taken_is_marked_in_red_in_a_copy(held: Typed, tmp_path: Path) -> None:
    path = Path(str(out(held, tmp_path)[0]["file"]))
    fill(path, {(first_name(path), "Sáng 03/04/2021"): "chắc có"})
    told = held("sheet", "in", path, "--errors", tmp_path / "lai.xlsx")
    assert "chắc có" in told.out
    texts = [str(cell.value) for row in load_workbook(tmp_path / "lai.xlsx")["Điểm danh"].iter_rows() for cell in row]
    assert any("Không hiểu “chắc có”" in text for text in texts)


def a_list(held: Typed, folder: Path, mark: str) -> Path:
    person = held("members", "--limit", 1, "--json").data["members"][0]
    rows = [["Họ và tên", "Ngày sinh", "Điểm danh"], [person["full_name"], person["birth_date"], mark]]
    return workbook(folder / "tu-lap.xlsx", ("DS", rows))


def test_a_list_of_ones_own_is_taken_over(held: Typed, tmp_path: Path) -> None:
    assert held("sheet", "in", a_list(held, tmp_path, "x"), "--free", "--json").data["marks"] == 1


def test_a_letter_of_two_meanings_is_asked_about(held: Typed, tmp_path: Path) -> None:
    path = a_list(held, tmp_path, "P")
    told = held("sheet", "in", path, "--free")
    assert told.code == 1 and "“p”: vắng có lý do hay có mặt" in told.err
    assert held("sheet", "in", path, "--free", "--word", "p=2", "--json").data["marks"] == 1


def test_a_list_that_was_never_sent_is_refused_as_a_workbook(held: Typed, tmp_path: Path) -> None:
    told = held("sheet", "in", a_list(held, tmp_path, "x"))
    assert told.code == 1 and "không phải phiếu điểm danh do sổ này gửi đi" in told.err


def test_a_folder_that_is_not_there_is_refused(held: Typed, tmp_path: Path) -> None:
    told = held("sheet", "out", "--all", "cells", "--to", tmp_path / "khong")
    assert told.code == 1 and "Không có thư mục" in told.err


def test_the_pages_that_are_missing_are_listed(held: Typed, tmp_path: Path) -> None:
    held("print", "sign-in", "--out", tmp_path / "ky.pdf")
    told = held("pages", "--json").data
    assert told["missing"] == len(told["pages"]) > 0
    assert {len(page["code"]) for page in told["pages"]} == {10}
