"""Vietnamese words for kept values: one for every value of every closed set."""

import unicodedata
from enum import StrEnum

import pytest

import db.values
from db.values import MemberStatus
from desktop_app.domain import obligations
from desktop_app.domain.deadlines import SendState
from desktop_app.domain.rotation import Reason
from desktop_app.domain.words import STATUS_BY_WORD, WORDS, word

SETS = [
    kind
    for module in (db.values, obligations)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("kind", [*SETS, SendState, Reason], ids=lambda kind: kind.__name__)
def test_every_value_has_its_word_and_no_two_the_same(kind: type[StrEnum]) -> None:
    words = [word(value) for value in kind]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("value", "text"), WORDS, ids=lambda part: str(part))
def test_a_word_is_tidy_and_says_no_english(value: StrEnum, text: str) -> None:
    assert text == unicodedata.normalize("NFC", text).strip()
    assert text[0].isupper() and not text.endswith((".", "!"))
    assert value.value.replace("_", " ") not in text.lower()


def test_the_states_of_the_national_data_file_are_written_exactly_so() -> None:
    assert list(STATUS_BY_WORD) == [
        "Đang sinh hoạt Đảng",
        "Từ trần",
        "Rời khỏi Đảng",
        "Miễn sinh hoạt",
        "Đình chỉ sinh hoạt",
        "Gián đoạn sinh hoạt",
    ]
    assert all(STATUS_BY_WORD[word(status)] is status for status in MemberStatus)
