"""How a cell of the attendance grid is drawn beyond its sign and words. Not what stands in it.

An empty box where nobody was marked, a frame around the cursor, a tint on its person, a line where a cell begins.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.attendance_model import FIRST, AttendanceModel
from desktop_app.ui.style import colours

Index = QModelIndex | QPersistentModelIndex
BOX = 12


class AttendancePainter(QStyledItemDelegate):
    """Draws over what the style draws."""

    def __init__(self, view: QAbstractItemView, model: AttendanceModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        named, current = colours(), self._view.currentIndex()
        area = QRect(option.rect)
        if index.column() < FIRST and index.row() == current.row():
            painter.fillRect(area, QColor(named["selection"]))
        super().paint(painter, option, index)
        painter.save()
        if index.column() >= FIRST and not index.data():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(named["muted"]), 1))
            painter.drawRoundedRect(area.left() + 9, area.center().y() - BOX // 2, BOX, BOX, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.begins_a_cell(index.row()):
            painter.setPen(QPen(QColor(named["muted"]), 1))
            painter.drawLine(area.topLeft(), area.topRight())
        if index.row() == current.row() and index.column() == current.column():
            painter.setPen(QPen(QColor(named["text"]), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def begins_a_cell(self, row: int) -> bool:
        """Whether the person before belongs to another cell."""
        rows = self._model.sheet.rows
        return row > 0 and rows[row].cell_id != rows[row - 1].cell_id
