"""A screen that is a list: search box, filters, table, count line, buttons, right-click menu, and an empty state.

A list screen is data and three methods:

    class RoundsScreen(TableScreen):
        title, name, search_hint = "Đợt học tập", "rounds", "Tìm đợt học tập (Ctrl+K)"
        columns = (Column(key="name", title="Tên đợt", value=lambda r: r.name, width=320), …)
        empty = "Chưa có đợt học tập."          # its one button is the main action, or `remedy()`

        def filters(self) -> Sequence[Filter]: …                       # may be left out
        def listing(self, query: Query) -> Listing:                    # a list in memory:
            return listing_of(rounds.rounds(self.store), self.columns, query.text, query.sorting)
        def gestures(self) -> Sequence[Action]: …                      # Needs.ONE / Needs.SOME follow the selection
        def open(self, record_id: int) -> None: …                      # double-click, Enter

A list by ids (members) gives Listing(ids=members.list_ids(...), fetch=lambda ids: members.page(self.store, ids)).
`self.table.selected_ids()`, `self.table.records()`; `self.counted(n)` words the count line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop_app.domain.wording import grouped
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter, FilterBar
from desktop_app.ui.parts import ElidedLabel, button, column, label, row
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.table import RecordTable
from desktop_app.ui.table_model import Column, Listing, Sorting

TYPING_PAUSE_MS = 150
LEAST_COUNT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What the clerk asked the list for."""

    text: str
    chosen: dict[str, Any]
    sorting: Sorting


class TableScreen(Screen):
    """`name` is under which the columns are remembered."""

    name = ""
    columns: Sequence[Column] = ()
    empty = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table = RecordTable(self.name, self.columns, self)
        self.table.setAccessibleName(self.title or "Danh sách")
        self.filter_bar = FilterBar(self.filters(), self)
        self.count_line = ElidedLabel()
        self.count_line.setObjectName("count")
        self.count_line.setMinimumWidth(LEAST_COUNT)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._nothing = label(name="subheading")
        self._remedy: QPushButton = button("", self._remedied)
        self._middle = QStackedWidget()
        self._fill()
        self._listen()

    def filters(self) -> Sequence[Filter]:
        return ()

    def listing(self, query: Query) -> Listing:
        """The rows for what was asked."""
        raise NotImplementedError

    def open(self, record_id: int) -> None:
        """Double-click or Enter on a row."""

    def remedy(self) -> Action | None:
        """The one button of the empty place: by default the screen's main action."""
        return next((action for action in self.gestures() if action.main), None)

    def counted(self, count: int) -> str:
        """The count line, without what is selected."""
        return f"{grouped(count)} dòng"

    def look_for(self, text: str) -> None:
        """Search for a text given from elsewhere, among all rows."""
        self.filter_bar.reset()
        self.search_box.setText(text)
        self.load_now()

    def show_kept(self, record_id: int) -> None:
        """Select what was just kept; where the search or a filter hides it, they are dropped."""
        if not self.table.rows.rows_of([record_id]):
            self.look_for("")
        self.table.select_ids([record_id])

    def _fill(self) -> None:
        self.tools.insertWidget(0, self.filter_bar)
        self.tools.insertWidget(1, self.count_line)
        self.tools.insertStretch(2, 1)
        nothing = QWidget()
        nothing.setLayout(column(None, row(None, self._nothing, None), row(None, self._remedy, None), None, None))
        self._middle.addWidget(self.table)
        self._middle.addWidget(nothing)
        self.body.addWidget(self._middle)
        self.body.setContentsMargins(0, 0, 0, 0)
        for action in self.menu_actions():
            self.table.addAction(action)

    def _listen(self) -> None:
        self._pause.timeout.connect(self.load_now)
        self.filter_bar.changed.connect(self.load_now)
        self.table.sorted.connect(self.load_now)
        self.table.opened.connect(lambda found: self.begin(self.opening, lambda: self.open(found)))
        self.table.chosen.connect(self._chosen)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search_box, self._into_table)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search_box, self.search_box.clear)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)

    def searched(self, text: str) -> None:
        self._pause.start()

    def found_here(self) -> bool:
        return self.table.rows.rowCount() > 0

    def entered(self, text: str) -> None:
        self.load_now()
        self._into_table()

    def selected_count(self) -> int:
        return self.table.selected_count()

    def query(self) -> Query:
        return Query(text=self.search_box.text().strip(), chosen=self.filter_bar.chosen(), sorting=self.table.sorting())

    def load(self) -> None:
        self.filter_bar.refill()
        self.load_now()

    def load_now(self) -> None:
        """Read the rows for what is typed and chosen now."""
        self._pause.stop()
        self.table.show_listing(self.listing(self.query()))
        self._show_state()

    def _show_state(self) -> None:
        count = self.table.rows.rowCount()
        narrowed = bool(self.search_box.text().strip()) or self.filter_bar.narrowed()
        self._middle.setCurrentIndex(0 if count else 1)
        remedy = self.remedy()
        self._nothing.setText("Không có dòng nào khớp với điều đang tìm và lọc." if narrowed else self.empty)
        self._remedy.setText("Bỏ tìm và lọc" if narrowed else (remedy.caption if remedy else ""))
        self._remedy.setVisible(narrowed or (remedy is not None and not self.why_not(remedy.right)))
        self._chosen()

    def _remedied(self) -> None:
        """The one button of the empty state: drop the filters, or the screen's remedy."""
        if self.search_box.text().strip() or self.filter_bar.narrowed():
            self.look_for("")
            return
        if remedy := self.remedy():
            remedy.run()

    def _chosen(self) -> None:
        selected = self.table.selected_count()
        chosen = f" · đã chọn {grouped(selected)}" if selected > 1 else ""
        self.count_line.setText(self.counted(self.table.rows.rowCount()) + chosen)
        self.count_line.setToolTip(self.count_line.text())
        self.enable_gestures()

    def _into_table(self) -> None:
        if self.table.rows.rowCount():
            if not self.table.selected_count():
                self.table.selectRow(0)
            self.table.setFocus()
