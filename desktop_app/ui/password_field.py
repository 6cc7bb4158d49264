"""A field for a password: dots, with a way to look at them. What is typed is taken as it is, to the last space."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.fields import Entry, Field
from desktop_app.ui.style import icon

SHOW = "Xem hoặc giấu mật khẩu đang gõ (Alt+X)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordField(Field):
    """A password; blank is None."""

    def entry(self) -> Entry:
        line = password_line(self.hint)
        return Entry(
            widget=line,
            read=lambda: line.text() or None,
            show=lambda value: line.setText(value or ""),
            edited=line.editingFinished,
        )


def password_line(hint: str = "") -> QLineEdit:
    """A line of dots. UniKey composes in it as in any plain line."""
    line = QLineEdit()
    line.setPlaceholderText(hint)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    look = QAction(icon("search"), SHOW, line)
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
