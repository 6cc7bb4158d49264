"""The child process that opens foreign spreadsheets: one JSON line a row on standard output, then an end.

Not to be called inside the program's own process: its memory limit is for good.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.kinds import Kind, kind_of
from desktop_app.exchange.limits import TOO_BIG, Bounds, RawSheet, limit_memory

ENCODE = json.JSONEncoder(ensure_ascii=False, default=str).encode
MARK = "--mark"
MAX_OUTPUT = 150 * 1024 * 1024


class Pipe:
    """Standard output as lines of JSON; refuses to say more than the parent should hold."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.room = MAX_OUTPUT

    def say(self, message: object) -> None:
        line = ENCODE(message).encode("utf-8", "replace") + b"\n"
        self.room -= len(line)
        if self.room < 0:
            raise Refusal(TOO_BIG)
        self.out.write(line)


def main(argv: list[str]) -> int:
    """argv: the file, then optionally the one sheet wanted. Exit 0 also for a refusal: its sentence is in the pipe.

    Or MARK, a workbook and its copy: see marked_copy.
    """
    limit_memory()
    if argv[0] == MARK:
        from desktop_app.exchange.marked_copy import main as mark

        return mark(argv[1:])
    with open(1, "wb", closefd=False) as out:
        pipe = Pipe(out)
        try:
            send(Path(argv[0]), argv[1] if len(argv) > 1 else None, pipe)
            last = "end"
        except Refusal as refusal:
            last = f"refused {refusal}"
        except MemoryError:
            last = f"refused {TOO_BIG}"
        pipe.room = MAX_OUTPUT
        pipe.say(last)
    return 0


def send(path: Path, only: str | None, pipe: Pipe) -> None:
    kind = kind_of(path)
    if kind is Kind.CSV:
        from desktop_app.exchange.csv_text import csv_sheet

        send_sheet(csv_sheet(path), pipe)
        return
    from desktop_app.exchange.workbooks import workbook_sheets

    for sheet in workbook_sheets(path, kind, only):
        send_sheet(sheet, pipe)


def send_sheet(sheet: RawSheet, pipe: Pipe) -> None:
    """Head, rows that have something in them, then an empty object."""
    marks = sheet.marks
    head = {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "merged": sheet.merged,
        "formulas": marks.formulas,
        "unseen": marks.unseen,
    }
    pipe.say({**head, "hidden_rows": sorted(marks.hidden_rows), "hidden_columns": sorted(marks.hidden_columns)})
    bounds = Bounds(sheet.name)
    for number, cells in sheet.rows:
        if values := bounds.taken(number, cells):
            dates = (
                [at for at, value in enumerate(values) if isinstance(value, date)] if date in map(type, values) else []
            )
            fonts = marks.fonts.get(number)
            pipe.say([number, values, dates, fonts] if fonts else [number, values, dates])
    pipe.say({})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
