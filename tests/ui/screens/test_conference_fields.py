"""What is typed about a conference, read into half-days, topics and times."""

import pytest

from db.records import HalfDay, Speaker
from db.values import DayPart
from desktop_app.ui.screens.conference_fields import (
    PROGRAMMES,
    clock,
    days_spoken,
    half_days_of,
    next_half_day,
    speakers_from,
    topic_from,
    topic_values,
)


def test_a_day_and_a_half_runs_into_the_next_month() -> None:
    days = [(day.held_on, day.part) for day in half_days_of("1.5", "2026-03-31")]
    assert days == [
        ("2026-03-31", DayPart.MORNING),
        ("2026-03-31", DayPart.AFTERNOON),
        ("2026-04-01", DayPart.MORNING),
    ]


@pytest.mark.parametrize("key", [key for key, _, _ in PROGRAMMES])
def test_no_programme_holds_a_half_day_twice(key: str) -> None:
    days = [(day.held_on, day.part) for day in half_days_of(key, "2026-03-27")]
    assert days and len(set(days)) == len(days)


@pytest.mark.parametrize(
    ("typed", "kept"), [("7h30", "07:30"), ("7:30", "07:30"), ("0730", "07:30"), ("14", "14:00"), (None, None)]
)
def test_times_of_day_are_read(typed: str | None, kept: str | None) -> None:
    assert clock(typed) == kept


@pytest.mark.parametrize("typed", ["25:00", "7:75", "sáng", "1:2:3"])
def test_what_is_no_time_of_day_is_told(typed: str) -> None:
    with pytest.raises(ValueError, match="Giờ không hợp lệ"):
        clock(typed)


def test_after_an_afternoon_comes_the_next_morning() -> None:
    after = next_half_day([HalfDay(held_on="2026-03-31", part=DayPart.AFTERNOON)])
    assert (after.held_on, after.part) == ("2026-04-01", DayPart.MORNING)


def test_speakers_are_read_a_line_each_with_their_titles() -> None:
    assert speakers_from("Lê Văn An, Trưởng ban, Ủy viên\n\n Trần Thị Bình ") == (
        Speaker(name="Lê Văn An", title="Trưởng ban, Ủy viên"),
        Speaker(name="Trần Thị Bình"),
    )


def test_a_topic_comes_back_from_its_form() -> None:
    topic = topic_from({"title": "Chuyên đề một", "speakers": "Lê Văn An, Trưởng ban\nTrần Thị Bình"})
    assert topic_from(topic_values(topic)) == topic


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2026-03-27"], "27/03/2026"),
        (["2026-03-27", "2026-03-28"], "27–28/03/2026"),
        (["2026-03-31", "2026-04-01"], "31/03/2026–01/04/2026"),
        ([], ""),
    ],
)
def test_the_days_of_a_conference_are_said_shortly(days: list[str], said: str) -> None:
    assert days_spoken([HalfDay(held_on=day, part=DayPart.MORNING) for day in days]) == said
