"""What keeps the store: a backup, its proof, its way back; each against the bytes copied and flushed."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from build_scripts.benchmarks.job import Goal, Job
from db.store import Store
from desktop_app.services import backups


def jobs(store: Store, folder: Path) -> Iterator[Job]:
    """Backup, verification and restore of this store."""
    assert store.path is not None
    source, backup, into = store.path, folder / "b.sht-backup", folder / "restored" / "so.sht"
    into.parent.mkdir()
    store.execute("pragma wal_checkpoint(truncate)")

    def copy() -> None:
        shutil.copyfile(source, folder / "copy.sht")
        with (folder / "copy.sht").open("rb+") as file:
            os.fsync(file.fileno())

    def restore() -> None:
        for left in into.parent.iterdir():
            left.unlink()
        backups.restore(backup, into)

    size = source.stat().st_size / 2**20
    moments = Goal(ms=max(1000, 300 * size))
    proven = f"back up, proven row by row ({size:.0f} MiB)"
    yield Job(name=proven, ours=lambda: backups.back_up(store, backup), limit=copy, goal=moments, runs=3)
    yield Job(name="verify a backup", ours=lambda: backups.verify(backup), limit=copy, goal=moments, runs=3)
    yield Job(name="restore a backup", ours=restore, limit=copy, goal=moments, runs=3)
