"""Locked stores for tests: a key with one cheap slot, and a store ciphered with it."""

from pathlib import Path

from db import key_slots
from db.copies import copy_into
from db.crypto import Cost, DataKey, new_key
from db.key_slots import Ring, SlotKind, make_slot
from db.store import open_store
from desktop_app.services.store import Store

CHEAP = Cost(memory=64, passes=1)
PASSWORD = "Đoàn kết 1948"


def a_ring(key: DataKey, *typed: str) -> Ring:
    """A slot for each password."""
    slots = (make_slot(key, SlotKind.PASSWORD, each, {"name": each}, CHEAP) for each in typed or (PASSWORD,))
    return Ring(key_id=key.id, slots=tuple(slots))


def lock(path: Path, key: DataKey | None = None) -> DataKey:
    """Cipher the store at `path` and put its key file beside it."""
    key = key or new_key()
    store = open_store(path)
    copy = path.with_name("khóa.sht")
    copy_into(store, copy, key)
    store.close()
    copy.replace(path)
    key_slots.write(path, [a_ring(key)])
    return key


def opened(path: Path, key: DataKey | None) -> Store:
    return open_store(path, "Chị Lan", key)
