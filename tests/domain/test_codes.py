"""Codes as scanners and hands give them: what surrounds the digits, short ones, misread ones, pages and people."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.codes import digits_of, is_page_code, is_read_well, quick_code, whole_code
from desktop_app.domain.names import check_digit, with_check_digit


@given(st.integers(1, 999_999), st.sampled_from(["", "STX ", "QR:"]), st.sampled_from(["", "\r", "\t", "#"]))
def test_what_a_scanner_puts_around_a_code_is_dropped(number: int, before: str, after: str) -> None:
    code = with_check_digit(number)
    assert digits_of(before + code + after) == code


@given(st.integers(1, 9_999_999))
def test_the_quick_code_stands_for_the_whole_one(number: int) -> None:
    code = with_check_digit(number)
    assert whole_code(quick_code(code)) == code


def test_a_digit_read_wrong_is_found_out() -> None:
    code = with_check_digit(1234)
    wrong = code[:3] + str((int(code[3]) + 1) % 10) + code[4:]
    assert is_read_well(code) and not is_read_well(wrong)


def test_a_text_with_two_runs_of_digits_is_no_code() -> None:
    assert not is_read_well(whole_code("12 34567"))


def test_a_page_is_told_from_a_person() -> None:
    page = "900000017" + check_digit("900000017")
    assert is_page_code(page) and not is_page_code(with_check_digit(17))
