"""The journal: everything that was done, by whom and when, with what it changed; undone and done again from here.

The bin, and the list of what was printed and exported, are pages behind it.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from db.records import Gesture
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.services import gestures, history, journal
from desktop_app.services.access import Right
from desktop_app.services.gestures import GesturesWanted
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter
from desktop_app.ui.kinds import KINDS
from desktop_app.ui.list_pane import numbered
from desktop_app.ui.parts import column, label, row
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.bin_page import BinPage
from desktop_app.ui.screens.outputs_page import OutputsPage
from desktop_app.ui.screens.person_changes import CHANGED, moment
from desktop_app.ui.style import MARGIN, ROW, Tone
from desktop_app.ui.table import RecordTable
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

DETAILS = 208
MOST_TOLD = 500
STATES = (("standing", "Còn hiệu lực"), ("undone", "Đã hoàn tác"))
NO_ROWS = "Việc này làm hàng loạt: sổ không ghi riêng từng dòng."


def state(gesture: Gesture) -> str:
    if gesture.undoes:
        return ""
    return "Đã hoàn tác" if gesture.undone_by else "Còn hiệu lực"


def tone(gesture: Gesture) -> Tone | None:
    if gesture.undoes:
        return None
    return Tone.QUIET if gesture.undone_by else Tone.GOOD


class HistoryScreen(TableScreen):
    """The latest on top; below the list, what the selected gesture changed."""

    title, name = "Nhật ký", "journal"
    search_hint = "Tìm việc đã làm, người (Ctrl+K)"
    empty = "Chưa có việc nào được ghi vào sổ."
    columns = (
        Column(key="when", title="Lúc", value=lambda g: moment(g.done_at), width=136),
        Column(key="who", title="Người làm", value=lambda g: g.user, width=128, least=88),
        Column(key="what", title="Việc đã làm", value=lambda g: g.summary, width=560, least=240),
        Column(key="state", title="Tình trạng", value=state, width=136, tone=tone),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.about = label("", "subheading")
        self.changed = RecordTable(
            "journal_changes",
            (*CHANGED,),
            self,
        )
        self.changed.setAccessibleName("Những gì đã đổi")
        self.told = label(name="quiet")
        self._below = QWidget()
        self._below.setLayout(column(self.about, self.told, self.changed))
        self._below.setFixedHeight(DETAILS)
        for _ in range(3):  # filters, count and the stretch between: they stand in a row of their own
            self.tools.takeAt(0)
        self.tools.addStretch(1)
        self.body.insertLayout(0, row(self.filter_bar, self.count_line, None))
        self.body.addWidget(self._below)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        self.table.chosen.connect(self._show_changes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._end_with_a_row)

    def _end_with_a_row(self) -> None:
        """The list ends with a whole row: what is left over of one goes to what stands under it."""
        rows = self.table.viewport().height() + self._below.height() - DETAILS
        self._below.setFixedHeight(DETAILS + max(0, rows) % ROW)

    def load_now(self) -> None:
        """Something is always chosen, the latest to begin with, so that what it changed stands under the list."""
        super().load_now()
        if not self.table.selected_count() and self.table.rows.rowCount():
            self.table.selectRow(0)

    def filters(self) -> Sequence[Filter]:
        kinds, states = [(None, words.ALL), *KINDS], [(None, words.ALL), *STATES]
        return (
            Filter(
                key="day",
                label="Ngày",
                options=self.day_options,
                other="ngày khác…",
                ask=ask_day,
                shown=lambda span: show_date(span[0]),
            ),
            Filter(key="user", label="Người làm", options=self.user_options),
            Filter(key="kind", label="Về", options=lambda: kinds),
            Filter(key="state", label="Tình trạng", options=lambda: states),
        )

    def day_options(self) -> list[tuple[object, str]]:
        """Spans of days of the calendar on the wall: the journal keeps real times, in a practice office too."""
        today = date.today()
        week = (today - timedelta(days=6)).isoformat()
        month = (today - timedelta(days=29)).isoformat()
        now = today.isoformat()
        return [(None, words.ALL), ((now, now), "hôm nay"), ((week, now), "7 ngày qua"), ((month, now), "30 ngày qua")]

    def user_options(self) -> list[tuple[object, str]]:
        return [(None, words.ALL), *((name, name) for name in gestures.users(self.store))]

    def listing(self, query: Query) -> Listing:
        chosen = query.chosen
        since, until = chosen["day"] or (None, None)
        asked = GesturesWanted(
            since=since, until=until, user=chosen["user"], verbs=chosen["kind"] or (), state=chosen["state"]
        )
        return Listing(
            ids=gestures.find(self.store, asked, query.text), fetch=lambda ids: gestures.page(self.store, ids)
        )

    def counted(self, count: int) -> str:
        return f"{grouped(count)} việc"

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Hoàn tác việc này",
                run=self.take_back,
                keys="Ctrl+U",
                picture="undo",
                needs=Needs.ONE,
                tip="Việc đang chọn; Ctrl+Z hoàn tác việc cuối cùng",
                right=Right.CELL,
            ),
            Action(
                caption=words.REDO,
                run=self.desk.redo,
                picture="redo",
                tip="Việc hoàn tác sau cùng (Ctrl+Y)",
                right=Right.CELL,
            ),
            Action(caption="Thùng rác", run=self.show_bin, keys="Ctrl+R", tip="Người đã xóa khỏi sổ"),
            Action(caption="Đã in, đã xuất", run=self.show_outputs, keys="Ctrl+L"),
        )

    def remedy(self) -> Action | None:
        return None

    def take_back(self) -> None:
        """The selected gesture; the service refuses where a later one stands on it, and names that one."""
        (chosen,) = self.table.records()
        self.perform(journal.undo, chosen.id, done=lambda gesture: f"Đã hoàn tác: {gesture.summary}.")

    def show_bin(self) -> None:
        self.desk.page_opened.emit(BinPage(self.desk))

    def show_outputs(self) -> None:
        self.desk.page_opened.emit(OutputsPage(self.desk))

    def open(self, record_id: int) -> None:
        """Into what it changed."""
        if self.changed.rows.rowCount():
            self.changed.selectRow(0)
            self.changed.setFocus()

    def _show_changes(self) -> None:
        """What the one selected gesture changed, row by row in words."""
        chosen = self.table.records()
        one = chosen[0] if len(chosen) == 1 else None
        found = history.of_gesture(self.store, one.id, MOST_TOLD) if one else []
        self.about.setText(one.summary if one else "")
        self.told.setText(NO_ROWS if one and not found else "" if one else "Chọn một việc để xem đã đổi những gì.")
        self.told.setVisible(not found)
        self.changed.setVisible(bool(found))
        self.changed.show_listing(listing_of(numbered(found), self.changed.rows.columns))


def ask_day(parent: QWidget) -> tuple[str, str] | None:
    day = ask.ask_date(parent, "Xem những việc đã làm ngày nào?", "Xem")
    return (day, day) if day else None
