"""Who stands how in a round and what their essay asks, over everyone at once: a light line a person.

`standings` and `essays` give the same of some people in full; tests hold the one against the other.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from db import essays as kept_essays
from db import extensions
from db import tallies as kept
from db.records import StudyRound
from db.store import Store
from db.tallies import Tally
from db.values import FOREVER, EssayResult
from desktop_app.domain.deadlines import NOTHING, Debt
from desktop_app.domain.obligations import Attended, essay_debt
from desktop_app.services.conferences import conferences

CLASSES = {each.value: each for each in Attended}


class Writing(NamedTuple):
    """One person who must attend, with the essay: whether an attempt stands, when the first of those came in, the
    result of the last."""

    who: Tally
    exempt: bool
    debt: Debt
    handed_in: bool
    first_on: str | None
    result: EssayResult | None

    @property
    def handed_in_late(self) -> bool:
        """Whether the first attempt that stands came after the due date."""
        return self.first_on is not None and self.debt.due_on is not None and self.first_on > self.debt.due_on

    @property
    def owed(self) -> bool:
        """Whether an essay is owed: not exempt, and to be rewritten, or studied and nothing handed in."""
        if self.exempt:
            return False
        return self.result is EssayResult.REWRITE if self.handed_in else bool(self.who.studied)


def everyone(
    store: Store, round_id: int, on: str | None = None, member_ids: Sequence[int] | None = None
) -> list[Tally]:
    """Everyone on the round's rolls (or some people) once, in the order of `standings`; as it stood at the end of a day
    (now)."""
    best: dict[int, Tally] = {}
    for each in kept.tallies(store, round_id, on or FOREVER, member_ids):
        other = best.setdefault(each.member_id, each)
        if other is not each and rank(each) < rank(other):
            best[each.member_id] = each
    return list(best.values())


def not_studied(store: Store, round_id: int, settled: bool = False) -> list[int]:
    """Who must attend and has not studied; `settled` adds who has made something up."""
    listed = (each for each in everyone(store, round_id) if each.must)
    return [each.member_id for each in listed if not each.studied or (settled and each.made_up_on)]


def rank(each: Tally) -> tuple[bool, bool, bool]:
    """As `standings.rank`."""
    off = each.deduction is not None and not each.must
    return (off, each.outcome != Attended.ATTENDED, not each.studied)


def writing(
    store: Store, found: StudyRound, day: str | None = None, member_ids: Sequence[int] | None = None
) -> Iterator[Writing]:
    """Everyone who must attend (or some people), with what has become of the essay; of what came in by a day, and was
    studied by it."""
    exempt, owed = exempt_by_day(store, found.id), debts(store, found)
    written = kept_essays.standing(store, found.id, day or FOREVER, member_ids)
    for who in everyone(store, found.id, member_ids=member_ids):
        if who.must:
            off = not found.essay_required or who.member_id in exempt[who.conference_id]
            first_on, result = written.get(who.member_id, (None, None))
            yield Writing(
                who if day is None or studied_by(who, day) else who._replace(studied=0),
                off,
                NOTHING
                if off
                else owed(CLASSES[who.outcome], who.studied == 1, who.made_up_on, who.member_id, who.cell_id),
                first_on is not None,
                first_on,
                result,
            )


def studied_by(who: Tally, day: str) -> bool:
    """Whether someone had studied by a day: a make-up of a later day does not count yet."""
    later = who.outcome != Attended.ATTENDED and (who.made_up_on or "") > day
    return bool(who.studied) and not later


def debts(store: Store, found: StudyRound) -> Callable[[Attended, bool, str | None, int, int], Debt]:
    """By when an essay is due: asked with how somebody studied, the person, the cell; worked out once for all alike."""
    people, cells = extensions.of_essays(store, found.id)

    @cache
    def alike(outcome: Attended, studied: bool, made_up_on: str | None, mine: str | None, ours: str | None) -> Debt:
        return essay_debt(found, outcome, studied, made_up_on, (mine, ours))

    def debt(outcome: Attended, studied: bool, made_up_on: str | None, member_id: int, cell_id: int) -> Debt:
        return alike(outcome, studied, made_up_on, people.get(member_id), cells.get(cell_id))

    return debt


def exempt_by_day(store: Store, round_id: int) -> dict[int, set[int]]:
    """Conference → members who need not write, as of its first day."""
    from_days = {c.id: min((d.held_on for d in c.half_days), default="") for c in conferences(store, round_id)}
    return {conference: kept_essays.exempt_ids(store, round_id, day) for conference, day in from_days.items()}
