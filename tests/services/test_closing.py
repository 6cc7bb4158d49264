"""Closing a conference: what it waits for, what it writes, and the way back."""

import pytest

from db import closing as kept
from desktop_app.domain.refusal import Refusal
from desktop_app.services import closing, rolls
from desktop_app.services.conferences import conference
from desktop_app.services.store import Store
from tests.round_office import TODAY, SmallRound, office, small_round


@pytest.fixture
def store() -> Store:
    return office(practice=True)


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def test_an_open_conference_is_open(store: Store, made: SmallRound) -> None:
    closing.check_open(store, made.conference_id)


def test_a_closed_conference_says_since_when_and_what_to_do(store: Store, made: SmallRound) -> None:
    with store.gesture("conference.close", "Kết thúc"):
        kept.set_closed(store, made.conference_id, "2021-04-05 16:30:00")
    with pytest.raises(Refusal, match=r"16:30 ngày 05/04/2021.*mở lại"):
        closing.check_open(store, made.conference_id)


def test_freezing_in_a_practice_office_is_of_the_day_of_that_office(store: Store) -> None:
    made = small_round(store, freeze=False)
    rolls.freeze(store, made.conference_id)
    assert str(conference(store, made.conference_id).frozen_at).startswith(TODAY)
