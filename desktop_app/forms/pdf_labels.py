"""Draws cards and labels at their places: the symbol for the scanner, the name as large as it fits, cell and digits."""

from collections.abc import Iterator, Sequence

from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

from desktop_app.forms import pdf_mark
from desktop_app.forms.blocks import Orientation
from desktop_app.forms.delivery import Progress
from desktop_app.forms.labels import Label, LabelDocument, LabelSheet, Symbol
from desktop_app.forms.layout import MM, PAPER_MM, PRACTICE, frame
from desktop_app.forms.pdf_code import dark_modules
from desktop_app.forms.pdf_fonts import BOLD, Faces, composed

QUIET_MODULES = 4
BAR_MM, BARS_MM = 0.36, 10.0
# How many lines a name may take, at which sizes: the first that fits.
NAMES = ((1, (14.0, 13.0, 12.0, 11.0)), (2, (13.0, 12.0, 11.0, 10.0, 9.0)), (3, (9.0, 8.0, 7.0)))
CELL_LINES, LEADING = 2, 1.15
CELL_SIZES, CODE_SIZE = (10.0, 9.0, 8.0, 7.0), 10.5
ISSUER_SIZES, HEADING_SIZE = (9.0, 8.0, 7.0, 6.0), 13.0
CUT_GRAY, CUT_WIDTH = 0.7, 0.3
BLACK, FOOT_MM, FOOT_SIZE = 0.0, 1.2, 5.0
Line = tuple[str, float, int]
"""Text, size in points, face."""


def draw_labels(canvas: Canvas, document: LabelDocument, faces: Faces, progress: Progress | None) -> int:
    """All pages; how many."""
    pages = list(paged(document))
    for done, page in enumerate(pages, 1):
        area = frame(Orientation.PORTRAIT)
        canvas.setPageSize(area.paper)
        if document.practice:
            pdf_mark.mark(canvas, area)
        canvas.setFillGray(BLACK)
        for number, label in page:
            LabelPen(canvas, faces, document, *document.sheet.place(number)).draw(label)
        if document.practice:
            canvas.setFont(faces[BOLD].name, FOOT_SIZE)
            canvas.drawCentredString(area.middle, FOOT_MM * MM, PRACTICE)
        canvas.showPage()
        if progress:
            progress(done, len(pages))
    return len(pages)


def paged(document: LabelDocument) -> Iterator[list[tuple[int, Label]]]:
    """The labels of each page with their places on it."""
    count = document.sheet.count
    begun = [(document.first - 1 + at, label) for at, label in enumerate(document.labels)]
    for first in range(0, document.first - 1 + len(document.labels), count):
        page = [(at - first, label) for at, label in begun if first <= at < first + count]
        if page:
            yield page


class LabelPen:
    """One label; lengths are points, `y` is measured from the paper's lower edge."""

    def __init__(self, canvas: Canvas, faces: Faces, document: LabelDocument, left_mm: float, top_mm: float) -> None:
        self.canvas, self.faces, self.document = canvas, faces, document
        self.sheet: LabelSheet = document.sheet
        self.padding = self.sheet.padding * MM
        self.left, self.width = left_mm * MM, self.sheet.width * MM
        self.top, self.height = (PAPER_MM[1] - top_mm) * MM, self.sheet.height * MM

    def draw(self, label: Label) -> None:
        if self.sheet.card:
            self._cut_lines()
        top = self._headings() if self.sheet.card else self.top - self.padding
        inside = self.left + self.padding, self.left + self.width - self.padding
        if self.document.symbol is Symbol.QR:
            side = self._squares(label.code, top)
            self._words(label, inside[0] + side, inside[1], top)
        else:
            self._bars(label.code)
            self._words(label, *inside, top)

    def _cut_lines(self) -> None:
        self.canvas.saveState()
        self.canvas.setStrokeGray(CUT_GRAY)
        self.canvas.setLineWidth(CUT_WIDTH)
        self.canvas.rect(self.left, self.top - self.height, self.width, self.height)
        self.canvas.restoreState()

    def _headings(self) -> float:
        """Office and heading over a card; where they end."""
        room, middle = self.width - 2 * self.padding, self.left + self.width / 2
        ((issuer, size, _),) = fitted(self.faces, composed(self.document.issuer), room, ISSUER_SIZES, 1, BOLD)
        y = self.top - self.padding - size
        self._centred(issuer, middle, y, size)
        y -= HEADING_SIZE * LEADING
        self._centred(composed(self.document.heading), middle, y, HEADING_SIZE)
        return y - 1.5 * MM

    def _centred(self, text: str, x: float, y: float, size: float) -> None:
        self.canvas.setFont(self.faces[BOLD].name, size)
        self.canvas.drawCentredString(x, y, text)

    def _squares(self, code: str, top: float) -> float:
        """The QR code at the left with its quiet zone, in the middle of the height left; the width it takes."""
        rows = dark_modules(code)
        module = self.sheet.module * MM
        side, quiet = len(rows) * module, QUIET_MODULES * module
        bottom = self.top - self.height + self.padding
        upper = (top + bottom + side) / 2
        left = self.left + max(self.padding, quiet)
        path = self.canvas.beginPath()
        for line, row in enumerate(rows):
            for column, dark in enumerate(row):
                if dark:
                    path.rect(left + column * module, upper - (line + 1) * module, module, module)
        self.canvas.drawPath(path, stroke=0, fill=1)
        return left + side + quiet - self.left - self.padding

    def _bars(self, code: str) -> None:
        """Code 128 at the foot, in the middle, with its quiet zones."""
        bars = Code128(code, barWidth=BAR_MM * MM, barHeight=BARS_MM * MM, quiet=False)
        y = self.top - self.height + self.padding
        bars.drawOn(self.canvas, self.left + (self.width - bars.width) / 2, y)

    def _words(self, label: Label, left: float, right: float, top: float) -> None:
        """Name, cell and digits one under another, in the middle of the height left."""
        bottom = self.top - self.height + self.padding
        if self.document.symbol is Symbol.BARCODE:
            bottom += (BARS_MM + 1.5) * MM
        lines = self._lines(label, right - left, top - bottom)
        y = (top + bottom + height(lines)) / 2
        for text, size, style in lines:
            y -= size * LEADING
            self.canvas.setFont(self.faces[style].name, size)
            self.canvas.drawString(left, y + size * (LEADING - 0.9), text)

    def _lines(self, label: Label, room: float, high: float) -> list[Line]:
        """The largest lines that find room: rather a smaller name on one line than a larger one on two."""
        digits: Line = (f"Mã {label.code}", CODE_SIZE, 0)
        for most, sizes in NAMES:
            name = fitted(self.faces, composed(label.name), room, sizes, most, BOLD)
            for cell_size in CELL_SIZES:
                cell = fitted(self.faces, composed(label.cell), room, (cell_size,), CELL_LINES)
                lines = [*name, *cell, digits]
                if height(lines) <= high and not any(text.endswith("…") for text, _, _ in lines):
                    return lines
        return lines


def height(lines: Sequence[Line]) -> float:
    return sum(size * LEADING for _, size, _ in lines)


def fitted(faces: Faces, text: str, width: float, sizes: Sequence[float], most: int, style: int = 0) -> list[Line]:
    """The lines of a text at the largest size at which it takes no more than allowed; at the smallest, what is too much
    is cut off with dots."""
    for size in sizes:
        lines = wrapped(faces, text, width, size, style)
        if len(lines) <= most and all(faces[style].width(line, size) <= width for line in lines):
            return [(line, size, style) for line in lines]
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [(shortened(faces, line, width, size, style), size, style) for line in kept]


def wrapped(faces: Faces, text: str, width: float, size: float, style: int) -> list[str]:
    """Lines broken between words."""
    lines = [""]
    for each in text.split():
        longer = f"{lines[-1]} {each}".strip()
        if lines[-1] and faces[style].width(longer, size) > width:
            lines.append(each)
        else:
            lines[-1] = longer
    return lines


def shortened(faces: Faces, line: str, width: float, size: float, style: int) -> str:
    while len(line) > 1 and faces[style].width(line, size) > width:
        line = line[:-2].rstrip("…") + "…"
    return line
