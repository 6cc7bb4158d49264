"""Jobs of one page whose refusals stand on the page instead of in the quiet line. It shows nothing itself."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop_app.domain.refusal import Refusal
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk

Work = Callable[[Store, Progress], Any]


def attempted(work: Work) -> Work:
    """The work, with a refusal as its result: the page tells it in its own place."""

    def tried(store: Store, progress: Progress) -> Any:
        try:
            return work(store, progress)
        except Refusal as refusal:
            return refusal

    return tried


class PageWork(QObject):
    """`began`: a job of the page runs. `freed`: the background is free again, also after a job that was stopped."""

    began = Signal()
    freed = Signal()

    def __init__(self, desk: Desk, refused: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._refused = desk, refused
        self.busy = False
        desk.background.ended.connect(self._ended)

    @property
    def taken(self) -> bool:
        """Whether the background is at work, for this page or another."""
        return self._desk.background.busy

    def run(
        self,
        caption: str,
        work: Work,
        then: Callable[[Any], object],
        refused: Callable[[str], object] | None = None,
        writes: bool = False,
    ) -> None:
        """Do the work beside the window; then its result or its refusal is told."""
        if not self.taken:
            self.busy = True
            self.began.emit()

        def arrived(result: Any) -> None:
            if not isValid(self):  # the page was left meanwhile
                return
            self.busy = False
            if isinstance(result, Refusal):
                (refused or self._refused)(str(result))
            else:
                then(result)

        self._desk.run(caption, attempted(work), arrived, writes)

    def _ended(self) -> None:
        QTimer.singleShot(0, self, self._free)

    def _free(self) -> None:
        self.busy = self.busy and self.taken
        self.freed.emit()
