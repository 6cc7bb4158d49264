"""A field for all of a list or some of it: two buttons, a line that narrows, a tick for each. It writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QRadioButton, QWidget

from db.keys import fold
from desktop_app.ui.fields import Entry, Field
from desktop_app.ui.parts import column, label

VALUE = Qt.ItemDataRole.UserRole
HEIGHT = 170


class SomeOf(QWidget):
    """`chosen()`: the values ticked, () = all. `noun` is what the list is of (“chi bộ”)."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[Any, str]], noun: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all, self.some = QRadioButton(f"Tất cả {noun}"), QRadioButton(f"Chỉ những {noun} đánh dấu dưới đây")
        self.line, self.list, self._count = QLineEdit(), QListWidget(), label(name="quiet")
        self._noun = noun
        for value, name in options:
            item = QListWidgetItem(name, self.list)
            item.setData(VALUE, value)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.line.setPlaceholderText(f"gõ để thu hẹp danh sách {noun}")
        self.line.setAccessibleName(f"Tìm {noun}")
        self.list.setAccessibleName(noun.capitalize())
        self.list.setFixedHeight(HEIGHT)
        self.setLayout(column(self.all, self.some, self.line, self.list, self._count))
        self.setFocusProxy(self.all)
        self.line.textChanged.connect(self.narrow)
        self.some.toggled.connect(self._turned)
        self.list.itemChanged.connect(self._tell)
        self.choose(())

    def narrow(self, text: str) -> None:
        """Show the lines that say a text; the hidden ones stay ticked as they are."""
        for item in self._items():
            item.setHidden(fold(text) not in fold(item.text()))

    def choose(self, values: Sequence[Any]) -> None:
        """Tick these and no others; () = all."""
        for item in self._items():
            ticked = item.data(VALUE) in values
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        (self.some if values else self.all).setChecked(True)
        self._turned()

    def chosen(self) -> tuple[Any, ...]:
        """Raises ValueError with a sentence where some are meant and none is ticked."""
        if self.all.isChecked():
            return ()
        ticked = self.ticked()
        if not ticked:
            raise ValueError(f"Hãy đánh dấu ít nhất một {self._noun}, hoặc chọn “Tất cả {self._noun}”.")
        return tuple(item.data(VALUE) for item in ticked)

    def ticked(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _turned(self, _: bool = False) -> None:
        for part in (self.line, self.list):
            part.setEnabled(self.some.isChecked())
        self._tell()

    def _tell(self, _: object = None) -> None:
        count = len(self.ticked())
        self._count.setText(f"Đã đánh dấu {count} {self._noun}." if self.some.isChecked() else "")
        self.changed.emit()


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeField(Field):
    """All, as (), or a tuple of some of (value, words)."""

    options: Sequence[tuple[Any, str]] = ()
    noun: str = ""

    def entry(self) -> Entry:
        box = SomeOf(self.options, self.noun)
        return Entry(widget=box, read=box.chosen, show=lambda value: box.choose(value or ()), edited=box.changed)
