"""Kinds of member day by day, from the dates of admission and of becoming official."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.values import ALWAYS, FOREVER, MemberKind
from desktop_app.domain.standing import Period, kinds_from_dates

TODAY = date(2021, 4, 5)
OFFICIAL, PROBATIONARY = MemberKind.OFFICIAL, MemberKind.PROBATIONARY
DATES = st.dates(date(1930, 1, 1), date(2025, 12, 31)).map(str)
PARTIAL = st.one_of(st.none(), DATES, DATES.map(lambda day: day[:7]), DATES.map(lambda day: day[:4]))


def kinds(admitted_on: str | None, official_on: str | None) -> list[Period]:
    return kinds_from_dates(admitted_on, official_on, TODAY)


def test_a_probationer_becomes_official_on_the_day_said() -> None:
    assert kinds("2019-05-19", "2020-05-19") == [
        (PROBATIONARY, "2019-05-19", "2020-05-19"),
        (OFFICIAL, "2020-05-19", FOREVER),
    ]


def test_someone_without_dates_was_always_official() -> None:
    assert kinds(None, None) == [(OFFICIAL, ALWAYS, FOREVER)]


def test_someone_with_only_the_official_date_was_always_official() -> None:
    assert kinds(None, "1986-05-19") == [(OFFICIAL, ALWAYS, FOREVER)]


@pytest.mark.parametrize(
    ("admitted_on", "kind"),
    [
        ("2020-09-02", PROBATIONARY),
        ("2019-04-05", PROBATIONARY),
        ("2019-04-04", OFFICIAL),
        ("2019-01", OFFICIAL),
        ("2019", PROBATIONARY),
        ("2018", OFFICIAL),
        ("1985", OFFICIAL),
    ],
)
def test_without_an_official_date_two_years_make_a_member_official(admitted_on: str, kind: MemberKind) -> None:
    assert [period[0] for period in kinds(admitted_on, None)] == [kind]


def test_nobody_is_a_member_before_admission() -> None:
    assert kinds("2020-09-02", None)[0][1] == "2020-09-02"


def test_an_official_date_before_the_admission_makes_no_probation() -> None:
    assert kinds("2020-09-02", "2019-09-02") == [(OFFICIAL, "2019-09-02", FOREVER)]


@given(PARTIAL, PARTIAL)
def test_periods_follow_each_other_without_gap(admitted_on: str | None, official_on: str | None) -> None:
    periods = kinds(admitted_on, official_on)
    assert periods[-1][2] == FOREVER
    assert all(start < end for _, start, end in periods)
    assert all(one[2] == other[1] for one, other in pairwise(periods))
