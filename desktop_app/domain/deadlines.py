"""The one engine of last days: who owes what, counted from which event, by when and into whose hands. Pure; no clock.

People and organizations owe by the same rule: an anchor (a day the round names, or the day of the make-up) plus days.
The first case is Công văn 1726-CV/BTGTU, ngày 01/12/2023: who attended hands in by a fixed day, who was absent a week
after the make-up, to the committee that judges and confirms. What is extended falls due on the latest day granted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.records import Deadline, StudyRound
from db.values import OwedBy
from desktop_app.domain.dates import add_days

SOON = 7


class Debtor(StrEnum):
    """Whom a rule is about."""

    ATTENDED = "attended"
    MADE_UP = "made_up"
    OFFICE = "office"
    CELLS = "cells"


class Anchor(StrEnum):
    """The event a last day is counted from."""

    NAMED_DAY = "named_day"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`debtor` hands in `days` after the anchor to `recipient`, through `route`; `confirmer` judges and confirms."""

    debtor: Debtor
    anchor: Anchor
    named_day: str | None = None
    days: int = 0
    recipient: str | None = None
    route: str | None = None
    confirmer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """What is owed: the last day in time (None = none yet, or no day named), and the bodies it goes to."""

    due_on: str | None
    recipient: str | None
    confirmer: str | None = None
    extended: bool = False


NOTHING = Debt(due_on=None, recipient=None)


def attended_rule(study_round: StudyRound) -> Rule:
    """The essay of whoever attended: by the day the round names."""
    return Rule(
        debtor=Debtor.ATTENDED,
        anchor=Anchor.NAMED_DAY,
        named_day=study_round.essay_by,
        recipient=study_round.essay_recipient,
    )


def made_up_rule(study_round: StudyRound) -> Rule:
    """The essay of whoever was absent: some days after the make-up, to the body that judges and confirms it."""
    body = study_round.makeup_essay_recipient
    return Rule(
        debtor=Debtor.MADE_UP,
        anchor=Anchor.MAKE_UP,
        days=study_round.makeup_essay_days,
        recipient=body,
        confirmer=body,
    )


def deadline_rule(deadline: Deadline) -> Rule:
    """A report or plan the office or every cell sends upward."""
    return Rule(
        debtor=Debtor.CELLS if deadline.owed_by is OwedBy.CELLS else Debtor.OFFICE,
        anchor=Anchor.NAMED_DAY,
        named_day=deadline.due_on,
        recipient=deadline.recipient,
        route=deadline.route,
    )


def debt(rule: Rule, happened_on: str | None = None, extensions: Iterable[str | None] = ()) -> Debt:
    """What a rule asks of one person or unit; `happened_on` is the day of the anchor where the rule names none."""
    start = rule.named_day if rule.anchor is Anchor.NAMED_DAY else happened_on
    if start is None:
        return Debt(due_on=None, recipient=rule.recipient, confirmer=rule.confirmer)
    due_on = add_days(start, rule.days)
    last = latest(due_on, extensions)
    return Debt(due_on=last, recipient=rule.recipient, confirmer=rule.confirmer, extended=last != due_on)


def latest(due_on: str, extensions: Iterable[str | None]) -> str:
    """The day itself or the latest one granted; an extension never brings a day forward."""
    return max([due_on, *(day for day in extensions if day)])


class SendState(StrEnum):
    """How one unit stands with one report or plan on a day; in the order of urgency."""

    LATE = "late"
    SOON = "soon"
    NOT_DUE = "not_due"
    SENT_LATE = "sent_late"
    SENT = "sent"


OUTSTANDING = (SendState.LATE, SendState.SOON, SendState.NOT_DUE)


def send_state(due_on: str, sent_on: str | None, on: str) -> SendState:
    """Sent in time or late; not sent and past the day, within a week of it, or not due yet."""
    if sent_on is not None:
        return SendState.SENT if sent_on <= due_on else SendState.SENT_LATE
    left = days_left(due_on, on)
    if left < 0:
        return SendState.LATE
    return SendState.SOON if left <= SOON else SendState.NOT_DUE


def days_left(due_on: str, on: str) -> int:
    """Whole days from a day to the last day in time, 0 on the day itself, negative when past."""
    return (date.fromisoformat(due_on) - date.fromisoformat(on)).days


class Stage(StrEnum):
    """How near a last day is, as reminders count: 14 and 3 days before, the day, the day after, a week after."""

    T_MINUS_14 = "t-14"
    T_MINUS_3 = "t-3"
    T_0 = "t"
    T_PLUS_1 = "t+1"
    T_PLUS_7 = "t+7"


STAGES: Sequence[tuple[int, Stage]] = (
    (-7, Stage.T_PLUS_7),
    (-1, Stage.T_PLUS_1),
    (0, Stage.T_0),
    (3, Stage.T_MINUS_3),
    (14, Stage.T_MINUS_14),
)


def stage(left: int) -> Stage | None:
    """The stage so many days before (negative: after) a last day; None while it is further off than a fortnight."""
    return next((found for limit, found in STAGES if left <= limit), None)
