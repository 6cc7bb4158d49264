"""How much of a foreign file is looked at, and the sentences for what is more. Not what the rows mean."""

import sys
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.marks import Marks

MEMORY_BYTES = 560 * 1024 * 1024
MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200
MAX_ENTRIES = 2_000
MAX_ROWS = 50_000
MAX_COLUMNS = 120
MAX_CELL_CHARS = 32_767
CHUNK = 1024 * 1024
ENTITIES = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
DECLARATIONS = (b"<!", b"<\0!")
"""What every entity declaration begins with, in one byte a character or two: two quick looks instead of six."""
OVERLAP = 32

TOO_BIG = (
    "Tệp này quá lớn để đọc an toàn. Hãy chỉ giữ lại trang tính có danh sách, xóa hình ảnh và các hàng, cột thừa, "
    "hoặc tách thành nhiều tệp nhỏ rồi nhập từng tệp."
)
BOMB = (
    "Tệp này bung ra lớn bất thường so với dung lượng nên không được mở. Hãy mở bằng Excel rồi lưu lại thành tệp mới."
)
TOO_MANY_PARTS = "Tệp này gồm quá nhiều thành phần bên trong. Hãy chép riêng danh sách sang một tệp Excel mới rồi nhập."
ENTITY = (
    "Tệp này chứa khai báo XML không an toàn nên không được mở. Hãy chép danh sách sang một tệp Excel mới rồi nhập."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """A sheet as its reader gives it, before bounds: (number, cells from column A)."""

    name: str
    rows: Iterable[tuple[int, Sequence[object]]]
    hidden: bool = False
    merged: Sequence[tuple[int, int, int, int]] = ()
    marks: Marks = field(default_factory=Marks)


def limit_memory() -> None:
    """This process may take `MEMORY_BYTES` more than it has now; what asks for more gets MemoryError or an abort."""
    if sys.platform == "win32":
        from desktop_app.exchange.windows_job import limit_this_process

        limit_this_process(MEMORY_BYTES)
    else:
        import resource

        limit = _address_space() + MEMORY_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * 4096 if statm.exists() else 256 * 1024 * 1024


def check_archive(path: Path, signs: Sequence[bytes] = ()) -> frozenset[str]:
    """Sizes, ratio, number of parts and XML declarations of a zipped workbook; reads every XML part once.

    Gives the names of the parts in which one of `signs` stands. Raises Refusal, or zipfile.BadZipFile and zlib.error
    where the archive is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > MAX_ENTRIES:
            raise Refusal(TOO_MANY_PARTS)
        if unpacked > MAX_RATIO * max(path.stat().st_size, 1):
            raise Refusal(BOMB)
        if unpacked > MAX_UNPACKED:
            raise Refusal(TOO_BIG)
        parts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels", ".vml"))]
        return frozenset(entry.filename for entry in parts if _check_xml(archive, entry, signs))


def _check_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, signs: Sequence[bytes]) -> bool:
    """Whether one of `signs` stands in the part."""
    found = False
    with archive.open(entry) as part:
        tail = b""
        while chunk := part.read(CHUNK):
            piece = tail + chunk
            if any(mark in piece for mark in DECLARATIONS) and any(word in piece for word in ENTITIES):
                raise Refusal(ENTITY)
            found = found or any(sign in piece for sign in signs)
            tail = chunk[-OVERLAP:]
    return found


DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)


class Bounds:
    """Counts what one sheet really holds: rows with something in them, columns used, characters of a cell."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.rows = 0
        self.columns: set[int] = set()

    def taken(self, number: int, cells: Sequence[object]) -> list[object]:
        """Values with None for blanks and nothing after the last one; empty for a row of blanks."""
        values = [cell if cell.__class__ is float else plain(cell) for cell in cells]
        while values and values[-1] is None:
            values.pop()
        if not values:
            return values
        self._count(values)
        texts = [value for value in values if isinstance(value, str)]
        if texts and len(max(texts, key=len)) > MAX_CELL_CHARS:
            place = next(
                at for at, value in enumerate(values) if isinstance(value, str) and len(value) > MAX_CELL_CHARS
            )
            raise Refusal(
                f"Ô {column_letters(place)}{number} của trang tính “{self.sheet}” chứa hơn 32.767 ký tự. "
                "Hãy xóa hoặc rút ngắn nội dung ô đó rồi nhập lại."
            )
        return values

    def _count(self, values: list[object]) -> None:
        self.rows += 1
        if self.rows > MAX_ROWS:
            raise Refusal(
                f"Trang tính “{self.sheet}” có hơn 50.000 dòng có dữ liệu. "
                "Hãy tách thành nhiều tệp nhỏ hơn rồi nhập từng tệp."
            )
        if len(values) > len(self.columns):
            self.columns.update(place for place, value in enumerate(values) if value is not None)
        if len(self.columns) >= MAX_COLUMNS:
            raise Refusal(
                f"Trang tính “{self.sheet}” dùng từ 120 cột trở lên, không giống một danh sách đảng viên. "
                "Hãy chỉ giữ lại các cột cần nhập rồi nhập lại."
            )


def plain(cell: object) -> object:
    """A cell's value for the pipe: blanks are None, a moment is its day, what JSON has no word for is text."""
    if isinstance(cell, str):
        return None if not cell or cell.isspace() else cell
    if cell is None:
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, (bool, int, float, date)):
        return cell
    return str(cell)


def column_letters(place: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
