"""The backups nobody asks for: every half hour of work, when the store is left, and the monthly test of the newest.

It shows the bar of work, and a sentence when a backup could not be made. The window asks it before it closes or takes
another store.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop_app.ui import ask
from desktop_app.ui.window import Window

if TYPE_CHECKING:  # the services are loaded after the window is shown
    from desktop_app.domain.rotation import Reason
    from desktop_app.services.store import Store

TICK_MS = 60_000
EVERY, AFTER_SLEEP = 30 * 60.0, 5 * 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What is done once the store is backed up: closing the window, opening another store. `question` and `verb` ask
    whether to do it all the same where no backup can be made."""

    go: Callable[[], object]
    question: str
    verb: str


class Rhythm:
    """When the next backup is due, by the seconds of a clock that goes on while the computer sleeps."""

    def __init__(self, now: float) -> None:
        self._since, self._last = now, now

    def begin(self, now: float) -> None:
        """A backup was made, or another store was opened."""
        self._since = now

    def due(self, now: float) -> bool:
        """Whether half an hour of work has gone by. Just out of sleep the computer has enough to do: not yet then."""
        gap, self._last = now - self._last, now
        if abs(gap) > AFTER_SLEEP:
            self._since = now - EVERY + AFTER_SLEEP
        return now - self._since >= EVERY


class Safekeeping(QObject):
    """Belongs to one window; acts on whatever store is open in it."""

    def __init__(self, window: Window, tick_ms: int = TICK_MS) -> None:
        super().__init__(window)
        self._window = window
        self._rhythm = Rhythm(time.time())
        self._leaving: Leaving | None = None
        self._let_go: object = None
        window.last_work = self.may_close
        window.before_other = self.may_change
        window.background.refused.connect(self._not_made)
        window.background.cancelled.connect(self._not_made)
        timer = QTimer(self)
        timer.timeout.connect(self.tick)
        timer.start(tick_ms)

    # --- from time to time

    def tick(self) -> None:
        """Begin what is due, unless something else is running."""
        if not self._rhythm.due(time.time()) or self._window.background.busy or self._window.desk is None:
            return
        from desktop_app.domain.rotation import Reason
        from desktop_app.services import backup_rota, backup_trial

        store = self._window.desk.store
        if store.asleep:
            return
        if backup_rota.due(store):
            self._back_up(Reason.TIMED)
        elif backup_trial.due(store, date.today()):
            self.try_out()
        self._rhythm.begin(time.time())

    def _back_up(self, reason: "Reason") -> None:
        from desktop_app.services.backup_rota import keep_safe

        assert self._window.desk is not None
        store = self._window.desk.store
        self._window.background.run(
            "Tự sao lưu", lambda second, told: keep_safe(second, reason, told), self._made, store
        )

    def try_out(self) -> None:
        """Put the newest backup back for trial, beside the window."""
        from desktop_app.services.backup_trial import Trial, try_out

        assert self._window.desk is not None

        def tried(trial: "Trial | None") -> None:
            if trial is not None and trial.fault:
                self._window.refuse(f"Bản sao lưu {trial.name} {trial.fault}; hãy sao lưu lại ngay.")

        self._window.background.run("Phục hồi thử bản sao lưu", try_out, tried, self._window.desk.store)

    # --- when the window closes, or another store takes the place of this one

    def may_close(self) -> bool:
        """Whether nothing is left to back up; else it is done now, and the window closed afterwards."""
        question = "Đóng chương trình mà không sao lưu?"
        return self._may_go(Leaving(go=self._window.close, question=question, verb="Đóng, không sao lưu"))

    def may_change(self, then: Callable[[], object]) -> bool:
        """As `may_close`, before `then` opens another store."""
        question = "Đổi sang sổ khác mà không sao lưu sổ này?"
        return self._may_go(Leaving(go=then, question=question, verb="Đổi sổ, không sao lưu"))

    def _may_go(self, leaving: Leaving) -> bool:
        desk = self._window.desk
        if desk is None or desk.store.asleep or self._leaving or session_ends():
            return True
        if self._let_go == standing(desk.store):
            return True
        from desktop_app.domain.rotation import Reason
        from desktop_app.services import backup_rota

        if not backup_rota.due(desk.store):
            return True
        self._leaving = leaving
        self._window.screens.setEnabled(False)
        self._back_up(Reason.EXIT)
        return False

    def _made(self, facts: object) -> None:
        if self._leaving is None:
            self._window.show_facts()
        else:
            self._go(self._leaving)

    def _not_made(self, sentence: str) -> None:
        leaving, self._leaving = self._leaving, None
        if leaving is None:
            return
        self._window.screens.setEnabled(True)
        if ask.confirm(self._window, f"{sentence} {leaving.question}", leaving.verb, lasting=True):
            self._go(leaving)

    def _go(self, leaving: Leaving) -> None:
        self._window.screens.setEnabled(True)
        self._leaving = None
        if self._window.desk is not None:
            self._let_go = standing(self._window.desk.store)
        leaving.go()


def standing(store: "Store") -> tuple[int, int]:
    """A store as it stands: another one once something is done in it."""
    from desktop_app.ui.desk import newest

    return id(store), newest(store)


def session_ends() -> bool:
    """Whether the computer is being switched off or the user logged out: nothing may hold that up."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
