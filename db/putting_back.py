"""One store file in the place of another: under the name there is at every moment a whole store, and what opens it."""

import os
from datetime import datetime
from pathlib import Path

from db import key_slots
from db.crypto import DataKey
from db.errors import BusyStore, DamagedKeys, StoreError
from db.files import CHUNK, copy_file, free_name, replace, sync_folder
from db.key_slots import Ring, Slot
from db.store import DatabaseError, connect, told
from db.store_files import head, is_plain

LEFTOVERS = ("-wal", "-shm", "-journal")


def put_back(fresh: Path, into: Path, ring: Ring | None = None, former: DataKey | None = None) -> Path | None:
    """Exchange the store file for a proven one beside it; where the former file is kept, None if there was none.

    `ring` opens the fresh file where it is locked (None: the slots that stand beside `into` do), `former` is the key of
    what stands at `into`. Errors: BusyStore when the store is open elsewhere. Interrupted anywhere, `into` is the old
    or the new file whole, and the key file beside it opens it.
    """
    aside = None
    if into.exists():
        settle(into, former)
        aside = free_name(into.with_name(f"{into.stem}-truoc-{datetime.now():%Y%m%d-%H%M%S}{into.suffix}"))
        copy_file(into, aside)
        keep_keys(into, aside)
    set_logs_aside(into)
    exchange(fresh, into, ring)
    return aside


def recipher(fresh: Path, into: Path, ring: Ring | None, former: DataKey | None) -> None:
    """As `put_back`, with a copy of the very same store under another key; what was there waits to be wiped."""
    settle(into, former)
    left = former_of(into)
    left.unlink(missing_ok=True)
    try:
        os.link(into, left)  # the same file under a second name: wiping it reaches the very blocks it lies in
    except OSError:
        copy_file(into, left)
    set_logs_aside(into)
    exchange(fresh, into, ring)


def former_of(path: Path) -> Path:
    """Where the file a store was before its key changed waits to be wiped."""
    return path.with_name(path.name + ".cu")


def wipe_former(path: Path) -> None:
    """Overwrite and remove what a store was before its key changed, once the store itself was seen to open."""
    left = former_of(path)
    if not left.is_file():
        return
    if not left.samefile(path):
        with left.open("r+b") as file:
            for _ in range(0, left.stat().st_size, CHUNK):
                file.write(bytes(CHUNK))
            file.flush()
            os.fsync(file.fileno())
    left.unlink()


def exchange(fresh: Path, into: Path, ring: Ring | None) -> None:
    """The one blow: the fresh file under the name of the store, its slots beside it before and alone after."""
    key_id, held = head(fresh)[:16], rings_beside(into)
    locked = not is_plain(head(fresh))
    ring = ring or held.get(key_id)
    if locked and ring is not None:
        both = Ring(key_id=key_id, slots=(*ring.slots, *slots(held.pop(key_id, None))))
        key_slots.write(into, [both, *held.values()])
    replace(fresh, into)
    sync_folder(into.parent)
    if locked and ring is not None:
        key_slots.write(into, [ring])
    else:
        key_slots.beside(into).unlink(missing_ok=True)


def slots(ring: Ring | None) -> tuple[Slot, ...]:
    return ring.slots if ring else ()


def rings_beside(path: Path) -> dict[bytes, Ring]:
    """The rings in the key file of a store that is being replaced; a file that cannot be read holds none."""
    try:
        return key_slots.read(path)
    except DamagedKeys:
        return {}


def keep_keys(path: Path, aside: Path) -> None:
    """Put the slots of a store beside its copy, so that the copy opens as the store did."""
    ring = rings_beside(path).get(head(path)[:16])
    if ring is not None:
        key_slots.write(aside, [ring])


def settle(path: Path, key: DataKey | None = None) -> None:
    """Bring all of a store into its one file, so that no write-ahead log is left beside it."""
    try:
        store = connect(path, "", key=key)
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
