"""The result of a scan in big letters, read from two metres: shape, name, cell, outcome, the sentence about it.

On the page of scanning, and as a note that floats over whatever is open and never takes the keyboard.
"""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from desktop_app.domain.words import word
from desktop_app.services.scanning import Reading
from desktop_app.ui.parts import column, label, row
from desktop_app.ui.scan_looks import LOOKS, Look, Shape
from desktop_app.ui.style import GAP, GRID, MARGIN, colours

SIGN, FLOAT_WIDTH, FLOAT_MS = 72, 480, 3000
CLOCK = "Ngày quét khác ngày của buổi; hãy xem lại đồng hồ."
# In tenths of the sign.
STROKES = {
    Shape.TICK: ((3.0, 5.2, 4.5, 6.8), (4.5, 6.8, 7.2, 3.4)),
    Shape.BAR: ((3.0, 5.0, 7.0, 5.0),),
    Shape.BANG: ((5.0, 4.0, 5.0, 6.6),),
    Shape.CROSS: ((3.0, 3.0, 7.0, 7.0), (3.0, 7.0, 7.0, 3.0)),
}


class ScanSign(QWidget):
    """The shape of an outcome, in its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        self.setFixedSize(SIGN, SIGN)

    def show_look(self, look: Look | None) -> None:
        self.look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is None:
            return
        named, unit = colours(), SIGN / 10
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(named[self.look.tone]))
        painter.setPen(Qt.PenStyle.NoPen)
        draw_ground(painter, self.look.shape, unit)
        painter.setPen(QPen(QColor(named["surface"]), unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        draw_strokes(painter, self.look.shape, unit)


def draw_ground(painter: QPainter, shape: Shape, unit: float) -> None:
    box = QRectF(unit / 2, unit / 2, 9 * unit, 9 * unit)
    if shape is Shape.BANG:
        painter.drawPolygon(QPolygonF([QPointF(x * unit, y * unit) for x, y in ((5, 0.3), (9.8, 9.2), (0.2, 9.2))]))
    elif shape is Shape.CROSS:
        painter.drawRoundedRect(box, unit, unit)
    else:
        painter.drawEllipse(box)


def draw_strokes(painter: QPainter, shape: Shape, unit: float) -> None:
    for x1, y1, x2, y2 in STROKES[shape]:
        painter.drawLine(QPointF(x1 * unit, y1 * unit), QPointF(x2 * unit, y2 * unit))
    if shape is Shape.BANG:
        painter.drawPoint(QPointF(5 * unit, 8.2 * unit))


class ResultPanel(QFrame):
    """One result; without one, a sentence in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scan_result")
        self._sign = ScanSign()
        self._outcome, self._name = label(name="scan_outcome", wrap=True), label(name="scan_name", wrap=True)
        self._cell, self._note = label(name="subheading", wrap=True), label(name="quiet", wrap=True)
        said = column(self._outcome, self._name, self._cell, self._note, None)
        said.setSpacing(GRID)
        line = row(self._sign, GAP, said)
        line.setStretch(2, 1)
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.clear()

    def clear(self, sentence: str = "") -> None:
        self._say(None, sentence, "", "", "")

    def show_reading(self, reading: Reading) -> None:
        outcome = reading.scan.outcome
        note = f"{reading.note} {CLOCK}".strip() if reading.clock_doubt else reading.note
        name = reading.full_name or f"Mã {reading.scan.code}"
        self._say(LOOKS[outcome], word(outcome), name, reading.cell, note)

    def _say(self, look: Look | None, outcome: str, name: str, cell: str, note: str) -> None:
        self._sign.show_look(look)
        ink = colours()[look.tone] if look else colours()["muted"]
        self._outcome.setStyleSheet(f"color: {ink}")
        for shown, text in ((self._outcome, outcome), (self._name, name), (self._cell, cell), (self._note, note)):
            shown.setText(text)
            shown.setVisible(bool(text))


class FloatingResult(ResultPanel):
    """The same over whatever is open, dialogs too, for a few seconds."""

    def __init__(self) -> None:
        super().__init__()
        kind = Qt.WindowType
        self.setWindowFlags(
            kind.ToolTip | kind.FramelessWindowHint | kind.WindowStaysOnTopHint | kind.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(FLOAT_WIDTH)
        self._end = QTimer(self, singleShot=True, interval=FLOAT_MS)
        self._end.timeout.connect(self.hide)

    def float_reading(self, reading: Reading) -> None:
        self.show_reading(reading)
        self.adjustSize()
        above = QApplication.activeWindow()
        room = above.geometry() if above else QApplication.primaryScreen().availableGeometry()
        screen = QApplication.primaryScreen().availableGeometry() if above is None else above.screen().geometry()
        left = min(max(room.center().x() - self.width() // 2, screen.left()), screen.right() - self.width())
        self.move(left, screen.top() + MARGIN)
        self.show()
        self.raise_()
        self._end.start()
