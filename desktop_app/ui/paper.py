"""Pages of a PDF onto a printer: which of them, how many copies, drawn at its own resolution. No PDF is made here.

Importing this takes QtPdf and QtPrintSupport along: import it when something is about to be printed.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from desktop_app.domain.refusal import Refusal
from desktop_app.services.progress import Progress

SHARPEST = 600
STRIP, OVERLAP = 512, 2
NOT_TAKEN = "Máy in không nhận bản in; hãy kiểm tra máy in đã bật và còn giấy rồi in lại."


def new_printer(title: str, two_sided: bool = False) -> QPrinter:
    """A4 at full resolution, under the name the print queue shows; turned over its long side where `two_sided`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Sổ Học Tập")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setCollateCopies(True)
    if two_sided:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def print_pages(data: bytes, printer: QPrinter, progress: Progress, offset: tuple[float, float] = (0.0, 0.0)) -> int:
    """Print the pages chosen at the printer, as many copies as it does not make itself, so many millimetres to the
    right and down; how many sheets' sides.

    Works in any thread. `progress(side, sides)` may raise to give up; the print is then withdrawn. Raises Refusal.
    """
    pages, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pages.load(buffer)
    order = sides(printer, chosen_pages(printer, pages.pageCount()))
    lay_paper(printer, pages.pagePointSize(order[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise Refusal(NOT_TAKEN)
    try:
        for done, page in enumerate(order, 1):
            if done > 1:
                turn_paper(printer, pages.pagePointSize(page))
            draw(painter, printer, pages, page, offset)
            progress(done, len(order))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(order)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, counted from 0, in the order they leave the printer."""
    ranges = printer.pageRanges()
    spans = [(span.from_, span.to) for span in ranges.toRangeList()] or [(1, count)]
    wanted = sorted({page - 1 for first, last in spans for page in range(first, min(last, count) + 1)})
    if not wanted:
        raise Refusal(f"Văn bản chỉ có {count} trang; hãy chọn lại các trang cần in.")
    return wanted[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else wanted


def sides(printer: QPrinter, pages: Sequence[int]) -> list[int]:
    """The pages once, or once a copy where the printer makes no copies of its own."""
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return [*pages] * copies
    return [page for page in pages for _ in range(copies)]


def lay_paper(printer: QPrinter, points: QSizeF) -> None:
    """Lay A4 the way the page lies."""
    lying = points.width() > points.height()
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF()))
    printer.setFullPage(True)


def turn_paper(printer: QPrinter, points: QSizeF) -> None:
    """A new sheet, laid the way the page lies."""
    lay_paper(printer, points)
    if not printer.newPage():
        raise Refusal(NOT_TAKEN)


def draw(
    painter: QPainter, printer: QPrinter, pages: QPdfDocument, page: int, offset: tuple[float, float] = (0.0, 0.0)
) -> None:
    """One page laid aside by so many millimetres, strip by strip, so that a sharp A4 never stands whole in memory."""
    sharp = min(1.0, SHARPEST / printer.resolution())
    points, dots = pages.pagePointSize(page), printer.resolution() / 72
    whole = QSize(round(points.width() * dots * sharp), round(points.height() * dots * sharp))
    painter.save()
    painter.translate(*(aside * printer.resolution() / 25.4 for aside in offset))
    painter.scale(1 / sharp, 1 / sharp)
    for strip in strips(whole):
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(strip)
        painter.drawImage(strip.topLeft(), pages.render(page, strip.size(), options))
    painter.restore()


def strips(whole: QSize) -> Iterator[QRect]:
    """Strips from the top down, each a little over the next, so that no seam shows between them."""
    for top in range(0, whole.height(), STRIP):
        yield QRect(0, top, whole.width(), min(STRIP + OVERLAP, whole.height() - top))
