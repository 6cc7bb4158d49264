"""The only threads of the program: one long job at a time, with its own store connection, a count and a way to stop.

A job that is stopped or refused leaves nothing half done: its service runs in one transaction.
"""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.domain.refusal import Cancelled, Refusal
from desktop_app.ui import trouble

if TYPE_CHECKING:  # the window is on the screen before anything of the store is loaded
    from desktop_app.services.progress import Progress
    from desktop_app.services.store import Store

T = TypeVar("T")
TELL_EVERY = 0.05
# How long a job may keep Python from the window, which asks for it anew for every cell it paints; 5 ms is the default.
TURN = 0.0005


def nothing(result: object) -> None:
    """What comes after no job."""


class Job(QThread):
    """One piece of work in its thread. `progressed(done, total)`; how it ended stands in `result` or `error`."""

    progressed = Signal(int, int)

    def __init__(self, caption: str, work: Callable[..., Any], store: "Store | None", parent: QObject) -> None:
        super().__init__(parent)
        self.caption = caption
        self.began = time.monotonic()
        self.result: Any = None
        self.error: Exception | None = None
        self._work, self._store = work, store
        self._stopped = False
        self._told = 0.0

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stopped = True

    def run(self) -> None:
        try:
            self.result = self._worked()
        except Exception as error:  # noqa: BLE001  # told in the window by Background.end, logged there if it is a bug
            self.error = error

    def _worked(self) -> Any:
        if self._store is None:
            return self._work(self._progress)
        from desktop_app.services.store import second

        store = second(self._store)
        try:
            return self._work(store, self._progress)
        finally:
            store.close()

    def _progress(self, done: int, total: int) -> None:
        if self._stopped:
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= TELL_EVERY or done == total:
            self._told = now
            self.progressed.emit(done, total)


class Background(QObject):
    """Runs jobs one after another, never two at once."""

    began = Signal(str)
    progressed = Signal(int, int, float)
    ended = Signal()
    refused = Signal(str)
    cancelled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._job: Job | None = None
        self._then: Callable[[Any], object] = nothing

    @property
    def busy(self) -> bool:
        return self._job is not None

    def run(
        self,
        caption: str,
        work: "Callable[[Store, Progress], T] | Callable[[Progress], T]",
        then: Callable[[T], object],
        store: "Store | None",
    ) -> None:
        """Start `work(second connection, progress)`, or `work(progress)` where there is no store yet."""
        if self._job is not None:
            self.refused.emit(f"Đang làm việc khác ({self._job.caption}); chờ xong hoặc bấm “Dừng”.")
            return
        self._job, self._then = Job(caption, work, store, self), then
        # bound methods of this object, not lambdas: Qt then calls them in the window's thread
        self._job.progressed.connect(self._progress)
        self._job.finished.connect(self._end)
        self.began.emit(caption)
        self._job.start()

    def _progress(self, done: int, total: int) -> None:
        if self._job is not None:
            self.progressed.emit(done, total, time.monotonic() - self._job.began)

    def stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def wait(self) -> None:
        """Stop the job and wait until its thread is gone: before the store or the program closes."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()
            self._dropped()
            self.ended.emit()

    def _dropped(self) -> Job | None:
        job, self._job = self._job, None
        self._then = nothing  # what comes after a job holds the page it was begun on
        if job is not None:
            job.wait()
            job.finished.disconnect(self._end)
            job.deleteLater()
        return job

    def _end(self) -> None:
        then, job = self._then, self._dropped()
        if job is None:
            return
        self.ended.emit()
        match job.error:
            case None:
                then(job.result)
            case Cancelled():
                self.cancelled.emit(f"Đã dừng: {job.caption}. Không có gì bị ghi dở.")
            case Refusal():
                self.refused.emit(str(job.error))
            case error:
                trouble.tell_bug(type(error), error, error.__traceback__)
