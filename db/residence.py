"""The SQL about residence blocks (phố, tổ dân phố): people grouped by where they live, apart from the Party tree."""

import json
from collections.abc import Sequence
from typing import Any

from db.groupings import ResidenceBlock
from db.store import Store

AS_OF = """
    select b.id, b.name, b.code, b.opened_on, b.closed_on,
           (select count(*) from residence r join member m on m.id = r.member_id and m.deleted = 0
            where r.block_id = b.id and r.valid_from <= :on and r.valid_to > :on) as people
    from residence_block b where b.opened_on <= :on and b.closed_on > :on
"""


def blocks(store: Store, on: str) -> list[ResidenceBlock]:
    """The blocks that exist on a day, in order of their names, with how many people live there."""
    return [ResidenceBlock(**row) for row in store.all(AS_OF + " order by b.order_key, b.id", {"on": on})]


def add(store: Store, **values: Any) -> int:
    """A new block; its id."""
    return store.add("residence_block", **values)


def change(store: Store, block_id: int, **values: Any) -> None:
    """Change columns of a block."""
    store.change("residence_block", block_id, **values)


def settle(store: Store, member_ids: Sequence[int], block_id: int | None, since: str) -> None:
    """From a day on people live in a block, or in none; what was before that day stays."""
    params = {"ids": json.dumps(list(member_ids)), "block": block_id, "since": since}
    some = "member_id in (select value from json_each(:ids))"
    store.execute(f"delete from residence where {some} and valid_from >= :since", params)
    store.execute(f"update residence set valid_to = :since where {some} and valid_to > :since", params)
    if block_id is not None:
        store.execute(
            "insert into residence (member_id, block_id, valid_from) select value, :block, :since from json_each(:ids)",
            params,
        )


def last_come(store: Store, block_id: int) -> str:
    """The last day anyone came to live in a block; empty when nobody ever did."""
    return str(
        store.value("select coalesce(max(valid_from), '') from residence where block_id = :id", {"id": block_id})
    )


def of_members(store: Store, member_ids: Sequence[int], on: str) -> dict[int, int]:
    """The block each of these people lives in on a day."""
    sql = """select member_id, block_id from residence where valid_from <= :on and valid_to > :on
             and member_id in (select value from json_each(:ids))"""
    rows = store.all(sql, {"ids": json.dumps(list(member_ids)), "on": on})
    return {row["member_id"]: row["block_id"] for row in rows}
