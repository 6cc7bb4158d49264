"""The SQL about imports: the gestures that wrote lists, counted from the journal, and the layouts of lists."""

import json
from typing import TypedDict

from db.journal import as_gesture
from db.records import Gesture
from db.store import Store


class LayoutJson(TypedDict):
    """What is kept of a layout: rows of its header, field → words of its columns, field → place in its cell."""

    height: int
    columns: dict[str, list[str]]
    parts: dict[str, int]


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


def keep_layout(store: Store, words: list[str], layout: LayoutJson) -> None:
    """Keep the layout of lists with these header words, sorted; it takes the place of an older one."""
    store.execute(
        """insert into import_layout (words, layout) values (:words, :layout)
           on conflict (words) do update set layout = excluded.layout""",
        {"words": json.dumps(words, ensure_ascii=False), "layout": json.dumps(layout, ensure_ascii=False)},
    )


def layouts(store: Store) -> list[tuple[list[str], LayoutJson]]:
    """All layouts kept: header words and layout."""
    rows = store.all("select words, layout from import_layout")
    return [(json.loads(row["words"]), json.loads(row["layout"])) for row in rows]
