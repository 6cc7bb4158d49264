"""Copies of a whole store: made beside the original, proven row by row, and put back under the lock.

A backup is a zip of the store (by VACUUM INTO), a manifest and, of a locked store, its key slots; its last 64 bytes are
the SHA-256 of all before them, so that no flipped bit goes unnoticed.
"""

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from db import key_slots
from db.copies import copy_into
from db.crypto import DataKey
from db.errors import DamagedStore, LockedStore, StoreError
from db.files import CHUNK, discard, forget, replace, sync_folder
from db.key_slots import Ring
from db.migrations import MIGRATIONS
from db.putting_back import put_back as put_back
from db.row_digests import former_digest, row_digest
from db.store import DatabaseError, Store, connect, told, whole
from db.store_files import check_file

FORMAT = 1
DIGEST = 64
STORE, MANIFEST, KEYS = "store.sht", "manifest.json", "keys.json"
NAMED_AT = 30
"""Where the first part of a zip is named."""
COUNTED = {"members": "member where deleted = 0", "rounds": "study_round", "marks": "mark", "essays": "essay"}

PIECES, PIECE = 16, 1 << 16
STEPS_BEGUN = 1000
"""So many steps of SQLite's machine are never done before a copy reads its first page."""
UNREADABLE = (DatabaseError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, TypeError, ValueError)

Progress = Callable[[int, int], None]


class BadBackup(StoreError):
    """A backup file that is not whole, or no backup at all."""


def back_up(
    store: Store, target: Path, facts: dict[str, Any], progress: Progress, lock: tuple[DataKey, Ring] | None = None
) -> dict[str, Any]:
    """Write a proven backup of the store to `target`; its manifest. An older file there is replaced only at the end.

    `lock` ciphers the copy otherwise than the store is. Errors: OSError and those of `db.errors`; an older backup of
    that name is then left as it was.
    """
    part, copy = target.with_name(target.name + ".part"), target.with_name(target.name + ".copy")
    key, ring = lock or (store.key, ring_of(store))
    try:
        rows = copy_out(store, copy, key, progress)
        proof = {"format": FORMAT, "sha256": digest(copy), "size": copy.stat().st_size}
        manifest = facts | counts_of(copy, key) | proof | ({} if key else {"tables": rows})
        pack(copy, manifest, part, ring)
        forget(part)
        read_manifest(part)
        replace(part, target)
        sync_folder(target.parent)
    except DatabaseError as error:
        raise told(error) from None
    finally:
        for leftover in (part, copy):
            discard(leftover)
    return manifest


def ring_of(store: Store) -> Ring | None:
    """The slots of an open store's key; None where it has no key."""
    return None if store.key is None or store.path is None else key_slots.read(store.path)[store.key.id]


def copy_out(store: Store, copy: Path, key: DataKey | None, progress: Progress) -> dict[str, str]:
    """Copy the store, reopen the copy, compare every row; the digest of every table.

    Nobody else writes until the copying has begun: what it is compared with stood at that very moment.
    """
    copy.unlink(missing_ok=True)
    with whole(store) as guard, whole(store) as reader, whole(store) as copier:
        guard.execute("begin immediate")
        reader.execute("begin")
        tables = tables_of(reader)
        # Asked after so many steps, which there are only once it reads: before that others are kept from writing.
        copier.conn.set_progress_handler(guard.rollback, STEPS_BEGUN)
        copy_into(copier, copy, key)
        guard.rollback()
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        return compare(reader, copy, key, tables, progress)


def tables_of(store: Store) -> list[str]:
    """Every table with rows of its own, by name."""
    listed = "select name from pragma_table_list where schema = 'main' and type <> 'virtual'"
    return store.column(f"{listed} and name not like 'sqlite_%' order by name")


def compare(reader: Store, copy: Path, key: DataKey | None, tables: list[str], progress: Progress) -> dict[str, str]:
    """Refuse a copy in which any row of any table differs; the digest of every table."""
    twin = connect(copy, "", "delete", key)
    found = {}
    try:
        for done, table in enumerate(tables):
            progress(done, len(tables))
            found[table] = row_digest(reader, table)
            if found[table] != row_digest(twin, table):
                raise DamagedStore(table)
        progress(len(tables), len(tables))
        return found
    finally:
        twin.close()


def counts_of(path: Path, key: DataKey | None) -> dict[str, Any]:
    """What the manifest says about the content of a store file: counts and schema steps."""
    store = connect(path, "", "delete", key)
    try:
        return counts(store) | {"steps": [step.name for step in MIGRATIONS.applied(store)]}
    finally:
        store.close()


def counts(store: Store) -> dict[str, Any]:
    """How much is in a store, by the names a manifest uses."""
    return {name: store.value(f"select count(*) from {rows}") for name, rows in COUNTED.items()}


def pack(copy: Path, manifest: dict[str, Any], part: Path, ring: Ring | None = None) -> None:
    """Zip copy, manifest and slots, close with the digest of the whole, flush to the disk."""
    way = zipfile.ZIP_DEFLATED if shrinks(copy) else zipfile.ZIP_STORED
    with zipfile.ZipFile(part, "w", way, compresslevel=1) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False))
        if ring is not None:
            archive.writestr(KEYS, key_slots.as_text([ring]))
        archive.write(copy, STORE)
        archive.comment = b"0" * DIGEST
    total = digest(part, part.stat().st_size - DIGEST)
    with part.open("rb+") as file:
        file.seek(-DIGEST, os.SEEK_END)
        file.write(total.encode())
        file.flush()
        os.fsync(file.fileno())


def shrinks(path: Path) -> bool:
    """Whether compressing makes a file much smaller, judged by pieces from all over it: what is ciphered does not
    shrink, nor do most attached files, and trying takes longer than all the rest."""
    size = path.stat().st_size
    with path.open("rb") as file:
        pieces = b"".join(file.read(PIECE) for at in range(PIECES) if file.seek(size * at // PIECES) >= 0)
    return len(zlib.compress(pieces, 1)) < len(pieces) * 3 // 4


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
        return glance(path)
    except (OSError, *UNREADABLE) as error:
        raise BadBackup(str(path)) from error


def was_backup(path: Path, ending: str) -> bool:
    """Whether a file that is no whole backup was one before it was cut or torn: it begins as one, or its list of parts
    names ours; or too little is left of it to say more than what it is called."""
    try:
        with path.open("rb") as file:
            begins = file.read(NAMED_AT + len(MANIFEST))
        if len(begins) < NAMED_AT + len(MANIFEST):
            return path.name.endswith(ending)
        if begins[NAMED_AT:] == MANIFEST.encode():
            return True
        with zipfile.ZipFile(path) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, *UNREADABLE):
        return False


def glance(path: Path) -> dict[str, Any]:
    """What a backup says of itself, unproven: for a list of many. Errors: BadBackup."""
    try:
        with zipfile.ZipFile(path) as archive:
            said: dict[str, Any] = json.loads(archive.read(MANIFEST))
            return said
    except (OSError, *UNREADABLE) as error:
        raise BadBackup(str(path)) from error


def lock_of(path: Path) -> Ring | None:
    """The key slots in a whole backup; None where anybody may read it. Errors: BadBackup, DamagedKeys."""
    try:
        with zipfile.ZipFile(path) as archive:
            if KEYS not in archive.namelist():
                return None
            return next(iter(key_slots.from_text(archive.read(KEYS).decode()).values()))
    except (OSError, StopIteration, *UNREADABLE) as error:
        raise BadBackup(str(path)) from error


def verify(path: Path, scratch: Path, progress: Progress, key: DataKey | None = None) -> dict[str, Any]:
    """Prove a backup: unpack its store to `scratch`, check every page and count; the manifest.

    Errors: BadBackup; LockedStore where it is locked and no key, or another one, is given.
    """
    manifest, ring = read_manifest(path), lock_of(path)
    if ring is None:
        key = None
    elif key is None or key.id != ring.key_id:
        raise LockedStore(str(path))
    try:
        unpack(path, scratch, manifest, progress)
        check_file(scratch, key)
        with ThreadPoolExecutor(1) as beside:
            pages = beside.submit(has_whole_pages, scratch, key)
            whole = has_rows(scratch, key, manifest) and pages.result()
        if not whole or counts_of(scratch, key) != {name: manifest[name] for name in (*COUNTED, "steps")}:
            raise BadBackup(str(path))
    except UNREADABLE as error:
        raise BadBackup(str(path)) from error
    return manifest


def has_whole_pages(path: Path, key: DataKey | None) -> bool:
    """Whether the pages and indexes of a store file at rest hold together."""
    store = connect(path, "", "delete", key)
    try:
        return bool(store.value("pragma integrity_check(1)") == "ok")
    finally:
        store.close()


def has_rows(path: Path, key: DataKey | None, manifest: dict[str, Any]) -> bool:
    """Whether every row is the one that was backed up, where the manifest says."""
    store, ways = connect(path, "", "delete", key), (("rows", former_digest), ("tables", row_digest))
    try:
        return all(way(store, table) == known for name, way in ways for table, known in manifest.get(name, {}).items())
    finally:
        store.close()


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
