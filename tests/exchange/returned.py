"""What a cell does to a workbook it was sent: marks typed, rows sorted and added, by openpyxl."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.exchange.return_workbook import HIDDEN_SHEET, NAME, SHEET, write_return
from desktop_app.services import return_sheets
from desktop_app.services.return_sheets import Target
from desktop_app.services.store import Store
from tests.round_office import SmallRound

Table = dict[str, dict[str, object]]


def sent(store: Store, small: SmallRound, folder: Path, target: Target | None = None) -> Path:
    """The workbook of a place, the first cell by default, as it goes out."""
    outgoing = return_sheets.make(store, small.conference_id, target or Target(cell_id=small.cell_ids[0]))
    path = folder / f"phieu-{outgoing.sheet.id}.xlsx"
    write_return(store, outgoing, path)
    return path


def header_row(sheet: Worksheet) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == NAME)


def changed(path: Path, change: Callable[[Worksheet], object], sheet: str = SHEET) -> Path:
    """The same file after somebody worked in it."""
    book = load_workbook(path)
    found = book[sheet]
    assert isinstance(found, Worksheet)
    change(found)
    book.save(path)
    return path


def fill(path: Path, given: dict[tuple[str, str], str]) -> Path:
    """Type texts by (name, column title)."""

    def work(sheet: Worksheet) -> None:
        top = header_row(sheet)
        titles = {cell.value: at for at, cell in enumerate(sheet[top], 1)}
        rows = {sheet.cell(row, titles[NAME]).value: row for row in range(top + 1, sheet.max_row + 1)}
        for (name, title), text in given.items():
            sheet.cell(rows[name], titles[title]).value = text

    return changed(path, work)


def sort_backwards(path: Path) -> Path:
    """The rows of people in the opposite order, the hidden column with them."""

    def work(sheet: Worksheet) -> None:
        top = header_row(sheet)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=top + 1) if row[0].value]
        for at, row in enumerate(reversed(rows), top + 1):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value

    return changed(path, work)


def add_row(path: Path, texts: dict[str, str]) -> Path:
    """A person in the first empty row under the table."""

    def work(sheet: Worksheet) -> None:
        top = header_row(sheet)
        titles = {cell.value: at for at, cell in enumerate(sheet[top], 1)}
        free = next(row for row in range(top + 1, sheet.max_row + 2) if not sheet.cell(row, titles[NAME]).value)
        for title, text in texts.items():
            sheet.cell(free, titles[title]).value = text

    return changed(path, work)


def spoil(path: Path) -> Path:
    """One letter of what the hidden sheet says changed."""
    return changed(path, lambda sheet: sheet.cell(4, 2, "absent"), HIDDEN_SHEET)
