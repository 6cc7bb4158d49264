"""What people write into attendance lists."""

import pytest

from db.values import MarkStatus
from desktop_app.domain.mark_words import DOUBTFUL, WRITTEN, doubtful, is_tick, mark_word

PRESENT, EXCUSED = MarkStatus.PRESENT, MarkStatus.ABSENT_EXCUSED
UNEXCUSED, ABSENT = MarkStatus.ABSENT_UNEXCUSED, MarkStatus.ABSENT


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("x", PRESENT),
        ("X", PRESENT),
        ("có", PRESENT),
        ("Có mặt", PRESENT),
        ("+", PRESENT),
        ("1", PRESENT),
        ("✓", PRESENT),
        ("0", ABSENT),
        ("vắng", ABSENT),
        ("KP", UNEXCUSED),
        ("vắng không phép", UNEXCUSED),
        ("Vắng không lý do", UNEXCUSED),
        ("vắng (có phép)", EXCUSED),
        ("có phép", EXCUSED),
        ("Nghỉ phép", EXCUSED),
    ],
)
def test_a_word_means_a_mark(text: str, status: MarkStatus) -> None:
    assert mark_word(text).status is status


@pytest.mark.parametrize("text", ["vắng (ốm)", "Vắng: ốm", "vắng do ốm", "nghỉ ốm", "vắng - ốm."])
def test_an_absence_with_a_reason_is_excused_and_keeps_it(text: str) -> None:
    assert (mark_word(text).status, mark_word(text).reason) == (EXCUSED, "ốm")


@pytest.mark.parametrize("text", ["P", "p.", "v", "K", "(c)"])
def test_a_letter_of_two_meanings_is_asked_about(text: str) -> None:
    assert mark_word(text).status is None
    assert mark_word(text).doubt == DOUBTFUL[doubtful(text) or ""]


def test_coming_late_is_being_present() -> None:
    assert (mark_word("đến muộn").status, mark_word("đến muộn").late) == (PRESENT, True)


@pytest.mark.parametrize("text", ["?", "Nguyễn Văn An", "2024", "vănga"])
def test_what_is_no_mark_is_not_understood(text: str) -> None:
    assert mark_word(text).status is None and not mark_word(text).doubt


def test_every_word_of_our_own_lists_is_read_back() -> None:
    assert {mark_word(text).status for text in WRITTEN.values()} == set(MarkStatus)
    assert all(mark_word(text).status is status for status, text in WRITTEN.items())


def test_a_tick_is_told_from_words() -> None:
    assert is_tick("x") and is_tick("v") and not is_tick("vắng")
