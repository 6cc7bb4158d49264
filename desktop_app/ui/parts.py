"""Labels, buttons and rows of the window, made in one line each so that screens read as data. No screens here."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.style import GAP, MARGIN, icon

L = TypeVar("L", bound=QBoxLayout)
Part = QWidget | QLayout | int | None
MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ElidedLabel(QLabel):
    """A line of text that gives up its end where there is no room for all of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        fitted = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        QPainter(self).drawText(room, MIDDLE, fitted)


class Button(QPushButton):
    """A button that Enter presses too, on a page as in a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def label(text: str = "", name: str = "", wrap: bool = False) -> QLabel:
    """`name` picks its look in style.qss: heading, subheading, quiet, problem, advice."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    return made


def button(caption: str, run: Callable[[], object], name: str = "", tip: str = "", picture: str = "") -> QPushButton:
    """`name` picks its look: main (the one red button of a place) or link."""
    made = Button(caption)
    made.setObjectName(name)
    made.setToolTip(tip)
    made.setAutoDefault(False)
    if picture:
        made.setIcon(icon(picture))
    made.clicked.connect(lambda: run())
    return made


def row(*parts: Part, margin: int = 0) -> QHBoxLayout:
    """Side by side; None is a stretch, a number a gap in pixels."""
    return filled(QHBoxLayout(), parts, margin)


def column(*parts: Part, margin: int = 0) -> QVBoxLayout:
    """One under another; None is a stretch, a number a gap in pixels."""
    return filled(QVBoxLayout(), parts, margin)


def page(*parts: Part, parent: QWidget | None = None) -> QWidget:
    """A widget with the parts one under another and the margins of a page."""
    made = QWidget(parent)
    made.setLayout(column(*parts, margin=MARGIN))
    return made


def filled(layout: L, parts: tuple[Part, ...], margin: int) -> L:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(GAP)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout
