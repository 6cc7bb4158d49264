"""What the office has before it today: the newest round's dates, its figures, and the next things to do in their order.

It only looks; what a thing to do is called and where it is done, the screen says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.records import Conference, StudyRound
from db.store import Store
from db.values import ConferenceKind
from desktop_app.services import conferences, members, rounds
from desktop_app.services.backups import last_backup
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
    MARK = "mark"
    STUDY = "study"
    COLLECT_ESSAYS = "collect_essays"
    ASSESS_ESSAYS = "assess_essays"
    BACK_UP = "back_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """`count` people, essays or (BACK_UP) days since the last backup, 0 = never; of those who have not handed in,
    `not_due` have not studied either; `name` and `id` of the conference."""

    task: Task
    count: int = 0
    not_due: int = 0
    name: str = ""
    id: int | None = None


class DueKind(StrEnum):
    STUDY = "study"
    ESSAY = "essay"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A last day in time: ISO, with the whole days left, negative when past. `settled` = nobody owes it any more."""

    kind: DueKind
    due_on: str
    left: int
    title: str = ""
    recipient: str | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """`round` None = no round yet, and then no figures and no dates. `backed_up_at` as `last_backup` gives it."""

    today: date
    members: int
    round: StudyRound | None
    summary: Summary | None
    dues: tuple[Due, ...]
    todos: tuple[ToDo, ...]
    backed_up_at: str | None


def agenda(store: Store) -> Agenda:
    """Everything the first page shows, read at once: a few hundredths of a second for 2,000 members."""
    newest, on, backed_up_at = rounds.newest(store), today(store), last_backup(store)
    figures = summary(store, newest.id) if newest else None
    step = next_step(store)
    todos = [step] if step else []
    if newest and figures:
        todos += owed(figures.total, begun(store, newest.id, on))
    return Agenda(
        today=on,
        members=members.count(store, MemberFilter()),
        round=newest,
        summary=figures,
        dues=tuple(sorted(dues(newest, figures.total, on), key=lambda due: due.due_on)) if newest and figures else (),
        todos=(*todos, *backup_due(backed_up_at)),
        backed_up_at=backed_up_at,
    )


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
    held = main_conferences(store, round_id or newest.id)
    if not held:
        return ToDo(task=Task.PLAN_CONFERENCE)
    open_ones = [each for each in held if each.frozen_at is None]
    return ToDo(task=Task.FREEZE, name=open_ones[0].name, id=open_ones[0].id) if open_ones else None


def main_conferences(store: Store, round_id: int) -> list[Conference]:
    return [each for each in conferences.conferences(store, round_id) if each.kind is ConferenceKind.MAIN]


def begun(store: Store, round_id: int, on: date) -> bool:
    """Whether a half-day of the round has come: before that nobody owes anything."""
    days = [day.held_on for held in main_conferences(store, round_id) for day in held.half_days]
    return bool(days) and min(days) <= on.isoformat()


def owed(total: SummaryRow, has_begun: bool) -> list[ToDo]:
    """What people owe in the round, and what the office has not written down yet."""
    counts = {
        Task.MARK: total.not_marked,
        Task.STUDY: total.not_studied,
        Task.COLLECT_ESSAYS: total.missing_essays,
        Task.ASSESS_ESSAYS: total.unmarked_essays,
    }
    waiting = {Task.COLLECT_ESSAYS: total.essays_not_due}
    return [
        ToDo(task=task, count=count, not_due=waiting.get(task, 0))
        for task, count in counts.items()
        if count > 0 and has_begun
    ]


def dues(found: StudyRound, total: SummaryRow, on: date) -> Iterator[Due]:
    """The last days of a round: studying, essays, reports."""

    def due(kind: DueKind, due_on: str, title: str = "", recipient: str | None = None, settled: bool = False) -> Due:
        left = (date.fromisoformat(due_on) - on).days
        return Due(kind=kind, due_on=due_on, left=left, title=title, recipient=recipient, settled=settled)

    if found.study_by:
        yield due(DueKind.STUDY, found.study_by, settled=0 < total.must_attend <= total.studied)
    if found.essay_required and found.essay_by:
        yield due(
            DueKind.ESSAY,
            found.essay_by,
            recipient=found.essay_recipient,
            settled=0 < total.must_write <= total.handed_in,
        )
    for report in found.deadlines:
        yield due(DueKind.REPORT, report.due_on, report.title, report.recipient)


def backup_due(backed_up_at: str | None) -> list[ToDo]:
    """A backup to make, when there is none or it is a week old by the clock of the machine."""
    if backed_up_at is None:
        return [ToDo(task=Task.BACK_UP)]
    age = (date.today() - datetime.fromisoformat(backed_up_at).date()).days
    return [ToDo(task=Task.BACK_UP, count=age)] if age >= BACKUP_EVERY else []
