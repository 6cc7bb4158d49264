"""What the office has before it today: the last days of every running round, figures, the next things to do in order.

It only looks; what a thing to do is called and where it is done, the screen says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.records import Conference, StudyRound
from db.store import Store
from db.values import ConferenceKind
from desktop_app.domain.dates import add_days
from desktop_app.domain.deadlines import Stage, days_left, stage
from desktop_app.services import backup_trial, conferences, due, members, rounds
from desktop_app.services.access import is_limited
from desktop_app.services.backups import last_away, last_backup
from desktop_app.services.calendar import LastDay, calendar, running
from desktop_app.services.due import DueKind
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import today
from desktop_app.services.reports import Summary, SummaryRow, summary

BACKUP_EVERY = 7


class Task(StrEnum):
    """A thing to do, in the order of the work."""

    ENROL = "enrol"
    PLAN_ROUND = "plan_round"
    PLAN_CONFERENCE = "plan_conference"
    FREEZE = "freeze"
    PREPARE = "prepare"
    MARK = "mark"
    STUDY = "study"
    COLLECT_ESSAYS = "collect_essays"
    ASSESS_ESSAYS = "assess_essays"
    REPORTS = "reports"
    BACK_UP = "back_up"
    BACKUP_BAD = "backup_bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """`count` people, essays, units or (BACK_UP) days since the last backup, 0 = never; of those with no essay yet,
    `not_due` have not studied either; `name` and `id` of the conference, `name` of the report.

    `left` are the days to the last day it belongs to, `stage` how near that is; None where none is near or named.
    `round` is named where several rounds run.
    """

    task: Task
    count: int = 0
    not_due: int = 0
    name: str = ""
    id: int | None = None
    round_id: int | None = None
    round: str = ""
    left: int | None = None

    @property
    def stage(self) -> Stage | None:
        return None if self.left is None else stage(self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """`round` is the newest; None = no round yet, and then no figures and no dates. `others` run beside it.

    `late` counts by cell what is past its last day in that round: people's study and essays, the cell's reports.
    `backed_up_at` as `last_backup` gives it.
    """

    today: date
    members: int
    round: StudyRound | None
    summary: Summary | None
    others: tuple[StudyRound, ...]
    late: dict[int, int]
    dues: tuple[LastDay, ...]
    todos: tuple[ToDo, ...]
    backed_up_at: str | None


def agenda(store: Store) -> Agenda:
    """Everything the first page shows, read at once: a few tenths of a second for 2,000 members."""
    on, backed_up_at = today(store), last_backup(store)
    day = on.isoformat()
    held = running(store, day)
    figures = {each.id: summary(store, each.id) for each in held}
    newest = held[0] if held else None
    step = next_step(store)
    todos = [todo for each in held for todo in of_round(store, each, figures[each.id].total, day, len(held) > 1)]
    todos.sort(key=urgency)
    return Agenda(
        today=on,
        members=members.count(store, MemberFilter()),
        round=newest,
        summary=figures[newest.id] if newest else None,
        others=tuple(held[1:]),
        late=late_by_cell(store, newest.id, day) if newest else {},
        dues=tuple(calendar(store, day, {round_id: each.total for round_id, each in figures.items()})),
        todos=(*([step] if step else []), *todos, *backups_due(store)),
        backed_up_at=backed_up_at,
    )


def urgency(todo: ToDo) -> tuple[bool, int]:
    """What is late or near by the days left, then the rest in the order of the work."""
    return (True, 0) if todo.left is None or todo.stage is None else (False, todo.left)


def next_step(store: Store) -> ToDo | None:
    """What still stands before the newest round has people to count, or None when nothing does."""
    if not members.count(store, MemberFilter()):
        return ToDo(task=Task.ENROL)
    return round_step(store)


def round_step(store: Store, round_id: int | None = None) -> ToDo | None:
    """What a round (the newest by default) still needs before it can be held and counted."""
    newest = rounds.newest(store)
    if newest is None:
        return ToDo(task=Task.PLAN_ROUND)
    wanted = round_id or newest.id
    held = main_conferences(store, wanted)
    if not held:
        return ToDo(task=Task.PLAN_CONFERENCE, round_id=wanted)
    open_ones = [each for each in held if each.frozen_at is None]
    if not open_ones:
        return None
    first = open_ones[0]
    return ToDo(task=Task.FREEZE, name=first.name, id=first.id, round_id=wanted)


def main_conferences(store: Store, round_id: int) -> list[Conference]:
    return [each for each in conferences.conferences(store, round_id) if each.kind is ConferenceKind.MAIN]


def of_round(store: Store, found: StudyRound, total: SummaryRow, day: str, several: bool) -> Iterator[ToDo]:
    """What a running round asks for on a day."""
    name = found.name if several else ""
    yield from coming(store, found, day, name)
    if due.begun_by(store, found.id, day):
        yield from owed(found, total, day, name)
    for line in calendar(store, day, {found.id: total}):
        if line.kind is DueKind.REPORT and not line.settled and stage(line.left) is not None:
            yield ToDo(
                task=Task.REPORTS,
                count=line.open,
                name=line.title,
                id=line.deadline_id,
                round_id=found.id,
                round=name,
                left=line.left,
            )


def coming(store: Store, found: StudyRound, day: str, name: str) -> Iterator[ToDo]:
    """Conferences of a frozen roll that begin within a fortnight: papers to print, venues to ready."""
    for held in conferences.conferences(store, found.id):
        first = min((half.held_on for half in held.half_days), default=day)
        if held.frozen_at and first > day and stage(days_left(first, day)) is not None:
            left = days_left(first, day)
            yield ToDo(task=Task.PREPARE, name=held.name, id=held.id, round_id=found.id, round=name, left=left)


def owed(found: StudyRound, total: SummaryRow, day: str, name: str) -> Iterator[ToDo]:
    """What people owe in the round, and what the office has not written down yet."""
    essay_by = found.essay_by if found.essay_required else None
    counts: tuple[tuple[Task, int, str | None], ...] = (
        (Task.MARK, total.not_marked, None),
        (Task.STUDY, total.not_studied, found.study_by),
        (Task.COLLECT_ESSAYS, total.missing_essays, essay_by),
        (Task.ASSESS_ESSAYS, total.unmarked_essays, None),
    )
    for task, count, due_on in counts:
        if count > 0:
            waiting = total.essays_not_due if task is Task.COLLECT_ESSAYS else 0
            left = days_left(due_on, day) if due_on else None
            yield ToDo(task=task, count=count, not_due=waiting, round_id=found.id, round=name, left=left)


def late_by_cell(store: Store, round_id: int, day: str) -> dict[int, int]:
    """Cell → how many things are past their last day in a round; nobody is asked while no day can be past."""
    found = rounds.study_round(store, round_id)
    first = min((half.held_on for held in main_conferences(store, round_id) for half in held.half_days), default=day)
    named = [found.study_by, found.essay_by, *(each.due_on for each in found.deadlines)]
    if min([add_days(first, found.makeup_essay_days), *filter(None, named)]) >= day:
        return {}
    return due.late_by_unit(store, found, day)


def backups_due(store: Store) -> list[ToDo]:
    """What is to be done about backups by whoever may take the whole store along."""
    return [] if is_limited(store) else [*backup_due(last_away(store)), *backup_bad(store)]


def backup_due(backed_up_at: str | None) -> list[ToDo]:
    """A backup to make, when there is none or it is a week old by the clock of the machine."""
    if backed_up_at is None:
        return [ToDo(task=Task.BACK_UP)]
    age = (date.today() - datetime.fromisoformat(backed_up_at).date()).days
    return [ToDo(task=Task.BACK_UP, count=age)] if age >= BACKUP_EVERY else []


def backup_bad(store: Store) -> list[ToDo]:
    """The monthly restore test failed, and no later backup was tried with success."""
    tried = backup_trial.last(store)
    return [ToDo(task=Task.BACKUP_BAD, name=tried.name)] if tried and tried.fault else []
