"""A disk that is really full: a small file system of its own, filled up to so many KiB, and the works done on it.

Mounting one needs root; where that is not allowed it is said, and nothing is tried.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.faults import proof
from build_scripts.faults.setting import Figure, Setting
from build_scripts.faults.stage import NOTHING
from build_scripts.faults.sweep import DONE, Ground, Sweeper
from build_scripts.faults.works import WORKS

MEGABYTES = 12
LEFT = (0, 4, 16, 48, 96, 160, 256, 384, 512, 768, 1024, 1536, 2048, 3072)
"""KiB the work finds free: from nothing to nearly enough."""
NAMES = (
    "save: mark all that is blank",
    "save: a file beside an essay",
    "import of a workbook",
    "backup over an older one",
    "restore",
    "print of the register",
    "export of the list",
    "password set",
)


def figures(setting: Setting) -> Iterator[Figure]:
    place = setting.base / "dia"
    place.mkdir()
    with mounted(place) as there:
        if not there:
            yield Figure(name="full disk", tried="not tried: no file system may be mounted here", found="", good=True)
            return
        sweeper = Sweeper(setting.base, setting.stages)
        for work in (each for each in WORKS if each.name in NAMES):
            yield filled(sweeper, sweeper.ground(work), place, LEFT[:: setting.times(1, 4)])


@contextmanager
def mounted(place: Path) -> Iterator[bool]:
    """A file system of so many megabytes; whether it may be had."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "faults", str(place)]
    there = os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield there
    finally:
        if there:
            subprocess.run(["umount", str(place)], check=True)


def filled(sweeper: Sweeper, ground: Ground, disk: Path, lefts: tuple[int, ...]) -> Figure:
    """Do one work with so little room; look at what is left; make room and do it again."""
    told, refused = [], 0
    for left in lefts:
        code, wrong = with_room(sweeper, ground, disk, left)
        refused += code != DONE
        told += [f"{left} KiB free: {each}" for each in wrong]
    return Figure(
        name=f"full disk: {ground.work.name}",
        tried=f"{len(lefts)} fillings",
        found=f"{len(told)} bad; {refused} refused",
        good=not told and refused > 0,
        told=told,
    )


def with_room(sweeper: Sweeper, ground: Ground, disk: Path, left: int) -> tuple[int, list[str]]:
    """The exit code of the work on a disk with so many KiB, and what was wrong with it."""
    place, seen, ballast = disk / "so", sweeper.base / "seen" / "so", disk / "day"
    shutil.copytree(ground.folder, place)
    fill(ballast, left)
    try:
        told = sweeper.run_in(ground, place, NOTHING, said=sweeper.base / "said")
        shutil.copytree(place, seen)
        wrong = list(sweeper.judged(ground, seen, "enospc", told))
        ballast.unlink()
        if not wrong:
            wrong = sweeper.repeated(ground, place, proof.digest(seen / ground.work.store))
        return told.code, wrong
    finally:
        ballast.unlink(missing_ok=True)
        shutil.rmtree(place)
        shutil.rmtree(seen.parent, ignore_errors=True)


def fill(ballast: Path, left: int) -> None:
    """Take all room but so many KiB."""
    free = shutil.disk_usage(ballast.parent).free
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free - left * 1024))
