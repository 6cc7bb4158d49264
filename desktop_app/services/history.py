"""Who changed what from what to what, when and by which gesture, in words. What can be taken back is another matter."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db import history
from db.history import RowChange
from db.store import Store
from db.values import DayPart
from desktop_app.domain.captions import changed
from desktop_app.domain.dates import show_date
from desktop_app.domain.kept import TABLES
from desktop_app.domain.words import word


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that changed. `about` names the kind of thing, `field` is the column; None = nothing stood there.

    `made` and `removed` tell a whole row that came or went; `undone` a gesture that was taken back since.
    """

    gesture_id: int
    done_at: str
    user: str
    gesture: str
    about: str
    field: str
    caption: str
    before: str | None
    after: str | None
    made: bool
    removed: bool
    undone: bool


def of_member(store: Store, member_id: int, limit: int = 200) -> list[FieldChange]:
    """All that changed about a person, newest first; `limit` counts rows, of which each has some fields."""
    found = in_words(store, history.of_member(store, member_id, limit))
    return [change for change in found if change.field != "member_id"]


def of_row(store: Store, table: str, key: tuple[Any, ...], limit: int = 200) -> list[FieldChange]:
    """All that changed in one row, newest first."""
    return in_words(store, history.of_row(store, table, key, limit))


def of_gesture(store: Store, gesture_id: int, limit: int = 1000) -> list[FieldChange]:
    """What one gesture changed, in order; what was made in bulk is not told row by row."""
    return in_words(store, history.of_gesture(store, gesture_id, limit))


def in_words(store: Store, rows: Iterable[RowChange]) -> list[FieldChange]:
    """Rows of the journal as fields in words; each name is looked up once."""
    known: dict[tuple[str, int], str | None] = {}

    def name_of(target: str, row_id: int) -> str | None:
        if (target, row_id) not in known:
            known[target, row_id] = name(store, target, row_id)
        return known[target, row_id]

    return [
        FieldChange(
            gesture_id=row.gesture_id,
            done_at=row.done_at,
            user=row.user,
            gesture=row.summary,
            about=TABLES.get(row.table, "Dữ liệu khác"),
            field=told.column,
            caption=told.caption,
            before=told.before,
            after=told.after,
            made=row.before is None,
            removed=row.after is None,
            undone=row.undone,
        )
        for row in rows
        for told in changed(row.table, row.before, row.after, name_of)
    ]


def name(store: Store, target: str, row_id: int) -> str | None:
    """The name of a row as it is now; of a half-day its part and date."""
    found = history.name_of(store, target, row_id)
    if target == "half_day" and found is not None:
        day, part = found.split()
        return f"{word(DayPart(part)).lower()} {show_date(day)}"
    return found
