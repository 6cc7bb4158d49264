"""The venues of a conference in its page: copied, printed for, their people parted."""

import pytest
from pytestqt.qtbot import QtBot

from db.records import Conference
from db.values import MemberKind, MemberStatus
from desktop_app.services import conferences, rolls, seating
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.printing import PrintScreen
from tests.cast import CELL, a_cell, a_member, some_members
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, rows
from tests.ui.screens.study import a_conference, a_venue


@pytest.fixture
def held(store: Store) -> Conference:
    return a_conference(store)


@pytest.fixture
def page(desk: Desk, held: Conference, qtbot: QtBot) -> ConferencePage:
    made = ConferencePage(desk, held.id)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


def turned_to(page: ConferencePage, caption: str) -> list[ListPane]:
    """The lists of a tab, after turning to it."""
    page.show()
    page.tabs.setCurrentIndex([page.tabs.tabText(at) for at in range(page.tabs.count())].index(caption))
    return page.panes()


def test_venues_of_another_conference_are_copied(
    page: ConferencePage, store: Store, held: Conference, answers: Answers
) -> None:
    other = a_conference(store, name="Hội nghị trước")
    a_venue(store, other, "Nhà văn hóa", capacity=40, phone="0912345678")
    (venues,) = turned_to(page, "Điểm cầu")
    answers.coming = [other.id]
    pressed(venues, "Chép từ hội nghị khác")
    copied = conferences.find_venue(store, held.id, "Nhà văn hóa")
    assert (copied.capacity, copied.phone) == (40, "0912345678")


def test_the_sign_in_sheets_of_one_venue_are_opened(
    page: ConferencePage, store: Store, held: Conference, qtbot: QtBot
) -> None:
    venue = a_venue(store, held, "Nhà văn hóa")
    (venues,) = turned_to(page, "Điểm cầu")
    venues.table.select_ids([venue.id])
    with qtbot.waitSignal(page.desk.page_opened) as signal:
        pressed(venues, "Danh sách ký tên")
    qtbot.addWidget(signal.args[0])
    assert isinstance(signal.args[0], PrintScreen)


def test_a_cell_parted_among_venues_says_how_many_sit_where(
    page: ConferencePage, store: Store, held: Conference
) -> None:
    people = some_members(store, 3)
    hall = a_venue(store, held, "Hội trường", cell_ids=(a_cell(store, CELL).id,), capacity=5)
    house = a_venue(store, held, "Nhà văn hóa", capacity=5)
    rolls.freeze(store, held.id)
    seating.seat_people(store, held.id, [people[0].id], house.id)
    cells, room = turned_to(page, "Xếp chỗ")
    assert rows(cells)[0][2] == "Hội trường (2), Nhà văn hóa (1)"
    assert [row[:2] for row in rows(room)] == [[hall.name, "2"], [house.name, "1"]]


def test_seating_counts_who_is_to_come_and_says_guests_apart(
    page: ConferencePage, store: Store, held: Conference
) -> None:
    some_members(store, 2)
    cell_id = a_cell(store, CELL).id
    a_member(store, "Đỗ Thị Khách", kind=MemberKind.GUEST)
    a_member(store, "Vũ Văn Miễn", status=MemberStatus.EXEMPT)
    hall = a_venue(store, held, "Hội trường", cell_ids=(cell_id,), capacity=5)
    cells, room = turned_to(page, "Xếp chỗ")
    assert rows(cells)[0][1] == "3 (1 khách)"
    assert rows(room)[0][:2] == [hall.name, "3"]
