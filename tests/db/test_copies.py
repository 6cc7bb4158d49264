"""Copies ciphered otherwise: every row is there, and only the right key reads it."""

from pathlib import Path

import pytest

from db.copies import copy_into
from db.crypto import DataKey, new_key
from db.errors import DamagedStore, LockedStore, LostKeys, NotAStore
from db.store import again
from desktop_app.services.store import Store
from tests.cast import some_members
from tests.db.files import content
from tests.db.locked import lock, opened

CANARY = "Trần Thị Chim Hoàng Yến"


@pytest.mark.parametrize("locked", [True, False])
@pytest.mark.parametrize("name", ["ra.sht", "Sổ của Ân # 50% (1)?.sht"])
def test_a_copy_holds_every_row_whatever_its_key(kept_store: Store, tmp_path: Path, locked: bool, name: str) -> None:
    some_members(kept_store, 5)
    key, copy = (new_key() if locked else None), tmp_path / name
    copy_into(kept_store, copy, key)
    twin = opened(copy, key)
    assert content(twin) == content(kept_store)
    twin.close()


def test_the_cipher_comes_off_again(store_path: Path, tmp_path: Path) -> None:
    store = opened(store_path, lock(store_path))
    some_members(store, 5)
    copy_into(store, tmp_path / "ra.sht", None)
    twin = opened(tmp_path / "ra.sht", None)
    assert content(twin) == content(store)
    twin.close()
    store.close()


def test_nothing_of_a_locked_store_is_read_in_its_files(store_path: Path) -> None:
    store = opened(store_path, lock(store_path))
    some_members(store, 3)
    with store.gesture("test", CANARY):
        store.execute("insert into setting (key, value) values ('canary', :text)", {"text": CANARY})
    for path in store_path.parent.glob("so-hoc-tap*"):
        assert CANARY.encode() not in path.read_bytes()
        assert b"SQLite format" not in path.read_bytes() and b"create table" not in path.read_bytes().lower()
    store.close()


def test_a_second_connection_has_the_key(store_path: Path) -> None:
    store = opened(store_path, lock(store_path))
    other = again(store)
    assert other.value("select count(*) from organization") == 1
    other.close()
    store.close()


def test_a_locked_store_says_so(store_path: Path) -> None:
    lock(store_path)
    with pytest.raises(LockedStore):
        opened(store_path, None)


def test_a_locked_store_whose_key_file_is_gone_says_so(store_path: Path) -> None:
    lock(store_path)
    store_path.with_name(store_path.name + ".keys").unlink()
    with pytest.raises(LostKeys):
        opened(store_path, None)


def test_a_key_of_another_store_is_refused_and_nothing_is_printed(
    store_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    key = lock(store_path)
    with pytest.raises(NotAStore):
        opened(store_path, new_key())
    with pytest.raises(DamagedStore):
        opened(store_path, DataKey(id=key.id, secret=new_key().secret))
    assert capfd.readouterr() == ("", "")


def test_every_flipped_bit_of_a_locked_store_is_found(store_path: Path) -> None:
    key, at = lock(store_path), 4096 * 3
    whole = store_path.read_bytes()
    for bit in range(0, 8 * 4096, 1201):
        torn = bytearray(whole)
        torn[at + bit // 8] ^= 1 << bit % 8
        store_path.write_bytes(torn)
        with pytest.raises(DamagedStore):
            opened(store_path, key)
