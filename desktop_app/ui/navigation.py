"""The places on the left: icon and word, in the order of the work. It shows none of them itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.ui import words
from desktop_app.ui.parts import label
from desktop_app.ui.screens import Place
from desktop_app.ui.style import icon

WIDTH = 176


class Navigation(QFrame):
    """`chosen` carries the key of the place that was clicked."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(WIDTH)
        self.practice = label(words.PRACTICE, "practice_word")
        self.practice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.practice.hide()
        self._group = QButtonGroup(self)
        self._buttons = {place.key: self._button(place, number) for number, place in enumerate(places, 1)}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (label(words.PROGRAM, "program"), self.practice, *self._buttons.values()):
            box.addWidget(part)
        box.addStretch(1)

    def _button(self, place: Place, number: int) -> QToolButton:
        made = QToolButton()
        made.setText(place.title)
        made.setIcon(icon(place.key))
        made.setIconSize(QSize(20, 20))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setToolTip(f"Ctrl+{number % 10}" if number <= 10 else "")
        made.clicked.connect(lambda: self.chosen.emit(place.key))
        self._group.addButton(made)
        return made

    def show_current(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def restore_icons(self) -> None:
        """Draw the icons again: the system turned light or dark."""
        for key, made in self._buttons.items():
            made.setIcon(icon(key))
