"""A person's page, used as a clerk does: read, searched, dated facts written down and put right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from db.records import Member
from db.values import LeavingForm, MemberKind, MemberStatus
from desktop_app.services import journal, lives, members, moves, positions, standing
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.members import MembersScreen
from desktop_app.ui.screens.person_page import PersonPage
from desktop_app.ui.table import RecordTable
from tests.cast import CELL, a_cell, a_member
from tests.ui.hands import dialog, named, pressed, shown, typed


@pytest.fixture
def person(store: Store) -> Member:
    a_cell(store, "Chi bộ Đội Cung 2")
    return a_member(store, "Lê Thị Đào", party_card_no="12345678")


@pytest.fixture
def page(desk: Desk, person: Member, qtbot: QtBot) -> PersonPage:
    made = PersonPage(desk, person.id)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    return made


def offered(page: PersonPage) -> list[str]:
    return [action.text() for action in page.doings.actions() if action.text()]


def chosen(page: PersonPage, caption: str) -> None:
    next(action for action in page.doings.actions() if action.text() == f"{caption}…").trigger()


def entered(page: PersonPage, label: str, text: str) -> None:
    line = named(dialog(page), QLineEdit, label)
    line.selectAll()
    typed(line, text)


def picked(page: PersonPage, label: str, words: str) -> None:
    box = named(dialog(page), QComboBox, label)
    box.setCurrentText(words)


def events(page: PersonPage) -> str:
    return "\n".join(page.life.line.texts())


def test_the_page_tells_who_this_is_with_numbers_masked(page: PersonPage, person: Member) -> None:
    assert "Lê Thị Đào" in shown(page)
    assert person.code in shown(page)
    assert "•••••678" in shown(page)
    assert "12345678" not in shown(page)


def test_numbers_are_shown_on_demand_and_that_is_written_down(page: PersonPage, store: Store) -> None:
    pressed(page, "Hiện số đầy đủ")
    assert "12345678" in shown(page)
    assert [each.what for each in journal.output_log(store)] == ["Xem số đầy đủ"]
    pressed(page, "Che số")
    assert "12345678" not in shown(page)


def test_numbers_are_masked_again_for_who_comes_back(page: PersonPage) -> None:
    pressed(page, "Hiện số đầy đủ")
    page.hide()
    page.show()
    assert "12345678" not in shown(page)


def test_the_life_line_runs_from_the_oldest_to_the_latest(page: PersonPage, store: Store, person: Member) -> None:
    standing.exempt(store, person.id, "2020-05-01", "tuổi cao")
    page.reload()
    told = page.life.line.texts()
    assert [line.split("\t")[0] for line in told] == ["từ trước", "19/05/1985", "19/05/1986", "01/05/2020"]
    assert "miễn sinh hoạt" in told[-1]


def test_the_search_box_narrows_the_life_line(page: PersonPage) -> None:
    typed(page.search_box, "ket nap")
    assert len(page.life.line.texts()) == 1
    assert "Kết nạp Đảng" in events(page)


def test_a_transfer_between_cells_is_dated_and_told(page: PersonPage, qtbot: QtBot) -> None:
    chosen(page, "Chuyển sang chi bộ khác")
    entered(page, "Từ ngày", "1/3/2020")
    picked(page, "Sang chi bộ", "Chi bộ Đội Cung 2")
    entered(page, "Số quyết định", "12-QĐ/ĐU")
    with qtbot.waitSignal(page.desk.said) as said:
        pressed(dialog(page), "Ghi chuyển chi bộ")
    assert said.args == ["Đã chuyển sang Chi bộ Đội Cung 2: Lê Thị Đào.", True]
    assert "01/03/2020\tChuyển sang Chi bộ Đội Cung 2\tsố 12-QĐ/ĐU" in events(page)


def test_a_refusal_stands_in_the_dialog_and_nothing_is_written(page: PersonPage, store: Store, person: Member) -> None:
    before = lives.life(store, person.id)
    chosen(page, "Chuyển sang chi bộ khác")
    picked(page, "Sang chi bộ", CELL)
    pressed(dialog(page), "Ghi chuyển chi bộ")
    assert "hãy chọn chi bộ khác" in shown(dialog(page))
    assert lives.life(store, person.id) == before


def test_activity_elsewhere_is_in_a_cell_or_in_a_place_not_both(page: PersonPage) -> None:
    chosen(page, "Sinh hoạt tạm thời nơi khác")
    picked(page, "Tại chi bộ", "Chi bộ Đội Cung 2")
    entered(page, "Hoặc nơi khác", "Đảng bộ phường Hạc Thành")
    pressed(dialog(page), "Ghi sinh hoạt tạm thời")
    assert "không điền cả hai" in shown(dialog(page))


def test_an_active_member_is_offered_no_return_and_no_admission(page: PersonPage) -> None:
    for caption in ("Chuyển đi đảng bộ khác…", "Miễn sinh hoạt…", "Giữ chức vụ…", "Từ trần…", "Ra khỏi Đảng…"):
        assert caption in offered(page)
    for caption in ("Kết nạp Đảng…", "Công nhận chính thức…", "Trở lại sinh hoạt…", "Thôi chức vụ…"):
        assert caption not in offered(page)


def test_an_exempt_member_is_offered_the_way_back(page: PersonPage, store: Store, person: Member) -> None:
    standing.exempt(store, person.id, "2020-05-01", "tuổi cao")
    page.reload()
    assert "Trở lại sinh hoạt…" in offered(page)
    assert "Miễn sinh hoạt…" not in offered(page)


def test_someone_transferred_out_is_offered_to_come_in(page: PersonPage, store: Store, person: Member) -> None:
    moves.transfer_out(store, person.id, "2020-05-01", "Đảng bộ phường Hạc Thành")
    page.reload()
    assert "Chuyển đến từ đảng bộ khác…" in offered(page)
    assert "Chuyển sang chi bộ khác…" not in offered(page)


def test_the_dead_are_offered_nothing(page: PersonPage, store: Store, person: Member) -> None:
    standing.died(store, person.id, "2020-05-01")
    page.reload()
    assert offered(page) == []


def test_a_guest_is_admitted_in_the_cell_chosen(desk: Desk, store: Store, qtbot: QtBot) -> None:
    dates = {"admitted_on": None, "official_on": None, "birth_date": "1995"}
    guest = a_member(store, "Trần Văn Bình", kind=MemberKind.GUEST, **dates)
    made = PersonPage(desk, guest.id)
    qtbot.addWidget(made)
    made.show()
    chosen(made, "Kết nạp Đảng")
    entered(made, "Ngày kết nạp", "3/2/2021")
    entered(made, "Số quyết định", "15-QĐ/ĐU")
    pressed(dialog(made), "Ghi kết nạp")
    assert members.member(store, guest.id).kind is MemberKind.PROBATIONARY
    assert "Công nhận chính thức…" in offered(made)


def test_who_never_had_a_cell_is_put_into_one(desk: Desk, store: Store, qtbot: QtBot) -> None:
    a_cell(store)
    person = a_member(store, "Trần Văn Bình", cell=None)
    made = PersonPage(desk, person.id)
    qtbot.addWidget(made)
    made.show()
    chosen(made, "Xếp vào chi bộ")
    picked(made, "Chi bộ", CELL)
    pressed(dialog(made), "Xếp vào chi bộ")
    assert members.member(store, person.id).cell == CELL


def test_an_office_is_held_and_laid_down(page: PersonPage, store: Store, person: Member) -> None:
    chosen(page, "Giữ chức vụ")
    entered(page, "Chức vụ", "Bí thư chi bộ")
    entered(page, "Từ ngày", "1/2/2020")
    pressed(dialog(page), "Ghi giữ chức vụ")
    chosen(page, "Thôi chức vụ")
    entered(page, "Từ ngày", "1/2/2021")
    pressed(dialog(page), "Ghi thôi chức vụ")
    assert "01/02/2021\tThôi chức vụ Bí thư chi bộ" in events(page)
    assert members.member(store, person.id).position is None


def test_the_edit_dialog_asks_for_nothing_that_changes_on_a_day(page: PersonPage) -> None:
    pressed(page, "Sửa thông tin")
    asked = [each.accessibleName() for each in dialog(page).findChildren(QComboBox)]
    assert asked == ["Giới tính"]
    assert "nút “Ghi việc”" in shown(dialog(page))
    dialog(page).done(0)


def test_the_party_dates_are_not_edited_once_a_decision_stands_behind_them(
    page: PersonPage, store: Store, person: Member
) -> None:
    standing.left(store, person.id, "2019-01-01", LeavingForm.ASKED, "1-QĐ/ĐU")
    standing.admit(store, person.id, "2020-01-01", "2-QĐ/ĐU")
    page.reload()
    pressed(page, "Sửa thông tin")
    assert "Vào Đảng" not in [each.accessibleName() for each in dialog(page).findChildren(QLineEdit)]
    dialog(page).done(0)


def test_a_cell_written_down_wrongly_is_put_right_without_a_move(
    page: PersonPage, store: Store, person: Member
) -> None:
    pressed(page, "Sửa ghi nhầm")
    picked(page, "Chi bộ", "Chi bộ Đội Cung 2")
    pressed(dialog(page), "Ghi")
    assert [stay.cell for stay in lives.life(store, person.id).cells] == ["Chi bộ Đội Cung 2"]


def row_of(table: RecordTable, text: str) -> int:
    return next(at for at in range(table.rows.rowCount()) if text in table.rows.text(at, 1))


def test_a_day_written_down_wrongly_is_put_right_with_a_reason(page: PersonPage, store: Store, person: Member) -> None:
    standing.exempt(store, person.id, "2020-05-01", "tuổi cao")
    page.reload()
    page.turn(1)
    page.records.table.selectRow(row_of(page.records.table, "miễn sinh hoạt"))
    pressed(page, "Sửa ngày")
    entered(page, "Từ ngày", "1/6/2020")
    entered(page, "Lý do sửa", "ghi nhầm ngày")
    pressed(dialog(page), "Sửa ngày")
    status = lives.life(store, person.id).statuses[-1]
    assert (status.status, status.valid_from) == (MemberStatus.EXEMPT, "2020-06-01")


def test_a_fact_that_never_was_is_struck_out(page: PersonPage, store: Store, person: Member) -> None:
    standing.exempt(store, person.id, "2020-05-01", "tuổi cao")
    page.reload()
    page.turn(1)
    page.records.table.selectRow(row_of(page.records.table, "miễn sinh hoạt"))
    pressed(page, "Xóa ghi nhầm")
    entered(page, "Lý do sửa", "nhầm người")
    pressed(dialog(page), "Xóa ghi nhầm")
    assert members.member(store, person.id).status is MemberStatus.ACTIVE


def test_what_was_changed_is_listed_and_taken_back_from_the_page(
    page: PersonPage, store: Store, person: Member
) -> None:
    standing.exempt(store, person.id, "2020-05-01", "tuổi cao")
    page.reload()
    page.turn(2)
    table = page.changes.table
    told = [table.rows.text(at, 3) + table.rows.text(at, 4) for at in range(table.rows.rowCount())]
    assert "Trạng thái sinh hoạt: lý dotuổi cao" in told
    table.selectRow(0)
    pressed(page, "Hoàn tác việc này")
    assert members.member(store, person.id).status is MemberStatus.ACTIVE


def test_the_page_of_someone_who_is_gone_leads_back(page: PersonPage, store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.back_wanted):
        page.desk.undo()


def test_the_menu_opens_from_the_keyboard(page: PersonPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.focus_start()
    QTest.keyClick(page.life.line, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.doings.isVisible()
    QTest.keyClick(page.doings, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.doings.isVisible())


def test_an_office_to_be_held_starts_empty_and_the_one_to_lay_down_is_there(page: PersonPage, store: Store) -> None:
    positions.hold_office(store, page.member_id, "Bí thư chi bộ", "2020-02-01")
    page.reload()
    chosen(page, "Giữ chức vụ")
    assert named(dialog(page), QLineEdit, "Chức vụ").text() == ""
    dialog(page).close()
    chosen(page, "Thôi chức vụ")
    assert named(dialog(page), QComboBox, "Chức vụ").currentText() == "Bí thư chi bộ"


def test_enter_on_the_one_person_found_opens_the_page(desk: Desk, person: Member, qtbot: QtBot) -> None:
    listed = MembersScreen(desk)
    qtbot.addWidget(listed)
    listed.show()
    typed(listed.search_box, "dao")
    with qtbot.waitSignal(desk.page_opened) as opened:
        QTest.keyClick(listed.search_box, Qt.Key.Key_Return)
    assert opened.args is not None and opened.args[0].member_id == person.id
    qtbot.addWidget(opened.args[0])
