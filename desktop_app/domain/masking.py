"""Numbers of a person that are not shown in full unless asked for (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15)."""

from dataclasses import replace
from typing import Any

from db.records import Member

MASKED = ("party_card_no", "old_party_card_no", "citizen_id", "old_id_no", "phone")
SHOWN = 3


def mask(number: str) -> str:
    """A number with all but its last three characters hidden; a short one is hidden whole."""
    tail = number[-SHOWN:] if len(number) > 2 * SHOWN else ""
    return "•" * (len(number) - len(tail)) + tail


def masked(person: Member) -> Member:
    """A person with every such number masked."""
    numbers: dict[str, Any] = {name: mask(getattr(person, name) or "") or None for name in MASKED}
    return replace(person, **numbers)
