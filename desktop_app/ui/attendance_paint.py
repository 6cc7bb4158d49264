"""How a cell of the attendance grid is drawn beyond its sign and words. Not what stands in it.

An empty box where nobody was marked, a frame around the cursor, a tint on its person, a line where a cell begins, a
heading over those who came from other venues.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.attendance_model import FIRST, AttendanceModel
from desktop_app.ui.style import colours

Index = QModelIndex | QPersistentModelIndex
BOX, HEADING = 12, 22
VISITORS = "Từ điểm cầu khác"


class AttendancePainter(QStyledItemDelegate):
    """Draws over what the style draws."""

    def __init__(self, view: QAbstractItemView, model: AttendanceModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column, current = index.row(), index.column(), self._view.currentIndex()
        if row == self.first_visitor():
            self._head(painter, option, index)
        area = QRect(option.rect)
        if column < FIRST and row == current.row():
            painter.fillRect(area, QColor(colours()["selection"]))
        super().paint(painter, option, index)
        blank = column >= FIRST and not index.data()
        here = row == current.row() and column == current.column()
        if blank or here or self.begins_a_cell(row):
            self._draw_over(painter, area, blank, here, self.begins_a_cell(row))

    def _draw_over(self, painter: QPainter, area: QRect, blank: bool, here: bool, begins: bool) -> None:
        named = colours()
        painter.save()
        if blank:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(named["muted"]), 1))
            painter.drawRoundedRect(area.left() + 9, area.center().y() - BOX // 2, BOX, BOX, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if begins:
            painter.setPen(QPen(QColor(named["muted"]), 1))
            painter.drawLine(area.topLeft(), area.topRight())
        if here:
            painter.setPen(QPen(QColor(named["text"]), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def first_visitor(self) -> int:
        """The row of the first person from another venue, -1 for none; it is higher by HEADING."""
        return len(self._model.sheet.rows) if self._model.sheet.visitors else -1

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The heading over the visitors, across all columns; the rest of the row is left for the person."""
        area = QRect(option.rect)
        area.setHeight(HEADING)
        painter.fillRect(area, QColor(colours()["line"]))
        if index.column() == 1:
            painter.setPen(QColor(colours()["text"]))
            painter.drawText(area.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, VISITORS)
        option.rect.setTop(option.rect.top() + HEADING)

    def begins_a_cell(self, row: int) -> bool:
        """Whether the person before belongs to another cell."""
        rows = self._model.people
        return row > 0 and rows[row].cell_id != rows[row - 1].cell_id
