"""The journal: triggers that keep every change of every kept row, and what can be asked of and undone with them.

Ordinary gestures are recorded row by row by triggers. Bulk gestures run with the triggers quiet and record id ranges of
the rows they made and the former images of the rows they changed. A write outside any gesture fails.
"""

import json
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Protocol

from sqlite_utils import Database

from db.records import Gesture

UNKEPT = {"store_property", "counter", "gesture", "journal_change", "current_gesture", "blob", "output_log"}
UNKEPT |= {"import_layout", "typing", "_sqlite_migrations"}
LASTING = ("document.issue", "document.withdraw", "sheet.print")
"""What is never taken back: the number of a document, the code of a printed page have left the house."""


class Kept(Protocol):
    """What the journal needs of a store."""

    def execute(self, sql: str, parameters: Any = None) -> Any: ...


def kept_tables(store: Database) -> list[str]:
    """The tables whose every change is recorded, by name; an index of words is none of them."""
    names = store.execute("select name from pragma_table_list where schema = 'main' and type = 'table'")
    return sorted(name for (name,) in names if name not in UNKEPT and not name.startswith("sqlite_"))


def renew_triggers(store: Database) -> None:
    """Drop and write anew the three triggers of every kept table, from the schema as it is now."""
    for (name,) in store.execute(
        "select name from sqlite_master where type = 'trigger' and name like 'journal_%'"
    ).fetchall():
        store.execute(f"drop trigger {name}")
    for table in kept_tables(store):
        columns = store.execute(f"select name, pk from pragma_table_info('{table}', 'main') order by cid").fetchall()
        for event in ("insert", "update", "delete"):
            store.execute(trigger(table, [c for c, _ in columns], [c for c, pk in columns if pk], event))


def trigger(table: str, columns: list[str], keys: list[str], event: str) -> str:
    """The text of one trigger: key, before and after as JSON, and whom it is about, into the gesture going on."""

    def image(side: str) -> str:
        return "json_object(" + ", ".join(f"'{c}', {side}.{c}" for c in columns) + ")"

    key_side = "old" if event == "delete" else "new"
    before = "null" if event == "insert" else image("old")
    after = "null" if event == "delete" else image("new")
    changed = " or ".join(f"old.{c} is not new.{c}" for c in columns) if event == "update" else "1"
    person = "id" if table == "member" else "member_id" if "member_id" in columns else None
    return f"""
        create trigger journal_{table}_{event} after {event} on {table}
        when (select bulk from current_gesture) = 0 and ({changed})
        begin
          insert into journal_change (gesture_id, tbl, key, before, after, member_id)
          values ((select gesture_id from current_gesture), '{table}',
                  json_array({", ".join(f"{key_side}.{k}" for k in keys)}), {before}, {after},
                  {f"{key_side}.{person}" if person else "null"});
        end"""


def current(store: Kept) -> int | None:
    """The gesture going on in this transaction, or None."""
    row = store.execute("select gesture_id from current_gesture").fetchone()
    return None if row[0] is None else int(row[0])


def begin(store: Kept, user: str, verb: str, summary: str, done_at: str, bulk: bool) -> int:
    """Open a gesture; its id."""
    cursor = store.execute(
        "insert into gesture (done_at, user, verb, summary, bulk) values (:done_at, :user, :verb, :summary, :bulk)",
        {"done_at": done_at, "user": user, "verb": verb, "summary": summary, "bulk": int(bulk)},
    )
    gesture_id = int(cursor.lastrowid)
    store.execute("update current_gesture set gesture_id = :id, bulk = :bulk", {"id": gesture_id, "bulk": int(bulk)})
    return gesture_id


def end(store: Kept, gesture_id: int) -> None:
    """Close the gesture; one that changed nothing leaves no entry."""
    store.execute("update current_gesture set gesture_id = null, bulk = 0")
    store.execute(
        """delete from gesture where id = :id and undoes is null
           and not exists (select 1 from main.journal_change where gesture_id = :id)""",
        {"id": gesture_id},
    )


@contextmanager
def quiet(store: Kept) -> Generator[None]:
    """Rows written in here are not recorded one by one; the caller records the ranges with `record_bulk`."""
    store.execute("update current_gesture set bulk = 1")
    yield
    store.execute("update current_gesture set bulk = 0")


def record_bulk(store: Kept, gesture_id: int, table: str, first_id: int, last_id: int) -> None:
    """Record that a bulk gesture made the rows `first_id`–`last_id` of `table`."""
    if last_id < first_id:
        return
    store.execute(
        "insert into journal_change (gesture_id, tbl, key, after) values (:gesture, :table, :key, 'created')",
        {"gesture": gesture_id, "table": table, "key": json.dumps({"from": first_id, "to": last_id})},
    )


def gestures(store: Database, limit: int = 100) -> list[Gesture]:
    """The latest gestures, newest first."""
    rows = store.query("select * from gesture order by id desc limit :limit", {"limit": limit})
    return [as_gesture(row) for row in rows]


def as_gesture(row: dict[str, Any]) -> Gesture:
    return Gesture(
        id=row["id"],
        done_at=row["done_at"],
        user=row["user"],
        verb=row["verb"],
        summary=row["summary"],
        bulk=bool(row["bulk"]),
        undoes=row["undoes"],
        undone_by=row["undone_by"],
    )


def gesture(store: Database, gesture_id: int) -> Gesture | None:
    """One gesture by id."""
    row = next(store.query("select * from gesture where id = :id", {"id": gesture_id}), None)
    return None if row is None else as_gesture(row)


def close_past(store: Database) -> None:
    """From now on nothing done so far can be undone: its images are those of another schema."""
    store.execute(
        """insert into store_property (key, value) select 'undo_after', coalesce(max(id), 0) from gesture where true
           on conflict (key) do update set value = excluded.value"""
    )


def closed_up_to(store: Database) -> int:
    """The last gesture that can no longer be undone, 0 = all can."""
    row = store.execute("select cast(value as integer) from store_property where key = 'undo_after'").fetchone()
    return row[0] if row else 0


def last_undoable(store: Database, user: str | None = None) -> Gesture | None:
    """The newest gesture that is neither undone nor itself an undo, past the point up to which nothing is undone."""
    return next(iter(undoable(store, 1, user)), None)


def undoable(store: Database, limit: int, user: str | None = None) -> list[Gesture]:
    """The gestures that stand and may be taken back, newest first; `user` None = whoever did them."""
    rows = store.query(
        """select * from gesture where undone_by is null and undoes is null and id > :past
             and verb not in (select value from json_each(:lasting)) and (:user is null or user = :user)
           order by id desc limit :limit""",
        {"past": closed_up_to(store), "limit": limit, "lasting": json.dumps(LASTING), "user": user},
    )
    return [as_gesture(row) for row in rows]


def redoable(store: Database, limit: int = -1, user: str | None = None) -> list[Gesture]:
    """The undos that may be taken back in their turn, newest first: those after which nothing new was done."""
    rows = store.query(
        """select u.* from gesture u join gesture g on g.id = u.undoes and g.undoes is null
           where u.undone_by is null and u.id > :past and (:user is null or u.user = :user)
             and u.id > (select coalesce(max(id), 0) from main.gesture where undoes is null)
           order by u.id desc limit :limit""",
        {"past": closed_up_to(store), "limit": limit, "user": user},
    )
    return [as_gesture(row) for row in rows]


def later_touch(store: Database, gesture_id: int) -> Gesture | None:
    """A later gesture, not undone, that touched a row of this one; undoing would tear its work."""
    # the same row goes by the index on (tbl, key); ranges of rows made in bulk are few and are asked for apart
    sql = """
        with touched as (
          select theirs.gesture_id from main.journal_change mine
          join main.journal_change theirs on theirs.tbl = mine.tbl and theirs.key = mine.key
          where mine.gesture_id = :id and theirs.gesture_id > :id
          union all
          select theirs.gesture_id from main.journal_change mine
          join main.journal_change theirs on theirs.tbl = mine.tbl and json_extract(theirs.key, '$[0]')
            between json_extract(mine.key, '$.from') and json_extract(mine.key, '$.to')
          where mine.gesture_id = :id and mine.after = 'created' and theirs.gesture_id > :id)
        select * from main.gesture where id = (
          select min(later.id) from touched join main.gesture later on later.id = touched.gesture_id
          where later.undone_by is null and later.undoes is null)"""
    row = next(store.query(sql, {"id": gesture_id}), None)
    return None if row is None else as_gesture(row)


def later_use(store: Database, gesture_id: int) -> Gesture | None:
    """A later gesture, not undone, that wrote a row pointing at one this gesture made; bulk rows are left out."""
    sql = """
        select min(later.id) from main.journal_change mine
        join main.journal_change theirs on theirs.tbl = :child and theirs.gesture_id > :id
          and theirs.after is not null and theirs.after <> 'created'
        join main.gesture later on later.id = theirs.gesture_id and later.undone_by is null and later.undoes is null
        where mine.gesture_id = :id and mine.tbl = :parent and mine.before is null
          and case when mine.after = 'created' then json_extract(theirs.after, :column)
                     between json_extract(mine.key, '$.from') and json_extract(mine.key, '$.to')
                   else json_extract(theirs.after, :column) = json_extract(mine.key, '$[0]') end"""
    found = []
    for child in kept_tables(store):
        for parent, column in store.execute(
            f"select \"table\", \"from\" from pragma_foreign_key_list('{child}', 'main')"
        ):
            values = {"id": gesture_id, "child": child, "parent": parent, "column": f"$.{column}"}
            found.append(store.execute(sql, values).fetchone()[0])
    first = min((each for each in found if each is not None), default=None)
    return None if first is None else gesture(store, first)


def revert(store: Database, gesture_id: int) -> None:
    """Put every row of a gesture back as it was, last change first. Runs inside the gesture of the undo."""
    rows = store.execute(
        "select tbl, key, before, after from journal_change where gesture_id = :id order by id desc", {"id": gesture_id}
    ).fetchall()
    where = {table: row_condition(store, table) for table in {row[0] for row in rows}}
    for table, key, before, after in rows:
        if after == "created":
            span = json.loads(key)
            store.execute(f"delete from {table} where id between ? and ?", [span["from"], span["to"]])
            continue
        put_back(store, table, where[table], json.loads(key), json.loads(before) if before else None, after is None)


def row_condition(store: Database, table: str) -> str:
    """The condition that names one row of a table by its key."""
    keys = store.execute(f"select name from pragma_table_info('{table}', 'main') where pk > 0 order by cid").fetchall()
    return " and ".join(f"{name} = ?" for (name,) in keys)


def put_back(
    store: Database, table: str, where: str, key: list[Any], before: dict[str, Any] | None, was_deleted: bool
) -> None:
    """Undo one row change: delete what was made, insert what was deleted, restore what was changed."""
    if before is None:
        store.execute(f"delete from {table} where {where}", key)
    elif was_deleted:
        names, places = ", ".join(before), ", ".join("?" for _ in before)
        store.execute(f"insert into {table} ({names}) values ({places})", list(before.values()))
    else:
        sets = ", ".join(f"{name} = ?" for name in before)
        store.execute(f"update {table} set {sets} where {where}", [*before.values(), *key])


def join_undo(store: Database, undo_id: int, undone_id: int) -> None:
    """Tie an undo to what it undid."""
    store.execute("update gesture set undoes = :b where id = :a", {"a": undo_id, "b": undone_id})
    store.execute("update gesture set undone_by = :a where id = :b", {"a": undo_id, "b": undone_id})


def join_redo(store: Database, redo_id: int, undo_id: int) -> None:
    """Tie a redo to the undo it took back; what had been undone stands again."""
    join_undo(store, redo_id, undo_id)
    store.execute("update gesture set undone_by = null where undone_by = :undo", {"undo": undo_id})
