"""A line for a password: dots, with a way to look at them. Not a field of a form, which is made of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.style import icon

SHOW = "Xem hoặc giấu mật khẩu đang gõ (Alt+X)"


def password_line(hint: str = "") -> QLineEdit:
    """A line of dots. UniKey composes in it as in any plain line."""
    line = QLineEdit()
    line.setPlaceholderText(hint)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    look = QAction(icon("eye"), SHOW, line)
    look.setShortcut(QKeySequence("Alt+X"))
    look.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    look.triggered.connect(lambda: turn(line))
    line.addAction(look, QLineEdit.ActionPosition.TrailingPosition)
    line.setToolTip(SHOW)
    return line


def turn(line: QLineEdit) -> None:
    """Letters instead of dots, or dots again."""
    hidden = line.echoMode() is QLineEdit.EchoMode.Password
    line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
