"""The SQL about organizations: a dated tree, one version row per period in which nothing about it changed."""

from typing import Any

from db.records import Organization
from db.store import Store
from db.values import Audience, OrganizationKind

AS_OF = """
    select o.id, o.kind, o.code, v.name, v.parent_id, v.superior_line, v.issuer_line, v.audience
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


def cells(store: Store, on: str) -> list[Organization]:
    """All cells that exist on a day, in order, each with its count of members."""
    sql = (
        AS_OF.replace("v.audience\n", f"v.audience, {MEMBERS_IN}\n") + " and o.kind = 'cell' order by v.order_key, o.id"
    )
    return [as_organization(row) for row in store.all(sql, {"on": on})]


def cell_names(store: Store, on: str) -> list[tuple[int, str]]:
    """(id, name) of the cells that exist on a day, in order."""
    sql = f"select id, name from ({AS_OF.replace('v.audience', 'v.audience, v.order_key')} and o.kind = 'cell')"
    return [(row["id"], row["name"]) for row in store.all(sql + " order by order_key, id", {"on": on})]


def organization(store: Store, organization_id: int, on: str) -> Organization | None:
    """One organization as of a day."""
    row = store.one(AS_OF + " and o.id = :id", {"on": on, "id": organization_id})
    return None if row is None else as_organization(row)


def root(store: Store, on: str) -> Organization | None:
    """The office's own organization: the first without a parent."""
    row = store.one(AS_OF + " and v.parent_id is null order by o.id limit 1", {"on": on})
    return None if row is None else as_organization(row)


def add(store: Store, kind: OrganizationKind, code: str | None, version: dict[str, Any]) -> int:
    """A new organization with its first version; its id."""
    organization_id = store.add("organization", kind=kind, code=code)
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
