"""A walk through the whole window: every place, tab, page and dialog that pressing and opening reaches.

It knows no screen by name. What is looked at is the affair of `visit(where, widget)`, called once for each.
"""

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QTabWidget, QWidget
from shiboken6 import isValid

from build_scripts.careless import Fileless
from desktop_app.ui import ask
from desktop_app.ui.fields import Field
from desktop_app.ui.record_dialog import RecordDialog
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.table import RecordTable
from desktop_app.ui.window import Window

Visit = Callable[[str, QWidget], object]
LEFT_ALONE = ("✕", "Dừng", "Đổi sổ", "Đổi sổ…", "Hoàn tác", "Nhật ký")
PATIENCE = 10.0


class Bystander(Fileless):
    """Answers every box as someone who only looks: nothing is agreed to but leaving, no file is chosen."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    def confirm(self, parent: QWidget | None, sentence: str, verb: str, lasting: bool = False) -> bool:
        return False

    def confirm_list(self, parent: QWidget | None, sentence: str, lines: Any, verb: str, lasting: bool = False) -> bool:
        return False

    def leave(self, parent: QWidget | None, sentence: str, save: str) -> ask.Leaving:
        return ask.Leaving.DROP

    def value(self, parent: QWidget | None, sentence: str, field: Field, start: object, verb: str) -> object:
        dialog = RecordDialog(parent, sentence, verb, (field,), {field.key: start}, lambda values: None)
        dialog.open()
        self._visit(f"? {sentence}", dialog)
        dialog.done(0)
        return None


class Tour:
    """`seen` holds the names of the classes of screens and the captions of the dialogs met."""

    def __init__(self, window: Window, visit: Visit) -> None:
        self._window, self._visit = window, visit
        self.seen: set[str] = set()
        self._done: set[tuple[type, str]] = set()

    def walk(self, more: Sequence[Screen] = ()) -> set[str]:
        """Go everywhere once, and to pages that are hard to come by."""
        for place in SCREENS:
            self._window.go_to(place.key)
            self._settle()
            self._explore(self._top())
        self._do(self._top(), "F1", self._window.show_help)
        for page in more:
            self._do(self._top(), type(page).__name__, partial(self._window.open_page, page))
        return self.seen

    def _top(self) -> Screen:
        found = self._window.current()
        assert found is not None
        return found

    def _explore(self, screen: Screen) -> None:
        if type(screen).__name__ in self.seen:
            return
        self.seen.add(type(screen).__name__)
        tabs = screen.findChild(QTabWidget)
        for at in range(tabs.count() if tabs else 1):
            if not isValid(screen):
                return
            if tabs:
                tabs.setCurrentIndex(at)
            self._settle()
            name = f"{type(screen).__name__}{f'/{tabs.tabText(at)}' if tabs else ''}"
            choose_first(screen)
            self._visit(name, screen)
            self._open_rows(screen, name)
            self._press_all(screen, name)

    def _open_rows(self, screen: Screen, name: str) -> None:
        for table in screen.findChildren(RecordTable):
            if isValid(table) and table.isVisible() and table.rows.rowCount():
                table.setCurrentIndex(table.model().index(0, 0))
                self._do(screen, f"{name} ↵", partial(QTest.keyClick, table, Qt.Key.Key_Return))

    def _press_all(self, screen: Screen, name: str) -> None:
        """Every button and every line of the right-click menus, once on this screen."""
        while isValid(screen):
            choose_first(screen)
            coming = [(key, do) for key, do in ways(screen) if (type(screen), key) not in self._done]
            if not coming:
                return
            caption, press = coming[0]
            self._done.add((type(screen), caption))
            self._do(screen, f"{name} · {caption}", press)

    def _do(self, screen: Screen, where: str, gesture: Callable[[], object]) -> None:
        """Do something, look at whatever came of it, and come back to the screen."""
        QTimer.singleShot(0, lambda: self._close_boxes(where))
        gesture()
        self._settle()
        self._close_boxes(where)
        for _ in range(4):
            top = self._window.current()
            if top is screen or not isValid(screen):
                return
            if top is not None:
                self._explore(top)
            self._window.back()
            self._settle()
        self._home(screen)

    def _home(self, screen: Screen) -> None:
        """Back to a place from another place."""
        for place in SCREENS:
            self._window.go_to(place.key)
            if self._window.current() is screen:
                return

    def _close_boxes(self, where: str) -> None:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            popup.close()
        for box in open_dialogs():
            title = f"{where} → {type(box).__name__}"
            if title not in self.seen:
                self.seen.add(title)
                self._visit(title, box)
            box.reject()
            box.close()
        QApplication.processEvents()

    def _settle(self) -> None:
        began = monotonic()
        QApplication.processEvents()
        while self._window.background.busy and monotonic() - began < PATIENCE:
            QApplication.processEvents()
        QApplication.processEvents()


def open_dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def ways(inside: QWidget) -> list[tuple[str, Callable[[], object]]]:
    """What can be pressed now, by caption: buttons, and lines of the right-click menus; but what leaves or erases."""
    found: list[tuple[str, Callable[[], object]]] = []
    buttons = [b for b in inside.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    found += [(b.text(), b.click) for b in buttons if b.text() and not b.text().startswith("‹")]
    menus = [inside, *(table for table in inside.findChildren(RecordTable) if table.isVisible())]
    lines = [line for menu in menus for line in menu.actions() if line.isVisible() and line.isEnabled()]
    found += [(line.text().split("\t")[0], line.trigger) for line in lines if line.text()]
    return [(caption, press) for caption, press in found if caption not in LEFT_ALONE]


def choose_first(screen: QWidget) -> None:
    """Select the first row of every list in sight, so that what needs a row can be pressed."""
    for table in screen.findChildren(RecordTable):
        if table.isVisible() and table.rows.rowCount() and not table.selected_count():
            table.selectRow(0)
