"""Members given out by command: the list asked for, told what stays blank, never over the store itself."""

from pathlib import Path

import pytest

from tests.commands.conftest import Typed
from tests.commands.lists import member_list


@pytest.fixture
def filled(office: Typed, tmp_path: Path) -> Typed:
    office("import", "members", member_list(tmp_path / "ds.xlsx"))
    return office


def test_the_list_has_the_people_and_columns_asked_for(filled: Typed, tmp_path: Path) -> None:
    out = tmp_path / "ra.csv"
    words = ("--cell", "Đội Cung 1", "--columns", "full_name, birth_date", "--out", out, "--json")
    told = filled("export", "members", *words).data
    assert told == {"layout": "list", "out": str(out), "members": 2, "blank": []}
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["STT;Họ và tên;Ngày sinh", "1;Nguyễn Văn An;05/02/1960", "2;Trần Thị Bình;1955"]


def test_the_national_file_says_what_stays_blank(filled: Typed, tmp_path: Path) -> None:
    told = filled("export", "members", "--layout", "4.0", "--out", tmp_path / "ra.xlsx")
    assert told.out.startswith("Đã xuất 4 người ra tệp ra.xlsx. Các cột sau để trống vì sổ không lưu: ID, Dân tộc")


def test_what_was_given_out_is_imported_again_without_a_change(filled: Typed, tmp_path: Path) -> None:
    out = tmp_path / "ra.xlsx"
    filled("export", "members", "--layout", "4.0", "--out", out)
    told = filled("import", "members", out, "--json").data
    assert (told["created"], told["updated"], told["unchanged"], told["held"]) == (0, 0, 4, 0)


def test_only_people_of_a_status_are_given_out(filled: Typed, tmp_path: Path) -> None:
    told = filled("export", "members", "--status", "Từ trần", "--out", tmp_path / "ra.csv")
    assert told.code == 1 and "Không có người nào" in told.err


def test_an_export_is_written_down(filled: Typed, tmp_path: Path) -> None:
    filled("export", "members", "--out", tmp_path / "ra.csv")
    assert "ra.csv" in filled("history", "--outputs").out


def test_the_store_is_never_written_over(filled: Typed, office_path: Path) -> None:
    before = office_path.read_bytes()
    told = filled("export", "members", "--out", office_path)
    assert (told.code, office_path.read_bytes()) == (1, before)


def test_fixed_columns_are_not_chosen(filled: Typed, tmp_path: Path) -> None:
    told = filled("export", "members", "--layout", "4.0", "--columns", "note", "--out", tmp_path / "ra.xlsx")
    assert told.code == 1 and "--columns" in told.err
