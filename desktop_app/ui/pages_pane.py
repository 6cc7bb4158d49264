"""The pages of a document with their turning and nearness, or the sentence that stands in their place.

It shows a PDF that is given to it; who makes, keeps or prints it is not its business.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QWidget

from desktop_app.domain.wording import grouped
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.pdf_view import PdfView
from desktop_app.ui.style import GAP, scaled

NUMBER_WIDTH = 52


class PagesPane(QStackedWidget):
    """`bar` holds the buttons of turning and nearness; whoever owns the pane lays it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PdfView(self)
        self.bar = QWidget()
        self._number = QLineEdit()
        self._number.setFixedWidth(scaled(NUMBER_WIDTH))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.setValidator(QIntValidator(1, 1_000_000, self._number))
        self._number.setAccessibleName("Trang")
        self._of, self._percent, self._found = label(), label(), label(name="quiet")
        self._sentence = label(name="subheading", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMinimumWidth(420)
        self._run: Callable[[], object] = self.view.fit_width
        self._remedy: QPushButton = button("", lambda: self._run())
        self._lay_out()
        self._number.returnPressed.connect(lambda: self.view.go_to(int(self._number.text()) - 1))
        self.view.turned.connect(self._tell)
        self.view.found.connect(self._tell_hits)

    def _lay_out(self) -> None:
        turn = (
            button("‹", self.view.previous_page, tip="Trang trước (PgUp)"),
            self._number,
            self._of,
            button("›", self.view.next_page, tip="Trang sau (PgDown)"),
        )
        nearness = (
            button("−", self.view.farther, tip="Nhỏ hơn (Ctrl+-)"),
            self._percent,
            button("+", self.view.nearer, tip="To hơn (Ctrl+=)"),
            button("Vừa bề ngang", self.view.fit_width, tip="Ctrl+B"),
        )
        for sign, name in zip((turn[0], turn[3], nearness[0], nearness[2]), SIGN_NAMES, strict=True):
            sign.setAccessibleName(name)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("400 %"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar.setLayout(row(self._found, GAP, *turn, GAP, *nearness))
        instead = QWidget()
        instead.setLayout(column(None, row(None, self._sentence, None), row(None, self._remedy, None), None, None))
        self.addWidget(self.view)
        self.addWidget(instead)
        self.show_sentence("")

    def show_pdf(self, data: bytes, page: int = 0) -> None:
        """Show a document, opened at a page counted from 0."""
        self.setCurrentIndex(0)
        self.bar.setEnabled(True)
        self.view.show_pdf(data, page)

    def show_sentence(self, sentence: str, remedy: str = "", run: Callable[[], object] | None = None) -> None:
        """A sentence in place of the pages, with a button where there is something to do about it."""
        self.view.clear()
        self._tell()
        self.bar.setEnabled(False)
        self.setCurrentIndex(1)
        self._sentence.setText(sentence)
        self._remedy.setText(remedy)
        self._remedy.setVisible(run is not None)
        self._run = run or self._run

    def next_hit(self) -> None:
        """Turn to the next place the text looked for stands at, and say which of how many it is."""
        self.view.next_hit()
        self._tell_hits()
        if not self.view.hit_count():
            self._found.setText("không thấy")

    def _tell_hits(self) -> None:
        at, count = self.view.hit(), self.view.hit_count()
        told = f"chỗ {grouped(at)}/{grouped(count)}" if at else f"{grouped(count)} chỗ"
        self._found.setText(told if count else "")

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._tell()

    def _tell(self) -> None:
        count = self.view.page_count()
        self._number.setText(str(self.view.page() + 1) if count else "")
        self._of.setText(f"/ {grouped(count)}")
        self._percent.setText(f"{self.view.percent()} %" if count else "")


SIGN_NAMES = ("Trang trước", "Trang sau", "Nhỏ hơn", "To hơn")
