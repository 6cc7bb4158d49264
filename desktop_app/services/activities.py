"""Propaganda activities for the people in a round: when, where, for whom, how many came. They count nobody by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from db import activities as kept
from db.activities import activities
from db.day_records import Activity
from db.keys import tidy
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.services.rounds import study_round

__all__ = ["Activity", "ActivityTotals", "activities", "activity", "add_up", "remove", "save"]
TEXTS = ("topic", "place", "audience", "organizer", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityTotals:
    """`turnout` adds up the head counts that are known: turns of listening, not people; `uncounted` have none."""

    held: int
    turnout: int
    uncounted: int


def activity(store: Store, activity_id: int) -> Activity:
    """One activity."""
    found = kept.activities(store, activity_id=activity_id)
    if not found:
        raise Refusal("Không còn hoạt động tuyên truyền này; hãy tải lại danh sách.")
    return found[0]


def add_up(held: Iterable[Activity]) -> ActivityTotals:
    """The totals of these activities."""
    counts = [each.head_count for each in held]
    known = [count for count in counts if count is not None]
    return ActivityTotals(held=len(counts), turnout=sum(known), uncounted=len(counts) - len(known))


def save(store: Store, given: Activity) -> Activity:
    """Write an activity (id 0 = new). Refuses one without a topic, and a head count below 0."""
    texts = {name: tidy(getattr(given, name) or "") or None for name in TEXTS}
    if not texts["topic"]:
        raise Refusal("Chưa ghi nội dung tuyên truyền; hãy ghi nội dung, ví dụ “Nghị quyết Đại hội XIII của Đảng”.")
    if given.head_count is not None and given.head_count < 0:
        raise Refusal("Số người nghe không được âm; hãy ghi lại hoặc để trống khi chưa biết.")
    values = {field.name: getattr(given, field.name) for field in fields(Activity)}
    said = "Sửa" if given.id else "Thêm"
    if given.id:
        activity(store, given.id)
    study_round(store, given.round_id)
    with store.gesture("activity.save", f"{said} hoạt động tuyên truyền {texts['topic']}"):
        made = kept.save(store, Activity(**values | texts))
    return activity(store, made)


def remove(store: Store, activity_ids: Sequence[int]) -> int:
    """Delete activities as one gesture; how many."""
    known = [activity(store, each) for each in activity_ids]
    with store.gesture("activity.remove", f"Xóa {len(known)} hoạt động tuyên truyền"):
        for each in known:
            kept.remove(store, each.id)
    return len(known)
