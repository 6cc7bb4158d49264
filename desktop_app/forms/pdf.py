"""Prints a document as a PDF file: A4, embedded fonts, text that can be searched, the same bytes for the same document.

Importing this takes reportlab along (a third of a second): import it inside the job that prints.
"""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop_app.forms import layout, pdf_code, pdf_mark, pdf_metadata
from desktop_app.forms.blocks import Document, Orientation
from desktop_app.forms.delivery import Progress, deliver
from desktop_app.forms.labels import LabelDocument
from desktop_app.forms.layout import MM, Slot
from desktop_app.forms.pdf_blocks import pages_of
from desktop_app.forms.pdf_flow import Page
from desktop_app.forms.pdf_fonts import Faces, composed, installed_faces
from desktop_app.forms.pdf_labels import draw_labels
from desktop_app.forms.pdf_page import Pen
from desktop_app.forms.pdf_stack import Stack

CUT_LINE, CUT_GRAY = 0.25, 0.6
rl_config.useA85 = 0
"""Streams stay bytes: written as letters they take a sixth more room, and longer."""


@dataclass(slots=True)
class Outline:
    """The file's table of contents; levels that nobody uses are closed up, as a file may not skip one."""

    canvas: Canvas
    entries: int = 0
    above: list[int] = field(default_factory=list)

    def add(self, title: str, level: int, top: float) -> None:
        while self.above and self.above[-1] >= level:
            self.above.pop()
        self.above.append(level)
        self.entries += 1
        self.canvas.bookmarkHorizontal(f"b{self.entries}", 0, top)
        self.canvas.addOutlineEntry(composed(title), f"b{self.entries}", len(self.above) - 1)
        self.canvas.showOutline()


def print_pdf(document: Document, out: BinaryIO | Path, progress: Progress | None = None) -> int:
    """Number of pages. `progress(page, pages)` is called after each page and may raise to give up; a file at `out` is
    replaced only by a whole one. Raises Refusal for a character the font cannot draw."""
    faces = installed_faces()
    buffer = BytesIO()
    canvas = _canvas(document, buffer, faces)
    if isinstance(document, LabelDocument):
        pages = draw_labels(canvas, document, faces, progress)
    else:
        pages = _draw_pages(canvas, document, faces, progress)
    canvas.save()
    deliver(buffer.getvalue(), out)
    return pages


def _draw_pages(canvas: Canvas, document: Document, faces: Faces, progress: Progress | None) -> int:
    """The blocks of a document, page after page; how many."""
    pages = pages_of(document, faces)
    outline = Outline(canvas)
    if spots := layout.slots(document.page_size):
        return _draw_slips(canvas, outline, pages, spots, document.practice)
    codes = dict(enumerate(document.page_codes, 1))
    for done, page in enumerate(pages, 1):
        turned = document.two_sided and done % 2 == 0
        if code := codes.get(done, document.uncoded):
            pdf_code.draw(canvas, page.frame, faces, code, turned)
        if turned:
            canvas.translate(page.frame.turned_over, 0)
        _print_page(canvas, outline, page, faces, document.practice)
        if progress:
            progress(done, len(pages))
    return len(pages)


def _draw_slips(canvas: Canvas, outline: Outline, pages: list[Page], spots: tuple[Slot, ...], practice: bool) -> int:
    """Several pages on each sheet, with thin lines to cut along; how many sheets."""
    faces = installed_faces()
    for first in range(0, len(pages), len(spots)):
        canvas.setPageSize((layout.PAPER_MM[0] * MM, layout.PAPER_MM[1] * MM))
        if practice:
            pdf_mark.mark(canvas, layout.frame(Orientation.PORTRAIT))
        for page, (x, y) in zip(pages[first : first + len(spots)], spots, strict=False):
            canvas.saveState()
            canvas.translate(x, y)
            _ink(outline, page, Pen(canvas, faces))
            canvas.restoreState()
        if practice:
            pdf_mark.foot(canvas, layout.frame(Orientation.PORTRAIT), faces)
        _cut_lines(canvas, spots)
        canvas.showPage()
    return -(-len(pages) // len(spots))


def _cut_lines(canvas: Canvas, spots: tuple[Slot, ...]) -> None:
    width, height = (side * MM for side in layout.PAPER_MM)
    canvas.setLineWidth(CUT_LINE)
    canvas.setStrokeGray(CUT_GRAY)
    canvas.setDash(3, 3)
    canvas.lines([(0, y, width, y) for _, y in spots if y] + [(x, 0, x, height) for x, _ in spots if x])


def family() -> str:
    """The typeface prints are set in now: a notice is due when it is not Times New Roman."""
    return installed_faces().family


def _canvas(document: Document, buffer: BytesIO, faces: Faces) -> Canvas:
    """Begun in a face of ours, or every file would name an unembedded Helvetica."""
    first = faces[0].name
    canvas = Canvas(buffer, pageCompression=1, invariant=1, lang=pdf_metadata.LANGUAGE, initialFontName=first)  # type: ignore[arg-type]
    canvas.setTitle(composed(document.title))
    canvas.setAuthor(composed(document.author))
    canvas.setSubject(composed(document.subject))
    canvas.setCreator(pdf_metadata.CREATOR)
    pdf_metadata.describe(canvas, document)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _print_page(canvas: Canvas, outline: Outline, page: Page, faces: Faces, practice: bool) -> None:
    canvas.setPageSize(page.frame.paper)
    if practice:
        pdf_mark.mark(canvas, page.frame)
    pen = Pen(canvas, faces)
    if page.number > 1:
        _number(pen, page)
    _ink(outline, page, pen)
    if practice:
        pdf_mark.foot(canvas, page.frame, faces)
    canvas.showPage()


def _ink(outline: Outline, page: Page, pen: Pen) -> None:
    for top, piece in page.placed:
        pen.put(piece, top)
        if piece.bookmark:
            outline.add(*piece.bookmark, top)
    pen.finish(layout.HEAD_RULE, layout.TABLE_RULE)


def _number(pen: Pen, page: Page) -> None:
    stack = Stack(pen.faces, page.frame.left, page.frame.width)
    stack.whole(str(page.number), layout.PAGE_NUMBER)
    pen.put(stack.piece, page.frame.paper[1] - layout.PAGE_NUMBER_MM * MM)
