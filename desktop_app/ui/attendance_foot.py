"""What stands under the attendance grid: the keys with what they mean, and how many of each mark, by half-day."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from db.values import MarkStatus
from desktop_app.domain.wording import grouped
from desktop_app.ui.attendance_model import FIRST, KEYS, TONES, status_words
from desktop_app.ui.attendance_view import AttendanceView
from desktop_app.ui.style import GAP, sign

SIGN, FIGURE, KEY_AT, ROOM = 14, 64, 12, 8
HINTS = (
    "Gõ tên: đến người đó; Enter: người kế tiếp",
    "Dấu cách: lặp lại dấu vừa ghi",
    "Ctrl+A rồi số: chỗ trống buổi này; 2 lần: mọi buổi",
    "0 hoặc Delete: xóa dấu; Ctrl+Z: hoàn tác",
    "5 đến muộn (M) · 6 về sớm (S) · F2 lý do",
)
PAD = "Bàn phím số: Enter xuống, − lên, / sang trái, * sang phải, + lặp lại dấu, phím thập phân xóa dấu"


class AttendanceFoot(QWidget):
    """One line a mark; the figures stand under their half-days and follow the grid when it is scrolled or resized."""

    def __init__(self, grid: AttendanceView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._hints: list[QLabel] = []
        self._figures: dict[tuple[int, MarkStatus | None], QLabel] = {}
        self._measure()
        self.setFixedHeight(self._line * len(KEYS) + GAP)
        self.setToolTip("\n".join((*HINTS, PAD)))
        for line, (status, hint) in enumerate(zip(KEYS, HINTS, strict=True)):
            self._legend(line, status, hint)
        grid.marks.modelReset.connect(self.renew)
        grid.marks.dataChanged.connect(lambda *_: self.count())
        grid.horizontalHeader().sectionResized.connect(lambda *_: self.place())
        grid.horizontalScrollBar().valueChanged.connect(lambda *_: self.place())

    def _measure(self) -> None:
        """Where everything stands, by the letters there are."""
        wide = self.fontMetrics().horizontalAdvance
        self._line = self.fontMetrics().lineSpacing() + 2
        self._sign_at = KEY_AT + wide("0") + ROOM
        self._word_at = self._sign_at + SIGN + ROOM
        self._hint_at = self._word_at + max(wide(status_words(status)) for status in KEYS) + ROOM
        self._hint = max(map(wide, HINTS)) + ROOM
        self._figure = max(FIGURE, wide("10.000"))

    def _legend(self, line: int, status: MarkStatus | None, hint: str) -> None:
        key = self._label(f"<b>{KEYS[status]}</b>", KEY_AT, line, self._sign_at - KEY_AT)
        key.setAccessibleName(f"Phím {KEYS[status]}")
        if status is not None:
            self._label("", self._sign_at, line, SIGN).setPixmap(sign(TONES[status]).pixmap(SIGN, SIGN))
        self._label(status_words(status), self._word_at, line, self._hint_at - self._word_at)
        quiet = self._label(hint, self._hint_at, line, self._hint)
        quiet.setObjectName("quiet")
        self._hints.append(quiet)

    def _label(self, text: str, left: int, line: int, width: int) -> QLabel:
        made = QLabel(text, self)
        made.setGeometry(left, GAP // 2 + line * self._line, width, self._line)
        return made

    def renew(self) -> None:
        """Other half-days: figures anew."""
        for figure in self._figures.values():
            figure.hide()
            figure.deleteLater()
        days = self._grid.marks.sheet.half_days
        self._figures = {(day.id, status): QLabel(self) for day in days for status in KEYS}
        for figure in self._figures.values():
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            figure.show()
        self.count()
        self.place()

    def count(self) -> None:
        """The figures as the marks are now."""
        for (day, status), figure in self._figures.items():
            figure.setText(grouped(self._grid.marks.count(day, status)))

    def place(self) -> None:
        """Every figure under its half-day; the hints where the names leave them room."""
        wide = sum(self._grid.columnWidth(column) for column in range(FIRST)) >= self._hint_at + self._hint
        for hint in self._hints:
            hint.setVisible(wide)
        for column, day in enumerate(self._grid.marks.sheet.half_days, FIRST):
            at = self._grid.columnViewportPosition(column)
            for line, status in enumerate(KEYS):
                figure = self._figures[day.id, status]
                figure.setGeometry(at, GAP // 2 + line * self._line, self._figure, self._line)
                figure.setVisible(at >= self._hint_at + self._hint * wide - self._figure // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
