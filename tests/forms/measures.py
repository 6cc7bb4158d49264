"""Reading printed pages back: lines of text with their places, texts in the order a reader meets them."""

from itertools import pairwise
from typing import Any, NamedTuple

MM = 25.4 / 72


class Seen(NamedTuple):
    """A piece of text on the page, in millimetres from its upper left corner; size in points."""

    text: str
    left: float
    right: float
    top: float
    size: float
    font: str

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def seen(page: Any, gap: float = 14.0) -> list[Seen]:
    """Lines of the page from top to bottom, cut where two columns stand side by side (`gap` points)."""
    return [_seen(part) for line in page.extract_text_lines(return_chars=True) for part in _columns(line["chars"], gap)]


def _columns(chars: list[Any], gap: float) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for char in sorted((char for char in chars if char["text"].strip()), key=lambda char: char["x0"]):
        if parts[-1] and char["x0"] - parts[-1][-1]["x1"] > gap:
            parts.append([])
        parts[-1].append(char)
    return parts


def _seen(chars: list[Any]) -> Seen:
    text = chars[0]["text"]
    for before, char in pairwise(chars):
        text += (" " if char["x0"] - before["x1"] > 0.15 * char["size"] else "") + char["text"]
    first = chars[0]
    font = first["fontname"].split("+")[-1]
    return Seen(text, first["x0"] * MM, chars[-1]["x1"] * MM, first["top"] * MM, round(first["size"], 1), font)


def find(page: Any, start: str) -> Seen:
    return next(line for line in seen(page) if line.text.startswith(start))


def rules(page: Any) -> list[tuple[float, float, float]]:
    """Level lines as (left, right, top)."""
    level = [line for line in page.lines if abs(line["bottom"] - line["top"]) < 1]
    return [(line["x0"] * MM, line["x1"] * MM, line["top"] * MM) for line in level]


def texts(pdf: Any) -> list[str]:
    return [page.extract_text() for page in pdf.pages]
