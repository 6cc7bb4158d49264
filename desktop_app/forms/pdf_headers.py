"""The header of a table as one piece: titles in the middle of their cells, groups over them, narrow ones turned."""

from dataclasses import dataclass
from itertools import groupby

from desktop_app.forms.blocks import Column
from desktop_app.forms.layout import CELL_ABOVE, CELL_SIDE, Style
from desktop_app.forms.pdf_fonts import BOLD, Faces, composed
from desktop_app.forms.pdf_page import Ink, Piece, Rule, Upright, baseline
from desktop_app.forms.pdf_text import Line, balanced, longest_word

TURNED_LENGTHS = (55.0, 75.0, 95.0, 120.0, 160.0, 220.0)
"""Lengths tried for a turned title, in points: the shortest whose lines stand within the column is taken."""


class Title:
    """A title set for one cell of the header, level or turned, and the height it needs."""

    def __init__(self, text: str, turned: bool, width: float, style: Style, faces: Faces) -> None:
        self.style = style
        runs = ((composed(text), BOLD),)
        room = width - 2 * CELL_SIDE
        self.turned = turned or longest_word(faces, runs, style.size) > room
        self.lines = _turned_lines(runs, room, style, faces) if self.turned else balanced(faces, runs, style.size, room)
        longest = max(line.width for line in self.lines)
        self.height = (longest if self.turned else len(self.lines) * style.leading) + 2 * CELL_ABOVE

    def draw(self, piece: Piece, x: float, width: float, dy: float, height: float) -> None:
        """In the middle of the cell whose upper left corner is (x, dy)."""
        step, size = self.style.leading, self.style.size
        block = len(self.lines) * step
        for at, line in enumerate(self.lines):
            text = line.runs[0][0] if line.runs else ""
            if self.turned:
                across = x + (width - block) / 2 + at * step + baseline(step, size)
                piece.inks.append(Ink(across, dy + (height + line.width) / 2, text, BOLD, size, turned=True))
            else:
                down = dy + (height - block) / 2 + at * step + baseline(step, size)
                piece.inks.append(Ink(x + (width - line.width) / 2, down, text, BOLD, size))


def _turned_lines(runs: tuple[tuple[str, int], ...], room: float, style: Style, faces: Faces) -> list[Line]:
    for length in TURNED_LENGTHS:
        lines = balanced(faces, runs, style.size, max(length, longest_word(faces, runs, style.size)))
        if len(lines) * style.leading <= room + 2 * CELL_SIDE:
            break
    return lines


@dataclass(frozen=True, slots=True)
class Header:
    """A header measured: `groups` are (first column, one past the last), `tops` the titles over them by first column;
    `upper` is how high the groups stand, `height` the whole."""

    titles: list[Title]
    groups: list[tuple[int, int]]
    tops: dict[int, Title]
    upper: float
    height: float


def measured(columns: tuple[Column, ...], edges: tuple[float, ...], style: Style, faces: Faces) -> Header:
    titles = [
        Title(column.title, column.turned, edges[at + 1] - edges[at], style, faces) for at, column in enumerate(columns)
    ]
    groups = group_spans(columns)
    tops = {
        first: Title(columns[first].group, False, edges[last] - edges[first], style, faces) for first, last in groups
    }
    upper = max((title.height for title in tops.values()), default=0.0)
    under = max((titles[at].height for first, last in groups for at in range(first, last)), default=0.0)
    height = max(upper + under, *(title.height for title in titles))
    return Header(titles, groups, tops, upper, height)


def header_piece(columns: tuple[Column, ...], edges: tuple[float, ...], style: Style, faces: Faces) -> Piece:
    header = measured(columns, edges, style, faces)
    height, upper = header.height, header.upper
    piece = Piece(height, grid=[Rule(edges[0], edges[-1], 0.0), Rule(edges[0], edges[-1], height)])
    ends = dict(header.groups)
    for at, title in enumerate(header.titles):
        if at in ends:
            header.tops[at].draw(piece, edges[at], edges[ends[at]] - edges[at], 0.0, upper)
            piece.grid.append(Rule(edges[at], edges[ends[at]], upper))
        dy = upper if columns[at].group else 0.0
        title.draw(piece, edges[at], edges[at + 1] - edges[at], dy, height - dy)
    inside = {at for first, last in header.groups for at in range(first + 1, last)}
    piece.uprights = [Upright(x, upper if at in inside else 0.0, height) for at, x in enumerate(edges)]
    return piece


def group_spans(columns: tuple[Column, ...]) -> list[tuple[int, int]]:
    """First column and one past the last of every run of neighbours with the same group."""
    runs = groupby(range(len(columns)), key=lambda at: columns[at].group)
    members = [list(run) for group, run in runs if group]
    return [(run[0], run[-1] + 1) for run in members]
