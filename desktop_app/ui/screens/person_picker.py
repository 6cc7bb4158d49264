"""One person out of all: the button that says who is chosen, and the dialog where a name is typed to find them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from db.records import Member
from desktop_app.services.members import member, search
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.answer_list import who
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.record_dialog import WIDTH
from desktop_app.ui.style import GRID, MARGIN, scaled

SHOWN, PAUSE_MS = 60, 150
PERSON = Qt.ItemDataRole.UserRole
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
NOBODY = "Chọn người…"


class PickPerson(QDialog):
    """`picked(member)` is called with whom the clerk chose."""

    def __init__(self, parent: QWidget, store: Store, picked: Callable[[Member], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(scaled(WIDTH))
        self._store, self._picked = store, picked
        self.line, self.list, self._told = QLineEdit(), QListWidget(), label(name="quiet")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.show_fitting)
        self.line.textChanged.connect(lambda _: self._pause.start())
        self.list.itemActivated.connect(lambda _: self.accept())
        self.show_fitting()

    def _lay_out(self) -> None:
        self.line.setPlaceholderText("Gõ họ tên hoặc mã, có dấu hay không dấu đều được")
        self.line.setAccessibleName("Họ tên hoặc mã")
        self.line.installEventFilter(self)
        self.list.setAccessibleName("Người tìm thấy")
        self.list.setMinimumHeight(280)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        main = button("Chọn người này", self.accept, "main", "Enter")
        main.setDefault(True)
        leave = button(words.CANCEL, self.reject, tip="Esc")
        above = (label("In cho một người", "subheading"), self.line, self.list)
        self.setLayout(column(*above, row(self._told, None, main, leave), margin=MARGIN))

    def show_fitting(self) -> None:
        """The people who fit what is typed, the first chosen."""
        self._pause.stop()
        text = self.line.text().strip()
        found = search(self._store, text, SHOWN) if text else []
        self.list.clear()
        for person in found:
            QListWidgetItem(who(person), self.list).setData(PERSON, person)
        self.list.setCurrentRow(0)
        nothing = "Không tìm thấy ai; hãy gõ tên khác hoặc mã." if text else "Gõ vài chữ của tên."
        self._told.setText("" if found else nothing)

    def accept(self) -> None:
        if self._pause.isActive():
            self.show_fitting()
        item = self.list.currentItem()
        if item is not None:
            super().accept()
            self._picked(item.data(PERSON))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)


class PersonBox(QWidget):
    """Who is chosen, with the ways to choose another and to choose nobody. `picked` tells that it changed."""

    picked = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.member_id: int | None = None
        self.name = ""
        self._who = button(NOBODY, self.ask, tip="Tìm theo họ tên hoặc mã")
        self._who.setAccessibleName("Đảng viên")
        self._nobody = button("×", lambda: self._take(None), tip="Không in riêng cho một người")
        self._nobody.setAccessibleName("Bỏ chọn đảng viên")
        self._nobody.setFixedWidth(36)
        parts = row(self._who, self._nobody)
        parts.setSpacing(GRID)
        parts.setStretch(0, 1)
        self.setLayout(parts)
        self.show_person(None)

    def show_person(self, person: Member | None) -> None:
        """Begin with somebody; nothing is told."""
        self.member_id, self.name = (person.id, person.full_name) if person else (None, "")
        fitted = self._who.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, 190)
        self._who.setText(fitted or NOBODY)
        self._who.setToolTip(who(person) if person else "Tìm theo họ tên hoặc mã")
        self._nobody.setVisible(person is not None)

    def begin(self, member_id: int | None) -> None:
        """Begin with the person of an id."""
        self.show_person(member(self._store, member_id) if member_id is not None else None)

    def ask(self) -> None:
        """Open the dialog where a person is found."""
        dialog = PickPerson(self, self._store, self._take)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take(self, person: Member | None) -> None:
        self.show_person(person)
        self.picked.emit()
