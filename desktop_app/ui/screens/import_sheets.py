"""The step that shows what was understood of a file: its sheets, and the columns of the one shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.domain.wording import grouped
from desktop_app.exchange import correct
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.sheets import Sheet
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screens.import_jobs import Guesses
from desktop_app.ui.screens.import_sheet import SheetTable
from desktop_app.ui.words import shortened

LIST_WIDTH = 220
NOTHING_CHOSEN = "Chưa chọn trang tính nào; hãy đánh dấu trang có danh sách."
NO_HEADER = "Chưa thấy dòng tiêu đề; hãy bấm vào số của dòng tiêu đề ở bên trái, hoặc chọn “Họ và tên” ở trên một cột."
NO_NAME = "Chưa chỉ ra cột họ và tên; hãy chọn “Họ và tên” ở trên cột ấy."


class SheetsPanel(QWidget):
    """`changed`: the clerk corrected something."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self._mappings: Guesses = {}
        self._list = QListWidget()
        self._list.setFixedWidth(LIST_WIDTH)
        self._list.setAccessibleName("Các trang tính")
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._table = SheetTable()
        self._told = label(name="quiet", wrap=True)
        self._problem = label(name="problem", wrap=True)
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        self._list.itemChanged.connect(lambda _: self._say())
        self._table.field_chosen.connect(self.choose_field)
        self._table.header_chosen.connect(self.choose_header)

    def _lay_out(self) -> None:
        header = button(
            "Lấy dòng này làm tiêu đề",
            lambda: self.choose_header(self._table.current_number()),
            tip="Dòng đang chọn trong bảng; hoặc bấm vào số dòng ở bên trái",
        )
        first = button(
            "Danh sách bắt đầu từ dòng này",
            lambda: self.choose_first(self._table.current_number()),
            tip="Dòng đang chọn trong bảng là người đầu tiên",
        )
        line = row(self._told, header, first)
        line.setStretch(0, 1)
        middle = row(self._list, self._table)
        middle.setStretch(1, 1)
        outer = column(line, self._problem, middle)
        outer.setStretch(2, 1)
        self.setLayout(outer)

    def show_file(self, sheets: Sequence[Sheet], mappings: Guesses) -> None:
        """Show the sheets of a file with what was guessed of each; those without a header are switched off."""
        self._sheets, self._mappings = tuple(sheets), dict(mappings)
        self._list.blockSignals(True)
        self._list.clear()
        for sheet in sheets:
            self._list.addItem(self._item(sheet))
        self._list.setVisible(len(sheets) > 1)
        best = max(range(len(sheets)), key=lambda at: (mappings[sheets[at].name] is not None, -at))
        self._list.setCurrentRow(best)
        self._list.blockSignals(False)
        self._show(best)

    def _item(self, sheet: Sheet) -> QListWidgetItem:
        hidden = ", bị ẩn" if sheet.hidden else ""
        item = QListWidgetItem(f"{sheet.name} ({grouped(len(sheet.rows))} dòng{hidden})")
        item.setToolTip(f"{item.text()}. Đánh dấu để nhập trang này.")
        alone = len(self._sheets) == 1
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        on = alone or self._mappings[sheet.name] is not None
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return item

    def chosen(self) -> Guesses:
        """For `members_of`: the mapping of every sheet, None for those switched off."""
        return {
            sheet.name: self._mappings[sheet.name] if self._is_on(place) else None
            for place, sheet in enumerate(self._sheets)
        }

    def problem(self) -> str:
        """Why the file cannot be read on with as it is chosen now; empty when it can."""
        on = [place for place in range(len(self._sheets)) if self._is_on(place)]
        if not on:
            return NOTHING_CHOSEN
        for place in on:
            wrong = wanting(self._mappings[self._sheets[place].name])
            if wrong:
                return wrong if len(self._sheets) == 1 else f"Trang “{self._sheets[place].name}”: {lowered(wrong)}"
        return ""

    def focus_start(self) -> None:
        self._table.view.setFocus()

    def choose_field(self, place: int, field: str) -> None:
        """Let a column hold a field, here and in the sheets under the same header words."""
        sheet, before = self._current(), self._mapping()
        start = before or Mapping(header_row=1, first_data_row=2, columns={})
        alike = [
            other
            for other in self._sheets
            if before and correct.same_header(sheet, other, before, self._mappings[other.name])
        ]
        self._mappings[sheet.name] = correct.with_field(start, place, field)
        for other in alike:
            theirs = self._mappings[other.name]
            if theirs is not None and other is not sheet:
                self._mappings[other.name] = correct.with_field(theirs, place, field)
        self._corrected()

    def choose_header(self, number: int) -> None:
        """Take this row of the shown sheet as its header."""
        self._mappings[self._current().name] = correct.with_header(self._current(), self._mapping(), number)
        self._corrected()

    def choose_first(self, number: int) -> None:
        """Let the people of the shown sheet begin in this row."""
        mapping = self._mapping() or Mapping(header_row=number - 1, first_data_row=number, columns={})
        self._mappings[self._current().name] = correct.with_first_person(mapping, number)
        self._corrected()

    def _corrected(self) -> None:
        self._table.show_mapping(self._mapping())
        item = self._list.item(self._list.currentRow())
        if item is not None and self._mapping() is not None:
            item.setCheckState(Qt.CheckState.Checked)
        self._say()

    def _is_on(self, place: int) -> bool:
        return self._list.item(place).checkState() == Qt.CheckState.Checked

    def _current(self) -> Sheet:
        return self._sheets[max(0, self._list.currentRow())]

    def _mapping(self) -> Mapping | None:
        return self._mappings[self._current().name]

    def _show(self, place: int) -> None:
        if place >= 0:
            self._table.show_sheet(self._sheets[place], self._mapping())
            self._say()

    def _say(self) -> None:
        self._told.setText(understood(self._current(), self._mapping()))
        self._problem.setText(self.problem())
        self._problem.setVisible(bool(self._problem.text()))
        self.changed.emit()


def wanting(mapping: Mapping | None) -> str:
    """What is still missing in a mapping, as a sentence; empty when nothing is."""
    if mapping is None:
        return NO_HEADER
    return "" if mapping.columns.get("full_name") else NO_NAME


def understood(sheet: Sheet, mapping: Mapping | None) -> str:
    """The mapping in words."""
    name = f"Trang “{shortened(sheet.name, 40)}”"
    if mapping is None:
        return f"{name}: chưa thấy dòng tiêu đề."
    passed = correct.width_of(sheet) - len(correct.fields_by_column(mapping))
    left = f" {passed} cột bỏ qua." if passed else ""
    return (
        f"{name}: tiêu đề ở dòng {mapping.header_row}, danh sách từ dòng {mapping.first_data_row}.{left} "
        "Cột nào nhận chưa đúng thì chọn lại ở trên cột ấy."
    )


def lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
