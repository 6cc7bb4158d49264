"""A table turned into pieces: one for its header, one for each row. Rows of a thousand names pass through here quickly.

Not a page breaker: a row only says which header goes before it on a new page. A row taller than a page is cut into
rows that are not.
"""

from dataclasses import dataclass, replace

from desktop_app.forms.blocks import Align, Column, GroupRow, Row, Table, TableRow, TotalRow
from desktop_app.forms.layout import CELL_ABOVE, CELL_SIDE, MM, SMALLEST, Frame, Style
from desktop_app.forms.pdf_fonts import BOLD, Faces, composed
from desktop_app.forms.pdf_headers import header_piece
from desktop_app.forms.pdf_page import Ink, Piece, Rule, Upright, baseline
from desktop_app.forms.pdf_text import Line, broken, longest_word


@dataclass(frozen=True, slots=True)
class Cell:
    """A text between two edges, set in one face."""

    text: str
    x: float
    width: float
    align: Align
    face: int


@dataclass(frozen=True, slots=True)
class Fitted:
    """A cell after wrapping, in the size it was given or, for one long word, a smaller one."""

    cell: Cell
    lines: list[Line]
    size: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns' edges from left to right, one more than there are columns."""

    edges: tuple[float, ...]
    columns: tuple[Column, ...]
    size: float
    least: float

    @property
    def leading(self) -> float:
        return round(self.size * 1.2, 1)


def table(block: Table, area: Frame, faces: Faces) -> list[Piece]:
    grid = Grid(edges_of(block.columns, area), block.columns, block.size, block.min_row_mm * MM)
    style = Style(block.size, grid.leading, bold=True)
    header = header_piece(block.columns, grid.edges, style, faces)
    if block.numbers:
        _add_numbers(header, block.numbers, grid, faces)
    header.before, header.keep, header.header = 6, True, header
    room = area.height - header.height
    rows = [piece for row in block.rows for piece in _row(row, grid, faces, room)]
    for piece in rows:
        piece.header = header
    header.keep = bool(rows)
    if len(rows) > 1 and isinstance(block.rows[-1], TotalRow):
        rows[-2].keep = True
    return [header, *rows]


def _add_numbers(header: Piece, numbers: tuple[str, ...], grid: Grid, faces: Faces) -> None:
    """The row of column numbers becomes the last part of the header."""
    centred = tuple(replace(column, align=Align.CENTRE) for column in grid.columns)
    under = replace(grid, columns=centred, least=0.0)
    row = Row(numbers)
    piece = _drawn(row, [_fit(cell, grid.size, faces) for cell in _cells(row, under) if cell.text], grid.edges, under)
    down = header.height
    header.inks += [ink._replace(dy=ink.dy + down) for ink in piece.inks]
    header.grid += [rule._replace(dy=rule.dy + down) for rule in piece.grid]
    header.uprights += [Upright(x, dy0 + down, dy1 + down) for x, dy0, dy1 in piece.uprights]
    header.height += piece.height


def edges_of(columns: tuple[Column, ...], area: Frame) -> tuple[float, ...]:
    """Where the columns begin and the last one ends, in points from the paper's left edge."""
    fixed = sum(column.mm * MM for column in columns if column.mm is not None)
    weights = sum(column.weight for column in columns if column.mm is None)
    scale = 1.0 if weights else area.width / fixed
    edges = [area.left]
    for column in columns:
        share = (area.width - fixed) * column.weight / weights if column.mm is None else column.mm * MM * scale
        edges.append(edges[-1] + share)
    return tuple(edges)


def _row(row: TableRow, grid: Grid, faces: Faces, room: float) -> list[Piece]:
    fitted = [_fit(cell, grid.size, faces) for cell in _cells(row, grid) if cell.text]
    edges = _uprights(row, grid)
    tallest = max((len(cell.lines) for cell in fitted), default=1)
    most = max(1, int((room - 2 * CELL_ABOVE) / grid.leading))
    if tallest <= most:
        return [_drawn(row, fitted, edges, grid)]
    cuts = range(0, tallest, most)
    return [
        _drawn(row, [replace(cell, lines=cell.lines[at : at + most]) for cell in fitted], edges, grid) for at in cuts
    ]


def _cells(row: TableRow, grid: Grid) -> list[Cell]:
    edges = grid.edges
    if isinstance(row, GroupRow):
        return [Cell(composed(row.text), edges[0], edges[-1] - edges[0], Align.LEFT, BOLD)]
    if isinstance(row, Row):
        return _plain(row.cells, 0, grid, BOLD * row.bold)
    label = Cell(composed(row.label), edges[0], edges[row.span] - edges[0], Align.CENTRE, BOLD)
    return [label, *_plain(row.cells, row.span, grid, BOLD)]


def _plain(texts: tuple[str, ...], first: int, grid: Grid, face: int) -> list[Cell]:
    return [
        Cell(composed(text), grid.edges[at], grid.edges[at + 1] - grid.edges[at], grid.columns[at].align, face)
        for at, text in enumerate(texts, first)
        if text
    ]


def _uprights(row: TableRow, grid: Grid) -> tuple[float, ...]:
    if isinstance(row, GroupRow):
        return grid.edges[0], grid.edges[-1]
    return (grid.edges[0], *grid.edges[row.span :]) if isinstance(row, TotalRow) else grid.edges


def _fit(cell: Cell, size: float, faces: Faces) -> Fitted:
    room = cell.width - 2 * CELL_SIDE
    runs = ((cell.text, cell.face),)
    width = faces[cell.face].width(cell.text.replace("\n", ""), size)
    if width <= room and cell.text.isprintable():
        return Fitted(cell, [Line(runs, width)], size)
    longest = longest_word(faces, runs, size)
    if room < longest <= room * size / SMALLEST:
        size = int(20 * size * room / longest) / 20
    return Fitted(cell, broken(faces, runs, size, room), size)


def _drawn(row: TableRow, cells: list[Fitted], edges: tuple[float, ...], grid: Grid) -> Piece:
    lines = max((len(cell.lines) for cell in cells), default=1)
    least = 0.0 if isinstance(row, GroupRow) else grid.least
    height = max(lines * grid.leading + 2 * CELL_ABOVE, least)
    group = isinstance(row, GroupRow)
    return Piece(
        height,
        keep=group,
        inks=[ink for cell in cells for ink in _inks(cell, height, grid)],
        grid=[Rule(edges[0], edges[-1], 0.0), Rule(edges[0], edges[-1], height)],
        uprights=[Upright(x, 0.0, height) for x in edges],
        bookmark=(row.text, 1) if isinstance(row, GroupRow) and row.bookmark else None,
        about=row.about if isinstance(row, Row) else 0,
    )


def _inks(fitted: Fitted, height: float, grid: Grid) -> list[Ink]:
    """Lines in the middle of the row's height."""
    cell, size = fitted.cell, fitted.size
    dy = (height - len(fitted.lines) * grid.leading) / 2 + baseline(grid.leading, size)
    inks = []
    for at, line in enumerate(fitted.lines):
        left = CELL_SIDE
        if cell.align is Align.CENTRE:
            left = (cell.width - line.width) / 2
        elif cell.align is Align.RIGHT:
            left = cell.width - CELL_SIDE - line.width
        inks += [Ink(cell.x + left, dy + at * grid.leading, text, face, size) for text, face in line.runs]
    return inks
