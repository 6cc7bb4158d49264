"""What a person owes in a round, derived from roll, marks, make-ups and the round's rules. Pure; nothing is looked up.

An absence creates a debt of study; a make-up settles it and never hides the absence. The essay falls due by a fixed
date for whoever attended, and a number of days after the make-up for whoever was absent (Công văn 1726-CV/BTGTU,
ngày 01/12/2023 is the first case).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.records import Essay, MakeUp, StudyRound
from db.values import Audience, EssayResult, MarkStatus


class Attended(StrEnum):
    """How a person who must attend stands at a conference; the classes exclude each other."""

    ATTENDED = "attended"
    PARTIAL = "partial"
    ABSENT_EXCUSED = "absent_excused"
    ABSENT_UNEXCUSED = "absent_unexcused"
    ABSENT = "absent"
    NOT_MARKED = "not_marked"


class EssayState(StrEnum):
    EXEMPT = "exempt"
    NOT_DUE = "not_due"
    DUE = "due"
    LATE = "late"
    RECEIVED = "received"
    PASSED = "passed"
    REWRITE = "rewrite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """An essay's due date (None = none yet, or no date set) and the body it goes to."""

    due_on: str | None
    recipient: str | None


def required_half_days(study_round: StudyRound, audience: Audience, held: int) -> int:
    """How many of the half-days held someone of an audience must attend: all, unless the round says fewer."""
    return min(held, dict(study_round.required_half_days).get(audience, held))


def attended(marks: Sequence[MarkStatus | None], required: int) -> Attended:
    """The class of a person by their marks, one a half-day, None = not marked."""
    present = sum(mark is MarkStatus.PRESENT for mark in marks)
    if present >= required:
        return Attended.ATTENDED
    if present:
        return Attended.PARTIAL
    for status, outcome in (
        (MarkStatus.ABSENT_UNEXCUSED, Attended.ABSENT_UNEXCUSED),
        (MarkStatus.ABSENT, Attended.ABSENT),
        (MarkStatus.ABSENT_EXCUSED, Attended.ABSENT_EXCUSED),
    ):
        if status in marks:
            return outcome
    return Attended.NOT_MARKED


def studied(marks: Sequence[MarkStatus | None], made_up: Sequence[MakeUp | None], required: int) -> bool:
    """Whether attendance and make-ups together reach the required half-days; both sequences run by half-day."""
    return sum(m is MarkStatus.PRESENT or u is not None for m, u in zip(marks, made_up, strict=True)) >= required


def essay_debt(study_round: StudyRound, outcome: Attended, has_studied: bool, made_up_on: str | None) -> Debt:
    """When and to whom the essay is due. Nothing is due before the person has studied."""
    if outcome is Attended.ATTENDED:
        return Debt(due_on=study_round.essay_by, recipient=study_round.essay_recipient)
    if not has_studied or made_up_on is None:
        return Debt(due_on=None, recipient=None)
    due = date.fromisoformat(made_up_on) + timedelta(days=study_round.makeup_essay_days)
    return Debt(due_on=due.isoformat(), recipient=study_round.makeup_essay_recipient)


def essay_state(essays: Sequence[Essay], debt: Debt, exempt: bool, has_studied: bool, on: str) -> EssayState:
    """The state of a person's essay on a day; withdrawn attempts do not count."""
    if exempt:
        return EssayState.EXEMPT
    standing = [essay for essay in essays if essay.withdrawn_on is None]
    if standing:
        result = max(standing, key=lambda essay: essay.attempt).result
        states = {EssayResult.PASSED: EssayState.PASSED, EssayResult.REWRITE: EssayState.REWRITE}
        return EssayState.RECEIVED if result is None else states[result]
    if not has_studied:
        return EssayState.NOT_DUE
    return EssayState.LATE if debt.due_on is not None and on > debt.due_on else EssayState.DUE


def handed_in_late(essays: Sequence[Essay], debt: Debt) -> bool:
    """Whether the first attempt that stands came after the due date."""
    received = [essay.received_on for essay in essays if essay.withdrawn_on is None]
    return bool(received) and debt.due_on is not None and min(received) > debt.due_on
