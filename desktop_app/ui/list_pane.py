"""A list inside a page: its buttons, table, right-click menu and empty state. Not a place of its own.

A tab of a `TabbedPage` is one of these, or holds several. The page reads it when it is shown and gives it the keys:

    class DocumentsPane(ListPane):
        name, empty = "round_documents", "Đợt chưa có văn bản nào."
        columns = (Column(key="title", title="Trích yếu", value=lambda r: r.item.title, width=520),)

        def gestures(self) -> Sequence[Action]: …             # keys are pressed wherever the page has the focus
        def records(self) -> Iterable[Any]: …                # rows with an id; `numbered(items)` where they have none
        def open(self, record_id: int) -> None: …            # double-click, Enter
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop_app.domain.wording import grouped
from desktop_app.services.access import Right
from desktop_app.ui.forbidden import forbid_line
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.style import GAP
from desktop_app.ui.table import RecordTable
from desktop_app.ui.table_model import Column, listing_of
from desktop_app.ui.wrap import wrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A row that is known only by its place, from 0."""

    id: int
    item: Any


def numbered(items: Iterable[Any]) -> list[Numbered]:
    """Rows for things that are kept in an order and have no id."""
    return [Numbered(id=place, item=item) for place, item in enumerate(items)]


class Tab(QWidget):
    """What stands in a tab of a page."""

    def load(self) -> None:
        """Read what is shown afresh from the store."""

    def panes(self) -> "list[ListPane]":
        """Its lists, in the order of the eye."""
        return []


class ListPane(Tab):
    """`name` is under which the columns are remembered; `heading` stands on top where a tab has two lists."""

    name = ""
    heading = ""
    columns: Sequence[Column] = ()
    empty = ""
    opening = Right.LOOK

    def __init__(self, page: Screen) -> None:
        super().__init__()
        self.page, self.desk, self.store = page, page.desk, page.store
        self.text = ""
        self.table = RecordTable(self.name, self.columns, self)
        self.table.setAccessibleName(self.heading or page.title or "Danh sách")
        self.count_line = label(name="count")
        self._nothing = label(name="subheading", wrap=True)
        self._remedy: QPushButton = button("", self._remedied)
        self._middle = QStackedWidget()
        self._armed = [self._arm(action) for action in self.gestures()]
        self._lay_out()
        self.table.opened.connect(lambda found: page.begin(self.opening, lambda: self.open(found)))
        self.table.chosen.connect(self._chosen)
        self.table.sorted.connect(self.load_rows)

    def gestures(self) -> Sequence[Action]:
        """What can be done here, in the order of the buttons; the first main one is also the empty state's button."""
        return ()

    def records(self) -> Iterable[Any]:
        """The rows, in their own order."""
        return ()

    def key(self, record: Any) -> int:
        """What a row is selected by."""
        return int(record.id)

    def open(self, record_id: int) -> None:
        """Double-click or Enter on a row."""

    def counted(self, count: int) -> str:
        """The count line, without what is selected."""
        return f"{grouped(count)} dòng" if count else ""

    def load(self) -> None:
        self.load_rows()

    def panes(self) -> "list[ListPane]":
        return [self]

    def load_rows(self) -> None:
        """Show the rows that hold the text searched for, in the order chosen."""
        listing = listing_of(self.records(), self.columns, self.text, self.table.sorting(), self.key)
        self.table.show_listing(listing)
        self._middle.setCurrentIndex(0 if listing.ids else 1)
        main = next((action for action in self.gestures() if action.main), None)
        self._nothing.setText("Không có dòng nào khớp với điều đang tìm." if self.text else self.empty)
        self._remedy.setText("Bỏ tìm" if self.text else (main.caption if main else ""))
        self._remedy.setVisible(bool(self.text) or (main is not None and not self.page.why_not(main.right)))

    def selected(self) -> Any:
        """The one selected row, or None."""
        found = self.table.records()
        return found[0] if len(found) == 1 else None

    def press(self, keys: str) -> bool:
        """Do what these keys mean here, if anything."""
        for action, armed, _ in self._armed:
            refused = bool(self.page.why_not(action.right))
            if action.keys == keys and armed.isVisible() and (armed.isEnabled() or refused):
                self.page.begin(action.right, action.run)
                return True
        return False

    def offer(self, caption: str, offered: bool) -> None:
        """Show or hide an action by its caption."""
        for action, armed, pressed in self._armed:
            if action.caption == caption:
                armed.setVisible(offered)
                if pressed:
                    pressed.setVisible(offered)

    def focus_start(self) -> None:
        """Give the table the keyboard, on its first row when none is chosen."""
        if self.table.rows.rowCount() and not self.table.selected_count():
            self.table.selectRow(0)
        (self.table if self.table.rows.rowCount() else self._remedy).setFocus()

    def _arm(self, action: Action) -> tuple[Action, QAction, QPushButton | None]:
        """A line of the right-click menu that shows its keys (the page listens to them), and a button."""
        armed = QAction(f"{action.caption}\t{action.keys}" if action.keys else action.caption, self)
        armed.triggered.connect(lambda _=False: self.desk.tell_refusal(action.run))
        self.table.addAction(armed)
        if why := self.page.why_not(action.right):
            forbid_line(armed, why)
        if not action.button:
            return action, armed, None
        tip = f"{action.tip or action.caption} ({action.keys})" if action.keys else action.tip
        look = "main" if action.main else ""
        pressed = button(action.caption, lambda: self.desk.tell_refusal(action.run), look, tip, action.picture)
        self.page.guard(action.right, pressed)
        return action, armed, pressed

    def _lay_out(self) -> None:
        nothing = QWidget()
        nothing.setLayout(column(None, self._nothing, row(self._remedy, None), None, None, margin=GAP))
        self._middle.addWidget(self.table)
        self._middle.addWidget(nothing)
        buttons = [pressed for _, _, pressed in self._armed if pressed]
        head = row(*([label(self.heading, "subheading")] if self.heading else []), None, self.count_line)
        tools = wrapped(*buttons, None) if self.heading else wrapped(*buttons, None, self.count_line)
        self.above = column(head, tools) if self.heading else column(tools)
        self.layers = column(self.above, self._middle)
        self.layers.setContentsMargins(0, GAP, 0, 0)
        self.layers.setStretch(1, 1)
        self.setLayout(self.layers)

    def _remedied(self) -> None:
        if self.text:
            self.page.search_box.clear()
            return
        next(action for action in self.gestures() if action.main).run()

    def _chosen(self) -> None:
        count = self.table.selected_count()
        chosen = f" · đã chọn {grouped(count)}" if count > 1 else ""
        self.count_line.setText(self.counted(self.table.rows.rowCount()) + chosen)
        for action, armed, pressed in self._armed:
            fits = action.needs is Needs.NOTHING or count == 1 or (count > 1 and action.needs is Needs.SOME)
            armed.setEnabled(fits)
            if pressed:
                pressed.setEnabled(fits)
