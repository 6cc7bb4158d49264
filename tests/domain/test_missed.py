"""Half-days in words, and how missed ones are shared out over a make-up conference."""

from hypothesis import given
from hypothesis import strategies as st

from db.records import HalfDay
from db.values import DayPart
from desktop_app.domain.missed import named, not_begun, shared_out

MORNING = HalfDay(held_on="2021-03-07", part=DayPart.MORNING)
EVENING = HalfDay(held_on="2021-03-08", part=DayPart.EVENING)


def test_half_days_are_named_as_people_say_them() -> None:
    assert named([MORNING, EVENING]) == "sáng 7/3, tối 8/3"


def test_a_half_day_of_today_has_begun() -> None:
    assert not_begun([MORNING, EVENING], "2021-03-07") == [EVENING]


def test_earlier_half_days_take_more_and_each_takes_its_neighbours() -> None:
    assert shared_out([1, 2, 3, 4, 5], 2) == ((1, 2, 3), (4, 5))
    assert shared_out([1], 2) == ((1,), ())


@given(st.lists(st.integers(), unique=True), st.integers(1, 9))
def test_nothing_missed_is_lost_or_covered_twice(missed: list[int], sessions: int) -> None:
    shares = shared_out(missed, sessions)
    assert len(shares) == sessions
    assert [each for share in shares for each in share] == missed
