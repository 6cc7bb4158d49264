"""The backups to choose from: what each says of itself, what was done since, and putting one back."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from db import backup, gestures
from db.crypto import DataKey
from db.errors import StoreError
from db.store import DatabaseError, Store, open_store
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_rota, backups
from desktop_app.services.backups import BackupFacts, facts_of
from desktop_app.services.progress import Progress, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """One backup of the store's own: `id` is its number, `facts` what it says unproven, None = it says nothing.

    `size` of the file in bytes.
    """

    id: int
    path: Path
    made_at: str
    facts: BackupFacts | None
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What was done after a backup was made: how much, and the newest of it in words."""

    count: int
    newest: Sequence[str]


def shelf(store: Store) -> list[Shelved]:
    """The store's own backups, the newest first."""
    where = backup_rota.folder(store)
    found = backup_rota.kept(where, store.path.stem) if where and store.path else []
    return [
        Shelved(
            id=each.number,
            path=each.path,
            made_at=each.at.isoformat(" "),
            facts=glance(each.path),
            size=each.path.stat().st_size,
        )
        for each in found
    ]


def glance(path: Path) -> BackupFacts | None:
    """What a backup says of itself, unproven; None where nothing can be read."""
    try:
        return facts_of(backup.glance(path))
    except (StoreError, KeyError):
        return None


def since(store: Store, made_at: str, most: int = 5) -> Since:
    """What stands in the journal since a moment (ISO), undone things and undoing left out."""
    count, newest = gestures.after(store, made_at, most)
    return Since(count=count, newest=[each.summary for each in newest])


def restore(
    path: Path, into: Path, progress: Progress = quiet, key: DataKey | None = None, former: DataKey | None = None
) -> tuple[BackupFacts, Path | None]:
    """As `backups.restore`, after a backup of what stands at `into`, which is kept aside in any case.

    What stands there may be damaged or the disk nearly full: that must not keep a good backup from coming back.
    """
    with suppress(StoreError, DatabaseError, Refusal):
        keep_present(into, former, progress)
    return backups.restore(path, into, progress, key, former)


def keep_present(into: Path, key: DataKey | None, progress: Progress) -> None:
    """Back up a closed store."""
    store = open_store(into, key=key)
    try:
        backup_rota.keep_safe(store, Reason.RESTORE, progress)
    finally:
        store.close()
