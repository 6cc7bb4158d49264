"""The SQL that reads the journal as history: which rows changed, from what to what, by which gesture."""

import json
from dataclasses import dataclass
from typing import Any

from db.store import Store

Image = dict[str, Any]
CHANGES = """
    select g.id as gesture_id, g.done_at, g.user, g.summary, g.undone_by is not null as undone, c.tbl, c.key,
           c.before, c.after
    from journal_change c join gesture g on g.id = c.gesture_id
"""
NAMES = {
    "organization": """select name from organization_version where organization_id = :id
                       order by valid_from desc limit 1""",
    "residence_block": "select name from residence_block where id = :id",
    "member": "select full_name from member where id = :id",
    "study_round": "select name from study_round where id = :id",
    "conference": "select name from conference where id = :id",
    "venue": "select name from venue where id = :id",
    "half_day": "select held_on || ' ' || part from half_day where id = :id",
    "topic": "select title from topic where id = :id",
    "round_deadline": "select title from round_deadline where id = :id",
    "submission": """select d.title from submission s join round_deadline d on d.id = s.deadline_id
                     where s.id = :id""",
    "essay": "select m.full_name from essay e join member m on m.id = e.member_id where e.id = :id",
    "essay_forwarding": "select recipient || ' ' || forwarded_on from essay_forwarding where id = :id",
    "sheet_page": "select page || '/' || pages from sheet_page where id = :id",
    "venue_diary": "select text from venue_diary where id = :id",
    "issued_document": "select coalesce(symbol, title) from issued_document where id = :id",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row before and after; None = was not there, is there no longer. `undone` = the gesture was taken back."""

    gesture_id: int
    done_at: str
    user: str
    summary: str
    undone: bool
    table: str
    key: tuple[Any, ...]
    before: Image | None
    after: Image | None


def of_member(store: Store, member_id: int, limit: int) -> list[RowChange]:
    """Changes of a person and of all that is about them, newest first."""
    sql = CHANGES + " where c.member_id = :id and g.id >= :born order by c.id desc limit :limit"
    rows = store.all(sql, {"id": member_id, "born": born(store, member_id), "limit": limit})
    return [as_change(row) for row in rows]


def born(store: Store, member_id: int) -> int:
    """The gesture that made a person, 0 when it is not known; their number may have been another's, since undone."""
    sql = """select coalesce(
               (select min(c.gesture_id) from journal_change c where c.member_id = :id and c.tbl = 'member'
                and c.before is null and json_extract(c.after, '$.uid') = (select uid from member where id = :id)),
               (select max(c.gesture_id) from journal_change c where c.tbl = 'member' and c.after = 'created'
                and c.key between '{' and '|'
                and :id between json_extract(c.key, '$.from') and json_extract(c.key, '$.to')), 0)"""
    return int(store.value(sql, {"id": member_id}))


def of_row(store: Store, table: str, key: tuple[Any, ...], limit: int) -> list[RowChange]:
    """Changes of one row, newest first."""
    sql = CHANGES + " where c.tbl = :table and c.key = json(:key) order by c.id desc limit :limit"
    return [as_change(row) for row in store.all(sql, {"table": table, "key": json.dumps(key), "limit": limit})]


def of_gesture(store: Store, gesture_id: int, limit: int) -> list[RowChange]:
    """What one gesture changed row by row, in order; rows made in bulk are not among them."""
    sql = CHANGES + " where g.id = :id and c.after is not 'created' order by c.id limit :limit"
    return [as_change(row) for row in store.all(sql, {"id": gesture_id, "limit": limit})]


def as_change(row: dict[str, Any]) -> RowChange:
    """A row of CHANGES as a record."""
    values: dict[str, Any] = {name: row[name] for name in ("gesture_id", "done_at", "user", "summary")}
    values |= {side: json.loads(row[side]) if row[side] else None for side in ("before", "after")}
    return RowChange(**values, undone=bool(row["undone"]), table=row["tbl"], key=tuple(json.loads(row["key"])))


def name_of(store: Store, target: str, row_id: int) -> str | None:
    """The name of the row a column points at, as it is now; None when it is gone."""
    name = store.value(NAMES[target], {"id": row_id})
    return None if name is None else str(name)
