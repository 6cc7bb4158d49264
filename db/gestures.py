"""The SQL that finds gestures: by day, author and kind, and by whom they are about. What they changed is `history`."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db.journal import as_gesture
from db.records import Gesture
from db.store import Store

STATES = {
    None: "1",
    "standing": "undone_by is null and undoes is null",
    "undone": "undone_by is not null and undoes is null",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GesturesWanted:
    """Which gestures a list shows; None and () leave a condition out.

    `since` and `until` are full days, both in; `verbs` are beginnings ("essay."); `state` is a key of STATES.
    """

    since: str | None = None
    until: str | None = None
    user: str | None = None
    verbs: tuple[str, ...] = ()
    state: str | None = None


def summaries(store: Store, wanted: GesturesWanted) -> list[tuple[int, str]]:
    """(id, summary) of the gestures wanted, newest first."""
    sql = f"""select id, summary from gesture
              where (:since is null or done_at >= :since) and (:until is null or substr(done_at, 1, 10) <= :until)
                and (:user is null or user = :user) and {STATES[wanted.state]}
                and (:verbs = '[]' or exists (select 1 from json_each(:verbs) v
                     where substr(gesture.verb, 1, length(v.value)) = v.value))
              order by id desc"""
    given: dict[str, Any] = {"since": wanted.since, "until": wanted.until, "user": wanted.user}
    return [(int(a), str(b)) for a, b in store.execute(sql, given | {"verbs": json.dumps(wanted.verbs)}).fetchall()]


def about(store: Store, member_ids: Sequence[int]) -> set[int]:
    """Ids of the gestures that changed something about these people."""
    sql = "select distinct gesture_id from journal_change where member_id in (select value from json_each(:ids))"
    return set(store.column(sql, {"ids": json.dumps(list(member_ids))}))


def page(store: Store, ids: Sequence[int]) -> list[Gesture]:
    """The gestures of these ids, in the same order."""
    rows = store.all(
        "select * from gesture where id in (select value from json_each(:ids))", {"ids": json.dumps([*ids])}
    )
    found = {row["id"]: as_gesture(row) for row in rows}
    return [found[each] for each in ids if each in found]


def users(store: Store) -> list[str]:
    """Everyone who ever did something, by name."""
    return [str(name) for name in store.column("select distinct user from gesture order by user")]


def ids_of(found: Sequence[tuple[int, str]]) -> "array[int]":
    """Only the ids, packed."""
    return array("q", (each for each, _ in found))


def since(store: Store, gesture_id: int, member_ids: Sequence[int]) -> list[tuple[int, str, str]]:
    """(member, when, summary) of the standing gestures after one that changed something about these people."""
    rows = store.execute(
        """select distinct c.member_id, g.done_at, g.summary, g.id from journal_change c
           join gesture g on g.id = c.gesture_id
           where c.member_id in (select value from json_each(:ids)) and g.id > :after
             and g.undone_by is null and g.undoes is null
           order by g.id desc""",
        {"ids": json.dumps(list(member_ids)), "after": gesture_id},
    )
    return [(int(member), str(when), str(what)) for member, when, what, _ in rows.fetchall()]


def state(store: Store) -> str:
    """A text that is another after every gesture, every undo and every print."""
    return str(
        store.value(
            """select coalesce(max(id), 0) || '/' || (select coalesce(max(id), 0) from main.output_log)
               from main.gesture"""
        )
    )


def after(store: Store, moment: str, most: int) -> tuple[int, list[Gesture]]:
    """How many gestures that stand were done after a moment, and the newest of them."""
    rows = store.all(
        f"select *, count(*) over () as found from gesture where done_at > :moment and {STATES['standing']}"
        " order by id desc limit :most",
        {"moment": moment, "most": most},
    )
    return (rows[0]["found"] if rows else 0), [as_gesture(row) for row in rows]
