"""What the holder of the store may not do is grey, says why, and stays so whatever the screen thinks of its rows."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class Forbidden(QObject):
    """Keeps a widget grey, with the reason as its tooltip; lives as long as the widget."""

    def __init__(self, widget: QWidget, why: str) -> None:
        super().__init__(widget)
        self._why = why
        widget.installEventFilter(self)
        self._keep(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.EnabledChange, QEvent.Type.ToolTipChange) and isinstance(watched, QWidget):
            self._keep(watched)
        return False

    def _keep(self, widget: QWidget) -> None:
        if widget.isEnabled():
            widget.setEnabled(False)
        if widget.toolTip() != self._why:
            widget.setToolTip(self._why)
            widget.setAccessibleDescription(self._why)


def forbid(widget: QWidget, why: str) -> None:
    """Grey for good, and why."""
    Forbidden(widget, why)


def forbid_line(line: QAction, why: str) -> None:
    """A line of a menu, grey for good, and why."""
    line.setToolTip(why)
    line.setEnabled(False)
    line.enabledChanged.connect(lambda on: line.setEnabled(False) if on else None)
