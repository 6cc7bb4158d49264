"""Who owes what by when: people's study and essays, units' reports and plans; whose days a change would move.

It asks the one engine of last days and keeps nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from db.records import StudyRound
from db.store import Store
from db.tallies import Tally
from db.values import ConferenceKind
from desktop_app.domain.deadlines import OUTSTANDING, Debt, SendState, days_left
from desktop_app.services import essays, rounds, submissions, tallies
from desktop_app.services.conferences import conferences
from desktop_app.services.essays import EssayStanding
from desktop_app.services.office import office, today
from desktop_app.services.standings import Standing
from desktop_app.services.submissions import BoardLine
from desktop_app.services.tallies import Writing

STUDY, ESSAY = "Học tập, quán triệt", "Nộp bài thu hoạch"


class DueKind(StrEnum):
    """What falls due; a conference is only held."""

    STUDY = "study"
    ESSAY = "essay"
    REPORT = "report"
    CONFERENCE = "conference"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """One thing one person (`member_id`) or unit owes. `due_on` None = no day named; `left` whole days to it."""

    kind: DueKind
    round_id: int
    round: str
    what: str
    name: str
    unit_id: int
    unit: str
    member_id: int | None = None
    code: str | None = None
    deadline_id: int | None = None
    due_on: str | None
    left: int | None
    recipient: str | None = None
    route: str | None = None
    confirmer: str | None = None
    extended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dunning:
    """What one cell has outstanding: its own reports, its people who have not studied or not handed in."""

    cell_id: int
    cell: str
    reports: tuple[BoardLine, ...] = ()
    study: tuple[Standing, ...] = ()
    essays: tuple[EssayStanding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A last day that a change would move; None = none."""

    name: str
    unit: str
    what: str
    old: str | None
    new: str | None


def due(store: Store, on: str | None = None, round_id: int | None = None) -> list[DueItem]:
    """All that is owed on a day (today), in one round or in all; by last day, those without one last."""
    day = on or today(store).isoformat()
    held = rounds.rounds(store) if round_id is None else [rounds.study_round(store, round_id)]
    items = [item for found in held for item in of_round(store, found, day)]
    return sorted(items, key=lambda item: (item.due_on is None, item.due_on))


def of_round(store: Store, found: StudyRound, day: str) -> Iterator[DueItem]:
    """What is owed in one round."""
    left = cache(lambda due_on: days_left(due_on, day) if due_on else None)
    for each in owing_people(store, found, day):
        if not each.who.studied:
            yield of_person(found, each.who, DueKind.STUDY, STUDY, Debt(due_on=found.study_by, recipient=None), left)
        if each.owed:
            yield of_person(found, each.who, DueKind.ESSAY, ESSAY, each.debt, left)
    for line in submissions.board(store, found.id, day):
        if line.state in OUTSTANDING:
            yield of_report(found, line)


def owing_people(store: Store, found: StudyRound, day: str) -> Iterator[Writing]:
    """Who owes study or an essay on a day, of those whose conference has begun; what came later had not come yet."""
    started = begun_by(store, found.id, day)
    for each in tallies.writing(store, found, day):
        if each.who.conference_id in started and (not each.who.studied or each.owed):
            yield each


def late_by_unit(store: Store, found: StudyRound, day: str) -> dict[int, int]:
    """Cell or unit → how many things of a round are past their last day."""
    late: Counter[int] = Counter()
    for each in owing_people(store, found, day):
        late[each.who.cell_id] += not each.who.studied and past(found.study_by, day)
        late[each.who.cell_id] += each.owed and past(each.debt.due_on, day)
    late.update(line.unit_id for line in submissions.board(store, found.id, day) if line.state is SendState.LATE)
    return +late


def past(due_on: str | None, day: str) -> bool:
    return due_on is not None and due_on < day


def begun_by(store: Store, round_id: int, day: str) -> set[int]:
    """The main conferences of a round that have begun by a day: before that nobody owes anything."""
    held = [each for each in conferences(store, round_id) if each.kind is ConferenceKind.MAIN and each.half_days]
    return {each.id for each in held if min(half.held_on for half in each.half_days) <= day}


def of_person(
    found: StudyRound, who: Tally, kind: DueKind, what: str, owed: Debt, left: Callable[[str | None], int | None]
) -> DueItem:
    return DueItem(
        kind=kind,
        round_id=found.id,
        round=found.name,
        what=what,
        name=who.full_name,
        unit_id=who.cell_id,
        unit=who.cell,
        member_id=who.member_id,
        code=who.code,
        due_on=owed.due_on,
        left=left(owed.due_on),
        recipient=owed.recipient,
        confirmer=owed.confirmer,
        extended=owed.extended,
    )


def of_report(found: StudyRound, line: BoardLine) -> DueItem:
    return DueItem(
        kind=DueKind.REPORT,
        round_id=found.id,
        round=found.name,
        what=line.deadline.title,
        name=line.unit,
        unit_id=line.unit_id,
        unit=line.unit,
        deadline_id=line.deadline.id,
        due_on=line.due_on,
        left=line.left,
        recipient=line.deadline.recipient,
        route=line.deadline.route,
        extended=line.extended,
    )


def dunning(store: Store, round_id: int, on: str | None = None) -> list[Dunning]:
    """What to remind each cell of: people who owe study or an essay now; reports late, due within a week, or
    no later than the last of these essays.

    Cells with nothing outstanding are left out; in the order of the roll, then those that owe reports alone.
    """
    day, home = on or today(store).isoformat(), office(store).organization_id
    owing = {each.who.member_id: each for each in owing_people(store, rounds.study_round(store, round_id), day)}
    cells: dict[int, str] = {}
    study: dict[int, list[Standing]] = defaultdict(list)
    written: dict[int, list[EssayStanding]] = defaultdict(list)
    for essay in essays.standings(store, round_id, on=day, member_ids=list(owing)):
        row, owed = essay.standing.row, owing[essay.standing.row.member_id]
        cells[row.cell_id] = row.cell
        if not owed.who.studied:
            study[row.cell_id].append(essay.standing)
        if owed.owed:
            written[row.cell_id].append(essay)
    until = max((e.due_on for those in written.values() for e in those if e.due_on), default=day)
    reports: dict[int, list[BoardLine]] = defaultdict(list)
    for line in submissions.board(store, round_id, day):
        if is_chased(line, until) and line.unit_id != home:
            cells.setdefault(line.unit_id, line.unit)
            reports[line.unit_id].append(line)
    return [
        Dunning(cell_id=at, cell=cell, reports=tuple(reports[at]), study=tuple(study[at]), essays=tuple(written[at]))
        for at, cell in cells.items()
    ]


def is_chased(line: BoardLine, until: str) -> bool:
    """Whether a report that was not sent is late, near, or due by a day."""
    return line.state in OUTSTANDING and (line.state is not SendState.NOT_DUE or line.due_on <= until)


Owner = tuple[str, int, int]
"""What is owed, the person or unit, the deadline."""
LastDay = tuple[Owner, str, str, str, str | None]
"""With the name, the unit, what it is called, and the day; None = none."""


class _Undone(Exception):
    """Ends a change that was only tried."""


def moved_by(store: Store, round_id: int, change: Callable[[Store], object]) -> list[Moved]:
    """Whose last day in a round would move if `change(store)` were made; it is tried and undone, nothing is kept.

    Refusals of the change itself come through. Sorted by the new day, then by unit and name.
    """
    before = {key: day for key, _, _, _, day in last_days(store, round_id)}
    moved: list[Moved] = []
    try:
        with store.atomic():
            change(store)
            moved += differences(before, last_days(store, round_id))
            raise _Undone
    except _Undone:
        pass
    return sorted(moved, key=lambda each: (each.new or "", each.unit, each.name))


def differences(before: dict[Owner, str | None], after: Iterable[LastDay]) -> Iterator[Moved]:
    """What stands on another day afterwards; who owed before and is gone afterwards is no matter of days."""
    for key, name, unit, what, day in after:
        if key in before and before[key] != day:
            yield Moved(name=name, unit=unit, what=what, old=before[key], new=day)


def last_days(store: Store, round_id: int) -> Iterator[LastDay]:
    """The last day there is now of everything people owe and units have not sent."""
    found = rounds.study_round(store, round_id)
    for each in tallies.writing(store, found):
        who = each.who
        if not who.studied:
            yield (STUDY, who.member_id, 0), who.full_name, who.cell, STUDY, found.study_by
        if not each.exempt and not each.handed_in:
            yield (ESSAY, who.member_id, 0), who.full_name, who.cell, ESSAY, each.debt.due_on
    for line in submissions.board(store, round_id):
        if not line.sent:
            title = line.deadline.title
            yield ("report", line.unit_id, line.deadline.id), line.unit, line.unit, title, line.due_on
