"""Figures, dates and numbers as they are worded on paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.wording import (
    LayoutYear,
    grouped,
    number_symbol,
    percent,
    percent_value,
    place_and_date,
    recipient_lines,
)

COUNTS = st.integers(0, 2_000_000)


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 2, 5), "Đông Thọ, ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "Đông Thọ, ngày 31 tháng 01 năm 2026"),
        (date(2026, 3, 9), "Đông Thọ, ngày 09 tháng 3 năm 2026"),
        (date(2026, 5, 27), "Đông Thọ, ngày 27 tháng 5 năm 2026"),
        (date(2026, 12, 10), "Đông Thọ, ngày 10 tháng 12 năm 2026"),
    ],
)
def test_small_days_and_the_first_two_months_take_a_zero(on: date, words: str) -> None:
    assert place_and_date("Đông Thọ", on) == words


def test_a_date_without_a_place_stands_alone() -> None:
    assert place_and_date("", date(2026, 5, 27)) == "Ngày 27 tháng 5 năm 2026"


@pytest.mark.parametrize(("number", "words"), [(5, "Số 05-BC/ĐU"), (12, "Số 12-BC/ĐU"), (127, "Số 127-BC/ĐU")])
def test_a_number_has_two_digits_at_least_and_no_colon(number: int, words: str) -> None:
    assert number_symbol("BC", "ĐU", number) == words


def test_a_number_not_given_yet_leaves_room_for_a_pen() -> None:
    assert number_symbol("BC", "ĐU", None) == "Số" + " " * 9 + "-BC/ĐU"


@pytest.mark.parametrize(
    ("numerator", "denominator", "words"),
    [
        (35_599, 35_900, "99,16"),
        (35_899, 35_900, "99,99"),
        (35_900, 35_900, "100,00"),
        (2, 3, "66,67"),
        (1, 800, "0,13"),
        (0, 7, "0,00"),
        (0, 0, "–"),
        (3, 0, "–"),
        (3, 2, "150,00"),
        (30, 1, "3.000,00"),
    ],
)
def test_a_share_has_two_decimals_and_never_rounds_up_to_all(numerator: int, denominator: int, words: str) -> None:
    assert percent(numerator, denominator) == words


@given(numerator=COUNTS, denominator=COUNTS)
def test_only_a_part_that_is_the_whole_shows_a_hundred(numerator: int, denominator: int) -> None:
    value = percent_value(numerator, denominator)
    if value is not None:
        assert (value < 100) == (numerator < denominator)
        assert value == pytest.approx(100 * numerator / denominator, abs=0.0101)


@given(numerator=COUNTS, denominator=COUNTS)
def test_the_figure_is_the_one_that_is_worded(numerator: int, denominator: int) -> None:
    value = percent_value(numerator, denominator)
    worded = percent(numerator, denominator).replace(".", "").replace(",", ".")
    assert worded == ("–" if value is None else f"{value:.2f}")


@pytest.mark.parametrize(("n", "words"), [(0, "0"), (999, "999"), (1976, "1.976"), (1_930_000, "1.930.000")])
def test_thousands_are_parted_by_points(n: int, words: str) -> None:
    assert grouped(n) == words


def test_recipients_end_as_in_the_guidance_of_2026() -> None:
    assert recipient_lines(("Tỉnh ủy", "- Các chi bộ;", "Lưu Văn phòng.")) == (
        "- Tỉnh ủy;",
        "- Các chi bộ;",
        "- Lưu Văn phòng.",
    )


def test_recipients_end_as_in_the_guidance_of_2018() -> None:
    assert recipient_lines(("Tỉnh ủy", "Lưu Văn phòng"), LayoutYear.Y2018) == ("- Tỉnh ủy,", "- Lưu Văn phòng.")


def test_equal_recipients_are_closed_once() -> None:
    assert recipient_lines(("Tỉnh ủy", "Tỉnh ủy")) == ("- Tỉnh ủy;", "- Tỉnh ủy.")
    assert recipient_lines(()) == ()
