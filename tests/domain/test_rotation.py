"""A year of automatic backups: never too many, the newest and the proven one always there, whatever the clock says."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from desktop_app.domain.rotation import Made, superfluous

START = datetime(2026, 1, 1, 17, 0)
DAY = timedelta(days=1)
MOST = 33


def lived(moments: list[datetime], proven: Callable[[int], int | None] = lambda number: None) -> list[list[Made]]:
    """What is kept after each backup of a run of backups."""
    kept: list[Made] = []
    days: list[list[Made]] = []
    for number, now in enumerate(moments):
        kept = [*kept, Made(number=number, at=now)]
        gone = superfluous(kept, now, proven(number))
        kept = [each for each in kept if each.number not in gone]
        days.append(kept)
    return days


def test_a_year_of_days_keeps_no_more_than_33() -> None:
    days = lived([START + DAY * count for count in range(366)])
    assert max(map(len, days)) <= MOST
    assert len(days[-1]) >= 25


def test_the_newest_is_always_kept() -> None:
    days = lived([START + DAY * count for count in range(366)])
    assert all(kept[-1].number == number for number, kept in enumerate(days))


@pytest.mark.parametrize("back", [1, 30, 200, 6000])
def test_a_clock_set_back_loses_neither_the_newest_nor_the_bound(back: int) -> None:
    moments = [START + DAY * (count if count < 200 else count - back) for count in range(366)]
    days = lived(moments)
    assert max(map(len, days)) <= MOST
    assert all(kept[-1].number == number for number, kept in enumerate(days))


@pytest.mark.parametrize("wrong", [-5000, 5000])
def test_a_clock_wrong_for_three_days_costs_a_few_places_only(wrong: int) -> None:
    moments = [START + DAY * (count + (wrong if 300 <= count < 303 else 0)) for count in range(310)]
    right = [each for each in lived(moments)[-1] if not 300 <= each.number < 303]
    assert len(right) >= 20
    assert min(each.at for each in right) < START + DAY * 130


def test_the_proven_one_is_kept_as_long_as_it_is_the_proven_one() -> None:
    days = lived([START + DAY * count for count in range(366)], lambda number: 5 if number >= 5 else None)
    assert all(5 in [each.number for each in kept] for kept in days[5:])
    assert max(map(len, days)) <= MOST + 1


def test_all_of_the_last_two_days_are_kept() -> None:
    half_hours = [START + timedelta(minutes=30) * count for count in range(480)]
    last = lived(half_hours)[-1]
    recent = [each for each in last if half_hours[-1] - each.at <= 2 * DAY]
    assert len(recent) == 97
    assert len(last) - len(recent) <= MOST


def test_the_last_of_each_older_day_is_the_one_kept() -> None:
    moments = [START + DAY * count + timedelta(hours=hour) for count in range(6) for hour in (0, 2, 4)]
    older = [each.at for each in lived(moments)[-1] if moments[-1] - each.at > 2 * DAY]
    assert older == [START + DAY * count + timedelta(hours=4) for count in range(3)]
