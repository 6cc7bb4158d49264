"""What opens a locked store, and what one guess costs: codes that must open, codes and passwords that must not."""

import random
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from build_scripts.faults.proof import CHEAP, PASSWORDS
from build_scripts.faults.setting import Figure, Setting, seconds
from db.crypto import Cost, drawn, new_salt
from desktop_app.domain.refusal import Refusal
from desktop_app.services.passwords import new_code, new_lock, through

LEAST_SECONDS, LEAST_MIB = 0.25, 64
GUESSES = 5


def figures(setting: Setting) -> Iterator[Figure]:
    yield right_codes(setting.times(100, 20))
    yield wrong_words(setting.times(1_000, 100))
    yield cost()


def right_codes(times: int) -> Figure:
    """Each code opens the lock it was made for, and no other one."""
    told = []
    for number in range(times):
        code = new_code()
        key, ring = new_lock(PASSWORDS[0], code, cost=CHEAP)
        if through(ring, code).key != key:
            told.append(f"code {number} opens another key")
    return Figure(name="recovery code", tried=f"{times} locks", found=f"{times - len(told)} opened", good=not told)


def wrong_words(times: int) -> Figure:
    """Other codes and other passwords, some of them one letter off."""
    chance, code, opened = random.Random(6), new_code(), []
    ring = new_lock(PASSWORDS[0], code, cost=CHEAP)[1]
    for number in range(times):
        typed = new_code() if number % 2 else one_off(PASSWORDS[0], chance)
        try:
            through(ring, typed)
            opened.append(typed)
        except Refusal:
            pass
    return Figure(
        name="wrong codes and passwords",
        tried=f"{times} guesses",
        found=f"{len(opened)} opened",
        good=not opened,
        told=opened,
    )


def one_off(password: str, chance: random.Random) -> str:
    """The password with one letter exchanged."""
    place = chance.randrange(len(password))
    letter = chance.choice([each for each in "abcdeghiklmnopqrstuvxy" if each != password[place]])
    return password[:place] + letter + password[place + 1 :]


def cost() -> Figure:
    """What one guess takes at the cost new passwords get, in a process of its own; the fastest of some."""
    with get_context("spawn").Pool(1) as pool:
        least, mib = pool.apply(guessed, (GUESSES,))
    return Figure(
        name="one guess at a password",
        tried=f"{GUESSES} guesses, {Cost().memory // 1024} MiB, {Cost().passes} passes",
        found=f"{seconds(least)} at least, {mib} MiB",
        good=least >= LEAST_SECONDS and mib >= LEAST_MIB,
    )


def guessed(times: int) -> tuple[float, int]:
    """Seconds of processor the cheapest guess took, and by how many MiB the process grew."""
    drawn("làm nóng", new_salt(), CHEAP)
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew from here
    before, spent = memory("VmRSS"), []
    for number in range(times):
        began = time.process_time()
        drawn(f"đoán {number}", new_salt(), Cost())
        spent.append(time.process_time() - began)
    return min(spent), memory("VmHWM") - before


def memory(name: str) -> int:
    """What the system says of this process, in MiB."""
    said = Path("/proc/self/status").read_text().split(f"{name}:")[1]
    return round(int(said.split()[0]) / 1024)
