"""Seats by room, seen before they are kept."""

import pytest
from pytestqt.qtbot import QtBot

from db.records import Conference
from desktop_app.services import rolls
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.seating_plan import SeatingPlanPage
from tests.cast import some_members
from tests.ui.hands import pressed, rows, shown
from tests.ui.screens.study import a_conference, a_venue, opened


@pytest.fixture
def held(store: Store) -> Conference:
    """Six people of cell A and three of cell B; room for five and for three."""
    some_members(store, 6, "Chi bộ A")
    some_members(store, 3, "Chi bộ B")
    made = a_conference(store)
    main = a_venue(store, made, "Hội trường", capacity=5)
    a_venue(store, made, "Nhà văn hóa", capacity=3, parent_id=main.id)
    return made


@pytest.fixture
def page(desk: Desk, held: Conference, qtbot: QtBot) -> SeatingPlanPage:
    made = SeatingPlanPage(desk, held.id)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    return made


def test_every_venue_shows_who_would_come_and_what_is_left(page: SeatingPlanPage) -> None:
    assert rows(page.venues) == [
        ["Hội trường", "5", "5", "vừa đủ", "Chi bộ A (2), Chi bộ B (3)"],
        ["└ Nhà văn hóa", "3", "3", "vừa đủ", "Chi bộ A (3)"],
    ]
    assert rows(page.overflow) == [["Chi bộ A", "1"]]
    assert "Còn 1 người chưa có chỗ" in shown(page)


def test_nothing_is_kept_before_the_button(page: SeatingPlanPage, store: Store, held: Conference, qtbot: QtBot) -> None:
    rolls.freeze(store, held.id)
    page.reload()
    assert all(row.venue is None for row in rolls.roll(store, held.id))
    with qtbot.waitSignal(page.desk.back_wanted):
        pressed(page, "Ghi cách xếp này")
    assert sorted(row.venue or "" for row in rolls.roll(store, held.id)) == [
        "",
        *["Hội trường"] * 5,
        *["Nhà văn hóa"] * 3,
    ]


def test_seats_are_worked_out_afresh_when_asked(page: SeatingPlanPage, store: Store, held: Conference) -> None:
    pressed(page, "Ghi cách xếp này")
    assert "Xếp thêm 0 người" in shown(page)
    pressed(page, "Xếp lại từ đầu")
    assert "Xếp lại từ đầu 8 người" in shown(page)


def test_the_plan_opens_from_the_seating_of_the_conference(desk: Desk, held: Conference, qtbot: QtBot) -> None:
    conference = ConferencePage(desk, held.id)
    qtbot.addWidget(conference)
    conference.show()
    conference.tabs.setCurrentIndex(2)
    assert isinstance(opened(desk, qtbot, lambda: pressed(conference, "Xếp theo sức chứa")), SeatingPlanPage)


def test_without_any_room_said_the_clerk_is_told_what_to_do(desk: Desk, store: Store, qtbot: QtBot) -> None:
    conference = ConferencePage(desk, a_conference(store).id)
    qtbot.addWidget(conference)
    conference.show()
    conference.tabs.setCurrentIndex(2)
    with qtbot.waitSignal(desk.refused) as refused:
        pressed(conference, "Xếp theo sức chứa")
    assert "ghi số chỗ ở thẻ Điểm cầu" in refused.args[0]
