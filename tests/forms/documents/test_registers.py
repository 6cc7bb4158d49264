"""Papers of the register and the office: who is in which cell, one person whole, what is handed over."""

from pathlib import Path

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import members, moves
from desktop_app.services.backups import back_up
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import GUEST, SmallRound


def test_the_register_has_its_fourteen_numbered_columns(read: Read) -> None:
    text = read("member-register")
    assert "SỔ DANH SÁCH ĐẢNG VIÊN" in text and "(1)" in text and "(14)" in text
    assert "Nguyễn Văn An" in text and GUEST not in text


def test_the_register_of_a_cell_counts_its_members(small_store: Store, small: SmallRound) -> None:
    known = members.page(small_store, members.list_ids(small_store, MemberFilter(cell_id=small.cell_ids[1])))
    count = sum(each.kind is not None and each.kind.value != "guest" for each in known)
    text = " ".join(pages_of(small_store, "member-register", cell_id=small.cell_ids[1]))
    assert f"Tổng số: {count} đảng viên" in text


def test_who_came_from_elsewhere_stands_with_day_and_place(blank: Store) -> None:
    person = a_member(blank, "Y Blŏk Êban")
    moves.transfer_out(blank, person.id, "2020-01-01", "Đảng ủy xã Cư Êbur", "12-GT")
    moves.transfer_in(blank, person.id, "2021-01-05", a_cell(blank).id, "Đảng ủy xã Cư Êbur", "15-GT")
    text = " ".join(pages_of(blank, "member-register"))
    assert "Y Blŏk Êban" in text and "05/01/2021" in text


def test_an_empty_register_says_so(blank: Store) -> None:
    assert "Chưa có đảng viên nào." in " ".join(pages_of(blank, "member-register"))
    assert "Chưa có chi bộ nào." in " ".join(pages_of(blank, "cell-list"))


def test_the_cells_add_up(read: Read, small_store: Store) -> None:
    text = read("cell-list")
    known = members.page(small_store, members.list_ids(small_store, MemberFilter()))
    known = [each for each in known if each.cell_id is not None]
    count = sum(each.kind.value != "guest" and each.status.value not in ("deceased", "left") for each in known)  # type: ignore[union-attr]
    assert f"TỔNG CỘNG {count}" in text


def test_a_secretary_is_named_and_a_deputy_is_not(blank: Store) -> None:
    a_member(blank, "Nguyễn Văn Trưởng", party_position="Bí thư chi bộ")
    a_member(blank, "Trần Thị Phó", party_position="Phó Bí thư")
    text = " ".join(pages_of(blank, "cell-list"))
    assert "Nguyễn Văn Trưởng" in text and "Trần Thị Phó" not in text


def test_the_chart_names_the_office_and_every_cell(read: Read) -> None:
    text = read("organization-chart")
    assert "SƠ ĐỒ TỔ CHỨC" in text and "Đội Cung 1" in text and "Trường Mầm non Đông Thọ" in text


def test_a_person_stands_whole_with_numbers_masked(blank: Store) -> None:
    person = a_member(blank, "Nguyễn Văn An", party_card_no="12345678")
    text = " ".join(pages_of(blank, "person-sheet", member_id=person.id))
    assert "đảng viên Nguyễn Văn An" in text and "678" in text and "12345678" not in text
    assert "Không còn việc phải thực hiện" in text and "Quá trình" in text


def test_the_handover_counts_what_the_store_holds(read: Read) -> None:
    text = read("handover")
    assert "bàn giao sổ học tập" in text and "Sổ được sao lưu" in text and "BÊN NHẬN" in text


def test_minutes_of_a_backup_need_one(kept_store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="hãy sao lưu"):
        pages_of(kept_store, "backup-minutes")
    back_up(kept_store, tmp_path / "a.sht-backup")
    assert "Sổ được sao lưu lần gần nhất" in " ".join(pages_of(kept_store, "backup-minutes"))
