"""The four figures asked for each month, quarter and year: conferences, people, documents, share of members."""

from dataclasses import dataclass

from db import period_figures as kept
from db.store import Store
from desktop_app.domain.periods import Period
from desktop_app.domain.wording import percent


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
    """Every person counts once in a period. `people` came to a half-day at least, `guests` among them are not members;
    `attended` of `must_attend` are members. `unnamed` were counted without names and stand apart."""

    period: Period
    conferences: int
    people: int
    guests: int
    unnamed: int
    documents: int
    must_attend: int
    attended: int

    @property
    def attended_percent(self) -> str:
        """“99,16”."""
        return percent(self.attended, self.must_attend)


def period_figures(store: Store, period: Period) -> PeriodFigures:
    """The figures of conferences with a half-day in the period whose roll is frozen."""
    return PeriodFigures(period=period, **kept.figures(store, period.first, period.last))
