"""What the attendance screen writes for many at once, and what it asks before."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.values import MarkStatus
from desktop_app.services import attendance, conferences
from desktop_app.services.store import Store
from desktop_app.ui.attendance_model import FIRST
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.attendance import AttendanceScreen
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, shown

NOBODY_MARKED = "Ngô Văn Hòa"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def screen_of(desk: Desk, qtbot: QtBot) -> AttendanceScreen:
    screen = AttendanceScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1180, 700)
    screen.show()
    return screen


def at(screen: AttendanceScreen, half_day: int) -> None:
    """The cursor to the one nobody has marked."""
    row = [each.full_name for each in screen.grid.marks.people].index(NOBODY_MARKED)
    screen.grid.setCurrentIndex(screen.grid.model().index(row, FIRST + half_day))


def statuses(store: Store, made: SmallRound) -> list[MarkStatus | None]:
    marks = attendance.sheet(store, made.conference_id).marks
    found = [marks.get((day, made.people[NOBODY_MARKED])) for day in made.half_day_ids]
    return [mark.status if mark else None for mark in found]


def to_come(store: Store, made: SmallRound) -> None:
    """The last half-day is of the far future."""
    held = conferences.conference(store, made.conference_id)
    days = (*held.half_days[:-1], replace(held.half_days[-1], held_on="2999-01-05"))
    conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=days))


def test_ctrl_a_is_first_the_half_day_of_the_cursor(desk: Desk, store: Store, made: SmallRound, qtbot: QtBot) -> None:
    screen = screen_of(desk, qtbot)
    at(screen, 1)
    QTest.keyClick(screen.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "đã chọn 14 ô (chiều 27/3)" in shown(screen)
    QTest.keyClicks(screen.grid, "1")
    assert statuses(store, made) == [None, MarkStatus.PRESENT, None, None]


def test_filling_blanks_says_which_half_day_was_filled(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    screen = screen_of(desk, qtbot)
    at(screen, 2)
    assert "đang ở buổi sáng 28/3" in shown(screen)
    with qtbot.waitSignal(desk.said) as said:
        pressed(screen, "Có mặt cho chỗ trống")
    assert "sáng 28/3: có mặt" in said.args[0]


def test_a_half_day_still_to_come_is_asked_about_once(
    desk: Desk, store: Store, made: SmallRound, answers: Answers, qtbot: QtBot
) -> None:
    to_come(store, made)
    screen = screen_of(desk, qtbot)
    answers.coming = [True]
    for _ in range(2):
        at(screen, 3)
        QTest.keyClicks(screen.grid, "3")
        QTest.keyClicks(screen.grid, "1")
    assert len(answers.asked) == 1
