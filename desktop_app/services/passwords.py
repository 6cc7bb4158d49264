"""The password of a store: what opens it, how it is set and taken off. Users one by one are `users`' business.

A store is ciphered with a random key; a password only opens a slot in which that key is wrapped. Who loses the password
opens the store with the recovery code, which was printed and typed back before the password came into force.
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from db import backup, key_slots, outputs, putting_back
from db.crypto import Cost, DataKey, new_key
from db.errors import BusyStore, StoreError
from db.key_slots import Label, Ring, SlotKind, label_of, make_slot, opened_by
from db.keys import fold
from db.store import Store, connect, now, open_store
from db.store_files import head
from db.values import Role
from desktop_app.domain.recovery_code import GROUPS, RANDOM_DIGITS, code_of, looks_like_code, read_code
from desktop_app.domain.refusal import Refusal
from desktop_app.services.access import OFFICE, Holder, holder
from desktop_app.services.progress import Progress, quiet

WRONG = "Mật khẩu không đúng; hãy gõ lại, hoặc gõ mã khôi phục đã in."
SHORTEST = 8
GUESSED = ("123456", "654321", "abcdef", "qwerty", "matkhau", "password")
"""What is tried first; a password is more than that with a few letters added."""
BUSY = "Sổ đang mở ở cửa sổ khác; hãy đóng chương trình rồi làm lại."


class PasswordWanted(Refusal):
    """Nothing is wrong but that a password is needed first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """A proven holder and the key."""

    key: DataKey
    holder: Holder


def is_locked(path: Path) -> bool:
    """Whether a store asks for a password. A damaged key file is told when the store is opened."""
    try:
        return path.is_file() and head(path)[:16] in key_slots.read(path)
    except (OSError, StoreError):
        return False


def enter(path: Path, typed: str) -> Entrance:
    """Open the lock of a store with a password or its recovery code; a wrong one is slow and learns nothing."""
    try:
        ring = key_slots.read(path).get(head(path)[:16])
    except (OSError, StoreError):
        raise Refusal(f"Không đọc được tệp khóa “{path.name}.keys”; hãy phục hồi từ bản sao lưu.") from None
    if ring is None:
        raise Refusal(f"Không có khóa của sổ “{path.name}”; hãy phục hồi từ bản sao lưu.")
    return through(ring, typed)


def through(ring: Ring, typed: str) -> Entrance:
    """Whoever what is typed lets in."""
    by_code = looks_like_code(typed)
    found = opened_by(ring, SlotKind.RECOVERY if by_code else SlotKind.PASSWORD, read_code(typed) if by_code else typed)
    if found is None:
        raise Refusal(WRONG)
    key, slot = found
    if by_code:
        return Entrance(key=key, holder=Holder(recovered=True))
    said = label_of(slot, key)
    return Entrance(key=key, holder=holder_of(said))


def holder_of(said: Label) -> Holder:
    """Whom a slot lets in; labels of older programs name no cells."""
    return Holder(name=said["name"], role=Role(said["role"]), cells=tuple(said.get("cells", ())))


def new_code() -> str:
    """A recovery code nobody has seen; it is kept nowhere until it is typed back."""
    return code_of("".join(str(secrets.randbelow(10)) for _ in range(GROUPS * RANDOM_DIGITS)))


def checked(password: str, name: str = "") -> str:
    """A password worth the name. Refuses one that is short, one letter over and over, the name of its user, or that
    everybody would try first."""
    if len(password) < SHORTEST:
        raise Refusal(
            f"Mật khẩu cần ít nhất {SHORTEST} ký tự; hãy dùng một câu ngắn dễ nhớ với mình, khó đoán với người."
        )
    bare = fold(password).replace(" ", "")
    guessed = any(each in bare and len(bare) < len(each) + 5 for each in GUESSED)
    if len(set(bare)) < 4 or bare == fold(name).replace(" ", "") or guessed:
        raise Refusal("Mật khẩu này quá dễ đoán; hãy chọn một câu ngắn chỉ mình biết.")
    if looks_like_code(password):
        raise Refusal("Mật khẩu không được giống mã khôi phục; hãy dùng cả chữ.")
    return password


def password_slot(
    key: DataKey, password: str, name: str, role: Role, cost: Cost, cells: tuple[str, ...] = ()
) -> key_slots.Slot:
    label: Label = {"name": name, "role": role.value, "since": now(), "cells": [*cells]}
    return make_slot(key, SlotKind.PASSWORD, checked(password, name), label, cost)


def recovery_slot(key: DataKey, code: str, cost: Cost) -> key_slots.Slot:
    return make_slot(key, SlotKind.RECOVERY, read_code(code), {"since": now()}, cost)


def new_lock(password: str, code: str, name: str = OFFICE, cost: Cost | None = None) -> tuple[DataKey, Ring]:
    """A fresh key, and the slots its administrator's password and the recovery code open."""
    key, cost = new_key(), cost or Cost()
    slots = (password_slot(key, password, name, Role.ADMINISTRATOR, cost), recovery_slot(key, code, cost))
    return key, Ring(key_id=key.id, slots=slots)


def backup_lock(password: str, cost: Cost | None = None) -> tuple[DataKey, Ring]:
    """A lock for one backup of a store that has none: it leaves the office on a stick that may be lost."""
    key = new_key()
    return key, Ring(key_id=key.id, slots=(password_slot(key, password, OFFICE, Role.ADMINISTRATOR, cost or Cost()),))


def set_password(
    path: Path, password: str, code: str, name: str = OFFICE, progress: Progress = quiet, cost: Cost | None = None
) -> None:
    """Cipher a closed store that has no password; `code` is the recovery code as it was typed back.

    The copy is compared row by row and opened with the new password before the plain file is overwritten and removed.
    Interrupted anywhere the store is there, plain or locked, and whole. What the disk keeps of overwritten files, and
    backups made before, are not reached.
    """
    if is_locked(path):
        raise Refusal(f"Sổ “{path.name}” đã có mật khẩu; hãy dùng “Đổi mật khẩu”.")
    key, ring = new_lock(password, code, name, cost)
    recipher(path, None, key, ring, progress)
    prove(path, enter(path, password))


def remove_password(path: Path, entrance: Entrance, progress: Progress = quiet) -> None:
    """Take the cipher off a closed store; from then on anybody may read it."""
    if entrance.holder.role is not Role.ADMINISTRATOR:
        raise Refusal("Chỉ người quản trị sổ được bỏ mật khẩu.")
    recipher(path, entrance.key, None, None, progress)


def recipher(path: Path, former: DataKey | None, key: DataKey | None, ring: Ring | None, progress: Progress) -> None:
    """Exchange a closed store for a copy of itself with another key."""
    fresh = path.with_name(path.name + ".moi")
    try:
        store = open_store(path, key=former)
        try:
            backup.copy_out(store, fresh, key, progress)
        finally:
            store.close()
        note(fresh, key)
        putting_back.recipher(fresh, path, ring, former)
    except BusyStore:
        raise Refusal(BUSY) from None
    except (OSError, StoreError):
        raise Refusal(unfinished(path, former)) from None
    finally:
        with suppress(OSError):  # a copy that is in nobody's way: the next try writes over it
            fresh.unlink(missing_ok=True)
    if key is None:
        with suppress(OSError):  # ciphered, and taken away when the program is next opened
            putting_back.former_of(path).unlink(missing_ok=True)


def note(fresh: Path, key: DataKey | None) -> None:
    """Let the copy that will be the store say what was done to it."""
    store = connect(fresh, OFFICE, "delete", key)
    try:
        outputs.note(store, "Bỏ mật khẩu của sổ" if key is None else "Đặt mật khẩu cho sổ")
    finally:
        store.close()


def unfinished(path: Path, former: DataKey | None) -> str:
    """What is said when the disk ends the work: the store is the old one or, after the last step but one, the new."""
    if is_locked(path) is (former is not None):
        return "Ổ đĩa không còn chỗ hoặc không cho ghi, nên mật khẩu giữ như cũ; hãy dọn bớt tệp rồi làm lại."
    return (
        "Ổ đĩa báo lỗi ở bước cuối; sổ còn nguyên nhưng khóa có thể đã đổi: hãy mở lại sổ để xem có hỏi mật khẩu không."
    )


def prove(path: Path, entrance: Entrance) -> None:
    """Open the store as its holder would; only then is what was there before wiped."""
    try:
        open_store(path, key=entrance.key).close()
        putting_back.wipe_former(path)
    except (OSError, StoreError):
        raise Refusal(
            f"Sổ đã có mật khẩu, nhưng ổ đĩa báo lỗi nên bản cũ không khóa “{putting_back.former_of(path).name}” "
            "có thể còn đó; hãy mở sổ lại một lần để chương trình xóa."
        ) from None


def enter_backup(path: Path, typed: str | None, of_store: Store | None = None) -> DataKey | None:
    """The key of a backup, None where it has none. Errors: PasswordWanted when it is locked and nothing was typed."""
    entrance = into_backup(path, typed, of_store)
    return entrance.key if entrance else None


def into_backup(path: Path, typed: str | None, of_store: Store | None = None) -> Entrance | None:
    """As `enter_backup`, with whoever was let in. A backup of the open store itself needs no password."""
    try:
        ring = backup.lock_of(path) if path.is_file() else None
    except StoreError:
        return None  # not whole: told by whoever proves it
    if ring is None:
        return None
    if of_store is not None and of_store.key is not None and of_store.key.id == ring.key_id:
        return Entrance(key=of_store.key, holder=holder(of_store))
    if typed is None:
        raise PasswordWanted(f"Bản sao lưu “{path.name}” có mật khẩu; hãy gõ mật khẩu lúc sao lưu hoặc mã khôi phục.")
    return through(ring, typed)
