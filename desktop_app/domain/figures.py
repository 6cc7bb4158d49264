"""The figures of a round by name, and which of them count one person: the names behind every figure of a report."""

from collections.abc import Iterator
from enum import StrEnum

from db.values import EssayResult
from desktop_app.domain.obligations import Attended


class Figure(StrEnum):
    """A figure of a round. The classes of attendance exclude each other; `not_studied` is who still owes study."""

    MUST_ATTEND = "must_attend"
    ATTENDED = "attended"
    PARTIAL = "partial"
    ABSENT_EXCUSED = "absent_excused"
    ABSENT_UNEXCUSED = "absent_unexcused"
    ABSENT = "absent"
    NOT_MARKED = "not_marked"
    MADE_UP = "made_up"
    STUDIED = "studied"
    NOT_STUDIED = "not_studied"
    MUST_WRITE = "must_write"
    HANDED_IN = "handed_in"
    HANDED_IN_LATE = "handed_in_late"
    MISSING_ESSAYS = "missing_essays"
    PASSED = "passed"
    REWRITE = "rewrite"


def of_study(outcome: Attended, studied: bool) -> Iterator[Figure]:
    """The figures of study that count someone who must attend."""
    yield Figure.MUST_ATTEND
    yield Figure(outcome.value)
    yield Figure.STUDIED if studied else Figure.NOT_STUDIED
    if studied and outcome is not Attended.ATTENDED:
        yield Figure.MADE_UP


def of_essay(handed_in: bool, result: EssayResult | None, late: bool) -> Iterator[Figure]:
    """The figures of the essay that count someone who must write; `result` is that of the attempt that stands."""
    yield Figure.MUST_WRITE
    if not handed_in:
        yield Figure.MISSING_ESSAYS
        return
    yield Figure.HANDED_IN
    if late:
        yield Figure.HANDED_IN_LATE
    if result is EssayResult.PASSED:
        yield Figure.PASSED
    elif result is EssayResult.REWRITE:
        yield Figure.REWRITE
