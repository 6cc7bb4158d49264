"""The attendance grid under the clerk's fingers: every key to the letter, nothing of the store behind it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Mark
from db.values import MarkStatus
from desktop_app.ui.attendance_foot import AttendanceFoot
from desktop_app.ui.attendance_grid import AttendanceGrid
from desktop_app.ui.attendance_model import FIRST
from tests.ui.grid_hands import ABSENT, EXCUSED, PRESENT, Key, Keypad, Written, a_sheet
from tests.ui.hands import shown, typed


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def grid(written: Written, qtbot: QtBot) -> AttendanceGrid:
    made = AttendanceGrid(written)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show_sheet(a_sheet())
    made.show()
    return made


def column(grid: AttendanceGrid, half_day: int = 0) -> list[str]:
    model = grid.model()
    return [str(model.index(row, FIRST + half_day).data()) for row in range(model.rowCount())]


def cursor(grid: AttendanceGrid) -> tuple[int, int]:
    index = grid.currentIndex()
    return index.row(), index.column() - FIRST


def test_digits_mark_one_person_after_another(grid: AttendanceGrid, written: Written) -> None:
    QTest.keyClicks(grid, "1234")
    assert column(grid)[:4] == ["Có mặt", "Vắng có lý do", "Vắng không lý do", "Vắng, chưa rõ"]
    assert written.gestures == [([(1, at)], status) for at, status in enumerate(MarkStatus, 1)]
    assert cursor(grid) == (4, 0)


def test_zero_and_delete_make_a_place_blank_again(grid: AttendanceGrid, written: Written) -> None:
    QTest.keyClicks(grid, "11")
    grid.setCurrentIndex(grid.model().index(0, FIRST))
    QTest.keyClicks(grid, "0")
    QTest.keyClick(grid, Key.Key_Delete)
    assert column(grid)[:2] == ["", ""]
    assert written.gestures[2:] == [([(1, 1)], None), ([(1, 2)], None)]


def test_a_blank_place_is_called_not_marked_and_never_absent(grid: AttendanceGrid) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert grid.model().index(0, FIRST).data(role) == "Chưa điểm danh"
    assert grid.model().index(0, FIRST).data(Qt.ItemDataRole.DecorationRole) is None


def test_marks_are_told_apart_by_word_and_sign(grid: AttendanceGrid) -> None:
    QTest.keyClicks(grid, "1234")
    signs = [grid.model().index(row, FIRST).data(Qt.ItemDataRole.DecorationRole).cacheKey() for row in range(4)]
    assert len(set(signs)) == len(set(column(grid)[:4])) == 4


def test_the_cursor_may_move_to_the_right_instead(grid: AttendanceGrid) -> None:
    grid.sideways = True
    QTest.keyClicks(grid, "122")
    assert (column(grid)[0], column(grid, 1)[0], column(grid)[1]) == ("Có mặt", "Vắng có lý do", "Vắng có lý do")
    assert cursor(grid) == (1, 1)


def test_space_repeats_the_last_mark(grid: AttendanceGrid) -> None:
    QTest.keyClicks(grid, "3  ")
    assert column(grid)[:4] == ["Vắng không lý do"] * 3 + [""]


def test_space_before_any_mark_says_what_to_do(grid: AttendanceGrid, written: Written, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.told) as told:
        QTest.keyClick(grid, Key.Key_Space)
    assert "1, 2, 3" in told.args[0]
    assert written.gestures == []


def everything(grid: AttendanceGrid) -> None:
    """All half-days of everybody: Ctrl+A twice."""
    for _ in range(2):
        QTest.keyClick(grid, Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def test_a_digit_over_several_cells_fills_only_the_blanks(grid: AttendanceGrid, written: Written) -> None:
    grid.show_sheet(a_sheet({(1, 2): EXCUSED, (2, 5): ABSENT}))
    everything(grid)
    QTest.keyClicks(grid, "1")
    assert column(grid) == ["Có mặt", "Vắng có lý do", "Có mặt", "Có mặt", "Có mặt"]
    assert column(grid, 1)[4] == "Vắng, chưa rõ"
    ((places, status),) = written.gestures
    assert (len(places), status) == (8, PRESENT)


def test_a_digit_over_several_marked_cells_changes_nothing(grid: AttendanceGrid, written: Written) -> None:
    grid.show_sheet(a_sheet({(day, member): EXCUSED for day in (1, 2) for member in range(1, 6)}))
    everything(grid)
    QTest.keyClicks(grid, "10")
    assert column(grid) == ["Vắng có lý do"] * 5
    assert written.gestures == []


def test_delete_clears_every_selected_mark(grid: AttendanceGrid, written: Written) -> None:
    QTest.keyClicks(grid, "11")
    grid.setCurrentIndex(grid.model().index(0, FIRST))
    QTest.keyClick(grid, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Key.Key_Delete)
    assert column(grid)[:2] == ["", ""]
    assert written.gestures[-1] == ([(1, 1), (1, 2)], None)


def test_letters_jump_to_a_given_name_and_mark_nothing(grid: AttendanceGrid, written: Written) -> None:
    QTest.keyClicks(grid, "hai")
    assert cursor(grid) == (4, 0)
    assert written.gestures == []


def test_a_name_may_be_typed_with_unikey_on(grid: AttendanceGrid, written: Written) -> None:
    typed(grid, "đào")
    assert cursor(grid) == (3, 0)
    assert written.gestures == []


def test_a_name_may_come_from_an_input_method(grid: AttendanceGrid) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString("cường")
    QApplication.sendEvent(grid, event)
    assert cursor(grid) == (2, 0)


def test_what_is_still_being_composed_is_not_taken(grid: AttendanceGrid) -> None:
    QApplication.sendEvent(grid, QInputMethodEvent("hải", []))
    assert cursor(grid) == (0, 0)


def test_a_digit_after_a_name_marks_that_person(grid: AttendanceGrid, written: Written) -> None:
    QTest.keyClicks(grid, "binh2")
    assert written.gestures == [([(1, 2)], EXCUSED)]


def test_enter_goes_to_the_next_person_of_the_name(grid: AttendanceGrid) -> None:
    sheet = a_sheet()
    rows = (*sheet.rows, replace(sheet.rows[0], member_id=6, full_name="Lý Thị An"))
    grid.show_sheet(replace(sheet, rows=rows))
    QTest.keyClicks(grid, "an")
    QTest.keyClick(grid, Key.Key_Return)
    assert cursor(grid) == (5, 0)


def test_enter_goes_down_when_no_name_is_typed(grid: AttendanceGrid) -> None:
    QTest.keyClick(grid, Key.Key_Return)
    assert cursor(grid) == (1, 0)


def test_the_number_pad_alone_is_enough(grid: AttendanceGrid) -> None:
    for key in (Key.Key_1, Key.Key_Plus, Key.Key_Enter, Key.Key_Minus, Key.Key_4, Key.Key_Asterisk, Key.Key_2):
        QTest.keyClick(grid, key, Keypad)
    assert column(grid) == ["Có mặt", "Có mặt", "Vắng, chưa rõ", "", ""]
    assert column(grid, 1)[3] == "Vắng có lý do"


def test_the_decimal_key_of_the_pad_clears(grid: AttendanceGrid) -> None:
    grid.show_sheet(a_sheet({(1, 1): PRESENT}))
    QTest.keyClick(grid, Key.Key_Period, Keypad)
    assert column(grid)[0] == ""


def test_other_digits_and_backspace_mark_nothing(grid: AttendanceGrid, written: Written) -> None:
    QTest.keyClicks(grid, "789")
    QTest.keyClick(grid, Key.Key_Backspace)
    assert written.gestures == []
    assert cursor(grid) == (0, 0)


def test_the_cursor_stays_when_a_mark_is_refused(grid: AttendanceGrid, written: Written) -> None:
    written.refusing = True
    QTest.keyClicks(grid, "1")
    assert (column(grid)[0], cursor(grid)) == ("", (0, 0))


def test_at_the_end_the_cursor_stays_and_says_so(grid: AttendanceGrid, qtbot: QtBot) -> None:
    grid.setCurrentIndex(grid.model().index(4, FIRST))
    with qtbot.waitSignal(grid.told) as told:
        QTest.keyClicks(grid, "1")
    assert told.args == ["Đã đến cuối danh sách."]


def test_arrows_move_but_never_onto_a_name(grid: AttendanceGrid) -> None:
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Left, Key.Key_Left, Key.Key_Home):
        QTest.keyClick(grid, key)
    assert cursor(grid) == (1, 0)


def test_moving_lets_the_selection_go(grid: AttendanceGrid, written: Written) -> None:
    everything(grid)
    QTest.keyClick(grid, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(grid, "1")
    assert written.gestures == [([(2, 5)], PRESENT)]


def test_only_changed_cells_are_painted_again(grid: AttendanceGrid, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(grid.marks.modelReset), qtbot.waitSignal(grid.marks.dataChanged) as changed:
        grid.show_sheet(a_sheet({(2, 3): PRESENT}))
    first, last = changed.args[:2]
    assert (first.row(), first.column(), last.row(), last.column()) == (2, FIRST + 1, 2, FIRST + 1)


def test_the_same_mark_again_keeps_its_reason(grid: AttendanceGrid, written: Written) -> None:
    mark = Mark(half_day_id=1, member_id=1, status=EXCUSED, reason="Ốm")
    grid.put({(1, 1): mark})
    QTest.keyClicks(grid, "2")
    assert column(grid)[0] == "Vắng có lý do: Ốm"
    assert (written.gestures, cursor(grid)) == ([], (1, 0))


def test_the_foot_counts_each_mark_and_those_not_marked(grid: AttendanceGrid, qtbot: QtBot) -> None:
    foot = AttendanceFoot(grid)
    qtbot.addWidget(foot)
    foot.resize(1100, 120)
    grid.show_sheet(a_sheet())
    foot.renew()
    foot.show()
    QTest.keyClicks(grid, "112")
    lines = shown(foot).split("\n")
    assert {"Có mặt", "Chưa điểm danh", "Vắng, chưa rõ lý do"} <= set(lines)
    figures = [line for line in lines if line.isdigit()]
    assert figures == ["2", "1", "0", "0", "2", "0", "0", "0", "0", "5"]


def test_copied_rows_are_cells_for_a_spreadsheet(grid: AttendanceGrid) -> None:
    QTest.keyClicks(grid, "1")
    grid.setCurrentIndex(grid.model().index(0, FIRST))
    QTest.keyClick(grid, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, line = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[-2:] == ["Sáng 27/3", "Chiều 27/3"]
    assert line.split("\t") == ["1", "Nguyễn Văn An", "05/02/1960", "Đội Cung 1", "Có mặt", ""]


def test_five_is_present_and_late_and_six_left_early(grid: AttendanceGrid) -> None:
    QTest.keyClicks(grid, "56")
    assert column(grid)[:2] == ["Có mặt, đến muộn", "Có mặt, về sớm"]
    assert cursor(grid) == (2, 0)


def test_the_same_key_takes_late_off_again_and_presence_stays(grid: AttendanceGrid) -> None:
    QTest.keyClicks(grid, "5")
    grid.setCurrentIndex(grid.model().index(0, FIRST))
    QTest.keyClicks(grid, "5")
    assert column(grid)[0] == "Có mặt"


def test_late_over_several_cells_is_written_to_those_present_alone(grid: AttendanceGrid) -> None:
    QTest.keyClicks(grid, "12")
    everything(grid)
    QTest.keyClicks(grid, "5")
    assert column(grid)[:3] == ["Có mặt, đến muộn", "Vắng có lý do", ""]
