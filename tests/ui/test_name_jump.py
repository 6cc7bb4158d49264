"""Finding people by typed letters, as UniKey types them."""

import pytest

from desktop_app.ui.name_jump import NameJump

NAMES = ("Nguyễn Văn An", "Trần Thị Ánh", "Anh Đào Bình", "Đặng Văn Hải", "Lê Đức Hạnh")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jump(clock: Clock) -> NameJump:
    made = NameJump(clock)
    made.show(NAMES)
    return made


def typed(jump: NameJump, text: str, row: int = 0) -> int | None:
    found = None
    for letter in text:
        found = jump.rubbed_out() if letter == "\b" else jump.typed(letter, row)
    return found


def test_letters_find_the_given_name_before_any_other_word(jump: NameJump) -> None:
    assert typed(jump, "anh") == 1


def test_a_family_name_is_found_where_no_given_name_begins_so(jump: NameJump) -> None:
    assert typed(jump, "dang") == 3


def test_accents_and_their_absence_find_the_same_person(jump: NameJump, clock: Clock) -> None:
    assert typed(jump, "hạnh") == 4
    clock.now += 10
    assert typed(jump, "hanh") == 4


def test_unikey_sends_the_bare_letter_then_backspace_then_the_accented_one(jump: NameJump) -> None:
    assert typed(jump, "ha\bảin\b") == 3
    assert jump.text == "hải"


def test_decomposed_letters_find_too(jump: NameJump) -> None:
    assert typed(jump, "ha\u0309i") == 3


def test_the_search_begins_at_the_cursor_and_goes_round(jump: NameJump) -> None:
    assert typed(jump, "a", row=1) == 1
    assert jump.next(1) == 0


def test_a_pause_begins_another_name(jump: NameJump, clock: Clock) -> None:
    typed(jump, "ha")
    clock.now += 2
    assert typed(jump, "b") == 2


def test_nobody_is_found_for_letters_nobody_has(jump: NameJump) -> None:
    assert typed(jump, "xyz") is None
