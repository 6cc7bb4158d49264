"""The board counted by the store against the same counted one person at a time."""

from collections import Counter

import pytest

from db.records import Conference
from db.store import Store
from db.values import MarkStatus, MemberKind
from desktop_app.domain.board import Figures
from desktop_app.domain.obligations import required_half_days
from desktop_app.services import attendance, board, conferences, rolls, rounds
from tests.round_office import office
from tests.services.random_round import random_round

FIGURE = {
    MarkStatus.ABSENT_EXCUSED: "absent_excused",
    MarkStatus.ABSENT_UNEXCUSED: "absent_unexcused",
    MarkStatus.ABSENT: "absent",
}


def by_hand(store: Store, held: Conference, half_day_id: int) -> dict[int | None, Figures]:
    """The figures of every place, person by person."""
    rules = rounds.study_round(store, held.round_id)
    days = [day.id for day in held.half_days]
    people = rolls.roll(store, held.id)
    marks = attendance.marks_at(store, [(day, row.member_id) for day in days for row in people])
    counted: dict[int | None, Counter[str]] = {}
    for row in people:
        mark = marks.get((half_day_id, row.member_id))
        given = [marks.get((day, row.member_id)) for day in days]
        came = sum(each is not None and each.status is MarkStatus.PRESENT for each in given)
        seat = counted.setdefault(row.venue_id, Counter())
        summoned = row.deduction is None and not row.provisional
        seat["roll"] += summoned
        if mark is None:
            free = row.kind is MemberKind.GUEST or came >= required_half_days(rules, row.audience, len(days))
            seat["free" if free else "unmarked"] += summoned
        elif mark.status is MarkStatus.PRESENT:
            at = row.venue_id if mark.venue_id is None else mark.venue_id
            place = counted.setdefault(at, Counter())
            place["present"] += 1
            place["visitors"] += at != row.venue_id or not summoned
            seat["elsewhere"] += at != row.venue_id and summoned
        else:
            seat[FIGURE[mark.status]] += summoned
    return {at: Figures(**each) for at, each in counted.items()}


@pytest.mark.parametrize("seed", range(12))
def test_the_board_agrees_with_counting_by_hand(seed: int) -> None:
    store = office()
    held_ones = [each for each in conferences.conferences(store, random_round(store, seed)) if each.frozen_at]
    for held in held_ones:
        for day in held.half_days:
            hand = by_hand(store, held, day.id)
            for line in board.board(store, held.id, day.id):
                assert line.figures == hand.pop(line.venue.id if line.venue else None, Figures())
            assert all(each == Figures() for each in hand.values())


@pytest.mark.parametrize("seed", range(12))
def test_everyone_summoned_stands_in_exactly_one_figure(seed: int) -> None:
    store = office()
    for held in conferences.conferences(store, random_round(store, seed)):
        for line in board.boards(store, held.id) if held.frozen_at else ():
            count = line.figures
            own = count.present - count.visitors + count.elsewhere
            assert count.roll == own + count.absentees + count.unmarked + count.free
