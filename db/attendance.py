"""The SQL about marks and make-ups. A half-day without a row for a person is "not marked"."""

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from db.many import by_column, closed, records
from db.records import MakeUp, Mark
from db.store import Store
from db.values import MakeUpForm, MarkStatus

Place = tuple[int, int]
OF_ROUND = """
    join half_day h on h.id = {table}.half_day_id
    join conference c on c.id = h.conference_id
    where c.round_id = :round and case when :conference is null then c.kind = 'main' else c.id = :conference end
"""
OF_MARK = tuple(each.name for each in fields(Mark))
OF_SOME = " and {table}.member_id in (select value from json_each(:members))"


def marks(
    store: Store, round_id: int, conference_id: int | None = None, member_ids: Iterable[int] | None = None
) -> dict[Place, Mark]:
    """Marks of a round's main conferences, or of one conference of any kind, by (half-day, member)."""
    sql, given = of_round("mark", OF_MARK, round_id, conference_id, member_ids)
    rows = store.execute(sql, given).fetchall()
    columns = by_column(rows, OF_MARK)
    columns["status"] = map(closed(MarkStatus).__getitem__, columns["status"])
    for name in ("late", "left_early"):
        columns[name] = map(bool, columns[name])
    return {row[:2]: mark for row, mark in zip(rows, records(Mark, columns, len(rows)), strict=True)}


def makeups(
    store: Store, round_id: int, conference_id: int | None = None, member_ids: Iterable[int] | None = None
) -> dict[Place, MakeUp]:
    """Make-ups of the half-days of a round's conferences by (half-day missed, member)."""
    rows = store.all(*of_round("makeup", ("*",), round_id, conference_id, member_ids))
    return {(row["half_day_id"], row["member_id"]): as_makeup(row) for row in rows}


def marks_at(store: Store, places: Iterable[Place]) -> dict[Place, Mark]:
    """The marks at these places, by place; quick for one place of thousands."""
    wanted = set(places)
    found: dict[Place, Mark] = {}
    for half_day in {day for day, _ in wanted}:
        rows = store.all(
            "select * from mark where half_day_id = :day and member_id in (select value from json_each(:members))",
            {"day": half_day, "members": json.dumps([member for day, member in wanted if day == half_day])},
        )
        found |= {(row["half_day_id"], row["member_id"]): as_mark(row) for row in rows}
    return found


def seen_at(store: Store, venue_id: int) -> list[int]:
    """Who was present at a venue without being seated there on the roll."""
    sql = """select distinct m.member_id from mark m join half_day h on h.id = m.half_day_id
             join roll_row r on r.conference_id = h.conference_id and r.member_id = m.member_id
             where h.conference_id = (select conference_id from venue where id = :venue)
               and m.venue_id = :venue and m.status = 'present' and r.venue_id is not :venue"""
    return store.column(sql, {"venue": venue_id})


def of_round(
    table: str, columns: Iterable[str], round_id: int, conference_id: int | None, member_ids: Iterable[int] | None
) -> tuple[str, dict[str, Any]]:
    """The query of rows that belong to a round (or one of its conferences), of everyone or of some people."""
    wanted = ", ".join(f"{table}.{name}" for name in columns)
    sql = f"select {wanted} from {table}" + (OF_ROUND + OF_SOME * (member_ids is not None)).format(table=table)
    some = json.dumps(list(member_ids or ()))
    return sql, {"round": round_id, "conference": conference_id, "members": some}


def statuses(
    store: Store, half_day_ids: Iterable[int], member_ids: Iterable[int] | None = None
) -> dict[int, dict[int, MarkStatus]]:
    """Half-day → member → how they were marked; of everyone or of some people."""
    some = "" if member_ids is None else OF_SOME.format(table="mark")
    sql, people = (
        f"select member_id, status from mark where half_day_id = :day{some}",
        json.dumps(list(member_ids or ())),
    )
    known = {each.value: each for each in MarkStatus}
    return {
        day: {member: known[said] for member, said in store.execute(sql, {"day": day, "members": people})}
        for day in half_day_ids
    }


def mark_at(store: Store, half_day_id: int, member_id: int) -> Mark | None:
    """The mark of one person at one half-day, or None."""
    row = store.one(
        "select * from mark where half_day_id = :half_day and member_id = :member",
        {"half_day": half_day_id, "member": member_id},
    )
    return None if row is None else as_mark(row)


def as_mark(row: dict[str, Any]) -> Mark:
    return Mark(
        half_day_id=row["half_day_id"],
        member_id=row["member_id"],
        status=MarkStatus(row["status"]),
        venue_id=row["venue_id"],
        reason=row["reason"],
        remark=row["remark"],
        late=bool(row["late"]),
        left_early=bool(row["left_early"]),
    )


def as_makeup(row: dict[str, Any]) -> MakeUp:
    values = {name: value for name, value in row.items() if name not in ("id", "uid")}
    return MakeUp(**values | {"form": MakeUpForm(row["form"])})


def write_marks(store: Store, given: Iterable[Mark], marked_at: str) -> None:
    """Write marks, in place of what stood there."""
    store.many(
        """insert into mark (half_day_id, member_id, status, venue_id, reason, remark, late, left_early, marked_at)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?)
           on conflict (half_day_id, member_id) do update set status = excluded.status, venue_id = excluded.venue_id,
             reason = excluded.reason, remark = excluded.remark, late = excluded.late,
             left_early = excluded.left_early, marked_at = excluded.marked_at""",
        (
            (m.half_day_id, m.member_id, m.status, m.venue_id, m.reason, m.remark, m.late, m.left_early, marked_at)
            for m in given
        ),
    )


def clear_marks(store: Store, places: Iterable[Place]) -> None:
    """Make these places "not marked"."""
    store.many("delete from mark where half_day_id = ? and member_id = ?", places)


def write_makeups(store: Store, given: Iterable[MakeUp]) -> None:
    """Write make-ups, in place of what stood there."""
    store.many(
        """insert into makeup (half_day_id, member_id, made_up_on, form, makeup_half_day_id, confirmed_by, note)
           values (?, ?, ?, ?, ?, ?, ?)
           on conflict (half_day_id, member_id) do update set made_up_on = excluded.made_up_on, form = excluded.form,
             makeup_half_day_id = excluded.makeup_half_day_id, confirmed_by = excluded.confirmed_by,
             note = excluded.note""",
        (
            (m.half_day_id, m.member_id, m.made_up_on, m.form, m.makeup_half_day_id, m.confirmed_by, m.note)
            for m in given
        ),
    )


def clear_makeups(store: Store, places: Iterable[Place]) -> None:
    """Delete the make-ups of these missed half-days."""
    store.many("delete from makeup where half_day_id = ? and member_id = ?", places)
