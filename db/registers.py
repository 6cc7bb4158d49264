"""The SQL of registers over many people at once: when and whence they came into their cell."""

import json
from collections.abc import Iterable

from db.store import Store


def arrivals(store: Store, member_ids: Iterable[int], on: str) -> dict[int, tuple[str, str]]:
    """Member → (day, whence) of those who came from elsewhere into the cell they are in on a day."""
    rows = store.execute(
        """select member_id, valid_from, came_from from membership
           where member_id in (select value from json_each(:ids)) and came_from is not null
             and valid_from <= :on and valid_to > :on""",
        {"ids": json.dumps(list(member_ids)), "on": on},
    )
    return {int(member): (str(day), str(whence)) for member, day, whence in rows}
