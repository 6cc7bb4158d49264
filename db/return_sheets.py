"""The SQL about workbooks sent out to be filled: what was sent for which place, and the lasting ids that go with it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from db.store import Store

FIELDS = "id, uid, conference_id, venue_id, cell_id, version, made_at, returned_at"
SCOPE = "conference_id = :conference and venue_id is :venue and cell_id is :cell"
WITH_UID = ("member", "half_day", "conference")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSheet:
    """One workbook sent out for the people of a venue or cell; `version` counts those of the same place."""

    id: int
    uid: str
    conference_id: int
    venue_id: int | None
    cell_id: int | None
    version: int
    made_at: str
    returned_at: str | None


def by_uid(store: Store, uid: str) -> ReturnSheet | None:
    """The workbook of a uid, or None."""
    row = store.one(f"select {FIELDS} from return_sheet where uid = :uid", {"uid": uid})
    return None if row is None else ReturnSheet(**row)


def newest_version(store: Store, conference_id: int, venue_id: int | None, cell_id: int | None) -> int:
    """The highest version sent out for a place, 0 before the first."""
    given = {"conference": conference_id, "venue": venue_id, "cell": cell_id}
    return int(store.value(f"select coalesce(max(version), 0) from return_sheet where {SCOPE}", given))


def add(store: Store, conference_id: int, venue_id: int | None, cell_id: int | None, version: int, made_at: str) -> int:
    """Keep that a workbook was sent out; its id."""
    return store.add(
        "return_sheet",
        conference_id=conference_id,
        venue_id=venue_id,
        cell_id=cell_id,
        version=version,
        made_at=made_at,
    )


def by_id(store: Store, sheet_id: int) -> ReturnSheet:
    """The workbook of an id that is known to be there."""
    row = store.one(f"select {FIELDS} from return_sheet where id = :id", {"id": sheet_id})
    assert row is not None
    return ReturnSheet(**row)


def set_returned(store: Store, sheet_id: int, returned_at: str) -> None:
    """Note that a workbook came back and was taken over."""
    store.change("return_sheet", sheet_id, returned_at=returned_at)


def uids(store: Store, table: str, ids: Iterable[int]) -> dict[int, str]:
    """The lasting ids of rows of a table of WITH_UID, by their ids here."""
    assert table in WITH_UID
    sql = f"select id, uid from {table} where id in (select value from json_each(:ids))"
    return {row["id"]: row["uid"] for row in store.all(sql, {"ids": json.dumps(list(ids))})}
