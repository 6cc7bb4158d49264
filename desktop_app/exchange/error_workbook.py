"""A list given back to whoever sent it: the same file with a reason in red beside each row that was not taken as is.

It is read again like any list: its column of reasons is passed over. Not which rows those are: see the import plan.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.legacy import Encoding, with_capitals
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.child import MARK
from desktop_app.exchange.delivery import delivered, new_workbook
from desktop_app.exchange.headers import guess_mapping
from desktop_app.exchange.kinds import Kind, kind_of
from desktop_app.exchange.reason_column import RED, TITLE, WIDTH, Reasons
from desktop_app.exchange.sheet import NOT_COUNTED, Row, Sheet, Value
from desktop_app.exchange.sheets import NO_WINDOW, ROOT, WALL_SECONDS, child_command, read_sheets

Place = tuple[str, int]
NOTHING = "Tệp này không có dòng nào cần sửa nên không ghi tệp gửi lại."
NOT_XLSX = "Tệp gửi lại được ghi dạng .xlsx; hãy ghi tên tệp có đuôi .xlsx."
OVER_SOURCE = "Không ghi đè lên chính tệp “{}”; hãy ghi tên khác."
WIDEST, NARROWEST = 40, 6
MAX_NAME = 31
FIRST_DAY = date(1900, 3, 1)


def write_errors(source: Path, reasons: Mapping[Place, Sequence[str]], out: Path) -> int:
    """Write `out`, an .xlsx, with the reasons by (sheet, row) of a file that was read; how many rows have one.

    An .xlsx keeps its look, without formulas; .xls, .ods and .csv become a plain workbook of the same cells. Raises
    Refusal where there is no reason at all, or the source cannot be read or `out` not be written.
    """
    if out.suffix.casefold() != ".xlsx":
        raise Refusal(NOT_XLSX)
    if out.resolve() == source.resolve():
        raise Refusal(OVER_SOURCE.format(out.name))
    sheets = read_sheets(source)
    pages = [page for sheet in sheets if (page := _page(sheet, reasons))]
    if not pages:
        raise Refusal(NOTHING)
    with delivered(out) as part:
        if kind_of(source) is not Kind.XLSX or not _marked(source, part, pages):
            _plain_copy(part, [_with_capitals(sheet) for sheet in sheets], {page.sheet: page for page in pages})
    return sum(len(page.texts) for page in pages)


def _page(sheet: Sheet, reasons: Mapping[Place, Sequence[str]]) -> Reasons | None:
    texts = {row: "\n".join(said) for (name, row), said in reasons.items() if name == sheet.name and said}
    if not texts or not sheet.rows:
        return None
    mapping = guess_mapping(sheet)
    title_row = mapping.header_row if mapping else sheet.rows[0].number
    if title_row in texts:
        texts[title_row] = f"{TITLE}\n{texts[title_row]}"
    right = [len(row.values) for row in sheet.rows] + [area[3] + 1 for area in sheet.merged]
    uncounted = [(row.number, at) for row in sheet.rows for at, value in enumerate(row.values) if value == NOT_COUNTED]
    return Reasons(
        sheet=sheet.name,
        column=max(right),
        title_row=title_row,
        last_row=sheet.rows[-1].number,
        texts=texts,
        uncounted=tuple(uncounted),
    )


def _marked(source: Path, part: Path, pages: Sequence[Reasons]) -> bool:
    """Whether the original could be marked in a child process, within its limits of time and memory."""
    said = json.dumps([asdict(page) for page in pages], ensure_ascii=False)
    try:
        done = subprocess.run(
            [*child_command(), MARK, str(source.resolve()), str(part.resolve())],
            input=said.encode(),
            cwd=ROOT,
            capture_output=True,
            timeout=WALL_SECONDS,
            creationflags=NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _plain_copy(part: Path, sheets: Sequence[Sheet], pages: Mapping[str, Reasons]) -> None:
    """The cells of all sheets in a new workbook, texts as texts, with the reasons."""
    with new_workbook(part) as book:
        look = {
            "day": book.add_format({"num_format": "dd/mm/yyyy"}),
            "text": book.add_format({"num_format": "@"}),
            "title": book.add_format({"bold": True, "font_color": f"#{RED}"}),
            "reason": book.add_format({"font_color": f"#{RED}", "text_wrap": True, "valign": "top"}),
        }
        for sheet in sheets:
            copy = book.add_worksheet(sheet.name[:MAX_NAME])
            _copy_cells(copy, sheet, look)
            if page := pages.get(sheet.name):
                copy.set_column(page.column, page.column, WIDTH)
                for row, text in {page.title_row: TITLE, **page.texts}.items():
                    copy.write_string(row - 1, page.column, text, look["title" if text == TITLE else "reason"])


def _with_capitals(sheet: Sheet) -> Sheet:
    """Names that came out of TCVN3 begin with capitals, also those it has none for: the copy no longer says so."""
    old = {told.column for told in sheet.conversions if told.encoding is Encoding.TCVN3}
    mapping = guess_mapping(sheet) if old else None
    names = old & set(mapping.columns["full_name"]) if mapping else set()
    if not names or mapping is None:
        return sheet

    def capital(row: Row) -> Row:
        cells = enumerate(row.values)
        return replace(
            row, values=tuple(with_capitals(v) if at in names and isinstance(v, str) else v for at, v in cells)
        )

    rows = (capital(row) if row.number >= mapping.first_data_row else row for row in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def _copy_cells(copy: Any, sheet: Sheet, look: Mapping[str, Any]) -> None:
    widths: dict[int, int] = {}
    for area in sheet.merged:
        top, left, bottom, right = area
        copy.merge_range(top - 1, left, bottom - 1, right, "")
    for row in sheet.rows:
        for column, value in enumerate(row.values):
            if value is not None:
                _write(copy, row.number - 1, column, value, look)
                widths[column] = max(widths.get(column, NARROWEST), min(len(str(value)) + 2, WIDEST))
    for column, width in widths.items():
        copy.set_column(column, column, width, None, {"hidden": column in sheet.hidden_columns})
    for number in sheet.hidden_rows:
        copy.set_row(number - 1, None, None, {"hidden": True})


def _write(copy: Any, row: int, column: int, value: Value, look: Mapping[str, Any]) -> None:
    if isinstance(value, bool):
        copy.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        copy.write_number(row, column, value)
    elif isinstance(value, date) and value >= FIRST_DAY:
        copy.write_datetime(row, column, value, look["day"])
    else:
        text = value.strftime("%d/%m/%Y") if isinstance(value, date) else value
        copy.write_string(row, column, text, look["text"])
