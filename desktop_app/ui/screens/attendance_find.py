"""Finding a person of the whole conference while one venue is marked, and writing in somebody nobody knows.

It marks nobody: the grid shows whom it found, and a key marks them there.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from db.keys import fold
from db.records import RollRow
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.services import rolls
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.attendance_model import aside_words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, TextField
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.record_dialog import WIDTH, fill_in
from desktop_app.ui.style import MARGIN, scaled

SHOWN = 200
Keyed = tuple[str, RollRow]
UNKNOWN = "Thêm người chưa có trong danh sách…"
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class FindPerson(QDialog):
    """`found(row)` is called with the person chosen, `unknown(text)` when they are on no list."""

    def __init__(
        self,
        parent: QWidget,
        people: Sequence[Keyed],
        found: Callable[[RollRow], object],
        unknown: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(scaled(WIDTH))
        self._found, self._unknown = found, unknown
        self._people = people
        self.line, self.list, self._count = QLineEdit(), QListWidget(), label(name="quiet")
        self._lay_out()
        self.line.textChanged.connect(self.show_fitting)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.show_fitting("")

    def _lay_out(self) -> None:
        self.line.setPlaceholderText("Gõ họ tên hoặc mã, có dấu hay không dấu đều được")
        self.line.setAccessibleName("Họ tên hoặc mã")
        self.list.setAccessibleName("Người trong danh sách triệu tập")
        self.list.setMinimumHeight(280)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        main = button("Đến người này", self.accept, "main", "Enter")
        main.setDefault(True)
        other = button(UNKNOWN, self._write_in)
        other.setAutoDefault(False)
        leave = button(words.CANCEL, self.reject, tip="Esc")
        heading = label("Tìm người trong cả hội nghị", "heading")
        buttons = row(other, None, main, leave)
        self.setLayout(column(heading, self.line, self.list, self._count, buttons, margin=MARGIN))

    def show_fitting(self, text: str) -> None:
        """The people whose name or code has every word typed, those with just this text first; the first chosen."""
        whole, wanted = fold(text), fold(text).split()
        fits = [(key, each) for key, each in self._people if all(part in key for part in wanted)]
        fitting = [each for _, each in sorted(fits, key=lambda pair: whole not in pair[0])]
        self.list.clear()
        for each in fitting[:SHOWN]:
            item = QListWidgetItem(person_line(each))
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        more = f"; đang hiện {SHOWN} người đầu, hãy gõ thêm" if len(fitting) > SHOWN else ""
        self._count.setText(f"{grouped(len(fitting))} người{more}" if fitting else "Không có ai tên như vậy.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the list while the name is being typed."""
        if event.key() in MOVES and self.list.count():
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            moved = self.list.currentRow() + step[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(0, moved), self.list.count() - 1))
            return
        super().keyPressEvent(event)

    def accept(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        super().accept()
        self._found(item.data(Qt.ItemDataRole.UserRole))

    def _write_in(self) -> None:
        super().reject()
        self._unknown(self.line.text().strip())


def person_line(each: RollRow) -> str:
    """“Nguyễn Văn An · 05/02/1960 · Đội Cung 1 · Hội trường phường”."""
    born = show_date(each.birth_date) if each.birth_date else ""
    where = each.venue or "chưa xếp điểm cầu"
    return " · ".join(filter(None, (each.full_name + aside_words(each), born, each.cell, where)))


def find_person(
    parent: QWidget,
    desk: Desk,
    conference_id: int,
    found: Callable[[RollRow], object],
    unknown: Callable[[str], object],
) -> None:
    """Open the box over the screen, unless that was left meanwhile; it closes itself once somebody is chosen."""

    def show(people: Sequence[Keyed]) -> None:
        if not parent.isVisible():
            return
        box = FindPerson(parent, people, found, unknown)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    asking = QWidget(parent)  # the screen itself may wait for its sheet
    read_aside(asking, desk, "Đọc danh sách của hội nghị", partial(keyed, conference_id), show)


def keyed(conference_id: int, store: Store) -> list[Keyed]:
    """Everybody of a conference, each with what they are found by."""
    return [(fold(f"{each.full_name} {each.code}"), each) for each in rolls.roll(store, conference_id)]


def ask_write_in(
    parent: QWidget,
    desk: Desk,
    conference_id: int,
    venue_id: int | None,
    name: str,
    then: Callable[[int], object],
) -> None:
    """Ask who came without being on any list; they stand on the roll at once, `then(member id)`."""
    fields = (
        TextField(key="name", label="Họ và tên", required=True),
        DateField(key="birth", label="Ngày sinh", hint="ngày, tháng, năm hoặc chỉ năm"),
        TextField(key="note", label="Ghi chú", hint="ví dụ: nói là ở chi bộ Đội Cung 2"),
    )

    def keep(values: Values) -> None:
        said = (conference_id, values["name"], venue_id, values["note"], values["birth"])
        done = f"Đã thêm {values['name']} vào danh sách; tìm xem là ai sau."
        then(desk.write(rolls.write_in, *said, done=done))

    told = (
        "Người này được ghi ngay là người dự chưa rõ danh tính; sau này nối với người có trong sổ, dấu điểm danh được "
        "giữ nguyên."
    )
    fill_in(parent, "Thêm người chưa có trong danh sách", "Thêm người", fields, {"name": name}, keep, told=told)
