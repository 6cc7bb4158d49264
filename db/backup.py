"""Copies of a whole store: made beside the original, proven row by row, and put back under the lock.

A backup is a zip of the store (by VACUUM INTO) and a manifest; its last 64 bytes are the SHA-256 of all before them, so
that no flipped bit goes unnoticed.
"""

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from db.errors import BusyStore, DamagedStore, StoreError
from db.files import CHUNK, copy_file, free_name, replace, sync_folder
from db.migrations import MIGRATIONS
from db.store import DatabaseError, Store, again, connect, told
from db.store_files import check_file

FORMAT = 1
DIGEST = 64
STORE, MANIFEST = "store.sht", "manifest.json"
COUNTED = {"members": "member where deleted = 0", "rounds": "study_round", "marks": "mark", "essays": "essay"}

UNREADABLE = (DatabaseError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, TypeError, ValueError)
LEFTOVERS = ("-wal", "-shm", "-journal")

Progress = Callable[[int, int], None]


class BadBackup(StoreError):
    """A backup file that is not whole, or no backup at all."""


def back_up(store: Store, target: Path, facts: dict[str, Any], progress: Progress) -> dict[str, Any]:
    """Write a proven backup of the store to `target`; its manifest. An older file there is replaced only at the end.

    Errors: OSError and those of `db.errors`; an older backup of that name is then left as it was.
    """
    part, copy = target.with_name(target.name + ".part"), target.with_name(target.name + ".copy")
    try:
        copy_out(store, copy, progress)
        manifest = facts | counts_of(copy) | {"format": FORMAT, "sha256": digest(copy), "size": copy.stat().st_size}
        pack(copy, manifest, part)
        read_manifest(part)
        replace(part, target)
        sync_folder(target.parent)
    except DatabaseError as error:
        raise told(error) from None
    finally:
        for leftover in (part, copy):
            leftover.unlink(missing_ok=True)
    return manifest


def copy_out(store: Store, copy: Path, progress: Progress) -> None:
    """Copy the store while no one can write, reopen the copy, compare every row."""
    copy.unlink(missing_ok=True)
    guard = again(store)
    try:
        guard.execute("begin immediate")
        reader = again(store)
        try:
            reader.execute("vacuum into ?", [str(copy)])
            with copy.open("rb+") as file:
                os.fsync(file.fileno())
            compare(reader, copy, progress)
        finally:
            reader.close()
    finally:
        guard.rollback()
        guard.close()


def compare(reader: Store, copy: Path, progress: Progress) -> None:
    """Refuse a copy in which any row of any table differs."""
    twin = connect(copy, "", "delete")
    try:
        listed = "select name from pragma_table_list where schema = 'main' and type <> 'virtual'"
        tables = reader.column(f"{listed} and name not like 'sqlite_%' order by name")
        for done, table in enumerate(tables):
            progress(done, len(tables))
            if row_digest(reader, table) != row_digest(twin, table):
                raise DamagedStore(table)
        progress(len(tables), len(tables))
    finally:
        twin.close()


def row_digest(store: Store, table: str) -> str:
    """A hash over all rows of a table in the order of their keys."""
    keys = [row[0] for row in store.execute(f"select name from pragma_table_info('{table}') where pk > 0 order by pk")]
    total = hashlib.sha256()
    for row in store.execute(f"select * from {table} order by {', '.join(keys) or 'rowid'}"):
        total.update(repr(row).encode())
    return total.hexdigest()


def counts_of(path: Path) -> dict[str, Any]:
    """What the manifest says about the content of a store file: counts and schema steps."""
    store = connect(path, "", "delete")
    try:
        return counts(store) | {"steps": [step.name for step in MIGRATIONS.applied(store)]}
    finally:
        store.close()


def counts(store: Store) -> dict[str, Any]:
    """How much is in a store, by the names a manifest uses."""
    return {name: store.value(f"select count(*) from {rows}") for name, rows in COUNTED.items()}


def pack(copy: Path, manifest: dict[str, Any], part: Path) -> None:
    """Zip copy and manifest, close with the digest of the whole, flush to the disk."""
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False))
        archive.write(copy, STORE)
        archive.comment = b"0" * DIGEST
    total = digest(part, part.stat().st_size - DIGEST)
    with part.open("rb+") as file:
        file.seek(-DIGEST, os.SEEK_END)
        file.write(total.encode())
        file.flush()
        os.fsync(file.fileno())


def digest(path: Path, length: int | None = None) -> str:
    """SHA-256 of a file or of its first `length` bytes."""
    total, left = hashlib.sha256(), path.stat().st_size if length is None else length
    with path.open("rb") as file:
        while left > 0 and (block := file.read(min(CHUNK, left))):
            total.update(block)
            left -= len(block)
    return total.hexdigest()


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest of a backup whose every byte is as it was written. Errors: BadBackup."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.seek(max(0, size - DIGEST))
            tail = file.read().decode("ascii", "replace")
        if size <= DIGEST or digest(path, size - DIGEST) != tail:
            raise BadBackup(str(path))
        with zipfile.ZipFile(path) as archive:
            manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
            return manifest
    except (OSError, *UNREADABLE) as error:
        raise BadBackup(str(path)) from error


def verify(path: Path, scratch: Path, progress: Progress) -> dict[str, Any]:
    """Prove a backup: unpack its store to `scratch`, check every page and count; the manifest. Errors: BadBackup."""
    manifest = read_manifest(path)
    try:
        unpack(path, scratch, manifest, progress)
        check_file(scratch)
        store = connect(scratch, "", "delete")
        try:
            whole = store.value("pragma integrity_check(1)") == "ok"
        finally:
            store.close()
        if not whole or counts_of(scratch) != {name: manifest[name] for name in (*COUNTED, "steps")}:
            raise BadBackup(str(path))
    except UNREADABLE as error:
        raise BadBackup(str(path)) from error
    return manifest


def unpack(path: Path, target: Path, manifest: dict[str, Any], progress: Progress) -> None:
    """Write the store inside a backup to `target`, flushed to the disk, and hold it against its digest."""
    total, done, size = hashlib.sha256(), 0, int(manifest["size"])
    with zipfile.ZipFile(path) as archive, archive.open(STORE) as source, target.open("wb") as file:
        while block := source.read(CHUNK):
            total.update(block)
            file.write(block)
            done += len(block)
            if done > size:
                raise BadBackup(str(path))
            progress(done, size)
        file.flush()
        os.fsync(file.fileno())
    if total.hexdigest() != manifest["sha256"]:
        raise BadBackup(str(path))


def put_back(fresh: Path, into: Path) -> Path | None:
    """Exchange the store file for a proven one beside it; where the former file is kept, None if there was none.

    Errors: BusyStore when the store is open elsewhere. Interrupted anywhere, `into` is the old or the new file whole.
    """
    aside = None
    if into.exists():
        settle(into)
        aside = free_name(into.with_name(f"{into.stem}-truoc-{datetime.now():%Y%m%d-%H%M%S}{into.suffix}"))
        copy_file(into, aside)
    set_logs_aside(into)
    replace(fresh, into)
    sync_folder(into.parent)
    return aside


def settle(path: Path) -> None:
    """Bring all of a store into its one file, so that no write-ahead log is left beside it."""
    try:
        store = connect(path, "")
        try:
            store.execute("pragma busy_timeout = 200")
            store.execute("pragma wal_checkpoint(truncate)")
            if store.value("pragma journal_mode = delete") != "delete":
                raise BusyStore(str(path))
        finally:
            store.close()
    except DatabaseError as error:
        if isinstance(told(error), BusyStore):
            raise BusyStore(str(path)) from error
    except BusyStore:
        raise
    except StoreError:
        return  # what stands there can no longer be read: it is kept aside as it is


def set_logs_aside(path: Path) -> None:
    """Rename what logs are left beside a store: swept into another file they would tear it."""
    for leftover in LEFTOVERS:
        log = path.with_name(path.name + leftover)
        if log.exists():
            replace(log, free_name(path.with_name(path.name + ".hong" + leftover)))
