"""Prints the tables of a document as an Excel workbook: figures and dates that can be counted on, texts that
are nothing but texts, ready for A4 paper.

Importing this takes xlsxwriter along, and reportlab, which measures the type: import it inside the job that prints.
"""

from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter

from desktop_app.domain.refusal import Refusal
from desktop_app.forms import layout
from desktop_app.forms.blocks import Align, Column, Document, GroupRow, Kind, Orientation, Row, Table, TableRow
from desktop_app.forms.delivery import Progress, deliver
from desktop_app.forms.layout import Style
from desktop_app.forms.pdf_fonts import BOLD, composed, installed_faces
from desktop_app.forms.pdf_text import broken, runs_of
from desktop_app.forms.values import Value, kind_of, value_of
from desktop_app.forms.xlsx_sheets import Line, Pair, Sheet, sheets_of

FONT = "Times New Roman"
A4 = 9
INCH_MM = 25.4
PIXELS_MM = 96 / INCH_MM
TURNED_POINTS, CELL_SIDES, CELL_ABOVE = 110.0, 4.0, 3.0
SLACK = 0.97
"""Another program sets the same words a little wider."""
FORMATS = {Kind.TEXT: "@", Kind.NUMBER: "#,##0", Kind.PERCENT: "0.00%", Kind.DATE: "dd/mm/yyyy"}
DECIMAL = "#,##0.00"
JUSTIFIED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFY: "left"}
WITHOUT_TABLE = "Văn bản này không có bảng nên không lưu thành tệp Excel được; hãy lưu thành tệp PDF hoặc Word."

Look = dict[str, object]


def print_xlsx(document: Document, out: BinaryIO | Path, progress: Progress | None = None) -> int:
    """Number of sheets. `progress(sheet, sheets)` is called after each sheet and may raise to give up; a file at `out`
    is replaced only by a whole one. Raises Refusal for a document without a table."""
    sheets = sheets_of(document)
    if not sheets:
        raise Refusal(WITHOUT_TABLE)
    buffer = BytesIO()
    book: Any = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": document.title, "subject": document.subject, "author": document.author})
    looks = Looks(book)
    for done, sheet in enumerate(sheets, 1):
        Writer(book.add_worksheet(sheet.name), sheet, looks).write(document.practice)
        if progress:
            progress(done, len(sheets))
    book.close()
    deliver(buffer.getvalue(), out)
    return len(sheets)


class Looks:
    """Each look of a cell is kept once in the workbook."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, object], ...], Any] = {}

    def __call__(self, look: Look) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({"font_name": FONT, "valign": "vcenter", "text_wrap": True, **look})
        return self.made[key]


class Writer:
    """Fills one worksheet from the top; `at` is the next row."""

    def __init__(self, page: Any, sheet: Sheet, looks: Looks) -> None:
        self.page, self.sheet, self.looks, self.at = page, sheet, looks, 0
        self.columns = sheet.table.columns
        self.widths = _widths(self.columns, sheet.orientation)
        for at, width in enumerate(self.widths):
            page.set_column_pixels(at, at, round(width * PIXELS_MM))
        half = sum(self.widths) / 2
        self.half = min(range(1, len(self.widths) + 1), key=lambda count: abs(sum(self.widths[:count]) - half))

    def write(self, practice: bool) -> None:
        if practice:
            self.line(Line(layout.PRACTICE, Align.CENTRE, bold=True))
        for line in self.sheet.above:
            self.line(line)
        self.table(self.sheet.table)
        for line in self.sheet.below:
            self.line(line)
        self.paper(practice)

    def paper(self, practice: bool) -> None:
        """How the sheet is printed: A4, the width on one page, its header and the page's number on each."""
        page = self.page
        page.set_paper(A4)
        if self.sheet.orientation is Orientation.LANDSCAPE:
            page.set_landscape()
        margins = (layout.LEFT_MM, layout.RIGHT_MM, layout.TOP_MM, layout.BOTTOM_MM)
        page.set_margins(*(mm / INCH_MM for mm in margins))
        page.fit_to_pages(1, 0)
        page.set_header(f'&C&"{FONT},Regular"&14&P', {"margin": layout.PAGE_NUMBER_MM / INCH_MM})
        if practice:
            page.set_footer(f'&C&"{FONT},Bold"&10{layout.PRACTICE}')

    # --- texts around the table

    def line(self, line: Line | Pair) -> None:
        last = len(self.widths)
        parts = (
            [(line, 0, last)] if isinstance(line, Line) else [(line.left, 0, self.half), (line.right, self.half, last)]
        )
        height = 0.0
        for text, first, end in parts:
            if first < end:
                self.across(text.text, first, end, _look(text))
                height = max(height, _points(text.text, text.size, sum(self.widths[first:end]), text.bold))
        self.page.set_row(self.at, height)
        self.at += 1

    def across(self, text: str, first: int, end: int, look: Look, rows: int = 1) -> None:
        """A text over several cells, from `first` to before `end`."""
        shown = self.looks(look)
        if end - first > 1 or rows > 1:
            self.page.merge_range(self.at, first, self.at + rows - 1, end - 1, "", shown)
        self.page.write_string(self.at, first, text, shown)

    # --- the table

    def table(self, table: Table) -> None:
        top = self.at
        self.header()
        if table.numbers:
            look = self.looks({"border": 1, "align": "center", "font_size": table.size})
            for at, number in enumerate(table.numbers):
                self.page.write_string(self.at, at, number, look)
            self.at += 1
        self.page.repeat_rows(top, self.at - 1)
        for row in table.rows:
            self.row(row, table)

    def header(self) -> None:
        columns = self.columns
        look: Look = {"border": 1, "align": "center", "bold": True, "font_size": self.sheet.table.size}
        grouped = any(column.group for column in columns)
        at = 0
        while at < len(columns):
            end = at + 1
            while columns[at].group and end < len(columns) and columns[end].group == columns[at].group:
                end += 1
            if columns[at].group:
                self.across(columns[at].group, at, end, look)
                self.at += 1
                for each in range(at, end):
                    self.title(each, 1, look)
                self.at -= 1
            else:
                self.title(at, 1 + grouped, look)
            at = end
        self.page.set_row(self.at + grouped, self.header_points())
        self.at += 1 + grouped

    def header_points(self) -> float:
        if any(column.turned for column in self.columns):
            return TURNED_POINTS
        size = self.sheet.table.size
        return max(_points(column.title, size, mm, True) for column, mm in zip(self.columns, self.widths, strict=True))

    def title(self, at: int, rows: int, look: Look) -> None:
        turned: Look = {"rotation": 90} if self.columns[at].turned else {}
        self.across(self.columns[at].title, at, at + 1, look | turned, rows)

    def row(self, row: TableRow, table: Table) -> None:
        look: Look = {"border": 1, "font_size": table.size}
        if isinstance(row, GroupRow):
            self.across(row.text, 0, len(self.columns), look | {"bold": True, "align": "left"})
        else:
            first = 0
            look["bold"] = True
            if isinstance(row, Row):
                look["bold"] = row.bold
            elif row.span:
                first = row.span
                self.across(row.label, 0, first, look | {"align": "center"})
            for at, text in enumerate(row.cells, first):
                self.cell(at, text, look)
        self.page.set_row(self.at, max(table.min_row_mm * layout.MM, self.needed(row, table.size)))
        self.at += 1

    def needed(self, row: TableRow, size: float) -> float:
        """Points for the highest cell: a spreadsheet does not always find it for itself."""
        if isinstance(row, GroupRow):
            return _points(row.text, size, sum(self.widths), True)
        first = 0 if isinstance(row, Row) else row.span
        bold = not isinstance(row, Row) or row.bold
        pairs = zip(row.cells, self.widths[first:], strict=True)
        return max((_points(text, size, mm, bold) for text, mm in pairs), default=_points("", size, 1))

    def cell(self, at: int, text: str, look: Look) -> None:
        column = self.columns[at]
        kind = kind_of(column)
        value: Value = value_of(text, kind)
        shown = self.looks(look | {"num_format": _format(value, kind), "align": JUSTIFIED[column.align]})
        if not text:
            self.page.write_blank(self.at, at, None, shown)
        elif isinstance(value, str):
            self.page.write_string(self.at, at, value, shown)
        elif isinstance(value, (int, float)):
            self.page.write_number(self.at, at, value, shown)
        else:
            self.page.write_datetime(self.at, at, value, shown)


def _format(value: Value, kind: Kind) -> str:
    if isinstance(value, str):
        return FORMATS[Kind.TEXT]
    return DECIMAL if kind is Kind.NUMBER and isinstance(value, float) else FORMATS[kind]


def _widths(columns: tuple[Column, ...], orientation: Orientation) -> list[float]:
    """Millimetres, as they share out the width of the paper."""
    room = layout.frame(orientation).width / layout.MM
    fixed = sum(column.mm for column in columns if column.mm is not None)
    weights = sum(column.weight for column in columns if column.mm is None)
    scale = 1.0 if weights else room / fixed
    return [(room - fixed) * column.weight / weights if column.mm is None else column.mm * scale for column in columns]


def _look(line: Line) -> Look:
    look = {key: value for key, value in asdict(line).items() if key in ("bold", "italic")}
    return {**look, "align": JUSTIFIED[line.align], "font_size": line.size}


def _points(text: str, size: float, mm: float, bold: bool = False) -> float:
    """Height of the text in as many lines as it will need in that width."""
    faces = installed_faces()
    room = max(size, (mm * layout.MM - CELL_SIDES) * SLACK)
    short = faces[BOLD * bold].width(composed(text).replace("\n", " "), size) <= room and "\n" not in text
    lines = 1 if short else len(broken(faces, runs_of(text, Style(size, size, bold=bold)), size, room))
    return lines * size * 1.25 + CELL_ABOVE
