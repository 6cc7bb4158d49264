"""How each person stands in a round: attended or not, what was missed, what is made up. It writes nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from db import attendance as kept
from db import conferences as kept_conferences
from db.attendance import Place
from db.many import by_column, records, uncollected
from db.records import MakeUp, Mark, RollRow, StudyRound
from db.rolls import frozen, people_of_cell
from db.store import Store
from db.values import Audience, ConferenceKind, Deduction, MarkStatus, MemberKind
from desktop_app.domain.obligations import Attended, attended, required_half_days, studied
from desktop_app.services.conferences import first_day
from desktop_app.services.rounds import study_round
from desktop_app.services.tallies import not_studied

FIELDS = ("row", "must_attend", "outcome", "required", "missed", "made_up", "made_up_on", "studied")
Statuses = tuple[MarkStatus | None, ...]
"""How someone was marked, one a half-day in their order; None = not marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person in a round. `missed` are the half-days without presence, `made_up` their make-ups; `made_up_on` the
    day of the last one."""

    row: RollRow
    must_attend: bool
    outcome: Attended
    required: int
    missed: tuple[int, ...]
    made_up: tuple[MakeUp, ...]
    made_up_on: str | None
    studied: bool


def standings(
    store: Store,
    round_id: int,
    cell_id: int | None = None,
    member_ids: Sequence[int] | None = None,
    on: str | None = None,
) -> list[Standing]:
    """How everyone on the round's rolls (or in a cell, or some people) stands, each person once, in cell order then
    list order; guests too. With `on`, as it stood at the end of that day."""
    found = study_round(store, round_id)
    some = people_of_cell(store, round_id, cell_id) if cell_id is not None and member_ids is None else member_ids
    makeups = kept.makeups(store, round_id, None, some)
    if on is not None:
        makeups = {place: makeup for place, makeup in makeups.items() if makeup.made_up_on <= on}
    best: dict[int, Standing] = {}
    with uncollected():
        for held in kept_conferences.conferences(store, round_id):
            if held.kind is not ConferenceKind.MAIN or held.frozen_at is None:
                continue
            over = [day.id for day in held.half_days if on is None or day.held_on <= on]
            rows, marks = frozen(store, held.id, first_day(held), member_ids=some), kept.statuses(store, over, some)
            for standing in stand_all(found, rows, [day.id for day in held.half_days], marks, makeups.get):
                member = standing.row.member_id
                if member not in best or rank(standing) < rank(best[member]):
                    best[member] = standing
    return [standing for standing in best.values() if cell_id is None or standing.row.cell_id == cell_id]


def stand_all(
    found: StudyRound,
    rows: Sequence[RollRow],
    days: Sequence[int],
    marks: Mapping[int, Mapping[int, MarkStatus]],
    makeup_at: Callable[[Place], MakeUp | None],
) -> list[Standing]:
    """Everyone at one conference; `marks` by half-day and person."""
    people, judge = [row.member_id for row in rows], judge_of(found, days, makeup_at)
    given = zip(*(map(marks.get(day, {}).get, people) for day in days), strict=True)
    lines = [judge(row, statuses) for row, statuses in zip(rows, given, strict=True)]
    return records(Standing, by_column(lines, FIELDS), len(lines))


def rank(standing: Standing) -> tuple[bool, bool, bool]:
    """Which of a person's conferences counts: where they must attend, attended, studied; the oldest of equals."""
    off = standing.row.deduction is not None and not standing.must_attend
    return (off, standing.outcome is not Attended.ATTENDED, not standing.studied)


def stand(
    found: StudyRound,
    row: RollRow,
    days: Sequence[int],
    mark_at: Callable[[Place], Mark | None],
    makeup_at: Callable[[Place], MakeUp | None],
) -> Standing:
    """One person at one conference."""
    given = tuple(mark.status if (mark := mark_at((day, row.member_id))) else None for day in days)
    return Standing(**dict(zip(FIELDS, judge_of(found, days, makeup_at)(row, given), strict=True)))


def judge_of(
    found: StudyRound, days: Sequence[int], makeup_at: Callable[[Place], MakeUp | None]
) -> Callable[[RollRow, Statuses], tuple[Any, ...]]:
    """How to tell from marks, one a half-day, the values of a `Standing`; marks that are alike are judged once."""
    required_of = {each: required_half_days(found, each, len(days)) for each in Audience}

    @cache
    def judged(statuses: Statuses, required: int) -> tuple[Attended, tuple[int, ...], bool]:
        missed = (day for day, status in zip(days, statuses, strict=True) if status is not MarkStatus.PRESENT)
        came = found.exempt_counts_if_present and MarkStatus.PRESENT in statuses
        return attended(statuses, required), tuple(missed), came

    def judge(row: RollRow, statuses: Statuses) -> tuple[Any, ...]:
        required = required_of[row.audience]
        outcome, missed, came = judged(statuses, required)
        excused = row.deduction is None or (row.deduction is Deduction.EXEMPT and came)
        must = excused and row.kind is not MemberKind.GUEST
        if not missed:
            return row, must, outcome, required, missed, (), None, True
        makeups = [makeup_at((day, row.member_id)) if day in missed else None for day in days]
        made_up = tuple([each for each in makeups if each is not None])
        last = max([each.made_up_on for each in made_up], default=None)
        return row, must, outcome, required, missed, made_up, last, studied(statuses, makeups, required)

    return judge


def outstanding(store: Store, round_id: int, cell_id: int | None = None) -> list[Standing]:
    """Who must attend and has not studied yet."""
    return standings(store, round_id, cell_id, not_studied(store, round_id))
