"""The SQL about entries that may be one person: likely pairs by shared keys, and one entry's rows given to another."""

import json
from collections.abc import Iterable
from typing import Any

from db.store import Store, now

SHARED = 5
"""A number that more entries share says nothing about any two of them."""
BY_NUMBER = """
    select a.id, b.id from member a join member b on b.{column} = a.{column} and b.id > a.id and b.deleted = 0
    where a.deleted = 0 and a.{column} in (select {column} from member
      where {column} is not null and deleted = 0 group by {column} having count(*) between 2 and :shared)"""
BY_OLD_CARD = """
    select a.id, b.id from member a join member b on b.party_card_no = a.old_party_card_no and b.id <> a.id
    where a.deleted = 0 and b.deleted = 0 and a.old_party_card_no is not null"""
BY_BIRTH = """
    select a.id, b.id from member a
    join member b on b.name_key = a.name_key and b.birth_date = a.birth_date and b.id > a.id and b.deleted = 0
    where a.deleted = 0"""
# cross joins keep the order of looking: by name first, which leaves few, then whether they share a cell
NEIGHBOURS = """
    cross join membership ma on ma.member_id = a.id and ma.valid_from <= :on and ma.valid_to > :on
    cross join membership mb on mb.member_id = b.id and mb.valid_from <= :on and mb.valid_to > :on
      and mb.organization_id = ma.organization_id"""
BY_PART_OF_BIRTH = f"""
    select a.id, b.id from member a
    cross join member b on b.name_key = a.name_key and b.deleted = 0
      and b.birth_date > a.birth_date and b.birth_date < a.birth_date || ':' {NEIGHBOURS}
    where a.deleted = 0 and length(a.birth_date) < 10"""
BY_NAME = f"""
    select a.id, b.id from member a
    cross join member b on b.name_key = a.name_key and b.id <> a.id and b.deleted = 0
    {NEIGHBOURS} where a.deleted = 0 and a.birth_date is null"""
MOVED = ("mark", "makeup", "roll_row")
COURSES = {
    "cell": ("membership",),
    "kind": ("member_kind",),
    "status": ("member_status",),
    "": ("temporary_activity", "residence"),
}
"""Dated facts that exclude each other: by the name of the choice, the tables."""
GIVEN = ("essay_exemption", "office_held", "scan", "extension", "sheet_row", "issued_about")
"""Tables whose rows simply become the kept person's; of two that would be the same one stays."""
OWN = {*MOVED, *GIVEN, "essay", *(table for tables in COURSES.values() for table in tables)}
"""Every table with rows about one person that a merger gives to the person kept."""


def candidates(store: Store, on: str) -> set[tuple[int, int]]:
    """Pairs of ids (the smaller first) that share a number, or a name with a birth date or cell not differing.

    Whoever was written in at a venue and is not known yet is in none: they are joined elsewhere.
    """
    numbers = [BY_NUMBER.format(column=column) for column in ("party_card_no", "citizen_id")]
    params = {"on": on, "shared": SHARED}
    found: set[tuple[int, int]] = set()
    for sql in (*numbers, BY_OLD_CARD, BY_BIRTH, BY_PART_OF_BIRTH, BY_NAME):
        found |= {(min(a, b), max(a, b)) for a, b in store.execute(sql, params)}
    found -= {(a, b) for a, b in store.execute("select one_id, other_id from not_same_person")}
    ids = json.dumps(sorted({each for pair in found for each in pair}))
    sql = "select id from member where provisional = 1 and id in (select value from json_each(:ids))"
    strangers = set(store.column(sql, {"ids": ids}))
    return {pair for pair in found if strangers.isdisjoint(pair)}


def binned(store: Store, ids: Iterable[int]) -> list[int]:
    """Those of these entries that are in the bin."""
    sql = "select id from member where deleted = 1 and id in (select value from json_each(:ids))"
    return store.column(sql, {"ids": json.dumps(list(ids))})


def tell_apart(store: Store, one_id: int, other_id: int) -> None:
    """Remember that two entries are two people."""
    pair = {"one": min(one_id, other_id), "other": max(one_id, other_id)}
    store.execute("insert or ignore into not_same_person (one_id, other_id) values (:one, :other)", pair)


def shared_half_days(store: Store, table: str, kept_id: int, other_id: int) -> list[dict[str, Any]]:
    """The half-days for which both have a row (`mark` or `makeup`), with the day and both rows as JSON."""
    columns = store.column(f"select name from pragma_table_info('{table}') where name not in ('id', 'uid')")

    def image(side: str) -> str:
        return "json_object(" + ", ".join(f"'{column}', {side}.{column}" for column in columns) + ")"

    rows = store.all(
        f"""select a.half_day_id, h.held_on, h.part, {image("a")} as kept, {image("b")} as other
            from {table} a join {table} b on b.half_day_id = a.half_day_id and b.member_id = :other
            join half_day h on h.id = a.half_day_id where a.member_id = :kept order by h.held_on, h.part desc""",
        {"kept": kept_id, "other": other_id},
    )
    return [row | {"kept": json.loads(row["kept"]), "other": json.loads(row["other"])} for row in rows]


def settle_half_day(store: Store, table: str, half_day_id: int, kept_id: int, other_id: int, **values: Any) -> None:
    """One row for a half-day of which both have one: the kept person's, with these values."""
    params = {"half_day": half_day_id, "kept": kept_id, "other": other_id}
    store.execute(f"delete from {table} where half_day_id = :half_day and member_id = :other", params)
    sets = ", ".join(f"{name} = :{name}" for name in values)
    if sets:
        store.execute(
            f"update {table} set {sets} where half_day_id = :half_day and member_id = :kept", {**params, **values}
        )


def join_rolls(store: Store, kept_id: int, other_id: int) -> None:
    """Of two rows on one roll one stays, required to attend if either was; a guest's row requires nothing."""
    params = {"kept": kept_id, "other": other_id}
    both = "conference_id in (select conference_id from roll_row where member_id = :other {more})"
    store.execute(
        f"""update roll_row set deduction = null, reason = null where member_id = :kept and deduction is not null
            and {both.format(more="and deduction is null and kind <> 'guest'")}""",
        params,
    )
    kept = "conference_id in (select conference_id from roll_row where member_id = :kept)"
    store.execute(f"delete from roll_row where member_id = :other and {kept}", params)


def give(store: Store, table: str, kept_id: int, other_id: int) -> None:
    """All rows of one person become another's."""
    people = {"kept": kept_id, "other": other_id}
    store.execute(f"update or ignore {table} set member_id = :kept where member_id = :other", people)
    store.execute(f"delete from {table} where member_id = :other", {"other": other_id})


def join_essays(store: Store, kept_id: int, other_id: int) -> None:
    """All attempts of both become one person's, numbered in each round by the day they came in."""
    rows = store.all(
        "select * from essay where member_id in (:kept, :other) order by round_id, received_on, attempt, id",
        {"kept": kept_id, "other": other_id},
    )
    shared = {row["round_id"] for row in rows if row["member_id"] == other_id}
    moving = [row for row in rows if row["round_id"] in shared]
    attempt: dict[int, int] = {}
    for row in moving:  # out of the way first: two attempts never have one number
        store.change("essay", row["id"], attempt=row["attempt"] + 1_000_000 + row["id"])
    for row in moving:
        attempt[row["round_id"]] = attempt.get(row["round_id"], 0) + 1
        store.change("essay", row["id"], attempt=attempt[row["round_id"]], member_id=kept_id)


def course(store: Store, table: str, member_id: int) -> list[dict[str, Any]]:
    """The dated rows of a person in a table, in order."""
    return store.all(f"select * from {table} where member_id = :id order by valid_from, id", {"id": member_id})


def strike(store: Store, table: str, row_ids: Iterable[int]) -> None:
    """Delete rows."""
    store.many(f"delete from {table} where id = ?", [(row_id,) for row_id in row_ids])


def copy_row(store: Store, table: str, row: dict[str, Any], member_id: int, start: str, end: str) -> None:
    """Write a dated row once more, about another person and other days."""
    values = {name: value for name, value in row.items() if name not in ("id", "uid")}
    store.add(table, **values | {"member_id": member_id, "valid_from": start, "valid_to": end})


def write_facts(store: Store, member_id: int, values: dict[str, Any]) -> None:
    """Overwrite the named columns of a person."""
    store.change("member", member_id, **values)


def retire(store: Store, member_id: int, into_id: int) -> None:
    """Put an entry into the bin that points to the one it was merged into; so do those merged into it before."""
    store.change("member", member_id, deleted=1, deleted_at=now(), merged_into=into_id)
    store.execute("update member set merged_into = :into where merged_into = :id", {"id": member_id, "into": into_id})
