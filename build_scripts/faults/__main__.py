"""Runs the fault checks and prints one table. Exit 1 when anything is lost, mixed up or told wrongly.

Usage: python -m build_scripts.faults [WORK [FAULT]] [--points N] [--full]
Without a work: all of them, kill -9, power cuts, failing imports and flushes. A work is named by a part of its name; a
fault is one of kill, torn, eio, enospc, efsync, with + when every later call fails as well.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build_scripts.faults import figures
from build_scripts.faults.stage import Stage
from build_scripts.faults.sweep import FAULTS, Sweeper
from build_scripts.faults.works import WORKS

SHIM = Path(__file__).with_name("shim.c")
NOT_HERE = "The fault checks need Linux and gcc: they stand between the program and the C library. Nothing was run."


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much is tried. `points` of every work under every fault."""

    points: int
    rounds: int
    states: int
    imports: int


SHORT = Extent(points=4, rounds=20, states=300, imports=10)
FULL = Extent(points=10**6, rounds=500, states=10_000, imports=100)


def compiled(folder: Path) -> Path:
    """The shim as a library."""
    library = folder / "shim.so"
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", library, SHIM, "-ldl"], check=True)
    return library


def possible() -> bool:
    return sys.platform == "linux" and shutil.which("gcc") is not None


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build_scripts.faults", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", nargs="?", default="", help="part of the name of a work")
    parser.add_argument("fault", nargs="?", help="only this fault")
    parser.add_argument("--points", type=int, help="calls of every work that are broken")
    parser.add_argument("--full", action="store_true", help="every call of every work; takes an hour")
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


def measured(said: argparse.Namespace, extent: Extent, base: Path) -> Iterator[figures.Figure]:
    """Every figure that was asked for, one after the other."""
    chosen = [work for work in WORKS if said.work in work.name]
    faults = [said.fault] if said.fault else FAULTS
    with stages(base, os.cpu_count() or 1) as opened:
        if not said.work:
            yield figures.killed(opened[0], base, extent.rounds)
            yield from figures.cuts(opened[0], base, extent.states)
            yield figures.imported(base, extent.imports)
            yield from figures.flushed(opened[0], base / "flushed")
        yield from figures.sweeps(Sweeper(base, opened), chosen, faults, said.points or extent.points)


def main() -> int:
    if not possible():
        print(NOT_HERE)
        return 0
    said, failed = arguments(), False
    print("| what is broken | tried | found | |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        for figure in measured(said, FULL if said.full else SHORT, Path(name)):
            print(f"| {figure.name} | {figure.tried} | {figure.found} | {'good' if figure.good else 'BAD'} |")
            print("".join(f"    {told}\n" for told in figure.told[:5]), end="", flush=True)
            failed |= not figure.good
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
