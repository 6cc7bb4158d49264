"""A store file in the place of another: what opens it stands beside it at every moment."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import backup, key_slots
from db.crypto import DataKey, new_key
from db.errors import LockedStore
from db.key_slots import SlotKind, opened_by
from db.putting_back import put_back
from tests.cast import some_members
from tests.db.files import content
from tests.db.locked import PASSWORD, a_ring, lock, opened
from tests.db.test_backup import dies_at, quiet


def backed_up(path: Path, key: DataKey | None, target: Path) -> dict[str, Any]:
    store = opened(path, key)
    made = backup.back_up(store, target, {"office": "thử"}, quiet)
    store.close()
    return made


def content_by(path: Path, typed: str) -> dict[str, str]:
    """What is in a store for one who knows a password, if it asks for any."""
    ring = key_slots.read(path).get(path.read_bytes()[:16])
    found = opened_by(ring, SlotKind.PASSWORD, typed) if ring else None
    store = opened(path, found[0] if found else None)
    held = content(store)
    store.close()
    return held


def test_a_backup_of_a_locked_store_is_locked_with_its_slots(store_path: Path, tmp_path: Path) -> None:
    key = lock(store_path)
    copy = tmp_path / "một.sht-backup"
    backed_up(store_path, key, copy)
    ring = backup.lock_of(copy)
    assert ring is not None and opened_by(ring, SlotKind.PASSWORD, PASSWORD) is not None
    for wrong in (None, new_key()):
        with pytest.raises(LockedStore):
            backup.verify(copy, tmp_path / "ra.sht", quiet, wrong)
    assert backup.verify(copy, tmp_path / "ra.sht", quiet, key)["rounds"] == 0


def test_a_plain_store_may_have_a_locked_backup(store_path: Path, tmp_path: Path) -> None:
    store, key, copy = opened(store_path, None), new_key(), tmp_path / "một.sht-backup"
    some_members(store, 3)
    backup.back_up(store, copy, {"office": "thử"}, quiet, (key, a_ring(key)))
    assert backup.verify(copy, tmp_path / "ra.sht", quiet, key)["members"] == 3
    twin = opened(tmp_path / "ra.sht", key)
    assert content(twin) == content(store)
    twin.close()
    store.close()


@pytest.mark.parametrize("seed", range(30))
def test_a_flipped_bit_in_a_locked_backup_is_refused(store_path: Path, tmp_path: Path, seed: int) -> None:
    key, copy = lock(store_path), tmp_path / "một.sht-backup"
    backed_up(store_path, key, copy)
    torn, place = bytearray(copy.read_bytes()), random.Random(seed)
    torn[place.randrange(len(torn))] ^= 1 << place.randrange(8)
    copy.write_bytes(torn)
    with pytest.raises(backup.BadBackup):
        backup.verify(copy, tmp_path / "ra.sht", quiet, key)


@pytest.mark.parametrize("former_locked", [True, False])
@pytest.mark.parametrize("fresh_locked", [True, False])
def test_an_exchange_killed_anywhere_leaves_a_store_its_password_opens(
    store_path: Path, tmp_path: Path, former_locked: bool, fresh_locked: bool
) -> None:
    other, copy = tmp_path / "khác" / "so-hoc-tap.sht", tmp_path / "một.sht-backup"
    other.parent.mkdir()
    other.write_bytes(store_path.read_bytes())
    store = opened(other, None)
    some_members(store, 2)
    store.close()
    key = lock(other) if fresh_locked else None
    former = lock(store_path) if former_locked else None
    backed_up(other, key, copy)
    old, new = content_by(store_path, PASSWORD), content_by(other, PASSWORD)
    restore = restoring(copy, store_path, key, former)
    kept = {path.name: path.read_bytes() for path in store_path.parent.glob("so-hoc-tap.sht*")}
    step = 0
    while dies_at(step, restore):
        assert content_by(store_path, PASSWORD) in (old, new)
        restore()
        assert content_by(store_path, PASSWORD) == new
        for name, held in kept.items():
            store_path.with_name(name).write_bytes(held)
        step += 1
    assert step >= 4


def restoring(copy: Path, into: Path, key: DataKey | None, former: DataKey | None) -> Callable[[], object]:
    fresh = into.with_name("mới.sht")

    def restore() -> None:
        backup.verify(copy, fresh, quiet, key)
        put_back(fresh, into, backup.lock_of(copy), former)

    return restore


def test_the_former_locked_store_kept_aside_opens_with_its_password(store_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "một.sht-backup"
    backed_up(store_path, None, copy)
    key = lock(store_path)
    fresh = store_path.with_name("mới.sht")
    backup.verify(copy, fresh, quiet)
    aside = put_back(fresh, store_path, None, key)
    assert aside is not None and content_by(aside, PASSWORD)
    assert not key_slots.beside(store_path).exists()
