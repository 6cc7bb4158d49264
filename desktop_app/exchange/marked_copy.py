"""The same .xlsx with reasons beside its rows, by openpyxl. Runs only in the child process: see child, error_workbook.

Formulas are replaced by the results kept in the file: what we hand out computes nothing, and can be read again at once.
"""

import json
import sys
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.exchange.reason_column import LOOK_AT, RED, TITLE, WIDTH, Reasons, reason_columns
from desktop_app.exchange.sheet import NOT_COUNTED

CUT_SHORT = 3


def main(argv: list[str]) -> int:
    """argv: source and copy; the reasons of every sheet as JSON on standard input. 0, or 3 where rows were not seen."""
    pages = [reasons_of(page) for page in json.load(sys.stdin)]
    with Path(argv[0]).open("rb") as file:
        book = load_workbook(file, data_only=True, keep_links=False)
        for page in pages:
            sheet = book[page.sheet]
            if not isinstance(sheet, Worksheet) or sheet.max_row < page.last_row:
                return CUT_SHORT
            mark(sheet, page)
        book.save(argv[1])
    return 0


def reasons_of(page: dict[str, Any]) -> Reasons:
    texts = {int(row): text for row, text in page["texts"].items()}
    return Reasons(**{**page, "texts": texts, "uncounted": tuple(map(tuple, page["uncounted"]))})


def mark(sheet: Worksheet, page: Reasons) -> None:
    """Write the title and the reasons; those of an earlier time go."""
    first = sheet.iter_rows(max_row=LOOK_AT, values_only=True)
    for column in reason_columns(first):
        for (cell,) in sheet.iter_rows(min_col=column + 1, max_col=column + 1):
            if not isinstance(cell, MergedCell):
                cell.value = None
    for row, column in page.uncounted:
        write(sheet, row, column, NOT_COUNTED)
    write(sheet, page.title_row, page.column, TITLE).font = Font(bold=True, color=RED)
    for row, text in page.texts.items():
        cell = write(sheet, row, page.column, text)
        cell.font, cell.alignment = Font(color=RED), Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions[get_column_letter(page.column + 1)].width = WIDTH


def write(sheet: Worksheet, row: int, column: int, text: str) -> Any:
    """A text as a text, whatever it begins with."""
    cell = sheet.cell(row=row, column=column + 1)
    cell.value = text
    cell.data_type = "s"
    return cell
