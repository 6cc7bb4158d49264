"""What a line being typed into may keep of the keys: those of editing everybody expects, and no more.

On Linux Qt's lines take Ctrl+U, Ctrl+K, Ctrl+D and others for themselves, as Emacs does, and text is gone where a
gesture was meant. Only the widget that has the keyboard is listened to.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
EDITING = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z}
HELD = Qt.KeyboardModifier.ControlModifier
BESIDE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LineKeys(QObject):
    """Lets the gestures of a screen have their keys while a line of it is typed into."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window has an application"
        app.focusChanged.connect(self._watch)

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, TYPED_INTO):
            before.removeEventFilter(self)
        if isinstance(now, TYPED_INTO):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and for_gestures(event):
            event.ignore()
            return True
        return False


def for_gestures(event: QKeyEvent) -> bool:
    """Ctrl with a letter or a digit that does not edit text; with Alt it may be a letter of the keyboard."""
    if event.modifiers() & ~BESIDE != HELD or event.key() in EDITING:
        return False
    return Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 or Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
