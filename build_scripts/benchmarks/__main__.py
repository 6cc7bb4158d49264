"""Times what the clerk waits for on a practice office, and prints one table in Markdown.

Usage: python -m build_scripts.benchmarks [--members N] [--office FILE] [--locked] [--parts A,B] [--only WORD]
Ours, the barest way to the same end and, where there is one, a usual way run in turn; medians are shown.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from build_scripts.benchmarks import desk, finding, keeping, paper, register, starting, workbooks
from build_scripts.benchmarks.job import HEAD, Job, computed, line, measured
from db.store import Store
from desktop_app.services.passwords import enter, new_code, set_password
from desktop_app.services.practice import create_practice
from desktop_app.services.store import open_office

PASSWORD = "cây đa bến nước"


def all_jobs(store: Store, folder: Path, people: int, parts: set[str]) -> Iterator[Job]:
    """Every job of some parts (none named = all), in the order of a clerk's day; made when the one before is done."""
    assert store.path is not None
    path = store.path
    known: dict[str, Callable[[], Iterator[Job]]] = {
        "starting": lambda: starting.jobs(path) if store.key is None else iter(()),
        "finding": lambda: finding.jobs(store, people),
        "register": lambda: register.jobs(store, folder),
        "workbooks": lambda: workbooks.jobs(folder),
        "desk": lambda: desk.jobs(store),
        "paper": lambda: paper.jobs(folder, min(people, paper.MOST)),
        "keeping": lambda: keeping.jobs(store, folder),
    }
    for name, jobs in known.items():
        if not parts or name in parts:
            yield from jobs()


def office_of(folder: Path, people: int, kept: Path | None) -> Store:
    """A practice office, made, or a copy of the one that is kept at a path, made there first where none is."""
    if kept is None:
        return create_practice(folder / "so.sht", people)
    if not kept.exists():
        create_practice(kept, people).close()
    return open_office(Path(shutil.copyfile(kept, folder / "so.sht")))


def locked(store: Store) -> Store:
    """The office with a password, opened with it."""
    assert store.path is not None
    path = store.path
    store.close()
    set_password(path, PASSWORD, new_code())
    return open_office(path, entrance=enter(path, PASSWORD))


def main() -> None:
    parser = argparse.ArgumentParser(prog="build_scripts.benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--members", type=int, default=2_000, help="people of the practice office")
    parser.add_argument("--office", type=Path, help="where such an office is kept for the next time")
    parser.add_argument("--parts", default="", help="starting,finding,register,workbooks,desk,paper,keeping")
    parser.add_argument("--locked", action="store_true", help="with a password, so that every page is ciphered")
    parser.add_argument("--only", default="", help="jobs whose name holds this")
    parser.add_argument("--computed", action="store_true", help="processor time instead of the clock on the wall")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as name:
        folder, start = Path(name), time.perf_counter()
        store = office_of(folder, said.members, said.office)
        store = locked(store) if said.locked else store
        print(f"Practice office of {said.members:,} people, there in {time.perf_counter() - start:.1f} s.\n\n{HEAD}")
        parts = set(filter(None, said.parts.split(",")))
        wanted = (job for job in all_jobs(store, folder, said.members, parts) if said.only in job.name)
        for result in measured(wanted, computed if said.computed else time.perf_counter):
            print(line(result), flush=True)
        store.close()


if __name__ == "__main__":
    main()
