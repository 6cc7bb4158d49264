"""Marks of the sheets of an .ods, by one pass over its content. Runs only in the child process.

OpenDocument 1.2 part 1, §9 (tables) and §16 (styles), by the prefixes that every writer uses.
"""

import zipfile
from pathlib import Path
from typing import Any
from xml.parsers import expat

from desktop_app.exchange.limits import MAX_COLUMNS, MAX_ROWS
from desktop_app.exchange.marks import Marks, font_letter
from desktop_app.exchange.sheet import ERRORS, NOT_COUNTED, OTHER_FONT

HIDDEN = ("collapse", "filter")
VALUES = ("office:value", "office:date-value", "office:string-value", "office:boolean-value")
Attributes = dict[str, str]


def ods_marks(path: Path) -> dict[str, Marks]:
    """Sheet name → its marks, merged cells among them."""
    scan = Scan()
    with zipfile.ZipFile(path) as archive:
        for part in ("styles.xml", "content.xml"):
            if part in archive.namelist():
                with archive.open(part) as file:
                    scan.parser().ParseFile(file)
    return scan.sheets


class Scan:
    """Styles, then tables; a cell is settled when its element ends, so that its text is known."""

    def __init__(self) -> None:
        self.sheets: dict[str, Marks] = {}
        self.marks = Marks()
        self.letters: dict[str, str] = {}
        self.style = ""
        self.row = self.rows = self.column = 0
        self.hidden = False
        self.defaults: list[str] = []
        self.cell: Attributes | None = None
        self.text: list[str] = []
        self.handlers = {
            "style:style": self._style,
            "style:text-properties": self._text_properties,
            "table:table": self._table,
            "table:table-column": self._column,
            "table:table-row": self._row,
            "table:table-cell": self._cell,
            "table:covered-table-cell": self._cell,
        }

    def parser(self) -> Any:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = lambda text: self.text.append(text) if self.cell is not None else None
        return parser

    def _start(self, name: str, about: Attributes) -> None:
        if handle := self.handlers.get(name):
            handle(about)

    def _end(self, name: str) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            self._settle()

    def _style(self, about: Attributes) -> None:
        self.style = about.get("style:name", "")
        self.letters[self.style] = self.letters.get(about.get("style:parent-style-name", ""), OTHER_FONT)

    def _text_properties(self, about: Attributes) -> None:
        if name := about.get("style:font-name") or about.get("fo:font-family"):
            self.letters[self.style] = font_letter(name.strip("'"))

    def _table(self, about: Attributes) -> None:
        self.marks = self.sheets[about.get("table:name", "")] = Marks()
        self.row, self.rows, self.defaults = 0, 1, []

    def _column(self, about: Attributes) -> None:
        first, count = len(self.defaults), min(_count(about, "table:number-columns-repeated"), MAX_COLUMNS)
        self.defaults += [about.get("table:default-cell-style-name", "")] * count
        if about.get("table:visibility") in HIDDEN:
            self.marks.hidden_columns.update(range(first, first + count))

    def _row(self, about: Attributes) -> None:
        self.row += self.rows if self.row else 1
        self.rows = _count(about, "table:number-rows-repeated")
        self.hidden = about.get("table:visibility") in HIDDEN
        self.column = 0

    def _cell(self, about: Attributes) -> None:
        self.cell, self.text = about, []

    def _settle(self) -> None:
        about, self.cell = self.cell or {}, None
        text = "".join(self.text).strip()
        if text or "office:value-type" in about or "table:formula" in about:
            for row in range(self.row, self.row + min(self.rows, MAX_ROWS)):
                self._mark(row, about, text)
        down, right = (_count(about, f"table:number-{side}-spanned") for side in ("rows", "columns"))
        if down > 1 or right > 1:
            self.marks.merged.append((self.row, self.column, self.row + down - 1, self.column + right - 1))
        self.column += _count(about, "table:number-columns-repeated")

    def _mark(self, row: int, about: Attributes, text: str) -> None:
        if self.hidden:
            self.marks.hidden_rows.add(row)
        if about.get("calcext:value-type") == "error" or ("table:formula" in about and text in ERRORS):
            self.marks.say(row, self.column, text if text in ERRORS else "#N/A")
        elif "table:formula" in about and not text and not any(value in about for value in VALUES):
            if about.get("office:value-type") != "string":
                self.marks.say(row, self.column, NOT_COUNTED)
        elif "table:formula" in about:
            self.marks.formulas.append((row, self.column))
        default = self.defaults[self.column] if self.column < len(self.defaults) else ""
        self.marks.set_font(row, self.column, self.letters.get(about.get("table:style-name", default), OTHER_FONT))


def _count(about: Attributes, name: str) -> int:
    return max(1, int(about.get(name, "1")))
