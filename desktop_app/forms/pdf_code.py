"""The code of a printed page in its margins: a QR code beside the text near the foot, words below the text.

Outside the text area, so that it moves nothing: the pages of a document are the same with and without it. The quiet
zone is white paper: nothing else stands in the wide margin.
"""

from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode import qrencoder
from reportlab.pdfgen.canvas import Canvas

from desktop_app.forms.blocks import PageCode
from desktop_app.forms.layout import MM, Frame
from desktop_app.forms.pdf_fonts import Faces, composed

SIDE_MM, LEFT_MM, FOOT_MM = 17.0, 8.0, 8.0
WORDS_SIZE, LAST_LINE_MM, LEADING_MM = 10.0, 6.0, 7.5
MASK = 3
"""Any of the eight is a right code; trying them all for the prettiest takes six times as long."""
EMPTY_GRAY, DIGITS_SIZE = 0.6, 8.0


def draw(canvas: Canvas, area: Frame, faces: Faces, code: PageCode, turned: bool = False) -> None:
    """On the page just begun; a page without digits yet gets an empty square in their place. `turned`: the wide margin
    is on the right, as on the back of a sheet printed on both sides."""
    canvas.setPageSize(area.paper)
    canvas.saveState()
    left = area.paper[0] - (LEFT_MM + SIDE_MM) * MM if turned else LEFT_MM * MM
    if code.digits:
        _squares(canvas, code.digits, left)
        canvas.setFont(faces[0].name, DIGITS_SIZE)
        canvas.drawCentredString(left + SIDE_MM / 2 * MM, (FOOT_MM + SIDE_MM + 3.6) * MM, code.digits)
    else:
        canvas.setStrokeGray(EMPTY_GRAY)
        canvas.setDash(2, 2)
        canvas.rect(left, FOOT_MM * MM, SIDE_MM * MM, SIDE_MM * MM)
    canvas.setFont(faces[0].name, WORDS_SIZE)
    start = area.left + area.turned_over * turned
    for line, words in enumerate(reversed(code.words)):
        canvas.drawString(start, (LAST_LINE_MM + line * LEADING_MM) * MM, composed(words))
    canvas.restoreState()


def _squares(canvas: Canvas, digits: str, left: float) -> None:
    """One path of run-length rectangles."""
    rows = dark_modules(digits)
    side = SIDE_MM * MM / len(rows)
    path = canvas.beginPath()
    for at, row in enumerate(rows):
        y = (FOOT_MM + SIDE_MM) * MM - (at + 1) * side
        for first, last in _runs(row):
            path.rect(left + first * side, y, (last - first) * side, side)
    canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=4096)
def dark_modules(digits: str) -> tuple[tuple[bool, ...], ...]:
    """The QR code of a string of digits as rows of dark and light, error correction level M, without a quiet zone."""
    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(digits)
    code.version = code.calculate_version()
    code.makeImpl(False, MASK)
    size = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in size) for row in size)


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """First and one past the last of every run of dark modules."""
    framed = (False, *row, False)
    edges = [at for at in range(len(row) + 1) if framed[at] != framed[at + 1]]
    return list(zip(edges[::2], edges[1::2], strict=True))
