"""Which half-days a person has not studied and why, in words: for lists of those who were absent or still owe study."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from db.records import HalfDay, Mark
from desktop_app.domain.obligations import Attended
from desktop_app.domain.words import word
from desktop_app.forms.choice import main_conferences
from desktop_app.forms.phrases import half_day, lowered
from desktop_app.services import attendance
from desktop_app.services.attendance import Standing
from desktop_app.services.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """“Sáng 27/3, Chiều 27/3” and “Vắng có lý do: đi công tác”; `held` counts the half-days of the conference."""

    half_days: str
    why: str
    missed: int
    held: int


def absences(store: Store, round_id: int, settled_too: bool = True) -> Callable[[Standing], Absence]:
    """How to tell the absence of someone of the round; without `settled_too`, what was made up is left out."""
    held = [each for each in main_conferences(store, round_id) if each.frozen_at]
    marks = {place: mark for each in held for place, mark in attendance.sheet(store, each.id).marks.items()}
    days = {each.id: {day.id: day for day in each.half_days} for each in held}

    def tell(standing: Standing) -> Absence:
        made_up = set() if settled_too else {each.half_day_id for each in standing.made_up}
        missed = [each for each in standing.missed if each not in made_up]
        given = [marks[each, standing.row.member_id] for each in missed if (each, standing.row.member_id) in marks]
        own = days[standing.row.conference_id]
        reasons = ", ".join(dict.fromkeys(mark.reason for mark in given if mark.reason))
        return Absence(
            half_days=by_day([own[each] for each in missed]),
            why=": ".join(filter(None, (state(standing, given), reasons))),
            missed=len(missed),
            held=len(own),
        )

    return tell


def by_day(missed: Collection[HalfDay]) -> str:
    """“Sáng 27/3, Chiều 27/3,” and what was missed on another day on a line of its own."""
    days = groupby(missed, attrgetter("held_on"))
    return ",\n".join(", ".join(map(half_day, held)) for _, held in days)


def state(standing: Standing, given: Collection[Mark]) -> str:
    """What the marks say; for whoever came to some half-days also how the others were missed."""
    if standing.outcome is not Attended.PARTIAL:
        return word(standing.outcome)
    kinds = dict.fromkeys(lowered(word(mark.status)) for mark in given)
    return ", ".join([word(standing.outcome), *kinds])
