"""What every screen stands on: the store, the one signal, and the ways to speak, open a page and go elsewhere.

It holds no widget. The window listens to its signals; a test may listen just as well.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.store import DatabaseError
from desktop_app.domain.refusal import Refusal
from desktop_app.services import journal
from desktop_app.services.passwords import Entrance
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store, tell_damage
from desktop_app.ui.background import Background
from desktop_app.ui.changes import Changes
from desktop_app.ui.kinds import taken_back

T = TypeVar("T")
Done = str | Callable[[Any], str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhileClosed:
    """Work on the store's file that needs the store closed; `told(result)` is said at the place `back_to` afterwards.

    The screen that asks for it is gone by then: `work` and `told` must not touch it. `entrance`: who opens the file
    again where it is locked; None = the password is asked for, and what is told waits until then.
    """

    caption: str
    work: Callable[[Progress], Any]
    told: Callable[[Any], str]
    back_to: str
    entrance: Entrance | None = None


class Desk(QObject):
    """`said(sentence, undoable)`, `refused(sentence)`, `page_opened(screen)`, `place_wanted(key, text to search)`.

    `closing_wanted(WhileClosed)`: the store is closed, worked on and opened again, whatever becomes of the work.
    `stores_wanted`: show the page where another store is opened or made. `standing(widget)`: something that goes on
    whatever is shown, told in the bottom line. `lock_wanted`: hide everything until the password is typed.
    """

    said = Signal(str, bool)
    refused = Signal(str)
    page_opened = Signal(QWidget)
    place_wanted = Signal(str, str)
    back_wanted = Signal()
    closing_wanted = Signal(object)
    stores_wanted = Signal()
    standing = Signal(QWidget)
    lock_wanted = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.place = ""  # of the window, where the clerk is
        self.wanted = ""  # the title of a form to be opened by the screen that comes up next
        self.left = False  # the store was closed, and nobody at this desk asks it anything any more
        self.changes = Changes(self)
        self.background = background

    def write(self, service: Callable[..., T], *args: Any, done: Done = None, **options: Any) -> T:
        """Do one gesture: `service(store, *args, **options)`, then tell all screens and the clerk. Raises Refusal.

        `done` is what to say: a sentence, or a function of the result that makes one; by default the journal's summary.
        """
        before = newest(self.store)
        try:
            result = service(self.store, *args, **options)
        except DatabaseError as error:
            told = tell_damage(error, self.store.path) if self.store.path else None
            if told is None:
                raise
            raise told from None
        self.changes.happened.emit()
        self._tell(before, done(result) if callable(done) else done)
        return result

    def perform(self, service: Callable[..., T], *args: Any, done: Done = None, **options: Any) -> T | None:
        """As `write`, but a refusal is told in the message line; None then, and nothing was written."""
        try:
            return self.write(service, *args, done=done, **options)
        except Refusal as refusal:
            self.refused.emit(str(refusal))
            return None

    def tell_refusal(self, gesture: Callable[[], object]) -> None:
        """Begin a gesture; where what it is about is gone meanwhile, say so in the message line."""
        try:
            gesture()
        except Refusal as refusal:
            self.refused.emit(str(refusal))

    def _tell(self, before: int, sentence: str | None) -> None:
        kept = journal.history(self.store, 1)
        if not kept or kept[0].id == before:
            self.said.emit(sentence or "Không có gì thay đổi.", False)
            return
        self.tell_written(sentence or happened(kept[0].summary))

    def tell_written(self, sentence: str) -> None:
        """Say what was just written, with the way to take it back where there is one; a page that was opened or left
        meanwhile took the line of `write` off."""
        undoable = journal.last(self.store)
        self.said.emit(sentence, undoable is not None and undoable.id == newest(self.store))

    def undo(self) -> None:
        """Take back the last gesture."""
        self.perform(journal.undo, done=taken_back)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.perform(journal.redo, done=lambda gesture: f"Đã làm lại: {gesture.summary}.")

    def run(
        self,
        caption: str,
        work: Callable[[Store, Progress], T],
        then: Callable[[T], object] | None = None,
        writes: bool = False,
    ) -> None:
        """Long work beside the window, with its own connection; `then(result)` runs in the window afterwards."""

        def finished(result: T) -> None:
            if writes:
                self.changes.happened.emit()
            if then:
                then(result)

        self.background.run(caption, work, finished, self.store)


def newest(store: Store) -> int:
    """The id of the journal's newest entry, 0 when there is none."""
    kept = journal.history(store, 1)
    return kept[0].id if kept else 0


def happened(summary: str) -> str:
    """“Thêm Nguyễn Văn An” as a sentence of what was done."""
    return f"Đã {summary[:1].lower()}{summary[1:]}."
