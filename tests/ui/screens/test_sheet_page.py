"""Entering a sign-in page that came back, and the list of the pages of a conference."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.values import Deduction, MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Subject
from desktop_app.services import attendance, rolls, sheets
from desktop_app.services.sheets import Printed, SheetPage
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.sheet_page import SheetPageScreen, open_sheet_page
from desktop_app.ui.screens.sheet_pages_list import SheetPagesScreen
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown
from tests.ui.screens.study import opened

DAY = "2021-03-28"


@pytest.fixture
def small(store: Store) -> SmallRound:
    return small_round(store)


@pytest.fixture
def page(store: Store, small: SmallRound) -> SheetPage:
    """The first venue's list of the second day on one page, nobody marked at it."""
    due = [r.member_id for r in rolls.roll(store, small.conference_id, small.venue_ids[0]) if r.deduction is None]
    attendance.mark(store, small.conference_id, [(day, m) for day in small.half_day_ids[2:] for m in due], None)
    one = Printed(held_on=DAY, venue_id=small.venue_ids[0], cell_id=None, page=1, pages=1, member_ids=tuple(due))
    return sheets.register(store, small.conference_id, [one])[0]


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, Background())


@pytest.fixture
def screen(desk: Desk, page: SheetPage, qtbot: QtBot) -> SheetPageScreen:
    made = opened(desk, qtbot, lambda: open_sheet_page(desk, page.code))
    assert isinstance(made, SheetPageScreen)
    made.resize(1100, 640)
    return made


def signed(screen: SheetPageScreen, morning: int, afternoon: int) -> None:
    for part, total in (("buổi sáng", morning), ("buổi chiều", afternoon)):
        field = named(screen, QLineEdit, f"Tổng số có mặt đã ký, {part}")
        field.clear()
        QTest.keyClicks(field, str(total))


def test_everyone_is_present_until_the_clerk_says_otherwise(screen: SheetPageScreen, page: SheetPage) -> None:
    days = [day.id for day in screen.grid.marks.sheet.half_days]
    assert [screen.grid.marks.count(day, MarkStatus.PRESENT) for day in days] == [len(page.member_ids)] * 2


def test_nothing_is_written_before_the_page_is_closed(
    screen: SheetPageScreen, store: Store, small: SmallRound, page: SheetPage
) -> None:
    QTest.keyClicks(screen.grid, "2")
    marks = attendance.sheet(store, small.conference_id).marks
    assert not [place for place in marks if place[0] in small.half_day_ids[2:] and place[1] in page.member_ids]
    assert screen.unsaved()


def test_only_exceptions_are_typed_and_the_totals_close_the_page(
    screen: SheetPageScreen, store: Store, small: SmallRound, page: SheetPage
) -> None:
    screen.grid.setFocus()
    QTest.keyClicks(screen.grid, "2")
    count = len(page.member_ids)
    signed(screen, count - 1, count)
    pressed(screen, "Khép trang")
    marks = attendance.sheet(store, small.conference_id).marks
    assert marks[small.half_day_ids[2], page.member_ids[0]].status is MarkStatus.ABSENT_EXCUSED
    assert marks[small.half_day_ids[3], page.member_ids[0]].status is MarkStatus.PRESENT
    assert "đã khép" in shown(screen)
    assert not screen.unsaved()


def test_a_total_that_differs_leaves_the_page_open_and_names_both_numbers(
    screen: SheetPageScreen, desk: Desk, store: Store, small: SmallRound, page: SheetPage, qtbot: QtBot
) -> None:
    count = len(page.member_ids)
    signed(screen, count, count - 2)
    with qtbot.waitSignal(desk.refused) as told:
        pressed(screen, "Khép trang")
    assert f"ký {count - 2} người có mặt, trên màn hình là {count}, lệch 2 người" in told.args[0]
    assert not sheets.pages(store, small.conference_id)[0].closed


def test_the_count_beside_a_total_says_whether_it_agrees(screen: SheetPageScreen, page: SheetPage) -> None:
    count = len(page.member_ids)
    signed(screen, count, 1)
    assert f"(trên màn hình {count}, khớp)" in shown(screen)
    assert f"(trên màn hình {count}, chưa khớp)" in shown(screen)


def test_enter_goes_from_total_to_total_and_closes_after_the_last(
    screen: SheetPageScreen, store: Store, small: SmallRound, page: SheetPage
) -> None:
    signed(screen, len(page.member_ids), len(page.member_ids))
    QTest.keyClick(named(screen, QLineEdit, "Tổng số có mặt đã ký, buổi chiều"), Qt.Key.Key_Return)
    assert sheets.pages(store, small.conference_id)[0].closed


def test_what_was_typed_stays_when_something_else_is_written(
    screen: SheetPageScreen, desk: Desk, small: SmallRound, page: SheetPage
) -> None:
    QTest.keyClicks(screen.grid, "3")
    desk.write(rolls.deduct, small.conference_id, page.member_ids[1], Deduction.OTHER, "ốm")
    mark = screen.grid.marks.mark((small.half_day_ids[2], page.member_ids[0]))
    assert mark is not None and mark.status is MarkStatus.ABSENT_UNEXCUSED


def test_a_page_of_an_old_list_says_so(
    screen: SheetPageScreen, desk: Desk, store: Store, small: SmallRound, page: SheetPage
) -> None:
    desk.write(rolls.deduct, small.conference_id, page.member_ids[1], Deduction.OTHER, "ốm")
    names = {row.member_id: row.full_name for row in rolls.roll(store, small.conference_id)}
    assert f"nay không phải dự ở đây: {names[page.member_ids[1]]}." in shown(screen)


def test_a_code_that_is_no_page_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="không phải mã"):
        open_sheet_page(desk, "123")


@pytest.fixture
def listing(desk: Desk, page: SheetPage, qtbot: QtBot) -> SheetPagesScreen:
    made = SheetPagesScreen(desk, page.conference_id)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_list_says_which_pages_are_missing(listing: SheetPagesScreen, page: SheetPage) -> None:
    assert [line[-1] for line in rows(listing)] == [page.code]
    assert "1 trang · đã khép 0 · còn thiếu 1" in shown(listing)


def test_a_code_typed_into_the_search_box_opens_its_page(
    listing: SheetPagesScreen, desk: Desk, page: SheetPage, qtbot: QtBot
) -> None:
    def type_it() -> None:
        QTest.keyClicks(listing.search_box, page.code)
        QTest.keyClick(listing.search_box, Qt.Key.Key_Return)

    made = opened(desk, qtbot, type_it)
    assert isinstance(made, SheetPageScreen) and made.page_id == page.id


def test_a_reason_is_taken_down_and_written_with_the_page(
    screen: SheetPageScreen, store: Store, small: SmallRound, page: SheetPage
) -> None:
    QTest.keyClicks(screen.grid, "2")
    screen.grid.setCurrentIndex(screen.grid.marks.index(0, screen.grid.currentIndex().column()))
    pressed(screen, "Lý do vắng…")
    named(dialog(screen), QComboBox, "Lý do").setEditText("ốm")
    pressed(dialog(screen), "Ghi vắng")
    signed(screen, len(page.member_ids) - 1, len(page.member_ids))
    pressed(screen, "Khép trang")
    mark = attendance.sheet(store, small.conference_id).marks[small.half_day_ids[2], page.member_ids[0]]
    assert (mark.status, mark.reason) == (MarkStatus.ABSENT_EXCUSED, "ốm")


def test_pages_get_their_codes_when_the_sign_in_sheet_is_saved(
    kept_store: Store, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    made = small_round(kept_store)
    desk = Desk(kept_store, Background())
    centre = opened(desk, qtbot, lambda: open_print(desk, "sign-in", Subject(conference_id=made.conference_id)))
    save = next(each for each in centre.findChildren(QPushButton) if each.text() == "Lưu tệp…")
    qtbot.waitUntil(save.isEnabled, timeout=20_000)
    assert sheets.pages(kept_store, made.conference_id) == []
    answers.coming = [tmp_path / "ky.pdf"]
    pressed(centre, "Lưu tệp…")
    qtbot.waitUntil((tmp_path / "ky.pdf").exists, timeout=20_000)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "ky.pdf").pages)
    codes = [state.page.code for state in sheets.pages(kept_store, made.conference_id)]
    assert len(codes) == 4 and all(f"Mã {code}" in text for code in codes)
    desk.background.wait()


def test_a_conference_leads_to_its_pages(desk: Desk, small: SmallRound, qtbot: QtBot) -> None:
    made = ConferencePage(desk, small.conference_id)
    qtbot.addWidget(made)
    made.show()
    assert isinstance(opened(desk, qtbot, lambda: pressed(made, "Phiếu, trang ký tên")), SheetPagesScreen)


def test_an_empty_list_offers_to_print(desk: Desk, small: SmallRound, qtbot: QtBot) -> None:
    made = SheetPagesScreen(desk, small.conference_id)
    qtbot.addWidget(made)
    made.show()
    assert "Chưa in danh sách ký tên nào" in shown(made)


def test_marks_not_yet_closed_are_offered_after_a_crash(
    screen: SheetPageScreen, desk: Desk, page: SheetPage, qtbot: QtBot
) -> None:
    screen.grid.setCurrentIndex(screen.grid.model().index(0, 4))
    QTest.keyClicks(screen.grid, "2")
    signed(screen, 11, 12)
    qtbot.waitUntil(lambda: bool(desk.store.column("select texts from typing")), timeout=5_000)
    again = opened(desk, qtbot, lambda: open_sheet_page(desk, page.code))
    assert isinstance(again, SheetPageScreen)
    pressed(again, "Dùng lại")
    assert again.typed() == screen.typed() and again.typed().totals
    assert {mark.status for mark in again.typed().marks.values() if mark} == {MarkStatus.ABSENT_EXCUSED}
