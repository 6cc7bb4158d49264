"""Who still owes study in a round: half-days and topics missed, the cell of today, days left. It records no make-up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db import conferences as kept_conferences
from db import makeups as kept_makeups
from db.records import HalfDay
from db.store import Store
from desktop_app.services import tallies
from desktop_app.services.makeup_conferences import still_owed
from desktop_app.services.office import today
from desktop_app.services.rounds import study_round
from desktop_app.services.standings import Standing, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """One person on the standing list. `cell` is where they belong today (None = in no cell of ours any more),
    `former_cell` where they stood at the conference, if that is another. `missed` and `topics` are what is still owed,
    without what is made up. `half_days` are how many the round's rules still want of those missed."""

    standing: Standing
    cell_id: int | None
    cell: str | None
    former_cell: str | None
    missed: tuple[HalfDay, ...]
    topics: tuple[str, ...]
    half_days: int

    @property
    def member_id(self) -> int:
        return self.standing.row.member_id


def owing(store: Store, round_id: int, cell_id: int | None = None, settled: bool = False) -> list[Owing]:
    """Who must attend and has not studied, people of a cell by where they belong today, in cell order of the roll.

    `settled` adds those who made everything up.
    """
    some = tallies.not_studied(store, round_id, settled)
    found = [s for s in standings(store, round_id, member_ids=some) if s.must_attend]
    cells = kept_makeups.present_cells(store, [s.row.member_id for s in found], today(store).isoformat())
    held = kept_conferences.conferences(store, round_id)
    days = {day.id: day for each in held for day in each.half_days}
    sizes = {each.id: len(each.half_days) for each in held}
    listed = [owed(s, cells.get(s.row.member_id), days, sizes[s.row.conference_id]) for s in found]
    return [each for each in listed if cell_id in (None, each.cell_id)]


def owed(standing: Standing, cell: tuple[int, str] | None, days: dict[int, HalfDay], held: int) -> Owing:
    """One person's line. Those who attend with another cell for a time stay with the cell they sit with."""
    row = standing.row
    here = (row.cell_id, row.cell) if row.hosted else cell
    missed = tuple(days[half_day] for half_day in still_owed(standing))
    moved = here is None or here[0] != row.cell_id
    return Owing(
        standing=standing,
        cell_id=here[0] if here else None,
        cell=here[1] if here else None,
        former_cell=row.cell if moved else None,
        missed=missed,
        topics=tuple(topic.title for day in missed for topic in day.topics),
        half_days=max(0, standing.required - (held - len(standing.missed)) - len(standing.made_up)),
    )


def days_left(store: Store, round_id: int) -> int | None:
    """How many days are left to the round's last day of study, negative once it is past; None where there is none."""
    study_by = study_round(store, round_id).study_by
    return None if study_by is None else (date.fromisoformat(study_by) - today(store)).days


def by_half_day(listed: Iterable[Owing]) -> list[tuple[HalfDay, list[int]]]:
    """Each half-day somebody still owes, in the order held, with who owes it."""
    found: dict[int, tuple[HalfDay, list[int]]] = {}
    for each in listed:
        for day in each.missed:
            found.setdefault(day.id, (day, []))[1].append(each.member_id)
    return sorted(found.values(), key=lambda pair: (pair[0].held_on, pair[0].id))


def by_topic(listed: Iterable[Owing]) -> list[tuple[str, list[int]]]:
    """Each topic somebody still owes, with who owes it, each person once."""
    found: dict[str, dict[int, None]] = {}
    for each in listed:
        for topic in each.topics:
            found.setdefault(topic, {})[each.member_id] = None
    return [(topic, list(people)) for topic, people in found.items()]
