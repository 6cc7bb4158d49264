"""Propaganda activities of a round."""

from dataclasses import replace

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import activities, journal, rounds
from desktop_app.services.activities import Activity, ActivityTotals
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store


@pytest.fixture
def round_id(store: Store) -> int:
    return rounds.create(store, RoundDraft(name="Đợt 1")).id


def held(store: Store, round_id: int, day: str = "2021-04-10", count: int | None = 120) -> Activity:
    given = Activity(round_id=round_id, held_on=day, topic=" Nghị quyết  Đại hội ", head_count=count, place="Phố 1")
    return activities.save(store, given)


def test_activities_stand_in_the_order_of_days(store: Store, round_id: int) -> None:
    later, earlier = held(store, round_id, "2021-04-20"), held(store, round_id, "2021-04-10")
    assert activities.activities(store, round_id) == [earlier, later]
    assert earlier.topic == "Nghị quyết Đại hội"


def test_totals_say_how_many_have_no_count(store: Store, round_id: int) -> None:
    known = [held(store, round_id, count=count) for count in (120, 80, None, 0)]
    assert activities.add_up(known) == ActivityTotals(held=4, turnout=200, uncounted=1)


def test_an_activity_is_put_right(store: Store, round_id: int) -> None:
    changed = activities.save(store, replace(held(store, round_id), head_count=95, audience="Nhân dân"))
    assert activities.activities(store, round_id) == [changed]
    assert (changed.head_count, changed.audience) == (95, "Nhân dân")


@pytest.mark.parametrize(("facts", "why"), [({"topic": " "}, "nội dung"), ({"head_count": -1}, "không được âm")])
def test_an_impossible_activity_is_refused(store: Store, round_id: int, facts: dict[str, object], why: str) -> None:
    given = Activity(**{"round_id": round_id, "held_on": "2021-04-10", "topic": "Nghị quyết", **facts})  # type: ignore[arg-type]
    with pytest.raises(Refusal, match=why):
        activities.save(store, given)
    assert activities.activities(store, round_id) == []


def test_several_are_removed_and_brought_back_together(store: Store, round_id: int) -> None:
    known = [held(store, round_id), held(store, round_id)]
    assert activities.remove(store, [each.id for each in known]) == 2
    assert activities.activities(store, round_id) == []
    journal.undo(store)
    assert activities.activities(store, round_id) == known


def test_a_round_with_activities_is_not_removed(store: Store, round_id: int) -> None:
    held(store, round_id)
    with pytest.raises(Refusal, match="hoạt động tuyên truyền"):
        rounds.remove(store, round_id)
