"""Two entries side by side, field by field: what is kept of each is chosen here, and then they are one person.

Only what differs is asked; what one of them lacks is taken from the other. Nothing is written before the red button.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea

from desktop_app.domain.refusal import Refusal
from desktop_app.services import duplicates, person
from desktop_app.services.access import Right
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import label, row
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.compare_grid import CompareGrid
from desktop_app.ui.screens.duplicates import APART, strength
from desktop_app.ui.style import MARGIN

MERGE = "Gộp thành một người"
MOVES = (
    "Gộp xong còn một người, mang mã của bản giữ lại. Điểm danh, học bù, bài thu hoạch, chức vụ, miễn viết của cả hai "
    "về người ấy, không mất dòng nào; bản kia vào thùng rác. Hoàn tác được."
)


class ComparePage(Screen):
    """`one_id` and `other_id` are the two entries."""

    title = "So sánh"

    def __init__(self, desk: Desk, one_id: int, other_id: int) -> None:
        super().__init__(desk)
        self.one_id, self.other_id = one_id, other_id
        self._in_full = False
        self.why = label(name="quiet", wrap=True)
        self.refusal = label(name="problem", wrap=True)
        self.refusal.hide()
        self.kept = QComboBox()
        self.kept.setAccessibleName("Giữ mã của")
        self.grid = CompareGrid()
        area = QScrollArea(widgetResizable=True)
        area.setWidget(self.grid)
        area.setFrameShape(QFrame.Shape.NoFrame)
        for ground in (self.grid, area.viewport()):
            ground.setAutoFillBackground(False)
        keep = row(label("Giữ mã của"), self.kept, None)
        for part in (self.why, label(MOVES, "quiet", wrap=True), self.refusal):
            self.body.addWidget(part)
        self.body.addLayout(keep)
        self.body.addWidget(area, 1)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        self.tools.addStretch(1)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=MERGE, run=self.merge, keys="Ctrl+S", main=True, right=Right.WRITE),
            Action(caption=APART, run=self.tell_apart, keys="Ctrl+D", tip="Không nêu cặp này nữa", right=Right.WRITE),
            Action(
                caption="Số đầy đủ / che số",
                run=self.turn_numbers,
                keys="Ctrl+L",
                tip="Việc xem số được ghi lại",
                right=Right.NUMBERS,
            ),
        )

    def load(self) -> None:
        try:
            found = duplicates.compare(self.store, self.one_id, self.other_id)
        except Refusal:
            self.desk.back_wanted.emit()
            raise
        self.set_title(f"{found.one.full_name} và {found.other.full_name}")
        reasons = ", ".join(found.likeness.reasons)
        self.why.setText(f"Vì sao nêu ra: {reasons} – {strength(found.likeness.points)}.")
        if not self.kept.count():
            for each in (found.one, found.other):
                self.kept.addItem(f"{each.full_name} ({each.code})", each.id)
        self.grid.show_pair(found, self._in_full)

    def turn_numbers(self) -> None:
        """Show numbers in full, which is written down, or mask them again."""
        self._in_full = not self._in_full
        if self._in_full:
            found = duplicates.compare(self.store, self.one_id, self.other_id)
            for each in (found.one, found.other):
                person.reveal(self.store, each)
        self.load()

    def focus_start(self) -> None:
        self.kept.setFocus()

    def merge(self) -> None:
        """Make them one; or say what is still to be chosen."""
        kept = self.kept.currentData()
        other = self.other_id if kept == self.one_id else self.one_id
        take = self.grid.taken_from_other() if kept == self.one_id else self.grid.taken_from_one()
        marks = {half_day: self.one_id if first else self.other_id for half_day, first in self.grid.marks().items()}
        try:
            found = self.desk.write(duplicates.merge, kept, other, take, marks)
        except Refusal as refusal:
            self.refusal.setText(str(refusal))
            self.refusal.show()
            return
        self.desk.tell_written(f"Đã gộp thành {found.full_name} ({found.code}).")

    def tell_apart(self) -> None:
        """Two people after all: the pair is remembered and shown no more."""
        try:
            self.desk.write(duplicates.not_same, self.one_id, self.other_id)
        except Refusal as refusal:
            self.desk.refused.emit(str(refusal))
            return
        self.desk.back_wanted.emit()
        self.desk.tell_written("Đã ghi nhớ: không phải một người.")
