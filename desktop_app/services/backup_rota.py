"""Backups the program makes by itself: where they lie, when one is due, which of them go again.

They are numbered in the order of making, so that no clock set wrong makes an old one look like the newest.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import backup, settings
from db.errors import StoreError
from db.gestures import state
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Made, Reason, superfluous
from desktop_app.services.backups import SUFFIX, BackupFacts, back_up
from desktop_app.services.office import save_setting, setting
from desktop_app.services.progress import Progress, quiet

FOLDER, OWN_FOLDER = "backups.folder", "sao-luu"
STATE, MEMBERS, TRIED = "backed_up_state", "backed_up_members", "tried_backup"
NAME = re.compile(r"(?P<stem>.+)-(?P<number>\d{5,})-(?P<at>\d{8}-\d{6})" + re.escape(SUFFIX))
AT = "%Y%m%d-%H%M%S"
SHRUNK, MANY = 2, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One backup in the folder: its number in the order of making, when by the clock of that day."""

    path: Path
    number: int
    at: datetime


def beside(path: Path) -> Path:
    """Where the backups of a store lie when nothing else was chosen."""
    return path.parent / OWN_FOLDER


def folder(store: Store) -> Path | None:
    """Where this store's own backups go: the chosen folder while it is there, else beside the store; None in memory."""
    if store.path is None:
        return None
    chosen = setting(store, FOLDER)
    return Path(chosen) if chosen and Path(chosen).is_dir() else beside(store.path)


def missing_folder(store: Store) -> Path | None:
    """The chosen folder when it is not there now: a drive unplugged, a network gone."""
    chosen = setting(store, FOLDER)
    return Path(chosen) if chosen and not Path(chosen).is_dir() else None


def choose_folder(store: Store, chosen: Path | None) -> None:
    """Let the store's own backups go to another folder, None = beside the store again."""
    if chosen is not None and not chosen.is_dir():
        raise Refusal(f"Không có thư mục “{chosen}”; hãy chọn thư mục khác.")
    save_setting(store, FOLDER, "" if chosen is None else str(chosen))


def kept(where: Path, stem: str) -> list[Kept]:
    """The backups made by themselves of the store of this name, the newest first. Other files are none of ours."""
    found = []
    for path in where.glob(f"*{SUFFIX}") if where.is_dir() else ():
        match = NAME.fullmatch(path.name)
        if match and match["stem"] == stem and (at := moment(match["at"])):
            found.append(Kept(path=path, number=int(match["number"]), at=at))
    return sorted(found, key=lambda each: -each.number)


def moment(text: str) -> datetime | None:
    """The time in a name, or None where no such time exists."""
    try:
        return datetime.strptime(text, AT)
    except ValueError:
        return None


def due(store: Store) -> bool:
    """Whether something was done since the last backup of the store's own, or that backup is gone."""
    where = folder(store)
    if where is None:
        return False
    unchanged = settings.store_property(store, STATE) == state(store)
    found = kept(where, store.path.stem) if unchanged and store.path else []
    return not found or open_to_all(store, found[0].path)


def open_to_all(store: Store, path: Path) -> bool:
    """Whether a backup of a locked store can be read without a password: it was made before the store had one."""
    try:
        return store.key is not None and backup.lock_of(path) is None
    except StoreError:
        return False  # nobody can read it at all


def made_at(name: str) -> datetime | None:
    """When a backup was made, by its file name; None where the name does not say."""
    match = NAME.fullmatch(name)
    return moment(match["at"]) if match else None


def keep_safe(store: Store, reason: Reason, progress: Progress = quiet) -> BackupFacts | None:
    """Make a backup of the store's own if something changed; None when there was nothing to do. Older ones go in turn.

    Refuses where none can be written, or the store is damaged; what was kept before is then untouched.
    """
    where = folder(store)
    if where is None or store.path is None or not (reason is Reason.UPGRADE or due(store)):
        return None
    seen, now = state(store), datetime.now()
    target = next_target(where, store.path.stem, now)
    made_folder(where)
    facts = back_up(store, target, progress, reason)
    shrunk = facts.members * SHRUNK < int(settings.store_property(store, MEMBERS) or 0)
    with store.atomic():
        settings.set_properties(store, {STATE: seen, MEMBERS: str(facts.members)})
    if not shrunk:  # half the people gone: rather too many backups than the wrong ones
        thin(kept(where, store.path.stem), now, settings.store_property(store, TRIED))
    return facts


def next_target(where: Path, stem: str, now: datetime) -> Path:
    """The name of the next backup."""
    number = max((each.number for each in kept(where, stem)), default=0) + 1
    return where / f"{stem}-{number:05d}-{now:{AT}}{SUFFIX}"


def made_folder(where: Path) -> None:
    try:
        where.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refusal(f"Không lập được thư mục sao lưu “{where}”; hãy chọn thư mục sao lưu khác.") from None


def thin(found: Sequence[Kept], now: datetime, proven: str | None) -> None:
    """Remove what is no longer needed. `proven`: the file name of the backup last tried out with success."""
    number = next((each.number for each in found if each.path.name == proven), None)
    gone = set(superfluous([Made(number=each.number, at=each.at) for each in found], now, number))
    for each in found:
        if each.number in gone:
            with suppress(OSError):  # held by a scanner, or on a stick switched to reading: it goes next time
                each.path.unlink(missing_ok=True)


def before(store: Store, reason: Reason, progress: Progress = quiet) -> None:
    """A backup before something that is hard to take back. Refuses, and then nothing more is done.

    Inside a gesture there is nothing left to do: who began it has made the backup.
    """
    if not store.conn.in_transaction:
        keep_safe(store, reason, progress)


def before_many(store: Store, count: int) -> None:
    """A backup before something is done to this many people at once, if they are many."""
    if count >= MANY:
        before(store, Reason.BULK)
