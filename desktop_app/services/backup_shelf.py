"""The backups to choose from: what each says of itself, what was done since, and putting one back."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
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

    `size` of the file in bytes. `exposed`: anybody may read it, though the store is locked. `by_hand`: the clerk made
    it, and it lies where the clerk put it.
    """

    id: int
    path: Path
    made_at: str
    facts: BackupFacts | None
    size: int
    locked: bool = False
    exposed: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What was done after a backup was made: how much, and the newest of it in words."""

    count: int
    newest: Sequence[str]


def shelf(store: Store) -> list[Shelved]:
    """The store's own backups, the newest first, and among them those by hand that are still there."""
    where = backup_rota.folder(store)
    found = backup_rota.kept(where, store.path.stem) if where and store.path else []
    rows = [shelved(store, each.number, each.path, each.at) for each in found]
    for row in by_hand(store, {each.path for each in rows}):
        place = next((at for at, each in enumerate(rows) if each.made_at <= row.made_at), len(rows))
        rows.insert(place, row)
    return rows


def shelved(store: Store, number: int, path: Path, at: datetime | None) -> Shelved:
    """A backup as it is listed; `at` None = when it says itself, else when its file was written."""
    facts, locked = glance(path), is_locked(path)
    written = datetime.fromtimestamp(path.stat().st_mtime).replace(microsecond=0)
    known = at or (datetime.fromisoformat(facts.made_at) if facts else written)
    return Shelved(
        id=number,
        path=path,
        made_at=known.isoformat(" "),
        facts=facts,
        size=path.stat().st_size,
        locked=locked,
        exposed=store.key is not None and facts is not None and not locked,
        by_hand=at is None,
    )


def by_hand(store: Store, listed: Collection[Path]) -> list[Shelved]:
    """Backups the clerk made that are still where they were put. A network is not asked: it may be slow to answer."""
    paths = [Path(each) for each in backups.copies(store)]
    near = [each for each in paths if each not in listed and not each.drive.startswith("\\\\")]
    return [shelved(store, -number, each, None) for number, each in enumerate(near, 1) if each.is_file()]


def glance(path: Path) -> BackupFacts | None:
    """What a backup says of itself, unproven; None where nothing can be read."""
    try:
        return facts_of(backup.glance(path))
    except (StoreError, KeyError):
        return None


def is_locked(path: Path) -> bool:
    """Whether a backup is locked; one that cannot be read is not said to be."""
    try:
        return backup.lock_of(path) is not None
    except StoreError:
        return False


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
