"""Backups with one bit turned or their end missing: each must be refused, the store it would replace left as it is.

The control lets `pragma integrity_check` alone judge turned bits of a plain store: it must miss some.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from build_scripts.faults import offices
from build_scripts.faults.offices import BACKUP, STORE
from build_scripts.faults.proof import PASSWORDS, opened
from build_scripts.faults.setting import Figure, Setting, made
from db.crypto import DataKey
from db.store import DatabaseError
from desktop_app.domain.refusal import Refusal
from desktop_app.services import backups, passwords

KINDS = {"plain": offices.with_backup, "locked": offices.locked_with_locked_backup}
Spoil = Callable[[bytes, random.Random], bytes]


def figures(setting: Setting) -> Iterator[Figure]:
    ways: dict[str, tuple[Spoil, int]] = {
        "one bit turned": (turned, setting.times(1_000, 60)),
        "cut short": (cut_short, setting.times(100, 20)),
    }
    for kind, prepare in KINDS.items():
        folder = made(setting.base / kind, prepare)
        for way, (spoil, times) in ways.items():
            yield refused(f"{kind} backup, {way}", folder, spoil, times)
    yield control(made(setting.base / "control", offices.office), setting.times(400, 40))


def refused(name: str, folder: Path, spoil: Spoil, times: int) -> Figure:
    """Spoil the backup so often and try to put it back."""
    chance, former = random.Random(name), opened(folder / STORE)[0]
    former.close()
    whole, store = (folder / BACKUP).read_bytes(), (folder / STORE).read_bytes()
    spoilt, told = folder / f"hong{Path(BACKUP).suffix}", []
    for number in range(times):
        spoilt.write_bytes(spoil(whole, chance))
        if not is_refused(spoilt, folder / STORE, former.key):
            told.append(f"{number}: taken for a whole backup")
        if (folder / STORE).read_bytes() != store:
            told.append(f"{number}: the store was touched")
    left = sorted(path.name for path in folder.iterdir() if path.suffix == ".moi")
    told += [f"left behind: {name}" for name in left]
    found = f"{len(told)} not refused or harmful"
    return Figure(name=name, tried=f"{times} backups", found=found, good=not told, told=told)


def is_refused(backup: Path, store: Path, former: DataKey | None) -> bool:
    """Put a backup back; whether that ended in a sentence."""
    try:
        backups.restore(backup, store, key=passwords.enter_backup(backup, PASSWORDS[0]), former=former)
    except Refusal:
        return True
    return False


def turned(content: bytes, chance: random.Random) -> bytes:
    spoilt, place = bytearray(content), chance.randrange(len(content))
    spoilt[place] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut_short(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def control(folder: Path, times: int) -> Figure:
    """How many turned bits of a plain store SQLite itself does not see."""
    path, chance, unseen = folder / STORE, random.Random(4), 0
    whole = path.read_bytes()
    for _ in range(times):
        path.write_bytes(turned(whole, chance))
        unseen += seems_whole(path)
    name = "control: one bit turned in a plain store, integrity_check alone"
    return Figure(name=name, tried=f"{times} stores", found=f"{unseen} unseen", good=unseen > 0)


def seems_whole(path: Path) -> bool:
    try:
        store = opened(path)[0]
    except Exception:  # noqa: BLE001  # however it fails, it was seen
        return False
    try:
        return bool(store.value("pragma integrity_check(1)") == "ok")
    except DatabaseError:
        return False
    finally:
        store.close()
