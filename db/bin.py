"""The SQL about the bin: people taken out of the register, who may come back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from db.erasing import ERASED
from db.members import page
from db.records import Member
from db.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """One person in the bin; `deleted_at` None = it was not written down when."""

    person: Member
    deleted_at: str | None


def binned(store: Store, on: str) -> list[Binned]:
    """People in the bin as of a day, the latest first; who may come back.

    Not those merged into another, who live on as that one, and not those of whom nothing is left to come back.
    """
    rows = store.all(
        """select id, deleted_at from member
           where deleted = 1 and merged_into is null and full_name <> :erased order by deleted_at desc, id desc""",
        {"erased": ERASED},
    )
    when = {row["id"]: row["deleted_at"] for row in rows}
    return [Binned(person=person, deleted_at=when[person.id]) for person in page(store, list(when), on)]


def restore(store: Store, ids: Sequence[int]) -> int:
    """Take people out of the bin; how many."""
    sql = """update member set deleted = 0, deleted_at = null
             where deleted = 1 and id in (select value from json_each(:ids))"""
    return int(store.execute(sql, {"ids": json.dumps(list(ids))}).rowcount)
