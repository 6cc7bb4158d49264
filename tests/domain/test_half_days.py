"""Which half-day a moment belongs to, with hours planned and without."""

from db.records import HalfDay
from db.values import DayPart
from desktop_app.domain.half_days import ends_at, held_at, held_now, likely_now, starts_at

MORNING = HalfDay(id=1, held_on="2021-03-27", part=DayPart.MORNING)
AFTERNOON = HalfDay(id=2, held_on="2021-03-27", part=DayPart.AFTERNOON)
DAY = (MORNING, AFTERNOON)


def test_a_moment_belongs_to_its_part_of_the_day() -> None:
    assert held_now(DAY, "2021-03-27 07:10:00") is MORNING
    assert held_now(DAY, "2021-03-27 13:05:00.250") is AFTERNOON


def test_planned_hours_go_before_the_part_of_the_day() -> None:
    long = HalfDay(held_on="2021-03-27", part=DayPart.MORNING, starts_at="07:00", ends_at="13:00")
    assert held_at(long, "2021-03-27 13:20:00")
    assert not held_at(long, "2021-03-27 05:30:00")


def test_another_day_is_no_half_day_of_this_one() -> None:
    assert held_now(DAY, "2021-03-28 07:10:00") is None


def test_before_the_first_half_day_the_next_one_is_offered_and_after_all_the_last() -> None:
    assert likely_now(DAY, "2021-03-26 20:00:00") is MORNING
    assert likely_now(DAY, "2021-04-26 20:00:00") is AFTERNOON
    assert likely_now((), "2021-04-26 20:00:00") is None


def test_a_half_day_without_hours_begins_at_the_usual_one() -> None:
    assert starts_at(AFTERNOON) == "2021-03-27 13:30:00"


def test_a_half_day_ends_as_planned_or_at_the_usual_hour() -> None:
    short = HalfDay(held_on="2021-03-27", part=DayPart.MORNING, ends_at="10:45")
    assert ends_at(short) == "2021-03-27 10:45:00"
    assert ends_at(AFTERNOON) == "2021-03-27 17:00:00"
