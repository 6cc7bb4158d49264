"""Everyone's sheet of a large office is read beside the window; what the clerk does meanwhile holds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db.values import MarkStatus
from desktop_app.services import attendance, conferences
from desktop_app.services.store import Store
from desktop_app.ui import aside
from desktop_app.ui.attendance_model import FIRST
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.attendance_reading import READING
from desktop_app.ui.screens.board_ways import open_marking
from tests.round_office import SmallRound, small_round
from tests.ui.hands import dialog, named, pressed, shown

HOUSE, AN = "Nhà văn hóa phố Đội Cung", "Nguyễn Văn An"


@pytest.fixture
def store(kept_store: Store) -> Store:
    return kept_store


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot, made: SmallRound, monkeypatch: pytest.MonkeyPatch) -> AttendanceScreen:
    monkeypatch.setattr(aside, "QUICK", -1)
    screen = AttendanceScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1180, 700)
    screen.show()
    return screen


def people(screen: AttendanceScreen) -> list[str]:
    return [row.full_name for row in screen.grid.marks.people]


def settled(qtbot: QtBot, desk: Desk) -> None:
    """Everything that was to be read is read."""
    qtbot.waitUntil(lambda: not desk.background.busy)
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not desk.background.busy)


def choose(screen: AttendanceScreen, label: str, text: str) -> None:
    box = named(screen, QComboBox, label)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_it_says_that_it_reads_and_nobody_can_be_marked_until_everyone_is_there(
    screen: AttendanceScreen, desk: Desk, qtbot: QtBot
) -> None:
    assert READING in shown(screen)
    assert people(screen) == []
    settled(qtbot, desk)
    assert READING not in shown(screen)
    assert len(people(screen)) == 14


def test_a_venue_chosen_meanwhile_is_not_covered_by_everyone(
    screen: AttendanceScreen, desk: Desk, qtbot: QtBot, store: Store, made: SmallRound
) -> None:
    choose(screen, "Điểm cầu", HOUSE)
    here = [row.full_name for row in attendance.sheet(store, made.conference_id, made.venue_ids[1]).rows]
    assert people(screen) == []
    settled(qtbot, desk)
    assert people(screen) == here


def test_a_cell_chosen_meanwhile_is_there_at_once_and_stays(
    screen: AttendanceScreen, desk: Desk, qtbot: QtBot, store: Store, made: SmallRound
) -> None:
    cell = next(iter(attendance.sheet(store, made.conference_id).rows))
    choose(screen, "Chi bộ", cell.cell)
    here = [row.full_name for row in attendance.sheet(store, made.conference_id, cell_id=cell.cell_id).rows]
    assert people(screen) == here
    settled(qtbot, desk)
    assert people(screen) == here


def test_a_mark_made_while_everyone_is_read_again_stays_on_the_screen(
    screen: AttendanceScreen, desk: Desk, qtbot: QtBot, store: Store, made: SmallRound
) -> None:
    settled(qtbot, desk)
    row = people(screen).index("Ngô Văn Hòa")
    desk.changes.happened.emit()
    assert desk.background.busy
    screen.grid.setCurrentIndex(screen.grid.model().index(row, FIRST))
    QTest.keyClicks(screen.grid, "3")
    settled(qtbot, desk)
    assert screen.grid.model().index(row, FIRST).data() == "Vắng không lý do"
    place = (made.half_day_ids[0], made.people["Ngô Văn Hòa"])
    assert attendance.marks_at(store, [place])[place].status is MarkStatus.ABSENT_UNEXCUSED


def test_somebody_found_from_a_cell_is_gone_to_once_everyone_is_read(
    screen: AttendanceScreen, desk: Desk, qtbot: QtBot
) -> None:
    settled(qtbot, desk)
    cell = next(row.cell for row in screen.grid.marks.people if row.full_name == AN)
    choose(screen, "Chi bộ", next(row.cell for row in screen.grid.marks.people if row.cell != cell))
    assert AN not in people(screen)
    pressed(screen, "Tìm người nơi khác…")
    settled(qtbot, desk)
    line = named(dialog(screen), QLineEdit, "Họ tên hoặc mã")
    QTest.keyClicks(line, "nguyen van an")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settled(qtbot, desk)
    assert people(screen)[screen.grid.currentIndex().row()] == AN


def test_the_box_for_finding_does_not_open_over_a_screen_that_was_left(
    screen: AttendanceScreen, desk: Desk, qtbot: QtBot
) -> None:
    settled(qtbot, desk)
    pressed(screen, "Tìm người nơi khác…")
    screen.hide()
    settled(qtbot, desk)
    assert screen.findChildren(QDialog) == []


def test_a_name_asked_for_from_elsewhere_is_gone_to_once_everyone_is_read(
    desk: Desk, qtbot: QtBot, store: Store, made: SmallRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "QUICK", -1)
    opened: list[AttendanceScreen] = []
    desk.page_opened.connect(opened.append)
    desk.page_opened.connect(qtbot.addWidget)
    desk.page_opened.connect(AttendanceScreen.show)
    open_marking(desk, conferences.conference(store, made.conference_id), None, "Ngô Văn Hòa")
    settled(qtbot, desk)
    assert people(opened[0])[opened[0].grid.currentIndex().row()] == "Ngô Văn Hòa"
