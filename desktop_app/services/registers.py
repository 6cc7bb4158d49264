"""What registers of many people ask for at once. It writes nothing."""

from collections.abc import Iterable

from db import registers
from db.store import Store


def arrivals(store: Store, member_ids: Iterable[int], on: str) -> dict[int, tuple[str, str]]:
    """Member → (day, whence) of those who came from elsewhere into the cell they are in on a day."""
    return registers.arrivals(store, member_ids, on)
