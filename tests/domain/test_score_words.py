"""Scores in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.refusal import Refusal
from desktop_app.domain.score_words import in_words


@pytest.mark.parametrize(
    ("score", "words"),
    [
        ("10", "Mười"),
        ("0", "Không"),
        ("8,5", "Tám phẩy năm"),
        ("8.50", "Tám phẩy năm"),
        ("7,25", "Bảy phẩy hai mươi lăm"),
        ("6,05", "Sáu phẩy không năm"),
        ("5,15", "Năm phẩy mười lăm"),
        ("5,11", "Năm phẩy mười một"),
        ("4,21", "Bốn phẩy hai mươi mốt"),
        ("9,75", "Chín phẩy bảy mươi lăm"),
    ],
)
def test_a_score_is_said_as_it_is_written(score: str, words: str) -> None:
    assert in_words(score) == words


@given(st.tuples(*[st.integers(0, 1000)] * 2).filter(lambda pair: pair[0] != pair[1]))
def test_two_scores_never_share_their_words(pair: tuple[int, int]) -> None:
    one, other = (f"{each // 100},{each % 100:02}" for each in pair)
    assert in_words(one) != in_words(other)


def test_what_is_no_score_has_no_words() -> None:
    with pytest.raises(Refusal, match="Điểm phải là số"):
        in_words("tám")
