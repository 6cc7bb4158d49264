"""A ruled table as the XML of a Word file: a header that comes again on each page, rows that are never split."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.forms.blocks import Align, Bar, Chart, Column, GroupRow, Row, Table, TableRow, TotalRow
from desktop_app.forms.chart_words import NO_BREAK, figures, share
from desktop_app.forms.docx_styles import CELL
from desktop_app.forms.docx_xml import Face, Place, paragraph, run, twips
from desktop_app.forms.layout import CELL_ABOVE, CELL_SIDE, CHART, MM, TABLE_RULE, Frame, Style
from desktop_app.forms.pdf_fonts import Faces
from desktop_app.forms.pdf_headers import Header, measured
from desktop_app.forms.pdf_tables import edges_of

CHART_PARTS = (0.36, 0.40, 0.24)
TURNED = '<w:textDirection w:val="btLr"/>'
MIDDLE = '<w:vAlign w:val="center"/>'


@dataclass(frozen=True, slots=True)
class Sides:
    """Widths of the columns in twips, what stands in them, and the size of their type."""

    widths: tuple[int, ...]
    columns: tuple[Column, ...]
    size: float

    @property
    def leading(self) -> float:
        return round(self.size * 1.2, 1)

    def cell(self, text: str, width: int, align: Align, bold: bool, keep: bool, marks: str = "") -> str:
        """`marks` are what the cell is besides wide, in the order of the format; all cells stand in the middle."""
        content = run(text, Face(bold, size=self.size)) if text else ""
        place = Place(align=align, keep=keep, exact=0.0 if TURNED in marks else self.leading)
        inside = paragraph(content, CELL, place)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{marks}{MIDDLE}</w:tcPr>{inside}</w:tc>'

    def across(self, first: int, last: int) -> int:
        return sum(self.widths[first:last])


def table(block: Table, area: Frame, faces: Faces, keep: bool = False) -> str:
    """`keep` holds the last two rows to what follows."""
    edges = edges_of(block.columns, area)
    bounds = [twips(edge) for edge in edges]
    sides = Sides(tuple(b - a for a, b in pairwise(bounds)), block.columns, block.size)
    style = Style(block.size, sides.leading, bold=True)
    header = _header(sides, measured(block.columns, edges, style, faces))
    if block.numbers:
        header += _row(_cells(block.numbers, 0, sides, False, True, Align.CENTRE), header=True)
    least = block.min_row_mm * MM
    held = _held(block, keep)
    rows = (_any_row(row, sides, least, at in held) for at, row in enumerate(block.rows))
    return f"<w:tbl>{_properties(sides)}{header}{''.join(rows)}</w:tbl>"


def borderless(widths: Sequence[float], rows: Iterable[Sequence[str]], marks: str = "") -> str:
    """Columns without lines, of so many points, none of their rows ever split; `marks` are those of every cell."""
    sides = [twips(width) for width in widths]
    none = "".join(f'<w:{name} w:w="0" w:type="dxa"/>' for name in ("top", "left", "bottom", "right"))
    grid = "".join(f'<w:gridCol w:w="{side}"/>' for side in sides)
    lines = "".join(_row("".join(map(_plain_cell, cells, sides, [marks] * len(sides)))) for cells in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(sides)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{none}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def _plain_cell(content: str, side: int, marks: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{side}" w:type="dxa"/>{marks}</w:tcPr>{content}</w:tc>'


def chart(block: Chart, area: Frame) -> str:
    """Bars as dark stretches of a line, the rest of the whole pale."""
    widths = [area.width * part for part in CHART_PARTS]
    room = round(widths[1] / (CHART.size / 4)) - 2
    rows = (
        [paragraph(content, "Chart") for content in (run(bar.label), _stretch(bar, room), run(figures(bar)))]
        for bar in block.bars
    )
    return borderless(widths, rows, MIDDLE)


def _stretch(bar: Bar, room: int) -> str:
    """Spaces that do not break, shaded."""
    dark = round(room * share(bar))
    parts = ((dark, "404040"), (room - dark, "E6E6E6"))
    return "".join(
        f'<w:r><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:rPr>'
        f'<w:t xml:space="preserve">{NO_BREAK * count}</w:t></w:r>'
        for count, fill in parts
        if count > 0
    )


def _held(block: Table, keep: bool) -> set[int]:
    """Rows that stay with the next: the one before the total, and the last two where something must follow."""
    last = len(block.rows) - 1
    held = {last - 1} if block.rows and isinstance(block.rows[-1], TotalRow) else set()
    return held | ({last - 1, last} if keep else set())


def _properties(sides: Sides) -> str:
    names = ("top", "left", "bottom", "right", "insideH", "insideV")
    size = round(TABLE_RULE * 8)
    borders = "".join(f'<w:{name} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>' for name in names)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in sides.widths)
    return (
        f'<w:tblPr><w:tblW w:w="{sum(sides.widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_margins()}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def _margins() -> str:
    sides = {"top": CELL_ABOVE, "left": CELL_SIDE, "bottom": CELL_ABOVE, "right": CELL_SIDE}
    return "".join(f'<w:{name} w:w="{twips(points)}" w:type="dxa"/>' for name, points in sides.items())


def _header(sides: Sides, header: Header) -> str:
    columns = sides.columns
    titles = [
        sides.cell(column.title, sides.widths[at], Align.CENTRE, True, True, _title_marks(header, at))
        for at, column in enumerate(columns)
    ]
    if not header.groups:
        return _row("".join(titles), header.height, header=True)
    upper, lower, starts = "", "", dict(header.groups)
    for at, column in enumerate(columns):
        if at in starts:
            width, span = sides.across(at, starts[at]), f'<w:gridSpan w:val="{starts[at] - at}"/>'
            upper += sides.cell(column.group, width, Align.CENTRE, True, True, span)
        if column.group:
            lower += titles[at]
        else:
            upper += titles[at]
            lower += sides.cell("", sides.widths[at], Align.CENTRE, False, True, "<w:vMerge/>")
    return _row(upper, header.upper, header=True) + _row(lower, header.height - header.upper, header=True)


def _title_marks(header: Header, at: int) -> str:
    alone = header.groups and not any(first <= at < last for first, last in header.groups)
    return '<w:vMerge w:val="restart"/>' * bool(alone) + TURNED * header.titles[at].turned


def _any_row(row: TableRow, sides: Sides, least: float, keep: bool) -> str:
    if isinstance(row, GroupRow):
        span = f'<w:gridSpan w:val="{len(sides.columns)}"/>'
        return _row(sides.cell(row.text, sum(sides.widths), Align.LEFT, True, True, span))
    if isinstance(row, Row):
        return _row(_cells(row.cells, 0, sides, row.bold, keep), least)
    span = f'<w:gridSpan w:val="{row.span}"/>' if row.span > 1 else ""
    label = sides.cell(row.label, sides.across(0, row.span), Align.CENTRE, True, keep, span) if row.span else ""
    return _row(label + _cells(row.cells, row.span, sides, True, keep), least)


def _cells(texts: tuple[str, ...], first: int, sides: Sides, bold: bool, keep: bool, align: Align | None = None) -> str:
    return "".join(
        sides.cell(text, sides.widths[at], align or sides.columns[at].align, bold, keep)
        for at, text in enumerate(texts, first)
    )


def _row(cells: str, least: float = 0.0, header: bool = False) -> str:
    height = f'<w:trHeight w:val="{twips(least)}" w:hRule="atLeast"/>' if least else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' * header}</w:trPr>{cells}</w:tr>"
