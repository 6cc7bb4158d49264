"""Lines of text one under another between two edges: what heads, titles, signatures and paragraphs are built of.

Fills one piece; knows nothing of pages.
"""

from dataclasses import dataclass, field

from desktop_app.forms.blocks import Align, Text
from desktop_app.forms.layout import Style
from desktop_app.forms.pdf_fonts import Faces
from desktop_app.forms.pdf_page import Ink, Piece, Rule, baseline
from desktop_app.forms.pdf_text import Line, balanced, broken, face_of, runs_of, spaces, unbroken


def inks_of(faces: Faces, line: Line, style: Style, x: float, dy: float, spread: float = 0.0) -> list[Ink]:
    inks = []
    for text, face in line.runs:
        inks.append(Ink(x, dy, text, face, style.size, spread))
        x += faces[face].width(text, style.size) + spread * spaces(text)
    return inks


def offset(line: Line, width: float, align: Align) -> float:
    if align is Align.CENTRE:
        return (width - line.width) / 2
    return width - line.width if align is Align.RIGHT else 0.0


@dataclass(slots=True)
class Stack:
    """`y` is how far below the top of the piece the next line begins; the piece grows to hold what was added."""

    faces: Faces
    x: float
    width: float
    y: float = 0.0
    piece: Piece = field(default_factory=lambda: Piece(0.0))

    def add(self, text: Text, style: Style, align: Align = Align.CENTRE) -> None:
        """Wrapped within the edges; centred texts into lines of like length."""
        if not text:
            return
        breaker = balanced if align is Align.CENTRE else broken
        for line in breaker(self.faces, runs_of(text, style), style.size, self.width):
            self.put(line, style, align)

    def whole(self, text: str, style: Style) -> None:
        """Centred on one line, every space as given."""
        if text:
            self.put(unbroken(self.faces, runs_of(text, style), style.size), style, Align.CENTRE)

    def put(self, line: Line, style: Style, align: Align = Align.LEFT, indent: float = 0.0) -> None:
        x = self.x + indent + offset(line, self.width, align)
        spread = 0.0
        if align is Align.JUSTIFY and not line.ends and line.gaps:
            spread = (self.width - indent - line.width) / line.gaps
        dy = self.y + baseline(style.leading, style.size)
        self.piece.inks += inks_of(self.faces, line, style, x, dy, spread)
        if style.underline:
            self.piece.rules.append(Rule(x, x + line.width, dy + 2))
        self.skip(style.leading)

    def rule(self, text: str, style: Style, drop: float) -> None:
        """A line as long as the words, centred, `drop` below the baseline of the line just put."""
        width = self.faces[face_of(style)].width(text, style.size)
        x = self.x + (self.width - width) / 2
        dy = self.y - style.leading + baseline(style.leading, style.size) + drop
        self.piece.rules.append(Rule(x, x + width, dy))

    def skip(self, points: float) -> None:
        self.y += points
        self.piece.height = max(self.piece.height, self.y)

    def beside(self, x: float, width: float) -> "Stack":
        """Another column of the same piece, from its top."""
        return Stack(self.faces, x, width, 0.0, self.piece)
