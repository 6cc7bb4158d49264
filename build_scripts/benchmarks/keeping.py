"""What keeps the store: a backup, its proof, its way back; each against the bytes copied and flushed."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from build_scripts.benchmarks.job import Goal, Job
from db import blobs
from db.store import Store
from desktop_app.services import backups

ATTACHED = 200


def jobs(store: Store, folder: Path) -> Iterator[Job]:
    """Backup, verification and restore of this store."""
    assert store.path is not None
    source, backup, into = store.path, folder / "b.sht-backup", folder / "restored" / "so.sht"
    into.parent.mkdir()
    store.execute("pragma wal_checkpoint(truncate)")

    def copy() -> None:
        copy_flushed(source, folder / "copy.sht")

    def restore() -> None:
        for left in into.parent.iterdir():
            left.unlink()
        backups.restore(backup, into, key=store.key)

    size = source.stat().st_size / 2**20
    moments = Goal(ms=max(1000, 300 * size))
    proven = f"back up, proven row by row ({size:.0f} MiB)"
    yield Job(name=proven, ours=lambda: backups.back_up(store, backup), limit=copy, goal=moments, runs=3)
    yield Job(
        name="verify a backup", ours=lambda: backups.verify(backup, key=store.key), limit=copy, goal=moments, runs=3
    )
    yield Job(name="restore a backup", ours=restore, limit=copy, goal=moments, runs=3)
    yield attached(store, folder)


def attached(store: Store, folder: Path) -> Job:
    """A backup of files that grow no smaller: `ATTACHED` MiB of them beside what the office keeps."""
    with store.gesture("test", "Tệp", bulk=True):
        for _ in range(ATTACHED):
            blobs.keep(store, os.urandom(2**20))
    store.execute("pragma wal_checkpoint(truncate)")
    source = store.path
    assert source is not None
    return Job(
        name=f"back up with {ATTACHED} MiB of attached files",
        ours=lambda: backups.back_up(store, folder / "attached.sht-backup"),
        limit=lambda: copy_flushed(source, folder / "copy.sht"),
        goal=Goal(times=10),
        runs=3,
    )


def copy_flushed(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
