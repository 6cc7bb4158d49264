"""Changes by hand of a frozen list, made in its tab as a clerk does."""

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from db.records import Conference, RollRow
from db.values import Deduction
from desktop_app.services import conferences, rolls
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.unknown_page import UnknownPage
from desktop_app.ui.style import ROW
from tests.cast import a_member, some_members
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, typed
from tests.ui.screens.study import a_conference, a_venue, opened


@pytest.fixture
def held(store: Store) -> Conference:
    some_members(store, 3)
    made = a_conference(store)
    a_venue(store, made, "Nhà văn hóa")
    rolls.freeze(store, made.id)
    return made


@pytest.fixture
def roll(desk: Desk, held: Conference, qtbot: QtBot) -> ListPane:
    page = ConferencePage(desk, held.id)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    page.tabs.setCurrentIndex(3)
    return page.panes()[0]


def row_of(store: Store, held: Conference, name: str) -> RollRow:
    return next(row for row in rolls.roll(store, held.id) if row.full_name == name)


def test_someone_of_the_register_is_added_by_name(roll: ListPane, store: Store, held: Conference) -> None:
    a_member(store, "Trịnh Văn Mới")
    assert roll.press("Ctrl+N")
    typed(named(dialog(roll), QLineEdit, "Người"), "Trịnh Văn Mới")
    typed(named(dialog(roll), QLineEdit, "Lý do"), "mới chuyển về")
    pressed(dialog(roll), "Thêm vào danh sách")
    assert row_of(store, held, "Trịnh Văn Mới").reason == "mới chuyển về"
    assert "Trịnh Văn Mới" in [row[0] for row in rows(roll)]


def test_a_name_nobody_has_is_told_in_the_dialog(roll: ListPane) -> None:
    roll.press("Ctrl+N")
    typed(named(dialog(roll), QLineEdit, "Người"), "Không Có Ai")
    typed(named(dialog(roll), QLineEdit, "Lý do"), "mới chuyển về")
    pressed(dialog(roll), "Thêm vào danh sách")
    assert "Không tìm thấy “Không Có Ai”" in shown(dialog(roll))


@pytest.mark.parametrize(("unsure", "figure"), [(False, "guests"), (True, "provisional")])
def test_someone_not_in_the_register_is_written_in(
    roll: ListPane, store: Store, held: Conference, unsure: bool, figure: str
) -> None:
    pressed(roll, "Ghi thêm người ngoài sổ")
    typed(named(dialog(roll), QLineEdit, "Họ và tên"), "Lê Thị Lạ")
    named(dialog(roll), QComboBox, "Điểm cầu").setCurrentText("Nhà văn hóa")
    typed(named(dialog(roll), QLineEdit, "Lý do"), "khách mời")
    next(iter(dialog(roll).findChildren(QCheckBox))).setChecked(unsure)
    pressed(dialog(roll), "Ghi thêm")
    assert getattr(rolls.totals(store, held.id), figure) == 1
    assert row_of(store, held, "Lê Thị Lạ").venue == "Nhà văn hóa"


def test_several_are_taken_off_with_one_reason(
    roll: ListPane, store: Store, held: Conference, answers: Answers
) -> None:
    roll.table.selectAll()
    answers.coming = ["đi công tác"]
    pressed(roll, "Đưa khỏi danh sách")
    assert rolls.totals(store, held.id).other == 3
    assert answers.asked[0].startswith("Đưa 3 người đã chọn khỏi danh sách phải dự")
    assert {row.deduction for row in rolls.roll(store, held.id)} == {Deduction.OTHER}


def test_who_is_on_the_list_is_not_put_back(roll: ListPane, store: Store, held: Conference, qtbot: QtBot) -> None:
    roll.table.select_ids([rolls.roll(store, held.id)[0].member_id])
    with qtbot.waitSignal(roll.desk.refused) as refused:
        pressed(roll, "Đưa trở lại")
    assert "đang ở trong danh sách phải dự" in refused.args[0]


def test_a_person_sits_at_another_venue_than_the_cell(
    roll: ListPane, store: Store, held: Conference, answers: Answers
) -> None:
    person = rolls.roll(store, held.id)[0]
    roll.table.select_ids([person.member_id])
    answers.coming = [conferences.venues(store, held.id)[0].id]
    pressed(roll, "Đổi điểm cầu")
    assert row_of(store, held, person.full_name).venue == "Nhà văn hóa"


def test_strangers_are_shown_from_the_list(roll: ListPane, qtbot: QtBot) -> None:
    page = opened(roll.desk, qtbot, lambda: pressed(roll, "Người chưa rõ danh tính"))
    assert isinstance(page, UnknownPage)


def test_before_freezing_nothing_can_be_changed_by_hand(desk: Desk, store: Store, qtbot: QtBot) -> None:
    page = ConferencePage(desk, a_conference(store).id)
    qtbot.addWidget(page)
    page.show()
    page.tabs.setCurrentIndex(3)
    assert not page.panes()[0].press("Ctrl+N")
    assert "Sửa tay từng người làm sau khi chốt" in shown(page)


def test_on_a_low_screen_the_list_has_the_room_of_what_is_said_above_it(roll: ListPane) -> None:
    page = roll.page
    assert isinstance(page, ConferencePage)
    assert page.facts_line.isVisible()
    page.resize(900, 464)
    QApplication.processEvents()
    assert not page.facts_line.isVisible()
    assert roll.table.viewport().height() >= 3 * ROW
    page.tabs.setCurrentIndex(0)
    assert page.facts_line.isVisible()
