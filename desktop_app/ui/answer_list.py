"""The list that drops from a search box while a name is typed: people and cells, without ever taking the keyboard.

Nothing is completed inside the box: UniKey sends Backspace and the new letters and would be torn. It is no window of
its own, so the focus stays in the box; arrows walk the list, Enter opens, Esc puts it away.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from db.records import Member
from desktop_app.domain.dates import show_date
from desktop_app.services.answers import Answers, answers
from desktop_app.ui.desk import Desk
from desktop_app.ui.style import GAP, GRID, ROW

PAUSE_MS, WIDTH, MOST_ROWS = 220, 480, 16
CELLS, EVERYONE = "Chi bộ", "Xem trong danh sách đảng viên"
WIDER, THEIRS = "Gần đúng", "Người của chi bộ có tên như vậy, và gần đúng"
RUN = Qt.ItemDataRole.UserRole
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
KEYS = (*MOVES, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def who(person: Member) -> str:
    """“Nguyễn Văn An · 05/02/1960 · Đội Cung 1”."""
    born = show_date(person.birth_date) if person.birth_date else ""
    return " · ".join(filter(None, (person.full_name, born, person.cell or "chưa có chi bộ")))


class AnswerList(QListWidget):
    """`found_here()` says whether the screen itself answers what is typed: then the list stays away."""

    def __init__(self, box: QLineEdit, desk: Desk, found_here: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._box, self._desk, self._found_here, self._above = box, desk, found_here, parent
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.answer)
        self.setObjectName("answers")
        self.setAccessibleName("Kết quả tìm")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.hide()
        self.itemClicked.connect(self.open)
        box.textEdited.connect(lambda: self._pause.start())
        box.textChanged.connect(self._changed)
        box.returnPressed.connect(self._pause.stop)
        box.installEventFilter(self)

    def answer(self) -> None:
        """Ask for what is typed now, and drop down where there is an answer."""
        text = self._box.text().strip()
        if not text or not self._box.hasFocus() or self._found_here():
            self.hide()
            return
        self.show_answers(answers(self._desk.store, text), text)

    def show_answers(self, found: Answers, text: str) -> None:
        """The exact ones first, then cells, then the wider ones under a quiet heading."""
        self.clear()
        self._add_people(found.exact)
        if found.cells:
            self._add_heading(CELLS)
        for cell in found.cells:
            self._add(cell.name, partial(self._open_cell, cell.id))
        if found.wider:
            self._add_heading(THEIRS if found.cells else WIDER)
        self._add_people(found.wider)
        if self.count():
            self._add(f"{EVERYONE}: “{text}”", partial(self._desk.place_wanted.emit, "members", text))
        else:
            self._add_heading(f"Không tìm thấy ai khớp với “{text}”.")
        self.step(1)
        self._drop()

    def _add_people(self, people: Iterable[Member]) -> None:
        for person in people:
            self._add(who(person), partial(self._open_person, person.id))

    def _add(self, text: str, run: Callable[[], object]) -> None:
        item = QListWidgetItem(text, self)
        item.setToolTip(text)
        item.setData(RUN, run)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _drop(self) -> None:
        """Under the box, as wide as the answers need, within the screen."""
        corner = self._box.mapTo(self._above, QPoint(self._box.width(), self._box.height() + GRID))
        width = min(WIDTH, corner.x())
        height = min(self.count(), MOST_ROWS) * ROW + GAP
        self.setGeometry(corner.x() - width, corner.y(), width, min(height, self._above.height() - corner.y() - GAP))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """The next line that can be opened, that way."""
        row = self.currentRow() + by
        while 0 <= row < self.count() and not self.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
            row += by
        if 0 <= row < self.count():
            self.setCurrentRow(row)

    def open(self, item: QListWidgetItem | None) -> None:
        """Open what a line stands for."""
        run = item.data(RUN) if item else None
        if run is not None:
            self.hide()
            run()

    def _open_person(self, member_id: int) -> None:
        from desktop_app.ui.screens.person_way import open_person

        open_person(self._desk, member_id)

    def _open_cell(self, cell_id: int) -> None:
        from desktop_app.ui.screens.organizations_tab import open_organization

        open_organization(self._desk, cell_id)

    def _changed(self, text: str) -> None:
        """Answers to other words are no answers; those to the words typed on stay until the new ones come."""
        if not text.strip():
            self._pause.stop()
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._pause.stop()
            self.hide()
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() not in kinds or not self.isVisible() or cast(QKeyEvent, event).key() not in KEYS:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._pressed(Qt.Key(cast(QKeyEvent, event).key()))
        return True

    def _pressed(self, key: Qt.Key) -> None:
        if key in MOVES:
            self.step(MOVES[key])
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            self.open(self.currentItem())
