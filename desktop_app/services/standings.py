"""How each person stands in a round: attended or not, what was missed, what is made up. It writes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from db import attendance as kept
from db import conferences as kept_conferences
from db.attendance import Place
from db.records import MakeUp, Mark, RollRow, StudyRound
from db.rolls import frozen, people_of_cell
from db.store import Store
from db.values import ConferenceKind, Deduction, MarkStatus, MemberKind
from desktop_app.domain.obligations import Attended, attended, required_half_days, studied
from desktop_app.services.conferences import first_day
from desktop_app.services.rounds import study_round


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
    marks, makeups = kept.marks(store, round_id, None, some), kept.makeups(store, round_id, None, some)
    held_conferences = kept_conferences.conferences(store, round_id)
    if on is not None:
        over = {day.id for held in held_conferences for day in held.half_days if day.held_on <= on}
        marks = {place: mark for place, mark in marks.items() if place[0] in over}
        makeups = {place: makeup for place, makeup in makeups.items() if makeup.made_up_on <= on}
    best: dict[int, Standing] = {}
    for held in held_conferences:
        if held.kind is not ConferenceKind.MAIN or held.frozen_at is None:
            continue
        days = [day.id for day in held.half_days]
        for row in frozen(store, held.id, first_day(held), member_ids=some):
            standing = stand(found, row, days, marks.get, makeups.get)
            if row.member_id not in best or rank(standing) < rank(best[row.member_id]):
                best[row.member_id] = standing
    return [standing for standing in best.values() if cell_id is None or standing.row.cell_id == cell_id]


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
    given = [mark_at((day, row.member_id)) for day in days]
    statuses = [None if each is None else each.status for each in given]
    missed = [day for day, status in zip(days, statuses, strict=True) if status is not MarkStatus.PRESENT]
    makeups = [makeup_at((day, row.member_id)) if day in missed else None for day in days]
    made_up = tuple(each for each in makeups if each is not None)
    required = required_half_days(found, row.audience, len(days))
    came = row.deduction is Deduction.EXEMPT and found.exempt_counts_if_present and MarkStatus.PRESENT in statuses
    return Standing(
        row=row,
        must_attend=row.kind is not MemberKind.GUEST and (row.deduction is None or came),
        outcome=attended(statuses, required),
        required=required,
        missed=tuple(missed),
        made_up=made_up,
        made_up_on=max((each.made_up_on for each in made_up), default=None),
        studied=studied(statuses, makeups, required),
    )


def outstanding(store: Store, round_id: int, cell_id: int | None = None) -> list[Standing]:
    """Who must attend and has not studied yet."""
    return [s for s in standings(store, round_id, cell_id) if s.must_attend and not s.studied]
