"""One document for each of several cells: all in one PDF with an outline, or a file each in a folder.

Asks, and tells what came of it; the printing is not done here.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QRadioButton, QWidget

from db.keys import fold
from db.values import OutputKind
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.forms.by_cell import PLACES, Batch, Cell, by, offered, print_apart, print_together
from desktop_app.forms.form import Form, Subject
from desktop_app.services import journal
from desktop_app.services.office import today
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask, print_out, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.print_out import FOLDER
from desktop_app.ui.record_dialog import WIDTH
from desktop_app.ui.screens.print_work import file_name
from desktop_app.ui.settings import remember
from desktop_app.ui.style import MARGIN, scaled

UNWRITABLE = "Không ghi được vào thư mục “{}”; hãy đóng các tệp đang mở trong đó, hoặc chọn thư mục khác."
TOGETHER, APART = "Một tệp PDF, mục lục theo {}", "Mỗi {} một tệp PDF trong một thư mục"
CELL_ID = Qt.ItemDataRole.UserRole
Work = Callable[[Store, Progress], list[str]]


class ChooseCells(QDialog):
    """`go(cells, together)` is called with the cells ticked, all at the start."""

    def __init__(
        self, parent: QWidget, place: str, cells: Sequence[Cell], go: Callable[[list[Cell], bool], object]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(scaled(WIDTH))
        self._go, self._over, self._place = go, parent, place
        self.line, self.list, self._count = QLineEdit(), QListWidget(), label(name="quiet")
        self.together, self.apart = QRadioButton(TOGETHER.format(place)), QRadioButton(APART.format(place))
        self.together.setChecked(True)
        for cell_id, name in cells:
            item = QListWidgetItem(name, self.list)
            item.setData(CELL_ID, cell_id)
            item.setCheckState(Qt.CheckState.Checked)
        self._lay_out()
        self.line.textChanged.connect(self.narrow)
        self.list.itemChanged.connect(lambda _: self._tell())
        self._tell()

    def _lay_out(self) -> None:
        self.line.setPlaceholderText(f"Gõ để thu hẹp danh sách {self._place}")
        self.line.setAccessibleName(f"Tìm {self._place}")
        self.list.setAccessibleName(self._place)
        self.list.setMinimumHeight(240)
        every = button("Chọn hết", lambda: self.tick(Qt.CheckState.Checked), tip="Các dòng đang hiện")
        none = button("Bỏ hết", lambda: self.tick(Qt.CheckState.Unchecked), tip="Các dòng đang hiện")
        self._main = button("Lưu…", self.accept, "main", "Enter")
        self._main.setDefault(True)
        leave = button(words.CANCEL, self.reject, tip="Esc")
        above = (
            label(f"In theo từng {self._place}", "heading"),
            self.line,
            self.list,
            row(every, none, None, self._count),
        )
        self.setLayout(column(*above, self.together, self.apart, row(None, self._main, leave), margin=MARGIN))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def narrow(self, text: str) -> None:
        """Show the cells whose name says a text; the hidden ones stay ticked as they are."""
        for item in self._items():
            item.setHidden(fold(text) not in fold(item.text()))

    def tick(self, state: Qt.CheckState) -> None:
        """Tick, or untick, all that are shown."""
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(state)

    def ticked(self) -> list[Cell]:
        chosen = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        return [(item.data(CELL_ID), item.text()) for item in chosen]

    def _tell(self) -> None:
        count = len(self.ticked())
        self._count.setText(f"đã chọn {grouped(count)} {self._place}")
        self._main.setEnabled(bool(count))

    def accept(self) -> None:
        super().accept()
        chosen, together = self.ticked(), self.together.isChecked()
        QTimer.singleShot(0, self._over, lambda: self._go(chosen, together))


def ask_cells(parent: QWidget, desk: Desk, form: Form[Any], subject: Subject) -> None:
    """Ask which cells (or venues) and how, then where to; the work goes on beside the window."""
    try:
        known = offered(desk.store, form, subject)
    except Refusal as refusal:
        desk.refused.emit(str(refusal))
        return

    def go(cells: list[Cell], together: bool) -> None:
        batch = Batch(form=form, subject=subject, cells=cells)
        (save_together if together else save_apart)(parent, desk, batch)

    dialog = ChooseCells(parent, PLACES[by(form)], known, go)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def save_together(parent: QWidget, desk: Desk, batch: Batch) -> None:
    """Ask for the file, and write it."""
    name = file_name(batch.form.title, (f"{grouped(len(batch.cells))} {batch.place}",), today(desk.store))
    path = ask.choose_file_save(parent, "Lưu một tệp PDF", "PDF (*.pdf)", print_out.folder() / name)
    if path is None:
        return

    def work(store: Store, progress: Progress) -> list[str]:
        try:
            return print_together(store, batch, path, progress)
        except OSError:
            raise Refusal(print_out.unwritable(path)) from None

    run(desk, batch, work, lambda skipped: tell(desk, batch, path.parent, f"Đã lưu {path.name}", skipped))


def save_apart(parent: QWidget, desk: Desk, batch: Batch) -> None:
    """Ask for the folder, and write a file for each cell into it."""
    folder, on = ask.choose_folder(parent, "Chọn thư mục lưu các tệp", print_out.folder()), today(desk.store)
    if folder is None:
        return

    def name(cell: str) -> str:
        return file_name(batch.form.title, (cell,), on)

    def work(store: Store, progress: Progress) -> list[str]:
        try:
            return print_apart(store, batch, folder, name, progress)
        except OSError:
            raise Refusal(UNWRITABLE.format(folder.name)) from None

    def saved(skipped: list[str]) -> None:
        tell(desk, batch, folder, f"Đã lưu {grouped(len(batch.cells) - len(skipped))} tệp", skipped)

    run(desk, batch, work, saved)


def run(desk: Desk, batch: Batch, work: Work, then: Callable[[list[str]], object]) -> None:
    """Beside the window; `then(cells with nothing to print)`."""
    desk.run(f"In {batch.form.title} theo {batch.place}", work, then, writes=batch.form.register is not None)


def tell(desk: Desk, batch: Batch, folder: Path, said: str, skipped: Sequence[str]) -> None:
    """Write down and say what was saved, and for how many cells there was nothing."""
    remember(FOLDER, str(folder))
    about = f"{grouped(len(batch.cells))} {batch.place}"
    journal.record_output(desk.store, batch.form.title, about, OutputKind.EXPORT)
    nothing = f"; không có gì để in cho {grouped(len(skipped))} {batch.place}" if skipped else ""
    desk.said.emit(f"{said} vào {words.shortened(str(folder))}{nothing}.", False)
