"""The users of a locked store: each has a password of their own, a name in the journal and a role.

They stand in the key file beside the store, not in it: nothing is ciphered anew, undo does not reach them, and
every later backup takes them along.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db import backup, key_slots, organizations, outputs
from db.crypto import Cost, DataKey
from db.key_slots import Ring, Slot, SlotKind, label_of, labelled, opened_by
from db.keys import fold, tidy
from db.records import Organization
from db.store import Store
from db.values import Role
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import access
from desktop_app.services.organizations import cells
from desktop_app.services.passwords import checked, password_slot, recovery_slot

TAKEN = "Mật khẩu này không dùng được; hãy chọn mật khẩu khác."
LAST = "Sổ phải còn ít nhất một người quản trị; hãy giao quyền quản trị cho người khác trước."
ALL = "Tất cả chi bộ"
ALL_CELLS = "Người quản trị làm việc với cả sổ, không giới hạn theo chi bộ được; hãy chọn quyền nhập liệu hoặc chỉ xem."
NO_PASSWORD = "Sổ chưa có mật khẩu; hãy đặt mật khẩu trước."


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """One who opens the store with a password of their own. `since`: when the password was set (ISO, local).

    `cells`: uids of the cells whose people are all this user sees; none = everyone's.
    """

    name: str
    role: Role
    since: str
    cells: tuple[str, ...] = ()


def users(store: Store) -> list[User]:
    """All users, as they were added; none where the store has no password."""
    if store.key is None:
        return []
    return [user_of(slot, store.key) for slot in ring_of(store)[1].slots if slot.kind is SlotKind.PASSWORD]


def recovery_since(store: Store) -> str | None:
    """When the recovery code that holds now was set."""
    if store.key is None:
        return None
    codes = [slot for slot in ring_of(store)[1].slots if slot.kind is SlotKind.RECOVERY]
    return str(label_of(codes[0], store.key)["since"]) if codes else None


def add_user(
    store: Store, name: str, role: Role, password: str, cost: Cost | None = None, cells: Sequence[int] = ()
) -> None:
    """Let one more person in, by a password of their own; `cells` None given = they see everyone."""
    access.require_administrator(store)
    name = tidy(name)
    if not name:
        raise Refusal("Chưa có tên người dùng; hãy ghi họ tên người sẽ dùng mật khẩu này.")
    if fold(name) in {fold(user.name) for user in users(store)}:
        raise Refusal(f"Đã có người dùng “{name}”; hãy ghi thêm chức danh để phân biệt.")
    key, ring = ring_of(store)
    refuse_taken(ring, password)
    named = uids_of(store, role, cells)
    keep(store, (*ring.slots, password_slot(key, password, name, role, cost or Cost(), named)))
    outputs.note(store, "Thêm người dùng", f"{name} ({word(role)})")


def set_rights(store: Store, name: str, role: Role, cells: Sequence[int]) -> None:
    """What a user may do and whose people they see, from their next opening on; the password stays."""
    access.require_administrator(store)
    key, ring = ring_of(store)
    slot, named = slot_of(store, name), uids_of(store, role, cells)
    if role is not Role.ADMINISTRATOR and not has_administrator(key, [each for each in ring.slots if each != slot]):
        raise Refusal(LAST)
    changed = labelled(slot, key, label_of(slot, key) | {"role": role.value, "cells": [*named]})
    keep(store, tuple(changed if each == slot else each for each in ring.slots))
    outputs.note(store, "Đổi quyền", f"{name} ({word(role)})")


def uids_of(store: Store, role: Role, cells: Sequence[int]) -> tuple[str, ...]:
    """Cells as a key file names them: a number may be another's in a store put back from elsewhere."""
    if cells and role is Role.ADMINISTRATOR:
        raise Refusal(ALL_CELLS)
    known = {number: uid for uid, number in organizations.uids(store).items()}
    return tuple(known[each] for each in dict.fromkeys(cells))


def cells_of(store: Store, user: User) -> tuple[Organization, ...]:
    """The cells a user is limited to, as they stand today; those that are no longer are left out."""
    known = organizations.uids(store)
    wanted = {known[uid] for uid in user.cells if uid in known}
    return tuple(each for each in cells(store) if each.id in wanted)


def scope_words(store: Store, user: User) -> str:
    """“Tất cả chi bộ”, or how many cells and which; of cells that are no longer only how many."""
    if not user.cells:
        return ALL
    names = [each.name for each in cells_of(store, user)]
    gone = len(user.cells) - len(names)
    listed = ", ".join([*names, *([f"{gone} chi bộ không còn, cần chọn lại"] if gone else [])])
    return f"{len(user.cells)} chi bộ: {listed}"


def has_administrator(key: DataKey, slots: Iterable[Slot]) -> bool:
    return any(s.kind is SlotKind.PASSWORD and user_of(s, key).role is Role.ADMINISTRATOR for s in slots)


def remove_user(store: Store, name: str) -> None:
    """Shut one person out of this store and of later backups; earlier backups still open with their password."""
    access.require_administrator(store)
    key, ring = ring_of(store)
    gone = slot_of(store, name)
    left = tuple(slot for slot in ring.slots if slot is not gone and slot != gone)
    if not has_administrator(key, left):
        raise Refusal(LAST)
    keep(store, left)
    outputs.note(store, "Bỏ người dùng", name)


def renew_own(store: Store, password: str, cost: Cost | None = None) -> None:
    """The holder's own password after the recovery code, which stands for the former one."""
    if not access.holder(store).recovered:
        raise Refusal("Hãy gõ mật khẩu hiện nay để đổi mật khẩu của mình.")
    renew(store, access.holder(store).name, password, cost)
    access.settle(store)


def change_password(store: Store, former: str, password: str, cost: Cost | None = None) -> None:
    """The holder's own password, on showing the former one."""
    key, ring = ring_of(store)
    found = opened_by(ring, SlotKind.PASSWORD, former)
    if found is None or user_of(found[1], key).name != access.holder(store).name:
        raise Refusal("Mật khẩu hiện nay không đúng; hãy gõ lại.")
    renew(store, access.holder(store).name, password, cost)


def give_password(store: Store, name: str, password: str, cost: Cost | None = None) -> None:
    """The administrator gives someone a new password; so does whoever came in with the recovery code."""
    access.require_administrator(store)
    renew(store, name, password, cost)


def renew(store: Store, name: str, password: str, cost: Cost | None) -> None:
    """Exchange one slot; the others, and every page of the store, stay as they are."""
    key, ring = ring_of(store)
    former = slot_of(store, name)
    others = tuple(slot for slot in ring.slots if slot != former)
    refuse_taken(Ring(key_id=ring.key_id, slots=others), checked(password, name))
    user = user_of(former, key)
    fresh = password_slot(key, password, user.name, user.role, cost or Cost(), user.cells)
    keep(store, tuple(fresh if slot == former else slot for slot in ring.slots))
    outputs.note(store, "Đặt mật khẩu mới", user.name)


def renew_code(store: Store, code: str, cost: Cost | None = None) -> None:
    """Put another recovery code, typed back from paper, in the place of the one that was; that opens nothing then."""
    access.require_administrator(store)
    key, ring = ring_of(store)
    fresh = recovery_slot(key, code, cost or Cost())
    keep(store, (*(slot for slot in ring.slots if slot.kind is SlotKind.PASSWORD), fresh))
    outputs.note(store, "Thay mã khôi phục")


def refuse_taken(ring: Ring, password: str) -> None:
    """People are told apart by their passwords alone."""
    if opened_by(ring, SlotKind.PASSWORD, password) is not None:
        raise Refusal(TAKEN)


def slot_of(store: Store, name: str) -> Slot:
    """The slot of a user by name."""
    key, ring = ring_of(store)
    for slot in ring.slots:
        if slot.kind is SlotKind.PASSWORD and fold(user_of(slot, key).name) == fold(tidy(name)):
            return slot
    raise Refusal(f"Không có người dùng “{name}”; hãy chọn một người trong danh sách người dùng.")


def user(store: Store, name: str) -> User:
    """A user by name."""
    return user_of(slot_of(store, name), ring_of(store)[0])


def user_of(slot: Slot, key: DataKey) -> User:
    said = label_of(slot, key)
    return User(name=said["name"], role=Role(said["role"]), since=said["since"], cells=tuple(said.get("cells", ())))


def ring_of(store: Store) -> tuple[DataKey, Ring]:
    """The key of an open store and all that opens it. Refuses a store without a password."""
    ring = backup.ring_of(store)
    if store.key is None or ring is None:
        raise Refusal(NO_PASSWORD)
    return store.key, ring


def keep(store: Store, slots: tuple[Slot, ...]) -> None:
    """Write the key file anew, at one blow."""
    key, _ = ring_of(store)
    assert store.path is not None, "a store in memory has no key"
    try:
        key_slots.write(store.path, [Ring(key_id=key.id, slots=slots)])
    except OSError:
        raise Refusal(
            f"Không ghi được tệp khóa “{key_slots.beside(store.path).name}” nên mật khẩu giữ như cũ; "
            "hãy kiểm tra ổ đĩa còn chỗ rồi làm lại."
        ) from None
