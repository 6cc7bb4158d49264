"""The monthly restore test: the newest backup put back for trial into a folder of its own, opened, and compared."""

import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from db import backup, settings
from db.errors import StoreError
from db.store import Store, now, open_store
from desktop_app.services.backup_rota import STATE, TRIED, Kept, folder, kept
from desktop_app.services.office import has_office
from desktop_app.services.progress import Progress, quiet

EVERY_DAYS = 30
AT, FAULT = "tried_at", "tried_fault"
TORN = "không còn nguyên vẹn hoặc không mở được"
NO_ROOM = "không phục hồi thử được vì không ghi được tệp tạm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How the last test went: when (ISO, local), with which file; `fault` says what was wrong, empty = nothing."""

    at: str
    name: str
    fault: str


def last(store: Store) -> Trial | None:
    """The last test, or None."""
    at = settings.store_property(store, AT)
    if at is None:
        return None
    name, fault = (settings.store_property(store, key) or "" for key in (TRIED, FAULT))
    return Trial(at=at, name=name, fault=fault)


def newest(store: Store) -> Kept | None:
    """The backup a test would try."""
    where = folder(store)
    found = kept(where, store.path.stem) if where and store.path else []
    return found[0] if found else None


def due(store: Store, today: date) -> bool:
    """Whether there is a backup to try and a month has gone by, or the last one tried was bad and another is there."""
    tried, there = last(store), newest(store)
    if there is None or tried is None:
        return there is not None
    if tried.fault:
        return there.path.name != tried.name
    return abs((today - datetime.fromisoformat(tried.at).date()).days) >= EVERY_DAYS


def try_out(store: Store, progress: Progress = quiet) -> Trial | None:
    """Put the newest backup back for trial and say how that went, here and on the first page; None without a backup."""
    there = newest(store)
    if there is None:
        return None
    trial = Trial(at=now(), name=there.path.name, fault=fault_of(store, there.path, progress))
    told = {AT: trial.at, TRIED: trial.name, FAULT: trial.fault}
    with store.atomic():
        settings.set_properties(store, told | ({STATE: ""} if trial.fault else {}))  # a bad one is made again at once
    return trial


def fault_of(store: Store, path: Path, progress: Progress) -> str:
    """What is wrong with a backup of this store; empty when it comes back whole."""
    try:
        with tempfile.TemporaryDirectory() as scratch:
            fresh = Path(scratch) / "thu.sht"
            backup.verify(path, fresh, progress, store.key)
            opened = open_store(fresh, key=store.key)
            try:
                return "" if has_office(opened) else TORN
            finally:
                opened.close()
    except StoreError:
        return TORN
    except OSError:
        return NO_ROOM
