"""How a venue's report stands: blank, zero and absent are three things."""

import pytest

from desktop_app.domain.board import Figures, ReportState, differs, report_state

ALL_PRESENT = Figures(roll=5, present=5)
NOBODY_CAME = Figures(roll=5, absent=5)
UNTOUCHED = Figures(roll=5, unmarked=5)
HALF = Figures(roll=5, present=3, unmarked=2)


@pytest.mark.parametrize(
    ("figures", "signed", "heads", "completed", "state"),
    [
        (UNTOUCHED, None, None, False, ReportState.NOT_REPORTED),
        (UNTOUCHED, None, 0, False, ReportState.PARTLY),
        (UNTOUCHED, 4, None, False, ReportState.PARTLY),
        (HALF, None, None, False, ReportState.PARTLY),
        (HALF, 4, None, False, ReportState.PARTLY),
        (HALF, 2, None, False, ReportState.CONTRADICTORY),
        (NOBODY_CAME, None, None, False, ReportState.PARTLY),
        (NOBODY_CAME, 0, None, True, ReportState.COMPLETE),
        (ALL_PRESENT, 5, None, True, ReportState.COMPLETE),
        (ALL_PRESENT, 4, None, True, ReportState.CONTRADICTORY),
        (HALF, None, None, True, ReportState.CONTRADICTORY),
        (Figures(), None, None, True, ReportState.COMPLETE),
    ],
)
def test_the_state_follows_from_what_was_told(
    figures: Figures, signed: int | None, heads: int | None, completed: bool, state: ReportState
) -> None:
    assert report_state(figures, signed, heads, completed) is state


def test_a_signed_number_may_be_ahead_of_the_marks_while_people_are_unmarked() -> None:
    assert not differs(HALF, 5)
    assert differs(ALL_PRESENT, 6)


def test_a_visitor_is_a_mark_of_the_venue_too() -> None:
    assert Figures(roll=2, unmarked=2, visitors=1, present=1).marked
