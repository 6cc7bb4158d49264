"""How figures, dates and numbers of documents are worded on paper and on screen.

Not the words for kept values, which have a module of their own, and nothing about where a text stands on the page.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

HANDWRITTEN_GAP = " " * 8
MEGABYTE = 1024 * 1024


class LayoutYear(StrEnum):
    """Whose layout rules a document follows: Hướng dẫn 36-HD/VPTW of 2018 or 05-HD/VPTW of 2026."""

    Y2018 = "2018"
    Y2026 = "2026"


def place_and_date(place: str, on: date) -> str:
    """“Đông Thọ, ngày 05 tháng 02 năm 2026”: days under 10 and months under 3 take a zero (Hướng dẫn 36-HD/VPTW)."""
    month = f"{on.month:02}" if on.month < 3 else str(on.month)
    words = f"ngày {on.day:02} tháng {month} năm {on.year}"
    return f"{place}, {words}" if place else words.capitalize()


def number_symbol(kind: str, body: str, number: int | None) -> str:
    """“Số 05-BC/ĐU”: no colon, two digits at least; without a number there is room to write one by hand."""
    digits = HANDWRITTEN_GAP if number is None else f"{number:02}"
    return f"Số {digits}-{kind}/{body}"


def grouped(n: int) -> str:
    """1976 as “1.976”."""
    return f"{n:,}".replace(",", ".")


def size_words(size: int) -> str:
    """Bytes as people read them, by the thousand of Windows (1.024): “340 KB”, “3,4 MB”."""
    if size < MEGABYTE:
        return f"{grouped(-(-size // 1024))} KB"
    tenths = size * 10 // MEGABYTE
    return f"{grouped(tenths // 10)},{tenths % 10} MB" if tenths % 10 else f"{grouped(tenths // 10)} MB"


def _hundredths(numerator: int, denominator: int) -> int:
    """Hundredths of a per cent, half up, but never 100 % for a part that is not the whole."""
    rounded = (20_000 * numerator + denominator) // (2 * denominator)
    return min(rounded, 9_999) if numerator < denominator else rounded


def percent(numerator: int, denominator: int) -> str:
    """Two decimals without the sign: “99,16”; “–” where there is nothing to divide by; over 100 is shown as it is."""
    if not denominator:
        return "–"
    whole, rest = divmod(_hundredths(numerator, denominator), 100)
    return f"{grouped(whole)},{rest:02}"


def percent_value(numerator: int, denominator: int) -> float | None:
    """The figure `percent` prints, as a number; None where there is nothing to divide by."""
    return _hundredths(numerator, denominator) / 100 if denominator else None


def recipient_lines(items: Sequence[str], year: LayoutYear = LayoutYear.Y2026) -> tuple[str, ...]:
    """The lines under “Nơi nhận:”, closed by “;” since 05-HD/VPTW and by “,” under 36-HD/VPTW, the last by “.”."""
    between = ";" if year is LayoutYear.Y2026 else ","
    bare = [item.strip().lstrip("-–").strip().rstrip(";,.").rstrip() for item in items]
    return tuple(f"- {item}{between}" for item in bare[:-1]) + tuple(f"- {item}." for item in bare[-1:])
