"""The SQL about a venue's diary and the people counted there without names."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from db.day_records import DiaryEntry, HeadCount
from db.store import Store
from db.values import DiaryKind

OF = """where v.conference_id = :conference and (:venue is null or t.venue_id = :venue)
          and (:half_day is null or t.half_day_id = :half_day)"""


def given(conference_id: int, venue_id: int | None, half_day_id: int | None) -> dict[str, Any]:
    """The parameters of `OF`."""
    return {"conference": conference_id, "venue": venue_id, "half_day": half_day_id}


def diary(store: Store, conference_id: int, venue_id: int | None, half_day_id: int | None) -> list[DiaryEntry]:
    """Entries in the order things happened."""
    sql = f"select t.* from venue_diary t join venue v on v.id = t.venue_id {OF} order by t.happened_at, t.id"
    return [as_entry(row) for row in store.all(sql, given(conference_id, venue_id, half_day_id))]


def as_entry(row: dict[str, Any]) -> DiaryEntry:
    values = {name: value for name, value in row.items() if name != "uid"}
    return DiaryEntry(**values | {"kind": DiaryKind(row["kind"])})


def head_counts(store: Store, conference_id: int, venue_id: int | None, half_day_id: int | None) -> list[HeadCount]:
    """Counts in the order of venues, half-days and kinds of people."""
    sql = f"""select t.id, t.venue_id, t.half_day_id, t.people, t.count from head_count t
              join venue v on v.id = t.venue_id join half_day h on h.id = t.half_day_id {OF}
              order by v.parent_id is not null, v.order_key, v.id, h.held_on, h.id, t.id"""
    return [HeadCount(**row) for row in store.all(sql, given(conference_id, venue_id, half_day_id))]


def save(store: Store, table: str, kept: DiaryEntry | HeadCount) -> int:
    """Write an entry or a count (id 0 = new); its id. `table` is ours, never a person's text."""
    values = {name: value for name, value in asdict(kept).items() if name != "id"}
    if kept.id:
        store.change(table, kept.id, **values)
    return kept.id or store.add(table, **values)


def remove(store: Store, table: str, ids: Iterable[int]) -> None:
    """Delete entries or counts."""
    store.many(f"delete from {table} where id = ?", [(each,) for each in ids])
