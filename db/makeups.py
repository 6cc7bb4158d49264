"""The SQL about make-up conferences: what their half-days stand for, whom they summon, what follows from marks.

Make-ups that people recorded by hand are written by `attendance`.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from db.attendance import as_makeup
from db.conferences import PART_ORDER
from db.records import MakeUp
from db.rolls import AS_OF, KEPT
from db.store import Store

FOLLOWS = f"""
    select c.missed_half_day_id as half_day_id, p.member_id, h.held_on as made_up_on, 'conference' as form,
           h.id as makeup_half_day_id, null as confirmed_by, null as note
    from half_day h
    join half_day_covers c on c.half_day_id = h.id
    join mark p on p.half_day_id = h.id and p.status = 'present'
    join half_day missed on missed.id = c.missed_half_day_id
    join roll_row r on r.conference_id = missed.conference_id and r.member_id = p.member_id
    left join mark m on m.half_day_id = missed.id and m.member_id = p.member_id
    where h.conference_id = :conference and p.member_id in (select value from json_each(:members))
      and m.status is not 'present'
    order by h.held_on, {PART_ORDER.replace("part", "h.part")}, h.id
"""


def covers(store: Store, conference_id: int) -> dict[int, tuple[int, ...]]:
    """Half-day of a make-up conference → the missed half-days it stands for, in the order those were held."""
    found: dict[int, tuple[int, ...]] = {}
    sql = f"""select c.half_day_id, c.missed_half_day_id from half_day_covers c
              join half_day h on h.id = c.half_day_id join half_day m on m.id = c.missed_half_day_id
              where h.conference_id = :id
              order by c.half_day_id, m.held_on, {PART_ORDER.replace("part", "m.part")}, m.id"""
    for row in store.all(sql, {"id": conference_id}):
        found[row["half_day_id"]] = (*found.get(row["half_day_id"], ()), row["missed_half_day_id"])
    return found


def write_covers(store: Store, conference_id: int, given: Mapping[int, Iterable[int]]) -> None:
    """What the half-days of a make-up conference stand for, in place of what was said before."""
    store.execute(
        "delete from half_day_covers where half_day_id in (select id from half_day where conference_id = :id)",
        {"id": conference_id},
    )
    store.many(
        "insert into half_day_covers (half_day_id, missed_half_day_id) values (?, ?)",
        [(half_day, missed) for half_day, those in given.items() for missed in those],
    )


def covering(store: Store, half_day_ids: Iterable[int], member_ids: Iterable[int]) -> list[int]:
    """The make-up conferences that stand for some of these half-days and saw some of these people."""
    sql = """select distinct h.conference_id from half_day_covers c
             join half_day h on h.id = c.half_day_id
             join mark p on p.half_day_id = h.id and p.status = 'present'
               and p.member_id in (select value from json_each(:members))
             where c.missed_half_day_id in (select value from json_each(:days))"""
    return store.column(sql, {"days": json.dumps(list(half_day_ids)), "members": json.dumps(list(member_ids))})


def write_roll(
    store: Store, conference_id: int, on: str, count_hosted: bool, member_ids: Iterable[int], venue_id: int | None
) -> set[int]:
    """Keep the roll of exactly these people, with the cell and standing of a day; whom the register did not give."""
    wanted = list(member_ids)
    columns = [name for name in KEPT if name not in ("deduction", "venue_id")]
    store.execute(
        f"""insert into roll_row (conference_id, member_id, {", ".join(columns)}, venue_id)
            select conference_id, member_id, {", ".join(columns)}, :venue from ({AS_OF})
            where member_id in (select value from json_each(:members))""",
        {
            "conference": conference_id,
            "on": on,
            "count_hosted": int(count_hosted),
            "members": json.dumps(wanted),
            "venue": venue_id,
        },
    )
    sql = "select member_id from roll_row where conference_id = :id"
    return set(wanted) - set(store.column(sql, {"id": conference_id}))


def follow_from(store: Store, conference_id: int, member_ids: Iterable[int]) -> list[MakeUp]:
    """The make-ups that follow from presence at a make-up conference: of covered half-days that were missed, once."""
    found: dict[tuple[int, int], MakeUp] = {}
    rows = store.all(FOLLOWS, {"conference": conference_id, "members": json.dumps(list(member_ids))})
    for row in rows:
        found.setdefault((row["half_day_id"], row["member_id"]), as_makeup(row))
    return list(found.values())


def given_by(store: Store, conference_id: int, member_ids: Iterable[int]) -> list[MakeUp]:
    """The make-ups kept for these people from presence at a make-up conference."""
    sql = """select * from makeup where member_id in (select value from json_each(:members))
             and makeup_half_day_id in (select id from half_day where conference_id = :conference)"""
    return made_ups(store, sql, {"conference": conference_id, "members": json.dumps(list(member_ids))})


def of_people(store: Store, member_ids: Iterable[int]) -> list[MakeUp]:
    """Every make-up of these people, whichever round it belongs to."""
    sql = "select * from makeup where member_id in (select value from json_each(:members))"
    return made_ups(store, sql, {"members": json.dumps(list(member_ids))})


def made_ups(store: Store, sql: str, values: dict[str, Any]) -> list[MakeUp]:
    return [as_makeup(row) for row in store.all(sql, values)]


def follow_dates(store: Store, conference_id: int) -> None:
    """Make-ups from presence at a make-up conference are of the day its half-day is held now."""
    store.execute(
        """update makeup set made_up_on = (select held_on from half_day h where h.id = makeup.makeup_half_day_id)
           where makeup_half_day_id in (select id from half_day where conference_id = :id)
             and made_up_on <> (select held_on from half_day h where h.id = makeup.makeup_half_day_id)""",
        {"id": conference_id},
    )


def is_too_early(store: Store, conference_id: int) -> bool:
    """Whether a make-up half-day of this conference, or one that stands for its own, is before what was missed."""
    sql = """select exists (select 1 from half_day_covers c
               join half_day h on h.id = c.half_day_id join half_day m on m.id = c.missed_half_day_id
               where :id in (h.conference_id, m.conference_id) and h.held_on < m.held_on)"""
    return bool(store.value(sql, {"id": conference_id}))


def present_cells(store: Store, member_ids: Iterable[int], on: str) -> dict[int, tuple[int, str]]:
    """The cell (id, name) each of these people belongs to on a day; who belongs to none is left out."""
    sql = """select ms.member_id, ms.organization_id, v.name from membership ms
             join organization_version v on v.organization_id = ms.organization_id
               and v.valid_from <= :on and v.valid_to > :on
             where ms.member_id in (select value from json_each(:members))
               and ms.valid_from <= :on and ms.valid_to > :on"""
    rows = store.all(sql, {"on": on, "members": json.dumps(list(member_ids))})
    return {row["member_id"]: (row["organization_id"], row["name"]) for row in rows}


def touched(store: Store, gesture_id: int) -> list[int]:
    """Whose make-ups at a conference a gesture may have changed: people marked, put on or off a roll; where it changed
    what half-days stand for, everyone marked or made up there."""
    sql = """select distinct member_id from journal_change
             where gesture_id = :id and tbl in ('mark', 'makeup', 'roll_row')"""
    stood = "select 1 from journal_change where gesture_id = :id and tbl = 'half_day_covers' limit 1"
    if store.value(stood, {"id": gesture_id}):
        sql += """ union select member_id from mark where half_day_id in (select half_day_id from half_day_covers)
                   union select member_id from makeup where makeup_half_day_id is not null"""
    return store.column(sql, {"id": gesture_id})
