"""Typing cut off by kill -9: the real window, a form being filled by keys, and what of it is kept in the store.

The keys come from xdotool one by one, each with its moment, so that what is lost is told in seconds.
"""

import json
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from build_scripts.faults import screen
from build_scripts.faults.offices import STORE, office
from build_scripts.faults.screen import Screen, holds, waited
from build_scripts.faults.setting import Figure, Setting, made, seconds
from db.store import connect

MOST_LOST = 5.0
SHORTEST, LONGEST = 2.5, 9.0
SETTLED = 1.5
"""Seconds in which the window comes to rest: there is no window manager here to say when."""
LETTERS = "abcdeghiklmnopqrstuvxy "
PEOPLE_PLACE, ADD = "ctrl+2", "ctrl+n"


def figures(setting: Setting) -> Iterator[Figure]:
    name = "typing into a form, then kill -9"
    if not screen.possible():
        yield Figure(name=name, tried="not tried: Xvfb or xdotool is missing", found="", good=True)
        return
    before, chance, times = made(setting.base / "before", office), random.Random(8), setting.times(50, 2)
    with screen.screen() as shown:
        lost = [round_of(shown, before, setting.base / f"{number}", chance) for number in range(times)]
    late = [f"round {number}: {seconds(each)} lost" for number, each in enumerate(lost) if each > MOST_LOST]
    yield Figure(
        name=name,
        tried=f"{times} windows",
        found=f"{len(late)} lost more than {MOST_LOST:.0f} s; at most {seconds(max(lost))}",
        good=not late,
        told=late,
    )


def round_of(shown: Screen, before: Path, folder: Path, chance: random.Random) -> float:
    """One window, one form; the seconds of typing that did not come back."""
    shutil.copytree(before, folder)
    process = shown.start(folder / "nha", "--store", str(folder / STORE))
    waited(lambda: holds(process, folder / STORE), "the store to be opened")
    shown.focus(process)
    open_form(shown, process.pid)
    shown.focus(process)
    time.sleep(SETTLED)
    typed = type_until(shown, time.monotonic() + chance.uniform(SHORTEST, LONGEST), chance)
    shown.kill()
    killed = time.monotonic()
    kept = kept_text(folder / STORE)
    assert "".join(letter for letter, _ in typed).startswith(kept), (kept, "".join(letter for letter, _ in typed))
    unkept = typed[len(kept) :]
    return killed - unkept[0][1] if unkept else 0.0


def open_form(shown: Screen, process: int) -> None:
    """Go to the people and ask for a new one, once: the form comes as a second window."""
    time.sleep(SETTLED)
    shown.key("key", PEOPLE_PLACE)
    time.sleep(SETTLED)
    shown.key("key", ADD)
    waited(lambda: len(shown.said("search", "--onlyvisible", "--pid", str(process))) == 2, "the form")


def type_until(shown: Screen, end: float, chance: random.Random) -> list[tuple[str, float]]:
    """Letter by letter as a hand does; each with the moment before it was sent."""
    typed: list[tuple[str, float]] = []
    while time.monotonic() < end:
        letter = "x" if not typed else chance.choice(LETTERS)
        typed.append((letter, time.monotonic()))
        shown.key("type", letter)
        time.sleep(0.05)
    return typed


def kept_text(path: Path) -> str:
    """The name in the form that was being typed, as the store has it."""
    store = connect(path, "")
    try:
        forms = store.column("select texts from typing")
    finally:
        store.close()
    return str(json.loads(forms[0])["full_name"]) if forms else ""
