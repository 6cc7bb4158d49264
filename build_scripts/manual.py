"""Prints the manual: resources/manual and resources/help, with pictures taken of the practice office, as one PDF.

Usage: python -m build_scripts.manual [where]

Pictures are taken off the screen, on an office made for it; a line `![caption](place)` or `![caption](place/Tab)` in a
chapter is such a picture. A chapter's line `{{help:place}}` stands for what F1 says there, so nothing is written twice.
"""

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QTabWidget

from desktop_app.paths import resource
from desktop_app.services.practice import create_practice
from desktop_app.services.store import open_office
from desktop_app.ui.window import Window

OUT = Path("out/huong-dan.pdf")
SIZE = (1280, 720)
DPI, MARGIN_MM, FOOT = 150, 18, 60
PICTURE_DPI = 96  # what Qt takes the figures of an <img> to be in
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
HELP = re.compile(r"\{\{help:(\w+)\}\}")
TITLE = "Sổ Học Tập – Hướng dẫn sử dụng"


def chapters() -> list[str]:
    """The texts, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(resource("manual").glob("*.md"))]


def filled(text: str) -> str:
    """A chapter with what F1 says put in."""
    return HELP.sub(lambda found: resource("help", f"{found[1]}.md").read_text(encoding="utf-8").strip(), text)


def headings(texts: Sequence[str]) -> list[str]:
    """The title of each chapter: the first line, without its sign."""
    return [text.splitlines()[0].removeprefix("# ").strip() for text in texts]


def wanted(texts: Sequence[str]) -> list[str]:
    """The pictures the chapters ask for, each once."""
    return list(dict.fromkeys(found[2] for text in texts for found in PICTURE.finditer(text)))


def pictures(names: Sequence[str], path: Path) -> Iterator[tuple[str, QImage]]:
    """Each place, and where it is named the tab of it, as it looks on the store at `path`."""
    window = Window()
    window.show()
    window.showNormal()
    window.resize(QSize(*SIZE))
    window.take(open_office(path))
    for name in names:
        place, _, tab = name.partition("/")
        window.go_to(place)
        screen = window.current()
        tabs = screen.findChild(QTabWidget) if screen else None
        if tab and isinstance(tabs, QTabWidget):
            tabs.setCurrentIndex([tabs.tabText(at) for at in range(tabs.count())].index(tab))
        while window.background.busy:
            QApplication.processEvents()
        QApplication.processEvents()
        yield name, window.grab().toImage()
    window.leave_store()
    window.hide()


class Manual:
    """Chapters laid out one after another on numbered pages; `starts` says on which page each begins, from 1."""

    def __init__(self, writer: QPdfWriter, images: dict[str, QImage]) -> None:
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
        made.setDefaultFont(QFont("Liberation Serif", 13))
        made.setMarkdown(PICTURE.sub(r"![\1](\2)\n\n*\1*", text))
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
        painter.setFont(QFont("Liberation Serif", 11))
        foot = QRectF(0, self._height, self._width, FOOT)
        painter.drawText(foot, 0x0084, str(self.page))  # centred both ways


def contents(titles: Sequence[str], starts: Sequence[int]) -> str:
    """The first page: the chapters and where they begin."""
    rows = "\n".join(f"| {title} | {start} |" for title, start in zip(titles, starts, strict=True))
    return f"# {TITLE}\n\n## Mục lục\n\n| Phần | Trang |\n|---|---:|\n{rows}\n"


def write(path: Path, images: dict[str, QImage]) -> int:
    """Print the manual into a file; how many pages it has. Needs a QApplication."""
    texts = [filled(text) for text in chapters()]
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    writer.setTitle(TITLE)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    manual = Manual(writer, images)
    titles = headings(texts)
    starts, at = [], 1 + manual.count(contents(titles, [0] * len(titles)))
    for text in texts:
        starts.append(at)
        at += manual.count(text)
    painter = QPainter(writer)
    for text in (contents(titles, starts), *texts):
        manual.print(painter, text)
    painter.end()
    assert manual.starts[1:] == starts, "the contents name the pages the chapters begin on"
    return manual.page


def main(argv: Sequence[str]) -> int:
    path = Path(argv[0]) if argv else OUT
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            os.environ[name] = folder
        from desktop_app.ui.start import application

        made = application()
        store = Path(folder) / "thuc-hanh.sht"
        create_practice(store).close()
        images = dict(pictures(wanted(chapters()), store))
        pages = write(path, images)
        made.processEvents()
    print(f"{path}: {pages} trang, {len(images)} hình")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
