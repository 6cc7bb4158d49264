"""What kind of spreadsheet a file is, told by its content and never by its name. Not whether it is safe to open."""

import zipfile
from enum import StrEnum
from pathlib import Path

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.limits import MAX_FILE_BYTES, TOO_BIG

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
TEXT_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})

EMPTY = "Tệp này rỗng, không có gì bên trong. Hãy chép hoặc tải lại tệp rồi nhập lần nữa."
LOCKED = "Tệp này có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại rồi nhập."
BROKEN = "Tệp này bị hỏng hoặc chép, tải về chưa hết. Hãy lấy lại tệp từ nơi gửi, hoặc mở bằng Excel rồi lưu lại."
NOT_A_SHEET = "Tệp này không phải bảng tính. Hãy chọn tệp Excel (.xlsx, .xls), .ods hoặc .csv chứa danh sách."
WEB_PAGE = "Tệp này thật ra là một trang web dù mang tên bảng tính. Hãy mở bằng Excel, lưu lại thành .xlsx rồi nhập."
OLD_XML = "Tệp này là bảng tính XML đời cũ. Hãy mở bằng Excel, lưu lại thành .xlsx rồi nhập."
OTHER_STARTS = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format 3",
    b"Rar!",
    b"7z\xbc\xaf",
    b"MZ",
)


class Kind(StrEnum):
    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"
    CSV = "csv"


def kind_of(path: Path) -> Kind:
    """The kind by content; Refusal where it is none, is locked with a password, or is cut short."""
    size = path.stat().st_size
    if size == 0:
        raise Refusal(EMPTY)
    if size > MAX_FILE_BYTES:
        raise Refusal(TOO_BIG)
    content = path.read_bytes()
    if content.startswith(b"PK"):
        return _zipped(path)
    if content.startswith(OLE):
        return _ole(content)
    return _text(content)


def _zipped(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if {"xl/workbook.xml", "xl/workbook.bin"} & names:
                return Kind.XLSX
            if "mimetype" in names and archive.open("mimetype").read(200).strip().startswith(ODS):
                return Kind.ODS
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise Refusal(BROKEN) from None
    raise Refusal(NOT_A_SHEET)


def _ole(content: bytes) -> Kind:
    if _utf16("EncryptedPackage") in content:
        raise Refusal(LOCKED)
    if _utf16("Workbook") in content or _utf16("Book") in content:
        return Kind.XLS
    raise Refusal(NOT_A_SHEET)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _text(content: bytes) -> Kind:
    head = content[:4096]
    start = head.decode("latin-1").lstrip("ï»¿ \t\r\n").casefold()
    if start.startswith(("<html", "<!doctype html", "<head", "<table", "<body")) or "<html" in start:
        raise Refusal(WEB_PAGE)
    if start.startswith("<?xml"):
        raise Refusal(OLD_XML if "urn:schemas-microsoft-com:office:spreadsheet" in start else NOT_A_SHEET)
    if start.startswith("mime-version:"):
        raise Refusal(WEB_PAGE)
    if head.startswith(OTHER_STARTS):
        raise Refusal(NOT_A_SHEET)
    if looks_utf16(content):
        return Kind.CSV
    if len(content.translate(None, TEXT_CONTROLS)) != len(content):
        raise Refusal(NOT_A_SHEET)
    return Kind.CSV


def looks_utf16(content: bytes) -> bool:
    """A byte-order mark, or every second byte of the beginning zero as in Latin text without one."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = content[:400]
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return len(head) >= 4 and zeros * 2 > len(head) * 0.6 and not (head[0::2].count(0) and head[1::2].count(0))
