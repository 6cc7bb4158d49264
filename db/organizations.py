"""The SQL about organizations: a dated tree, one version row per period in which nothing about it changed."""

from typing import Any

from db.records import Organization
from db.store import Store
from db.values import ALWAYS, Audience, OrganizationKind

AS_OF = """
    select o.id, o.kind, o.code, o.opened_on, o.closed_on,
           v.name, v.parent_id, v.superior_line, v.issuer_line, v.audience
    from organization o
    join organization_version v on v.organization_id = o.id and v.valid_from <= :on and v.valid_to > :on
    where o.opened_on <= :on and o.closed_on > :on
"""

MEMBERS_IN = """
    (select count(*) from membership ms
     join member m on m.id = ms.member_id and m.deleted = 0
     join member_kind k on k.member_id = m.id and k.valid_from <= :on and k.valid_to > :on and k.kind <> 'guest'
     join member_status s on s.member_id = m.id and s.valid_from <= :on and s.valid_to > :on
       and s.status not in ('deceased', 'left')
     where ms.organization_id = o.id and ms.valid_from <= :on and ms.valid_to > :on) as member_count
"""


def cells(store: Store, on: str, counted: bool) -> list[Organization]:
    """All cells that exist on a day, in order, each with its count of members where they are to be counted."""
    sql = AS_OF.replace("v.audience\n", f"v.audience, {MEMBERS_IN}\n") if counted else AS_OF
    rows = store.all(f"{sql} and o.kind = 'cell' order by v.order_key, o.id", {"on": on})
    return [as_organization(row) for row in rows]


def cell_names(store: Store, on: str) -> list[tuple[int, str]]:
    """(id, name) of the cells that exist on a day, in order."""
    sql = f"select id, name from ({AS_OF.replace('v.audience', 'v.audience, v.order_key')} and o.kind = 'cell')"
    return [(row["id"], row["name"]) for row in store.all(sql + " order by order_key, id", {"on": on})]


def cells_named(store: Store, match_key: str, on: str) -> list[int]:
    """Ids of the cells whose names have this key on a day."""
    sql = f"select id from ({AS_OF} and o.kind = 'cell' and v.match_key = :key)"
    return [int(each) for each in store.column(sql, {"on": on, "key": match_key})]


def within_limits(store: Store, on: str) -> tuple[str, ...]:
    """The names of the cells a limited store shows, of those that exist on a day, in order."""
    return tuple(
        store.column(
            f"""select name from ({AS_OF.replace("v.audience", "v.audience, v.order_key")}
                and o.id in (select id from temp.limit_cell)) order by order_key, id""",
            {"on": on},
        )
    )


def uids(store: Store) -> dict[str, int]:
    """Every organization there ever was, by what it is known by in other stores."""
    return {row["uid"]: row["id"] for row in store.all("select uid, id from organization")}


def all_of(store: Store, on: str, counted: bool) -> list[Organization]:
    """All organizations that exist on a day, in the order of their names, each with the people in it and under it."""
    sql = AS_OF.replace("v.audience", "v.audience, v.order_key")
    counts = people_under(store, on) if counted else {}
    rows = store.all(f"select * from ({sql}) order by order_key, id", {"on": on})
    return [
        as_organization({k: v for k, v in row.items() if k != "order_key"} | {"member_count": counts.get(row["id"], 0)})
        for row in rows
    ]


def people_under(store: Store, on: str) -> dict[int, int]:
    """How many members belong to each organization or to one under it, each person counted once at every level."""
    sql = f"""
        with recursive
          alive as materialized (select id, parent_id from ({AS_OF})),
          under (top, id) as (
            select id, id from alive union
            select under.top, alive.id from under join alive on alive.parent_id = under.id)
        select under.top, count(distinct ms.member_id) as people from under
        join membership ms on ms.organization_id = under.id and ms.valid_from <= :on and ms.valid_to > :on
        join member m on m.id = ms.member_id and m.deleted = 0
        join member_kind k on k.member_id = m.id and k.valid_from <= :on and k.valid_to > :on and k.kind <> 'guest'
        join member_status s on s.member_id = m.id and s.valid_from <= :on and s.valid_to > :on
          and s.status not in ('deceased', 'left')
        group by under.top"""
    return {row["top"]: row["people"] for row in store.all(sql, {"on": on})}


def organization(store: Store, organization_id: int, on: str) -> Organization | None:
    """One organization as of a day."""
    row = store.one(AS_OF + " and o.id = :id", {"on": on, "id": organization_id})
    return None if row is None else as_organization(row)


def root(store: Store, on: str) -> Organization | None:
    """The office's own organization: the first without a parent."""
    row = store.one(AS_OF + " and v.parent_id is null order by o.id limit 1", {"on": on})
    return None if row is None else as_organization(row)


def add(
    store: Store, kind: OrganizationKind, code: str | None, version: dict[str, Any], opened_on: str = ALWAYS
) -> int:
    """A new organization with its first version; its id."""
    organization_id = store.add("organization", kind=kind, code=code, opened_on=opened_on)
    store.add("organization_version", organization_id=organization_id, **version)
    return organization_id


def correct(store: Store, organization_id: int, on: str, **values: Any) -> None:
    """Correct the version of a day in place."""
    sets = ", ".join(f"{name} = :{name}" for name in values)
    store.execute(
        f"""update organization_version set {sets}
            where organization_id = :id and valid_from <= :on and valid_to > :on""",
        {**values, "id": organization_id, "on": on},
    )


def as_organization(row: dict[str, Any]) -> Organization:
    """A row of AS_OF as a record."""
    sets = {"kind": OrganizationKind(row["kind"]), "audience": Audience(row["audience"])}
    return Organization(**{**row, **sets})
