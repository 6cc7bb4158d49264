"""Texts of a table read back as figures and dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers

from desktop_app.domain.wording import grouped, percent, percent_value
from desktop_app.forms.blocks import Column, Kind
from desktop_app.forms.values import Value, kind_of, value_of


@given(integers(min_value=0, max_value=10**9))
def test_a_grouped_figure_is_read_back(number: int) -> None:
    assert value_of(grouped(number), Kind.NUMBER) == number


@given(dates(min_value=date(1900, 1, 1)))
def test_a_day_is_read_back(day: date) -> None:
    assert value_of(f"{day:%d/%m/%Y}", Kind.DATE) == day


@given(integers(min_value=0, max_value=40_000), integers(min_value=1, max_value=40_000))
def test_a_rate_is_as_it_was_printed(part: int, whole: int) -> None:
    printed = percent_value(part, whole)
    assert printed is not None
    assert value_of(percent(part, whole), Kind.PERCENT) == pytest.approx(printed / 100, abs=1e-12)


def test_all_but_one_is_never_a_whole() -> None:
    assert value_of(percent(35_899, 35_900), Kind.PERCENT) == 0.9999


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("99,16\u00a0%", Kind.PERCENT, 0.9916),
        ("12,5", Kind.NUMBER, 12.5),
        ("–", Kind.NUMBER, "–"),
        ("", Kind.NUMBER, ""),
        ("1.95", Kind.NUMBER, "1.95"),
        ("1955", Kind.DATE, "1955"),
        ("31/02/2026", Kind.DATE, "31/02/2026"),
        ("036012345678", Kind.TEXT, "036012345678"),
    ],
)
def test_what_is_not_of_the_kind_stays_a_text(text: str, kind: Kind, value: Value) -> None:
    assert value_of(text, kind) == value


def test_a_column_that_counts_its_rows_holds_figures() -> None:
    assert (kind_of(Column("STT")), kind_of(Column("Số thẻ"))) == (Kind.NUMBER, Kind.TEXT)
