"""A frozen roll changed by hand, and what of it outlives freezing once more."""

import pytest

from db.records import RollRow, Venue
from db.values import Deduction, MemberKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, journal, roll_changes, rolls, rounds, seating
from desktop_app.services.store import Store
from tests.cast import CELL, a_cell, a_member, some_members
from tests.round_office import two_days

WHY = "theo Công văn số 12"


@pytest.fixture
def held(store: Store) -> int:
    """A frozen conference of three people."""
    some_members(store, 3)
    round_id = rounds.create(store, rounds.RoundDraft(name="Đợt 1")).id
    held = conferences.create(store, round_id, two_days()).id
    rolls.freeze(store, held)
    return held


def row_of(store: Store, held: int, member_id: int) -> RollRow:
    return next(row for row in rolls.roll(store, held) if row.member_id == member_id)


def test_a_newcomer_is_added_with_the_reason(store: Store, held: int) -> None:
    person = a_member(store, "Trịnh Văn Mới", admitted_on="2021-04-01", official_on=None)
    roll_changes.add(store, held, person.id, WHY)
    row = row_of(store, held, person.id)
    assert (row.kind, row.deduction, row.reason) == (MemberKind.OFFICIAL, None, WHY)
    assert rolls.totals(store, held).must_attend == 4


def test_an_added_guest_stands_apart(store: Store, held: int) -> None:
    guest = a_member(store, "Lê Thị Khách", kind=MemberKind.GUEST, admitted_on=None, official_on=None)
    roll_changes.add(store, held, guest.id, WHY)
    totals = rolls.totals(store, held)
    assert (totals.must_attend, totals.guests) == (3, 1)


def test_a_guest_new_to_the_register_is_known_at_once(store: Store, held: int) -> None:
    roll_changes.add_guest(store, held, "Lê Thị Khách", WHY, None)
    totals = rolls.totals(store, held)
    assert (totals.guests, totals.provisional) == (1, 0)


def test_nobody_is_added_twice(store: Store, held: int) -> None:
    person = rolls.roll(store, held)[0]
    with pytest.raises(Refusal, match="đã có trong danh sách"):
        roll_changes.add(store, held, person.member_id, WHY)


def test_a_change_needs_a_reason(store: Store, held: int) -> None:
    person = a_member(store, "Trịnh Văn Mới", admitted_on="2021-04-01", official_on=None)
    with pytest.raises(Refusal, match="Chưa ghi lý do"):
        roll_changes.add(store, held, person.id, " ")


def test_several_are_taken_off_and_put_back_as_one_gesture_each(store: Store, held: int) -> None:
    people = [row.member_id for row in rolls.roll(store, held)[:2]]
    roll_changes.take_off(store, held, people, WHY)
    assert rolls.totals(store, held).other == 2
    assert row_of(store, held, people[0]).deduction is Deduction.OTHER
    roll_changes.restore(store, held, people, "nhầm")
    assert rolls.totals(store, held).other == 0
    journal.undo(store)
    assert rolls.totals(store, held).other == 2


def test_changes_by_hand_outlive_freezing_once_more(store: Store, held: int) -> None:
    first, second, _ = [row.member_id for row in rolls.roll(store, held)]
    guest = rolls.write_in(store, held, "Lê Thị Lạ", None)
    roll_changes.take_off(store, held, [first], WHY)
    venue = conferences.save_venue(store, held, Venue(name="Nhà văn hóa"))
    seating.seat_people(store, held, [second], venue.id)
    rolls.freeze(store, held)
    assert (row_of(store, held, first).deduction, row_of(store, held, first).reason) == (Deduction.OTHER, WHY)
    assert row_of(store, held, second).venue_id == venue.id
    assert row_of(store, held, guest).provisional


def test_a_closed_conference_keeps_its_roll(store: Store, held: int) -> None:
    with store.gesture("conference.close", "Khép hội nghị"):
        store.change("conference", held, closed_at="2021-03-29 10:00:00")
    with pytest.raises(Refusal, match="đã kết thúc"):
        roll_changes.take_off(store, held, [rolls.roll(store, held)[0].member_id], WHY)


def test_an_added_person_sits_with_the_cell(store: Store, held: int) -> None:
    venue = conferences.save_venue(store, held, Venue(name="Hội trường", cell_ids=(a_cell(store, CELL).id,)))
    person = a_member(store, "Trịnh Văn Mới", admitted_on="2021-04-01", official_on=None)
    roll_changes.add(store, held, person.id, WHY)
    assert row_of(store, held, person.id).venue_id == venue.id


def test_a_guest_in_no_cell_is_not_missed_on_other_rolls(store: Store, held: int) -> None:
    roll_changes.add_guest(store, held, "Lê Thị Khách", WHY, None)
    other = conferences.create(store, conferences.conference(store, held).round_id, two_days()).id
    assert rolls.preview(store, other)[0].without_cell == 0
