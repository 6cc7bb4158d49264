"""What a document is about when little was chosen."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.forms import choice
from desktop_app.forms.form import Subject
from desktop_app.services import conferences, rounds
from desktop_app.services.store import Store
from tests.round_office import SmallRound, make_round, one_person, small_round, two_days


@pytest.fixture
def made(store: Store) -> SmallRound:
    return one_person(store, attended=True)


def test_without_a_choice_the_newest_round_counts(store: Store, made: SmallRound) -> None:
    assert choice.summoned_round(store, Subject()).id == made.round_id
    make_round(store)
    with pytest.raises(Refusal, match="chưa có hội nghị nào chốt"):
        choice.summoned_round(store, Subject())


def test_a_conference_brings_its_round_along(store: Store, made: SmallRound) -> None:
    make_round(store)
    assert choice.summoned_round(store, Subject(conference_id=made.conference_id)).id == made.round_id


def test_the_first_frozen_conference_of_the_round_counts(store: Store, made: SmallRound) -> None:
    conferences.create(store, made.round_id, two_days())
    assert choice.frozen_conference(store, Subject()).id == made.conference_id


def test_a_venue_brings_its_conference_along(store: Store) -> None:
    made = small_round(store)
    rounds.create(store, rounds.RoundDraft(name="Đợt sau"))
    assert choice.frozen_conference(store, Subject(venue_id=made.venue_ids[1])).id == made.conference_id


def test_a_round_without_a_conference_is_refused_by_what_to_do(store: Store) -> None:
    make_round(store)
    with pytest.raises(Refusal, match="hãy thêm hội nghị"):
        choice.frozen_conference(store, Subject())


def test_a_cell_that_is_gone_is_refused(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="tải lại danh sách"):
        choice.cell_name(store, Subject(cell_id=999))
