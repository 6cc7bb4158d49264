"""Closing a conference on its page, and the finder of contradictions with its ways to mend."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from db import attendance as kept_attendance
from db.records import HalfDay, MakeUp, Mark
from db.values import DayPart, MakeUpForm, MarkStatus
from desktop_app.services import attendance, closing, conferences, contradictions, essays, members, rolls, venue_reports
from desktop_app.services.conferences import conference
from desktop_app.services.office import today
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.board_page import BoardPage
from desktop_app.ui.screens.closing_page import ClosingPage
from desktop_app.ui.screens.contradictions_page import ContradictionsPage
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.screens.person_page import PersonPage
from tests.round_office import SmallRound, draft, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, table_in
from tests.ui.screens.study import opened

AN = "Nguyễn Văn An"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


@pytest.fixture
def page(desk: Desk, made: SmallRound, qtbot: QtBot) -> ClosingPage:
    found = ClosingPage(desk, made.conference_id)
    qtbot.addWidget(found)
    found.show()
    return found


def test_who_is_not_marked_stands_by_cell_with_the_half_days(page: ClosingPage) -> None:
    ((_, name, _, half_days),) = rows(page)
    assert name == "Ngô Văn Hòa" and half_days.count("2021") == 4
    assert "Còn 1 người phải dự, 4 lượt chưa điểm danh" in shown(page)


def test_the_tab_of_venues_names_what_is_not_complete(page: ClosingPage) -> None:
    page.turn(1)
    assert page.tabs.tabText(1) == "Điểm cầu chưa báo đủ (8)"
    assert len(rows(page.panes()[0])) == 8


def test_closing_asks_with_numbers_and_settles_them(
    page: ClosingPage, store: Store, made: SmallRound, answers: Answers
) -> None:
    answers.coming = [True]
    pressed(page, "Kết thúc điểm danh")
    assert answers.asked[0].startswith("1 người (4 lượt) chưa điểm danh sẽ được ghi vắng")
    assert conference(store, made.conference_id).closed_at
    assert closing.state(store, made.conference_id).unmarked == ()
    assert "Đã kết thúc điểm danh lúc" in shown(page)


def test_closing_before_the_end_of_a_half_day_names_it_in_the_question(
    page: ClosingPage, store: Store, made: SmallRound, answers: Answers
) -> None:
    draft = conferences.draft_of(conference(store, made.conference_id))
    last = replace(draft.half_days[-1], held_on=today(store).isoformat(), part=DayPart.EVENING, ends_at="24:00")
    conferences.amend(store, made.conference_id, replace(draft, half_days=(*draft.half_days[:-1], last)))
    page.reload()
    assert "chưa hết giờ" in shown(page)
    answers.coming = [True]
    pressed(page, "Kết thúc điểm danh")
    assert answers.asked[0].startswith("Buổi tối ") and "chưa hết giờ" in answers.asked[0]
    assert conference(store, made.conference_id).closed_at


def test_closing_that_is_not_agreed_to_changes_nothing(
    page: ClosingPage, store: Store, made: SmallRound, answers: Answers
) -> None:
    answers.coming = [False]
    pressed(page, "Kết thúc điểm danh")
    assert conference(store, made.conference_id).closed_at is None


def test_a_closed_conference_is_opened_again_with_a_reason(
    page: ClosingPage, store: Store, made: SmallRound, answers: Answers
) -> None:
    closing.close(store, made.conference_id, absent=True)
    page.reload()
    answers.coming = ["Bổ sung phiếu"]
    pressed(page, "Mở lại hội nghị…")
    page.turn(2)
    assert rows(page.panes()[0])[0][2] == "Bổ sung phiếu"
    assert conference(store, made.conference_id).closed_at is None


def test_an_open_conference_is_closed_and_a_closed_one_opened(
    page: ClosingPage, store: Store, made: SmallRound
) -> None:
    both = [b for b in page.findChildren(QPushButton) if b.text() in ("Kết thúc điểm danh", "Mở lại hội nghị…")]
    assert {each.text(): each.isEnabled() for each in both} == {"Kết thúc điểm danh": True, "Mở lại hội nghị…": False}
    closing.close(store, made.conference_id, absent=True)
    page.reload()
    assert {each.text(): each.isEnabled() for each in both} == {"Kết thúc điểm danh": False, "Mở lại hội nghị…": True}


def test_enter_on_somebody_opens_their_marking(page: ClosingPage, desk: Desk, qtbot: QtBot) -> None:
    page.focus_start()
    marking = opened(desk, qtbot, lambda: QTest.keyClick(table_in(page), Qt.Key.Key_Return))
    assert isinstance(marking, AttendanceScreen)
    assert marking.search_box.text() == "Ngô Văn Hòa"


def finder(desk: Desk, made: SmallRound, qtbot: QtBot) -> ContradictionsPage:
    found = ContradictionsPage(desk, made.round_id)
    qtbot.addWidget(found)
    found.show()
    found.focus_start()
    return found


def test_a_sound_round_says_so(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    assert "Không thấy mâu thuẫn nào" in shown(finder(desk, made, qtbot))


def test_a_number_that_differs_is_mended_on_the_board(desk: Desk, store: Store, made: SmallRound, qtbot: QtBot) -> None:
    venue_reports.sign(store, made.conference_id, made.venue_ids[0], made.half_day_ids[1], 99)
    page = finder(desk, made, qtbot)
    assert rows(page)[0][:2] == ["Số ký nhiều hơn số người", "Hội trường Đảng ủy phường"]
    there = opened(desk, qtbot, lambda: pressed(page, "Mở chỗ sửa"))
    assert isinstance(there, BoardPage) and there.half_day_id() == made.half_day_ids[1]


def test_a_make_up_is_mended_among_the_make_ups(desk: Desk, store: Store, made: SmallRound, qtbot: QtBot) -> None:
    given = MakeUp(
        half_day_id=made.half_day_ids[0],
        member_id=made.people[AN],
        made_up_on="2021-03-29",
        form=MakeUpForm.SELF_STUDY,
    )
    with store.gesture("test", "Học bù"):
        kept_attendance.write_makeups(store, [given])
    page = finder(desk, made, qtbot)
    assert isinstance(opened(desk, qtbot, lambda: pressed(page, "Mở chỗ sửa")), OutstandingPage)


def test_an_essay_is_mended_among_the_essays(desk: Desk, store: Store, made: SmallRound, qtbot: QtBot) -> None:
    essays.receive(store, made.round_id, [made.people["Đặng Văn Dũng"]], "2021-04-03")
    page = finder(desk, made, qtbot)
    with qtbot.waitSignal(desk.place_wanted) as signal:
        pressed(page, "Mở chỗ sửa")
    assert signal.args == ["essays", "Đặng Văn Dũng"]


def test_someone_at_two_conferences_is_settled_by_choosing_one(
    desk: Desk, store: Store, made: SmallRound, qtbot: QtBot
) -> None:
    day = HalfDay(held_on="2021-03-27", part=DayPart.MORNING)
    other = conferences.create(store, made.round_id, conferences.ConferenceDraft(name="Hội nghị hai", half_days=(day,)))
    rolls.freeze(store, other.id)
    attendance.mark(store, other.id, [(other.half_days[0].id, made.people[AN])], MarkStatus.PRESENT)
    page = finder(desk, made, qtbot)
    pressed(page, "Giải quyết…")
    QTest.keyClick(named(dialog(page), QComboBox, "Hội nghị được tính"), Qt.Key.Key_Down)
    pressed(dialog(page), "Chọn nơi này")
    assert contradictions.contradictions(store, made.round_id) == []
    assert (made.half_day_ids[0], made.people[AN]) not in kept_attendance.marks(store, made.round_id)
    assert "Không thấy mâu thuẫn nào" in shown(page)


def test_a_stray_mark_is_taken_off(desk: Desk, store: Store, made: SmallRound, qtbot: QtBot) -> None:
    stranger = members.enrol(store, draft("Lạ Văn Khách", made.cell_ids[0], 3)).id
    mark = Mark(half_day_id=made.half_day_ids[0], member_id=stranger, status=MarkStatus.PRESENT)
    with store.gesture("test", "Điểm danh"):
        kept_attendance.write_marks(store, [mark], "2021-03-27 08:00:00")
    page = finder(desk, made, qtbot)
    assert isinstance(opened(desk, qtbot, lambda: pressed(page, "Mở chỗ sửa")), PersonPage)
    pressed(page, "Giải quyết…")
    assert contradictions.contradictions(store, made.round_id) == []


def test_what_is_mended_elsewhere_says_where(desk: Desk, store: Store, made: SmallRound, qtbot: QtBot) -> None:
    venue_reports.sign(store, made.conference_id, made.venue_ids[0], made.half_day_ids[1], 99)
    page = finder(desk, made, qtbot)
    with qtbot.waitSignal(desk.said) as signal:
        pressed(page, "Giải quyết…")
    assert "Mở chỗ sửa" in signal.args[0]
