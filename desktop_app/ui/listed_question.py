"""A question with the list of whom it is about, looked through before the button is pressed. It writes nothing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from desktop_app.ui import words
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.style import MARGIN

WIDTH, HEIGHT = 560, 280


class ListedQuestion(QDialog):
    """Enter presses the verb, Esc leaves; the list is reached by Tab and scrolled by the arrows."""

    def __init__(self, parent: QWidget | None, sentence: str, lines: Sequence[str], verb: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(WIDTH)
        listed = QListWidget()
        listed.setAccessibleName("Danh sách")
        listed.addItems(list(lines))
        listed.setMaximumHeight(HEIGHT)
        main = button(verb, self.accept, "main")
        main.setDefault(True)
        leave = button(words.CANCEL, self.reject, tip="Esc")
        self.setLayout(column(label(sentence, wrap=True), listed, row(None, main, leave), margin=MARGIN))
        main.setFocus()
