"""A ring round whatever has the keyboard, in the colour of words: what the system draws is hardly seen on dark ground.

Lists, tabs and the buttons that style.qss dresses have theirs from there. It knows no screen.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.ui.style import colours

RINGED = (QComboBox, QLineEdit, QPlainTextEdit, QAbstractButton)
DRESSED = {"main", "link", "figure"}
THICK = 2


class FocusRing(QWidget):
    """As large as what it lies on; takes no clicks, and covers nothing but the edge."""

    def __init__(self, held: QWidget) -> None:
        super().__init__(held)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        held.installEventFilter(self)
        self._lay(held)
        self.show()

    def eventFilter(self, held: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(held, QWidget):
            self._lay(held)
        return False

    def _lay(self, held: QWidget) -> None:
        room = held.rect()
        self.setGeometry(room)
        self.setMask(QRegion(room) - QRegion(room.adjusted(THICK, THICK, -THICK, -THICK)))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours()["text"]), THICK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        painter.drawRect(QRect(1, 1, self.width() - THICK, self.height() - THICK))


def follow(application: QApplication) -> None:
    """From now on the ring goes with the keyboard."""
    application.focusChanged.connect(moved)


def moved(left: QWidget | None, entered: QWidget | None) -> None:
    """Take the ring off what lost the keyboard, and lay one round what got it."""
    if left is not None and isValid(left):
        for ring in left.findChildren(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly):
            ring.hide()
            ring.deleteLater()
    if isinstance(entered, RINGED) and entered.objectName() not in DRESSED:
        FocusRing(entered)
