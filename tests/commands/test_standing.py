"""Gestures about a person as they are typed, what `person` and `history` tell of them, and the way back."""

from pathlib import Path

import pytest

from desktop_app.services import members
from desktop_app.services.store import open_office
from tests.commands.conftest import Typed

PAPER = "12-QĐ/ĐU"


@pytest.fixture
def code(codes: list[str]) -> str:
    return codes[0]


def cell_of(practice: Typed, code: str) -> str:
    return str(practice("person", code, "--json").data["member"]["cell"])


def another_cell(practice: Typed, code: str) -> str:
    here = cell_of(practice, code)
    cells = [str(person["cell"]) for person in practice("members", "--json").data["members"]]
    return next(cell for cell in cells if cell != here)


def test_a_move_between_cells_is_recorded(practice: Typed, code: str) -> None:
    other = another_cell(practice, code)
    told = practice("transfer", code, "--on", "01/04/2021", "--cell", other, "--decision", PAPER, "--json").data
    assert (told["on"], told["member"]["cell"]) == ("2021-04-01", other)
    events = practice("person", code, "--json").data["events"]
    assert ("cell", "2021-04-01", PAPER) in {(e["kind"], e["on"], e["decision"]) for e in events}


def test_out_of_the_office_and_in_again(practice: Typed, code: str) -> None:
    home = cell_of(practice, code)
    practice("transfer", code, "--on", "01/03/2021", "--to", "Đảng bộ phường Ba Đình")
    assert practice("person", code, "--json").data["member"]["cell"] is None
    back = practice("transfer", code, "--on", "02/04/2021", "--from", "Ba Đình", "--cell", home, "--json")
    assert back.data["member"]["cell"] == home


def test_a_transfer_says_where_to(practice: Typed, code: str) -> None:
    assert "hãy ghi --cell" in practice("transfer", code, "--on", "01/03/2021").err
    told = practice("transfer", code, "--on", "01/03/2021", "--to", "Ba Đình", "--cell", cell_of(practice, code))
    assert told.code == 1 and "hãy bỏ --cell hoặc --to" in told.err


def test_away_for_a_time_and_back(practice: Typed, code: str) -> None:
    practice("transfer", code, "--on", "01/01/2021", "--cell", another_cell(practice, code))
    home = cell_of(practice, code)
    assert practice("away", code, "--on", "01/02/2021", "--place", "Huế").code == 0
    assert practice("return", code, "--on", "01/03/2021", "--json").data["member"]["cell"] == home
    assert practice("away", code, "--on", "01/04/2021", "--cell", another_cell(practice, code)).code == 0


def test_a_member_of_another_office_is_hosted(practice: Typed, code: str) -> None:
    home = cell_of(practice, code)
    practice("transfer", code, "--on", "01/02/2021", "--to", "Huế")
    told = practice("host", code, "--on", "01/03/2021", "--cell", home, "--from", "Huế", "--until", "01/06/2021")
    assert told.code == 0 and "Nhận sinh hoạt tạm thời" in told.out


def test_exempt_and_active_again(practice: Typed, code: str) -> None:
    told = practice("exempt", code, "--on", "01/02/2021", "--reason", "tuổi cao", "--json").data
    assert told["member"]["status"] == "Miễn sinh hoạt"
    assert practice("resume", code, "--on", "01/03/2021", "--json").data["member"]["status"] == "Đang sinh hoạt Đảng"


def test_exempt_from_essays_alone(practice: Typed, code: str) -> None:
    told = practice("exempt", code, "--on", "01/02/2021", "--reason", "mắt kém", "--essay", "--json").data
    assert (told["done"], told["member"]["status"]) == ("Miễn viết thu hoạch", "Đang sinh hoạt Đảng")
    assert practice("resume", code, "--on", "01/03/2021", "--essay").code == 0


def test_death_and_what_it_forbids(practice: Typed, code: str) -> None:
    assert practice("died", code, "--on", "04/04/2021", "--json").data["member"]["status"] == "Từ trần"
    again = practice("exempt", code, "--on", "05/04/2021", "--reason", "ốm")
    assert again.code == 1 and "đã từ trần ngày 04/04/2021" in again.err


def test_leaving_the_party(practice: Typed, code: str) -> None:
    told = practice("left", code, "--on", "05/04/2021", "--form", "xóa tên", "--decision", PAPER, "--json").data
    assert (told["done"], told["member"]["status"]) == ("Ra khỏi Đảng (xóa tên)", "Rời khỏi Đảng")
    assert practice("left", code, "--on", "05/04/2021", "--form", "bỏ", "--decision", PAPER).code == 2


def test_admission_and_official_membership_are_held_to_the_rules(practice: Typed, code: str) -> None:
    for command in ("admit", "official"):
        told = practice(command, code, "--on", "01/04/2021", "--decision", PAPER)
        assert told.code == 1 and "đã là đảng viên chính thức" in told.err


def test_an_office_taken_up_and_laid_down(practice: Typed, code: str) -> None:
    practice("office", code, "Trưởng phố", "--on", "01/02/2021", "--branch", "chính quyền", "--term", "2021–2026")
    assert "Trưởng phố" in practice("person", code).out
    told = practice("office", code, "Trưởng phố", "--on", "01/03/2021", "--end", "--json")
    assert "Trưởng phố" not in (told.data["member"]["position"] or "")


def test_numbers_are_masked_unless_asked_for_and_that_is_written_down(practice: Typed, code: str) -> None:
    hidden = practice("person", code, "--json").data["member"]["citizen_id"]
    shown = practice("person", code, "--show-ids", "--json").data["member"]["citizen_id"]
    assert hidden == "•" * 9 + shown[-3:] and shown.isdigit()
    assert [each["kind"] for each in practice("history", "--outputs", "--json").data["outputs"]] == ["reveal"]


def test_history_tells_what_changed_about_a_person(practice: Typed, code: str) -> None:
    practice("died", code, "--on", "04/04/2021")
    changes = practice("history", "--person", code, "--json").data["changes"]
    assert ("Trạng thái", None, "Từ trần") in {(c["caption"], c["before"], c["after"]) for c in changes}
    gesture = practice("history", "--json").data["gestures"][0]["id"]
    assert practice("history", "--gesture", gesture, "--json").data["changes"]


def test_a_gesture_is_taken_back_by_its_number_and_done_again(practice: Typed, codes: list[str]) -> None:
    practice("died", codes[0], "--on", "04/04/2021")
    first = practice("undo", "--list", "--json").data["gestures"][0]["id"]
    practice("died", codes[1], "--on", "04/04/2021")
    assert practice("undo", first, "--json").data["id"] == first
    assert practice("redo", "--list", "--json").data["gestures"][0]["id"] == first
    assert practice("redo", "--json").data["id"] == first
    assert practice("person", codes[0], "--json").data["member"]["status"] == "Từ trần"


def test_nothing_to_redo_is_said(practice: Typed) -> None:
    assert "Không có thao tác nào để làm lại" in practice("redo").err


def test_the_bin_is_empty_until_someone_is_removed(practice: Typed, code: str) -> None:
    assert practice("bin", "--json").data == {"members": []}
    told = practice("bin", "--restore", code)
    assert told.code == 1 and "trong thùng rác" in told.err


def test_people_come_back_from_the_bin(practice: Typed, practice_path: Path, code: str) -> None:
    store = open_office(practice_path)
    members.remove(store, [members.find_member(store, code).id])
    store.close()
    assert [person["code"] for person in practice("bin", "--json").data["members"]] == [code]
    assert practice("bin", "--restore", code, "--json").data["restored"][0]["code"] == code
    assert practice("person", code).code == 0


def test_a_print_is_written_down(practice: Typed, tmp_path: Path) -> None:
    assert practice("print", "not-studied", "--out", tmp_path / "x.pdf").code == 0
    assert [each["what"] for each in practice("history", "--outputs", "--json").data["outputs"]] == [
        "Danh sách chưa học"
    ]
