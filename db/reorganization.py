"""The SQL of decisions about organizations: dated versions, people moved by dated rows, successions. No rules."""

import json
from collections.abc import Iterable
from typing import Any

from db.groupings import OrganizationSuccession, OrganizationVersion
from db.store import Store
from db.values import Audience, SuccessionKind

VERSION = (
    "id, organization_id, name, parent_id, superior_line, issuer_line, audience, decision_no, valid_from, valid_to"
)
SPAN = """organization_id = :old and valid_from < :on and valid_to > :on
          and (:all or member_id in (select value from json_each(:members)))"""


def versions(store: Store, organization_id: int) -> list[OrganizationVersion]:
    """What an organization was called and where it stood, through time."""
    sql = f"select {VERSION} from organization_version where organization_id = :id order by valid_from"
    rows = store.all(sql, {"id": organization_id})
    return [OrganizationVersion(**row | {"audience": Audience(row["audience"])}) for row in rows]


def successions(store: Store, organization_id: int) -> list[OrganizationSuccession]:
    """The splits and mergers an organization came from or went into."""
    sql = """select old_id, new_id, kind, decision_no, effective_on from organization_succession
             where old_id = :id or new_id = :id order by effective_on, id"""
    rows = store.all(sql, {"id": organization_id})
    return [OrganizationSuccession(**row | {"kind": SuccessionKind(row["kind"])}) for row in rows]


def add_version(store: Store, version_id: int, on: str, **values: Any) -> None:
    """From a day on what a version says is changed in the values given; the version itself ends that day."""
    row = store.one("select * from organization_version where id = :id", {"id": version_id})
    assert row is not None
    store.change("organization_version", version_id, valid_to=on)
    del row["id"]
    store.add("organization_version", **row | {"valid_from": on} | values)


def close(store: Store, organization_id: int, on: str, decision_no: str) -> None:
    """From a day on the organization no longer exists; its last name stays readable."""
    store.change("organization", organization_id, closed_on=on, closing_decision_no=decision_no)


def succeed(store: Store, old_id: int, new_id: int, kind: SuccessionKind, on: str, decision_no: str) -> None:
    """Write down what became of an organization."""
    store.add(
        "organization_succession", old_id=old_id, new_id=new_id, kind=kind, effective_on=on, decision_no=decision_no
    )


def move_people(
    store: Store, old_id: int, new_id: int, on: str, decision_no: str, member_ids: Iterable[int] | None = None
) -> None:
    """From a day on those who belong to an organization, or are there for a time, do so in another; all or some."""
    some = json.dumps(list(member_ids or ()))
    params = {"old": old_id, "new": new_id, "on": on, "no": decision_no, "all": member_ids is None, "members": some}
    store.execute(
        f"""insert into membership
              (member_id, organization_id, decision_no, valid_from, valid_to, went_to, left_decision_no)
            select member_id, :new, :no, :on, valid_to, went_to, left_decision_no from membership where {SPAN}""",
        params,
    )
    store.execute(f"update membership set valid_to = :on, went_to = null, left_decision_no = null where {SPAN}", params)
    store.execute(
        f"""insert into temporary_activity
              (member_id, direction, organization_id, place, decision_no, valid_from, valid_to)
            select member_id, direction, :new, place, :no, :on, valid_to from temporary_activity where {SPAN}""",
        params,
    )
    store.execute(f"update temporary_activity set valid_to = :on where {SPAN}", params)


def seat_with(store: Store, old_id: int, new_id: int) -> None:
    """Where the cell was to sit at conferences whose roll is not frozen, its successor sits too."""
    store.execute(
        """insert or ignore into venue_cell (venue_id, organization_id)
           select vc.venue_id, :new from venue_cell vc join venue on venue.id = vc.venue_id
           join conference c on c.id = venue.conference_id and c.frozen_at is null
           where vc.organization_id = :old""",
        {"old": old_id, "new": new_id},
    )


def children(store: Store, organization_id: int, on: str) -> list[tuple[int, str]]:
    """(id, name) of what stands directly under an organization on a day."""
    sql = """select o.id, v.name from organization o join organization_version v on v.organization_id = o.id
               and v.valid_from <= :on and v.valid_to > :on
             where v.parent_id = :id and o.opened_on <= :on and o.closed_on > :on order by v.order_key, o.id"""
    return [(row["id"], row["name"]) for row in store.all(sql, {"id": organization_id, "on": on})]


def later_child(store: Store, organization_id: int, on: str) -> tuple[str, str] | None:
    """(name, day) of something that comes under an organization on a day or later, or None."""
    sql = """select v.name, v.valid_from from organization_version v join organization o on o.id = v.organization_id
             where v.parent_id = :id and v.valid_to > :on and v.valid_from >= :on and o.closed_on > v.valid_from
             order by v.valid_from limit 1"""
    row = store.one(sql, {"id": organization_id, "on": on})
    return None if row is None else (row["name"], row["valid_from"])


def people(store: Store, organization_id: int, on: str) -> list[int]:
    """Ids of those who belong to an organization itself on a day, the bin left out, in list order."""
    sql = """select m.id from membership ms join member m on m.id = ms.member_id and m.deleted = 0
             where ms.organization_id = :id and ms.valid_from <= :on and ms.valid_to > :on
             order by m.list_key, m.birth_date, m.id"""
    return store.column(sql, {"id": organization_id, "on": on})


def later_comer(store: Store, organization_id: int, on: str) -> tuple[str, str] | None:
    """(name, day) of the first person who comes to an organization on a day or later, for good or for a time."""
    sql = """select m.full_name, p.valid_from from (
               select member_id, valid_from from membership where organization_id = :id and valid_from >= :on
               union all
               select member_id, valid_from from temporary_activity where organization_id = :id and valid_from >= :on
             ) p join member m on m.id = p.member_id order by p.valid_from limit 1"""
    row = store.one(sql, {"id": organization_id, "on": on})
    return None if row is None else (row["full_name"], row["valid_from"])


def rolled_since(store: Store, organization_id: int, on: str) -> tuple[str, str] | None:
    """(name, first day) of a conference held on a day or later whose frozen roll has people of a cell, or None."""
    sql = """select c.name, min(h.held_on) as day from conference c join half_day h on h.conference_id = c.id
             where exists (select 1 from roll_row r where r.conference_id = c.id and r.cell_id = :id)
             group by c.id having day >= :on order by day limit 1"""
    row = store.one(sql, {"id": organization_id, "on": on})
    return None if row is None else (row["name"], row["day"])
