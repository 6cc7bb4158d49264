"""A backup while somebody goes on saving: all that was acknowledged before it began is in it, and nothing is torn out.

The saver is a process of its own that enrols people one by one and writes down each code and how long it waited.
"""

import time
from collections.abc import Iterator
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path

from build_scripts.faults import proof
from build_scripts.faults.heavy import heavy
from build_scripts.faults.offices import BACKUP, STORE
from build_scripts.faults.proof import PASSWORDS
from build_scripts.faults.screen import waited
from build_scripts.faults.setting import Figure, Setting, made, seconds
from db.crypto import DataKey
from db.errors import BusyStore
from db.store import DatabaseError, Store, connect, told
from desktop_app.services import backups, members
from desktop_app.services.members import MemberDraft
from desktop_app.services.passwords import enter_backup

SAID = "da-ghi"
PAUSE, BEFORE, AFTER = 0.01, 50, 20


def figures(setting: Setting) -> Iterator[Figure]:
    for locked in (False, True):
        name = f"{'locked' if locked else 'plain'} store"
        folder = made(setting.disk / name, lambda each: None)
        key = heavy(folder, setting.times(200, 20), locked=locked)
        yield live(f"backup of a {name} while another process saves", folder, key)


def live(name: str, folder: Path, key: DataKey | None) -> Figure:
    """Back up in the midst of saves; then hold the backup against what was acknowledged."""
    context = get_context("fork")
    stop = context.Event()
    saver = context.Process(target=save_on, args=(folder, key, stop))
    saver.start()
    try:
        acknowledged = wait_for(folder, BEFORE)
        took = timed_backup(folder, key)
        wait_for(folder, len(told_by(folder)) + AFTER)
    finally:
        stop.set()
        saver.join()
    after = told_by(folder)
    missing, gaps = compared(folder, acknowledged, [code for code, _ in after])
    waits = sorted(wait for _, wait in after)
    p99, worst = waits[len(waits) * 99 // 100], waits[-1]
    size = (folder / BACKUP).stat().st_size // 1024**2
    return Figure(
        name=name,
        tried=f"{size} MiB, {len(after)} saves, {len(acknowledged)} of them before it",
        found=f"{len(missing)} missing, {gaps} gaps; {seconds(took)}; a save p99 {p99 * 1000:.0f} ms, "
        f"worst {worst * 1000:.0f} ms",
        good=not missing and not gaps and saver.exitcode == 0,
        told=missing,
    )


def save_on(folder: Path, key: DataKey | None, stop: Event) -> None:
    """Enrol people until told to stop."""
    store = connect(folder / STORE, "", key=key)
    with (folder / SAID).open("a", buffering=1) as said:
        while not stop.is_set():
            began = time.monotonic()
            code = enrolled(store)
            said.write(f"{code} {time.monotonic() - began}\n")
            time.sleep(PAUSE)
    store.close()


def enrolled(store: Store) -> str:
    """The code of somebody new. A save that is told the store is busy is made again, as a clerk does; it counts as one
    that waited all the while."""
    while True:
        try:
            return members.enrol(store, MemberDraft(full_name="Đỗ Đức Ân")).code
        except DatabaseError as error:
            if not isinstance(told(error), BusyStore):
                raise


def told_by(folder: Path) -> list[tuple[str, float]]:
    """What the saver has acknowledged so far, and how long each save took."""
    path = folder / SAID
    lines = path.read_text().splitlines(keepends=True) if path.exists() else []
    pairs = [line.split() for line in lines if line.endswith("\n")]
    return [(code, float(wait)) for code, wait in pairs]


def wait_for(folder: Path, many: int) -> list[str]:
    """Until so many saves are acknowledged; their codes."""
    waited(lambda: len(told_by(folder)) >= many, f"{many} saves")
    return [code for code, _ in told_by(folder)]


def timed_backup(folder: Path, key: DataKey | None) -> float:
    store = connect(folder / STORE, "", key=key)
    began = time.monotonic()
    try:
        backups.back_up(store, folder / BACKUP)
    finally:
        store.close()
    return time.monotonic() - began


def compared(folder: Path, before: list[str], all_of_them: list[str]) -> tuple[list[str], int]:
    """What was acknowledged before and is not in the backup; saves in it that lack one made earlier."""
    place = folder / "phuc-hoi.sht"
    key = enter_backup(folder / BACKUP, PASSWORDS[0])
    backups.restore(folder / BACKUP, place, key=key)
    assert not proof.harm(place), "the restored store is torn"
    store = connect(place, "", key=key)
    held = set(store.column("select code from member"))
    store.close()
    kept = [code in held for code in all_of_them]
    gaps = sum(not here and later for here, later in pairwise(kept))
    return [f"missing: {code}" for code in before if code not in held], gaps
