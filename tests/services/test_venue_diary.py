"""The diary of venues and the people counted without names."""

import pytest

from db.day_records import DiaryEntry, HeadCount
from db.values import DiaryKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import journal, venue_diary
from desktop_app.services.store import Store
from tests.round_office import SmallRound, office, small_round


@pytest.fixture
def store() -> Store:
    return office(practice=True)


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def entry(made: SmallRound, text: str = "Mất tiếng", at: str = "2021-03-27 08:10", **other: object) -> DiaryEntry:
    values: dict[str, object] = {
        "venue_id": made.venue_ids[0],
        "half_day_id": made.half_day_ids[0],
        "kind": DiaryKind.INCIDENT,
        "happened_at": at,
        "text": text,
    }
    return DiaryEntry(**{**values, **other})  # type: ignore[arg-type]


def heads(made: SmallRound, people: str = "Hội viên", number: int = 5, **other: int) -> HeadCount:
    values = {"venue_id": made.venue_ids[0], "half_day_id": made.half_day_ids[0], "count": number} | other
    return HeadCount(people=people, **values)


def test_the_diary_stands_in_the_order_things_happened(store: Store, made: SmallRound) -> None:
    venue_diary.write(store, made.conference_id, entry(made, "Nối lại", "2021-03-27 08:20"))
    venue_diary.write(store, made.conference_id, entry(made, "Mất tiếng", "2021-03-27 08:10"))
    assert [each.text for each in venue_diary.diary(store, made.conference_id)] == ["Mất tiếng", "Nối lại"]
    assert not venue_diary.diary(store, made.conference_id, made.venue_ids[1])


def test_an_entry_is_amended_and_taken_away(store: Store, made: SmallRound) -> None:
    kept = venue_diary.write(store, made.conference_id, entry(made))
    venue_diary.write(store, made.conference_id, entry(made, "Mất hình", id=kept))
    assert [each.text for each in venue_diary.diary(store, made.conference_id)] == ["Mất hình"]
    venue_diary.remove(store, made.conference_id, [kept])
    assert not venue_diary.diary(store, made.conference_id)


def test_beginning_and_end_need_no_words(store: Store, made: SmallRound) -> None:
    venue_diary.write(store, made.conference_id, entry(made, "", kind=DiaryKind.STARTED))
    assert venue_diary.diary(store, made.conference_id)[0].text == "Bắt đầu"


def test_an_incident_needs_words_and_a_time(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="Chưa ghi diễn biến"):
        venue_diary.write(store, made.conference_id, entry(made, " "))
    with pytest.raises(Refusal, match="Chưa rõ lúc"):
        venue_diary.write(store, made.conference_id, entry(made, at="2021-03-27"))


def test_counts_of_one_kind_of_people_stand_once(store: Store, made: SmallRound) -> None:
    venue_diary.count(store, made.conference_id, heads(made, "Hội viên", 5))
    venue_diary.count(store, made.conference_id, heads(made, "hội viên", 7))
    found = venue_diary.head_counts(store, made.conference_id)
    assert [(each.people, each.count) for each in found] == [("hội viên", 7)]


def test_a_count_is_not_renamed_into_another(store: Store, made: SmallRound) -> None:
    venue_diary.count(store, made.conference_id, heads(made, "Hội viên"))
    other = venue_diary.count(store, made.conference_id, heads(made, "Quần chúng"))
    with pytest.raises(Refusal, match="đã có dòng “Hội viên”"):
        venue_diary.count(store, made.conference_id, heads(made, "Hội viên", id=other))


def test_a_count_without_people_or_below_zero_is_refused(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="thành phần"):
        venue_diary.count(store, made.conference_id, heads(made, " "))
    with pytest.raises(Refusal, match="nhỏ hơn 0"):
        venue_diary.count(store, made.conference_id, heads(made, number=-1))


def test_a_count_taken_away_comes_back_by_undo(store: Store, made: SmallRound) -> None:
    kept = venue_diary.count(store, made.conference_id, heads(made))
    venue_diary.remove_counts(store, made.conference_id, [kept])
    assert not venue_diary.head_counts(store, made.conference_id)
    journal.undo(store)
    assert [each.count for each in venue_diary.head_counts(store, made.conference_id)] == [5]
