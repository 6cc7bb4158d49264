"""A half-day moved to another date, with what was written of it."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.services import conferences, rolls, sheets
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.conference_page import ConferencePage
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, shown, typed

LATER = "03/04/2021"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store, freeze=False)


def moved(desk: Desk, made: SmallRound, qtbot: QtBot) -> ConferencePage:
    """The last half-day is given another date."""
    page = ConferencePage(desk, made.conference_id)
    qtbot.addWidget(page)
    page.show()
    half_days = page.panes()[0]
    half_days.table.select_ids([made.half_day_ids[-1]])
    pressed(half_days, "Sửa")
    line = named(dialog(page), QLineEdit, "Ngày")
    line.selectAll()
    typed(line, LATER)
    pressed(dialog(page), "Ghi")
    return page


def held_on(store: Store, made: SmallRound) -> str:
    return conferences.conference(store, made.conference_id).half_days[-1].held_on


def test_a_half_day_with_printed_pages_moves_only_when_agreed(
    desk: Desk, store: Store, made: SmallRound, qtbot: QtBot, answers: Answers
) -> None:
    rolls.freeze(store, made.conference_id)
    place = {"venue_id": made.venue_ids[0], "cell_id": None}
    page = sheets.Printed(held_on="2021-03-28", page=1, pages=1, member_ids=(made.people["Nguyễn Văn An"],), **place)
    sheets.register(store, made.conference_id, [page])
    answers.coming = [False]
    assert "giữ ngày như cũ" in shown(dialog(moved(desk, made, qtbot)))
    assert "1 trang ký tên đã in ghi ngày 28/03/2021" in answers.asked[0]
    assert held_on(store, made) == "2021-03-28"


def test_a_half_day_of_which_nothing_is_written_just_moves(
    desk: Desk, store: Store, made: SmallRound, qtbot: QtBot, answers: Answers
) -> None:
    moved(desk, made, qtbot)
    assert held_on(store, made) == "2021-04-03" and answers.asked == []
