"""What stands on a page, and the pen that draws it: pieces of set text with their lines, page after page.

A piece is never split. Nothing here decides where a piece goes; lengths are points, `dy` is measured downwards from
the top of the piece.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from desktop_app.forms.pdf_fonts import Faces


class Ink(NamedTuple):
    """A stretch of text in one face; `spread` is what justification adds to each space; `turned` text runs upwards."""

    x: float
    dy: float
    text: str
    face: int
    size: float
    spread: float = 0.0
    turned: bool = False


class Rule(NamedTuple):
    """A level line."""

    x0: float
    x1: float
    dy: float


class Upright(NamedTuple):
    x: float
    dy0: float
    dy1: float


class Box(NamedTuple):
    """A filled rectangle from (x, dy) to the right and down; `gray` is 0 for black."""

    x: float
    dy: float
    width: float
    height: float
    gray: float


@dataclass(slots=True)
class Piece:
    """`before` is space above it, dropped at the top of a page; `keep` holds it to the next piece, unless `loose` and
    the page would be left too empty; `header` comes first where the piece opens a page; `grid` and `uprights` are table
    lines, `rules` the heavier ones; `about` is whom a row of a table is about."""

    height: float
    before: float = 0.0
    keep: bool = False
    loose: bool = False
    inks: list[Ink] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    grid: list[Rule] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    header: "Piece | None" = None
    bookmark: tuple[str, int] | None = None
    about: int = 0


def baseline(leading: float, size: float) -> float:
    """How far below the top of its line a text of Times stands: the letters sit in the middle of the line."""
    return (leading - size) / 2 + 0.784 * size


class Pen:
    """Draws pieces on one page of a canvas: text in the order it comes, all lines at the end."""

    def __init__(self, canvas: Canvas, faces: Faces) -> None:
        self.canvas = canvas
        self.faces = faces
        self.text = canvas.beginText()
        self.font: tuple[int, float] | None = None
        self.spread = 0.0
        self.rules: list[tuple[float, float, float]] = []
        self.boxes: list[Box] = []
        self.levels: dict[tuple[float, float, float], None] = {}
        self.uprights: defaultdict[float, list[list[float]]] = defaultdict(list)

    def put(self, piece: Piece, top: float) -> None:
        for ink in piece.inks:
            self._style(ink)
            x, y = round(ink.x, 1), round(top - ink.dy, 1)
            if ink.turned:
                self.text.setTextTransform(0, 1, -1, 0, x, y)
            else:
                self.text.setTextOrigin(x, y)
            self.text.textOut(ink.text)
        self.boxes += [box._replace(dy=top - box.dy - box.height) for box in piece.boxes]
        self.rules += [(rule.x0, rule.x1, top - rule.dy) for rule in piece.rules]
        for rule in piece.grid:
            self.levels[round(rule.x0, 1), round(rule.x1, 1), round(top - rule.dy, 1)] = None
        for upright in piece.uprights:
            self._lengthen(self.uprights[round(upright.x, 1)], top - upright.dy0, top - upright.dy1)

    def finish(self, heavy: float, light: float) -> None:
        """Everything drawn so far goes on the page."""
        self.canvas.drawText(self.text)
        for box in self.boxes:
            self.canvas.setFillGray(box.gray)
            self.canvas.rect(round(box.x, 1), round(box.dy, 1), round(box.width, 1), box.height, stroke=0, fill=1)
        self.canvas.setLineWidth(heavy)
        self.canvas.lines([(x0, y, x1, y) for x0, x1, y in self.rules])
        self.canvas.setLineWidth(light)
        self.canvas.lines([(x0, y, x1, y) for x0, x1, y in self.levels])
        self.canvas.lines([(x, top, x, low) for x, parts in self.uprights.items() for top, low in parts])

    def _style(self, ink: Ink) -> None:
        if self.font != (ink.face, ink.size):
            self.font = ink.face, ink.size
            self.text.setFont(self.faces[ink.face].name, ink.size)
        if self.spread != ink.spread:
            self.spread = ink.spread
            self.text.setWordSpace(round(ink.spread, 3))

    @staticmethod
    def _lengthen(parts: list[list[float]], top: float, low: float) -> None:
        """One long line instead of many short ones under each other."""
        if parts and abs(parts[-1][1] - top) < 0.1:
            parts[-1][1] = low
        else:
            parts.append([top, low])
