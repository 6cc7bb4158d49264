"""The window as a whole: places, pages and the way back, the quiet line, whose store it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.ui.help_page import HelpPage
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens import SCREENS, Place
from desktop_app.ui.screens.bin_page import BinPage
from desktop_app.ui.screens.history import HistoryScreen
from desktop_app.ui.window import Window
from tests.cast import a_cell, a_member
from tests.ui.conftest import Answers
from tests.ui.hands import endless, pressed, rows, shown, table_in

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def current(window: Window) -> Screen:
    screen = window.current()
    assert screen is not None
    return screen


def keyed(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def place_button(window: Window, caption: str) -> QWidget:
    return next(each for each in window.findChildren(QToolButton) if each.text() == caption)


@pytest.mark.parametrize("place", SCREENS, ids=lambda place: place.key)
def test_every_place_of_the_window_comes_up(window: Window, place: Place, qtbot: QtBot) -> None:
    QTest.mouseClick(place_button(window, place.title), Qt.MouseButton.LeftButton)
    assert current(window).isVisible()
    assert current(window).title == place.title
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)


def test_the_bottom_says_whose_store_this_is(window: Window) -> None:
    assert "Đảng ủy phường Đông Thọ · so-hoc-tap.sht · Sao lưu gần nhất: chưa có" in shown(window)
    assert "THỰC HÀNH" not in window.windowTitle()


def test_a_gesture_is_told_and_taken_back_from_the_quiet_line(window: Window) -> None:
    window.go_to("members")
    person = a_member(current(window).store, "Lê Thị Đào")
    current(window).perform(members.remove, [person.id])
    assert "Đã đưa 1 người vào thùng rác." in shown(window)
    pressed(window, "Hoàn tác")
    assert rows(current(window))[0][0] == "Lê Thị Đào"
    told = "Đã hoàn tác: Đưa 1 người vào thùng rác. Việc này thuộc phần Đảng viên, ghi lúc hôm nay"
    assert told in shown(window)


def test_ctrl_z_takes_back_the_last_gesture(window: Window) -> None:
    window.go_to("members")
    person = a_member(current(window).store)
    current(window).perform(members.remove, [person.id])
    current(window).setFocus()
    keyed(window, Qt.Key.Key_Z, CTRL)
    assert members.count(current(window).store, MemberFilter()) == 1


def test_a_refusal_is_told_and_nothing_to_take_back_is_offered(window: Window) -> None:
    assert current(window).perform(members.member, 999) is None
    assert "Không còn người này trong sổ" in shown(window)
    assert not window.message.undo.isVisible()


def test_a_hidden_screen_reads_again_when_next_shown(window: Window) -> None:
    window.go_to("cells")
    window.go_to("members")
    assert window.desk is not None
    window.desk.write(a_cell)
    window.go_to("cells")
    assert rows(current(window))[0][0] == "Chi bộ Đội Cung 1"


def test_a_page_opens_in_place_and_alt_left_leads_back(window: Window) -> None:
    window.go_to("members")
    keyed(window, Qt.Key.Key_F1)
    assert isinstance(current(window), HelpPage)
    keyed(window, Qt.Key.Key_Left, ALT)
    assert current(window).title == "Đảng viên"


def test_a_place_is_found_as_it_was_left(window: Window) -> None:
    window.go_to("journal")
    pressed(window, "Thùng rác")
    window.go_to("cells")
    window.go_to("journal")
    assert isinstance(current(window), BinPage)


def test_help_and_the_manual_are_closed_when_another_place_is_gone_to(window: Window) -> None:
    window.go_to("journal")
    keyed(window, Qt.Key.Key_F1)
    assert isinstance(current(window), HelpPage)
    pressed(window, "Sách hướng dẫn")
    window.go_to("cells")
    keyed(window, Qt.Key.Key_H, CTRL)
    assert isinstance(current(window), HistoryScreen)


def test_nothing_in_the_middle_moves_when_something_is_said(window: Window) -> None:
    window.go_to("members")
    QApplication.processEvents()
    add = next(each for each in window.findChildren(QPushButton) if each.isVisible() and "Thêm" in each.text())
    table = table_in(current(window))
    before = (add.mapTo(window, QPoint()), table.mapTo(window, QPoint()), table.height())
    window.refuse("Chưa ghi được. " * 40)
    window.work.begin("Đang sao lưu")
    QApplication.processEvents()
    after = (add.mapTo(window, QPoint()), table.mapTo(window, QPoint()), table.height())
    assert before == after and window.message.isVisible() and window.work.isVisible()
    assert window.message.height() > 2 * window.message.fontMetrics().height()  # the whole sentence is seen
    window.work.hide()
    pressed(window, "✕")
    assert table.height() == before[2]


def test_ctrl_k_searches_for_a_member_from_anywhere(window: Window) -> None:
    window.go_to("members")
    a_member(current(window).store, "Lê Thị Đào")
    a_member(current(window).store, "Nguyễn Văn An")
    keyed(window, Qt.Key.Key_F1)
    keyed(window, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(current(window).search_box, "dao")
    QTest.keyClick(current(window).search_box, Qt.Key.Key_Return)
    assert [row[0] for row in rows(current(window))] == ["Lê Thị Đào"]


def test_the_window_does_not_close_over_a_running_job_unasked(window: Window, answers: Answers, qtbot: QtBot) -> None:
    answers.coming.append(False)
    assert window.desk is not None
    window.desk.run("Đếm", lambda store, progress: endless(progress))
    assert not window.close()
    assert answers.asked == ["Còn việc đang chạy. Dừng việc ấy rồi đóng chương trình? [Dừng và đóng]"]
    with qtbot.waitSignal(window.background.cancelled):
        pressed(window, "Dừng")


def test_ctrl_y_does_again_what_ctrl_z_took_back(window: Window) -> None:
    window.go_to("members")
    assert window.desk is not None
    window.desk.write(a_member, "Lê Thị Đào")
    assert rows(current(window)) != []
    keyed(window, Qt.Key.Key_Z, CTRL)
    assert rows(current(window)) == []
    keyed(window, Qt.Key.Key_Y, CTRL)
    assert rows(current(window))[0][0] == "Lê Thị Đào"
    assert "Đã làm lại: Thêm Lê Thị Đào." in shown(window)


def test_ctrl_h_and_the_foot_lead_to_the_journal(window: Window) -> None:
    keyed(window, Qt.Key.Key_H, CTRL)
    assert current(window).title == "Nhật ký"
    window.go_to("today")
    pressed(window, "Nhật ký")
    assert current(window).title == "Nhật ký"
