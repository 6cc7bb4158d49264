"""Marks of the sheets of an .xlsx, by one pass over the XML of those that can have any. Runs only in the child process.

Office Open XML, ECMA-376 part 1, §18.3 (worksheets) and §18.8 (styles); names may carry a prefix.
"""

import posixpath
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring
from xml.parsers import expat

from desktop_app.exchange.marks import Marks, font_letter
from desktop_app.exchange.sheet import NOT_COUNTED, OTHER_FONT

ON = ("1", "true")
SIGNS = (b"hidden=", b't="e"', b"t='e'", b"<f", b":f")
Attributes = dict[str, str]


def xlsx_marks(path: Path, signs: frozenset[str]) -> dict[str, Marks] | None:
    """Sheet name → its marks. `signs`: the parts that hold one of `SIGNS`; an old font in the styles has all read.

    None for a binary workbook (.xlsb), whose parts are no XML.
    """
    with zipfile.ZipFile(path) as archive:
        parts = _parts(archive)
        letters = _letters(archive)
        old = any(letter != OTHER_FONT for letter in letters)
        return (
            {
                name: _sheet_marks(archive, part, letters if old else [])
                for name, part in parts.items()
                if old or part in signs
            }
            if parts
            else None
        )


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name → its part of the archive."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {
        each.get("Id"): posixpath.normpath(posixpath.join("/xl", each.get("Target", ""))).lstrip("/")
        for each in fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    sheets = [each for each in fromstring(archive.read("xl/workbook.xml")).iter() if _local(each) == "sheet"]
    found = {each.get("name", ""): targets.get(_relation(each), "") for each in sheets}
    return {name: part for name, part in found.items() if part in names}


def _relation(sheet: Element) -> str | None:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _letters(archive: zipfile.ZipFile) -> list[str]:
    """Cell style → the letter of its font."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    parts = {_local(part): part for part in fromstring(archive.read("xl/styles.xml"))}
    fonts = [
        next((font_letter(each.get("val", "")) for each in font if _local(each) == "name"), OTHER_FONT)
        for font in parts.get("fonts", ())
    ]
    places = [int(style.get("fontId", "0")) for style in parts.get("cellXfs", ())]
    return [fonts[place] if place < len(fonts) else OTHER_FONT for place in places]


def _sheet_marks(archive: zipfile.ZipFile, part: str, letters: list[str]) -> Marks:
    scan = Scan(letters)
    with archive.open(part) as file:
        scan.parser.ParseFile(file)
    return scan.marks


class Scan:
    """One pass over a sheet's XML. A cell is settled when the next begins, or its row ends."""

    def __init__(self, letters: list[str]) -> None:
        self.marks = Marks()
        self.letters = letters
        self.row, self.column = 0, -1
        self.hidden = False
        self.kind = ""
        self.computed = False
        self.value: list[str] = []
        self.parser: Any = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._first
        self.starts: dict[str, Callable[[Attributes], None]] = {}

    def _first(self, name: str, attributes: Attributes) -> None:
        prefix = name[: -len("worksheet")] if name.endswith("worksheet") else ""
        self.starts = {prefix + "row": self._row, prefix + "c": self._cell, prefix + "col": self._column}
        self.starts |= {prefix + "f": self._formula, prefix + "v": self._value}
        rows = prefix + "row"
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda name: self._settle() if name == rows else None

    def _start(self, name: str, attributes: Attributes) -> None:
        if handle := self.starts.get(name):
            handle(attributes)

    def _column(self, about: Attributes) -> None:
        if about.get("hidden") in ON:
            first, last = int(about.get("min", "1")), int(about.get("max", "1"))
            self.marks.hidden_columns.update(range(first - 1, min(last, first + 200)))

    def _row(self, about: Attributes) -> None:
        self.row = int(about.get("r", self.row + 1))
        self.column = -1
        self.hidden = about.get("hidden") in ON

    def _cell(self, about: Attributes) -> None:
        self._settle()
        self.column = _column_of(about["r"]) if "r" in about else self.column + 1
        self.kind = about.get("t", "")
        if self.hidden:
            self.marks.hidden_rows.add(self.row)
        if self.letters and (style := int(about.get("s", "0"))) < len(self.letters):
            self.marks.set_font(self.row, self.column, self.letters[style])

    def _formula(self, _: Attributes) -> None:
        self.computed = True

    def _value(self, _: Attributes) -> None:
        if self.computed or self.kind == "e":
            self.parser.CharacterDataHandler = self.value.append

    def _settle(self) -> None:
        if self.computed or self.kind == "e":
            text = "".join(self.value).strip()
            if self.kind == "e":
                self.marks.say(self.row, self.column, text or "#N/A")
            elif text:
                self.marks.formulas.append((self.row, self.column))
            elif self.kind != "str":
                self.marks.say(self.row, self.column, NOT_COUNTED)
            self.parser.CharacterDataHandler = None
        self.kind, self.computed, self.value = "", False, []


def _column_of(reference: str) -> int:
    return _place_of(reference.rstrip("0123456789"))


@lru_cache(maxsize=1024)
def _place_of(letters: str) -> int:
    """A → 0, Z → 25, AA → 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return max(0, place - 1)
