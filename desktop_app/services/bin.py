"""The bin: people taken out of the register, listed and brought back. Nobody is ever erased from it here."""

from collections.abc import Sequence

from db import bin as kept
from db.bin import Binned
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import today

__all__ = ["Binned"]


def binned(store: Store) -> list[Binned]:
    """People in the bin, the latest first, with the day and time they were put there."""
    return kept.binned(store, today(store).isoformat())


def restore(store: Store, member_ids: Sequence[int]) -> int:
    """Bring people back into the register as they were; how many. Refuses who is not in the bin."""
    found = {each.person.id: each.person for each in binned(store)}
    if not member_ids or set(member_ids) - found.keys():
        raise Refusal("Người này không có trong thùng rác; hãy tải lại danh sách.")
    who = found[member_ids[0]].full_name if len(member_ids) == 1 else f"{len(member_ids)} người"
    with store.gesture("member.restore", f"Khôi phục {who} từ thùng rác"):
        return kept.restore(store, member_ids)
