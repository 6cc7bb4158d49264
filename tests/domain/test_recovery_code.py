"""The recovery code: as printed it is read, and one wrong digit is found in its group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.recovery_code import DAMM, code_of, looks_like_code, read_code
from desktop_app.domain.refusal import Refusal

THREE = st.text("0123456789", min_size=3, max_size=3)
RANDOM = st.lists(THREE, min_size=12, max_size=12, unique=True).map("".join)


def test_the_table_is_one_that_finds_wrong_digits() -> None:
    lines = {tuple(line) for line in DAMM} | {tuple(line[at] for line in DAMM) for at in range(10)}
    assert all(len(set(line)) == 10 for line in lines)
    assert [DAMM[at][at] for at in range(10)] == ["0"] * 10


@given(RANDOM, st.sampled_from([" ", "", "-", "  ", "\n"]))
def test_a_code_is_read_however_it_is_spaced(digits: str, between: str) -> None:
    code = code_of(digits)
    assert read_code(between.join(code.split())) == code and looks_like_code(code)


@given(RANDOM, st.integers(0, 47), st.integers(1, 9))
def test_one_wrong_digit_is_found_in_its_group(digits: str, place: int, by: int) -> None:
    code = list(code_of(digits).replace(" ", ""))
    code[place] = str((int(code[place]) + by) % 10)
    with pytest.raises(Refusal, match=f"Nhóm thứ {place // 4 + 1} "):
        read_code("".join(code))


@given(RANDOM, st.integers(0, 10))
def test_two_neighbouring_groups_exchanged_are_found(digits: str, place: int) -> None:
    groups = code_of(digits).split()
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    with pytest.raises(Refusal, match="Nhóm thứ"):
        read_code(" ".join(groups))


@pytest.mark.parametrize("typed", ["", "1234", code_of("123456789012" * 3)[:-1], "mật khẩu", "x" + code_of("1" * 36)])
def test_what_is_no_whole_code_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="12 nhóm"):
        read_code(typed)


def test_a_code_somebody_made_up_of_one_digit_is_refused() -> None:
    with pytest.raises(Refusal, match="không phải mã"):
        read_code(code_of("0" * 36))


@pytest.mark.parametrize("typed", ["Đoàn kết 1948", "12345678", "0912345678 0912345678"])
def test_a_password_does_not_look_like_a_code(typed: str) -> None:
    assert not looks_like_code(typed)
