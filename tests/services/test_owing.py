"""The standing list of who owes study: what is still owed, under the cell of today."""

import pytest

from desktop_app.services import attendance, members, moves, owing
from desktop_app.services.owing import Owing
from desktop_app.services.store import Store
from tests.round_office import SmallRound, small_round

CHI = "Phan Thị Chi"


@pytest.fixture
def known(store: Store) -> SmallRound:
    return small_round(store)


def of(store: Store, known: SmallRound, name: str) -> Owing:
    return next(each for each in owing.owing(store, known.round_id) if each.standing.row.full_name == name)


def test_what_is_made_up_is_owed_no_more(store: Store, known: SmallRound) -> None:
    attendance.record_makeup(
        store, known.conference_id, [known.people[CHI]], "2021-04-02", half_day_ids=known.half_day_ids[:1]
    )
    found = of(store, known, CHI)
    assert [day.id for day in found.missed] == list(known.half_day_ids[1:])
    assert (found.half_days, found.topics) == (3, ())


def test_topics_of_what_was_missed_are_named(store: Store, known: SmallRound) -> None:
    assert of(store, known, CHI).topics == ("Báo cáo Chính trị",)


def test_somebody_who_moved_is_listed_with_the_new_cell_and_the_old_one_said(store: Store, known: SmallRound) -> None:
    person, before = known.people[CHI], members.member(store, known.people[CHI]).cell
    other = next(cell for cell in known.cell_ids if cell != members.member(store, person).cell_id)
    moves.move(store, person, "2021-04-01", other)
    found = of(store, known, CHI)
    assert (found.cell_id, found.former_cell) == (other, before)
    assert person in {each.member_id for each in owing.owing(store, known.round_id, other)}


def test_half_days_and_topics_name_everybody_who_owes_them(store: Store, known: SmallRound) -> None:
    listed = owing.owing(store, known.round_id)
    first_day, people = owing.by_half_day(listed)[0]
    assert first_day.id == known.half_day_ids[0]
    assert known.people[CHI] in people
    assert dict(owing.by_topic(listed))["Báo cáo Chính trị"] == people


def test_those_who_made_up_are_added_on_request_alone(store: Store, known: SmallRound) -> None:
    names = {each.standing.row.full_name for each in owing.owing(store, known.round_id, settled=True)}
    assert "Dương Thị Lan" in names
    assert "Dương Thị Lan" not in {each.standing.row.full_name for each in owing.owing(store, known.round_id)}
