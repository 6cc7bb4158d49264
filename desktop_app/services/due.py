"""Who owes what by when: people's study and essays, units' reports and plans; whose days a change would move.

It asks the one engine of last days and keeps nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from db.records import StudyRound
from db.store import Store
from db.values import ConferenceKind
from desktop_app.domain.deadlines import OUTSTANDING, Debt, SendState, days_left
from desktop_app.domain.obligations import Attended, EssayState, essay_state
from desktop_app.services import essays, rounds, submissions
from desktop_app.services.conferences import conferences
from desktop_app.services.essays import EssayStanding
from desktop_app.services.office import office, today
from desktop_app.services.standings import Standing
from desktop_app.services.submissions import BoardLine

OWED = (EssayState.DUE, EssayState.LATE, EssayState.REWRITE)
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
    started = begun_by(store, found.id, day)
    for essay in essays.standings(store, found.id, on=day):
        if essay.standing.row.conference_id in started:
            if not studied_by(essay.standing, day):
                yield of_study(found, essay.standing, day)
            if state_on(essay, day) in OWED:
                yield of_essay(found, essay, day)
    for line in submissions.board(store, found.id, day):
        if line.state in OUTSTANDING:
            yield of_report(found, line)


def studied_by(standing: Standing, day: str) -> bool:
    """Whether someone had studied by a day: a make-up of a later day does not count yet."""
    made_up = standing.outcome is not Attended.ATTENDED and standing.made_up_on is not None
    return standing.studied and not (made_up and (standing.made_up_on or "") > day)


def state_on(essay: EssayStanding, day: str) -> EssayState:
    """The state of an essay on a day: what came in later had not come in yet."""
    learnt = studied_by(essay.standing, day)
    there = [each for each in essay.essays if each.received_on <= day]
    if learnt == essay.standing.studied and len(there) == len(essay.essays):
        return essay.state
    owed = Debt(due_on=essay.due_on, recipient=essay.recipient)
    return essay_state(there, owed, essay.exempt, learnt, day)


def begun_by(store: Store, round_id: int, day: str) -> set[int]:
    """The main conferences of a round that have begun by a day: before that nobody owes anything."""
    held = [each for each in conferences(store, round_id) if each.kind is ConferenceKind.MAIN and each.half_days]
    return {each.id for each in held if min(half.held_on for half in each.half_days) <= day}


def of_study(found: StudyRound, standing: Standing, day: str) -> DueItem:
    row = standing.row
    return DueItem(
        kind=DueKind.STUDY,
        round_id=found.id,
        round=found.name,
        what=STUDY,
        name=row.full_name,
        unit_id=row.cell_id,
        unit=row.cell,
        member_id=row.member_id,
        code=row.code,
        due_on=found.study_by,
        left=days_left(found.study_by, day) if found.study_by else None,
    )


def of_essay(found: StudyRound, essay: EssayStanding, day: str) -> DueItem:
    row = essay.standing.row
    return DueItem(
        kind=DueKind.ESSAY,
        round_id=found.id,
        round=found.name,
        what=ESSAY,
        name=row.full_name,
        unit_id=row.cell_id,
        unit=row.cell,
        member_id=row.member_id,
        code=row.code,
        due_on=essay.due_on,
        left=days_left(essay.due_on, day) if essay.due_on else None,
        recipient=essay.recipient,
        confirmer=essay.confirmer,
        extended=essay.extended,
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
    day = on or today(store).isoformat()
    started, home = begun_by(store, round_id, day), office(store).organization_id
    found: dict[int, Dunning] = {}
    for essay in essays.standings(store, round_id, on=day):
        row, writes, learnt = essay.standing.row, state_on(essay, day) in OWED, studied_by(essay.standing, day)
        if row.conference_id in started and (writes or not learnt):
            cell = found.get(row.cell_id) or Dunning(cell_id=row.cell_id, cell=row.cell)
            study = () if learnt else (essay.standing,)
            written = (essay,) if writes else ()
            found[row.cell_id] = replace(cell, study=cell.study + study, essays=cell.essays + written)
    until = max((e.due_on for cell in found.values() for e in cell.essays if e.due_on), default=day)
    for line in submissions.board(store, round_id, day):
        if is_chased(line, until) and line.unit_id != home:
            cell = found.get(line.unit_id) or Dunning(cell_id=line.unit_id, cell=line.unit)
            found[line.unit_id] = replace(cell, reports=(*cell.reports, line))
    return list(found.values())


def is_chased(line: BoardLine, until: str) -> bool:
    """Whether a report that was not sent is late, near, or due by a day."""
    return line.state in OUTSTANDING and (line.state is not SendState.NOT_DUE or line.due_on <= until)


class _Undone(Exception):
    """Ends a change that was only tried."""


def moved_by(store: Store, round_id: int, change: Callable[[Store], object]) -> list[Moved]:
    """Whose last day in a round would move if `change(store)` were made; it is tried and undone, nothing is kept.

    Refusals of the change itself come through. Sorted by the new day, then by unit and name.
    """
    before = last_days(store, round_id)
    after: dict[tuple[str, int, int], Moved] = {}
    try:
        with store.atomic():
            change(store)
            after = last_days(store, round_id)
            raise _Undone
    except _Undone:
        pass
    return sorted(differences(before, after), key=lambda each: (each.new or "", each.unit, each.name))


def differences(before: dict[tuple[str, int, int], Moved], after: dict[tuple[str, int, int], Moved]) -> Iterable[Moved]:
    """What stands on another day afterwards; who owed before and is gone afterwards is no matter of days."""
    for key, now in after.items():
        old = before[key].new if key in before else None
        if key in before and old != now.new:
            yield Moved(name=now.name, unit=now.unit, what=now.what, old=old, new=now.new)


def last_days(store: Store, round_id: int) -> dict[tuple[str, int, int], Moved]:
    """(what, person or unit, deadline) → the last day there is now, of people who owe and units that have not sent."""
    found: dict[tuple[str, int, int], Moved] = {}
    study_by = rounds.study_round(store, round_id).study_by
    for essay in essays.standings(store, round_id):
        row = essay.standing.row
        owner = Moved(name=row.full_name, unit=row.cell, what=STUDY, old=None, new=study_by)
        if not essay.standing.studied:
            found[STUDY, row.member_id, 0] = owner
        if not essay.exempt and essay.last is None:
            found[ESSAY, row.member_id, 0] = replace(owner, what=ESSAY, new=essay.due_on)
    for line in submissions.board(store, round_id):
        if not line.sent:
            title = line.deadline.title
            found["report", line.unit_id, line.deadline.id] = Moved(
                name=line.unit, unit=line.unit, what=title, old=None, new=line.due_on
            )
    return found
