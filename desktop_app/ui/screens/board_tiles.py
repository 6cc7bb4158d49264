"""The board of venues as tiles, to be read from across the room: name, state, how many came, a bar. It is no list."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services.board import BoardLine
from desktop_app.ui.bars import fill
from desktop_app.ui.screens.board_words import BLANK, TONES, figures_words
from desktop_app.ui.style import GAP, colours, sign

ACROSS, WIDTH, HEIGHT, PADDING, ROUND, ICON, BAR = 5, 160, 108, 12, 4, 18, 10


class Tile(QAbstractButton):
    """One venue. `reached`: the keyboard came to it."""

    reached = Signal()

    def __init__(self, line: BoardLine) -> None:
        super().__init__()
        self.line = line
        words = f"{line.name}: {word(line.state).lower()}. {figures_words(line.figures)}"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter)
        room = self.rect().adjusted(PADDING, PADDING, -PADDING, -PADDING)
        self._name(painter, room)
        self._state(painter, room)
        self._figures(painter, room)
        self._bar(painter, room)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def _frame(self, painter: QPainter) -> None:
        named, width = colours(), 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(named["text"] if self.hasFocus() else named["line"]), width))
        painter.setBrush(QColor(named["hover"] if self.underMouse() else named["surface"]))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)

    def _name(self, painter: QPainter, room: QRect) -> None:
        name = self.fontMetrics().elidedText(self.line.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(colours()["text"]))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)

    def _state(self, painter: QPainter, room: QRect) -> None:
        line = QRect(room.left(), room.top() + 26, room.width(), ICON + 4)
        sign(TONES[self.line.state]).paint(painter, line.left(), line.top() + 2, ICON, ICON)
        painter.setPen(QColor(colours()["muted"]))
        painter.drawText(line.adjusted(ICON + GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word(self.line.state))

    def _figures(self, painter: QPainter, room: QRect) -> None:
        count = self.line.figures
        line = QRect(room.left(), room.bottom() - BAR - 26, room.width(), 22)
        came = BLANK if self.line.silent else grouped(count.present)
        left = f"còn {grouped(count.unmarked)}" if count.unmarked and not self.line.silent else ""
        painter.setPen(QColor(colours()["text"]))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, left)
        painter.setFont(bold(self.font()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, f"{came} / {grouped(count.roll)}")

    def _bar(self, painter: QPainter, room: QRect) -> None:
        count = self.line.figures
        ground = QRectF(room.left(), room.bottom() - BAR, room.width(), BAR)
        whole, left = max(count.roll, 1), ground.left()
        for part, pattern in ((count.own, Qt.BrushStyle.SolidPattern), (count.absentees, Qt.BrushStyle.BDiagPattern)):
            width = ground.width() * part / whole
            if part:
                fill(painter, QRectF(left, ground.top(), width, BAR), pattern)
            left += width
        fill(painter, ground, Qt.BrushStyle.NoBrush)


class BoardTiles(QScrollArea):
    """All venues of a half-day; both signals carry a venue's id, 0 for those who sit nowhere."""

    opened = Signal(int)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tiles: list[Tile] = []

    def show_lines(self, lines: Sequence[BoardLine]) -> None:
        """Show these venues; the keyboard stays at the place it had."""
        at = next((place for place, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        ground, grid = QWidget(), QGridLayout()
        grid.setSpacing(GAP)
        grid.setContentsMargins(0, GAP, 0, GAP)
        self._tiles = [self._tile(line) for line in lines]
        for place, tile in enumerate(self._tiles):
            grid.addWidget(tile, place // ACROSS, place % ACROSS)
        for across in range(ACROSS):
            grid.setColumnStretch(across, 1)
        grid.setRowStretch(len(lines) // ACROSS + 1, 1)
        ground.setLayout(grid)
        self.setWidget(ground)
        for behind in (ground, self.viewport()):
            behind.setAutoFillBackground(False)
        if at is not None and at < len(self._tiles):
            self._tiles[at].setFocus()

    def focus_start(self) -> None:
        """The keyboard goes to the first venue."""
        if self._tiles:
            self._tiles[0].setFocus()

    def _tile(self, line: BoardLine) -> Tile:
        tile, at = Tile(line), line.venue.id if line.venue else 0
        tile.clicked.connect(lambda: self.opened.emit(at))
        tile.reached.connect(lambda: self.chosen.emit(at))
        return tile


def bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSize(font.pointSize() + 3)
    made.setWeight(QFont.Weight.DemiBold)
    return made
