"""The SQL about rolls: who is summoned to a conference, worked out as of a day and then frozen."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from db.many import by_column, closed, records
from db.members import ELSEWHERE
from db.records import RollRow
from db.store import Store
from db.values import Audience, Deduction, Gender, MemberKind, MemberStatus

KEPT = ("cell_id", "kind", "status", "audience", "hosted", "deduction", "reason", "venue_id", "home_cell_id")
SETS = {
    "gender": Gender,
    "kind": MemberKind,
    "status": MemberStatus,
    "audience": Audience,
    "deduction": Deduction,
}
ORDER = ("cell_order", "list_order")
POSITION = (
    "nullif(concat_ws(', ', nullif(m.party_position, ''), nullif(m.government_position, ''),"
    " nullif(m.union_position, '')), '') as position"
)
# Everyone who belonged to a cell on the day and had not died or left. Those here for a time stand with their host cell;
# so do our own who attend with another cell of ours, unless the round counts everyone at home: `home_cell_id` is then
# where they are counted. Who has gone elsewhere is taken off the must-attend list of the home cell.
AS_OF = f"""
    select :conference as conference_id, m.id as member_id, m.full_name, m.birth_date, m.gender, {POSITION}, m.code,
           place.cell_id, v.name as cell, k.kind, s.status, v.audience, place.hosted, place.home_cell_id,
           case when k.kind = 'guest' then null
                when s.status = 'exempt' then 'exempt'
                when away.member_id is not null and place.hosted = 0 then 'away' end as deduction,
           null as reason, v.order_key as cell_order, m.list_key as list_order,
           (select vc.venue_id from venue_cell vc join venue on venue.id = vc.venue_id
            where venue.conference_id = :conference and vc.organization_id = place.cell_id
            order by venue.parent_id is not null, venue.order_key, venue.id limit 1) as venue_id
    from (
      select ms.member_id, coalesce(host.organization_id, ms.organization_id) as cell_id,
             host.organization_id is not null as hosted,
             case when host.organization_id is not null then ms.organization_id end as home_cell_id
        from membership ms
        left join (
          select t.member_id, t.organization_id, min(t.id) from temporary_activity t
          where :count_hosted and t.direction = 'away' and t.organization_id is not null
            and t.valid_from <= :on and t.valid_to > :on
            and not exists (select 1 from member_status x where x.member_id = t.member_id and x.status = 'exempt'
                            and x.valid_from <= :on and x.valid_to > :on)
          group by t.member_id) host on host.member_id = ms.member_id
        where ms.valid_from <= :on and ms.valid_to > :on
      union all
      select t.member_id, t.organization_id, 1, null from temporary_activity t
        where t.direction = 'here' and t.organization_id is not null and :count_hosted
          and t.valid_from <= :on and t.valid_to > :on
          and not exists (select 1 from membership ms where ms.member_id = t.member_id
                          and ms.valid_from <= :on and ms.valid_to > :on)
    ) place
    join member m on m.id = place.member_id and m.deleted = 0
    join organization_version v on v.organization_id = place.cell_id and v.valid_from <= :on and v.valid_to > :on
    join member_kind k on k.member_id = m.id and k.valid_from <= :on and k.valid_to > :on
    join member_status s on s.member_id = m.id and s.valid_from <= :on and s.valid_to > :on
      and s.status not in ('deceased', 'left')
    left join (select distinct member_id from temporary_activity
               where direction = 'away' and organization_id is null
                 and valid_from <= :on and valid_to > :on) away on away.member_id = m.id
"""
FROZEN = f"""
    select r.conference_id, r.member_id, m.full_name, m.birth_date, m.gender, {POSITION}, m.code, r.cell_id,
           v.name as cell, r.kind, r.status, r.audience, r.hosted, r.deduction, r.reason, r.venue_id,
           venue.name as venue, r.home_cell_id, m.provisional
    from roll_row r
    join member m on m.id = r.member_id
    join organization_version v on v.organization_id = r.cell_id and v.valid_from <= :on and v.valid_to > :on
    left join venue on venue.id = r.venue_id
    where r.conference_id = :conference
"""


def worked_out(
    store: Store, conference_id: int, on: str, count_hosted: bool, member_ids: Iterable[int] | None = None
) -> list[RollRow]:
    """The roll (or the part of some people) as the register gives it for a day, in cell order then list order."""
    some = "" if member_ids is None else "where r.member_id in (select value from json_each(:members))"
    sql = f"""select r.*, venue.name as venue from ({AS_OF}) r left join venue on venue.id = r.venue_id
              {some} order by r.cell_order, r.list_order, r.birth_date, r.member_id"""
    params = {"conference": conference_id, "on": on, "count_hosted": int(count_hosted)}
    rows = store.all(sql, params | {"members": json.dumps(list(member_ids or ()))})
    return [as_row({name: row[name] for name in row if name not in ORDER}) for row in rows]


def without_cell(store: Store, on: str) -> int:
    """Members of the register who belong to no cell on a day and are therefore on no roll; those elsewhere left out."""
    sql = f"""select count(*) from member m
             join member_status s on s.member_id = m.id and s.valid_from <= :on and s.valid_to > :on
               and s.status not in ('deceased', 'left')
             where m.deleted = 0 and not exists (select 1 from member_kind k where k.member_id = m.id
               and k.kind = 'guest' and k.valid_from <= :on and k.valid_to > :on)
               and not exists (select 1 from membership ms where ms.member_id = m.id
               and ms.valid_from <= :on and ms.valid_to > :on)
               and not exists (select 1 from temporary_activity t where t.member_id = m.id and t.direction = 'here'
               and t.valid_from <= :on and t.valid_to > :on)
               and not {ELSEWHERE}"""
    return int(store.value(sql, {"on": on}))


def frozen(
    store: Store,
    conference_id: int,
    on: str,
    venue_id: int | None = None,
    cell_id: int | None = None,
    member_ids: Iterable[int] | None = None,
) -> list[RollRow]:
    """The frozen roll (or the part of one venue, cell or some people), in cell order then list order."""
    sql = FROZEN + " and (:venue is null or r.venue_id = :venue) and (:cell is null or r.cell_id = :cell)"
    if member_ids is not None:
        sql += " and r.member_id in (select value from json_each(:members))"
    rows = store.execute(
        sql + " order by v.order_key, m.list_key, m.birth_date, m.id",
        {
            "conference": conference_id,
            "on": on,
            "venue": venue_id,
            "cell": cell_id,
            "members": json.dumps(list(member_ids or ())),
        },
    )
    return frozen_rows(rows.fetchall())


def places(store: Store, conference_id: int, on: str, with_exempt: bool) -> list[tuple[int, int | None]]:
    """(cell, venue or None) of everyone of a frozen roll not taken off it, in cell order then list order."""
    sql = """select r.cell_id, r.venue_id from roll_row r join member m on m.id = r.member_id
             join organization_version v on v.organization_id = r.cell_id and v.valid_from <= :on and v.valid_to > :on
             where r.conference_id = :conference and (r.deduction is null or (:exempt and r.deduction = 'exempt'))
             order by v.order_key, m.list_key, m.birth_date, m.id"""
    given = {"conference": conference_id, "on": on, "exempt": int(with_exempt)}
    return [(cell_id, venue_id) for cell_id, venue_id in store.execute(sql, given)]


def frozen_rows(rows: Sequence[Sequence[Any]]) -> list[RollRow]:
    """Rows of `FROZEN` as records."""
    columns = by_column(rows, (each.name for each in fields(RollRow)))
    for name, values in SETS.items():
        columns[name] = map(closed(values).__getitem__, columns[name])
    for name in ("hosted", "provisional"):
        columns[name] = map(bool, columns[name])
    return records(RollRow, columns, len(rows))


def people_of_cell(store: Store, round_id: int, cell_id: int) -> list[int]:
    """Everyone who stands in a cell on some roll of a round."""
    sql = """select distinct r.member_id from roll_row r join conference c on c.id = r.conference_id
             where c.round_id = :round and r.cell_id = :cell"""
    return store.column(sql, {"round": round_id, "cell": cell_id})


def names(store: Store, round_id: int, member_ids: Iterable[int]) -> dict[int, str]:
    """The names of those of these people who are on a roll of a round, by id."""
    sql = """select m.id, m.full_name from member m where m.id in (select value from json_each(:members))
               and exists (select 1 from roll_row r where r.member_id = m.id and r.conference_id in
                 (select id from conference where round_id = :round and kind = 'main'))"""
    rows = store.all(sql, {"round": round_id, "members": json.dumps(list(member_ids))})
    return {row["id"]: row["full_name"] for row in rows}


def as_row(row: dict[str, Any]) -> RollRow:
    """A row of either query as a record."""
    sets = {
        "gender": Gender(row["gender"]) if row["gender"] else None,
        "kind": MemberKind(row["kind"]),
        "status": MemberStatus(row["status"]),
        "audience": Audience(row["audience"]),
        "hosted": bool(row["hosted"]),
        "provisional": bool(row.get("provisional")),
        "deduction": Deduction(row["deduction"]) if row["deduction"] else None,
    }
    return RollRow(**{**row, **sets})


def write(store: Store, conference_id: int, on: str, count_hosted: bool) -> None:
    """Keep the roll as the register gives it for a day."""
    store.execute(
        f"""insert into roll_row (conference_id, member_id, {", ".join(KEPT)})
            select conference_id, member_id, {", ".join(KEPT)} from ({AS_OF})""",
        {"conference": conference_id, "on": on, "count_hosted": int(count_hosted)},
    )


def add(store: Store, conference_id: int, member_id: int, **values: Any) -> None:
    """Put one more person on a frozen roll; `values` are of KEPT."""
    store.add("roll_row", conference_id=conference_id, member_id=member_id, **values)


def tally(store: Store, conference_id: int) -> Counter[tuple[bool, bool, Deduction | None]]:
    """How many people of a frozen roll are (guest, hosted, deducted why); who is with another cell is away at home."""
    sql = """select guest, hosted, deduction, count(*) as people from (
               select kind = 'guest' as guest, hosted, deduction from roll_row where conference_id = :id
                 and not (kind = 'guest' and (select provisional from member where id = roll_row.member_id))
               union all select 0, 0, 'away' from roll_row
                 where conference_id = :id and home_cell_id is not null and kind <> 'guest')
             group by 1, 2, 3"""
    rows = store.all(sql, {"id": conference_id})
    return Counter(
        {
            (bool(row["guest"]), bool(row["hosted"]), Deduction(row["deduction"]) if row["deduction"] else None): row[
                "people"
            ]
            for row in rows
        }
    )


def provisional(store: Store, conference_id: int) -> int:
    """How many on a frozen roll were written in and are not known yet."""
    sql = """select count(*) from roll_row where conference_id = :id and kind = 'guest'
               and (select provisional from member where id = roll_row.member_id)"""
    return int(store.value(sql, {"id": conference_id}))


def clear(store: Store, conference_id: int) -> None:
    """Delete the roll of a conference."""
    store.execute("delete from roll_row where conference_id = :id", {"id": conference_id})


def set_frozen(store: Store, conference_id: int, frozen_at: str | None) -> None:
    """Note when the roll was frozen."""
    store.change("conference", conference_id, frozen_at=frozen_at)


def reseat(store: Store, conference_id: int, cell_id: int, left_id: int | None, venue_id: int | None) -> None:
    """Everyone of a cell on the roll who sat at one venue (or at none) sits at another."""
    store.execute(
        """update roll_row set venue_id = :venue
           where conference_id = :conference and cell_id = :cell and venue_id is :left""",
        {"venue": venue_id, "conference": conference_id, "cell": cell_id, "left": left_id},
    )


def seat(store: Store, conference_id: int, places: Iterable[tuple[int, int | None]]) -> None:
    """(person, venue): where people of a frozen roll sit."""
    sql = "update roll_row set venue_id = ? where conference_id = ? and member_id = ?"
    store.many(sql, [(venue, conference_id, member) for member, venue in places])


def deduct(store: Store, conference_id: int, member_id: int, deduction: Deduction | None, reason: str | None) -> None:
    """Take a person off the must-attend list, or put them back."""
    store.execute(
        """update roll_row set deduction = :deduction, reason = :reason
           where conference_id = :conference and member_id = :member""",
        {"deduction": deduction, "reason": reason, "conference": conference_id, "member": member_id},
    )


def on_roll(store: Store, conference_id: int, member_ids: Iterable[int]) -> set[int]:
    """Those of these people who are on the frozen roll; cheap for one person of thousands."""
    sql = """select member_id from roll_row
             where conference_id = :id and member_id in (select value from json_each(:members))"""
    return set(store.column(sql, {"id": conference_id, "members": json.dumps(list(member_ids))}))


def has_stray_marks(store: Store) -> bool:
    """Whether marks or make-ups stand of people who are on no roll of that conference."""
    sql = " union all ".join(
        f"""select 1 from {table} t join half_day h on h.id = t.half_day_id
            where not exists (select 1 from roll_row r
                              where r.conference_id = h.conference_id and r.member_id = t.member_id)"""
        for table in ("mark", "makeup")
    )
    return bool(store.value(f"select exists ({sql})"))


def must_attend_ids(store: Store, conference_id: int) -> list[int]:
    """Members of a frozen roll who must attend or are guests, in the order of their ids."""
    sql = "select member_id from roll_row where conference_id = :id and deduction is null order by member_id"
    return store.column(sql, {"id": conference_id})
