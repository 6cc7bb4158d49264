"""The one table of a csv file: its encoding and separator told by its content. Not for workbooks."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.encodings import encoding_of_words, legacy_words, share_of_syllables, unicode_text
from desktop_app.exchange.kinds import looks_utf16
from desktop_app.exchange.limits import MAX_CELL_CHARS, RawSheet
from desktop_app.exchange.typed_rows import without_guard

SAMPLE = 200_000
SEPARATORS = ",;\t|"
UNKNOWN_ENCODING = (
    "Không nhận ra bảng mã chữ của tệp này. Hãy mở bằng Excel, lưu lại dạng “CSV UTF-8” hoặc .xlsx rồi nhập."
)
BAD_TABLE = (
    "Tệp này không đọc được thành bảng: có ô quá dài hoặc thiếu dấu nháy đóng. Hãy lưu lại thành .xlsx rồi nhập."
)


def csv_sheet(path: Path) -> RawSheet:
    """The table under the file's own name. Raises Refusal for an unknown encoding or a text that is no table."""
    text = decoded(path.read_bytes())
    separator = separator_of(text)
    if text[:4].casefold() == "sep=":
        text = text.partition("\n")[2]
    return RawSheet(name=path.stem, rows=_rows(text, separator))


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MAX_CELL_CHARS + 1)
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), start=1):
            yield number, [without_guard(cell) for cell in cells]
    except csv.Error:
        raise Refusal(BAD_TABLE) from None


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16, with or without a byte-order mark, else windows-1258, the Vietnamese code page of Windows.

    Bytes whose words are Vietnamese only as TCVN3 or VNI come as Latin-1, the form in which both are recognized.
    """
    encodings = [_utf16_kind(content)] if looks_utf16(content) else ["utf-8-sig", "cp1258"]
    if len(encodings) > 1 and not content.isascii() and not _is_utf8(content) and _is_legacy(content):
        return content.decode("latin-1")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal(UNKNOWN_ENCODING)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_legacy(content: bytes) -> bool:
    words = legacy_words(content[:SAMPLE].decode("latin-1"))
    found = encoding_of_words(words)
    if found is None:
        return False
    converted = share_of_syllables(unicode_text(word, found) for word in words)
    return converted > share_of_syllables([content[:SAMPLE].decode("cp1258", "replace")])


def _utf16_kind(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-16-le" if content[1:400:2].count(0) else "utf-16-be"


def separator_of(text: str) -> str:
    """The separator the file names itself ("sep=;"), else the one that cuts most of its first lines alike."""
    if text[:4].casefold() == "sep=" and text[4:5] in tuple(SEPARATORS):
        return text[4]
    lines = [line for line in text[:65536].splitlines(keepends=True) if line.strip()][:50]
    return max(SEPARATORS, key=lambda separator: _evenness(lines, separator))


def _evenness(lines: list[str], separator: str) -> tuple[int, int]:
    """How many lines have the most usual width above one, then that width."""
    csv.field_size_limit(131_072)
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return (0, 0)
    width, count = max(((w, n) for w, n in widths.items() if w > 1), key=lambda pair: pair[1], default=(0, 0))
    return (count, width)
