"""Opening a store into the window: its lock, the first-run page where there is none, and the sentence when it fails."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QTimer

from desktop_app.domain.refusal import Refusal
from desktop_app.paths import default_store
from desktop_app.ui import former
from desktop_app.ui.first_window import FirstWindow, held_by, wake
from desktop_app.ui.ground import waiting
from desktop_app.ui.homecoming import warn_of_place
from desktop_app.ui.settings import last_store, office_store, remember
from desktop_app.ui.welcome import Welcome
from desktop_app.ui.window import Window

if TYPE_CHECKING:  # the desk stands on the services, which are loaded after the window is shown
    from desktop_app.services.passwords import Entrance
    from desktop_app.services.store import DamagedOffice, Store
    from desktop_app.ui.desk import WhileClosed

BACKUP = ".sht-backup"
RENEW = "Đã mở sổ bằng mã khôi phục; hãy chọn người quên mật khẩu rồi “Đặt mật khẩu mới…”."


class Opening:
    """Holds the lock beside the open store, so that no second window writes to it."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._lock: QLockFile | None = None
        self._first = FirstWindow(window)
        self._untold: tuple[Path, str, str] | None = None  # of a store, what is said in which place once it is open
        window.stores_wanted.connect(self.choose)

    def begin(self, path: Path | None = None) -> None:
        """Open the given store, else the office's own, practice where there was only that, else the default one.

        The first-run page when there is none.
        """
        if path is not None and path.suffix == BACKUP:
            self.begin()
            self.point_to_restore(path)
            return
        chosen = path or office_store() or last_store() or default_store()
        if path is None and not chosen.exists():
            self.welcome()
            return
        if self._lock is None and wake(chosen):
            QTimer.singleShot(0, self._window, self._window.close)
            return
        self.open(chosen)

    def point_to_restore(self, backup: Path) -> None:
        """A backup was opened from the desktop: it is put back with care, never opened as it is."""
        told = f"“{backup.name}” là bản sao lưu, không mở thẳng được;"
        if self._window.desk is None:
            self.welcome(f"{told} hãy bấm “Phục hồi từ bản sao lưu…” rồi chọn tệp ấy.")
            return
        self._window.go_to("backups")
        self._window.refuse(f"{told} muốn phục hồi, hãy bấm “Phục hồi…” rồi chọn tệp ấy.")

    def choose(self) -> None:
        """Show where another store is opened or made; the open one stays open until there is another."""
        if self._window.background.busy:
            self._window.refuse("Đang làm việc khác; hãy chờ xong rồi đổi sổ.")
        elif self._window.desk is not None:
            self.welcome()

    def open(self, path: Path, entrance: "Entrance | None" = None) -> None:
        """Open a store in the window, or show the page of stores with the sentence that says why not."""
        from desktop_app.services.passwords import PasswordWanted
        from desktop_app.services.store import DamagedOffice, open_office

        if path.resolve() == self.opened():
            self._window.back()
            return
        if not self._window.before_other(lambda: self.open(path, entrance)) or not self._window.may_leave():
            return
        if self.opened() is None:
            self.unlock()
        lock = None
        try:
            lock = locked(path)
            store = open_office(path, entrance=entrance)
        except Refusal as refusal:
            if lock is not None:
                lock.unlock()
            if isinstance(refusal, PasswordWanted):
                self.ask_password(path)
            elif isinstance(refusal, DamagedOffice):
                self.rescue(refusal)
            else:
                self.welcome(str(refusal), None if path.exists() else path)
            return
        self._window.leave_store()
        self.unlock()
        self._lock = lock
        self._first.listen(path)
        self._window.take(store)
        assert self._window.desk is not None
        self._window.desk.closing_wanted.connect(self.while_closed)
        self.remember(store, path.resolve())
        led = self.make_ready(store)
        self.tell_news()
        warn_of_place(self._window, path.resolve(), self.open, self.unlock)
        self.tell_late(path, stay=led)
        if entrance is not None and entrance.holder.recovered:
            self.renew_password()

    def open_restored(self, path: Path, entrance: "Entrance | None" = None, said: str = "") -> None:
        """Open a store that was put back just now, with the key that was proven for it, and say what it holds."""
        from desktop_app.services.passwords import is_locked

        self.open(path, entrance if is_locked(path) else None)
        if said and self._window.desk is not None:
            renew = f" {RENEW}" if entrance is not None and entrance.holder.recovered else ""
            self._window.message.say(f"{said}{renew}")

    def tell_late(self, path: Path, stay: bool) -> None:
        """What became of work on a store that asked for its password before it could be said; `stay` where we are."""
        if self._untold is not None and self._untold[0] == path:
            if not stay:
                self._window.go_to(self._untold[2])
            self._window.message.say(self._untold[1])
        self._untold = None

    def renew_password(self) -> None:
        """Whoever came in by the recovery code has no password any more: where a new one is given."""
        from desktop_app.ui.screens.password_page import PasswordPage

        assert self._window.desk is not None, "a store was opened just now"
        self._window.go_to("settings")
        self._window.open_page(PasswordPage(self._window.desk))
        self._window.message.say(RENEW)

    def ask_password(self, path: Path) -> None:
        """A locked store: the page that asks, in the place of the page of stores."""
        from desktop_app.ui.unlock import Unlock

        said = "Gõ mật khẩu của mình; chương trình nhận ra người dùng qua mật khẩu."
        page = Unlock(
            self._window.background, path, lambda found: self.open(path, found), ("Sổ khác…", self.welcome), said
        )
        self._window.show_alone(page)
        page.line.setFocus()

    def rescue(self, damage: "DamagedOffice") -> None:
        """A torn store: the page that says so, and offers backups and a repair."""
        from desktop_app.ui.rescue import Rescue

        self._window.show_alone(Rescue(self._window.background, damage, self.open_restored, self.welcome))

    def opened(self) -> Path | None:
        """The file of the open store."""
        desk = self._window.desk
        return desk.store.path.resolve() if desk is not None and desk.store.path else None

    def make_ready(self, store: "Store") -> bool:
        """A new office opened for the first time is led through what it still needs; whether it is."""
        from desktop_app.services import first_run

        if not first_run.newly_founded(store) or self._window.desk is None:
            return False
        from desktop_app.ui.screens.first_run_page import FirstRunPage

        self._window.open_page(FirstRunPage(self._window.desk))
        return True

    def tell_news(self) -> None:
        """After an update, once: what is new."""
        from desktop_app.ui.screens.news_page import NewsPage, unread

        if unread() and self._window.desk is not None:
            self._window.open_page(NewsPage(self._window.desk))

    def remember(self, store: "Store", path: Path) -> None:
        """The store to begin with next time; of the office itself, where to come back to."""
        from desktop_app.services.office import is_practice

        remember("store/last", str(path))
        if not is_practice(store):
            remember("store/office", str(path))
            former.opened()

    def while_closed(self, task: "WhileClosed") -> None:
        """Close the store, do the work beside the window, and open the same file again, whatever became of it."""
        from desktop_app.services.passwords import is_locked

        window, background = self._window, self._window.background
        if window.desk is None or window.desk.store.path is None:
            return
        if background.busy:
            window.refuse("Đang làm việc khác; hãy chờ xong rồi làm lại.")
            return
        path = window.desk.store.path
        window.leave_store()
        window.show_alone(waiting(), places=True)

        def reopen() -> None:
            background.ended.disconnect(reopen)
            self.open(path, task.entrance if is_locked(path) else None)
            window.go_to(task.back_to)

        def tell(result: object) -> None:
            if window.desk is None:
                self._untold = path, task.told(result), task.back_to
            else:
                window.message.say(task.told(result))

        background.ended.connect(reopen)
        background.run(task.caption, task.work, tell, None)

    def welcome(self, sentence: str = "", wanted: Path | None = None) -> None:
        """The page of stores; `wanted` is where a new one was asked for."""
        page = Welcome(self._window.background, self.open_restored, sentence, wanted)
        if self._window.desk is not None:
            page.offer_back(self.opened(), self._window.back)
        self._window.show_alone(page)

    def unlock(self) -> None:
        if self._lock is not None:
            self._first.close()
            self._lock.unlock()
            self._lock = None


def locked(path: Path) -> QLockFile | None:
    """The lock of a store. Refuses one that another window or program holds; None where there is no such folder."""
    if not path.parent.is_dir():
        return None
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    if not lock.tryLock(100) and lock.error() is QLockFile.LockError.LockFailedError:
        where = held_by(lock, path)
        told = f" ({where})" if where else ""
        raise Refusal(f"Sổ “{path.name}” đang mở ở một cửa sổ khác{told}; hãy dùng cửa sổ ấy hoặc đóng lại rồi mở.")
    return lock
