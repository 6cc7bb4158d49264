"""What is spelled as a Vietnamese syllable and what is not."""

import pytest

from desktop_app.domain.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    "Nguyễn THỊ Hòa hoà ủy uỷ phường Đông Quỳnh quốc khuyên Thúy giếng gì Nghiêm Yến ý Uyên oanh luật rượu".split(),
)
def test_a_vietnamese_word_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["NguyÔn", "Nguyeãn", "phờng", "Hng", "các2", "cảc", "Müller", "th", "nghvn", ""])
def test_another_word_is_none(word: str) -> None:
    assert not is_syllable(word)
