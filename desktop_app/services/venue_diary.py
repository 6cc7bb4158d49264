"""What happens at venues: the diary, and people counted without names. Nothing here is added to marks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from db import venue_diary as kept
from db.day_records import DiaryEntry, HeadCount
from db.keys import same_words, tidy
from db.store import Store
from db.values import DiaryKind
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services.board import of_conference
from desktop_app.services.closing import check_open
from desktop_app.services.conferences import conference
from desktop_app.services.venue_reports import check_venue

PEOPLE = ("Quần chúng, nhân dân", "Hội viên", "Đoàn viên", "Cán bộ chưa là đảng viên", "Đại biểu khách mời")
"""Kinds of people that are usually counted without names; any other may be written."""
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?")


def diary(
    store: Store, conference_id: int, venue_id: int | None = None, half_day_id: int | None = None
) -> list[DiaryEntry]:
    """The diary of a conference, or of one venue or half-day, in the order things happened."""
    return kept.diary(store, conference_id, venue_id, half_day_id)


def write(store: Store, conference_id: int, entry: DiaryEntry) -> int:
    """Keep an entry (id 0 = new); its id. `happened_at` is "2021-03-27 07:30". An entry may belong to no half-day."""
    check_venue(store, conference_id, entry.venue_id)
    if entry.half_day_id is not None:
        of_conference(conference(store, conference_id), entry.half_day_id)
    text = tidy(entry.text) or (word(entry.kind) if entry.kind in (DiaryKind.STARTED, DiaryKind.ENDED) else "")
    if not text:
        raise Refusal("Chưa ghi diễn biến; hãy ghi điều đã xảy ra tại điểm cầu.")
    if not MOMENT.fullmatch(entry.happened_at):
        raise Refusal("Chưa rõ lúc xảy ra; hãy ghi ngày và giờ, ví dụ 27/03/2021 07:30.")
    with store.gesture("venue.diary", f"Ghi diễn biến: {word(entry.kind).lower()}"):
        return kept.save(store, "venue_diary", replace(entry, text=text))


def remove(store: Store, conference_id: int, ids: Sequence[int]) -> None:
    """Delete entries of the diary."""
    known = {entry.id for entry in diary(store, conference_id)}
    with store.gesture("venue.diary", f"Xóa {len(ids)} dòng diễn biến"):
        kept.remove(store, "venue_diary", known & set(ids))


def head_counts(
    store: Store, conference_id: int, venue_id: int | None = None, half_day_id: int | None = None
) -> list[HeadCount]:
    """People counted without names at a conference, or at one venue or half-day."""
    return kept.head_counts(store, conference_id, venue_id, half_day_id)


def count(store: Store, conference_id: int, given: HeadCount) -> int:
    """Keep a count (id 0 = new, or in place of the one of the same kind of people there); its id."""
    check_open(store, conference_id)
    check_venue(store, conference_id, given.venue_id)
    of_conference(conference(store, conference_id), given.half_day_id)
    people = tidy(given.people)
    if not people:
        raise Refusal("Chưa ghi thành phần; hãy ghi, ví dụ “Quần chúng, nhân dân”.")
    if given.count < 0:
        raise Refusal("Số người không thể nhỏ hơn 0; hãy sửa lại số.")
    there = head_counts(store, conference_id, given.venue_id, given.half_day_id)
    same = next((each for each in there if same_words(each.people) == same_words(people)), None)
    if same and given.id and same.id != given.id:
        raise Refusal(f"Buổi này của điểm cầu đã có dòng “{same.people}”; hãy sửa dòng ấy.")
    with store.gesture("venue.heads", f"Ghi số người không ghi tên: {people}"):
        return kept.save(store, "head_count", replace(given, people=people, id=same.id if same else given.id))


def remove_counts(store: Store, conference_id: int, ids: Sequence[int]) -> None:
    """Delete counts."""
    check_open(store, conference_id)
    known = {each.id for each in head_counts(store, conference_id)}
    with store.gesture("venue.heads", f"Xóa {len(ids)} dòng số người không ghi tên"):
        kept.remove(store, "head_count", known & set(ids))
