"""What the finder of contradictions finds in rounds by chance, against a search person by person."""

from collections import defaultdict

import pytest

from db.records import Conference
from db.values import ConferenceKind, MarkStatus
from desktop_app.domain.contradictions import ContradictionKind
from desktop_app.services import conferences, contradictions
from desktop_app.services.board import required_of
from desktop_app.services.store import Store
from tests.services.random_round import random_round


def told(store: Store, round_id: int, kind: ContradictionKind) -> set[tuple[object, ...]]:
    found = [each for each in contradictions.contradictions(store, round_id) if each.kind is kind]
    return {(each.member_id, each.half_day_id, each.other_half_day_id) for each in found}


def happened(store: Store, held: Conference, member_id: int) -> list[str]:
    """When each half-day of a conference was attended or made up, the first time, in order."""
    marks = "select h.held_on from mark m join half_day h on h.id = m.half_day_id"
    days = []
    for day in held.half_days:
        key = {"day": day.id, "member": member_id, "present": MarkStatus.PRESENT}
        here = "m.half_day_id = :day and m.member_id = :member"
        first = [
            *store.column(f"{marks} where {here} and m.status = :present", key),
            *store.column("select made_up_on from makeup m where " + here, key),
        ]
        days += [min(first)] if first else []
    return sorted(days)


def studied_on(store: Store, round_id: int) -> dict[int, str]:
    """Member → the day the last half-day required was attended or made up, of the conference where that was first."""
    found: dict[int, list[str]] = defaultdict(list)
    for held in conferences.conferences(store, round_id):
        required = required_of(store, held)
        for row in store.all("select * from roll_row where conference_id = :id", {"id": held.id}):
            days, needed = happened(store, held, row["member_id"]), max(required[row["audience"]], 1)
            if held.kind is ConferenceKind.MAIN and len(days) >= needed:
                found[row["member_id"]].append(days[needed - 1])
    return {member: min(days) for member, days in found.items()}


@pytest.mark.parametrize("seed", range(200, 212))
def test_essays_from_before_the_study_was_done(store: Store, seed: int) -> None:
    round_id = random_round(store, seed)
    done = studied_on(store, round_id)
    essays = store.all("select * from essay where round_id = :id and withdrawn_on is null", {"id": round_id})
    early = {each["member_id"] for each in essays if each["received_on"] < done.get(each["member_id"], "9")}
    assert {member for member, _, _ in told(store, round_id, ContradictionKind.ESSAY_EARLY)} == early


@pytest.mark.parametrize("seed", range(212, 220))
def test_people_at_two_conferences_at_one_time(store: Store, seed: int) -> None:
    round_id = random_round(store, seed)
    held = conferences.conferences(store, round_id)
    slots = {day.id: (each.id, day.held_on, day.part) for each in held for day in each.half_days}
    present: dict[int, list[int]] = defaultdict(list)
    for row in store.all("select half_day_id, member_id from mark where status = 'present'"):
        present[row["member_id"]].append(row["half_day_id"])
    both = {
        (member, day, other)
        for member, days in present.items()
        for day in days
        for other in days
        if slots[day][1:] == slots[other][1:] and slots[day][0] < slots[other][0]
    }
    assert told(store, round_id, ContradictionKind.TWO_CONFERENCES) == both
