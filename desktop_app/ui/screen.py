"""What a screen is: a title, one search box, one main action, and a middle that reads its rows afresh when told.

To add a place: one file in `screens/` with a class of Screen (or TableScreen) and one line in `screens/__init__.py`.
A page for one thing is a Screen too: `self.desk.page_opened.emit(page)` opens it in place, with a way back.

    class RoundPage(Screen):
        title = "Đợt học tập"

        def __init__(self, desk: Desk, round_id: int) -> None:
            super().__init__(desk)                  # lays out the head; ask the store nothing here
            self.body.addWidget(...)                # widgets, once

        def gestures(self) -> Sequence[Action]:     # the first with main=True is the red button
            return (Action(caption="Thêm hội nghị", run=self.add, keys="Ctrl+N", main=True),)

        def load(self) -> None:                     # read by services, fill the widgets; called when shown and stale
            self.set_title(rounds.study_round(self.store, self.round_id).name)

        def add(self) -> None:
            self.perform(conferences.create, self.round_id, draft, done="Đã thêm hội nghị.")

`perform` writes and tells; None means refused and told. In a dialog use `self.desk.write` as `keep`: a refusal then
stands in the dialog. Long work: `self.desk.run(caption, work(store, progress), then(result), writes=True)`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.services import access
from desktop_app.services.access import Right
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.answer_list import AnswerList
from desktop_app.ui.desk import Desk, Done
from desktop_app.ui.forbidden import forbid, forbid_line
from desktop_app.ui.parts import ElidedLabel, button, column, row
from desktop_app.ui.style import GAP, MARGIN, icon
from desktop_app.ui.tab_order import follow_the_eye
from desktop_app.ui.wrap import Wrap

T = TypeVar("T")
SEARCH_WIDTH = 280
SCOPE = "Chỉ chi bộ: {}. Danh sách và số liệu không gồm chi bộ khác."


class Needs(StrEnum):
    """What must be selected before an action makes sense."""

    NOTHING = "nothing"
    ONE = "one"
    SOME = "some"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something the clerk can do here: a button, its keys ("Ctrl+N", shown in the tooltip) and a right-click line.

    `button` False keeps it to the right-click menu and the keys. `right`: what it asks of the user; whoever has it not
    sees it grey.
    """

    caption: str
    run: Callable[[], object]
    keys: str = ""
    picture: str = ""
    needs: Needs = Needs.NOTHING
    main: bool = False
    button: bool = True
    tip: str = ""
    right: Right = Right.LOOK


class SearchBox(QLineEdit):
    """Takes Ctrl+Z and Ctrl+Y for its own typing only while there is some: otherwise they are the window's."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                return False
        return super().event(event)


class Screen(QWidget):
    """One place of the window, or one page opened from it."""

    title = ""
    search_hint = words.SEARCH
    reading = False
    """Only read up, and closed when another place is gone to."""
    opening = Right.LOOK
    """What opening a row asks of the user, where that writes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.store: Store = desk.store
        self._stale = True
        self._armed: list[tuple[Action, QAction, QPushButton | None]] = []
        self._heading = ElidedLabel(self.title)
        self._heading.setObjectName("heading")
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._back = button(f"‹ {words.BACK}", desk.back_wanted.emit, tip="Alt+←")
        self._back.hide()
        self.search_box = self._search_box()
        self.answers = AnswerList(self.search_box, desk, self.found_here, self)
        self.tools = Wrap()
        self.body = QVBoxLayout()
        self._main = QHBoxLayout()
        self._lay_out()
        self._arm(self.gestures())
        desk.changes.happened.connect(self.reload)

    def gestures(self) -> Sequence[Action]:
        """What can be done here, in the order of the buttons."""
        return ()

    def load(self) -> None:
        """Read what is shown afresh from the store."""

    def step_back(self) -> bool:
        """Go back inside the screen, from what was opened in place; whether there was anything to go back from."""
        return False

    def searched(self, text: str) -> None:
        """The text of the search box changed."""

    def look_for(self, text: str) -> None:
        """Search here for a text given from elsewhere."""
        self.search_box.setText(text)

    def found_here(self) -> bool:
        """Whether what is typed is answered on the screen itself; otherwise people drop from the search box."""
        return type(self).searched is not Screen.searched

    def entered(self, text: str) -> None:
        """Enter in the search box: look for a member, wherever we are."""
        if text:
            self.desk.place_wanted.emit("members", text)

    def unsaved(self) -> bool:
        """Whether something typed here would be lost if the store closed now."""
        return False

    def keep_unsaved(self) -> Callable[[], bool] | None:
        """What writes it and says whether it could; None where it cannot be written as it stands."""
        return None

    def about_member(self) -> int | None:
        """Whose page this is."""
        return None

    def selected_count(self) -> int:
        """How many rows the actions would act on."""
        return 0

    def focus_start(self) -> None:
        """Where the keyboard goes when the screen is shown."""
        self.search_box.setFocus()

    def perform(self, service: Callable[..., T], *args: Any, done: Done = None, **options: Any) -> T | None:
        """One gesture of a service on the store; None when it was refused, which was told."""
        return self.desk.perform(service, *args, done=done, **options)

    def why_not(self, right: Right) -> str:
        """Why the user may not, as a sentence; empty where they may."""
        return access.why_not(self.store, right)

    def guard(self, right: Right, *widgets: QWidget) -> bool:
        """Grey for good what asks for a right the user has not; whether they have it."""
        why = self.why_not(right)
        for widget in widgets if why else ():
            forbid(widget, why)
        return not why

    def begin(self, right: Right, gesture: Callable[[], object]) -> None:
        """Begin a gesture that has no button of its own, or tell why the user may not."""
        why = self.why_not(right)
        self.desk.refused.emit(why) if why else self.desk.tell_refusal(gesture)

    def set_title(self, title: str) -> None:
        self._heading.setText(title)
        self._heading.setToolTip(title)

    def as_page(self) -> None:
        """Show the way back: this screen was opened from another."""
        self._back.show()

    def reload(self) -> None:
        """Read again now if on the screen, otherwise when next shown."""
        self._stale = True
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()
        follow_the_eye(self)
        if self.desk.wanted:
            QTimer.singleShot(0, self, self._do_wanted)

    def _do_wanted(self) -> None:
        """Begin the gesture that opens the form somebody comes back to; none where it is of something in a list."""
        title, self.desk.wanted = self.desk.wanted, ""
        fitting = (a for a, _, _ in self._armed if a.needs is Needs.NOTHING and title.startswith(a.caption.rstrip("…")))
        if title and (found := next(fitting, None)) is not None:
            self.desk.tell_refusal(found.run)

    def _load(self) -> None:
        self._stale = False
        try:
            self.load()
        except Refusal as refusal:
            self.desk.refused.emit(str(refusal))
        self.enable_gestures()

    def enable_gestures(self) -> None:
        """Switch every action on or off by what is selected."""
        count = self.selected_count()
        for action, armed, pressed in self._armed:
            fits = action.needs is Needs.NOTHING or count == 1 or (count > 1 and action.needs is Needs.SOME)
            armed.setEnabled(fits)
            if pressed:
                pressed.setEnabled(fits)

    def _lay_out(self) -> None:
        head = row(self._back, self._heading, 0, self.search_box, self._main)
        head.setStretch(1, 1)
        self.body.setSpacing(GAP)
        outer = column(head, self.tools, self.body)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        outer.setStretch(2, 1)
        if scope := access.cell_names(self.store):
            outer.insertWidget(1, ElidedLabel(SCOPE.format(", ".join(scope))))
        self.setLayout(outer)

    def lay_over(self, line: QWidget) -> None:
        """A line over the middle, under the buttons."""
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(2, line)

    def _search_box(self) -> QLineEdit:
        box = SearchBox()
        box.setObjectName("search")
        box.setPlaceholderText(self.search_hint)
        box.setAccessibleName(self.search_hint)
        box.setToolTip("Ctrl+K hoặc Ctrl+F")
        box.setClearButtonEnabled(True)
        box.setFixedWidth(SEARCH_WIDTH)
        box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        box.textChanged.connect(self.searched)
        box.returnPressed.connect(lambda: self.entered(box.text().strip()))
        return box

    def _arm(self, actions: Sequence[Action]) -> None:
        for action in actions:
            armed = QAction(action.caption, self)
            armed.setShortcut(QKeySequence(action.keys))
            armed.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            armed.triggered.connect(lambda _=False, run=action.run: self.desk.tell_refusal(run))
            self.addAction(armed)
            self._armed.append((action, armed, self._button(action)))
            if why := self.why_not(action.right):
                forbid_line(armed, why)
                self._say_why(action.keys, why)

    def _say_why(self, keys: str, why: str) -> None:
        """The keys of a grey gesture tell what its tooltip tells."""
        if keys:
            said = QShortcut(QKeySequence(keys), self)
            said.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            said.activated.connect(lambda: self.desk.refused.emit(why))

    def _button(self, action: Action) -> QPushButton | None:
        if not action.button:
            return None
        tip = f"{action.tip or action.caption} ({action.keys})" if action.keys else action.tip
        look = "main" if action.main else ""
        pressed = button(action.caption, lambda: self.desk.tell_refusal(action.run), look, tip, action.picture)
        self.guard(action.right, pressed)
        (self._main if action.main else self.tools).addWidget(pressed)
        return pressed

    def menu_actions(self) -> list[QAction]:
        """The actions as lines of a right-click menu."""
        return [armed for _, armed, _ in self._armed]
