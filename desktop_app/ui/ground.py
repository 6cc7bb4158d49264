"""What the parts of the window stand on: the frame around them, and what is in the middle until a store is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.parts import label

PRACTICE_FRAME = 4


class Ground(QFrame):
    """Red all around while what is shown is of a practice office."""

    def dress(self, practice: bool) -> None:
        self.setObjectName("practice" if practice else "frame")
        self.setContentsMargins(*[PRACTICE_FRAME if practice else 0] * 4)
        self.style().unpolish(self)
        self.style().polish(self)


def waiting() -> QWidget:
    """What stands in the middle until the store is open."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.addWidget(label("Đang mở sổ…", "quiet"), alignment=Qt.AlignmentFlag.AlignCenter)
    return made
