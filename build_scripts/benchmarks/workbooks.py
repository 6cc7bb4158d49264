"""Foreign workbooks read and lists written as workbooks, each against the barest reader and writer and a usual one."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import openpyxl
import python_calamine
import xlsxwriter

from build_scripts.benchmarks.job import Goal, Job
from desktop_app.exchange.limits import MAX_ROWS
from desktop_app.exchange.sheets import read_sheets
from desktop_app.exchange.typed_rows import Column, Paper, write_xlsx

COLUMNS, FEW, MANY = 20, 2_000, 100_000


def jobs(folder: Path) -> Iterator[Job]:
    """Few rows and many; of a foreign workbook no more are read than the program takes."""
    for count in (FEW, MAX_ROWS - 1):
        yield reading(folder, count)
    for count in (FEW, MANY):
        yield writing(folder, count)


def rows(count: int) -> Iterator[list[str]]:
    return ([f"Nguyễn Văn {row} {column}" for column in range(COLUMNS)] for row in range(count))


def reading(folder: Path, count: int) -> Job:
    """A workbook of text; ours starts a process with limits for it."""
    path = folder / f"list-{count}.xlsx"
    write_bare(path, count)

    def usual() -> None:
        book = openpyxl.load_workbook(path, read_only=True)
        _ = [list(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]

    return Job(
        name=f"read a workbook of {count:,} × {COLUMNS} in a process of its own",
        ours=lambda: read_sheets(path),
        limit=lambda: python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python(),
        peer=usual,
        goal=Goal(times=2, peers=0.33),
        runs=5 if count == FEW else 1,
    )


def write_bare(path: Path, count: int) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách")
        for at, row in enumerate(rows(count)):
            sheet.write_row(at, 0, row)


def writing(folder: Path, count: int) -> Job:
    """A list as it is exported: typed columns, a head, borders; the limit writes texts alone."""
    columns = [Column(title=f"Cột {at}") for at in range(COLUMNS)]
    paper = Paper(sheet="Danh sách", header_row=0, first_row=1)

    def usual() -> None:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Danh sách")
        for row in rows(count):
            sheet.append(row)
        book.save(folder / "usual.xlsx")

    return Job(
        name=f"write a workbook of {count:,} × {COLUMNS}",
        ours=lambda: write_xlsx(folder / "ours.xlsx", paper, columns, rows(count)),
        limit=partial(write_bare, folder / "bare.xlsx", count),
        peer=usual,
        goal=Goal(times=1.1, peers=0.7),
        runs=5 if count == FEW else 1,
    )
