"""How dates are read from what people write, shown, and turned into deadlines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import dates

DAYS = st.dates(min_value=date(dates.FIRST_YEAR, 1, 1), max_value=date(dates.LAST_YEAR, 12, 31)).map(date.isoformat)
PARTIAL = st.tuples(DAYS, st.sampled_from((4, 7, 10))).map(lambda pair: pair[0][: pair[1]])


@pytest.mark.parametrize(
    "text",
    [
        "5/2/60", "05/02/1960", "5.2.1960", "5-2-1960", "05021960", "050260", " 5 / 2 / 1960 ", "1960-02-05",
        "ngày 5 tháng 2 năm 1960", "Ngày 05 tháng 02 năm 1960", "5 tháng 2 năm 1960", "05/02/1960.", "5\u00a0/2/1960",
        "1960-02-05 00:00:00", "05/02/1960 07:30", "nga\u0300y 5/2/1960",
    ],
)  # fmt: skip
def test_every_usual_form_of_a_day_is_read(text: str) -> None:
    assert dates.parse_date(text) == "1960-02-05"


@pytest.mark.parametrize(
    "text", ["3/1975", "03/1975", "tháng 3 năm 1975", "Tháng 3/1975", "031975", "00/03/1975", "3/75"]
)
def test_a_month_without_a_day_is_read(text: str) -> None:
    assert dates.parse_date(text) == "1975-03"


@pytest.mark.parametrize("text", ["1955", "năm 1955", "sinh năm 1955", "00/00/1955", "../../1955", "--/--/1955", "55"])
def test_a_year_alone_is_read(text: str) -> None:
    assert dates.parse_date(text) == "1955"


@pytest.mark.parametrize(
    "text",
    ["31/02/1960", "29/02/1957", "02/13/1960", "13/1960", "0/0/0", "5/0/1960", "32/01/1990", "9999999999/1/1960"],
)
def test_a_day_that_is_in_no_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        dates.parse_date(text)


@pytest.mark.parametrize(
    "text", ["", "không rõ", "5/12", "123", "5/2/196", "1/2/3/1960", "5/2/1960 (khai sinh)", "²/3/1960"]
)
def test_a_text_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        dates.parse_date(text)


@pytest.mark.parametrize("text", ["1/1/1850", "1/1/9999", "0001"])
def test_a_year_out_of_reach_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="nằm ngoài khoảng"):
        dates.parse_date(text)


def test_two_digit_years_follow_the_pivot() -> None:
    assert dates.parse_date("5/2/30") == "2030-02-05"
    assert dates.parse_date("5/2/31") == "1931-02-05"
    assert dates.parse_date("5/2/28", pivot=8) == "1928-02-05"


def test_a_refused_date_says_why_in_vietnamese() -> None:
    with pytest.raises(ValueError, match="trong lịch không có ngày 31/02/1960"):
        dates.parse_date(" 31/02/1960 ")


@given(PARTIAL)
def test_a_date_shown_and_read_again_is_the_same(iso: str) -> None:
    assert dates.parse_date(dates.show_date(iso)) == iso
    assert dates.parse_date(iso) == iso


@given(DAYS)
def test_a_date_written_in_words_is_read_back(iso: str) -> None:
    year, month, day = iso.split("-")
    assert dates.parse_date(f"ngày {day} tháng {month} năm {year}") == iso
    assert dates.parse_date(f"{int(day)}.{int(month)}.{year}") == iso
    assert dates.parse_date(day + month + year) == iso


def test_dates_are_shown_day_first() -> None:
    assert [dates.show_date(iso) for iso in ("1955-03-12", "1955-03", "1955")] == ["12/03/1955", "03/1955", "1955"]


def test_only_a_date_with_its_day_is_full() -> None:
    assert dates.is_full("1955-03-12")
    assert not dates.is_full("1955-03")


@given(PARTIAL)
def test_a_partial_date_lies_between_its_first_and_last_day(iso: str) -> None:
    assert dates.first_day(iso)[: len(iso)] == dates.last_day(iso)[: len(iso)] == iso
    assert dates.last_day_before(dates.add_days(dates.last_day(iso), 1)) == dates.last_day(iso)


def test_a_week_is_added_over_the_end_of_a_month() -> None:
    assert dates.add_days("2021-03-28", 7) == "2021-04-04"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("trước ngày 11/12", "2024-12-10"),
        ("Trước ngày 11/12/2023", "2023-12-10"),
        ("trong tháng 4", "2024-04-30"),
        ("trong tháng 4/2021", "2021-04-30"),
        ("trong tháng 7 năm 2021", "2021-07-31"),
        ("quý II", "2024-06-30"),
        ("trong quý II/2021", "2021-06-30"),
        ("quý IV năm 2022", "2022-12-31"),
        ("trước quý II", "2024-03-31"),
        ("trước tháng 4", "2024-03-31"),
        ("chậm nhất ngày 30 tháng 4", "2024-04-30"),
        ("đến hết ngày 30/4", "2024-04-30"),
        ("cuối tháng 2", "2024-02-29"),
        ("trong năm 2021", "2021-12-31"),
        ("hết năm", "2024-12-31"),
        ("trước 17 giờ ngày 11/12", "2024-12-11"),
        ("11/12", "2024-12-11"),
        ("11/12/2023", "2023-12-11"),
        ("2023-12-11", "2023-12-11"),
    ],
)
def test_a_deadline_in_words_is_its_last_day_in_time(words: str, day: str) -> None:
    assert dates.deadline_in_words(words, 2024) == day


def test_a_deadline_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="khi nào tiện"):
        dates.deadline_in_words("khi nào tiện", 2024)
