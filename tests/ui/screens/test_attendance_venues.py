"""Marking somebody at a venue that is not theirs, late ones, and people on no list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.records import Mark
from db.values import MarkStatus
from desktop_app.services import attendance
from desktop_app.services.store import Store
from desktop_app.ui.attendance_model import FIRST
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.attendance import AttendanceScreen
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed

AN, HALL, HOUSE = "Nguyễn Văn An", "Hội trường Đảng ủy phường", "Nhà văn hóa phố Đội Cung"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot, made: SmallRound) -> AttendanceScreen:
    screen = AttendanceScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1180, 700)
    screen.show()
    return screen


def at_venue(screen: AttendanceScreen, name: str) -> None:
    box = named(screen, QComboBox, "Điểm cầu")
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def at(screen: AttendanceScreen, name: str) -> str:
    """What the grid shows for a person at the first half-day, the cursor now standing there."""
    model = screen.grid.model()
    (row,) = [row for row in range(model.rowCount()) if str(model.index(row, 1).data()).startswith(name)]
    screen.grid.setCurrentIndex(model.index(row, FIRST))
    return str(model.index(row, FIRST).data())


def found(screen: AttendanceScreen, text: str) -> None:
    """F4, a name, Enter."""
    pressed(screen, "Tìm người nơi khác…")
    box = dialog(screen)
    QTest.keyClicks(named(box, QLineEdit, "Họ tên hoặc mã"), text)
    QTest.keyClick(named(box, QLineEdit, "Họ tên hoặc mã"), Qt.Key.Key_Return)


def first_mark(store: Store, made: SmallRound, name: str = AN) -> Mark | None:
    place = (made.half_day_ids[0], made.people[name])
    return attendance.marks_at(store, [place]).get(place)


def test_somebody_of_another_venue_is_found_and_marked_here(
    screen: AttendanceScreen, store: Store, made: SmallRound
) -> None:
    attendance.mark(store, made.conference_id, [(made.half_day_ids[0], made.people[AN])], None)
    at_venue(screen, HOUSE)
    found(screen, "van an")
    QTest.keyClicks(screen.grid, "1")
    mark = first_mark(store, made)
    assert mark is not None and mark.venue_id == made.venue_ids[1]
    at_venue(screen, HALL)
    assert at(screen, AN) == f"Học tại {HOUSE}"


def test_whoever_is_present_at_another_venue_is_moved_only_when_the_clerk_says_so(
    screen: AttendanceScreen, store: Store, made: SmallRound, answers: Answers
) -> None:
    place = [(made.half_day_ids[0], made.people[AN])]
    attendance.mark(store, made.conference_id, place, first_mark_status(store, made), venue_id=made.venue_ids[0])
    at_venue(screen, HOUSE)
    found(screen, "nguyen van an")
    answers.coming = [False, True]
    QTest.keyClicks(screen.grid, "11")
    mark = first_mark(store, made)
    assert mark is not None and mark.venue_id == made.venue_ids[1]
    assert HALL in answers.asked[0] and HOUSE in answers.asked[0]


def first_mark_status(store: Store, made: SmallRound) -> MarkStatus:
    mark = first_mark(store, made)
    assert mark is not None
    return mark.status


def test_somebody_on_no_list_is_written_in_and_marked(screen: AttendanceScreen, store: Store, made: SmallRound) -> None:
    at_venue(screen, HALL)
    QTest.keyClick(screen.grid, Qt.Key.Key_F7)
    named(dialog(screen), QLineEdit, "Họ và tên").setText("Lò Thị Mới")
    pressed(dialog(screen), "Thêm người")
    QTest.keyClicks(screen.grid, "1")
    assert at(screen, "Lò Thị Mới") == "Có mặt"
    row = next(r for r in attendance.sheet(store, made.conference_id).rows if r.full_name == "Lò Thị Mới")
    assert row.venue_id == made.venue_ids[0]


def test_f2_on_a_presence_asks_how_it_was(screen: AttendanceScreen, store: Store, made: SmallRound) -> None:
    at(screen, AN)
    pressed(screen, "Lý do vắng…")
    named(dialog(screen), QCheckBox, "Đến muộn").click()
    named(dialog(screen), QLineEdit, "Ghi chú").setText("tắc đường")
    pressed(dialog(screen), "Ghi")
    assert at(screen, AN) == "Có mặt, đến muộn: tắc đường"
    mark = first_mark(store, made)
    assert mark is not None and (mark.late, mark.remark) == (True, "tắc đường")


def test_the_usual_reasons_are_the_offices_own(screen: AttendanceScreen) -> None:
    actions = {action.text(): action for action in screen.grid.actions()}
    actions["Danh mục lý do vắng…"].trigger()
    named(dialog(screen), QPlainTextEdit, "Mỗi lý do một dòng").setPlainText("Đi biển\n\nỐm")
    pressed(dialog(screen), "Ghi")
    at(screen, "Bùi Thị Đào")
    pressed(screen, "Lý do vắng…")
    box = named(dialog(screen), QComboBox, "Lý do")
    assert [box.itemText(at) for at in range(box.count())] == ["Đi biển", "Ốm"]
