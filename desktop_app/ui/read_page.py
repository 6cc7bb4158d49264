"""A page of text to read: one Markdown text, and the search box finds in it. Nothing is written here."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Screen
from desktop_app.ui.style import MARGIN


class ReadPage(Screen):
    """`markdown()` is the text. Typing finds the first place, Enter the next, round and round; what stands nowhere here
    is looked for among the members, as everywhere."""

    search_hint = "Tìm ở đây, tìm đảng viên"
    reading = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.title)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenExternalLinks(False)
        self.tools.addStretch(1)
        self.body.addWidget(self.text)
        self.body.setContentsMargins(0, 0, 0, MARGIN)

    def markdown(self) -> str:
        """What is read here."""
        raise NotImplementedError

    def load(self) -> None:
        self.text.setMarkdown(self.markdown())

    def focus_start(self) -> None:
        self.text.setFocus()

    def found_here(self) -> bool:
        return self.search_box.text().strip().lower() in self.text.toPlainText().lower()

    def searched(self, text: str) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.find(text.strip())

    def entered(self, text: str) -> None:
        if not text or self.text.find(text):
            return
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if not self.text.find(text):
            super().entered(text)
