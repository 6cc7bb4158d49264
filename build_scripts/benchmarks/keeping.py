"""What keeps the store: a backup, its proof, its way back; each against the bytes copied and flushed."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from build_scripts.benchmarks.job import Goal, Job
from db.store import Store
from desktop_app.services import backups


def jobs(store: Store, folder: Path) -> Iterator[Job]:
    """Backup, verification and restore of this store."""
    assert store.path is not None
    source, backup, into = store.path, folder / "b.sht-backup", folder / "restored" / "so.sht"
    into.parent.mkdir()

    def copy() -> None:
        shutil.copyfile(source, folder / "copy.sht")
        with (folder / "copy.sht").open("rb+") as file:
            os.fsync(file.fileno())

    def restore() -> None:
        for left in into.parent.iterdir():
            left.unlink()
        backups.restore(backup, into)

    size = source.stat().st_size / 2**20
    goal = Goal(times=10) if size > 100 else Goal(ms=1000)
    works: dict[str, Callable[[], object]] = {
        f"back up, proven row by row ({size:.0f} MiB)": lambda: backups.back_up(store, backup),
        "verify a backup": lambda: backups.verify(backup),
        "restore a backup": restore,
    }
    for name, work in works.items():
        yield Job(name=name, ours=work, limit=copy, goal=goal, runs=3)
