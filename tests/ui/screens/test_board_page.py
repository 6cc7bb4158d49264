"""The board of venues and what is opened from it, used as a clerk does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.values import MarkStatus
from desktop_app.domain.board import ReportState
from desktop_app.services import attendance, board, closing, conferences, rolls, venue_diary, venue_reports
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.board_diary import DiaryPage
from desktop_app.ui.screens.board_page import BoardPage
from desktop_app.ui.screens.board_tiles import Tile
from desktop_app.ui.screens.closing_page import ClosingPage
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.contradictions_page import ContradictionsPage
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, table_in, typed
from tests.ui.screens.study import opened

NAME, STATE, ROLL, PRESENT = range(4)
UNMARKED, SIGNED, HEADS = 8, 9, 10


@pytest.fixture
def made(store: Store) -> SmallRound:
    """The small round with nobody unmarked."""
    found = small_round(store)
    everyone = [row.member_id for row in attendance.sheet(store, found.conference_id).rows]
    places = [(day, person) for day in found.half_day_ids for person in everyone]
    attendance.fill_blanks(store, found.conference_id, places, MarkStatus.ABSENT)
    return found


@pytest.fixture
def page(desk: Desk, made: SmallRound, qtbot: QtBot) -> BoardPage:
    return shown_page(desk, made.conference_id, qtbot)


def shown_page(desk: Desk, conference_id: int, qtbot: QtBot) -> BoardPage:
    found = BoardPage(desk, conference_id)
    qtbot.addWidget(found)
    found.resize(1180, 700)
    found.show()
    found.focus_start()
    return found


def line(page: BoardPage, name: str) -> list[str]:
    return next(cells for cells in rows(page) if name in cells[NAME])


def chosen(page: BoardPage, venue_id: int) -> None:
    table_in(page).select_ids([venue_id])


def test_every_venue_stands_with_its_figures(page: BoardPage, store: Store, made: SmallRound) -> None:
    lines = board.board(store, made.conference_id, made.half_day_ids[-1])
    told = [[cells[ROLL], cells[PRESENT]] for cells in rows(page)]
    assert told == [[str(each.figures.roll), str(each.figures.present)] for each in lines]
    assert "2 báo một phần" in shown(page) and "CLD: vắng có lý do" in shown(page)


def test_the_last_half_day_is_shown_and_another_can_be_chosen(page: BoardPage, store: Store, made: SmallRound) -> None:
    box = named(page, QComboBox, "Buổi")
    assert box.currentText() == "Chiều 28/03/2021"
    QTest.keyClick(box, Qt.Key.Key_Home)
    box.activated.emit(box.currentIndex())
    first = board.board(store, made.conference_id, made.half_day_ids[0])
    assert [cells[PRESENT] for cells in rows(page)] == [str(each.figures.present) for each in first]


def test_a_silent_venue_shows_blanks_and_an_empty_one_zeros(desk: Desk, store: Store, qtbot: QtBot) -> None:
    made = small_round(store, freeze=False)
    rolls.freeze(store, made.conference_id)
    second = [r.member_id for r in rolls.roll(store, made.conference_id, made.venue_ids[1]) if r.deduction is None]
    places = [(made.half_day_ids[-1], person) for person in second]
    attendance.mark(store, made.conference_id, places, MarkStatus.ABSENT)
    page = shown_page(desk, made.conference_id, qtbot)
    assert line(page, "Hội trường")[STATE:5] == ["Chưa báo", line(page, "Hội trường")[ROLL], "—", ""]
    assert (line(page, "Nhà văn hóa")[PRESENT], line(page, "Nhà văn hóa")[SIGNED]) == ("0", "—")


def test_a_venue_is_reported_complete_with_its_signed_number(page: BoardPage, made: SmallRound) -> None:
    chosen(page, made.venue_ids[1])
    present = line(page, "Nhà văn hóa")[PRESENT]
    pressed(page, "Báo đủ…")
    assert f"có mặt {present}" in shown(dialog(page))
    typed(named(dialog(page), QLineEdit, "Số người ký có mặt"), present)
    pressed(dialog(page), "Báo đủ")
    assert (line(page, "Nhà văn hóa")[STATE], line(page, "Nhà văn hóa")[SIGNED]) == ("Đã báo đủ", present)
    assert "(Văn phòng)" in page.counted(2)


def test_a_report_before_the_day_is_asked_about_first(
    page: BoardPage, store: Store, made: SmallRound, answers: Answers
) -> None:
    held = conferences.conference(store, made.conference_id)
    later = replace(held.half_days[-1], held_on="2999-01-05")
    days = (*held.half_days[:-1], later)
    conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=days))
    page.filter_bar.choose({"half_day": later.id})
    page.load()
    chosen(page, made.venue_ids[1])
    answers.coming = [True]
    pressed(page, "Báo đủ…")
    pressed(dialog(page), "Báo đủ")
    assert "Chưa đến buổi" in answers.asked[0]
    assert line(page, "Nhà văn hóa")[STATE] == "Đã báo đủ"


def test_a_number_that_differs_is_told_in_the_dialog(page: BoardPage, made: SmallRound) -> None:
    chosen(page, made.venue_ids[1])
    pressed(page, "Báo đủ…")
    typed(named(dialog(page), QLineEdit, "Số người ký có mặt"), "77")
    pressed(dialog(page), "Báo đủ")
    assert "77 người ký" in shown(dialog(page))


def test_a_signed_number_alone_shows_the_venue_as_contradictory(page: BoardPage, made: SmallRound) -> None:
    chosen(page, made.venue_ids[0])
    pressed(page, "Số người ký…")
    typed(named(dialog(page), QLineEdit, "Số người ký có mặt"), "77")
    pressed(dialog(page), "Ghi số người ký")
    assert line(page, "Hội trường")[STATE] == "Số liệu lệch"


def test_complete_is_taken_back_by_delete(page: BoardPage, store: Store, made: SmallRound) -> None:
    venue_reports.complete(store, made.conference_id, made.venue_ids[1], made.half_day_ids[-1])
    page.reload()
    chosen(page, made.venue_ids[1])
    QTest.keyClick(table_in(page), Qt.Key.Key_Delete)
    lines = board.board(store, made.conference_id, made.half_day_ids[-1])
    assert {each.state for each in lines} == {ReportState.PARTLY}


def test_enter_opens_the_marking_of_the_venue(page: BoardPage, desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    chosen(page, made.venue_ids[1])
    marking = opened(desk, qtbot, lambda: QTest.keyClick(table_in(page), Qt.Key.Key_Return))
    assert isinstance(marking, AttendanceScreen)
    assert marking.chosen("venue") == made.venue_ids[1]


def tiles(page: BoardPage) -> list[Tile]:
    return [tile for tile in page.findChildren(Tile) if tile.isVisible()]


def test_as_tiles_every_venue_says_how_it_stands(page: BoardPage) -> None:
    pressed(page, "Dạng ô")
    told = [tile.accessibleName() for tile in tiles(page)]
    assert [name.split(":")[0] for name in told] == [cells[NAME] for cells in rows(page)]
    assert all("báo một phần" in name and "có mặt" in name for name in told)
    pressed(page, "Dạng ô")
    assert not tiles(page) and table_in(page).isVisible()


def test_a_tile_opens_its_marking_and_takes_the_actions(
    page: BoardPage, desk: Desk, made: SmallRound, qtbot: QtBot
) -> None:
    pressed(page, "Dạng ô")
    second = tiles(page)[1]
    second.reached.emit()
    assert table_in(page).selected_ids() == [made.venue_ids[1]]
    marking = opened(desk, qtbot, lambda: QTest.keyClick(second, Qt.Key.Key_Return))
    assert isinstance(marking, AttendanceScreen) and marking.chosen("venue") == made.venue_ids[1]


def test_the_board_opens_from_marking_and_from_the_conference(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    for screen in (AttendanceScreen(desk), ConferencePage(desk, made.conference_id)):
        qtbot.addWidget(screen)
        screen.show()
        found = opened(desk, qtbot, lambda screen=screen: pressed(screen, "Bảng điểm cầu"))  # type: ignore[misc]
        assert isinstance(found, BoardPage) and found.conference_id == made.conference_id


def test_a_mark_made_elsewhere_shows_when_the_board_is_seen(page: BoardPage, desk: Desk, made: SmallRound) -> None:
    before = int(line(page, "Hội trường")[PRESENT])
    absentee = next(
        place
        for place, mark in attendance.sheet(desk.store, made.conference_id, made.venue_ids[0]).marks.items()
        if place[0] == made.half_day_ids[-1] and mark.status is not MarkStatus.PRESENT
    )
    desk.write(attendance.mark, made.conference_id, [absentee], MarkStatus.PRESENT)
    assert int(line(page, "Hội trường")[PRESENT]) == before + 1


def test_a_conference_that_is_not_frozen_says_what_to_do(desk: Desk, store: Store, qtbot: QtBot) -> None:
    made = small_round(store, freeze=False)
    page = shown_page(desk, made.conference_id, qtbot)
    assert "Chưa chốt danh sách triệu tập" in shown(page)
    with qtbot.waitSignal(desk.back_wanted):
        pressed(page, "Về trang hội nghị")


def test_the_other_pages_open_from_the_board(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    for caption, kind in (("Diễn biến", DiaryPage), ("Mâu thuẫn", ContradictionsPage), ("Kết thúc…", ClosingPage)):
        found = opened(desk, qtbot, lambda caption=caption: pressed(page, caption))  # type: ignore[misc]
        assert isinstance(found, kind)


@pytest.fixture
def diary(desk: Desk, made: SmallRound, qtbot: QtBot) -> DiaryPage:
    found = DiaryPage(desk, made.conference_id, made.venue_ids[1])
    qtbot.addWidget(found)
    found.show()
    return found


def test_an_entry_of_the_diary_stands_at_its_venue_and_time(diary: DiaryPage) -> None:
    pressed(diary, "Ghi diễn biến")
    named(dialog(diary), QLineEdit, "Giờ").selectAll()
    typed(named(dialog(diary), QLineEdit, "Giờ"), "7h45")
    named(dialog(diary), QPlainTextEdit, "Diễn biến").setPlainText("Mất tiếng")
    pressed(dialog(diary), "Ghi diễn biến")
    ((at, venue, _, kind, text),) = rows(diary)
    assert (at[:5], venue, kind, text) == ("07:45", "Nhà văn hóa phố Đội Cung", "Đường truyền", "Mất tiếng")


def test_unnamed_people_are_counted_on_the_second_tab(diary: DiaryPage, store: Store, made: SmallRound) -> None:
    diary.turn(1)
    pressed(diary, "Ghi số người")
    typed(named(dialog(diary), QLineEdit, "Số người"), "24")
    pressed(dialog(diary), "Ghi số người")
    assert rows(diary.panes()[0])[0][2:] == ["Quần chúng, nhân dân", "24"]
    (kept,) = venue_diary.head_counts(store, made.conference_id)
    assert kept.venue_id == made.venue_ids[1]


def test_the_diary_opened_from_the_board_stands_at_its_half_day(
    page: BoardPage, desk: Desk, made: SmallRound, qtbot: QtBot
) -> None:
    page.filter_bar.choose({"half_day": made.half_day_ids[1]})
    chosen(page, made.venue_ids[1])
    diary = opened(desk, qtbot, lambda: pressed(page, "Diễn biến"))
    pressed(diary, "Ghi diễn biến")
    named(dialog(diary), QPlainTextEdit, "Diễn biến").setPlainText("Mất điện")
    pressed(dialog(diary), "Ghi diễn biến")
    ((at, _, half_day, _, _),) = rows(diary)
    assert (at, half_day) == ("13:30 ngày 27/03/2021", "Chiều 27/03/2021")


def test_an_entry_is_removed_by_delete(diary: DiaryPage, store: Store, made: SmallRound) -> None:
    pressed(diary, "Ghi diễn biến")
    named(dialog(diary), QPlainTextEdit, "Diễn biến").setPlainText("Mất tiếng")
    pressed(dialog(diary), "Ghi diễn biến")
    pressed(diary, "Xóa")
    assert venue_diary.diary(store, made.conference_id) == []
    assert "Chưa ghi diễn biến nào." in shown(diary)


def test_a_closed_conference_takes_no_report(page: BoardPage, store: Store, made: SmallRound) -> None:
    closing.close(store, made.conference_id)
    chosen(page, made.venue_ids[0])
    pressed(page, "Báo đủ…")
    pressed(dialog(page), "Báo đủ")
    assert "mở lại hội nghị" in shown(dialog(page))
