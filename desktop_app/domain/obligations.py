"""What a person owes in a round, derived from roll, marks, make-ups and the round's rules. Pure; nothing is looked up.

An absence creates a debt of study; a make-up settles it and never hides the absence. By when an essay is owed is worked
out by the engine of last days, `deadlines`.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from db.records import Essay, MakeUp, StudyRound
from db.values import Audience, EssayResult, MarkStatus
from desktop_app.domain.deadlines import NOTHING, Debt, attended_rule, debt, made_up_rule


class Attended(StrEnum):
    """How a person who must attend stands at a conference; the classes exclude each other."""

    ATTENDED = "attended"
    PARTIAL = "partial"
    ABSENT_EXCUSED = "absent_excused"
    ABSENT_UNEXCUSED = "absent_unexcused"
    ABSENT = "absent"
    NOT_MARKED = "not_marked"


class EssayState(StrEnum):
    """How a person stands with the essay; WITHDRAWN is said of an attempt alone: whoever withdrew owes it again."""

    EXEMPT = "exempt"
    NOT_DUE = "not_due"
    DUE = "due"
    LATE = "late"
    RECEIVED = "received"
    RECEIVED_AGAIN = "received_again"
    CHECKING = "checking"
    REWRITE = "rewrite"
    PASSED = "passed"
    CONFIRMED = "confirmed"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"


HANDED_IN = (EssayState.RECEIVED, EssayState.RECEIVED_AGAIN, EssayState.CHECKING)
OWED = (EssayState.DUE, EssayState.LATE, EssayState.REWRITE)
PASSED = (EssayState.PASSED, EssayState.CONFIRMED, EssayState.FORWARDED)


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


def essay_debt(
    study_round: StudyRound,
    outcome: Attended,
    has_studied: bool,
    made_up_on: str | None,
    extensions: Iterable[str | None] = (),
) -> Debt:
    """When and to whom the essay is due; `extensions` are the days granted to the person and to the cell.

    Nothing is due before the person has studied.
    """
    if outcome is Attended.ATTENDED:
        return debt(attended_rule(study_round), None, extensions)
    if not has_studied or made_up_on is None:
        return NOTHING
    return debt(made_up_rule(study_round), made_up_on, extensions)


def essay_state(essays: Sequence[Essay], debt: Debt, exempt: bool, has_studied: bool, on: str) -> EssayState:
    """The state of a person's essay on a day; withdrawn attempts do not count."""
    if exempt:
        return EssayState.EXEMPT
    standing = [essay for essay in essays if essay.withdrawn_on is None]
    if standing:
        return attempt_state(max(standing, key=lambda essay: essay.attempt), len(standing) > 1)
    if not has_studied:
        return EssayState.NOT_DUE
    return EssayState.LATE if debt.due_on is not None and on > debt.due_on else EssayState.DUE


def attempt_state(essay: Essay, again: bool) -> EssayState:
    """How far one attempt has come; `again` = an earlier one that stands was to be rewritten."""
    if essay.withdrawn_on is not None:
        return EssayState.WITHDRAWN
    if essay.result is EssayResult.REWRITE:
        return EssayState.REWRITE
    if essay.result is EssayResult.PASSED:
        if essay.forwarding_id is not None:
            return EssayState.FORWARDED
        return EssayState.PASSED if essay.confirmed_on is None else EssayState.CONFIRMED
    if essay.checking_from is not None:
        return EssayState.CHECKING
    return EssayState.RECEIVED_AGAIN if again else EssayState.RECEIVED


def handed_in_late(essays: Sequence[Essay], debt: Debt) -> bool:
    """Whether the first attempt that stands came after the due date."""
    received = [essay.received_on for essay in essays if essay.withdrawn_on is None]
    return bool(received) and debt.due_on is not None and min(received) > debt.due_on
