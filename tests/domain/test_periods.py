"""Periods of reports: how they are written, said and bounded."""

import pytest

from desktop_app.domain.periods import period
from desktop_app.domain.refusal import Refusal


@pytest.mark.parametrize(
    ("text", "key", "first", "last", "name"),
    [
        ("2021-04", "2021-04", "2021-04-01", "2021-04-30", "tháng 4/2021"),
        ("tháng 4/2021", "2021-04", "2021-04-01", "2021-04-30", "tháng 4/2021"),
        ("02/2024", "2024-02", "2024-02-01", "2024-02-29", "tháng 2/2024"),
        ("quý 2/2021", "2021-Q2", "2021-04-01", "2021-06-30", "quý II/2021"),
        ("Q4/2021", "2021-Q4", "2021-10-01", "2021-12-31", "quý IV/2021"),
        (" năm 2021 ", "2021", "2021-01-01", "2021-12-31", "năm 2021"),
    ],
)
def test_a_period_is_read_as_it_is_said(text: str, key: str, first: str, last: str, name: str) -> None:
    found = period(text)
    assert (found.key, found.first, found.last, found.name) == (key, first, last, name)


@pytest.mark.parametrize("text", ["", "13/2021", "quý 5/2021", "2021-Q0", "hôm qua", "4-2021", "00/2021"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="kỳ báo cáo"):
        period(text)
