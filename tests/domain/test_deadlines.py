"""Last days: the anchor, what is granted beyond it, and what a unit's report is called on the days around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Deadline, StudyRound
from db.values import DeadlineKind, OwedBy
from desktop_app.domain.dates import add_days
from desktop_app.domain.deadlines import (
    Debtor,
    SendState,
    Stage,
    attended_rule,
    days_left,
    deadline_rule,
    debt,
    made_up_rule,
    send_state,
    stage,
)

HELD_ROUND = StudyRound(
    id=1,
    name="Nghị quyết Trung ương 8 khóa XIII",
    essay_by="2023-12-10",
    essay_recipient="Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
    makeup_essay_recipient="Cấp ủy đơn vị",
)
REPORT = Deadline(kind=DeadlineKind.RESULT_REPORT, title="Báo cáo kết quả", due_on="2021-04-30", recipient="Tỉnh ủy")
ISO = st.dates().map(lambda day: day.isoformat())


def test_who_attended_hands_in_by_the_named_day() -> None:
    owed = debt(attended_rule(HELD_ROUND))
    assert (owed.due_on, owed.recipient) == ("2023-12-10", "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh")
    assert owed.confirmer is None


def test_who_made_up_hands_in_a_week_later_to_the_body_that_confirms() -> None:
    owed = debt(made_up_rule(HELD_ROUND), "2023-12-20")
    assert (owed.due_on, owed.recipient, owed.confirmer) == ("2023-12-27", "Cấp ủy đơn vị", "Cấp ủy đơn vị")


def test_nothing_falls_due_before_the_make_up() -> None:
    assert debt(made_up_rule(HELD_ROUND), None, ["2024-01-01"]).due_on is None


def test_the_latest_day_granted_counts() -> None:
    owed = debt(attended_rule(HELD_ROUND), None, ["2023-12-15", None, "2023-12-20"])
    assert (owed.due_on, owed.extended) == ("2023-12-20", True)


@given(st.lists(ISO, max_size=4))
def test_an_extension_never_brings_a_day_forward(granted: list[str]) -> None:
    owed = debt(attended_rule(HELD_ROUND), None, granted)
    assert owed.due_on == max(["2023-12-10", *granted])
    assert owed.extended == any(day > "2023-12-10" for day in granted)


def test_a_report_is_owed_by_the_office_or_by_every_cell() -> None:
    cells = Deadline(kind=DeadlineKind.PLAN, title="Kế hoạch hành động", due_on="2021-05-31", owed_by=OwedBy.CELLS)
    assert [deadline_rule(each).debtor for each in (REPORT, cells)] == [Debtor.OFFICE, Debtor.CELLS]
    assert debt(deadline_rule(REPORT)).due_on == "2021-04-30"


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2021-04-22", SendState.NOT_DUE),
        ("2021-04-23", SendState.SOON),
        ("2021-04-30", SendState.SOON),
        ("2021-05-01", SendState.LATE),
    ],
)
def test_a_report_not_sent_is_late_from_the_day_after(on: str, state: SendState) -> None:
    assert send_state("2021-04-30", None, on) is state


@pytest.mark.parametrize(("sent_on", "state"), [("2021-04-30", SendState.SENT), ("2021-05-01", SendState.SENT_LATE)])
def test_a_report_sent_stays_in_time_or_late(sent_on: str, state: SendState) -> None:
    assert send_state("2021-04-30", sent_on, "2021-08-01") is state


@pytest.mark.parametrize(
    ("left", "found"),
    [
        (15, None),
        (14, Stage.T_MINUS_14),
        (4, Stage.T_MINUS_14),
        (3, Stage.T_MINUS_3),
        (1, Stage.T_MINUS_3),
        (0, Stage.T_0),
        (-1, Stage.T_PLUS_1),
        (-6, Stage.T_PLUS_1),
        (-7, Stage.T_PLUS_7),
        (-400, Stage.T_PLUS_7),
    ],
)
def test_reminders_come_a_fortnight_and_three_days_before_and_a_day_and_a_week_after(
    left: int, found: Stage | None
) -> None:
    assert stage(left) is found


@given(ISO.filter(lambda day: "0002" < day < "9990"), st.integers(-500, 500))
def test_days_left_are_counted_between_days(on: str, left: int) -> None:
    assert days_left(add_days(on, left), on) == left
