"""The head of an import: its steps with the present one marked, the file, and the buttons back and on."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtWidgets import QWidget

from desktop_app.ui import words
from desktop_app.ui.parts import button, label, row


class Step(IntEnum):
    """The steps, in their order."""

    FILE = 0
    SHEETS = 1
    PREVIEW = 2
    RESULT = 3


STEPS = ("1. Chọn tệp", "2. Đối chiếu cột", "3. Xem trước", "4. Kết quả")
BETWEEN = (Step.SHEETS, Step.PREVIEW)
NAME_LENGTH = 48


class StepBar(QWidget):
    """`back` and `on` are what the buttons do."""

    def __init__(self, back: Callable[[], object], on: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trail, self._name = label(), label(name="quiet")
        self._back = button(words.BACK, back, tip="Về bước trước")
        self.on = button("", on, "main", "Ctrl+S")
        self.setLayout(row(self._trail, None, self._name, self._back, self.on))

    def show_step(self, step: Step, name: str, caption: str, free: bool, can_go_on: bool) -> None:
        """Mark a step of the file of this name; `caption` says what going on does."""
        drawn = (f"<b>{said}</b>" if at == step else said for at, said in enumerate(STEPS))
        self._trail.setText("&nbsp;&nbsp;›&nbsp;&nbsp;".join(drawn))
        self._name.setText(words.shortened(name, NAME_LENGTH) if step in BETWEEN else "")
        self._back.setVisible(step in BETWEEN)
        self._back.setText("Chọn tệp khác…" if step is Step.SHEETS else "Sửa cột và tiêu đề")
        self._back.setEnabled(free)
        self.on.setVisible(step in BETWEEN)
        self.on.setText(caption)
        self.on.setEnabled(free and can_go_on)
