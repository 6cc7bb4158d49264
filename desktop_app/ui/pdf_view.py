"""Pages of a PDF on the screen: paged through, brought nearer, searched. It neither makes a PDF nor prints one.

Importing this takes QtPdf along: import it where pages are about to be shown.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from desktop_app.ui.style import colours

NEARER = 1.25
LEAST, MOST = 0.25, 4.0


class PdfView(QPdfView):
    """One document, all its pages one under another. `turned` tells that the page or the nearness changed, `found`
    that the search has more or fewer hits."""

    turned = Signal()
    found = Signal()

    def __init__(self, parent: QWidget) -> None:
        pages = QPdfDocument(parent)  # goes before the view does: closing, it still tells the view
        super().__init__(parent)
        self._pages = pages
        self._hits = QPdfSearchModel(self)
        self._bytes = QBuffer(self)
        self.setDocument(self._pages)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setAccessibleName("Các trang sẽ in")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Dark, QColor(colours()["line"]))
        self.setPalette(ground)
        self._hits.setDocument(self._pages)
        self.setSearchModel(self._hits)
        self._hits.countChanged.connect(lambda: self.found.emit())
        self.pageNavigator().currentPageChanged.connect(lambda _: self.turned.emit())
        self.zoomFactorChanged.connect(lambda _: self.turned.emit())
        self.zoomModeChanged.connect(lambda _: self.turned.emit())

    def show_pdf(self, data: bytes, page: int = 0) -> None:
        """Show a document from memory, opened at a page (counted from 0)."""
        self.clear()
        self._bytes.setData(QByteArray(data))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pages.load(self._bytes)
        self.go_to(page)
        self.turned.emit()

    def clear(self) -> None:
        """Show nothing, and keep nothing in memory."""
        self._pages.close()
        self._bytes.close()
        self._bytes.setData(QByteArray())

    def page_count(self) -> int:
        return self._pages.pageCount()

    def page(self) -> int:
        """The page in view, counted from 0."""
        return self.pageNavigator().currentPage()

    def go_to(self, page: int) -> None:
        """Turn to a page; beyond the ends, to the first or last."""
        if self.page_count():
            self.pageNavigator().jump(min(max(page, 0), self.page_count() - 1), QPointF(), 0)

    def next_page(self) -> None:
        self.go_to(self.page() + 1)

    def previous_page(self) -> None:
        self.go_to(self.page() - 1)

    def percent(self) -> int:
        """How large a page is shown, 100 being its size on paper."""
        return round(self._factor() * 100)

    def nearer(self) -> None:
        self._zoom(NEARER)

    def farther(self) -> None:
        self._zoom(1 / NEARER)

    def fit_width(self) -> None:
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fits_width(self) -> bool:
        return self.zoomMode() is QPdfView.ZoomMode.FitToWidth

    def look_for(self, text: str) -> None:
        """Mark every place where the text stands."""
        self.setCurrentSearchResultIndex(-1)
        self._hits.setSearchString(text)

    def hit_count(self) -> int:
        """How many places were found so far."""
        return self._hits.rowCount(QModelIndex())

    def hit(self) -> int:
        """The number of the place turned to, from 1; 0 before the first."""
        return self.currentSearchResultIndex() + 1

    def next_hit(self) -> None:
        """Turn to the next place the text stands at, round and round."""
        if not self.hit_count():
            return
        at = self.hit() % self.hit_count()
        self.setCurrentSearchResultIndex(at)
        link = self._hits.resultAtIndex(at)
        self.pageNavigator().jump(link.page(), link.location(), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel brings nearer or farther."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turn: QPoint = event.angleDelta()
        if turn.y():
            self._zoom(NEARER if turn.y() > 0 else 1 / NEARER)
        event.accept()

    def _zoom(self, by: float) -> None:
        factor = min(max(self._factor() * by, LEAST), MOST)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)

    def _factor(self) -> float:
        """The zoom in use; fitted to the width it is worked out from the page in view."""
        if not self.fits_width() or not self.page_count():
            return self.zoomFactor()
        margins = self.documentMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        return width / (self._pages.pagePointSize(self.page()).width() / 72 * self.logicalDpiX())
