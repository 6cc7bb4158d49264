"""Residence blocks (phố, tổ dân phố) and who lives where, day by day. The Party tree knows nothing of them."""

from collections.abc import Sequence

from db import residence
from db.groupings import ResidenceBlock
from db.keys import same_words, text_key, tidy
from db.store import Store
from db.values import ALWAYS
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.services.members import page
from desktop_app.services.office import today


def blocks(store: Store, on: str | None = None) -> list[ResidenceBlock]:
    """The blocks that exist on a day (today by default), in order, each with the people who live there."""
    return residence.blocks(store, on or today(store).isoformat())


def find_block(store: Store, text: str) -> ResidenceBlock:
    """The block with this name, id or code."""
    known = blocks(store)
    same = [each for each in known if same_words(each.name) == same_words(text)]
    found = same or [each for each in known if text.strip() in (str(each.id), each.code)]
    if len(found) != 1:
        raise Refusal(f"Không tìm thấy “{tidy(text)}”; hãy ghi đúng tên phố, tổ dân phố như trong danh sách.")
    return found[0]


def create_block(store: Store, name: str, code: str | None = None, opened_on: str | None = None) -> ResidenceBlock:
    """A new block; `opened_on` None = it always was."""
    words = free_name(store, name)
    keys = {"name": words, "match_key": same_words(words), "order_key": text_key(words)}
    with store.gesture("block.create", f"Thêm {words}"):
        made = residence.add(store, **keys, code=tidy(code or "") or None, opened_on=opened_on or ALWAYS)
    return block(store, made, opened_on)


def rename_block(store: Store, block_id: int, name: str) -> ResidenceBlock:
    """Put a block's name right."""
    block(store, block_id)
    words = free_name(store, name, block_id)
    with store.gesture("block.rename", f"Sửa tên {words}"):
        residence.change(store, block_id, name=words, match_key=same_words(words), order_key=text_key(words))
    return block(store, block_id)


def close_block(store: Store, block_id: int, on: str) -> None:
    """The block no longer exists from a day on. Refuses while someone lives there."""
    found = next((each for each in blocks(store, on) if each.id == block_id), None)
    if found is None:
        raise Refusal(f"Không có phố, tổ dân phố này vào ngày {show_date(on)}; hãy chọn ngày khác.")
    if found.people or residence.last_come(store, block_id) >= on:
        raise Refusal(f"Còn người cư trú ở “{found.name}”; hãy chuyển họ sang nơi khác trước.")
    with store.gesture("block.close", f"Kết thúc {found.name}"):
        residence.change(store, block_id, closed_on=on)


def assign(store: Store, block_id: int | None, member_ids: Sequence[int], since: str | None = None) -> int:
    """People live in a block from a day on (None = as far back as known), or with None in no block; how many."""
    known = {person.id for person in page(store, member_ids)}
    if not member_ids or set(member_ids) - known:
        raise Refusal("Không còn người này trong sổ; hãy tải lại danh sách.")
    where = block(store, block_id, since) if block_id is not None else None
    said = f"Xếp {len(known)} người vào {where.name}" if where else f"Bỏ nơi cư trú của {len(known)} người"
    with store.gesture("block.assign", said):
        residence.settle(store, sorted(known), block_id, max(since or ALWAYS, where.opened_on if where else ALWAYS))
    return len(known)


def block_of(store: Store, member_id: int, on: str | None = None) -> ResidenceBlock | None:
    """The block a person lives in on a day, or None."""
    day = on or today(store).isoformat()
    where = residence.of_members(store, [member_id], day).get(member_id)
    return next((each for each in blocks(store, day) if each.id == where), None)


def block(store: Store, block_id: int, on: str | None = None) -> ResidenceBlock:
    """One block as of today, or of a later day it opens on."""
    day = max(on or ALWAYS, today(store).isoformat())
    found = next((each for each in blocks(store, day) if each.id == block_id), None)
    if found is None:
        raise Refusal("Không còn phố, tổ dân phố này; hãy tải lại danh sách.")
    return found


def free_name(store: Store, name: str, but: int | None = None) -> str:
    """The name tidied. Refuses an empty one and one another block has."""
    words = tidy(name)
    if not words:
        raise Refusal("Chưa có tên phố, tổ dân phố; hãy ghi tên.")
    if any(same_words(each.name) == same_words(words) and each.id != but for each in blocks(store)):
        raise Refusal(f"Đã có “{words}”; hãy ghi tên khác.")
    return words
