"""Which automatic backups are kept when new ones come: all of the last days, fewer of those before. No files here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

WHOLE_DAYS = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9


class Reason(StrEnum):
    """Why a backup was made."""

    HAND = "hand"
    EXIT = "exit"
    TIMED = "timed"
    IMPORT = "import"
    MERGE = "merge"
    BULK = "bulk"
    RESTORE = "restore"
    UPGRADE = "upgrade"
    CLOSING = "closing"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One automatic backup: its number in the order of making, and what the clock said."""

    number: int
    at: datetime


def superfluous(made: Iterable[Made], now: datetime, proven: int | None) -> list[int]:
    """The numbers of the backups that may go. The newest by number and the one proven last (`proven`) never do.

    Kept are all of the last two days and the last one of each of the last 12 days, 10 weeks and 9 months that have any.
    Days are counted as they come, not from `now`: a clock that once stood wrong costs a place or two, never the rest.
    """
    order = sorted(made, key=lambda each: -each.number)
    keep = {each.number for each in order[:1]} | {each.number for each in order if near(each.at, now)}
    for count, label in ((DAILY, day), (WEEKLY, week), (MONTHLY, month)):
        keep |= last_of_each(order, count, label)
    return [each.number for each in order if each.number not in keep and each.number != proven]


def near(at: datetime, now: datetime) -> bool:
    return abs(now - at) <= WHOLE_DAYS


def last_of_each(order: Sequence[Made], count: int, label: Callable[[datetime], str]) -> set[int]:
    """The last made of each of the newest `count` days, weeks or months."""
    found: dict[str, int] = {}
    for each in order:
        if len(found) == count:
            break
        found.setdefault(label(each.at), each.number)
    return set(found.values())


def day(at: datetime) -> str:
    return f"{at:%Y-%m-%d}"


def week(at: datetime) -> str:
    return f"{at:%G-%V}"


def month(at: datetime) -> str:
    return f"{at:%Y-%m}"
