"""The main window: places on the left, one screen or page in the middle, the quiet lines at the bottom.

It comes up empty and is given its store afterwards (`take`), so that it is on the screen before the store is read.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from desktop_app.ui import ask, words
from desktop_app.ui.background import Background
from desktop_app.ui.bottom import Bottom, MessageLine, Notices, WorkBar
from desktop_app.ui.ground import Ground, waiting
from desktop_app.ui.leaving import UNKEPT, lost, may_leave
from desktop_app.ui.navigation import Navigation
from desktop_app.ui.parts import column, row
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.settings import remember, remembered_bytes
from desktop_app.ui.style import icon
from desktop_app.ui.window_keys import listen_to_keys

if TYPE_CHECKING:  # screens stand on the services, which are loaded after the window is shown
    from desktop_app.services.store import Store
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.screen import Screen


JOURNAL = "journal"


class Window(QMainWindow):
    """One window, one store at a time. `painted` says once that the empty window is on the screen.

    `stores_wanted`: the clerk wants to open or make another store.
    """

    painted = Signal()
    stores_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.background = Background(self)
        self.desk: Desk | None = None
        self.last_work: Callable[[], bool] = lambda: True  # False: something is still done, and closes the window then
        # the same before another store is opened; what it is given is done then
        self.before_other: Callable[[Callable[[], object]], bool] = lambda then: True
        self._trails: dict[str, list[Screen]] = {}
        self._place = ""
        self._alone: QWidget | None = None
        self._painted = False
        self.navigation = Navigation(SCREENS)
        self.screens = QStackedWidget()
        self.screens.setObjectName("screens")
        self.message, self.work, self.bottom = MessageLine(), WorkBar(), Bottom()
        self._frame = Ground()
        self.setWindowTitle(words.PROGRAM)
        self.setWindowIcon(icon("app"))
        self.setMinimumSize(800, 480)
        self._lay_out()
        self._listen()
        self._restore_shape()
        self.show_alone(waiting(), places=True)

    def _lay_out(self) -> None:
        middle = column(self.screens, Notices(self._frame, self.message, self.work))
        upper = row(self.navigation, middle)
        outer = column(upper, self.bottom)
        for line, grows in ((middle, 0), (upper, 1), (outer, 0)):
            line.setSpacing(0)
            line.setStretch(grows, 1)
        self._frame.setLayout(outer)
        self.setCentralWidget(self._frame)

    def _listen(self) -> None:
        self.navigation.chosen.connect(self.go_to)
        self.message.undo_wanted.connect(self.undo)
        self.bottom.journal_wanted.connect(self.show_journal)
        self.bottom.stores_wanted.connect(self.stores_wanted)
        self.work.stop_wanted.connect(self.background.stop)
        self.background.began.connect(self.message.clear_refusal)
        self.background.began.connect(self.work.begin)
        self.background.progressed.connect(self.work.show_progress)
        self.background.ended.connect(self.work.hide)
        self.background.refused.connect(self.refuse)
        self.background.cancelled.connect(self.message.say)
        listen_to_keys(self)

    def _restore_shape(self) -> None:
        shape = remembered_bytes("window/shape")
        if shape is None or not self.restoreGeometry(shape):
            self.resize(1280, 700)
            self.setWindowState(Qt.WindowState.WindowMaximized)

    # --- the store

    def take(self, store: "Store") -> None:
        """Show this store; its first place comes up."""
        from desktop_app.ui.desk import Desk

        self.leave_store()
        desk = Desk(store, self.background, self)
        desk.said.connect(self.message.say)
        desk.refused.connect(self.refuse)
        desk.page_opened.connect(self.open_page)
        desk.place_wanted.connect(self.go_to)
        desk.back_wanted.connect(self.back)
        desk.stores_wanted.connect(self.stores_wanted)
        desk.lock_wanted.connect(self.lock_wanted)
        desk.standing.connect(self.bottom.stand)
        desk.changes.happened.connect(self.show_facts)
        self.desk = desk
        self.bottom.show()
        self.show_facts()
        self.go_to(SCREENS[0].key)

    def leave_store(self) -> None:
        """Close the store and every screen that showed it."""
        self.background.wait()
        for trail in self._trails.values():
            for screen in trail:
                self._drop(screen)
        self._trails.clear()
        if self.desk is not None:
            self.desk.left = True
            self.desk.store.close()
            self.desk.deleteLater()
            self.desk = None

    def show_alone(self, widget: QWidget, places: bool = False) -> None:
        """Show something that stands on no store: waiting, or the page of stores; its places only while waiting."""
        self._leave_alone()
        self._alone = widget
        self._frame.dress(practice=False)
        self.setWindowTitle(words.PROGRAM)
        self.navigation.setEnabled(False)
        self.navigation.setVisible(places)
        self.bottom.setVisible(self.desk is not None)
        self.message.hide()
        self.screens.addWidget(widget)
        self.screens.setCurrentWidget(widget)

    def _leave_alone(self) -> None:
        if self._alone is not None:
            self._drop(self._alone)
            self._alone = None

    def may_leave(self) -> bool:
        """Whether the store may be closed: nothing typed would be lost, or the clerk lets it go.

        A locked window shows nothing and asks nothing: what was being typed was kept when it was locked.
        """
        if self.desk is not None and self.desk.store.asleep:
            return True
        for place in SCREENS:
            trail = self._trails.get(place.key, [])
            if not any(screen.unsaved() for screen in trail):
                continue
            self.go_to(place.key)
            if not may_leave(self, trail, f"Chưa ghi những gì vừa sửa ở mục {place.title}; sổ sắp đóng."):
                return False
        return True

    def show_facts(self) -> None:
        """Office, file, last backup and user; the red frame of a practice office."""
        from desktop_app.ui.facts import facts

        if self.desk is None:
            return
        told = facts(self.desk.store)
        self._frame.dress(told.practice and self._alone is None)
        self.navigation.practice.setVisible(told.practice)
        title = f"{told.office} – {words.PROGRAM}"
        self.setWindowTitle(f"{words.PRACTICE} – {title}" if told.practice else title)
        self.bottom.show_facts(told.lines, str(self.desk.store.path or ""))

    # --- places and pages

    def go_to(self, key: str, text: str = "") -> None:
        """Show a place as it was left; clicked again, its beginning. `text` is searched for there."""
        if self.desk is None:
            return
        if key == self._place or text:
            if not may_leave(self, lost(self._trails.get(key, [])[1:]), UNKEPT):
                return
            while len(self._trails.get(key, ())) > 1:
                self._drop(self._trails[key].pop())
        self._close_reading()
        if key not in self._trails:
            place = next(place for place in SCREENS if place.key == key)
            self._trails[key] = [place.screen_class()(self.desk)]
            self.screens.addWidget(self._trails[key][0])
        self._place = self.desk.place = key
        self.navigation.show_current(key)
        self._show_top()
        if text:
            self._trails[key][0].look_for(text)

    def open_page(self, page: "Screen") -> None:
        """Open a page over the present place."""
        page.as_page()
        self._trails[self._place].append(page)
        self.screens.addWidget(page)
        self._show_top()

    def back(self) -> None:
        """From a page to where it was opened."""
        if self._alone is not None and self.desk is not None:
            self._show_top()
            return
        trail = self._trails.get(self._place, [])
        if (not trail or not trail[-1].step_back()) and len(trail) > 1 and may_leave(self, lost(trail[-1:]), UNKEPT):
            self._drop(trail.pop())
            self._show_top()

    def _close_reading(self) -> None:
        """What was only read up does not wait in the place that is left."""
        trail = self._trails.get(self._place, [])
        for page in [each for each in trail if each.reading]:
            trail.remove(page)
            self._drop(page)

    def current(self) -> "Screen | None":
        """The screen on top; None while something stands alone."""
        if self._alone is not None:
            return None
        trail = self._trails.get(self._place)
        return trail[-1] if trail else None

    def _show_top(self) -> None:
        top = self._trails[self._place][-1]
        if self._alone is not None:
            self._leave_alone()
            self.show_facts()
        self.navigation.setEnabled(True)
        self.navigation.show()
        self.message.hide()
        self.screens.setCurrentWidget(top)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        top.focus_start()

    def _drop(self, screen: QWidget) -> None:
        self.screens.removeWidget(screen)
        screen.deleteLater()

    # --- keys

    def focus_search(self) -> None:
        if screen := self.current():
            screen.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            screen.search_box.selectAll()

    def reload(self) -> None:
        if screen := self.current():
            screen.reload()
            self.show_facts()

    def undo(self) -> None:
        if self.desk is not None:
            self.desk.undo()

    def redo(self) -> None:
        if self.desk is not None:
            self.desk.redo()

    def show_journal(self) -> None:
        self.go_to(JOURNAL)

    def refuse(self, sentence: str) -> None:
        self.message.say(sentence, refused=True)

    def show_help(self) -> None:
        from desktop_app.ui.help_page import HelpPage
        from desktop_app.ui.shortcuts import keys_of

        if self.desk is not None and self.current() is not None and not isinstance(self.current(), HelpPage):
            self.open_page(HelpPage(self.desk, self._place, keys_of(self._trails[self._place][-1])))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        running = "Còn việc đang chạy. Dừng việc ấy rồi đóng chương trình?"
        if self.background.busy and not ask.confirm(self, running, "Dừng và đóng", lasting=True):
            event.ignore()
            return
        if not self.may_leave() or not self.last_work():
            event.ignore()
            return
        remember("window/shape", self.saveGeometry())
        self.leave_store()
        super().closeEvent(event)
