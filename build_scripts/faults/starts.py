"""Two starts for one store, and a start after kill -9: one window at most holds the store, and the next gets it."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from build_scripts.faults import screen
from build_scripts.faults.offices import STORE, office
from build_scripts.faults.screen import Late, Screen, holds, waited
from build_scripts.faults.setting import Figure, Setting, made

SETTLED = 2.0
"""Seconds after which whoever would open the store as well has done so."""


def figures(setting: Setting) -> Iterator[Figure]:
    name = "two starts at once, one after another, and one after kill -9"
    if not screen.possible():
        yield Figure(name=name, tried="not tried: Xvfb or xdotool is missing", found="", good=True)
        return
    folder, times = made(setting.base / "office", office), setting.times(100, 4)
    with screen.screen() as shown:
        told = [wrong for number in range(times) for wrong in started_twice(shown, folder, number)]
    yield Figure(
        name=name,
        tried=f"{times} pairs, {times} starts after kill -9",
        found=f"{len(told)} without exactly one owner",
        good=not told,
        told=told,
    )


def started_twice(shown: Screen, folder: Path, number: int) -> Iterator[str]:
    """A pair; at once in even rounds, the second when the first is there in odd ones. Then both are killed."""
    store, home = folder / STORE, folder / "nha"
    pair = [shown.start(home, "--store", str(store))]
    try:
        if number % 2:
            waited(lambda: holds(pair[0], store), "the first window")
        pair.append(shown.start(home, "--store", str(store)))
        waited(lambda: owners(pair, store), "a window")
        if number % 2:
            pair[1].wait(screen.PATIENCE)
        time.sleep(SETTLED)
        if len(found := owners(pair, store)) != 1:
            yield f"round {number}: {len(found)} owners"
        shown.kill()
        if not store.with_name(f"{STORE}.lock").exists():
            yield f"round {number}: no lock was left, so this round shows nothing"
        pair = [shown.start(home, "--store", str(store))]
        waited(lambda: holds(pair[0], store), "the window after kill -9")
    except (Late, subprocess.TimeoutExpired) as late:
        yield f"round {number}: {late} did not come"
    finally:
        shown.kill()
        shutil.rmtree(home, ignore_errors=True)


def owners(pair: list[subprocess.Popen[bytes]], store: Path) -> list[int]:
    return [process.pid for process in pair if process.poll() is None and holds(process, store)]
