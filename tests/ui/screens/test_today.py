"""The first page, read as a clerk does in the morning."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from db.records import Deadline
from db.values import DeadlineKind
from desktop_app.services import rounds
from desktop_app.services.agenda import Task, ToDo
from desktop_app.services.practice import create_practice
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.bars import Bar
from desktop_app.ui.desk import Desk
from desktop_app.ui.navigation import WIDTH as NAVIGATION
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.essays import EssaysScreen
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.screens.today import TodayScreen
from desktop_app.ui.screens.today_ways import follow
from desktop_app.ui.screens.today_words import FIRST_STEPS, WAYS, todo_words
from tests.cast import a_member
from tests.round_office import small_round
from tests.ui.hands import pressed, rows, shown


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> TodayScreen:
    made = TodayScreen(desk)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def practice(tmp_path: Path, qtbot: QtBot) -> Iterator[TodayScreen]:
    """The first page of the practice office, on 5/4/2021."""
    store = create_practice(tmp_path / "p.sht", members=400)
    made = TodayScreen(Desk(store, Background()))
    qtbot.addWidget(made)
    made.resize(917, 560)
    made.show()
    yield made
    made.close()
    store.close()


def test_an_empty_office_is_shown_three_first_steps_with_a_button_each(screen: TodayScreen, qtbot: QtBot) -> None:
    screen.show()
    assert "Ba bước để bắt đầu" in shown(screen)
    for _, _, way in FIRST_STEPS:
        with qtbot.waitSignal(screen.desk.place_wanted) as wanted:
            pressed(screen, way.caption)
        assert wanted.args == [way.place, ""]


def test_every_button_leads_to_a_place_the_window_has() -> None:
    places = {place.key for place in SCREENS}
    assert {way.place for way in WAYS.values()} | {way.place for _, _, way in FIRST_STEPS} <= places
    assert set(WAYS) == set(Task)


def test_an_office_with_members_is_asked_for_a_round(screen: TodayScreen, store: Store, qtbot: QtBot) -> None:
    a_member(store)
    screen.show()
    assert "Chưa có đợt học tập nào." in shown(screen)
    with qtbot.waitSignal(screen.desk.place_wanted) as wanted:
        pressed(screen, "Lập đợt học tập")
    assert wanted.args == ["rounds", ""]


def test_who_has_not_handed_in_is_told_apart_from_who_has_not_studied(screen: TodayScreen, store: Store) -> None:
    small_round(store)
    screen.show()
    assert "9 người chưa nộp bài thu hoạch, trong đó 5 chưa học nên chưa đến hạn." in shown(screen)
    assert "Chưa nộp 9 (5 chưa học)" in shown(screen)


def test_a_late_report_is_marked_by_words(screen: TodayScreen, store: Store) -> None:
    late = Deadline(kind=DeadlineKind.RESULT_REPORT, title="Báo cáo kết quả quý I", due_on="2020-03-31")
    rounds.create(store, RoundDraft(name="Học tập Nghị quyết XIII", deadlines=(late,)))
    screen.show()
    read = shown(screen)
    assert read.index("Đã qua") < read.index("31/03/2020")
    assert "quá hạn" in read and "1 đơn vị chưa nộp “Báo cáo kết quả quý I”." in read


def test_the_page_says_what_day_it_is_in_the_office(practice: TodayScreen) -> None:
    assert "Hôm nay: Thứ hai, 05/04/2021" in shown(practice)


def test_coverage_is_told_with_both_denominators(practice: TodayScreen) -> None:
    read = shown(practice)
    assert "người phải học, đạt" in read and "tổng số đảng viên, đạt" in read
    assert "người phải viết đã nộp, đạt" in read


def test_every_bar_says_its_figures_without_being_seen(practice: TodayScreen) -> None:
    bars = practice.findChildren(Bar)
    assert len(bars) > 2 and all("/" in bar.accessibleName() for bar in bars)


def test_what_falls_due_within_a_week_stands_apart(practice: TodayScreen) -> None:
    read = shown(practice)
    assert read.index("Trong 7 ngày tới") < read.index("10/04/2021") < read.index("Sau đó")
    assert "còn 5 ngày" in read


def test_the_name_of_a_cell_opens_who_of_it_has_not_studied(practice: TodayScreen, qtbot: QtBot) -> None:
    cell = next(each for each in practice.findChildren(QPushButton) if each.toolTip().startswith("Xem ai"))
    with qtbot.waitSignal(practice.desk.page_opened) as opened:
        cell.click()
    assert opened.args is not None and isinstance(opened.args[0], OutstandingPage)
    qtbot.addWidget(opened.args[0])


def test_people_who_have_not_studied_are_one_button_away(practice: TodayScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(practice.desk.page_opened) as opened:
        pressed(practice, "Ghi học bù")
    assert opened.args is not None and isinstance(opened.args[0], OutstandingPage)
    qtbot.addWidget(opened.args[0])


def test_the_whole_page_fits_a_small_screen(practice: TodayScreen, qtbot: QtBot) -> None:
    qtbot.waitExposed(practice)
    lowest = max((each for each in practice.findChildren(Bar)), key=lambda bar: bar.mapTo(practice, bar.pos()).y())
    assert not lowest.visibleRegion().isEmpty()


def test_nothing_is_pushed_aside_in_a_window_of_1024(practice: TodayScreen, qtbot: QtBot) -> None:
    practice.resize(1024 - NAVIGATION, 660)
    qtbot.waitExposed(practice)
    [area] = practice.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_who_owes_an_essay_and_who_is_unmarked_are_shown_alone(desk: Desk, store: Store, qtbot: QtBot) -> None:
    made = small_round(store)
    opened: list[QWidget] = []
    desk.page_opened.connect(opened.append)
    for task in (Task.COLLECT_ESSAYS, Task.MARK):
        follow(desk, ToDo(task=task, round_id=made.round_id), None)
        qtbot.addWidget(opened[-1])
        opened[-1].show()
    essays, marking = opened
    assert isinstance(essays, EssaysScreen) and isinstance(marking, AttendanceScreen)
    assert {row[0] for row in rows(essays)} == {
        "Phạm Văn Ân",
        "Trần Thị Ánh",
        "Lý Văn Minh",
        "Dương Thị Lan",
        "Mai Văn Đến",
    }
    assert [row.full_name for row in marking.grid.marks.people] == ["Ngô Văn Hòa"]


def test_with_two_rounds_a_thing_to_do_says_of_which() -> None:
    todo = ToDo(
        task=Task.COLLECT_ESSAYS, count=9, not_due=5, round="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII"
    )
    assert (
        "chưa nộp bài thu hoạch, trong đó 5 chưa học nên chưa đến hạn (Nghị quyết Đại hội đại biểu toàn quốc lần…)."
        in todo_words(todo)
    )
