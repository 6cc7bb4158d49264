"""What a person's Party dates say about their kind, day by day."""

from datetime import date

from db.values import ALWAYS, FOREVER, MemberKind
from desktop_app.domain.dates import last_day

Period = tuple[MemberKind, str, str]


def first_day(partial: str | None) -> str:
    """The first day a partial date may mean; None = always."""
    if not partial:
        return ALWAYS
    return partial + "-01-01"[len(partial) - 4 :]


def two_years_before(day: date) -> str:
    """The same day two years earlier, ISO; no probation lasts longer."""
    return f"{day.year - 2}-{day:%m-%d}"


def kinds_from_dates(admitted_on: str | None, official_on: str | None, today: date) -> list[Period]:
    """Kinds with the days they hold, worked out from the dates of admission and of becoming official.

    Probation lasts twelve months (Điều lệ Đảng, Điều 5); lists often leave the official date out, so someone admitted
    more than two years ago without one is taken as official.
    """
    admitted, official = first_day(admitted_on), first_day(official_on)
    if official_on:
        if not admitted_on or admitted >= official:
            return [(MemberKind.OFFICIAL, ALWAYS if not admitted_on else official, FOREVER)]
        return [(MemberKind.PROBATIONARY, admitted, official), (MemberKind.OFFICIAL, official, FOREVER)]
    if admitted_on and last_day(admitted_on) >= two_years_before(today):
        return [(MemberKind.PROBATIONARY, admitted, FOREVER)]
    return [(MemberKind.OFFICIAL, admitted, FOREVER)]
