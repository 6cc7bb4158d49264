"""Spreadsheet files built for the tests of reading, good ones and hostile ones. Not tests themselves."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl

HEADER = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chi bộ", "Số thẻ đảng viên", "Số CCCD")
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(path: Path, *sheets: tuple[str, Sequence[Sequence[object]]]) -> Path:
    """An .xlsx whose sheets hold the rows given, from A1."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def raw_xlsx(path: Path, sheet_data: str, *, dimension: str = "", before: str = "") -> Path:
    """A hand-made .xlsx with one sheet “DS”; `before` goes in front of its root element."""
    sheet = f'{before}<worksheet xmlns="{MAIN}">{dimension}<sheetData>{sheet_data}</sheetData></worksheet>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", _rels("officeDocument", "xl/workbook.xml"))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets><sheet name="DS" sheetId="1" r:id="rId1"/></sheets>'
            "</workbook>",
        )
        archive.writestr("xl/_rels/workbook.xml.rels", _rels("worksheet", "worksheets/sheet1.xml"))
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


def _rels(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{PACKAGE_RELS}">'
        f'<Relationship Id="rId1" Type="{RELS}/{kind}" Target="{target}"/></Relationships>'
    )


def text_cell(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


def locked_workbook(path: Path) -> Path:
    """The outside of a workbook with a password: an OLE file whose directory names the encrypted package."""
    names = "".join(name.ljust(32, "\0") for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504 + names.encode("utf-16-le") + b"\x5a" * 4096)
    return path


def lying_size(path: Path) -> Path:
    """A workbook whose sheet says it is small and unpacks to far more."""
    raw_xlsx(path, "<row r='1'>" + text_cell("A1", "a" * 3_000_000) + "</row>")
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        real = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    small = (100).to_bytes(4, "little")
    path.write_bytes(bytes(content).replace(real.to_bytes(4, "little"), small))
    return path
