"""Seats worked out by room and kept, before and after the roll is frozen."""

from collections import Counter
from dataclasses import replace

import pytest

from db.records import Venue
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, journal, rolls, rounds, seating
from desktop_app.services.store import Store
from tests.cast import some_members
from tests.round_office import office, small_round, two_days


@pytest.fixture
def held(store: Store) -> int:
    """A conference of 6 people of cell A and 3 of cell B, with rooms for 5 and 3."""
    some_members(store, 6, "Chi bộ A")
    some_members(store, 3, "Chi bộ B")
    round_id = rounds.create(store, rounds.RoundDraft(name="Đợt 1")).id
    held = conferences.create(store, round_id, two_days()).id
    for name, capacity in (("Hội trường", 5), ("Nhà văn hóa", 3)):
        conferences.save_venue(store, held, Venue(name=name, capacity=capacity))
    return held


def seated(store: Store, held: int) -> Counter[str | None]:
    return Counter(row.venue for row in rolls.roll(store, held))


def test_the_proposal_shows_room_and_who_is_left_over(store: Store, held: int) -> None:
    found = seating.propose(store, held)
    assert [(each.venue.name, each.people, each.free) for each in found.venues] == [
        ("Hội trường", 5, 0),
        ("Nhà văn hóa", 3, 0),
    ]
    assert (found.overflow, found.left_over) == ((("Chi bộ A", 1),), 1)


def test_nothing_is_written_by_proposing(store: Store, held: int) -> None:
    seating.propose(store, held)
    assert all(not venue.cell_ids for venue in conferences.venues(store, held))


def test_a_frozen_roll_gets_every_seat_in_one_gesture(store: Store, held: int) -> None:
    rolls.freeze(store, held)
    seating.keep(store, held, seating.propose(store, held))
    assert seated(store, held) == {"Hội trường": 5, "Nhà văn hóa": 3, None: 1}
    journal.undo(store)
    assert seated(store, held) == {None: 9}


def test_a_parted_cell_is_parted_when_the_roll_is_frozen(store: Store, held: int) -> None:
    for venue in conferences.venues(store, held):
        conferences.save_venue(store, held, replace(venue, capacity=5))
    seating.keep(store, held, seating.propose(store, held))
    rolls.freeze(store, held)
    assert seated(store, held) == {"Hội trường": 5, "Nhà văn hóa": 4}


def test_who_sits_already_keeps_the_seat(store: Store, held: int) -> None:
    rolls.freeze(store, held)
    last = rolls.roll(store, held)[-1]
    hall = conferences.venues(store, held)[0]
    seating.seat_people(store, held, [last.member_id], hall.id)
    seating.keep(store, held, seating.propose(store, held))
    assert next(row for row in rolls.roll(store, held) if row.member_id == last.member_id).venue_id == hall.id
    assert seated(store, held)["Hội trường"] == 5


def test_afresh_nobody_keeps_a_seat(store: Store, held: int) -> None:
    rolls.freeze(store, held)
    hall = conferences.venues(store, held)[0]
    seating.seat_people(store, held, [row.member_id for row in rolls.roll(store, held)], hall.id)
    assert seating.propose(store, held).venues[0].free == -4
    assert seating.propose(store, held, afresh=True).venues[0].free == 0


def test_a_venue_without_stated_room_is_left_alone(store: Store, held: int) -> None:
    conferences.save_venue(store, held, Venue(name="Phòng họp"))
    assert {each.venue.name: each.people for each in seating.propose(store, held).venues}["Phòng họp"] == 0


def test_afresh_a_venue_without_stated_room_keeps_its_cells(store: Store, held: int) -> None:
    own = next(cell for cell, _, _ in conferences.seating(store, held) if cell.name == "Chi bộ B")
    house = conferences.save_venue(store, held, Venue(name="Nhà riêng", cell_ids=(own.id,)))
    rolls.freeze(store, held)
    seating.keep(store, held, seating.propose(store, held, afresh=True))
    assert seated(store, held) == {"Nhà riêng": 3, "Hội trường": 5, "Nhà văn hóa": 1}
    assert next(v for v in conferences.venues(store, held) if v.id == house.id).cell_ids == (own.id,)


@pytest.mark.parametrize("freeze", [False, True])
def test_who_is_to_come_are_the_must_attend_and_guests(freeze: bool) -> None:
    store = office()
    made = small_round(store, freeze=False)
    if freeze:
        rolls.freeze(store, made.conference_id)
    totals = rolls.totals(store, made.conference_id) if freeze else rolls.preview(store, made.conference_id)[0]
    found = seating.coming(store, made.conference_id)
    assert found.people.total() == totals.must_attend + totals.guests == 14
    assert found.guests.total() == totals.guests == 1


def test_without_any_room_said_nothing_is_proposed(store: Store, held: int) -> None:
    for venue in conferences.venues(store, held):
        conferences.remove_venue(store, held, venue.id)
    with pytest.raises(Refusal, match="ghi số chỗ"):
        seating.propose(store, held)


def test_people_are_not_seated_at_a_venue_of_elsewhere(store: Store, held: int) -> None:
    rolls.freeze(store, held)
    with pytest.raises(Refusal, match="không thuộc hội nghị"):
        seating.seat_people(store, held, [rolls.roll(store, held)[0].member_id], 999)


def test_nobody_is_seated_anew_once_the_conference_is_closed(store: Store, held: int) -> None:
    rolls.freeze(store, held)
    hall = conferences.venues(store, held)[0]
    with store.gesture("conference.close", "Kết thúc hội nghị"):
        store.change("conference", held, closed_at="2021-03-29 10:00:00")
    cell = rolls.roll(store, held)[0].cell_id
    with pytest.raises(Refusal, match="đã kết thúc"):
        conferences.seat_cells(store, held, {cell: hall.id})
    assert conferences.save_venue(store, held, replace(hall, phone="0912345678")).phone == "0912345678"
    assert seated(store, held) == {None: 9}
