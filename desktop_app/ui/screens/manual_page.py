"""The whole manual as pages: leafed through by chapter, searched, printed, saved.

The pages with pictures come with the installed program (packing makes them); run from the source, the same chapters are
drawn here without pictures.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtWidgets import QListWidget

from desktop_app.paths import resource
from desktop_app.ui import ask, print_out
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import row
from desktop_app.ui.print_out import Leaving
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.style import MARGIN, scaled

LIST_WIDTH = 280
FILE, STARTS = "huong-dan.pdf", "huong-dan.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A PDF, and its chapters with the page each begins on, from 1."""

    data: bytes
    chapters: Sequence[tuple[str, int]]


def book() -> Book:
    """The manual that came with the program, or one drawn now."""
    pdf, starts = resource("manual", FILE), resource("manual", STARTS)
    if pdf.is_file() and starts.is_file():
        chapters = [(str(title), int(page)) for title, page in json.loads(starts.read_text(encoding="utf-8"))]
        return Book(data=pdf.read_bytes(), chapters=chapters)
    return drawn()


def drawn() -> Book:
    """The chapters without pictures."""
    from desktop_app.ui.manual_pages import write

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    printed = write(buffer, {})
    buffer.close()
    return Book(data=bytes(buffer.data().data()), chapters=printed.chapters)


class ManualPage(Screen):
    """Chapters on the left, pages on the right."""

    title = "Sách hướng dẫn"
    search_hint = "Tìm trong sách (Ctrl+K)"
    reading = True

    def __init__(self, desk: Desk) -> None:
        from desktop_app.ui.pages_pane import PagesPane

        super().__init__(desk)
        self._book: Book | None = None
        self.chapters, self.pages = QListWidget(), PagesPane(self)
        self.chapters.setFixedWidth(scaled(LIST_WIDTH))
        self.chapters.setAccessibleName("Các phần của sách")
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chapters.currentRowChanged.connect(self.turn_to)
        self.pages.view.setAccessibleName(self.title)
        self.tools.addStretch(1)
        self.tools.addWidget(self.pages.bar)
        both = row(self.chapters, self.pages)
        both.setStretch(1, 1)
        self.body.addLayout(both, 1)
        self.body.setContentsMargins(0, 0, 0, MARGIN)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="In…", run=self.print_paper, keys="Ctrl+P", main=True),
            Action(caption="Lưu PDF…", run=self.save, keys="Ctrl+S"),
            Action(caption="Trang sau", run=lambda: self.pages.view.next_page(), keys="PgDown", button=False),
            Action(caption="Trang trước", run=lambda: self.pages.view.previous_page(), keys="PgUp", button=False),
        )

    def load(self) -> None:
        if self._book is None:
            self._book = book()
            self.pages.show_pdf(self._book.data)
            self.chapters.addItems([title for title, _ in self._book.chapters])

    def turn_to(self, chapter: int) -> None:
        """The page a chapter begins on."""
        if self._book is not None and chapter >= 0:
            self.pages.view.go_to(self._book.chapters[chapter][1] - 1)

    def focus_start(self) -> None:
        self.chapters.setFocus()

    def searched(self, text: str) -> None:
        self.pages.view.look_for(text)

    def entered(self, text: str) -> None:
        if text:
            self.pages.next_hit()

    def _leaving(self) -> Leaving:
        assert self._book is not None, "the gestures come after the page was read"
        data, pages = self._book.data, self.pages.view.page_count()
        titles = (self.title, "")
        return Leaving(
            desk=self.desk, parent=self, name=FILE, titles=titles, pages=pages, data=lambda _: data, two_sided=True
        )

    def print_paper(self) -> None:
        print_out.print_paper(self._leaving())

    def save(self) -> None:
        """The manual as a file, for a stick or another computer."""
        path = ask.choose_file_save(self, "Lưu sách hướng dẫn", "PDF (*.pdf)", print_out.folder() / FILE)
        if path is not None:
            print_out.save_pdf(self._leaving(), path)
