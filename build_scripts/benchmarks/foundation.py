"""Times what the clerk waits for, each against the barest way to do it and, where there is one, a usual way.

Usage: python -m build_scripts.benchmarks.foundation [MEMBERS]   (default 2000)
Ours, limit and peer run in one process on one practice office, in turn; the medians of several runs are printed.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import cycle
from pathlib import Path

import openpyxl
import python_calamine
import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from db.keys import fold
from db.values import MarkStatus
from desktop_app.exchange.sheets import read_sheets
from desktop_app.forms.documents import form
from desktop_app.forms.form import Subject
from desktop_app.forms.pdf import print_pdf
from desktop_app.services import attendance, backups, conferences, members, reports
from desktop_app.services.members import MemberFilter
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store

Work = Callable[[], object]
QUERIES = ("ng", "nguyen van", "binh", "đặng thị", "quyen", "tran", "hoa", "le duc", "xuan", "tho")
COLUMNS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`runs` counted runs of each; a peer is a usual way, None where nothing is usual."""

    name: str
    ours: Work
    limit: Work
    peer: Work | None = None
    runs: int = 5


def timed(work: Work, runs: int) -> float:
    """Median seconds of `runs` runs after one that does not count."""
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def searching(store: Store) -> Job:
    """Fifty sorted hits for what was typed."""
    typed = cycle(QUERIES)
    store.register_function(lambda text: fold(text), name="un")
    walk = "select id from member where name_key like ? order by list_key, birth_date limit 50"
    naive = "select id from member where un(full_name) like ? order by list_key limit 50"
    return Job(
        name="type-ahead, 50 sorted hits",
        ours=lambda: members.search(store, next(typed), 50),
        limit=lambda: store.execute(walk, [f"%{fold(next(typed))}%"]).fetchall(),
        peer=lambda: store.execute(naive, [f"%{fold(next(typed))}%"]).fetchall(),
        runs=40,
    )


def marking(store: Store) -> Job:
    """One mark, on the disk when it returns."""
    held = conferences.conferences(store)[0]
    row = attendance.sheet(store, held.id).rows[0]
    place, status = (held.half_days[0].id, row.member_id), cycle((MarkStatus.ABSENT, MarkStatus.PRESENT))
    store.execute("create table if not exists bench (a integer primary key, b text)")
    bare = "insert into bench (a, b) values (1, ?) on conflict (a) do update set b = excluded.b"
    return Job(
        name="mark one, durable",
        ours=lambda: attendance.mark(store, held.id, [place], next(status)),
        limit=lambda: store.execute(bare, [next(status)]),
        runs=200,
    )


def counting(store: Store) -> Job:
    """The statistics table against one pass over the marks."""
    scan = "select half_day_id, status, count(*) from mark group by 1, 2"
    return Job(
        name="statistics of the round",
        ours=lambda: reports.summary(store, 1),
        limit=lambda: store.execute(scan).fetchall(),
    )


def printing(store: Store) -> Job:
    """Every sign-in sheet as PDF, gathered and composed, against the names alone drawn by reportlab."""
    names = [person.full_name for person in members.page(store, members.list_ids(store, MemberFilter()))]

    def bare() -> None:
        canvas = Canvas(BytesIO(), pagesize=A4)
        for place, name in enumerate(names):
            canvas.drawString(80, 760 - place % 24 * 28, name.encode("latin-1", "replace").decode("latin-1"))
            if place % 24 == 23:
                canvas.showPage()
        canvas.save()

    return Job(
        name="sign-in sheets, both days",
        ours=lambda: print_pdf(form("sign-in").document(store, Subject()), BytesIO()),
        limit=bare,
        runs=3,
    )


def reading(folder: Path, rows: int) -> Job:
    """A workbook of text and numbers; ours starts a process with limits for it."""
    path = folder / "list.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách")
        for row in range(rows):
            sheet.write_row(row, 0, [f"Nguyễn Văn {row} {column}" for column in range(COLUMNS)])

    def usual() -> None:
        book = openpyxl.load_workbook(path, read_only=True)
        _ = [list(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]

    return Job(
        name=f"read xlsx, {rows} x {COLUMNS}",
        ours=lambda: read_sheets(path),
        limit=lambda: python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python(),
        peer=usual,
        runs=3,
    )


def keeping(store: Store, folder: Path) -> Job:
    """A backup proven row by row against a copy flushed to the disk."""
    assert store.path is not None
    source = store.path

    def copy() -> None:
        shutil.copyfile(source, folder / "copy.sht")
        with (folder / "copy.sht").open("rb+") as file:
            os.fsync(file.fileno())

    return Job(name="backup, proven", ours=lambda: backups.back_up(store, folder / "b.sht-backup"), limit=copy, runs=3)


def shown(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds * 1000:.2f}"


def table(jobs: Iterable[Job]) -> None:
    """Print a line a job: milliseconds of ours, limit and peer, and how many times the limit ours takes."""
    print(f"{'job':32} {'ours ms':>10} {'limit ms':>10} {'ratio':>7} {'peer ms':>10}")
    for job in jobs:
        ours, limit = timed(job.ours, job.runs), timed(job.limit, job.runs)
        peer = timed(job.peer, job.runs) if job.peer else None
        print(f"{job.name:32} {shown(ours):>10} {shown(limit):>10} {ours / limit:>7.1f} {shown(peer):>10}", flush=True)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        store = create_practice(folder / "p.sht", count)
        print(f"practice office of {count} people made in {time.perf_counter() - start:.2f} s")
        table(
            [
                searching(store),
                marking(store),
                counting(store),
                printing(store),
                reading(folder, count),
                keeping(store, folder),
            ]
        )
        store.close()


if __name__ == "__main__":
    main()
