"""The row of filters above a table: a label and a list each. What they narrow is the screen's business."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.ui.parts import label, row
from desktop_app.ui.wrap import wrapped

WIDEST = 176


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One filter. `options()` gives (value, words), the first being what is shown at the start.

    `other` adds a last line ("Ngày khác…") that asks by `ask(parent)`; `shown(value)` words what was answered.
    """

    key: str
    label: str
    options: Callable[[], Sequence[tuple[Any, str]]]
    other: str = ""
    ask: Callable[[QWidget], Any] = lambda parent: None
    shown: Callable[[Any], str] = str


class FilterBar(QWidget):
    """All filters of a screen side by side."""

    changed = Signal()

    def __init__(self, filters: Sequence[Filter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = tuple(filters)
        self._boxes = {each.key: self._box(each) for each in filters}
        self._values: dict[str, list[Any]] = {each.key: [None] for each in filters}
        self.setLayout(wrapped(*(self._pair(each) for each in filters)))
        self.setVisible(bool(filters))

    def _pair(self, each: Filter) -> QWidget:
        """A filter with its caption: they stay together."""
        made, caption = QWidget(), label(each.label, "quiet")
        caption.setBuddy(self._boxes[each.key])
        made.setLayout(row(caption, self._boxes[each.key]))
        return made

    def _box(self, each: Filter) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(each.label)
        box.setMaximumWidth(WIDEST)
        box.setMaxVisibleItems(16)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda place: self._picked(each, box, place))
        return box

    def _picked(self, each: Filter, box: QComboBox, place: int) -> None:
        """A line was chosen; the last one of a filter with `other` asks first."""
        values = self._values[each.key]
        if each.other and place == len(values):
            value = each.ask(self)
            if value is not None:
                values.append(value)
                box.insertItem(place, each.shown(value))
            box.setCurrentIndex(place if value is not None else 0)
        self.changed.emit()

    def refill(self) -> None:
        """Ask for the options again, keeping what is chosen while it is still there."""
        chosen = self.chosen()
        for each in self._filters:
            box, offered = self._boxes[each.key], list(each.options())
            if each.other and chosen[each.key] not in [value for value, _ in offered]:
                offered.append((chosen[each.key], box.currentText()))
            with QSignalBlocker(box):
                box.clear()
                box.addItems([words for _, words in offered] + ([each.other] if each.other else []))
            self._values[each.key] = [value for value, _ in offered]
            self.choose({each.key: chosen[each.key]})

    def chosen(self) -> dict[str, Any]:
        """Filter key → value, None before the filter was ever filled. Values come back as the very objects given."""
        return {key: self._values[key][max(0, box.currentIndex())] for key, box in self._boxes.items()}

    def narrowed(self) -> bool:
        """Whether any filter stands elsewhere than at its start."""
        return any(box.currentIndex() > 0 for box in self._boxes.values())

    def choose(self, values: Mapping[str, Any]) -> None:
        """Set filters by value; one that is not offered goes to its start."""
        for key, value in values.items():
            offered = self._values[key]
            self._boxes[key].setCurrentIndex(offered.index(value) if value in offered else 0)

    def reset(self) -> None:
        """Every filter back to its start."""
        for box in self._boxes.values():
            box.setCurrentIndex(0)
        self.changed.emit()
