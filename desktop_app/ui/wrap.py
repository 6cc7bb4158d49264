"""A row that goes on in a next line where there is no room for all of it, so that nothing in it is ever cut off."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget, QWidgetItem

from desktop_app.ui.style import GAP

Line = list[QLayoutItem]


class Wrap(QLayout):
    """As a horizontal box with stretches. What gives up its end (`gives_way`) gets what is left over in its line."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GAP)

    # --- as a box is filled

    def insertWidget(self, at: int, widget: QWidget) -> None:
        self.addChildWidget(widget)
        self._items.insert(at, QWidgetItem(widget))
        self.invalidate()

    def addStretch(self, share: int = 0) -> None:
        self.insertStretch(len(self._items), share)

    def insertStretch(self, at: int, share: int = 0) -> None:
        self._items.insert(at, QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))
        self.invalidate()

    # --- what Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        taken = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return taken

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = list(self._lines(width))
        return sum(height(line, width) for line in lines) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        wide = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(wide, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = self._shown()
        wide = max((item.minimumSize().width() for item in shown), default=0)
        return QSize(wide, max((item.minimumSize().height() for item in shown), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            high = height(line, rect.width())
            self._lay(line, QRect(rect.left(), top, rect.width(), high))
            top += high + self.spacing()

    # --- lines

    def _shown(self) -> Line:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[Line]:
        """The items, as many to a line as there is room for; what stands behind a stretch goes on together."""
        line: Line = []
        for item in self._items:
            if not isinstance(item, QSpacerItem) and item.isEmpty():
                continue
            if self._used([*line, item], width) > width and self._used(line, width):
                done, line = parted(line)
                yield done
                if self._used([*line, item], width) > width and self._used(line, width):
                    yield line
                    line = []
            line.append(item)
        if self._used(line, width):
            yield line

    def _used(self, line: Line, width: int) -> int:
        """The room some items take side by side; a stretch takes none."""
        wide = [needed(item, width) for item in line if not isinstance(item, QSpacerItem)]
        return sum(wide) + self.spacing() * max(0, len(wide) - 1)

    def _lay(self, line: Line, rect: QRect) -> None:
        """Each its room; what is left goes to those that had to give way, and then to the stretches."""
        solid = [item for item in line if not isinstance(item, QSpacerItem)]
        left = rect.width() - sum(needed(item, rect.width()) for item in solid) - self.spacing() * (len(solid) - 1)
        stretches = len(line) - len(solid)
        at = rect.left()
        for item in line:
            if isinstance(item, QSpacerItem):
                at += max(0, left) // stretches
                continue
            wide = needed(item, rect.width())
            more = min(max(0, left), max(0, item.sizeHint().width() - wide))
            left -= more
            item.setGeometry(QRect(QPoint(at, rect.top()), QSize(wide + more, rect.height())))
            at += wide + more + self.spacing()


def parted(line: Line) -> tuple[Line, Line]:
    """A line as it is left, and what of it goes on in the next: all from its last stretch on, unless nothing is before
    or behind that."""
    at = max((at for at, item in enumerate(line) if isinstance(item, QSpacerItem)), default=0)
    return (line[:at], line[at:]) if at and at + 1 < len(line) else (line, [])


def needed(item: QLayoutItem, room: int) -> int:
    """What an item must have: all it would like, unless it can give up its end."""
    widget = item.widget()
    gives_way = widget is not None and widget.minimumWidth() > 0
    return min(room, item.minimumSize().width() if gives_way else item.sizeHint().width())


def height(line: Line, room: int) -> int:
    """Of a line, with those in it that grow when they are narrow."""
    solid = [item for item in line if not isinstance(item, QSpacerItem)]
    return max(
        (
            item.heightForWidth(needed(item, room)) if item.hasHeightForWidth() else item.sizeHint().height()
            for item in solid
        ),
        default=0,
    )


def wrapped(*parts: QWidget | None) -> Wrap:
    """Side by side, and in further lines where there is no room; None is a stretch."""
    made = Wrap()
    for part in parts:
        if part is None:
            made.addStretch(1)
        else:
            made.addWidget(part)
    return made
