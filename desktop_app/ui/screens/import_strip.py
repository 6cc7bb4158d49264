"""The lists above the columns of a foreign sheet: what a column holds, and its old encoding. They decide nothing."""

from collections.abc import Mapping as ByName
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.legacy import ENCODING_NAMES, Encoding
from desktop_app.exchange.columns import IGNORED
from desktop_app.exchange.correct import FIELDS
from desktop_app.exchange.limits import column_letters
from desktop_app.ui.style import colours

AS_IT_IS = "as it is"
KEPT = "Giữ nguyên"


class ColumnBox(QComboBox):
    """A list over one column. The wheel scrolls past it and changes nothing."""

    def __init__(self, column: int, name: str, lines: ByName[Any, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.column = column
        for value, words in lines.items():
            self.addItem(words, value)
        self.setMaxVisibleItems(24)
        self.setAccessibleName(f"{name} {column_letters(column)}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def ink(self, *, quiet: bool) -> None:
        """Grey where the list says nothing of interest."""
        dressed = QPalette(self.palette())
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            dressed.setColor(role, QColor(colours()["muted" if quiet else "text"]))
        self.setPalette(dressed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FieldBox(ColumnBox):
    """What one column holds; a column of several facts has a line of its own for them."""

    def __init__(self, column: int, parent: QWidget) -> None:
        super().__init__(column, "Cột", FIELDS, parent)

    def show_field(self, field: str, words: str = "") -> None:
        """`words`: everything the column holds, where that is more than the field."""
        several = self.findData(AS_IT_IS)
        if several >= 0:
            self.removeItem(several)
        if words and words != FIELDS[field]:
            self.insertItem(0, words, AS_IT_IS)
            self.setCurrentIndex(0)
        else:
            self.setCurrentIndex(self.findData(field))
        self.setToolTip(self.currentText())
        self.ink(quiet=field == IGNORED)


class EncodingBox(ColumnBox):
    """From which old encoding one column is changed to Unicode."""

    def __init__(self, column: int, parent: QWidget) -> None:
        super().__init__(column, "Bảng mã cột", {None: KEPT, **ENCODING_NAMES}, parent)

    def show_encoding(self, encoding: Encoding | None, tip: str) -> None:
        self.setCurrentIndex(self.findData(encoding) if encoding else 0)
        self.setToolTip(tip)
        self.ink(quiet=encoding is None)
