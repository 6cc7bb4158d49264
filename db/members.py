"""The SQL about members: rows of people and what is dated about them, found, ordered and fetched by id."""

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from db import search
from db.records import Member
from db.store import Store, now
from db.values import ALWAYS, Gender, MemberKind, MemberStatus

PERSON = (
    "id, code, full_name, sort_name, other_name, birth_date, gender, party_card_no, old_party_card_no, card_issued_on, "
    "citizen_id, old_id_no, admitted_on, official_on, party_position, government_position, union_position, phone, note"
)
KEPT = tuple(PERSON.replace(" ", "").split(","))
KEYS = ("name_key", "list_key", "search_key")
AS_OF = f"""
    select {", ".join("m." + name for name in KEPT)},
           ms.organization_id as cell_id, ov.name as cell, k.kind, s.status, s.stated_on as status_date
    from member m
    left join membership ms on ms.member_id = m.id and ms.valid_from <= :on and ms.valid_to > :on
    left join organization_version ov on ov.organization_id = ms.organization_id
      and ov.valid_from <= :on and ov.valid_to > :on
    left join member_kind k on k.member_id = m.id and k.valid_from <= :on and k.valid_to > :on
    left join member_status s on s.member_id = m.id and s.valid_from <= :on and s.valid_to > :on
"""
CELL_ORDER = """(select v.order_key from membership c
    join organization_version v on v.organization_id = c.organization_id and v.valid_from <= :on and v.valid_to > :on
    where c.member_id = m.id and c.valid_from <= :on and c.valid_to > :on)"""
NUMBERS = ("code", "party_card_no", "old_party_card_no", "citizen_id", "phone")
BEGINS_WITH = "select id from member where {column} >= :digits and {column} < :digits_end"
# Gone for good by a day, or not come in yet: without a cell of ours, and rightly so.
ELSEWHERE = """exists (select 1 from membership e where e.member_id = m.id
    and (e.valid_to <= :on and e.went_to is not null or e.valid_from > :on and e.came_from is not null))"""
ORDERS = {
    "list": ("m.list_key", "m.birth_date", "m.id"),
    "cell": (CELL_ORDER, "m.list_key", "m.birth_date", "m.id"),
    "birth_date": ("m.birth_date", "m.list_key", "m.id"),
    "code": ("m.code",),
}
INSERT = f"insert into member ({PERSON}, {', '.join(KEYS)}) values ({', '.join(':' + name for name in (*KEPT, *KEYS))})"

GENDERS: dict[str | None, Gender | None] = {None: None, **{each.value: each for each in Gender}}
KINDS: dict[str | None, MemberKind | None] = {None: None, **{each.value: each for each in MemberKind}}
STATUSES: dict[str | None, MemberStatus | None] = {None: None, **{each.value: each for each in MemberStatus}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which members a list shows, as of a day.

    `tiers` are patterns of names, best first, of which those `words` of the index must be in; people of `near_cells`
    come after them. `digits` is the text when it is a number.
    """

    on: str
    tiers: tuple[search.Tier, ...] = ()
    words: str = ""
    digits: str = ""
    near_cells: tuple[int, ...] = ()
    cell_id: int | None = None
    no_cell: bool = False
    block_id: int | None = None
    status: MemberStatus | None = None
    kind: MemberKind | None = None
    order: str = "list"
    descending: bool = False


def list_ids(store: Store, wanted: Wanted, limit: int = -1) -> "array[int]":
    """Ids of the members wanted, in order; in list order, the best names for a text stand first."""
    given = params(wanted) | {"limit": limit}
    order = [part + (" desc" if wanted.descending else "") for part in ORDERS[wanted.order]]
    if wanted.order == "list" and len(wanted.tiers) > 1:
        order.insert(0, f"coalesce({search.rank(wanted.tiers, given, 'm.search_key')}, {len(wanted.tiers)})")
    sql = f"select m.id from member m where {condition(wanted, given)} order by {', '.join(order)} limit :limit"
    return array("q", chain.from_iterable(store.execute(sql, given)))  # no list of a million numbers on the way


def count(store: Store, wanted: Wanted) -> int:
    """How many members are wanted."""
    given = params(wanted)
    return int(store.value(f"select count(*) from member m where {condition(wanted, given)}", given))


def params(wanted: Wanted) -> dict[str, Any]:
    return {
        "on": wanted.on,
        "words": wanted.words,
        "digits": wanted.digits,
        "digits_end": wanted.digits + ":",  # the character after "9"
        "digits_start": wanted.digits + "%",
        "near": json.dumps(wanted.near_cells),
        "cell": wanted.cell_id,
        "block": wanted.block_id,
        "status": wanted.status,
        "kind": wanted.kind,
    }


def condition(wanted: Wanted, given: dict[str, Any]) -> str:
    """The where clause for what is wanted; patterns add their parameters to those given."""
    parts = ["m.deleted = 0 and m.provisional = 0", *text_condition(wanted, given)]
    current = "valid_from <= :on and valid_to > :on"
    if wanted.cell_id is not None:
        parts.append(f"m.id in (select member_id from membership where organization_id = :cell and {current})")
    if wanted.no_cell:
        parts.append(f"not exists (select 1 from membership where member_id = m.id and {current}) and not {ELSEWHERE}")
    if wanted.block_id is not None:
        parts.append(f"m.id in (select member_id from residence where block_id = :block and {current})")
    if wanted.status is MemberStatus.ACTIVE:  # nearly everyone: cheaper to leave the others out
        others = ", ".join(f"'{status}'" for status in MemberStatus if status is not MemberStatus.ACTIVE)
        parts.append(f"m.id not in (select member_id from member_status where status in ({others}) and {current})")
    elif wanted.status is not None:
        parts.append(f"m.id in (select member_id from member_status where status = :status and {current})")
    if wanted.kind is not None:
        parts.append(f"exists (select 1 from member_kind where member_id = m.id and kind = :kind and {current})")
    return " and ".join(parts)


def text_condition(wanted: Wanted, given: dict[str, Any]) -> list[str]:
    """What a text asks for: numbers that begin with it, or names and the people of cells."""
    if wanted.digits:
        numbers = " union all ".join(BEGINS_WITH.format(column=column) for column in NUMBERS)
        return [f"(m.id in ({numbers}) or (length(:digits) = 4 and m.birth_date like :digits_start))"]
    if not wanted.tiers:
        return []
    fit = search.fits(wanted.tiers, given, "m.search_key")
    if wanted.words:
        fit = f"m.id in (select rowid from member_words where name_key match :words) and {fit}"
    if not wanted.near_cells:
        return [fit]
    return [
        f"""({fit} or m.id in (select member_id from membership where organization_id in
             (select value from json_each(:near)) and valid_from <= :on and valid_to > :on))"""
    ]


def page(store: Store, ids: Sequence[int], on: str) -> list[Member]:
    """The members of these ids, in the same order; ids that are gone are left out."""
    rows = store.all(
        AS_OF + " where m.id in (select value from json_each(:ids))", {"ids": json.dumps(list(ids)), "on": on}
    )
    found = {row["id"]: as_member(row) for row in rows}
    return [found[member_id] for member_id in ids if member_id in found]


def by_code(store: Store, code: str, on: str) -> Member | None:
    """The member with a code, the bin left out."""
    row = store.one(AS_OF + " where m.code = :code and m.deleted = 0", {"code": code, "on": on})
    return None if row is None else as_member(row)


def merged_by_code(store: Store, code: str, on: str) -> Member | None:
    """The member into whom the entry with a code was merged, or None."""
    merged = "m.id = (select merged_into from member where code = :code)"
    row = store.one(f"{AS_OF} where {merged} and m.deleted = 0", {"code": code, "on": on})
    return None if row is None else as_member(row)


def everyone(store: Store, on: str) -> list[Member]:
    """All members not in the bin, those not known yet left out: what an import is held against."""
    return [as_member(row) for row in store.all(AS_OF + " where m.deleted = 0 and m.provisional = 0", {"on": on})]


def as_member(row: dict[str, Any]) -> Member:
    """A row of AS_OF as a record; the row is used up."""
    row["gender"], row["kind"] = GENDERS[row["gender"]], KINDS[row["kind"]]
    row["status"] = STATUSES[row["status"]]
    return Member(**row)


def take_numbers(store: Store, count: int) -> int:
    """Reserve `count` member numbers, never given out again; the first of them."""
    store.execute("insert into counter (name, value) values ('member', 0) on conflict (name) do nothing")
    store.execute("update counter set value = value + :n where name = 'member'", {"n": count})
    return int(store.value("select value from counter where name = 'member'")) - count + 1


def next_ids(store: Store) -> dict[str, int]:
    """The first free rowid of each table a new member writes to."""
    tables = ("member", "membership", "member_kind", "member_status")
    return {table: int(store.value(f"select coalesce(max(id), 0) + 1 from main.{table}")) for table in tables}


def add_many(store: Store, people: Iterable[dict[str, Any]]) -> None:
    """Insert member rows that carry all of KEPT and KEYS; in a bulk gesture they enter the index of words here."""
    first = next_ids(store)["member"]
    store.many(INSERT, people)
    store.execute(
        """insert into member_words (rowid, name_key) select id, name_key from member
           where id >= :first and (select bulk from current_gesture) = 1""",
        {"first": first},
    )


def add_memberships(store: Store, rows: Iterable[tuple[int, int]]) -> None:
    """(member, cell) that always was."""
    store.many("insert into membership (member_id, organization_id) values (?, ?)", rows)


def add_kinds(store: Store, rows: Iterable[tuple[int, str, str, str]]) -> None:
    """(member, kind, from, to)."""
    store.many("insert into member_kind (member_id, kind, valid_from, valid_to) values (?, ?, ?, ?)", rows)


def add_statuses(store: Store, rows: Iterable[tuple[int, str, str | None, str, str]]) -> None:
    """(member, status, day as stated, from, to)."""
    store.many(
        "insert into member_status (member_id, status, stated_on, valid_from, valid_to) values (?, ?, ?, ?, ?)", rows
    )


def add_temporary(store: Store, rows: Iterable[tuple[int, str, int | None, str | None, str, str]]) -> None:
    """(member, away or here, our cell, place, from, to): activity for a time away from the home cell."""
    store.many(
        """insert into temporary_activity (member_id, direction, organization_id, place, valid_from, valid_to)
           values (?, ?, ?, ?, ?, ?)""",
        rows,
    )


def update_person(store: Store, member_id: int, values: dict[str, Any]) -> None:
    """Overwrite the named columns of a person."""
    store.change("member", member_id, **values)


def replace_kinds(store: Store, member_id: int, periods: Iterable[tuple[str, str, str]]) -> None:
    """Write the kinds of a person anew."""
    store.execute("delete from member_kind where member_id = :id", {"id": member_id})
    add_kinds(store, ((member_id, *period) for period in periods))


def correct_cell(store: Store, member_id: int, cell_id: int | None, on: str) -> None:
    """The cell of a day was written down wrongly: put it right in place."""
    current = store.value(
        "select id from membership where member_id = :m and valid_from <= :on and valid_to > :on",
        {"m": member_id, "on": on},
    )
    if current is None and cell_id is not None:
        add_memberships(store, [(member_id, cell_id)])
    elif cell_id is None:
        store.execute("delete from membership where id = :id", {"id": current})
    else:
        store.change("membership", current, organization_id=cell_id)


def move_cell(store: Store, member_id: int, cell_id: int, since: str) -> None:
    """From a day on the person belongs to another cell; what came before stays."""
    store.execute(
        "delete from membership where member_id = :m and valid_from >= :since", {"m": member_id, "since": since}
    )
    store.execute(
        "update membership set valid_to = :since where member_id = :m and valid_to > :since",
        {"m": member_id, "since": since},
    )
    store.add("membership", member_id=member_id, organization_id=cell_id, valid_from=since)


def set_status(store: Store, member_id: int, status: MemberStatus, stated_on: str | None, since: str) -> None:
    """From a day on the person has another status; what came before stays."""
    store.execute(
        "delete from member_status where member_id = :m and valid_from >= :since", {"m": member_id, "since": since}
    )
    store.execute(
        "update member_status set valid_to = :since where member_id = :m and valid_to > :since",
        {"m": member_id, "since": since},
    )
    store.add("member_status", member_id=member_id, status=status, stated_on=stated_on, valid_from=since)


def correct_status(store: Store, member_id: int, on: str, stated_on: str | None, since: str | None) -> None:
    """The status of a day began on another day than was written (None = unknown): put its beginning right."""
    rows = store.all("select * from member_status where member_id = :m order by valid_from", {"m": member_id})
    current = next(row for row in rows if row["valid_from"] <= on < row["valid_to"])
    since = since or current["valid_from"]
    before = [row for row in rows if row["valid_from"] < current["valid_from"]]
    store.many("delete from member_status where id = ?", [(r["id"],) for r in before if r["valid_from"] >= since])
    staying = [row for row in before if row["valid_from"] < since]
    if staying:
        store.change("member_status", staying[-1]["id"], valid_to=since)
    elif since > ALWAYS:
        add_statuses(store, [(member_id, MemberStatus.ACTIVE, None, ALWAYS, since)])
    store.change("member_status", current["id"], valid_from=since, stated_on=stated_on)


def bin_members(store: Store, ids: Sequence[int]) -> int:
    """Put members in the bin; how many."""
    sql = """update member set deleted = 1, deleted_at = :at
             where deleted = 0 and id in (select value from json_each(:ids))"""
    return int(store.execute(sql, {"ids": json.dumps(list(ids)), "at": now()}).rowcount)
