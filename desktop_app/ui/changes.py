"""The one signal: something was written. Not what was written; whoever shows rows reads them again."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Emits `happened` after every gesture that wrote to the store."""

    happened = Signal()
