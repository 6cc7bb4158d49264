"""Copies of a store: whole or refused, complete beside a writer, put back as the old or the new file whole."""

import os
import random
import shutil
import sqlite3
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db import backup, blobs
from db.backup import BadBackup
from db.errors import BusyStore, ReadOnlyStore, StoreError
from db.store import again, open_store
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member, some_members
from tests.db.files import content, digest


def quiet(done: int, total: int) -> None:
    """Nobody listens."""


def copied(store: Store, target: Path) -> dict[str, Any]:
    return backup.back_up(store, target, {"office": "thử"}, quiet)


def content_of(path: Path) -> dict[str, str]:
    store = open_store(path)
    found = content(store)
    store.close()
    return found


@pytest.fixture
def kept_store(store_path: Path) -> Iterator[Store]:
    """An office in a file, which a test may close."""
    store = open_store(store_path)
    yield store
    store.close()


@pytest.fixture
def copy(kept_store: Store, tmp_path: Path) -> Path:
    """A backup of an office with a few people."""
    some_members(kept_store, 5)
    target = tmp_path / "một.sht-backup"
    copied(kept_store, target)
    return target


def dies_at(step: int, work: Callable[[], object]) -> bool:
    """Do some work in a process killed before its nth flush or rename; whether it was killed."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    left = iter(range(step))

    def mortal(real: Callable[..., object]) -> Callable[..., object]:
        return lambda *args: real(*args) if next(left, None) is not None else os._exit(9)

    try:
        vars(os).update(replace=mortal(os.replace), fsync=mortal(os.fsync))
        work()
    finally:
        os._exit(0)


def test_a_backup_holds_every_row(kept_store: Store, copy: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "ra.sht"
    manifest = backup.verify(copy, scratch, quiet)
    assert (manifest["members"], manifest["office"]) == (5, "thử")
    assert content_of(scratch) == content(kept_store)


def test_nothing_but_the_backup_is_left_in_the_folder(copy: Path) -> None:
    assert [path.name for path in copy.parent.glob("một*")] == ["một.sht-backup"]


def test_every_flipped_bit_is_noticed(copy: Path) -> None:
    whole, pick = copy.read_bytes(), random.Random(1)
    places = [*range(80), *range(len(whole) - 90, len(whole)), *pick.sample(range(len(whole)), 830)]
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << pick.randrange(8)
        copy.write_bytes(damaged)
        with pytest.raises(BadBackup):
            backup.read_manifest(copy)


def test_every_truncation_is_noticed(copy: Path) -> None:
    whole = copy.read_bytes()
    for length in (0, 1, 63, 64, 65, len(whole) - 1, *random.Random(2).sample(range(len(whole)), 100)):
        copy.write_bytes(whole[:length])
        with pytest.raises(BadBackup):
            backup.read_manifest(copy)


def test_bytes_added_at_the_end_are_noticed(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes() + b"\n")
    with pytest.raises(BadBackup):
        backup.read_manifest(copy)


def test_a_store_or_a_picture_is_no_backup(store_path: Path, tmp_path: Path) -> None:
    for name, text in (("ảnh.png", b"\x89PNG" * 99), ("sổ.sht", store_path.read_bytes())):
        path = tmp_path / name
        path.write_bytes(text)
        with pytest.raises(BadBackup):
            backup.verify(path, tmp_path / "ra.sht", quiet)


def test_a_backup_that_cannot_be_written_says_so_and_leaves_nothing(kept_store: Store, tmp_path: Path) -> None:
    with pytest.raises((ReadOnlyStore, OSError)):
        copied(kept_store, tmp_path / "không có" / "một.sht-backup")
    assert not (tmp_path / "không có").exists()


def test_a_backup_beside_a_writer_has_every_row_acknowledged_before(kept_store: Store, tmp_path: Path) -> None:
    cell, begun, stop, acknowledged = a_cell(kept_store), threading.Event(), threading.Event(), 0

    def write() -> None:
        nonlocal acknowledged
        other = again(kept_store)
        while not stop.is_set():
            a_member(other, f"Người {acknowledged}", cell.name)
            acknowledged += 1
            if acknowledged == 20:
                begun.set()
        other.close()

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    assert begun.wait(60), "the writer never got going"
    sure = acknowledged
    manifest = copied(kept_store, tmp_path / "một.sht-backup")
    stop.set()
    writer.join()
    assert sure <= manifest["members"] <= acknowledged
    backup.verify(tmp_path / "một.sht-backup", tmp_path / "ra.sht", quiet)
    found = open_store(tmp_path / "ra.sht")
    names = [f"Người {number}" for number in range(manifest["members"])]
    assert found.column("select full_name from member order by id") == names
    found.close()


def test_a_store_open_elsewhere_is_not_exchanged(kept_store: Store, store_path: Path, copy: Path) -> None:
    fresh = store_path.with_name("mới.sht")
    backup.verify(copy, fresh, quiet)
    before = content(kept_store)
    with pytest.raises(BusyStore):
        backup.put_back(fresh, store_path)
    assert content(kept_store) == before


def test_the_former_store_is_kept_whole(kept_store: Store, store_path: Path, copy: Path) -> None:
    a_member(kept_store, "Người Mới")
    before = content(kept_store)
    kept_store.close()
    fresh = store_path.with_name("mới.sht")
    backup.verify(copy, fresh, quiet)
    aside = backup.put_back(fresh, store_path)
    assert aside is not None and content_of(aside) == before
    assert content_of(store_path) != before


def test_two_restores_in_one_second_keep_both_former_stores(kept_store: Store, store_path: Path, copy: Path) -> None:
    kept_store.close()
    kept = []
    for _ in range(3):
        fresh = store_path.with_name("mới.sht")
        backup.verify(copy, fresh, quiet)
        kept.append(backup.put_back(fresh, store_path))
    assert len({path for path in kept if path is not None and path.exists()}) == 3


@pytest.mark.parametrize("store_is_there", [True, False])
@pytest.mark.parametrize("log", ["-wal", "-journal"])
def test_a_log_left_beside_the_store_is_not_swept_into_the_restored_one(
    kept_store: Store, store_path: Path, copy: Path, log: str, store_is_there: bool
) -> None:
    wanted = content(kept_store)
    a_member(kept_store, "Người Trong Nhật Ký")
    left = store_path.with_name(store_path.name + "-wal").read_bytes()
    kept_store.close()
    store_path.unlink()
    if store_is_there:
        store_path.write_bytes(b"rubbish" * 4096)
    store_path.with_name(store_path.name + log).write_bytes(left)
    fresh = store_path.with_name("mới.sht")
    backup.verify(copy, fresh, quiet)
    backup.put_back(fresh, store_path)
    assert content_of(store_path) == wanted


def test_a_restore_killed_anywhere_leaves_the_old_or_the_new_store_and_can_be_done_again(
    kept_store: Store, store_path: Path, copy: Path
) -> None:
    new = content(kept_store)
    a_member(kept_store, "Người Mới")
    old = content(kept_store)
    kept_store.close()
    whole, fresh, step = store_path.read_bytes(), store_path.with_name("mới.sht"), 0

    def restore() -> None:
        backup.verify(copy, fresh, quiet)
        backup.put_back(fresh, store_path)

    while dies_at(step, restore):
        step += 1
        assert content_of(store_path) in (old, new)
        restore()
        assert content_of(store_path) == new
        store_path.write_bytes(whole)
    assert step >= 4
    assert content_of(store_path) == new


def test_a_backup_killed_anywhere_leaves_the_former_or_the_new_one_whole(
    kept_store: Store, copy: Path, tmp_path: Path
) -> None:
    before, step = digest(copy), 0
    a_member(kept_store, "Người Mới")
    while dies_at(step, lambda: copied(again(kept_store), copy)):
        assert digest(copy) == before or backup.verify(copy, tmp_path / "ra.sht", quiet)["members"] == 6
        step += 1
    assert step >= 2
    assert backup.verify(copy, tmp_path / "ra.sht", quiet)["members"] == 6


def test_a_backup_stopped_by_the_clerk_leaves_the_former_one_and_no_scraps(kept_store: Store, copy: Path) -> None:
    before = digest(copy)

    def stop(done: int, total: int) -> None:
        if done > 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup.back_up(kept_store, copy, {}, stop)
    assert digest(copy) == before
    assert [path.name for path in copy.parent.glob("một*")] == ["một.sht-backup"]


def test_a_store_rewritten_inside_a_backup_is_refused(copy: Path, tmp_path: Path) -> None:
    """Somebody packed another store with the manifest of this one."""
    manifest = backup.verify(copy, tmp_path / "ra.sht", quiet)
    other = tmp_path / "khác.sht"
    shutil.copy(tmp_path / "ra.sht", other)
    with sqlite3.connect(other) as plain:
        plain.execute("pragma user_version = 7")
    plain.close()
    backup.pack(other, manifest, copy)
    with pytest.raises(StoreError):
        backup.verify(copy, tmp_path / "ra.sht", quiet)


def test_a_backup_that_unpacks_to_more_than_it_says_is_refused(copy: Path, tmp_path: Path) -> None:
    manifest = backup.verify(copy, tmp_path / "ra.sht", quiet)
    backup.pack(tmp_path / "ra.sht", manifest | {"size": 4096}, copy)
    with pytest.raises(BadBackup):
        backup.verify(copy, tmp_path / "ra.sht", quiet)


def test_others_write_on_while_a_copy_is_compared(kept_store: Store, tmp_path: Path) -> None:
    some_members(kept_store, 3)
    added: list[object] = []

    def write_meanwhile(done: int, total: int) -> None:
        if not added:
            other = again(kept_store)
            other.execute("pragma busy_timeout = 0")
            added.append(a_member(other, "Người Xen Ngang"))
            other.close()

    manifest = backup.back_up(kept_store, tmp_path / "một.sht-backup", {}, write_meanwhile)
    assert (manifest["members"], len(added)) == (3, 1)


def test_a_backup_whose_rows_are_not_those_copied_is_refused(copy: Path, tmp_path: Path) -> None:
    manifest = backup.verify(copy, tmp_path / "ra.sht", quiet)
    backup.pack(tmp_path / "ra.sht", manifest | {"tables": manifest["tables"] | {"member": "0" * 64}}, copy)
    with pytest.raises(BadBackup):
        backup.verify(copy, tmp_path / "ra.sht", quiet)


@pytest.mark.parametrize(("attached", "way"), [(0, zipfile.ZIP_DEFLATED), (8, zipfile.ZIP_STORED)])
def test_only_what_grows_smaller_is_compressed(kept_store: Store, tmp_path: Path, attached: int, way: int) -> None:
    some_members(kept_store, 5)
    with kept_store.gesture("test", "Tệp", bulk=True):
        for _ in range(attached):
            blobs.keep(kept_store, os.urandom(2**20))
    copied(kept_store, tmp_path / "một.sht-backup")
    with zipfile.ZipFile(tmp_path / "một.sht-backup") as archive:
        assert archive.getinfo(backup.STORE).compress_type == way
    assert backup.verify(tmp_path / "một.sht-backup", tmp_path / "thử.sht", quiet)["members"] == 5
