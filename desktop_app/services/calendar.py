"""The last days of all running rounds in their order: conferences, study, essays, reports, and how many still owe each.

It shows days, not people: who owes is asked of `due`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.records import StudyRound
from db.store import Store
from desktop_app.domain.dates import add_days
from desktop_app.domain.deadlines import days_left
from desktop_app.services import rounds, submissions
from desktop_app.services.conferences import conferences
from desktop_app.services.due import DueKind
from desktop_app.services.office import today
from desktop_app.services.reports import SummaryRow, summary

KEPT_DAYS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """A last day in time, or the first of a conference: ISO, with the whole days left, negative when past.

    `open` people or units still owe it, of `whole`; `settled` = nobody owes it any more, or the conference began.
    """

    kind: DueKind
    due_on: str
    left: int
    round_id: int
    round: str
    title: str = ""
    recipient: str | None = None
    route: str | None = None
    deadline_id: int | None = None
    conference_id: int | None = None
    open: int = 0
    whole: int = 0
    settled: bool = False


def running(store: Store, day: str) -> list[StudyRound]:
    """The rounds still in hand, newest first: the newest, and those whose last date is not two months past."""
    known = rounds.rounds(store)
    return [
        each for place, each in enumerate(known) if place == 0 or last_date(store, each) >= add_days(day, -KEPT_DAYS)
    ]


def last_date(store: Store, found: StudyRound) -> str:
    """The last of all dates of a round; empty where it has none."""
    days = [half.held_on for held in conferences(store, found.id) for half in held.half_days]
    named = [found.study_by, found.essay_by, *(each.due_on for each in found.deadlines)]
    return max([*days, *filter(None, named)], default="")


def calendar(store: Store, on: str | None = None, totals: Mapping[int, SummaryRow] | None = None) -> list[LastDay]:
    """The last days of the rounds whose figures are given, or of all running ones; the earliest first."""
    day = on or today(store).isoformat()
    known = totals if totals is not None else {e.id: summary(store, e.id).total for e in running(store, day)}
    lines = [line for round_id, total in known.items() for line in of_round(store, round_id, total, day)]
    return sorted(lines, key=lambda line: (line.due_on, line.round_id))


def of_round(store: Store, round_id: int, total: SummaryRow, day: str) -> Iterator[LastDay]:
    """The last days of one round, in the order of the work."""
    found = rounds.study_round(store, round_id)
    yield from meetings(store, found, day)
    if found.study_by:
        yield LastDay(
            kind=DueKind.STUDY,
            due_on=found.study_by,
            left=days_left(found.study_by, day),
            round_id=found.id,
            round=found.name,
            open=total.not_studied,
            whole=total.must_attend,
            settled=0 < total.must_attend <= total.studied,
        )
    if found.essay_required and found.essay_by:
        yield LastDay(
            kind=DueKind.ESSAY,
            due_on=found.essay_by,
            left=days_left(found.essay_by, day),
            round_id=found.id,
            round=found.name,
            recipient=found.essay_recipient,
            open=total.missing_essays,
            whole=total.must_write,
            settled=0 < total.must_write <= total.handed_in,
        )
    yield from reports(store, found, day)


def meetings(store: Store, found: StudyRound, day: str) -> Iterator[LastDay]:
    """The first days of conferences."""
    for held in conferences(store, found.id):
        if held.half_days:
            first = min(half.held_on for half in held.half_days)
            yield LastDay(
                kind=DueKind.CONFERENCE,
                due_on=first,
                left=days_left(first, day),
                round_id=found.id,
                round=found.name,
                title=held.name,
                conference_id=held.id,
                settled=first < day,
            )


def reports(store: Store, found: StudyRound, day: str) -> Iterator[LastDay]:
    """Reports and plans by their common day, with how many units have not sent."""
    board = submissions.board(store, found.id, day)
    for each in found.deadlines:
        lines = [line for line in board if line.deadline.id == each.id]
        missing = sum(not line.sent for line in lines)
        yield LastDay(
            kind=DueKind.REPORT,
            due_on=each.due_on,
            left=days_left(each.due_on, day),
            round_id=found.id,
            round=found.name,
            title=each.title,
            recipient=each.recipient,
            route=each.route,
            deadline_id=each.id,
            open=missing,
            whole=len(lines),
            settled=bool(lines) and not missing,
        )
