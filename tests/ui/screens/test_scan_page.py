"""Scanning in the window: keys of a scanner mark wherever the focus is, results are seen, counted and taken back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db.values import MarkStatus
from desktop_app.domain.codes import quick_code
from desktop_app.domain.names import check_digit
from desktop_app.services import attendance, members, rolls, scanning, sheets
from desktop_app.services.sheets import Printed
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.scan_looks import Sound
from desktop_app.ui.scan_result import FloatingResult
from desktop_app.ui.scan_session import session_of
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.scan_page import ScanPage
from desktop_app.ui.screens.sheet_page import SheetPageScreen
from desktop_app.ui.window import Window
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, scanned, shown, typed
from tests.ui.screens.study import opened

FREE = "Ngô Văn Hòa"
Key = Qt.Key


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


@pytest.fixture
def heard(desk: Desk) -> list[Sound]:
    """The sounds there were; nothing is played. The clock stands at the door of the first morning, a scan every ten
    seconds."""
    sounds: list[Sound] = []
    session = session_of(desk)
    session.sound = sounds.append
    session.clock = lambda store: f"2021-03-27 07:05:{10 * len(sounds):02}.000"
    return sounds


@pytest.fixture
def page(desk: Desk, made: SmallRound, heard: list[Sound], qtbot: QtBot) -> Iterator[ScanPage]:
    made_page = ScanPage(desk, made.conference_id)
    qtbot.addWidget(made_page)
    made_page.resize(1180, 700)
    made_page.show()
    yield made_page
    session_of(desk).stop()
    while (left := QApplication.activeModalWidget()) is not None:
        left.hide()


def code(store: Store, made: SmallRound, name: str = FREE) -> str:
    return members.member(store, made.people[name]).code


def status(store: Store, made: SmallRound, name: str = FREE) -> MarkStatus | None:
    mark = attendance.sheet(store, made.conference_id).marks.get((made.half_day_ids[0], made.people[name]))
    return mark.status if mark else None


def test_the_half_day_held_now_is_offered_and_nothing_is_on(page: ScanPage) -> None:
    assert "Chưa bật quét" in shown(page)
    assert page.filter_bar.chosen()["half_day"] == 1


def test_a_scan_marks_and_shows_name_cell_and_outcome(
    page: ScanPage, store: Store, made: SmallRound, heard: list[Sound]
) -> None:
    pressed(page, "Bật quét")
    scanned(page, code(store, made))
    assert status(store, made) is MarkStatus.PRESENT
    assert all(text in shown(page) for text in (FREE, "Trường Mầm non Đông Thọ", "Đã ghi có mặt"))
    assert rows(page)[0][1:3] == ["Đã ghi có mặt", FREE] and heard == [Sound.GOOD]


def test_outcomes_are_told_apart_by_word_and_sound(
    page: ScanPage, store: Store, made: SmallRound, heard: list[Sound]
) -> None:
    pressed(page, "Bật quét")
    for text in (code(store, made), code(store, made), "0001230"):
        scanned(page, text)
    assert heard == [Sound.GOOD, Sound.AGAIN, Sound.BAD]
    assert "Đã ghi có mặt: 1 · Đã điểm danh rồi: 1 · Mã không có trong sổ: 1" in shown(page)


def test_a_scan_over_an_open_dialog_marks_and_floats(
    page: ScanPage, store: Store, made: SmallRound, qtbot: QtBot, desk: Desk
) -> None:
    pressed(page, "Bật quét")
    over, line = QDialog(page), QLineEdit()
    line.setParent(over)
    over.setModal(True)
    over.show()
    scanned(line, code(store, made))
    floating = session_of(desk).floating
    assert isinstance(floating, FloatingResult) and floating.isVisible() and FREE in shown(floating)
    assert (status(store, made), line.text(), over.isVisible()) == (MarkStatus.PRESENT, "", True)


def test_the_last_scan_is_taken_back(page: ScanPage, store: Store, made: SmallRound, desk: Desk) -> None:
    pressed(page, "Bật quét")
    scanned(page, code(store, made))
    desk.undo()
    assert status(store, made) is None and rows(page) == []
    assert "đã hoàn tác" in shown(page)


def test_the_short_code_typed_by_a_hand_marks(page: ScanPage, store: Store, made: SmallRound) -> None:
    line = named(page, QLineEdit, "Mã gõ tay")
    typed(line, quick_code(code(store, made)))
    QTest.keyClick(line, Key.Key_Return)
    assert status(store, made) is MarkStatus.PRESENT and line.text() == ""
    assert "Gõ tay" in rows(page)[0]


def test_scanning_goes_on_when_the_page_is_left_and_its_badge_ends_it(
    page: ScanPage, store: Store, made: SmallRound, desk: Desk, qtbot: QtBot
) -> None:
    pressed(page, "Bật quét")
    page.hide()
    badge, other = session_of(desk).badge, QLineEdit()
    qtbot.addWidget(badge)
    qtbot.addWidget(other)
    other.show()
    badge.show()
    scanned(other, code(store, made))
    assert status(store, made) is MarkStatus.PRESENT and "buổi sáng 27/3" in shown(badge)
    pressed(badge, "Tắt")
    scanned(other, "0001230")
    assert other.text() == "0001230" and session_of(desk).door is None


def test_someone_unknown_is_written_in_and_present(page: ScanPage, store: Store, made: SmallRound) -> None:
    pressed(page, "Ghi thêm người…")
    typed(named(dialog(page), QLineEdit, "Họ và tên"), "Tạ Văn Mới")
    pressed(dialog(page), "Ghi thêm")
    sheet = attendance.sheet(store, made.conference_id)
    (row,) = [row for row in sheet.rows if row.full_name == "Tạ Văn Mới"]
    assert sheet.marks[made.half_day_ids[0], row.member_id].status is MarkStatus.PRESENT


def test_a_file_of_the_scanner_is_read_in_beside_the_window(
    kept_store: Store, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    made, desk = small_round(kept_store), Desk(kept_store, Background())
    session_of(desk).clock = lambda store: "2021-03-27 11:00:00"
    page = ScanPage(desk, made.conference_id)
    qtbot.addWidget(page)
    page.show()
    path = tmp_path / "may 1.csv"
    path.write_text(f"{code(kept_store, made)};27/03/2021 07:00:00\nx\n0001230;01/01/2000 00:01:00\n")
    answers.coming = [path, "Máy 1"]
    with qtbot.waitSignal(desk.said, timeout=10_000) as said:
        pressed(page, "Đọc tệp máy quét…")
    assert said.args[0] == "Đã đọc 2 lượt quét mới: đã ghi có mặt 1, mã không có trong sổ 1."
    assert "đồng hồ" in answers.told[0] and "Dòng 2" in answers.told[0]
    assert [row[1] for row in rows(page)] == ["Đã ghi có mặt", "Mã không có trong sổ"]


def test_a_wrong_setting_of_the_scanner_is_refused_in_the_dialog(page: ScanPage) -> None:
    pressed(page, "Máy quét…")
    field = named(dialog(page), QLineEdit, "Khoảng cách tối đa giữa hai phím (phần nghìn giây)")
    field.setText("500")
    pressed(dialog(page), "Ghi")
    assert "từ 10 đến 100" in shown(dialog(page))


def test_the_clock_of_the_window_is_to_the_millisecond(store: Store) -> None:
    assert datetime.fromisoformat(scanning.this_moment(store)).microsecond % 1000 == 0


def test_the_code_of_a_sign_in_page_opens_that_page(
    page: ScanPage, store: Store, made: SmallRound, desk: Desk, qtbot: QtBot, heard: list[Sound]
) -> None:
    people = tuple(row.member_id for row in rolls.roll(store, made.conference_id, made.venue_ids[0]))
    sheet = Printed(held_on="2021-03-28", venue_id=made.venue_ids[0], cell_id=None, page=1, pages=1, member_ids=people)
    printed = sheets.register(store, made.conference_id, [sheet])[0].code
    pressed(page, "Bật quét")
    shown_page = opened(desk, qtbot, lambda: scanned(page, printed))
    assert isinstance(shown_page, SheetPageScreen)
    assert scanning.listed(store, made.conference_id) == [] and heard == [Sound.LOOK]


def test_a_page_code_nobody_printed_is_told(page: ScanPage, desk: Desk, qtbot: QtBot, heard: list[Sound]) -> None:
    pressed(page, "Bật quét")
    with qtbot.waitSignal(desk.refused):
        scanned(page, "900000099" + check_digit("900000099"))
    assert heard == [Sound.BAD]


def test_the_window_shows_that_scanning_is_on_and_ends_it_with_its_store(window: Window) -> None:
    desk = window.desk
    assert desk is not None
    made = small_round(desk.store)
    session = session_of(desk)
    session.start(made.conference_id, made.half_day_ids[0], made.venue_ids[0])
    assert "● Đang quét: buổi sáng 27/3, điểm cầu Hội trường Đảng ủy phường" in shown(window)
    session.stop()
    assert "Đang quét" not in shown(window)


def test_nobody_is_scanned_before_a_roll_is_frozen(desk: Desk, store: Store, qtbot: QtBot, heard: list[Sound]) -> None:
    small_round(store, freeze=False)
    page = ScanPage(desk)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(desk.refused) as told:
        pressed(page, "Bật quét")
    assert "Chốt danh sách" in told.args[0] and session_of(desk).door is None
    assert told.args[0] in shown(page)


def test_the_page_opened_again_shows_the_place_that_is_being_scanned(
    page: ScanPage, made: SmallRound, desk: Desk, qtbot: QtBot
) -> None:
    session_of(desk).start(made.conference_id, made.half_day_ids[2], made.venue_ids[1])
    again = ScanPage(desk, made.conference_id)
    qtbot.addWidget(again)
    again.show()
    assert again.filter_bar.chosen() == {
        "conference": made.conference_id,
        "half_day": made.half_day_ids[2],
        "venue": made.venue_ids[1],
        "outcome": None,
    }


def test_the_list_is_narrowed_to_one_outcome_and_leads_to_the_person(
    page: ScanPage, store: Store, made: SmallRound, desk: Desk, qtbot: QtBot
) -> None:
    pressed(page, "Bật quét")
    for text in (code(store, made), "0001230", code(store, made, "Bùi Thị Đào")):
        scanned(page, text)
    box = named(page, QComboBox, "Xem")
    box.setCurrentIndex(box.findText("mã không có trong sổ"))
    box.activated.emit(box.currentIndex())
    assert [row[1] for row in rows(page)] == ["Mã không có trong sổ"]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    page.table.selectRow(0)
    person = opened(desk, qtbot, lambda: QTest.keyClick(page.table, Key.Key_Return))
    assert "Bùi Thị Đào" in shown(person)


def test_digits_of_a_scanner_are_no_marks_of_the_grid(
    page: ScanPage, store: Store, made: SmallRound, desk: Desk, qtbot: QtBot
) -> None:
    before = attendance.sheet(store, made.conference_id).marks
    pressed(page, "Bật quét")
    marking = AttendanceScreen(desk)
    qtbot.addWidget(marking)
    marking.show()
    scanned(marking.grid, code(store, made))
    changed = attendance.sheet(store, made.conference_id).marks.items() - before.items()
    assert [place for place, _ in changed] == [(made.half_day_ids[0], made.people[FREE])]
