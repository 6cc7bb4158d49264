"""Half-days in words, those still to come, and how a make-up conference shares out what was missed.

What a half-day means for a person stands in `obligations`, when it is held in `half_days`.
"""

from collections.abc import Sequence
from itertools import pairwise

from db.records import HalfDay
from desktop_app.domain.words import word


def day_words(on: str) -> str:
    """“27/3”."""
    _, month, number = on.split("-")
    return f"{int(number)}/{int(month)}"


def half_day_words(day: HalfDay) -> str:
    """“Sáng 27/3”."""
    return f"{word(day.part)} {day_words(day.held_on)}"


def named(half_days: Sequence[HalfDay]) -> str:
    """“sáng 17/11, chiều 17/11”."""
    return ", ".join(half_day_words(day).lower() for day in half_days)


def not_begun(half_days: Sequence[HalfDay], on: str) -> list[HalfDay]:
    """The half-days of a day still to come; nobody can have been present there."""
    return [day for day in half_days if day.held_on > on]


def shared_out(missed: Sequence[int], sessions: int) -> tuple[tuple[int, ...], ...]:
    """What was missed, in order, over so many half-days of a make-up conference, as evenly as it goes.

    One each where there are enough half-days, the last ones then covering nothing; earlier ones take more otherwise.
    """
    least, more = divmod(len(missed), sessions)
    ends = [at * least + min(at, more) for at in range(sessions + 1)]
    return tuple(tuple(missed[start:end]) for start, end in pairwise(ends))
