"""The step that shows what was understood of a file: its sheets, and the columns of the one shown.

It converts nothing itself: a change of encoding is wanted by `conversion_wanted` and comes back by `show_converted`.
"""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop_app.domain.legacy import Encoding
from desktop_app.domain.wording import grouped
from desktop_app.exchange import correct
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.sheet import Sheet
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screens.import_facts import Cells, Fact, facts
from desktop_app.ui.screens.import_jobs import Guesses, ReadFile
from desktop_app.ui.screens.import_sheet import SheetTable
from desktop_app.ui.words import shortened

LIST_WIDTH = 220
FACT_LINE, FACTS_SHOWN = 24, 4
NOTHING_CHOSEN = "Chưa chọn trang tính nào; hãy đánh dấu trang có danh sách."
NO_HEADER = "Chưa thấy dòng tiêu đề; hãy bấm vào số của dòng tiêu đề ở bên trái, hoặc chọn “Họ và tên” ở trên một cột."
NO_NAME = "Chưa chỉ ra cột họ và tên; hãy chọn “Họ và tên” ở trên cột ấy."


class SheetsPanel(QWidget):
    """`changed`: the clerk corrected something. `conversion_wanted(sheet name)`: an encoding was chosen in it."""

    changed = Signal()
    conversion_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: list[Sheet] = []
        self._mappings: Guesses = {}
        self._errors: dict[str, Cells] = {}
        self._known: set[str] = set()
        self._facts: list[Fact] = []
        self._list = QListWidget()
        self._list.setFixedWidth(LIST_WIDTH)
        self._list.setAccessibleName("Các trang tính")
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._table = SheetTable()
        self._told = label(name="quiet", wrap=True)
        self._row_told = label(name="quiet")
        self._problem = label(name="problem", wrap=True)
        self._fact_list = QListWidget()
        self._fact_list.setAccessibleName("Điều cần biết về trang tính này")
        self._fact_list.hide()
        self._encodings = QPushButton("Bảng mã của cột")
        self._lay_out()
        self._listen()

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
        self._encodings.setCheckable(True)
        self._encodings.setAutoDefault(False)
        self._encodings.setToolTip("Chọn bảng mã TCVN3 (ABC) hoặc VNI cho cột bị sai dấu")
        line = row(self._told, self._encodings, header, first)
        line.setStretch(0, 1)
        right = column(self._table, self._row_told, self._fact_list)
        right.setStretch(0, 1)
        middle = row(self._list, right)
        middle.setStretch(1, 1)
        outer = column(line, self._problem, middle)
        outer.setStretch(2, 1)
        self.setLayout(outer)

    def _listen(self) -> None:
        self._list.currentRowChanged.connect(self._show)
        self._list.itemChanged.connect(lambda _: self._say())
        self._encodings.toggled.connect(self._table.show_encodings)
        self._table.field_chosen.connect(self.choose_field)
        self._table.encoding_chosen.connect(self.choose_encoding)
        self._table.header_chosen.connect(self.choose_header)
        self._table.row_told.connect(self._row_told.setText)
        self._fact_list.currentRowChanged.connect(self._show_fact)
        self._fact_list.itemActivated.connect(lambda _: self._table.view.setFocus())

    def show_file(self, read: ReadFile) -> None:
        """Show the sheets of a file with what was guessed of each; those without a header are switched off."""
        self._sheets, self._mappings = list(read.sheets), dict(read.guesses)
        self._errors, self._known = dict(read.errors), set(read.known)
        mappings = self._mappings
        best = max(range(len(self._sheets)), key=lambda at: (mappings[self._sheets[at].name] is not None, -at))
        with QSignalBlocker(self._list):
            self._list.clear()
            for sheet in self._sheets:
                self._list.addItem(self._item(sheet))
            self._list.setVisible(len(self._sheets) > 1)
            self._list.setCurrentRow(best)
        self._encodings.setChecked(any(sheet.conversions for sheet in self._sheets))
        self._show(best)

    def _item(self, sheet: Sheet) -> QListWidgetItem:
        hidden = ", bị ẩn" if sheet.hidden else ""
        item = QListWidgetItem(f"{sheet.name} ({grouped(len(sheet.rows))} dòng{hidden})")
        item.setToolTip(f"{item.text()}. Đánh dấu để nhập trang này.")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        on = len(self._sheets) == 1 or self._mappings[sheet.name] is not None
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return item

    def chosen(self) -> Guesses:
        """For `members_of`: the mapping of every sheet, None for those switched off."""
        return {
            sheet.name: self._mappings[sheet.name] if self._is_on(place) else None
            for place, sheet in enumerate(self._sheets)
        }

    def mappings(self) -> Guesses:
        """The mapping of every sheet, switched on or not."""
        return dict(self._mappings)

    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets with the encodings as chosen."""
        return tuple(self._sheets)

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

    # --- corrections

    def choose_field(self, place: int, field: str) -> None:
        """Let a column hold a field, here and in the sheets under the same header words."""
        for name, mapping in self._alike().items():
            self._mappings[name] = correct.with_field(mapping, place, field)
        self._corrected()

    def choose_encoding(self, place: int, encoding: Encoding | None) -> None:
        """Let a column be read in an encoding, here and in the sheets under the same header words."""
        for name, mapping in self._alike().items():
            self._mappings[name] = correct.with_encoding(mapping, place, encoding)
            self.conversion_wanted.emit(name)
        self._corrected()

    def _alike(self) -> dict[str, Mapping]:
        """The sheet shown and those under the same header words, by name, with their mappings."""
        shown, before = self._current(), self._mapping()
        if before is None:
            return {shown.name: Mapping(header_row=1, first_data_row=2, columns={})}
        found = {sheet.name: (sheet, self._mappings[sheet.name]) for sheet in self._sheets}
        return {
            name: theirs
            for name, (sheet, theirs) in found.items()
            if theirs is not None and (sheet is shown or correct.same_header(shown, sheet, before, theirs))
        }

    def show_converted(self, sheet: Sheet, mapping: Mapping | None) -> None:
        """Put a sheet read anew in place of the one of its name."""
        place = next(at for at, each in enumerate(self._sheets) if each.name == sheet.name)
        shown = place == max(0, self._list.currentRow())
        self._sheets[place], self._mappings[sheet.name] = sheet, mapping
        if shown:
            self._table.show_again(sheet, mapping)
            self._say()

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
        self._known.discard(self._current().name)
        self._table.show_mapping(self._mapping())
        item = self._list.item(self._list.currentRow())
        if item is not None and self._mapping() is not None:
            item.setCheckState(Qt.CheckState.Checked)
        self._say()

    # --- what is shown

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
        sheet = self._current()
        self._told.setText(understood(sheet, self._mapping(), sheet.name in self._known))
        self._problem.setText(self.problem())
        self._problem.setVisible(bool(self._problem.text()))
        self._say_facts(facts(sheet, self._mapping(), self._errors.get(sheet.name, ())))
        self.changed.emit()

    def _say_facts(self, found: list[Fact]) -> None:
        if found == self._facts:
            return
        self._facts = found
        with QSignalBlocker(self._fact_list):
            self._fact_list.clear()
            for fact in found:
                self._fact_list.addItem(fact.text)
                self._fact_list.item(self._fact_list.count() - 1).setToolTip(fact.text)
        self._fact_list.setFixedHeight(FACT_LINE * min(FACTS_SHOWN, len(found)) + 4)
        self._fact_list.setVisible(bool(found))

    def _show_fact(self, place: int) -> None:
        if 0 <= place < len(self._facts):
            self._table.go_to(self._facts[place].row, self._facts[place].column)


def wanting(mapping: Mapping | None) -> str:
    """What is still missing in a mapping, as a sentence; empty when nothing is."""
    if mapping is None:
        return NO_HEADER
    return "" if mapping.columns.get("full_name") else NO_NAME


def understood(sheet: Sheet, mapping: Mapping | None, known: bool = False) -> str:
    """The mapping in words; `known`: the clerk has said so of such a header before."""
    name = f"Trang “{shortened(sheet.name, 40)}”"
    if mapping is None:
        return f"{name}: chưa thấy dòng tiêu đề."
    passed = correct.width_of(sheet) - len(correct.fields_by_column(mapping))
    left = f" {passed} cột bỏ qua." if passed else ""
    where = f"tiêu đề ở dòng {mapping.header_row}, danh sách từ dòng {mapping.first_data_row}.{left}"
    if known:
        return f"{name}: nhận ra bố cục đã dùng lần trước, {where}"
    return f"{name}: {where} Cột nào chưa đúng thì chọn lại ở trên cột ấy."


def lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
