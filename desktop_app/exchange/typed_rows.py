"""Rows of people's facts into a workbook or a csv: every text stays a text, whatever it begins with.

A text is never a formula: in .xlsx it is written as a string, in .csv one that a spreadsheet would start as a formula
gets the quote before it that spreadsheets know (OWASP, CSV injection), and `without_guard` takes it off again.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path
from typing import Any

from desktop_app.domain.dates import is_full, show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.delivery import new_workbook

MAX_TEXT = 32_767
TOO_LONG = "Có ô dài hơn 32.767 ký tự nên bảng tính không chứa được; hãy rút ngắn ghi chú ấy rồi xuất lại."
EPOCH = date(1899, 12, 30).toordinal()
FIRST_TYPED_YEAR = "1910"
"""Earlier days are written as text: spreadsheets disagree about 1900, and a day of 1905 looks like a bare year."""
GUARDED = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
A4, LANDSCAPE_MARGIN, PAGE_CHARACTERS, NAMES_UP_TO, HEADER_POINTS = 9, 0.4, 165, 2, 33
FONT = {"font_name": "Times New Roman", "font_size": 11}


class Kind(Enum):
    TEXT = auto()
    ID = auto()
    DATE = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a list we write; `width` in characters."""

    title: str
    kind: Kind = Kind.TEXT
    width: float = 14


Values = Sequence[str | int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands above the rows. `header_row` counts from 0; header texts are (row, column, text), `merged` areas of
    the header (first row, first column, last row, last column, text)."""

    sheet: str
    header_row: int
    first_row: int
    titles: tuple[tuple[int, int, str], ...] = ()
    header: tuple[tuple[int, int, str], ...] = ()
    merged: tuple[tuple[int, int, int, int, str], ...] = ()


def write_xlsx(path: Path, paper: Paper, columns: Sequence[Column], rows: Iterable[Values]) -> int:
    """Write a workbook of one sheet, row by row; how many rows. Raises Refusal for a text no cell can hold."""
    with new_workbook(path, by_row=True) as book:
        sheet = book.add_worksheet(paper.sheet)
        _lay_out(book, sheet, paper, columns)
        _write_head(book, sheet, paper)
        count = _write_rows(book, sheet, paper.first_row, columns, rows)
        sheet.autofilter(paper.first_row - 1, 0, paper.first_row - 1 + count, len(columns) - 1)
    return count


def _lay_out(book: Any, sheet: Any, paper: Paper, columns: Sequence[Column]) -> None:
    """Widths, frozen header, and A4 pages that repeat it."""
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(paper.first_row, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(LANDSCAPE_MARGIN, LANDSCAPE_MARGIN, 0.6, 0.6)
    across = max(1, round(sum(column.width for column in columns) / PAGE_CHARACTERS))
    sheet.fit_to_pages(across, 0)
    sheet.repeat_rows(paper.header_row, paper.first_row - 1)
    if across > 1:
        sheet.repeat_columns(0, NAMES_UP_TO)
    sheet.set_row(paper.header_row, HEADER_POINTS)
    sheet.set_footer("&CTrang &P/&N")


def _write_head(book: Any, sheet: Any, paper: Paper) -> None:
    bold, plain = book.add_format({**FONT, "bold": True, "font_size": 13}), book.add_format(FONT)
    middle = {"text_wrap": True, "align": "center", "valign": "vcenter"}
    head = book.add_format({**FONT, **middle, "bold": True, "border": 1, "bg_color": "#E7EDF3"})
    areas = {(top, left): (bottom, right) for top, left, bottom, right, _ in paper.merged}
    texts = [(row, column, text, plain if row else bold) for row, column, text in paper.titles]
    texts += [(row, column, text, head) for row, column, text in paper.header]
    texts += [(top, left, text, head) for top, left, _, _, text in paper.merged]
    for row, column, text, look in sorted(texts, key=lambda each: each[:2]):  # a row once left cannot be written again
        if area := areas.get((row, column)):
            sheet.merge_range(row, column, *area, text, look)
        else:
            sheet.write_string(row, column, text, look)


def _write_rows(book: Any, sheet: Any, first: int, columns: Sequence[Column], rows: Iterable[Values]) -> int:
    text, number = sheet.write_string, sheet.write_number
    grid = {**FONT, "border": 1, "valign": "top"}
    looks = {
        Kind.TEXT: book.add_format({**grid, "text_wrap": True}),
        Kind.ID: book.add_format({**grid, "num_format": "@"}),
        Kind.DATE: book.add_format({**grid, "num_format": "dd/mm/yyyy", "align": "left"}),
        Kind.NUMBER: book.add_format({**grid, "align": "center"}),
    }
    cells = [(place, column.kind is Kind.DATE, looks[column.kind]) for place, column in enumerate(columns)]
    row = first - 1
    for row, values in enumerate(rows, first):
        for (place, dated, look), value in zip(cells, values, strict=True):
            if dated and value is not None:
                value = day_of(str(value))
            if value is None:
                sheet.write_blank(row, place, None, look)
            elif isinstance(value, str):
                if text(row, place, value, look):
                    raise Refusal(TOO_LONG)
            else:
                number(row, place, value, look)
    return row + 1 - first


@lru_cache(maxsize=50_000)
def day_of(iso: str) -> int | str:
    """A full date as the serial day of spreadsheets; a partial or very early one as it is shown."""
    if is_full(iso) and iso >= FIRST_TYPED_YEAR:
        return date.fromisoformat(iso).toordinal() - EPOCH
    return show_date(iso)


def write_csv(path: Path, columns: Sequence[Column], rows: Iterable[Values]) -> int:
    """Write a csv as Excel in Vietnam opens it: UTF-8 with a byte-order mark, semicolons; how many rows."""
    dates = [column.kind is Kind.DATE for column in columns]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, delimiter=";", lineterminator="\r\n")
        table.writerow([column.title for column in columns])
        count = 0
        for values in rows:
            table.writerow(list(_guarded(values, dates)))
            count += 1
    return count


def _guarded(values: Values, dates: Sequence[bool]) -> Iterator[str | int | None]:
    for value, dated in zip(values, dates, strict=True):
        if not isinstance(value, str):
            yield value
        elif dated:
            yield show_date(value)
        else:
            yield f"'{value}" if GUARDED.match(value) else value


def without_guard(text: str) -> str:
    """A csv text without the quote that `write_csv` and its like put before what would start a formula."""
    return text[1:] if text.startswith("'") and GUARDED.match(text) else text
