"""The list of people, used as a clerk does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from db.values import MemberStatus
from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.members import MembersScreen
from tests.cast import a_cell, a_member
from tests.ui.hands import dialog, named, pressed, rows, shown, typed


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> MembersScreen:
    made = MembersScreen(desk)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


def names(screen: MembersScreen) -> list[str]:
    return [row[0] for row in rows(screen)]


def searched(screen: MembersScreen, text: str) -> None:
    typed(screen.search_box, text)
    QTest.keyClick(screen.search_box, Qt.Key.Key_Return)


def test_people_stand_in_the_vietnamese_order_of_names(screen: MembersScreen, store: Store) -> None:
    for name in ("Trần Văn Ước", "Lê Thị Đào", "Nguyễn Văn An", "Đỗ Văn An", "Lê Duẩn"):
        a_member(store, name)
    screen.show()
    assert names(screen) == ["Đỗ Văn An", "Nguyễn Văn An", "Lê Duẩn", "Lê Thị Đào", "Trần Văn Ước"]
    assert "5 người" in shown(screen)


def test_an_empty_register_says_what_to_do_next(screen: MembersScreen, qtbot: QtBot) -> None:
    screen.show()
    assert "Chưa có đảng viên." in shown(screen)
    with qtbot.waitSignal(screen.desk.place_wanted) as wanted:
        pressed(screen, "Nhập từ Excel…")
    assert wanted.args == ["importing", ""]


def test_typing_narrows_the_list_without_accents(screen: MembersScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    a_member(store, "Nguyễn Văn An")
    screen.show()
    searched(screen, "dao")
    assert names(screen) == ["Lê Thị Đào"]


def test_what_nobody_matches_offers_to_drop_the_search(screen: MembersScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    screen.show()
    searched(screen, "xyz")
    pressed(screen, "Bỏ tìm và lọc")
    assert names(screen) == ["Lê Thị Đào"]


def test_filters_narrow_by_cell_and_by_status(screen: MembersScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào", "Chi bộ Đội Cung 2")
    a_member(store, "Nguyễn Văn An", "Chi bộ Đội Cung 2", status=MemberStatus.EXEMPT)
    a_member(store, "Trần Văn Bình")
    screen.show()
    choose(screen, "Chi bộ", "Chi bộ Đội Cung 2")
    choose(screen, "Trạng thái", "Miễn sinh hoạt")
    assert names(screen) == ["Nguyễn Văn An"]


def choose(screen: MembersScreen, label: str, words: str) -> None:
    box = named(screen, QComboBox, label)
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def test_a_person_is_added_from_the_keyboard_alone(screen: MembersScreen, store: Store, qtbot: QtBot) -> None:
    a_cell(store)
    screen.show()
    with qtbot.waitActive(screen):
        screen.activateWindow()
    QTest.keyClick(screen.search_box, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    typed(named(dialog(screen), QLineEdit, "Họ và tên"), "Nguyễn Thị Ánh")
    typed(named(dialog(screen), QLineEdit, "Ngày sinh"), "5/2/60")
    pressed(dialog(screen), "Thêm đảng viên")
    assert "Chưa chọn chi bộ" in shown(dialog(screen))
    with qtbot.waitSignal(screen.desk.said) as said:
        pressed(dialog(screen), "Thêm đảng viên")
    assert said.args == ["Đã thêm Nguyễn Thị Ánh.", True]
    assert rows(screen)[0][:2] == ["Nguyễn Thị Ánh", "05/02/1960"]


def test_a_person_without_a_name_is_not_added(screen: MembersScreen, store: Store) -> None:
    screen.show()
    pressed(screen, "Thêm đảng viên")
    pressed(dialog(screen), "Thêm đảng viên")
    assert "hãy điền vào" in shown(dialog(screen))
    assert members.count(store, MemberFilter()) == 0
    dialog(screen).done(0)


def test_an_odd_card_number_is_warned_of_and_kept(screen: MembersScreen, store: Store) -> None:
    screen.show()
    pressed(screen, "Thêm đảng viên")
    box = dialog(screen)
    typed(named(box, QLineEdit, "Họ và tên"), "Lê Thị Đào")
    card = named(box, QLineEdit, "Số thẻ Đảng")
    typed(card, "123")
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert "8 hoặc 12 chữ số" in shown(box)
    pressed(box, "Thêm đảng viên")
    assert names(screen) == ["Lê Thị Đào"]


def test_a_person_is_amended_and_stays_selected(screen: MembersScreen, store: Store) -> None:
    person = a_member(store, "Lê Thị Đào")
    screen.show()
    screen.table.select_ids([person.id])
    pressed(screen, "Sửa")
    line = named(dialog(screen), QLineEdit, "Họ và tên")
    line.selectAll()
    typed(line, "Lê Thị Đào Anh")
    pressed(dialog(screen), "Ghi")
    assert names(screen) == ["Lê Thị Đào Anh"]
    assert screen.table.selected_ids() == [person.id]


def test_all_selected_people_go_to_the_bin_at_once(screen: MembersScreen, store: Store) -> None:
    gone = [a_member(store, name).id for name in ("Lê Thị Đào", "Trần Văn Bình")]
    a_member(store, "Nguyễn Văn An")
    screen.show()
    screen.table.select_ids(gone)
    assert "đã chọn 2" in shown(screen)
    pressed(screen, "Xóa")
    assert names(screen) == ["Nguyễn Văn An"]


def test_card_numbers_are_masked_on_the_screen(screen: MembersScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào", party_card_no="12345678")
    screen.show()
    assert "•••678" in rows(screen)[0]
    assert "12345678" not in "".join(rows(screen)[0])


def test_copied_rows_are_cells_for_a_spreadsheet(screen: MembersScreen, store: Store) -> None:
    person = a_member(store, "Lê Thị Đào")
    screen.show()
    screen.table.select_ids([person.id])
    screen.table.copy_rows()
    head, line = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:2] == ["Họ và tên", "Ngày sinh"]
    assert line.split("\t")[:2] == ["Lê Thị Đào", "05/02/1960"]


def test_an_entry_that_may_be_the_same_person_is_shown_before_another_is_kept(
    screen: MembersScreen, store: Store
) -> None:
    a_member(store, "Vũ Quốc An", birth_date="1987-04-19", cell_id=a_cell(store).id)
    screen.show()
    pressed(screen, "Thêm đảng viên")
    typed(named(dialog(screen), QLineEdit, "Họ và tên"), "Vũ Quốc An")
    typed(named(dialog(screen), QLineEdit, "Ngày sinh"), "19/4/1987")
    pressed(dialog(screen), "Thêm đảng viên")
    assert "Đã có Vũ Quốc An, 19/04/1987, ở Chi bộ Đội Cung 1" in shown(dialog(screen))
    assert members.count(store, MemberFilter()) == 1
    dialog(screen).done(0)


def test_a_new_person_is_shown_though_the_search_would_hide_them(screen: MembersScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    screen.show()
    screen.look_for("đào")
    pressed(screen, "Thêm đảng viên")
    typed(named(dialog(screen), QLineEdit, "Họ và tên"), "Trần Văn Bình")
    pressed(dialog(screen), "Thêm đảng viên")
    pressed(dialog(screen), "Thêm đảng viên")
    assert screen.search_box.text() == ""
    assert [person.full_name for person in screen.table.records()] == ["Trần Văn Bình"]
