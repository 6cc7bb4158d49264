"""Papers of the register and the office: who is in which cell, one person whole, what is handed over."""

from pathlib import Path

import pytest

from db.values import Branch, OutputKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.services import figures, members, moves, positions
from desktop_app.services.backups import back_up
from desktop_app.services.journal import output_log, record_output
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


def test_a_person_is_given_everything_that_is_kept_about_them(small_store: Store, small: SmallRound) -> None:
    text = " ".join(pages_of(small_store, "person-data", member_id=small.people["Nguyễn Văn An"]))
    assert "cá nhân của đồng chí Nguyễn Văn An" in text and "CỘNG HÒA" not in text
    assert "Có mặt" in text and "Bài thu hoạch" in text and "Sổ không giữ gì ở mục này." in text


def test_numbers_are_given_in_full_and_the_look_is_written_down(blank: Store) -> None:
    person = a_member(blank, "Nguyễn Văn An", party_card_no="12345678", citizen_id="079187654321", note="hay ốm")
    positions.hold_office(blank, person.id, "Bí thư chi bộ", "2020-01-05", Branch.PARTY)
    record_output(blank, "Phiếu thông tin đảng viên", "Nguyễn Văn An")
    record_output(blank, "Phiếu thông tin đảng viên", "Nguyễn Văn An (9999999)")
    text = " ".join(pages_of(blank, "person-data", member_id=person.id))
    assert "12345678" in text and "079187654321" in text and "hay ốm" in text and "Giữ chức vụ Bí thư chi bộ" in text
    assert text.count("Phiếu thông tin đảng viên") == 1 and "Xem số đầy đủ" in text
    assert output_log(blank)[0].kind is OutputKind.REVEAL and person.code in output_log(blank)[0].scope


def test_who_made_up_a_half_day_and_wrote_finds_it_on_the_paper(small_store: Store, small: SmallRound) -> None:
    made_up = figures.figures(small_store, small.round_id)[Figure.MADE_UP][0]
    text = " ".join(pages_of(small_store, "person-data", member_id=made_up))
    after = text.split("4. Học bù")[1].split("5. Bài thu hoạch")[0]
    assert "Sổ không giữ gì" not in after and "Sáng" in after + "Chiều"
