"""How far each cell has come in a round: figures with bars. It shows what the service counted and counts nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.wording import grouped, percent_value
from desktop_app.services.reports import Summary, SummaryRow
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.style import GRID, colours
from desktop_app.ui.table_model import Column

BAR_HEIGHT = 12
WORDS_WIDTH = 72


def studied_share(row: SummaryRow) -> float:
    """Per cent who have studied, 0 where nobody must."""
    return percent_value(row.studied, row.must_attend) or 0.0


def essay_share(row: SummaryRow) -> float:
    """Per cent of essays handed in, 0 where nobody must write."""
    return percent_value(row.handed_in, row.must_write) or 0.0


class BarDelegate(QStyledItemDelegate):
    """Draws “98,50 %” with a bar of that length before it: as readable in black and white as in colour."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        share = as_number(str(index.data() or ""))
        if share is None:
            return
        named, room = colours(), bar_room(option)
        painter.fillRect(room, QColor(named["line"]))
        room.setWidth(round(room.width() * share / 100))
        painter.fillRect(room, QColor(named["good"] if share >= 100 else named["muted"]))


def bar_room(option: QStyleOptionViewItem) -> QRect:
    """Where the bar is drawn: left of the words, in the middle of the row."""
    whole: QRect = option.rect
    top = whole.top() + (whole.height() - BAR_HEIGHT) // 2
    return QRect(whole.left() + 2 * GRID, top, max(0, whole.width() - WORDS_WIDTH - 2 * GRID), BAR_HEIGHT)


def as_number(text: str) -> float | None:
    """“98,50 %” as 98.5; None for “–”."""
    digits = text.removesuffix("%").strip().replace(",", ".")
    return float(digits) if digits[:1].isdigit() else None


def shown_percent(text: str) -> str:
    return text if text == "–" else f"{text} %"


class ProgressPane(ListPane):
    """A line a cell and one for the whole; `show_summary` gives the figures."""

    name = "round_progress"
    empty = "Chưa có số liệu: cần thêm hội nghị và chốt danh sách triệu tập của hội nghị."
    columns: Sequence[Column] = (
        Column(key="name", title="Chi bộ", value=lambda r: r.name, width=224),
        Column(
            key="must",
            title="Phải học",
            value=lambda r: grouped(r.must_attend),
            width=88,
            figures=True,
            sort_key=lambda r: r.must_attend,
        ),
        Column(
            key="studied",
            title="Đã học",
            value=lambda r: grouped(r.studied),
            width=80,
            figures=True,
            sort_key=lambda r: r.studied,
        ),
        Column(
            key="left",
            title="Chưa học",
            value=lambda r: grouped(r.not_studied),
            width=88,
            figures=True,
            sort_key=lambda r: r.not_studied,
        ),
        Column(
            key="bar",
            title="Tỷ lệ đã học",
            value=lambda r: shown_percent(r.studied_percent),
            width=224,
            figures=True,
            sort_key=studied_share,
        ),
        Column(
            key="essays",
            title="Đã nộp bài",
            value=lambda r: f"{grouped(r.handed_in)}/{grouped(r.must_write)}",
            width=104,
            figures=True,
            sort_key=lambda r: r.handed_in,
        ),
        Column(
            key="essay_bar",
            title="Tỷ lệ nộp bài",
            value=lambda r: shown_percent(r.essay_percent),
            width=224,
            figures=True,
            sort_key=essay_share,
        ),
    )

    def __init__(self, page: Screen) -> None:
        super().__init__(page)
        self._rows: tuple[SummaryRow, ...] = ()
        for place, column in enumerate(self.columns):
            if column.key.endswith("bar"):
                self.table.setItemDelegateForColumn(place, BarDelegate(self.table))
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Xem đảng viên của chi bộ", run=self.show_cell, needs=Needs.ONE, tip="Enter hoặc bấm đúp"),
        )

    def show_summary(self, found: Summary) -> None:
        """Show these figures, the whole last."""
        self._rows = (*found.rows, found.total) if found.rows else ()
        self.load_rows()

    def records(self) -> Iterable[SummaryRow]:
        return self._rows

    def key(self, record: Any) -> int:
        return record.cell_id or 0

    def counted(self, count: int) -> str:
        return f"{grouped(max(0, count - 1))} chi bộ" if count else ""

    def show_cell(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        name = next(row.name for row in self._rows if self.key(row) == record_id)
        self.desk.place_wanted.emit("members", name if record_id else "")
