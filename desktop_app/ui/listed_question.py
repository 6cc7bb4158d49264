"""A question with the list of whom it is about, looked through before the button is pressed. It writes nothing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from desktop_app.ui import words
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.style import MARGIN, scaled

WIDTH, HEIGHT = 560, 280


class ListedQuestion(QDialog):
    """Enter presses the verb, or leaves where it is `lasting`; Esc leaves. The list is scrolled by the arrows."""

    def __init__(
        self, parent: QWidget | None, sentence: str, lines: Sequence[str], verb: str, lasting: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(scaled(WIDTH))
        listed = QListWidget()
        listed.setAccessibleName("Danh sách")
        listed.addItems(list(lines))
        listed.setMaximumHeight(HEIGHT)
        agree = button(verb, self.accept, "" if lasting else "main")
        leave = button(words.CANCEL, self.reject, "main" if lasting else "", "Esc")
        main = leave if lasting else agree
        main.setDefault(True)
        self.setLayout(column(label(sentence, wrap=True), listed, row(None, agree, leave), margin=MARGIN))
        main.setFocus()
