"""Which half-day a moment belongs to. Moments are ISO text, "2021-03-27 07:15:00"; no clock is read here."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from db.records import HalfDay
from db.values import DayPart

USUAL = {
    DayPart.MORNING: ("05:00", "12:29"),
    DayPart.AFTERNOON: ("12:30", "17:59"),
    DayPart.EVENING: ("18:00", "23:59"),
}
STARTS = {DayPart.MORNING: "07:30", DayPart.AFTERNOON: "13:30", DayPart.EVENING: "19:00"}
ENDS = {DayPart.MORNING: "11:30", DayPart.AFTERNOON: "17:00", DayPart.EVENING: "21:00"}
BEFORE, AFTER = timedelta(minutes=75), timedelta(minutes=30)


def starts_at(half_day: HalfDay) -> str:
    """The moment a half-day begins: as it is planned, else at the usual hour."""
    return f"{half_day.held_on} {half_day.starts_at or STARTS[half_day.part]}:00"


def ends_at(half_day: HalfDay) -> str:
    """The moment a half-day ends: as it is planned, else at the usual hour."""
    return f"{half_day.held_on} {half_day.ends_at or ENDS[half_day.part]}:00"


def held_at(half_day: HalfDay, moment: str) -> bool:
    """Whether people come to a half-day at a moment: around its hours where they are planned, else in its part of the
    day."""
    if moment[:10] != half_day.held_on:
        return False
    if half_day.starts_at and half_day.ends_at:
        begins, ends = (datetime.fromisoformat(f"{half_day.held_on} {at}") for at in hours(half_day))
        return begins - BEFORE <= datetime.fromisoformat(moment[:19]) <= ends + AFTER
    first, last = USUAL[half_day.part]
    return first <= moment[11:16] <= last


def hours(half_day: HalfDay) -> tuple[str, str]:
    return half_day.starts_at or "", half_day.ends_at or ""


def held_now(half_days: Sequence[HalfDay], moment: str) -> HalfDay | None:
    """The half-day that is held at a moment; of two, the one that began last."""
    return next((each for each in reversed(half_days) if held_at(each, moment)), None)


def likely_now(half_days: Sequence[HalfDay], moment: str) -> HalfDay | None:
    """The half-day to work at: the one held now, else the next one to come, else the last. None of none."""
    coming = (each for each in half_days if starts_at(each) >= moment)
    return held_now(half_days, moment) or next(coming, half_days[-1] if half_days else None)
