"""Times what the clerk waits for on a practice office, and prints one table in Markdown.

Usage: python -m build_scripts.benchmarks [--members N] [--only WORD]
Ours, the barest way to the same end and, where there is one, a usual way run in turn; medians are shown.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from build_scripts.benchmarks import desk, finding, keeping, paper, register, starting, workbooks
from build_scripts.benchmarks.job import HEAD, Job, line, measured
from db.store import Store
from desktop_app.services.practice import create_practice


def all_jobs(store: Store, folder: Path, people: int) -> Iterator[Job]:
    """Every job, in the order of a clerk's day; each is made when the one before is done."""
    assert store.path is not None
    yield from starting.jobs(store.path)
    yield from finding.jobs(store, people)
    yield from register.jobs(store, folder)
    yield from workbooks.jobs(folder)
    yield from desk.jobs(store)
    yield from paper.jobs(folder, min(people, paper.MOST))
    yield from keeping.jobs(store, folder)


def main() -> None:
    parser = argparse.ArgumentParser(prog="build_scripts.benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--members", type=int, default=2_000, help="people of the practice office")
    parser.add_argument("--only", default="", help="jobs whose name holds this")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as name:
        folder, start = Path(name), time.perf_counter()
        store = create_practice(folder / "so.sht", said.members)
        print(f"Practice office of {said.members:,} people, made in {time.perf_counter() - start:.1f} s.\n\n{HEAD}")
        wanted = (job for job in all_jobs(store, folder, said.members) if said.only in job.name)
        for result in measured(wanted):
            print(line(result), flush=True)
        store.close()


if __name__ == "__main__":
    main()
