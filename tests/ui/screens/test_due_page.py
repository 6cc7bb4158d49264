"""The calendar of last days, and what is told before last days move, used as a clerk does."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import conferences, extensions, rounds
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.listed_question import ListedQuestion
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.due_page import DuePage
from desktop_app.ui.screens.essays import EssaysScreen
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.screens.round_page import RoundPage
from desktop_app.ui.screens.submissions_page import SubmissionsPage
from desktop_app.ui.week_strip import DayTile, WeekStrip
from tests.services.owed_round import taught_again, trung_uong_8
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, typed
from tests.ui.screens.study import opened


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Store]:
    store = create_practice(tmp_path / "p.sht", members=60)
    yield store
    store.close()


@pytest.fixture
def page(practice: Store, qtbot: QtBot) -> DuePage:
    made = DuePage(Desk(practice, Background()))
    qtbot.addWidget(made)
    made.resize(1180, 600)
    made.show()
    return made


def looked_at(page: DuePage, text: str) -> list[str]:
    """The days shown under a view."""
    box = named(page, QComboBox, "Xem")
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())
    return [row[2] for row in rows(page)]


def test_only_what_is_open_is_shown_first(page: DuePage) -> None:
    assert [row[3] for row in rows(page)][:2] == ["Kế hoạch hành động của chi bộ", "Nộp bài thu hoạch"]
    assert "Báo cáo nhanh" not in [row[3] for row in rows(page)]


def test_a_week_and_a_month_are_looked_at(page: DuePage) -> None:
    assert looked_at(page, "Tuần này") == ["09/04/2021", "10/04/2021"]
    assert looked_at(page, "Tháng này") == ["09/04/2021", "10/04/2021", "30/04/2021"]
    assert looked_at(page, "Đã quá hạn") == []
    assert "30/03/2021" in looked_at(page, "Tất cả")


@pytest.mark.parametrize(("place", "kind"), [(0, SubmissionsPage), (1, RoundPage), (3, OutstandingPage)])
def test_a_day_leads_to_where_it_is_done(page: DuePage, qtbot: QtBot, place: int, kind: type) -> None:
    page.table.select_ids([page.table.rows.id_at(place)])
    assert isinstance(opened(page.desk, qtbot, lambda: pressed(page, "Đến việc này")), kind)


def test_moving_the_day_of_the_essays_names_who_it_moves(practice: Store, qtbot: QtBot, answers: Answers) -> None:
    page = RoundPage(Desk(practice, Background()), 1)
    qtbot.addWidget(page)
    page.show()
    pressed(page, "Sửa thông tin đợt")
    line = named(dialog(page), QLineEdit, "Hạn nộp bài")
    line.selectAll()
    typed(line, "15/4/2021")
    answers.coming = [True]
    pressed(dialog(page), "Ghi")
    assert "Nộp bài thu hoạch: 10/04/2021 → 15/04/2021" in answers.asked[0]
    assert rounds.study_round(practice, 1).essay_by == "2021-04-15"


def test_essays_of_those_selected_are_granted_more_time(practice: Store, qtbot: QtBot) -> None:
    screen = EssaysScreen(Desk(practice, Background()))
    qtbot.addWidget(screen)
    screen.show()
    at = next(at for at, row in enumerate(rows(screen)) if "10/04/2021" in row and "Chưa nộp, còn hạn" in row)
    screen.table.select_ids([screen.table.rows.id_at(at)])
    screen.extend()
    typed(named(dialog(screen), QLineEdit, "Gia hạn đến hết ngày"), "20/4/2021")
    typed(named(dialog(screen), QLineEdit, "Lý do"), "ốm")
    pressed(dialog(screen), "Gia hạn")
    assert [each.extension.due_on for each in extensions.extensions(practice, 1)] == ["2021-04-20"]
    assert "20/04/2021" in rows(screen)[at]


def test_a_grant_that_is_not_later_is_refused_in_the_form(practice: Store, qtbot: QtBot, answers: Answers) -> None:
    page = RoundPage(Desk(practice, Background()), 1)
    qtbot.addWidget(page)
    page.show()
    page.tabs.setCurrentIndex(next(i for i in range(page.tabs.count()) if page.tabs.tabText(i) == "Gia hạn"))
    cell = practice.value("select id from organization where kind = 'cell' limit 1")
    answers.coming = [cell]
    pressed(page, "Gia hạn cho chi bộ")
    typed(named(dialog(page), QLineEdit, "Gia hạn đến hết ngày"), "9/4/2021")
    typed(named(dialog(page), QLineEdit, "Lý do"), "bận")
    pressed(dialog(page), "Gia hạn")
    assert "phải sau hạn 10/04/2021" in shown(dialog(page))


def test_the_question_lists_everyone_it_is_about(qtbot: QtBot) -> None:
    asked = ListedQuestion(None, "Đổi hạn của 2 người:", ["An", "Bình"], "Ghi và đổi hạn")
    qtbot.addWidget(asked)
    asked.show()
    assert named(asked, QListWidget, "Danh sách").count() == 2
    pressed(asked, "Ghi và đổi hạn")
    assert asked.result() == ListedQuestion.DialogCode.Accepted


def test_the_week_shows_what_falls_due_on_its_days(qtbot: QtBot) -> None:
    week = WeekStrip(
        date(2021, 4, 5), {"2021-04-05": ["Họp", "Nộp bài"], "2021-04-11": ["Báo cáo"], "2021-04-12": ["Xa"]}
    )
    qtbot.addWidget(week)
    said = [tile.accessibleName() for tile in week.findChildren(DayTile)]
    assert said[0] == "Hôm nay 05/04 · 2 việc; Họp; Nộp bài"
    assert said[6] == "CN 11/04; Báo cáo" and len(said) == 7


def test_moving_a_make_up_half_day_asks_before_the_essay_moves(
    desk: Desk, store: Store, qtbot: QtBot, answers: Answers
) -> None:
    made = trung_uong_8(store)
    again = taught_again(store, made)
    page = ConferencePage(desk, again.id)
    qtbot.addWidget(page)
    page.show()
    pane = page.panes()[0]
    pane.table.selectRow(2)
    pressed(pane, "Sửa")
    line = named(dialog(page), QLineEdit, "Ngày")
    line.selectAll()
    typed(line, "22/12/2023")
    answers.coming = [True, False]
    pressed(dialog(page), "Ghi")
    assert "Đào Văn Vắng (Nội chính) · Nộp bài thu hoạch: 27/12/2023 → 29/12/2023" in answers.asked[1]
    assert "giữ như cũ" in shown(dialog(page))
    assert {day.held_on for day in conferences.conference(store, again.id).half_days} == {"2023-12-20"}
