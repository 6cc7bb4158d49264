"""The step that shows what an import would do, row by row, and asks what only a person can say. It plans nothing."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QTabWidget, QWidget

from db.keys import tidy
from db.records import Organization
from desktop_app.domain.wording import grouped
from desktop_app.services.imports import ImportPlan
from desktop_app.ui.fields import make_typed, option_model
from desktop_app.ui.parts import column, label, row
from desktop_app.ui.screens.import_jobs import Planned
from desktop_app.ui.screens.import_lines import (
    CHANGES,
    PEOPLE,
    PROBLEMS,
    change_lines,
    in_order,
    new_people,
    problem_lines,
    same_people,
)
from desktop_app.ui.screens.import_questions import Questions
from desktop_app.ui.table import RecordTable

CELLS_NAMED = 8
CELL_WIDTH = 320


class PreviewPanel(QWidget):
    """`answered`: a question was answered, or a cell given to the people without one."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = Questions()
        self._summary = label(name="subheading", wrap=True)
        self._new_cells = label(name="quiet", wrap=True)
        self._waiting = label(name="advice", wrap=True)
        self._cell = QComboBox()
        self._cell_told = label()
        self._given = ""
        self._problems = RecordTable("import_problems", PROBLEMS, self)
        self._changes = RecordTable("import_changes", CHANGES, self)
        self._new = RecordTable("import_new", PEOPLE, self)
        self._same = RecordTable("import_same", PEOPLE, self)
        self._tabs = QTabWidget()
        self._cell_line = self._build_cell_line()
        self._lay_out()
        self.questions.answered.connect(self.answered)

    def _build_cell_line(self) -> QWidget:
        self._cell.setFixedWidth(CELL_WIDTH)
        self._cell.setAccessibleName("Chi bộ cho cả danh sách")
        make_typed(self._cell, "chọn hoặc gõ tên chi bộ")
        line = self._cell.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._give_cell)
        self._cell.activated.connect(lambda _: self._give_cell())
        self._cell_told.setBuddy(self._cell)
        made = QWidget()
        made.setLayout(row(self._cell_told, self._cell, None))
        return made

    def _lay_out(self) -> None:
        self._tabs.setDocumentMode(True)
        outer = column(self._summary, self._new_cells, self._cell_line, self._waiting, self.questions, self._tabs)
        outer.setStretch(5, 1)
        self.setLayout(outer)

    def forget(self, cells: Sequence[Organization]) -> None:
        """Begin afresh with another file."""
        self.questions.forget()
        self._given = ""
        self._cell.setModel(option_model([(cell.id, cell.name) for cell in cells], self._cell))
        self._cell.setCurrentIndex(-1)
        self._cell.setEditText("")

    def default_cell(self) -> str | None:
        """The cell given to the people who have none."""
        return self._given or None

    def show_plan(self, planned: Planned) -> None:
        """Show a plan; the tab with what needs a hand comes first."""
        plan, names = planned.plan, planned.new_cells
        self._summary.setText(summed_up(plan))
        self._new_cells.setText(cells_named(names))
        self._new_cells.setToolTip("\n".join(names))
        self._new_cells.setVisible(bool(names))
        homeless = sum(not person.cell for person in planned.listed.rows)
        whole = homeless == len(planned.listed.rows)
        self._cell_told.setText(
            "Danh sách không ghi chi bộ. Chi bộ cho cả danh sách:"
            if whole
            else f"{grouped(homeless)} người chưa ghi chi bộ. Chi bộ cho những người ấy:"
        )
        self._cell_line.setVisible(bool(homeless))
        self.questions.ask(plan.questions)
        waiting = len(plan.questions)
        self._waiting.setText(f"{waiting} tên chi bộ chờ trả lời; người của các chi bộ ấy chưa được nhập.")
        self._waiting.setVisible(bool(waiting))
        self._fill_tabs(plan)

    def _fill_tabs(self, plan: ImportPlan) -> None:
        problems, changed = problem_lines(plan), change_lines(plan)
        new, same = new_people(plan), same_people(plan)
        shown: tuple[tuple[RecordTable, str, Sequence[Any], int], ...] = (
            (self._problems, "Cần xem lại", problems, len(problems)),
            (self._changes, "Thay đổi", changed, plan.updated),
            (self._new, "Người mới", new, len(new)),
            (self._same, "Không đổi", same, len(same)),
        )
        looked_at = self._tabs.currentWidget()
        self._tabs.clear()
        for table, caption, lines, count in shown:
            table.show_listing(in_order(lines))
            table.hide()
            if count:
                self._tabs.addTab(table, f"{caption} ({grouped(count)})")
        if looked_at is not None and self._tabs.indexOf(looked_at) >= 0:
            self._tabs.setCurrentWidget(looked_at)

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
    if plan.unchanged == len(plan.outcomes):
        return f"Cả {grouped(plan.unchanged)} người trong danh sách đã có trong sổ, không có gì thay đổi."
    counts = (
        (plan.created, "người mới"),
        (plan.updated, "người có thay đổi"),
        (plan.unchanged, "người không đổi"),
        (plan.held, "người chưa nhập vì cần xem lại"),
    )
    parts = " · ".join(f"{grouped(count)} {words}" for count, words in counts if count)
    return f"{grouped(len(plan.outcomes))} người trong danh sách: {parts}"


def cells_named(names: Sequence[str]) -> str:
    """The cells that will be created, the first of them by name."""
    rest = len(names) - CELLS_NAMED
    more = f" và {rest} chi bộ nữa" if rest > 0 else ""
    return f"Sẽ lập {grouped(len(names))} chi bộ mới: {', '.join(names[:CELLS_NAMED])}{more}."
