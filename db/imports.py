"""The SQL about imports: the gestures that wrote lists, counted from the journal, and the layouts remembered."""

from db.journal import as_gesture
from db.records import Gesture
from db.store import Store


def gestures(store: Store, verb: str, limit: int) -> list[Gesture]:
    """The latest gestures of a kind, newest first."""
    found = store.all("select * from gesture where verb = :verb order by id desc limit :n", {"verb": verb, "n": limit})
    return [as_gesture(row) for row in found]


def members_made(store: Store, gesture_id: int) -> int:
    """How many people a gesture wrote anew, in bulk."""
    sql = """select coalesce(sum(json_extract(key, '$.to') - json_extract(key, '$.from') + 1), 0) from journal_change
             where gesture_id = :id and tbl = 'member' and after = 'created'"""
    return int(store.value(sql, {"id": gesture_id}))


def members_changed(store: Store, gesture_id: int) -> int:
    """How many people a gesture changed."""
    sql = "select count(distinct member_id) from journal_change where gesture_id = :id"
    return int(store.value(sql, {"id": gesture_id}))
