"""A page for one thing whose parts stand in tabs: only the tab in front is read. It knows no service.

Ctrl+Tab and Ctrl+PgDn turn the tabs. The keys of the lists in the tabs work wherever the page has the focus: they go
to the list that holds the keyboard, otherwise to the first list of the tab in front that knows them.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane, Tab
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Screen
from desktop_app.ui.style import MARGIN

NEXT, BEFORE = "Sang thẻ kế tiếp", "Về thẻ trước"
TURNS = (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1))


class TabbedPage(Screen):
    """`facts_line` is the quiet line under the heading."""

    search_hint = "Tìm trong danh sách này (Ctrl+K)"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.facts_line = label(name="quiet", wrap=True)
        self.tabs = QTabWidget(documentMode=True)
        self.body.addWidget(self.facts_line)
        self.body.addWidget(self.tabs, 1)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        self.tools.addStretch(1)
        self._fresh: set[QWidget] = set()
        self._keys: set[str] = set()
        self.tabs.currentChanged.connect(self._turned)
        for keys, step in TURNS:
            turn = self._listen_to(keys)
            turn.setWhatsThis(NEXT if step > 0 else BEFORE)
            turn.activated.connect(lambda step=step: self.turn(step))

    def add_tab(self, caption: str, tab: Tab) -> None:
        """A tab more, and the keys of its lists."""
        for pane in tab.panes():
            for keys in {action.keys for action in pane.gestures() if action.keys} - self._keys:
                self._keys.add(keys)
                self._listen_to(keys).activated.connect(lambda keys=keys: self._press(keys))
        self.tabs.addTab(tab, caption)

    def read(self) -> None:
        """Read what the head of the page shows; Refusal when the thing itself is gone."""

    def load(self) -> None:
        try:
            self.read()
        except Refusal:
            self.desk.back_wanted.emit()
            raise
        self._fresh.clear()
        self._load_tab()

    def turn(self, step: int) -> None:
        """Turn to another tab, round and round."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        self.focus_start()

    def searched(self, text: str) -> None:
        for pane in self.panes():
            pane.text = text.strip()
            pane.load_rows()

    def found_here(self) -> bool:
        return not self.panes() or any(pane.table.rows.rowCount() for pane in self.panes())

    def entered(self, text: str) -> None:
        self.focus_start()

    def panes(self) -> list[ListPane]:
        """The lists of the tab in front."""
        tab = self.tabs.currentWidget()
        return tab.panes() if isinstance(tab, Tab) else []

    def focus_start(self) -> None:
        for pane in self.panes()[:1]:
            pane.focus_start()

    def _listen_to(self, keys: str) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    def _press(self, keys: str) -> None:
        focus = QApplication.focusWidget()
        known = sorted(self.panes(), key=lambda pane: focus is None or not pane.isAncestorOf(focus))
        for pane in known:
            if pane.press(keys):
                return

    def _turned(self) -> None:
        if self.isVisible():
            self.search_box.clear()
            self._load_tab()

    def _load_tab(self) -> None:
        tab = self.tabs.currentWidget()
        if isinstance(tab, Tab) and tab not in self._fresh:
            self._fresh.add(tab)
            tab.load()
