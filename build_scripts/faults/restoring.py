"""The worst day: an empty profile, a stick with a locked backup, and the printed recovery code. Nothing else.

Some of it through the real window on a screen of its own.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from build_scripts.faults import proof, screen
from build_scripts.faults.heavy import heavy
from build_scripts.faults.offices import BACKUP, STORE, locked
from build_scripts.faults.proof import CODES, PASSWORDS
from build_scripts.faults.screen import Screen
from build_scripts.faults.setting import Figure, Setting, made, seconds
from db.store import connect
from desktop_app.services import backups, members
from desktop_app.services.members import MemberDraft
from desktop_app.services.passwords import enter, enter_backup

MOST_SECONDS = 60
"""For 200 MB."""


def figures(setting: Setting) -> Iterator[Figure]:
    office = made(setting.base / "office", locked)
    yield by_command(office, setting.base, setting.times(100, 10))
    if screen.possible():
        with screen.screen() as shown:
            yield by_hand(office, setting.base, shown, setting.times(20, 2))
    yield in_time(setting.disk, setting.times(200, 20))


def stick(office: Path, base: Path, number: int) -> tuple[Path, str]:
    """Another person, a backup onto the stick; the backup and what the store holds."""
    store = connect(office / STORE, "", key=enter(office / STORE, PASSWORDS[0]).key)
    members.enrol(store, MemberDraft(full_name=f"Đặng Thị Ước {number}"))
    backup = base / f"{number}{Path(BACKUP).suffix}"
    backups.back_up(store, backup)
    store.close()
    return backup, proof.digest(office / STORE)


def by_command(office: Path, base: Path, times: int) -> Figure:
    """Restore into an empty folder so often and compare all that is in the store."""
    told = []
    for number in range(times):
        backup, content = stick(office, base, number)
        place = base / f"may-{number}" / STORE
        backups.restore(backup, place, key=enter_backup(backup, CODES[0]))
        if proof.harm(place) or proof.digest(place) != content:
            told.append(f"{number}: another content")
    return Figure(
        name="restore with the stick and the code only",
        tried=f"{times} restores",
        found=f"{times - len(told)} equal in every row",
        good=not told,
        told=told,
    )


def by_hand(office: Path, base: Path, shown: Screen, times: int) -> Figure:
    """The same through the window."""
    told = []
    for number in range(1000, 1000 + times):
        backup, content = stick(office, base, number)
        home = base / f"nha-{number}"
        command = [sys.executable, "-m", "build_scripts.faults.restore_window", str(backup), CODES[0]]
        done = subprocess.run(
            command, cwd=screen.ROOT, env=shown.surroundings(home), capture_output=True, text=True, timeout=180
        )
        place = home / "so-hoc-tap" / "so-hoc-tap.sht"
        if done.returncode or not place.exists() or proof.digest(place) != content:
            told.append(f"{number}: exit {done.returncode}, {done.stderr[-300:]}")
    return Figure(
        name="the same by hand in the window",
        tried=f"{times} restores",
        found=f"{times - len(told)} equal in every row",
        good=not told,
        told=told,
    )


def in_time(disk: Path, megabytes: int) -> Figure:
    """How long a heavy office takes to come back."""
    folder = made(disk / "nang", lambda each: None)
    key = heavy(folder, megabytes, locked=True)
    store = connect(folder / STORE, "", key=key)
    backups.back_up(store, folder / BACKUP)
    store.close()
    began = time.monotonic()
    backups.restore(folder / BACKUP, disk / "may" / STORE, key=enter_backup(folder / BACKUP, CODES[0]))
    took = time.monotonic() - began
    size = (folder / BACKUP).stat().st_size / 1024**2
    equal = proof.digest(disk / "may" / STORE) == proof.digest(folder / STORE)
    return Figure(
        name="restore of a heavy office",
        tried=f"{size:.0f} MiB",
        found=f"{seconds(took)}, {'equal' if equal else 'another content'}",
        good=equal and took * 200 / size <= MOST_SECONDS,
    )
