"""Lines to choose from in a box that may be typed into: found whatever the accents and case, thousands at no cost.

The completer pops up and never writes into the field by itself: what it wrote would fall between the keys of UniKey.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from db.keys import fold

FOLDED = Qt.ItemDataRole.UserRole + 1
SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class OptionModel(QAbstractListModel):
    """Texts, one a line; they are folded once the first is looked for."""

    def __init__(self, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = tuple(lines)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The lines as they are looked for."""
        return tuple(map(fold, self.lines))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in SHOWN:
            return self.lines[index.row()]
        return self.folded[index.row()] if role == FOLDED else None


def make_typed(box: QComboBox, hint: str) -> None:
    """Let a list be typed into; the completer pops up, and never writes into the field by itself."""
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setCompleter(FoldedCompleter(box.model(), box))
    line = box.lineEdit()
    assert line is not None
    line.setPlaceholderText(hint or "gõ vài chữ để tìm")
    line.editingFinished.connect(lambda: take_only(box))


def take_only(box: QComboBox) -> None:
    """Where what was typed fits one line alone, that line is meant."""
    model, wanted = box.model(), fold(box.currentText())
    assert isinstance(model, OptionModel)
    if not wanted or wanted in model.folded:
        return
    fitting = [at for at, line in enumerate(model.folded) if wanted in line]
    if len(fitting) == 1:
        box.setCurrentIndex(fitting[0])
        box.activated.emit(fitting[0])


class FoldedCompleter(QCompleter):
    """A popup of the lines that contain what was typed, whatever the accents and case."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionRole(FOLDED)
        self.setMaxVisibleItems(12)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
