"""Runs the fault checks and prints one table. Exit 1 when anything is lost, mixed up or told wrongly.

Usage: python -m build_scripts.faults [NAME [FAULT]] [--points N] [--full]
Without a name: every drill and every work, in some minutes, each only so far that the check itself is seen to see.
NAME is a drill (--list names them) or a part of the name of a work. A work is swept: the n-th of the calls that change
its folder goes wrong, for N of them spread evenly. FAULT is one of kill, torn, eio, enospc, efsync, with + when every
later call fails as well. --full: every call, 500 kills, 10,000 power cuts and so on; it takes hours.
Drills with a window need Xvfb and xdotool, the full disk needs root; where they are missing that is said in the table.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from build_scripts.faults import figures
from build_scripts.faults.drills import DRILLS
from build_scripts.faults.setting import Figure, Setting
from build_scripts.faults.stage import Stage
from build_scripts.faults.sweep import FAULTS, Sweeper
from build_scripts.faults.works import WORKS

SHIM = Path(__file__).with_name("shim.c")
MEMORY = Path("/dev/shm")
"""Where runs leave their files: what is looked at is which call goes wrong, not how long a disk takes."""
NOT_HERE = "The fault checks need Linux and gcc: they stand between the program and the C library. Nothing was run."
POINTS, ALL_POINTS = 2, 10**6


def compiled(folder: Path) -> Path:
    """The shim as a library."""
    library = folder / "shim.so"
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", library, SHIM, "-ldl"], check=True)
    return library


def possible() -> bool:
    return sys.platform == "linux" and shutil.which("gcc") is not None


def arguments() -> argparse.Namespace:
    about = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="build_scripts.faults", description=__doc__, formatter_class=about)
    parser.add_argument("name", nargs="?", default="", help="a drill, or part of the name of a work")
    parser.add_argument("fault", nargs="?", help="only this fault")
    parser.add_argument("--points", type=int, help="calls of every work that are broken")
    parser.add_argument("--full", action="store_true", help="every call of every work, every drill at full length")
    parser.add_argument("--list", action="store_true", help="only name the drills and the works")
    return parser.parse_args()


@contextmanager
def stages(base: Path, count: int) -> Iterator[list[Stage]]:
    """So many stages side by side; what the program logs goes into the folder."""
    (base / "data").mkdir()
    opened = [Stage(compiled(base), base / "data") for _ in range(count)]
    try:
        yield opened
    finally:
        for stage in opened:
            stage.close()


def measured(said: argparse.Namespace, opened: list[Stage], base: Path, disk: Path) -> Iterator[Figure]:
    """Every figure that was asked for, one after the other."""
    for name, check in DRILLS.items():
        if said.name in ("", name):
            for folder in (base / name, disk / name):
                folder.mkdir()
            yield from check(Setting(base=base / name, disk=disk / name, stages=opened, full=said.full))
            shutil.rmtree(base / name)
            shutil.rmtree(disk / name)
    chosen = [work for work in WORKS if said.name in work.name] if said.name not in DRILLS else []
    faults = [said.fault] if said.fault else FAULTS
    points = said.points or (ALL_POINTS if said.full else POINTS)
    yield from figures.sweeps(Sweeper(base, opened), chosen, faults, points)


def shown(figure: Figure) -> str:
    told = "".join(f"\n    {each}" for each in figure.told[:5])
    return f"| {figure.name} | {figure.tried} | {figure.found} | {'good' if figure.good else 'BAD'} |{told}"


def main() -> int:
    said, failed = arguments(), False
    if said.list:
        print("\n".join([*DRILLS, *(work.name for work in WORKS)]))
        return 0
    if not possible():
        print(NOT_HERE)
        return 0
    print("| what is broken | tried | found | |\n|---|---|---|---|", flush=True)
    with ExitStack() as kept:
        memory = MEMORY if MEMORY.is_dir() else None
        base = Path(kept.enter_context(tempfile.TemporaryDirectory(prefix="faults-", dir=memory)))
        disk = Path(kept.enter_context(tempfile.TemporaryDirectory(prefix="faults-")))
        opened = kept.enter_context(stages(base, os.cpu_count() or 1))
        for figure in measured(said, opened, base, disk):
            print(shown(figure), flush=True)
            failed |= not figure.good
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
