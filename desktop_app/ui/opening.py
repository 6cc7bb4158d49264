"""Opening a store into the window: its lock, the first-run page where there is none, and the sentence when it fails."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from desktop_app.domain.refusal import Refusal
from desktop_app.paths import default_store
from desktop_app.ui.settings import last_store, remember
from desktop_app.ui.welcome import Welcome
from desktop_app.ui.window import Window


class Opening:
    """Holds the lock beside the open store, so that no second window writes to it."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._lock: QLockFile | None = None

    def begin(self, path: Path | None = None) -> None:
        """Open the given store, else the last one, else the default one; the first-run page when there is none."""
        chosen = path or last_store() or default_store()
        if path is None and not chosen.exists():
            self.welcome()
            return
        self.open(chosen)

    def open(self, path: Path) -> None:
        """Open a store in the window, or show the first-run page with the sentence that says why not."""
        from desktop_app.services.store import open_office

        try:
            self.lock(path)
            store = open_office(path)
        except Refusal as refusal:
            self.unlock()
            self.welcome(str(refusal))
            return
        remember("store/last", str(path.resolve()))
        self._window.take(store)

    def welcome(self, sentence: str = "") -> None:
        self._window.show_alone(Welcome(self._window.background, self.open, sentence))

    def lock(self, path: Path) -> None:
        """Take the lock of a store. Refuses one that another window or program holds."""
        self.unlock()
        if not path.parent.is_dir():
            return
        lock = QLockFile(f"{path}.lock")
        lock.setStaleLockTime(0)
        if not lock.tryLock(100) and lock.error() is QLockFile.LockError.LockFailedError:
            raise Refusal(f"Sổ “{path.name}” đang mở ở một cửa sổ khác; hãy dùng cửa sổ ấy hoặc đóng lại rồi mở.")
        self._lock = lock

    def unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
