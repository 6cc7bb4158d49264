"""Turns of phrase of the documents."""

from datetime import date

import pytest

from db.records import HalfDay, StudyDocument, StudyRound, Venue
from db.values import DayPart, DocumentRole
from desktop_app.forms import phrases


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2026-09-05", "05/9/2026"), ("2021-02-01", "01/02/2021"), ("2023-12-01", "01/12/2023"), ("1955", "1955")],
)
def test_a_day_in_a_sentence_has_the_zeros_of_the_guidance(iso: str, words: str) -> None:
    assert phrases.day(iso) == words


def test_a_half_day_is_named_without_its_year() -> None:
    assert phrases.half_day(HalfDay(held_on="2021-03-27", part=DayPart.MORNING)) == "Sáng 27/3"


@pytest.mark.parametrize(
    ("due", "words"),
    [("2021-06-30", "còn 86 ngày"), ("2021-04-05", "hết hạn hôm nay"), ("2021-04-02", "quá hạn 3 ngày")],
)
def test_time_left_is_counted_in_days(due: str, words: str) -> None:
    assert phrases.time_left(due, date(2021, 4, 5)) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Hội nghị trực tuyến toàn quốc", "hội nghị trực tuyến toàn quốc"),
        ("Lớp học thứ nhất", "lớp học thứ nhất"),
        ("Trực tuyến toàn quốc", "hội nghị Trực tuyến toàn quốc"),
    ],
)
def test_a_conference_is_called_one_once(name: str, words: str) -> None:
    assert phrases.conference_words(name) == words


def test_a_venue_is_called_one_once() -> None:
    assert phrases.venue_words(Venue(name="Nhà văn hóa")) == "Điểm cầu Nhà văn hóa"
    assert phrases.venue_words(Venue(name="Điểm cầu chính")) == "Điểm cầu chính"


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("Đợt nghiên cứu, học tập và quán triệt Nghị quyết Đại hội XIII", "Nghị quyết Đại hội XIII"),
        ("Nghị quyết 10-NQ/TW", "Nghị quyết 10-NQ/TW"),
        ("Học tập", "học tập"),
    ],
)
def test_what_is_studied_is_said_once(name: str, thing: str) -> None:
    assert phrases.study_of(StudyRound(id=1, name=name)) == f"nghiên cứu, học tập, quán triệt {thing}"


@pytest.mark.parametrize(
    ("title", "number", "issued_on", "issuer", "cited"),
    [
        (
            "về công tác",
            "12-NQ/ĐU",
            "2026-09-05",
            "Đảng ủy",
            "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy về công tác",
        ),
        ("Nghị quyết Đại hội XIII", None, None, None, "Nghị quyết Đại hội XIII"),
        ("Đại hội XIII của Đảng", None, None, "Đảng", "Nghị quyết Đại hội XIII của Đảng"),
        ("Xây dựng Đảng", "05-NQ/TW", None, None, "Nghị quyết số 05-NQ/TW “Xây dựng Đảng”"),
    ],
)
def test_a_document_is_cited_by_number_day_and_issuer(
    title: str, number: str | None, issued_on: str | None, issuer: str | None, cited: str
) -> None:
    document = StudyDocument(
        role=DocumentRole.RESOLUTION, title=title, number=number, issued_on=issued_on, issuer=issuer
    )
    assert phrases.citation(document) == cited


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Lê Văn Giảng", "đồng chí Lê Văn Giảng"),
        ("Đồng chí Giảng", "Đồng chí Giảng"),
        ("Báo cáo viên Trung ương", "báo cáo viên Trung ương"),
        ("Ban Thường vụ Đảng ủy", "Ban Thường vụ Đảng ủy"),
    ],
)
def test_only_a_person_is_called_comrade(name: str, words: str) -> None:
    assert phrases.comrade(name) == words


def test_a_share_names_both_figures_and_is_never_rounded_up() -> None:
    said = phrases.share(35_899, 35_900, "đảng viên phải dự").replace(phrases.NO_BREAK, " ")
    assert said == "35.899/35.900 đảng viên phải dự, đạt 99,99 %"
