"""Whatever is planned and changed by hand, in any order, is taken back one by one to the very same store."""

from collections.abc import Callable
from random import Random

import pytest

from db.records import Venue
from db.values import MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import (
    activities,
    attendance,
    conferences,
    copies,
    journal,
    roll_changes,
    rolls,
    seating,
    unknown_people,
)
from desktop_app.services.activities import Activity
from desktop_app.services.store import Store
from tests.db.files import content
from tests.round_office import SmallRound, small_round


class Planner:
    """One clerk who plans, seats, writes in and joins at random."""

    def __init__(self, store: Store, known: SmallRound, seed: int) -> None:
        self.store, self.known, self.random = store, known, Random(seed)

    def act(self) -> None:
        """One gesture; what is refused is another's turn."""
        try:
            self.random.choice(self.deeds())()
        except (Refusal, IndexError):
            self.act()

    def person(self) -> int:
        return self.random.choice(list(self.known.people.values()))

    def venue(self) -> int:
        return self.random.choice(conferences.venues(self.store, self.known.conference_id)).id

    def deeds(self) -> tuple[Callable[[], object], ...]:
        store, held, number = self.store, self.known.conference_id, self.random.randint(1, 10**6)
        return (
            lambda: rolls.write_in(store, held, f"Người Lạ {number}", self.venue(), "không quen"),
            lambda: self.mark_stranger(),
            lambda: self.join(),
            lambda: unknown_people.accept(store, [unknown_people.unknown(store)[0].id], self.known.cell_ids[0]),
            lambda: roll_changes.add_guest(store, held, f"Khách {number}", "khách mời", None),
            lambda: roll_changes.take_off(store, held, [self.person(), self.person()], "công tác"),
            lambda: roll_changes.restore(store, held, [self.person()], "đã về"),
            lambda: seating.seat_people(store, held, [self.person()], self.venue()),
            lambda: seating.keep(store, held, seating.propose(store, held, self.random.random() < 0.5)),
            lambda: conferences.save_venue(store, held, Venue(name=f"Điểm {number}", capacity=number % 9 + 1)),
            lambda: conferences.remove_venue(store, held, self.venue()),
            lambda: copies.copy_round(store, self.known.round_id, f"Đợt {number}", "2022-01-05"),
            lambda: activities.save(
                store, Activity(round_id=self.known.round_id, held_on="2021-04-10", topic="Tọa đàm")
            ),
        )

    def mark_stranger(self) -> None:
        stranger = unknown_people.unknown(self.store)[0]
        place = (self.random.choice(self.known.half_day_ids), stranger.id)
        attendance.mark(self.store, self.known.conference_id, [place], self.random.choice(list(MarkStatus)))

    def join(self) -> None:
        stranger, person = unknown_people.unknown(self.store)[0].id, self.person()
        differing = unknown_people.differences(self.store, stranger, person)
        marks = {each.half_day_id: self.random.choice((stranger, person)) for each in differing}
        unknown_people.join(self.store, stranger, person, marks)


@pytest.mark.parametrize("seed", range(3))
def test_every_gesture_is_taken_back_to_the_very_same_store(store: Store, seed: int) -> None:
    planner = Planner(store, small_round(store), seed)
    states = {newest(store): content(store)}
    for _ in range(40):
        planner.act()
        states.setdefault(newest(store), content(store))
    assert len(states) > 20
    for gesture_id in sorted(states, reverse=True)[1:]:
        journal.undo(store)
        assert content(store) == states[gesture_id]


def newest(store: Store) -> int:
    """The gesture that would be taken back next; one that changed nothing is none."""
    last = journal.last(store)
    assert last is not None
    return last.id


@pytest.mark.parametrize("seed", range(8))
def test_joining_keeps_one_mark_for_every_half_day_either_was_marked_at(store: Store, seed: int) -> None:
    known, random = small_round(store), Random(seed)
    stranger = rolls.write_in(store, known.conference_id, "Người Lạ", known.venue_ids[1])
    person = random.choice(list(known.people.values()))
    for day in known.half_day_ids:
        if random.random() < 0.7:
            attendance.mark(store, known.conference_id, [(day, stranger)], random.choice(list(MarkStatus)))
    before = attendance.sheet(store, known.conference_id).marks
    differing = unknown_people.differences(store, stranger, person)
    held = {each.half_day_id: random.choice((stranger, person)) for each in differing}
    unknown_people.join(store, stranger, person, held)
    after = attendance.sheet(store, known.conference_id).marks
    for day in known.half_day_ids:
        whose = held.get(day, person if (day, person) in before else stranger)
        was = before.get((day, whose))
        now = after.get((day, person))
        assert (now and now.status) == (was and was.status)
