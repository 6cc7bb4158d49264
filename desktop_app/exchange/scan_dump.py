"""What a hand-held scanner kept in its memory: lines of a code and, on most devices, a moment. Not what they mean.

One reading a line, parted by semicolon, comma, tab or blanks, code or moment first: "0012347;27/03/2021 07:05:12",
"2021-03-27T07:05:12,0012347", "0012347". Moments become ISO text to the second.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.domain.refusal import Refusal

LARGEST = 5_000_000
MOMENT = re.compile(
    r"(?:(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})|(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4}))"
    r"[T\s,;]+(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?Z?",
    re.ASCII,
)
CODE = re.compile(r"\d{2,14}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """(code, moment or None) of every line that can be read, and a sentence for every line that cannot."""

    name: str
    pairs: tuple[tuple[str, str | None], ...]
    problems: tuple[str, ...]


def read_dump(path: Path) -> Dump:
    """A file of readings. Refuses what is missing, too large, or holds no code at all."""
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal(f"Tệp “{path.name}” quá lớn so với tệp của máy quét; hãy chọn đúng tệp.")
        data = path.read_bytes()
    except OSError:
        raise Refusal(f"Không đọc được tệp “{path.name}”; hãy kiểm tra tệp còn ở đó và không bị khóa.") from None
    read = list(lines(text_of(data)))
    dump = Dump(
        name=path.name,
        pairs=tuple(each for each in read if isinstance(each, tuple)),
        problems=tuple(each for each in read if isinstance(each, str)),
    )
    if not dump.pairs:
        raise Refusal(f"Tệp “{path.name}” không có mã nào; hãy chọn tệp văn bản máy quét xuất ra, mỗi dòng một mã.")
    return dump


def text_of(data: bytes) -> str:
    """Digits read alike in every encoding a device may use."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("latin-1").removeprefix("\xef\xbb\xbf")


def lines(text: str) -> Iterator[tuple[str, str | None] | str]:
    """Each line as a pair or a sentence; blank lines and a head without digits say nothing."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or (number == 1 and not re.search(r"\d{2}", line)):
            continue
        yield pair_of(number, line)


def pair_of(number: int, line: str) -> tuple[str, str | None] | str:
    found = MOMENT.search(line)
    rest = line if found is None else line[: found.start()] + " " + line[found.end() :]
    codes = CODE.findall(rest)
    if len(codes) != 1:
        return f"Dòng {number} không có đúng một mã; hãy xem lại dòng ấy trong tệp."
    if found is None:
        return codes[0], None
    moment = moment_of(found)
    return (codes[0], moment) if moment else f"Dòng {number} có ngày giờ không có thật; hãy sửa dòng ấy trong tệp."


def moment_of(found: re.Match[str]) -> str | None:
    """ISO text, or None for a day or hour that does not exist."""
    part = {name: int(value) for name, value in found.groupdict().items() if value}
    year, month, day = (part.get(name) or part[name + "2"] for name in ("y", "m", "d"))
    try:
        return datetime(year, month, day, part["h"], part["min"], part.get("s", 0)).isoformat(" ")
    except ValueError:
        return None
