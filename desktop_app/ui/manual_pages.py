"""The manual as pages: chapters one after another under a table of contents, with numbers, as one PDF.

Pictures are given to it; without any the captions go, too. Needs a QApplication.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QIODevice, QMarginsF, QRectF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontDatabase,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from desktop_app.paths import resource
from desktop_app.ui.manual import PICTURE, chapters, filled, headings

SIZE = (1280, 720)
DPI, MARGIN_MM, FOOT = 150, 18, 60
PICTURE_DPI = 96  # what Qt takes the figures of an <img> to be in
CENTRED = 0x0084
TITLE, CONTENTS = "Sổ Học Tập – Hướng dẫn sử dụng", "Mục lục"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """How many pages there are, and each chapter with the page it begins on, from 1."""

    pages: int
    chapters: tuple[tuple[str, int], ...]


@cache
def family() -> str:
    """Our own letters, so that the pages look alike on every machine."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    return "Liberation Serif"


class Pages:
    """Draws chapters through one writer; `starts` says on which page each began."""

    def __init__(self, writer: QPdfWriter, images: Mapping[str, QImage]) -> None:
        self._writer, self._images = writer, images
        area = writer.pageLayout().paintRectPixels(writer.resolution())
        self._width, self._height = float(area.width()), float(area.height() - FOOT)
        self._wide = int(self._width) * PICTURE_DPI // DPI
        self._high = self._wide * SIZE[1] // SIZE[0]
        self.page = 0
        self.starts: list[int] = []

    def document(self, text: str) -> QTextDocument:
        """One chapter, with its pictures as wide as the page."""
        made = QTextDocument()
        made.documentLayout().setPaintDevice(self._writer)
        made.setDefaultFont(QFont(family(), 13))
        made.setMarkdown(PICTURE.sub(r"![\1](\2)\n\n*\1*" if self._images else "", text))
        made.setHtml(made.toHtml().replace("<img src=", f'<img width="{self._wide}" height="{self._high}" src='))
        for name, image in self._images.items():
            made.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        made.setPageSize(QRectF(0, 0, self._width, self._height).size())
        return made

    def count(self, text: str) -> int:
        return self.document(text).pageCount()

    def print(self, painter: QPainter, text: str) -> None:
        """The pages of one chapter, each with its number."""
        document = self.document(text)
        self.starts.append(self.page + 1)
        for at in range(document.pageCount()):
            if self.page:
                self._writer.newPage()
            self.page += 1
            self._print_page(painter, document, at)

    def _print_page(self, painter: QPainter, document: QTextDocument, at: int) -> None:
        shown = QRectF(0, at * self._height, self._width, self._height)
        painter.save()
        painter.translate(0, -shown.top())
        painter.setClipRect(shown)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = shown
        document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(QFont(family(), 11))
        painter.drawText(QRectF(0, self._height, self._width, FOOT), CENTRED, str(self.page))


def contents(titles: Sequence[str], starts: Sequence[int]) -> str:
    """The first page: the chapters and where they begin."""
    rows = "\n".join(f"| {title} | {start} |" for title, start in zip(titles, starts, strict=True))
    return f"# {TITLE}\n\n## {CONTENTS}\n\n| Phần | Trang |\n|---|---:|\n{rows}\n"


def write(device: QIODevice, images: Mapping[str, QImage]) -> Printed:
    """Draw the whole manual into an open device."""
    texts = [filled(text) for text in chapters()]
    writer = new_writer(device)
    pages, titles = Pages(writer, images), headings(texts)
    starts, at = [], 1 + pages.count(contents(titles, [0] * len(titles)))
    for text in texts:
        starts.append(at)
        at += pages.count(text)
    painter = QPainter(writer)
    for text in (contents(titles, starts), *texts):
        pages.print(painter, text)
    painter.end()
    assert pages.starts[1:] == starts, "the contents name the pages the chapters begin on"
    return Printed(pages=pages.page, chapters=tuple(zip((CONTENTS, *titles), pages.starts, strict=True)))


def new_writer(device: QIODevice) -> QPdfWriter:
    writer = QPdfWriter(device)
    writer.setResolution(DPI)
    writer.setTitle(TITLE)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    return writer
