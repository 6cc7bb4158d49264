"""Bars as pieces for the pen: a label, a frame as long as the whole, dark as far as the part reaches, the figures."""

from desktop_app.forms import layout
from desktop_app.forms.blocks import Align, Bar, Chart
from desktop_app.forms.chart_words import figures, share
from desktop_app.forms.layout import Frame
from desktop_app.forms.pdf_fonts import Faces
from desktop_app.forms.pdf_page import Box, Piece, Rule, Upright
from desktop_app.forms.pdf_stack import Stack

LABEL_SHARE, FIGURES_SHARE, SIDE = 0.36, 0.28, 5.0
ABOVE, THICK, DARK = 3.0, 9.0, 0.25


def chart(block: Chart, area: Frame, faces: Faces) -> list[Piece]:
    """A bar is never split; the title stays with the first."""
    pieces = [_bar(bar, area, faces) for bar in block.bars]
    if not block.title:
        return pieces
    head = Stack(faces, area.left, area.width)
    head.add(block.title, layout.CHART_TITLE)
    head.piece.before, head.piece.keep = 6, True
    return [head.piece, *pieces]


def _bar(bar: Bar, area: Frame, faces: Faces) -> Piece:
    left = Stack(faces, area.left, area.width * LABEL_SHARE - SIDE, ABOVE / 2)
    left.add(bar.label, layout.CHART, Align.LEFT)
    right = left.beside(area.right - area.width * FIGURES_SHARE + SIDE, area.width * FIGURES_SHARE - SIDE)
    right.y = (left.y - ABOVE / 2 - layout.CHART.leading) / 2 + ABOVE / 2
    right.add(figures(bar), layout.CHART, Align.LEFT)
    left.skip(ABOVE / 2)
    piece = left.piece
    x, width = area.left + area.width * LABEL_SHARE, area.width * (1 - LABEL_SHARE - FIGURES_SHARE)
    dy = (piece.height - THICK) / 2
    piece.boxes.append(Box(x, dy, width * share(bar), THICK, DARK))
    piece.grid += [Rule(x, x + width, dy), Rule(x, x + width, dy + THICK)]
    piece.uprights += [Upright(x, dy, dy + THICK), Upright(x + width, dy, dy + THICK)]
    return piece
