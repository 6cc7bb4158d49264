"""People written in at venues, joined on their page to whom they are."""

import pytest
from pytestqt.qtbot import QtBot

from db.values import MarkStatus
from desktop_app.services import attendance, members, rolls, unknown_people
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.unknown_page import UnknownPage
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, rows, shown

ABSENT, UNMARKED = "Bùi Thị Đào", "Ngô Văn Hòa"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def stranger(store: Store, made: SmallRound, name: str) -> int:
    found = rolls.write_in(store, made.conference_id, name, made.venue_ids[1])
    attendance.mark(store, made.conference_id, [(made.half_day_ids[0], found)], MarkStatus.PRESENT)
    return found


@pytest.fixture
def page(desk: Desk, made: SmallRound, qtbot: QtBot) -> UnknownPage:
    page = UnknownPage(desk, made.round_id)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    return page


def status(store: Store, made: SmallRound, name: str) -> MarkStatus:
    return attendance.sheet(store, made.conference_id).marks[made.half_day_ids[0], made.people[name]].status


def test_strangers_stand_beside_whom_they_may_be(page: UnknownPage, store: Store, made: SmallRound) -> None:
    stranger(store, made, UNMARKED)
    page.show()
    assert rows(page.strangers)[0][0] == UNMARKED
    assert [row[0] for row in rows(page.candidates)] == [UNMARKED]


def test_joining_moves_the_marks(page: UnknownPage, store: Store, made: SmallRound) -> None:
    stranger(store, made, UNMARKED)
    page.show()
    page.candidates.table.selectRow(0)
    pressed(page, "Nối với người này")
    assert status(store, made, UNMARKED) is MarkStatus.PRESENT
    assert "Không còn ai chưa rõ danh tính" in shown(page)


def test_where_marks_differ_the_clerk_chooses(
    page: UnknownPage, store: Store, made: SmallRound, answers: Answers
) -> None:
    found = stranger(store, made, ABSENT)
    page.show()
    page.candidates.table.selectRow(0)
    answers.coming = [found]
    pressed(page, "Nối với người này")
    assert "hai bên ghi khác nhau" in answers.asked[0]
    assert status(store, made, ABSENT) is MarkStatus.PRESENT


def test_leaving_the_choice_joins_nobody(page: UnknownPage, store: Store, made: SmallRound, answers: Answers) -> None:
    found = stranger(store, made, ABSENT)
    page.show()
    page.candidates.table.selectRow(0)
    answers.coming = [None]
    pressed(page, "Nối với người này")
    assert [each.id for each in unknown_people.unknown(store)] == [found]


def test_another_name_is_looked_for(page: UnknownPage, store: Store, made: SmallRound, answers: Answers) -> None:
    stranger(store, made, "Lê Thị Lạ")
    page.show()
    assert rows(page.candidates) == []
    answers.coming = [UNMARKED]
    pressed(page, "Tìm tên khác")
    assert [row[0] for row in rows(page.candidates)] == [UNMARKED]


def test_a_guest_is_taken_into_the_register(page: UnknownPage, store: Store, made: SmallRound) -> None:
    found = stranger(store, made, "Lê Thị Lạ")
    page.show()
    pressed(page, "Ghi vào sổ là khách mời")
    assert found in members.list_ids(store, members.MemberFilter())
