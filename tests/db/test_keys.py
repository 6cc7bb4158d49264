"""The order of Vietnamese letters, tones and names, and the folding people are found by."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.keys import fold, person_key, same_words, syllable_key, text_key, tidy

ALPHABET = (
    "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f g h i ì ỉ ĩ í ị j k l m n "
    "o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v w x y ỳ ỷ ỹ ý ỵ z"
).split()
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
SYLLABLES = st.text(ALPHABET, min_size=1, max_size=5)
FULL_NAMES = st.lists(SYLLABLES, min_size=1, max_size=5).map(" ".join)


def oracle_syllable(text: str) -> tuple[tuple[int, ...], int]:
    """The dictionary rule said another way: places of the letters, then the tone."""
    letters: list[str] = []
    tone = 0
    for char in unicodedata.normalize("NFD", text.lower()):
        if char in TONES:
            tone = TONES[char]
        elif char in "\u0302\u0306\u031b" and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
    return tuple(LETTERS.index(c) if c in LETTERS else 1000 + ord(c[0]) for c in letters), tone


def oracle_name(full: str) -> tuple[object, ...]:
    parts = full.split()
    return oracle_syllable(parts[-1]), oracle_syllable(parts[0]), tuple(map(oracle_syllable, parts[1:-1]))


def test_all_letters_and_tones_stand_in_the_order_of_the_dictionary() -> None:
    mixed = random.Random(3).sample(ALPHABET, len(ALPHABET))
    assert sorted(mixed, key=syllable_key) == ALPHABET


def test_given_names_stand_in_the_order_clerks_expect() -> None:
    wanted = ["Nguyễn Văn An", "Trần Thị An", "Ánh", "Ân", "Bình", "Dung", "Dũng", "Đạt", "Hoa", "Hòa", "Hoàng"]
    assert sorted(random.Random(5).sample(wanted, len(wanted)), key=person_key) == wanted


def test_words_stand_syllable_by_syllable() -> None:
    assert sorted(["lạ", "lá cờ", "la bàn", "lá", "la"], key=text_key) == ["la", "la bàn", "lá", "lá cờ", "lạ"]


@given(FULL_NAMES, FULL_NAMES)
def test_the_key_orders_any_two_names_as_the_dictionary_rule_does(one: str, other: str) -> None:
    one, other = unicodedata.normalize("NFC", one), unicodedata.normalize("NFC", other)
    assert (person_key(one) < person_key(other)) == (oracle_name(one) < oracle_name(other))


@given(FULL_NAMES)
def test_a_decomposed_name_has_the_same_keys(name: str) -> None:
    decomposed = unicodedata.normalize("NFD", name)
    assert person_key(decomposed) == person_key(name)
    assert fold(decomposed) == fold(name)


@pytest.mark.parametrize(("one", "other"), [("Hòa", "Hoà"), ("Thúy", "Thuý"), ("ủy", "uỷ"), ("Khỏe", "Khoẻ")])
def test_the_place_of_the_tone_does_not_matter(one: str, other: str) -> None:
    assert (same_words(one), person_key(one), fold(one)) == (same_words(other), person_key(other), fold(other))


@pytest.mark.parametrize("written", ["Đào", "Ðào", "Ɖào", "ĐÀO", "  Đào\u200b", "Đa\u0300o", "Đào\x00", "\u202eĐào"])
def test_every_way_to_write_a_name_is_found_by_its_bare_letters(written: str) -> None:
    assert fold(written) == "dao"
    assert tidy(written).casefold() == "đào"


def test_different_tones_are_different_words() -> None:
    assert len({same_words(name) for name in ("Dung", "Dũng", "Dụng", "Đúng", "Dùng")}) == 5


def test_every_letter_folds_to_the_bare_letter() -> None:
    assert {fold(letter.upper()) for letter in ALPHABET} == set("abcdefghijklmnopqrstuvwxyz")


def test_an_empty_name_has_an_empty_key() -> None:
    assert person_key(" \u200b ") == "" == fold("\n")


def test_numbers_in_titles_are_ordered_by_value() -> None:
    wanted = ["Tổ 1", "Tổ 2", "Tổ 2A", "Tổ 10", "Tổ 10B"]
    assert sorted(random.Random(1).sample(wanted, 5), key=text_key) == wanted


@given(st.text())
def test_a_tidy_text_stays_as_it_is_and_can_be_written_to_a_file(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    once.encode()


def test_a_name_override_puts_a_person_elsewhere_in_the_list() -> None:
    assert person_key("Y Hoàng") > person_key("Hoàng Thị An")
    assert person_key("K'Brêu") != ""
