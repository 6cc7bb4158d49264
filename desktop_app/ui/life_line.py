"""The life of a person as a line with dated knots, oldest on top: a list that is read, searched and copied.

It is given its events in order and knows no service.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.keys import fold
from desktop_app.domain.dates import show_date
from desktop_app.domain.lifeline import EventKind, LifeEvent
from desktop_app.ui.style import GAP, ROW, colours, icon, scaled

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
EVENT = Qt.ItemDataRole.UserRole
DATES, KNOT = 104, 24
LONG_AGO = "từ trước"
PICTURES = {
    EventKind.CELL: "life_cell",
    EventKind.KIND: "life_kind",
    EventKind.STATUS: "life_status",
    EventKind.TEMPORARY: "life_temporary",
    EventKind.OFFICE: "life_office",
    EventKind.CONFERENCE: "rounds",
    EventKind.MAKE_UP: "attendance",
    EventKind.ESSAY: "essays",
}


def dated(event: LifeEvent) -> str:
    return show_date(event.on) if event.on else LONG_AGO


def papered(event: LifeEvent) -> str:
    """The number of the decision, as it follows the text."""
    return f"số {event.paper}" if event.paper else ""


def told(event: LifeEvent) -> str:
    """One line as text."""
    return "\t".join(filter(None, (dated(event), event.text, papered(event))))


class LifeModel(QAbstractListModel):
    """Events in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events: Sequence[LifeEvent] = ()

    def show(self, events: Sequence[LifeEvent]) -> None:
        self.beginResetModel()
        self.events = events
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        event = self.events[index.row()]
        if role == EVENT:
            return event
        said = told(event).replace("\t", " · ")
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return said if role in texts else None


class LifePainter(QStyledItemDelegate):
    """Date, knot on the line, what happened, number of the paper."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        event, named, box = index.data(EVENT), colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(named["selection"]))
        dates = QRect(box.left(), box.top(), scaled(DATES) - GAP, box.height())
        painter.setPen(QColor(named["muted"]))
        painter.drawText(dates, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, dated(event))
        self._knot(painter, box, index, event.kind)
        self._text(painter, box.adjusted(scaled(DATES) + KNOT + 2 * GAP, 0, -GAP, 0), event)
        painter.restore()

    def _knot(self, painter: QPainter, box: QRect, index: Index, kind: EventKind) -> None:
        """The line through the row and a circle with the picture of its kind."""
        named, middle = colours(), QPoint(box.left() + scaled(DATES) + KNOT // 2, box.center().y())
        first, last = index.row() == 0, index.row() == index.model().rowCount() - 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(named["line"]), 2))
        painter.drawLine(
            middle.x(), middle.y() if first else box.top(), middle.x(), middle.y() if last else box.bottom() + 1
        )
        painter.setBrush(QColor(named["surface"]))
        painter.drawEllipse(middle, KNOT // 2 - 1, KNOT // 2 - 1)
        icon(PICTURES[kind]).paint(painter, QRect(middle.x() - 8, middle.y() - 8, 16, 16))

    def _text(self, painter: QPainter, room: QRect, event: LifeEvent) -> None:
        """What happened, with the number of the paper behind it in a quiet colour."""
        named, metrics = colours(), painter.fontMetrics()
        paper = papered(event)
        behind = metrics.horizontalAdvance(paper) + 2 * GAP if paper else 0
        text = metrics.elidedText(event.text, Qt.TextElideMode.ElideRight, room.width() - behind)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(named["text"]))
        painter.drawText(room, middle, text)
        painter.setPen(QColor(named["muted"]))
        painter.drawText(room.adjusted(metrics.horizontalAdvance(text) + 2 * GAP, 0, 0, 0), middle, paper)


class LifeLine(QListView):
    """All events, or those that say what is searched for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_events = LifeModel(self)
        self.setModel(self.model_of_events)
        self.setItemDelegate(LifePainter(self))
        self.setAccessibleName("Quá trình")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)

    def show_events(self, events: Sequence[LifeEvent], text: str = "") -> None:
        """Show those that say the text, accents or not; the latest comes into sight."""
        wanted = fold(text)
        self.model_of_events.show([each for each in events if wanted in fold(told(each))])
        self.scrollToBottom()

    def texts(self) -> list[str]:
        """What is shown, line by line."""
        return [told(event) for event in self.model_of_events.events]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectedIndexes())
            QGuiApplication.clipboard().setText("\n".join(self.texts()[row] for row in rows))
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters search in the search box."""
