"""The place where lists come in and go out: one tab each for importing, exporting, and the imports done so far."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop_app.services.access import Right
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import Tab
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.export_tab import ExportTab
from desktop_app.ui.screens.import_file import dropped_file
from desktop_app.ui.screens.import_history import HistoryTab
from desktop_app.ui.screens.import_tab import ImportTab
from desktop_app.ui.tabbed_page import TabbedPage


class ImportingScreen(TabbedPage):
    """The tabs of the place; its keys go to the tab in front."""

    title = "Nhập, xuất"
    search_hint = words.SEARCH

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.facts_line.hide()
        self.setAcceptDrops(True)
        self._import, self._export = ImportTab(desk), ExportTab(desk)
        self.add_tab("Nhập danh sách", self._import)
        self.add_tab("Xuất danh sách", self._export)
        self.add_tab("Các lần nhập", HistoryTab(self, self.choose))

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Chọn tệp…", run=self.choose, keys="Ctrl+Shift+O", button=False, right=Right.WRITE),
            Action(caption="Bước tiếp", run=self.advance, keys="Ctrl+S", button=False),
        )

    def searched(self, text: str) -> None:
        """The box looks for members, wherever we are."""

    def entered(self, text: str) -> None:
        if text:
            self.desk.place_wanted.emit("members", text)

    def focus_start(self) -> None:
        tab = self.tabs.currentWidget()
        if isinstance(tab, (ImportTab, ExportTab)):
            tab.focus_start()
        else:
            super().focus_start()

    def choose(self) -> None:
        """Ask for a file to import, in its tab."""
        self.tabs.setCurrentWidget(self._import)
        self._import.choose()

    def open_file(self, path: Path) -> None:
        """Read a file to import, in its tab."""
        self.tabs.setCurrentWidget(self._import)
        self._import.open_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped anywhere on the place is read."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def advance(self) -> None:
        """The main button of the tab in front."""
        tab: Tab | QWidget | None = self.tabs.currentWidget()
        if isinstance(tab, (ImportTab, ExportTab)):
            tab.advance()
