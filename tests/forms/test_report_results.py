"""Sentences of a report on essays, programmes, propaganda and people without names."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from db.day_records import HeadCount
from db.values import EssayScale
from desktop_app.forms.report_results import activities_said, busiest, unnamed_said
from desktop_app.services import activities, essay_marking, rounds, venue_diary
from desktop_app.services.activities import Activity
from desktop_app.services.store import Store
from tests.forms.documents.conftest import pages_of
from tests.round_office import office, small_round


@pytest.fixture
def told() -> Iterator[Store]:
    """Marked out of ten, two talks for the people, head counts at both venues."""
    store = office(practice=True)
    made = small_round(store)
    draft = rounds.draft_of(rounds.study_round(store, made.round_id))
    rounds.amend(store, made.round_id, replace(draft, essay_scale=EssayScale.TEN_POINTS))
    essay_marking.score(store, made.round_id, [made.people["Hồ Thị Nga"]], "8,5")
    essay_marking.score(store, made.round_id, [made.people["Nguyễn Văn An"]], "7")
    for day, count in (("2021-04-01", 120), ("2021-04-02", None), ("2021-04-30", 50)):
        talk = Activity(round_id=made.round_id, held_on=day, topic="Nghị quyết Đại hội", place="Nhà văn hóa phố 1")
        activities.save(store, replace(talk, head_count=count))
    for half_day, venue, count in ((0, 0, 10), (0, 1, 5), (1, 0, 12)):
        heads = HeadCount(
            venue_id=made.venue_ids[venue],
            half_day_id=made.half_day_ids[half_day],
            people="Quần chúng, nhân dân",
            count=count,
        )
        venue_diary.count(store, made.conference_id, heads)
    yield store
    store.close()


@pytest.mark.parametrize(
    "sentence",
    [
        "Xếp loại: giỏi 1, khá 1.",
        "Đã tổ chức 2 buổi tuyên truyền, 120 lượt người nghe (1 buổi chưa rõ số người).",
        "Ngày 01/4/2021: Nghị quyết Đại hội, tại Nhà văn hóa phố 1, 120 người nghe.",
        "(tính riêng, lấy buổi đông nhất của mỗi hội nghị): quần chúng, nhân dân 15.",
        "Chương trình hành động (hạn ngày 30/6/2021, gửi Thành ủy): chưa gửi.",
    ],
)
def test_the_report_says_what_else_was_done(told: Store, sentence: str) -> None:
    assert sentence in " ".join(pages_of(told, "result-report"))


def test_people_without_names_are_counted_at_the_busiest_half_day() -> None:
    heads = [
        HeadCount(venue_id=venue, half_day_id=half_day, people="Hội viên", count=count)
        for venue, half_day, count in ((1, 1, 3), (2, 1, 4), (1, 2, 6))
    ]
    assert busiest(heads) == {"Hội viên": 7}


def test_nothing_is_said_of_people_nobody_counted() -> None:
    assert unnamed_said({}) == [] and unnamed_said({"Hội viên": 0}) == []


def test_a_report_without_activities_leaves_room_to_write() -> None:
    (line,) = activities_said([])
    assert "Kết quả tuyên truyền:" in str(line)
