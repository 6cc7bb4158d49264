"""The last step of an import: what was written, what still needs a hand, and a way to take it all back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.wording import grouped
from desktop_app.services import journal
from desktop_app.services.store import Store
from desktop_app.ui.figure_bar import Figure, FigureBar
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.saved_line import SavedLine
from desktop_app.ui.screens.import_jobs import Planned
from desktop_app.ui.screens.import_lines import PROBLEMS, in_order
from desktop_app.ui.screens.import_preview import SAVE_REASONS
from desktop_app.ui.table import RecordTable

UNDONE = "Lần nhập này đã được hoàn tác; sổ như trước khi nhập."
FIGURES = {
    "created": "Người mới",
    "updated": "Người được sửa",
    "unchanged": "Không đổi",
    "held": "Chờ quyết định",
    "left_out": "Không nhập",
}


class ResultPanel(QWidget):
    """`undo`, `show_members`, `again` are what can be done next. `reasons_wanted`: the file with its reasons is."""

    reasons_wanted = Signal()

    def __init__(
        self,
        undo: Callable[[], object],
        show_members: Callable[[], object],
        again: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.gesture_id: int | None = None
        self.planned: Planned | None = None
        self.saved = SavedLine()
        self._sentence = label(name="subheading", wrap=True)
        self._figures = FigureBar([Figure(key=key, caption=caption) for key, caption in FIGURES.items()])
        self._undo = button("Hoàn tác lần nhập này", undo, picture="undo")
        self._members = button("Xem đảng viên", show_members, "main")
        self._again = button("Nhập tệp khác…", again, tip="Ctrl+Shift+O")
        self._told = label(name="quiet", wrap=True)
        self._reasons = button(SAVE_REASONS, self.reasons_wanted.emit)
        self._problems = RecordTable("import_problems", PROBLEMS)
        self._lay_out()

    def _lay_out(self) -> None:
        self._figures.setEnabled(False)
        buttons = row(self._members, self._again, self._undo, None)
        reasons = row(self._told, self._reasons)
        reasons.setStretch(0, 1)
        outer = column(self._sentence, self._figures, buttons, reasons, self.saved, self._problems, None)
        outer.setStretch(5, 100)
        self.setLayout(outer)

    def show_result(self, planned: Planned, sentence: str, gesture_id: int | None) -> None:
        """What was written of a plan, under the gesture that wrote it."""
        self.gesture_id, self.planned = gesture_id, planned
        lines = planned.lines.problems
        self._sentence.setText(sentence)
        for key in FIGURES:
            count = planned.plan.count(key)
            self._figures.offer(key, bool(count))
            self._figures.show_figures({key: grouped(count)})
        self._figures.show()
        self._undo.setVisible(gesture_id is not None)
        self._told.setText(f"{grouped(len(lines))} chỗ trong tệp còn phải xem lại; sửa trong tệp rồi nhập lại tệp ấy.")
        self.saved.hide()
        for part in (self._told, self._reasons, self._problems):
            part.setVisible(bool(lines))
        self._problems.show_listing(in_order(lines))

    def show_undone(self, store: Store) -> None:
        """Say so when the import was taken back since."""
        gesture = next((each for each in journal.history(store) if each.id == self.gesture_id), None)
        if gesture is not None and gesture.undone_by:
            self._sentence.setText(UNDONE)
            for gone in (self._undo, self._figures, self._told, self._reasons, self.saved, self._problems):
                gone.hide()

    def focus_start(self) -> None:
        self._members.setFocus()


def result_sentence(planned: Planned, name: str) -> str:
    """“Đã nhập ds.xlsx: thêm 1.970 người, sửa 20 người, lập 36 chi bộ.”"""
    plan = planned.plan
    parts = (
        (plan.created, "thêm {} người"),
        (plan.updated, "sửa {} người"),
        (len(planned.new_cells), "lập {} chi bộ"),
        (plan.held, "còn {} người chưa nhập"),
    )
    return f"Đã nhập {name}: {', '.join(words.format(grouped(count)) for count, words in parts if count)}."
