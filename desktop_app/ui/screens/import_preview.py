"""The step that shows what an import would do, row by row, and asks what only a person can say. It plans nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QTabWidget, QWidget

from db.keys import tidy
from db.records import Organization
from desktop_app.domain.wording import grouped
from desktop_app.services.imports import ImportMode, ImportPlan
from desktop_app.services.store import Store
from desktop_app.ui.options import OptionModel, make_typed
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.saved_line import SavedLine
from desktop_app.ui.screens.import_decisions import DecisionPanel
from desktop_app.ui.screens.import_jobs import Asked, Planned
from desktop_app.ui.screens.import_lines import CHANGES, PEOPLE, PROBLEMS, in_order
from desktop_app.ui.screens.import_questions import Questions
from desktop_app.ui.style import scaled
from desktop_app.ui.table import RecordTable

CELLS_NAMED = 8
CELL_WIDTH = 320
MODES = {
    ImportMode.UPDATE: ("Cập nhật theo tệp", "Mục nào tệp ghi khác thì sửa theo tệp"),
    ImportMode.FILL: ("Chỉ điền chỗ trống", "Chỉ ghi những mục trong sổ còn trống; mục đã có giữ nguyên"),
    ImportMode.SKIP: ("Bỏ qua", "Chỉ thêm người mới; người đã có trong sổ giữ nguyên"),
}
SAVE_REASONS = "Lưu tệp kèm lý do…"


class PreviewPanel(QWidget):
    """`answered`: something was answered, chosen or decided. `reasons_wanted`: the file with its reasons is wanted."""

    answered = Signal()
    reasons_wanted = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions, self.decisions = Questions(), DecisionPanel(store)
        self.saved = SavedLine()
        self._summary = label(name="subheading", wrap=True)
        self._new_cells = label(name="quiet", wrap=True)
        self._waiting = label(name="advice", wrap=True)
        self._reasons = button(
            SAVE_REASONS, self.reasons_wanted.emit, tip="Lưu lại chính tệp này, ghi lý do bên cạnh từng dòng cần sửa"
        )
        self._cell, self._cell_told = QComboBox(), label()
        self._given = ""
        self._modes = QButtonGroup(self)
        self._problems = RecordTable("import_problems", PROBLEMS, self)
        self._changes = RecordTable("import_differences", CHANGES, self)
        self._new = RecordTable("import_new", PEOPLE, self)
        self._same = RecordTable("import_same", PEOPLE, self)
        self._tabs = QTabWidget()
        self._mode_line, self._cell_line = self._build_mode_line(), self._build_cell_line()
        self._lay_out()
        self._listen()

    def _build_mode_line(self) -> QWidget:
        choices = []
        for at, (mode, (caption, tip)) in enumerate(MODES.items()):
            choice = QRadioButton(caption)
            choice.setToolTip(tip)
            choice.setChecked(mode is ImportMode.UPDATE)
            self._modes.addButton(choice, at)
            choices.append(choice)
        made = QWidget()
        made.setLayout(row(label("Người đã có trong sổ:"), *choices, None, self._reasons))
        return made

    def _build_cell_line(self) -> QWidget:
        self._cell.setFixedWidth(scaled(CELL_WIDTH))
        self._cell.setAccessibleName("Chi bộ cho cả danh sách")
        make_typed(self._cell, "chọn hoặc gõ tên chi bộ")
        self._cell_told.setBuddy(self._cell)
        made = QWidget()
        made.setLayout(row(self._cell_told, self._cell, None))
        return made

    def _lay_out(self) -> None:
        self._tabs.setDocumentMode(True)
        parts = (self._summary, self._new_cells, self._mode_line, self._cell_line, self._waiting, self.questions)
        outer = column(*parts, self.saved, self._tabs)
        outer.setStretch(outer.count() - 1, 1)
        self.setLayout(outer)

    def _listen(self) -> None:
        self.questions.answered.connect(self.answered)
        self.decisions.decided.connect(self._decided)
        self._modes.idClicked.connect(lambda _: self.answered.emit())
        line = self._cell.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._give_cell)
        self._cell.activated.connect(lambda _: self._give_cell())

    def forget(self, cells: Sequence[Organization]) -> None:
        """Begin afresh with another file."""
        self.questions.forget()
        self.decisions.forget()
        self.saved.hide()
        self._modes.button(0).setChecked(True)
        self._given = ""
        self._cell.setModel(OptionModel([cell.name for cell in cells], self._cell))
        self._cell.setCurrentIndex(-1)
        self._cell.setEditText("")

    def asked(self) -> Asked:
        """Everything said so far, as it is now."""
        return Asked(
            answers=dict(self.questions.answers),
            default_cell=self._given or None,
            mode=list(MODES)[self._modes.checkedId()],
            decisions=dict(self.decisions.decisions),
        )

    def show_plan(self, planned: Planned) -> None:
        """Show a plan; the tab with what needs a hand comes first."""
        plan, names = planned.plan, planned.new_cells
        self._summary.setText(summed_up(plan))
        self._new_cells.setText(cells_named(names))
        self._new_cells.setToolTip("\n".join(names))
        self._new_cells.setVisible(bool(names))
        self._show_homeless(planned)
        self._reasons.setVisible(bool(planned.lines.problems))
        self.questions.ask(plan.questions)
        waiting = len(plan.questions)
        self._waiting.setText(f"{waiting} tên chi bộ chờ trả lời; người của các chi bộ ấy chưa được nhập.")
        self._waiting.setVisible(bool(waiting))
        self._fill_tabs(planned)

    def _show_homeless(self, planned: Planned) -> None:
        homeless = sum(not person.cell for person in planned.listed.rows)
        whole = homeless == len(planned.listed.rows)
        self._cell_told.setText(
            "Danh sách không ghi chi bộ. Chi bộ cho cả danh sách:"
            if whole
            else f"{grouped(homeless)} người chưa ghi chi bộ. Chi bộ cho những người ấy:"
        )
        self._cell_line.setVisible(bool(homeless))

    def _fill_tabs(self, planned: Planned) -> None:
        lines = planned.lines
        self.decisions.show_plan(planned)
        for table, shown in (
            (self._changes, lines.changes),
            (self._new, lines.new),
            (self._same, lines.same),
            (self._problems, lines.problems),
        ):
            table.show_listing(in_order(shown))
        looked_at = self._tabs.currentWidget()
        self._tabs.clear()
        for page, caption, count in (
            (self.decisions, "Chờ quyết định", len(lines.waiting)),
            (self._changes, "Khác với sổ", lines.differing),
            (self._new, "Người mới", len(lines.new)),
            (self._same, "Không đổi", len(lines.same)),
            (self._problems, "Cần xem lại", len(lines.problems)),
        ):
            page.hide()
            if count:
                self._tabs.addTab(page, f"{caption} ({grouped(count)})")
        if looked_at is not None and self._tabs.indexOf(looked_at) >= 0:
            self._tabs.setCurrentWidget(looked_at)

    def _decided(self) -> None:
        at = self._tabs.indexOf(self.decisions)
        left = self.decisions.undecided()
        self._tabs.setTabText(at, f"Chờ quyết định ({grouped(left)})" if left else "Đã quyết định hết")
        self.answered.emit()

    def start_at_first(self) -> None:
        """Bring the first tab to the front."""
        self._tabs.setCurrentIndex(0)

    def _give_cell(self) -> None:
        typed = tidy(self._cell.currentText())
        if typed != self._given:
            self._given = typed
            self.answered.emit()


def summed_up(plan: ImportPlan) -> str:
    """What becomes of the people of the file, in one line."""
    if not plan.outcomes:
        return "Không có người nào trong phần đã chọn; hãy quay lại xem cột và dòng tiêu đề."
    if plan.unchanged == len(plan.outcomes) and not any(outcome.kept for outcome in plan.outcomes):
        return f"Cả {grouped(plan.unchanged)} người trong danh sách đã có trong sổ, không có gì thay đổi."
    counts = (
        (plan.created, "người mới"),
        (plan.updated, "người có thay đổi"),
        (plan.unchanged, "người không đổi"),
        (plan.held, "người chờ quyết định"),
        (plan.left_out, "người không nhập"),
    )
    parts = " · ".join(f"{grouped(count)} {words}" for count, words in counts if count)
    return f"{grouped(len(plan.outcomes))} người trong danh sách: {parts}"


def cells_named(names: Sequence[str]) -> str:
    """The cells that will be created, the first of them by name."""
    rest = len(names) - CELLS_NAMED
    more = f" và {rest} chi bộ nữa" if rest > 0 else ""
    return f"Sẽ lập {grouped(len(names))} chi bộ mới: {', '.join(names[:CELLS_NAMED])}{more}."
