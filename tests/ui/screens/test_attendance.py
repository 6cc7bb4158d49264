"""Marking a conference in the window: what reaches the store, blanks only, undone, narrowed, and what is missing."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from db.records import HalfDay
from db.values import DayPart, MarkStatus
from desktop_app.services import attendance, conferences, journal, rolls
from desktop_app.services.store import Store
from desktop_app.ui.attendance_model import FIRST
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, shown
from tests.ui.screens.study import opened

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> AttendanceScreen:
    screen = AttendanceScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1180, 700)
    return screen


def chosen(screen: AttendanceScreen, label: str, text: str) -> None:
    """Choose a line of a filter as the mouse does."""
    box = named(screen, QComboBox, label)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def status(store: Store, made: SmallRound, name: str, half_day: int = 0) -> MarkStatus | None:
    sheet = attendance.sheet(store, made.conference_id)
    mark = sheet.marks.get((made.half_day_ids[half_day], made.people[name]))
    return mark.status if mark else None


def at(screen: AttendanceScreen, name: str, half_day: int = 0) -> str:
    """What the grid shows for a person, the cursor now standing there."""
    model = screen.grid.model()
    (row,) = [row for row in range(model.rowCount()) if str(model.index(row, 1).data()).startswith(name)]
    screen.grid.setCurrentIndex(model.index(row, FIRST + half_day))
    return str(model.index(row, FIRST + half_day).data())


def everything(screen: AttendanceScreen) -> None:
    """All half-days of everybody: Ctrl+A twice."""
    for _ in range(2):
        QTest.keyClick(screen.grid, Key.Key_A, Control)


def test_the_newest_round_is_shown_with_everyone_on_the_roll(screen: AttendanceScreen, made: SmallRound) -> None:
    screen.show()
    assert screen.grid.model().rowCount() == 14
    assert at(screen, "Hoàng Văn Bình", 2) == "Vắng có lý do"
    assert "14 người · còn 4 chỗ trống" in shown(screen)


def test_a_key_marks_and_ctrl_z_takes_it_back(
    screen: AttendanceScreen, store: Store, desk: Desk, made: SmallRound
) -> None:
    screen.show()
    at(screen, "Ngô Văn Hòa")
    QTest.keyClicks(screen.grid, "3")
    assert status(store, made, "Ngô Văn Hòa") is MarkStatus.ABSENT_UNEXCUSED
    desk.undo()
    assert status(store, made, "Ngô Văn Hòa") is None
    assert at(screen, "Ngô Văn Hòa") == ""


def test_every_key_is_one_gesture_told_in_words(
    screen: AttendanceScreen, desk: Desk, made: SmallRound, qtbot: QtBot
) -> None:
    screen.show()
    at(screen, "Ngô Văn Hòa")
    with qtbot.waitSignal(desk.said) as said:
        QTest.keyClicks(screen.grid, "1")
    assert said.args == ["Ngô Văn Hòa, sáng 27/3: có mặt.", True]


def test_a_whole_venue_is_marked_by_keys_alone(screen: AttendanceScreen, store: Store, made: SmallRound) -> None:
    venue = conferences.venues(store, made.conference_id)[1]
    screen.show()
    chosen(screen, "Điểm cầu", venue.name)
    everything(screen)
    QTest.keyClick(screen.grid, Key.Key_Delete)
    count = screen.grid.model().rowCount()
    for half_day in range(4):
        screen.grid.setCurrentIndex(screen.grid.model().index(0, FIRST + half_day))
        QTest.keyClicks(screen.grid, "1" * (count - 1) + "2")
    marks = attendance.sheet(store, made.conference_id, venue.id).marks.values()
    assert [mark.status for mark in marks].count(MarkStatus.PRESENT) == 4 * (count - 1)
    assert {mark.venue_id for mark in marks if mark.status is MarkStatus.PRESENT} == {venue.id}
    assert "không còn chỗ trống" in shown(screen)


def test_present_by_default_fills_blanks_and_nothing_else(
    screen: AttendanceScreen, store: Store, made: SmallRound
) -> None:
    screen.show()
    at(screen, "Nguyễn Văn An", 1)
    pressed(screen, "Có mặt cho chỗ trống")
    assert [status(store, made, "Ngô Văn Hòa", day) for day in range(4)] == [None, MarkStatus.PRESENT, None, None]
    assert status(store, made, "Bùi Thị Đào", 1) is MarkStatus.ABSENT
    assert at(screen, "Ngô Văn Hòa", 1) == "Có mặt"


def test_filling_several_half_days_is_asked_with_its_number(
    screen: AttendanceScreen, store: Store, made: SmallRound, answers: Answers
) -> None:
    screen.show()
    everything(screen)
    answers.coming = [False, True]
    pressed(screen, "Có mặt cho chỗ trống")
    assert status(store, made, "Ngô Văn Hòa") is None
    pressed(screen, "Có mặt cho chỗ trống")
    assert status(store, made, "Ngô Văn Hòa", 3) is MarkStatus.PRESENT
    assert "vào 4 chỗ trống của 1 người, buổi sáng 27/3, chiều 27/3, sáng 28/3, chiều 28/3?" in answers.asked[0]


def to_come(store: Store, made: SmallRound) -> None:
    """A fifth half-day, in the far future."""
    held = conferences.conference(store, made.conference_id)
    days = (*held.half_days, HalfDay(held_on="2999-01-05", part=DayPart.MORNING))
    conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=days))


def test_presence_at_a_half_day_still_to_come_is_asked_first(
    screen: AttendanceScreen, store: Store, made: SmallRound, answers: Answers
) -> None:
    to_come(store, made)
    screen.show()
    at(screen, "Ngô Văn Hòa", 4)
    answers.coming = [False, False, True]
    QTest.keyClicks(screen.grid, "1")
    pressed(screen, "Có mặt cho chỗ trống")
    assert at(screen, "Ngô Văn Hòa", 4) == ""
    assert "Chưa đến buổi sáng 5/1" in answers.asked[0]
    QTest.keyClicks(screen.grid, "1")
    assert at(screen, "Ngô Văn Hòa", 4) == "Có mặt"


def test_an_absence_told_in_advance_asks_for_its_reason(
    screen: AttendanceScreen, store: Store, made: SmallRound
) -> None:
    to_come(store, made)
    screen.show()
    at(screen, "Ngô Văn Hòa", 4)
    QTest.keyClicks(screen.grid, "2")
    named(dialog(screen), QComboBox, "Lý do").setCurrentText("Công tác")
    pressed(dialog(screen), "Ghi lý do")
    assert at(screen, "Ngô Văn Hòa", 4).endswith("ó lý do: Công tác")


def test_filling_the_blanks_is_undone_in_one_step(
    screen: AttendanceScreen, store: Store, desk: Desk, made: SmallRound, answers: Answers
) -> None:
    screen.show()
    everything(screen)
    answers.coming = [True]
    pressed(screen, "Có mặt cho chỗ trống")
    desk.undo()
    assert [status(store, made, "Ngô Văn Hòa", day) for day in range(4)] == [None] * 4
    assert status(store, made, "Nguyễn Văn An") is MarkStatus.PRESENT


def test_with_several_cells_selected_only_their_blanks_are_filled(
    screen: AttendanceScreen, store: Store, made: SmallRound, answers: Answers
) -> None:
    screen.show()
    at(screen, "Ngô Văn Hòa")
    QTest.keyClick(screen.grid, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    answers.coming = [True]
    pressed(screen, "Có mặt cho chỗ trống")
    assert [status(store, made, "Ngô Văn Hòa", day) for day in range(4)] == [MarkStatus.PRESENT] * 2 + [None] * 2


def test_a_reason_is_written_beside_the_absence(screen: AttendanceScreen, store: Store, made: SmallRound) -> None:
    screen.show()
    at(screen, "Bùi Thị Đào")
    pressed(screen, "Lý do vắng…")
    named(dialog(screen), QComboBox, "Lý do").setCurrentText("Ốm")
    pressed(dialog(screen), "Ghi vắng")
    assert at(screen, "Bùi Thị Đào") == "Vắng, chưa rõ: Ốm"
    mark = attendance.sheet(store, made.conference_id).marks[made.half_day_ids[0], made.people["Bùi Thị Đào"]]
    assert (mark.status, mark.reason) == (MarkStatus.ABSENT, "Ốm")


def test_a_reason_for_several_leaves_presence_and_blanks_alone(
    screen: AttendanceScreen, store: Store, made: SmallRound
) -> None:
    screen.show()
    everything(screen)
    pressed(screen, "Lý do vắng…")
    named(dialog(screen), QComboBox, "Lý do").setCurrentText("Công tác")
    pressed(dialog(screen), "Ghi lý do")
    assert at(screen, "Đặng Văn Dũng", 1) == "Vắng không lý do: Công tác"
    assert (at(screen, "Nguyễn Văn An"), at(screen, "Ngô Văn Hòa")) == ("Có mặt", "")
    assert status(store, made, "Ngô Văn Hòa") is None


def test_marks_made_elsewhere_are_shown(screen: AttendanceScreen, store: Store, desk: Desk, made: SmallRound) -> None:
    screen.show()
    place = (made.half_day_ids[0], made.people["Ngô Văn Hòa"])
    desk.write(attendance.mark, made.conference_id, [place], MarkStatus.PRESENT)
    assert at(screen, "Ngô Văn Hòa") == "Có mặt"


def test_one_cell_is_shown_alone(screen: AttendanceScreen, made: SmallRound) -> None:
    screen.show()
    chosen(screen, "Chi bộ", "Đội Cung 2")
    model = screen.grid.model()
    assert {model.index(row, 3).data() for row in range(model.rowCount())} == {"Đội Cung 2"}


def test_a_name_is_found_from_the_search_box(screen: AttendanceScreen, made: SmallRound) -> None:
    screen.show()
    QTest.keyClicks(screen.search_box, "thi chi")
    assert screen.grid.model().index(screen.grid.currentIndex().row(), 1).data() == "Phan Thị Chi"


def test_a_make_up_is_recorded_for_the_people_selected(
    screen: AttendanceScreen, store: Store, made: SmallRound
) -> None:
    screen.show()
    at(screen, "Hoàng Văn Bình", 2)
    pressed(screen, "Ghi học bù…")
    assert "Ghi học bù cho Hoàng Văn Bình" in shown(dialog(screen))
    pressed(dialog(screen), "Ghi học bù cho 1 người")
    owing = {each.row.full_name for each in attendance.outstanding(store, made.round_id)}
    assert "Hoàng Văn Bình" not in owing
    on = date.today()
    assert at(screen, "Hoàng Văn Bình", 2) == f"Học bù {on.day}/{on.month}, vắng có lý do"


def test_who_has_not_studied_opens_as_a_page(
    screen: AttendanceScreen, desk: Desk, made: SmallRound, qtbot: QtBot
) -> None:
    screen.show()
    page = opened(desk, qtbot, lambda: pressed(screen, "Chưa học"))
    assert isinstance(page, OutstandingPage)


def test_a_roll_that_is_not_frozen_is_frozen_from_here_after_a_question(
    screen: AttendanceScreen, store: Store, answers: Answers
) -> None:
    made = small_round(store, freeze=False)
    screen.show()
    assert "13 người phải dự" in shown(screen)
    answers.coming = [False, True]
    pressed(screen, "Chốt danh sách triệu tập")
    assert conferences.conference(store, made.conference_id).frozen_at is None
    pressed(screen, "Chốt danh sách triệu tập")
    assert "gồm 13 đảng viên phải dự" in answers.asked[0]
    assert screen.grid.model().rowCount() == 14
    assert rolls.totals(store, made.conference_id).must_attend == 13


def test_without_a_round_the_way_to_one_is_shown(screen: AttendanceScreen, desk: Desk, qtbot: QtBot) -> None:
    screen.show()
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        pressed(screen, "Lập đợt học tập")
    assert wanted.args == ["rounds", ""]


def test_a_refused_mark_is_told_and_not_shown(
    screen: AttendanceScreen, store: Store, desk: Desk, made: SmallRound, qtbot: QtBot
) -> None:
    screen.show()
    at(screen, "Ngô Văn Hòa")
    with store.gesture("test.roll", "Bỏ khỏi danh sách"):
        store.execute("delete from roll_row where member_id = :id", {"id": made.people["Ngô Văn Hòa"]})
    with qtbot.waitSignal(desk.refused):
        QTest.keyClicks(screen.grid, "1")
    assert at(screen, "Ngô Văn Hòa") == ""
    last = journal.last(store)
    assert last is not None and last.verb == "test.roll"
