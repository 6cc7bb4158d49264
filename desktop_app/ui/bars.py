"""A bar of parts of a whole, readable in black and white: solid, hatched, empty. Figures stand beside it as text."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.parts import label
from desktop_app.ui.style import colours

HEIGHT = 16
PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.NoBrush)
SIGN = 12


class Bar(QWidget):
    """`parts` from the left, the first solid, the second hatched; what is missing of `whole` stays empty.

    `framed` False leaves the empty rest without an outline: for bars that are compared with one another.
    """

    def __init__(self, parts: Sequence[int], whole: int, words: str, framed: bool = True) -> None:
        super().__init__()
        self._parts, self._whole, self._framed = tuple(parts), max(whole, sum(parts), 1), framed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        left = ground.left()
        for part, pattern in zip(self._parts, PATTERNS, strict=False):
            width = ground.width() * part / self._whole
            if part:
                fill(painter, QRectF(left, ground.top(), max(width, 2.0), ground.height()), pattern)
            left += width
        if self._framed:
            fill(painter, ground, Qt.BrushStyle.NoBrush)


class Sign(QWidget):
    """A small square in the pattern of a part, for the line that says what the parts are."""

    def __init__(self, pattern: Qt.BrushStyle) -> None:
        super().__init__()
        self._pattern = pattern
        self.setFixedSize(SIGN, SIGN)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._pattern)


def fill(painter: QPainter, area: QRectF, pattern: Qt.BrushStyle) -> None:
    ink = QColor(colours()["muted"])
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QBrush(ink, pattern))
    painter.drawRect(area)


def legend(*names: str) -> list[QWidget]:
    """Squares and words for the parts of a bar, in their order; the last is the empty rest."""
    shown: list[QWidget] = []
    for name, pattern in zip(names, PATTERNS[: len(names) - 1] + PATTERNS[-1:], strict=True):
        words: QLabel = label(name, "quiet")
        shown += [Sign(pattern), words]
    return shown
