"""The columns of a list that is given out: which of them, in which order. It exports nothing.

Space switches a column on or off, Alt+↑ and Alt+↓ move it; the mouse drags it.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop_app.ui.parts import button, column
from desktop_app.ui.shortcuts import listen
from desktop_app.ui.wrap import wrapped

FIELD = Qt.ItemDataRole.UserRole


class ColumnChoice(QWidget):
    """`changed`: another choice or order."""

    changed = Signal()

    def __init__(self, titles: Mapping[str, str], usual: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles, self._usual = titles, usual
        self.list = QListWidget()
        self.list.setAccessibleName("Các cột")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setToolTip("Dấu cách để chọn, Alt+↑ và Alt+↓ để đổi chỗ")
        self._up = button("Lên", lambda: self.move_by(-1), tip="Alt+↑")
        self._down = button("Xuống", lambda: self.move_by(1), tip="Alt+↓")
        self._reset = button("Như thường dùng", lambda: self.choose(self._usual))
        self.setLayout(column(self.list, wrapped(self._up, self._down, self._reset, None)))
        for keys, step, meaning in (("Alt+Up", -1, "Đưa cột lên"), ("Alt+Down", 1, "Đưa cột xuống")):
            move = listen(self.list, keys, meaning, partial(self.move_by, step))
            move.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        self.list.model().rowsMoved.connect(lambda *_: self.changed.emit())
        self.choose(usual)

    def choose(self, fields: Sequence[str]) -> None:
        """Switch on these columns, in this order, and list the others after them."""
        known = [field for field in fields if field in self._titles]
        rest = [field for field in self._titles if field not in known]
        with QSignalBlocker(self.list):
            self.list.clear()
            for field in [*known, *rest]:
                item = QListWidgetItem(self._titles[field])
                item.setData(FIELD, field)
                flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
                item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
                item.setCheckState(Qt.CheckState.Checked if field in known else Qt.CheckState.Unchecked)
                self.list.addItem(item)
            self.list.setCurrentRow(0)
        self.changed.emit()

    def chosen(self) -> list[str]:
        """The fields switched on, in their order."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [item.data(FIELD) for item in items if item.checkState() == Qt.CheckState.Checked]

    def move_by(self, step: int) -> None:
        """Move the column the keyboard is on."""
        at = self.list.currentRow()
        if not 0 <= at + step < self.list.count():
            return
        with QSignalBlocker(self.list):
            self.list.insertItem(at + step, self.list.takeItem(at))
            self.list.setCurrentRow(at + step)
        self.changed.emit()
