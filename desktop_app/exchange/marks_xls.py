"""Marks of the sheets of an .xls by xlrd, which sees fonts, hidden rows and errors. Runs only in the child process."""

import io
import struct
from pathlib import Path
from typing import Any

import xlrd

from desktop_app.exchange.marks import Marks, font_letter
from desktop_app.exchange.sheet import OTHER_FONT

FORMULA, BEGIN, END = 0x0006, 0x0809, 0x000A
UNREADABLE = (
    *(xlrd.XLRDError, xlrd.compdoc.CompDocError, struct.error, AssertionError, AttributeError),
    *(LookupError, ValueError, TypeError, ArithmeticError, OSError, RecursionError),
)


def xls_marks(path: Path) -> dict[str, Marks] | None:
    """Sheet name → its marks; None where xlrd cannot follow the file, which calamine may read all the same."""
    try:
        with xlrd.open_workbook(str(path), formatting_info=True, on_demand=True, logfile=io.StringIO()) as book:
            return {name: _sheet_marks(book, place) for place, name in enumerate(book.sheet_names())}
    except UNREADABLE:
        return None


def _sheet_marks(book: Any, place: int) -> Marks:
    sheet, marks = book.sheet_by_index(place), Marks()
    marks.hidden_rows = {row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden}
    marks.hidden_columns = {column for column, about in sheet.colinfo_map.items() if about.hidden}
    letters = [font_letter(book.font_list[style.font_index].name) for style in book.xf_list]
    old = any(letter != OTHER_FONT for letter in letters)
    for row in range(sheet.nrows):
        types = sheet.row_types(row)
        for column in range(len(types)) if old or xlrd.XL_CELL_ERROR in types else ():
            if types[column] == xlrd.XL_CELL_ERROR:
                code = sheet.cell_value(row, column)
                marks.say(row + 1, column, xlrd.error_text_from_code.get(code, "#N/A"))
            elif old:
                marks.set_font(row + 1, column, letters[sheet.cell_xf_index(row, column)])
    marks.formulas = _formulas(book.mem, book._sh_abs_posn[place], marks)
    book.unload_sheet(place)
    return marks


def _formulas(stream: Any, start: int, marks: Marks) -> list[tuple[int, int]]:
    """Where the sheet's FORMULA records stand ([MS-XLS] 2.4.127), charts inside it passed over, errors left out."""
    found, depth = [], 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == BEGIN) - (kind == END)
        if depth == 0:
            break
        if kind == FORMULA and depth == 1:
            row, column = struct.unpack_from("<HH", stream, start + 4)
            if column not in marks.texts.get(row + 1, {}):
                found.append((row + 1, column))
        start += 4 + length
    return found
