"""What may be typed after an option."""

from argparse import ArgumentTypeError

import pytest

from db.records import HalfDay, Speaker
from db.values import DayPart, DocumentRole, EssayResult, MarkStatus
from desktop_app.commands import typed


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("1", MarkStatus.PRESENT),
        ("có mặt", MarkStatus.PRESENT),
        ("PRESENT", MarkStatus.PRESENT),
        ("vắng có lý do", MarkStatus.ABSENT_EXCUSED),
        ("Vắng có lí do", MarkStatus.ABSENT_EXCUSED),
        ("absent_unexcused", MarkStatus.ABSENT_UNEXCUSED),
        ("vang khong ly do", MarkStatus.ABSENT_UNEXCUSED),
        ("4", MarkStatus.ABSENT),
        ("vắng", MarkStatus.ABSENT),
        ("0", None),
        ("chưa điểm danh", None),
    ],
)
def test_a_mark_is_typed_by_digit_or_word(text: str, status: MarkStatus | None) -> None:
    assert typed.mark_status(text) is status


def test_results_are_typed_in_vietnamese() -> None:
    assert typed.essay_result("đạt") is EssayResult.PASSED
    assert typed.essay_result("viết lại") is typed.essay_result("Phải viết lại") is EssayResult.REWRITE


def test_an_unknown_word_names_the_known_ones() -> None:
    with pytest.raises(ArgumentTypeError, match="“đạt”"):
        typed.essay_result("khá")


@pytest.mark.parametrize("text", ["27/3/2021", "2021-03-27", "27.03.2021", "27032021"])
def test_a_day_is_typed_as_people_write_it(text: str) -> None:
    assert typed.day(text) == "2021-03-27"


@pytest.mark.parametrize("text", ["2021", "03/2021", "31/02/2021", "mai"])
def test_a_day_must_be_a_whole_day_of_the_calendar(text: str) -> None:
    with pytest.raises(ArgumentTypeError):
        typed.day(text)


@pytest.mark.parametrize(
    "text", ["2021-03-27 sáng", "sáng 27/3/2021", "Buổi sáng ngày 27/03/2021", "27/3/2021 morning"]
)
def test_a_half_day_is_a_day_and_a_part_of_it(text: str) -> None:
    assert typed.half_day(text) == HalfDay(held_on="2021-03-27", part=DayPart.MORNING)


def test_a_topic_carries_its_speakers() -> None:
    found = typed.topic("Chuyên đề 1 | Lê Hải, Bí thư Đảng ủy | Trần An")
    assert found.title == "Chuyên đề 1"
    assert found.speakers == (Speaker(name="Lê Hải", title="Bí thư Đảng ủy"), Speaker(name="Trần An"))


def test_a_document_tells_its_role_by_its_first_words() -> None:
    found = typed.document("Chỉ thị về học tập Nghị quyết | 01-CT/TW | 09/03/2021 | Ban Bí thư")
    assert (found.role, found.number) == (DocumentRole.DIRECTIVE, "01-CT/TW")
    assert (found.issued_on, found.issuer) == ("2021-03-09", "Ban Bí thư")


def test_a_cell_answer_has_two_names() -> None:
    assert typed.pair("Đội Cungg 1 = Đội Cung 1") == ("Đội Cungg 1", "Đội Cung 1")
    with pytest.raises(ArgumentTypeError):
        typed.pair("Đội Cung 1")


@pytest.mark.parametrize("text", ["0", "-1", "ba", "1,5"])
def test_a_count_is_a_number_from_one_up(text: str) -> None:
    with pytest.raises(ArgumentTypeError):
        typed.number(text)


def test_a_count_may_be_grouped() -> None:
    assert typed.number("1.000.000") == 1_000_000
