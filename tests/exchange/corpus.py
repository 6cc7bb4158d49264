"""Lists as cell secretaries send them, with the people and the problems that must come out of each. Not tests.

Every file is built on the fly. `people` are rows: number, name and every fact that is read, nothing else; `problems`
are (row, field), row None for what is said of a whole sheet.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TextProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.styles import Font

TODAY = date(2026, 3, 15)
Line = Sequence[Any]
Build = Callable[[Path], Path]
Person = dict[str, Any]

HEADER: Line = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chi bộ", "Số thẻ đảng viên")
AN: Line = (1, "Nguyễn Văn An", "05/02/1960", "Nam", "Phố 1", "38123456")
BINH: Line = (2, "Trần Thị Bình", "1961", "Nữ", "Phố 2", "38123457")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    name: str
    build: Build
    people: tuple[Person, ...]
    problems: tuple[tuple[int | None, str | None], ...] = ()


def person(row: int, full_name: str, **facts: str) -> Person:
    return {"row": row, "full_name": full_name, **facts}


def an(row: int, **facts: str) -> Person:
    known = {"birth_date": "1960-02-05", "gender": "male", "cell": "Phố 1", "party_card_no": "38123456"}
    return person(row, "Nguyễn Văn An", **{**known, **facts})


def binh(row: int, **facts: str) -> Person:
    known = {"birth_date": "1961", "gender": "female", "cell": "Phố 2", "party_card_no": "38123457"}
    return person(row, "Trần Thị Bình", **{**known, **facts})


def xlsx(
    *lines: Line,
    name: str = "DS",
    merged: Iterable[str] = (),
    hidden: Iterable[int] = (),
    fonts: dict[str, str] | None = None,
    change: Callable[[Any], object] | None = None,
) -> Build:
    """One sheet from A1; `fonts`: range → font name; `change` may do the rest to the open book."""

    def build(folder: Path) -> Path:
        book = openpyxl.Workbook()
        sheet: Any = book.active
        sheet.title = name
        for line in lines:
            sheet.append(list(line))
        for area in merged:
            sheet.merge_cells(area)
        for row in hidden:
            sheet.row_dimensions[row].hidden = True
        for area, font in (fonts or {}).items():
            for cells in sheet[area]:
                for cell in cells:
                    cell.font = Font(name=font)
        if change:
            change(book)
        book.save(folder / "ds.xlsx")
        return folder / "ds.xlsx"

    return build


def sheets(*named: tuple[str, Sequence[Line]]) -> Build:
    def build(folder: Path) -> Path:
        book = openpyxl.Workbook()
        del book["Sheet"]
        for name, lines in named:
            sheet = book.create_sheet(name)
            for line in lines:
                sheet.append(list(line))
        book.save(folder / "ds.xlsx")
        return folder / "ds.xlsx"

    return build


def xls(*lines: Line, font: str = "Arial", hidden: Iterable[int] = ()) -> Build:
    def build(folder: Path) -> Path:
        book = xlwt.Workbook()
        sheet = book.add_sheet("DS")
        style = xlwt.easyxf(f"font: name {font}")
        days = xlwt.easyxf(f"font: name {font}", num_format_str="DD/MM/YYYY")
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                if value is not None:
                    sheet.write(row, column, value, days if isinstance(value, date) else style)
        for row in hidden:
            sheet.row(row - 1).hidden = True
        book.save(str(folder / "ds.xls"))
        return folder / "ds.xls"

    return build


def ods(*lines: Line, font: str = "", hidden: Iterable[int] = ()) -> Build:
    def build(folder: Path) -> Path:
        document, table = OpenDocumentSpreadsheet(), Table(name="DS")
        style = Style(name="ce1", family="table-cell")
        style.addElement(TextProperties(fontname=font) if font else TextProperties())
        document.automaticstyles.addElement(style)
        for number, line in enumerate(lines, start=1):
            row = TableRow(visibility="collapse") if number in hidden else TableRow()
            for value in line:
                row.addElement(_ods_cell(value, style))
            table.addElement(row)
        document.spreadsheet.addElement(table)
        document.save(str(folder / "ds.ods"))
        return folder / "ds.ods"

    return build


def _ods_cell(value: object, style: Style) -> TableCell:
    if value is None:
        return TableCell()
    if isinstance(value, date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), stylename=style)
    elif isinstance(value, (int, float)):
        cell = TableCell(valuetype="float", value=value, stylename=style)
    else:
        cell = TableCell(valuetype="string", stylename=style)
    cell.addElement(P(text=str(value)))
    return cell


def table_text(*lines: Line, encoding: str = "utf-8-sig", separator: str = ",", end: str = "\r\n") -> Build:
    def build(folder: Path) -> Path:
        path = folder / "ds.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=separator, lineterminator=end).writerows(lines)
        return path

    return build
