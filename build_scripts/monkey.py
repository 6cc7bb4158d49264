"""Random hands on the practice office: clicks, keys and words, as fast as the window takes them. Not a test of meaning.

Usage: python -m build_scripts.monkey [actions] [seed]

Off the screen and on a store of its own. Told in the end, as JSON: what raised an error nobody handled, how memory
grew after the first tenth, how many screens and boxes each thousand met, and whether the store is whole. Exit code 0
when nothing raised, memory grew by less than 10 % and the store is whole. Boxes are answered at random; no file is
chosen and nothing is printed.
"""

import ctypes
import gc
import json
import os
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from build_scripts.careless import Careless
from desktop_app.services.practice import create_practice
from desktop_app.services.store import open_office
from desktop_app.ui import ask
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.window import Window

ACTIONS, WARM = 20_000, 10
WORDS = ("Nguyễn Văn Ân", "31/02/2021", "5/2/60", "0", "999999999", "Đội Cung 1", "'; --", "ễ" * 60, "12,5", " ")
KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Space,
    Qt.Key.Key_1,
    Qt.Key.Key_3,
    Qt.Key.Key_F1,
    Qt.Key.Key_F2,
    Qt.Key.Key_F5,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
CHORDS = "ADEGILMNPRSTUYZB"
LEFT_ALONE = ("Đổi sổ", "Đổi sổ…")


class Monkey:
    """One window and a hand that knows nothing. `bugs` are the errors nobody handled, `met` what was in front."""

    def __init__(self, window: Window, random: Random) -> None:
        self._window, self._random = window, random
        self.bugs: list[str] = []
        self.done: Counter[str] = Counter()
        self.met: set[str] = set()

    def act(self) -> None:
        """One action on whatever is in front, and what comes of it."""
        kind: Callable[[QWidget], object] = self._random.choices(
            (self._press, self._type, self._key, self._chord, self._click, self._choose, self._go),
            (8, 4, 4, 3, 4, 2, 1),
        )[0]
        self.done[kind.__name__] += 1
        front = self._front()
        self.met.add(type(self._window.current() if front is self._window else front).__name__)
        kind(front)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as a running event loop would
        self._tidy()

    def _front(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window

    def _one(self, inside: QWidget, kind: type[Any]) -> Any:
        found = [each for each in inside.findChildren(kind) if each.isVisible() and each.isEnabled()]
        return self._random.choice(found) if found else None

    def _press(self, front: QWidget) -> None:
        if isinstance(front, QMenu):
            lines = [line for line in front.actions() if line.isEnabled() and line.text() not in LEFT_ALONE]
            front.close()
            if lines:
                self._random.choice(lines).trigger()
            return
        found = self._one(front, QAbstractButton)
        if found is not None and found.text() not in LEFT_ALONE:
            found.click()

    def _type(self, front: QWidget) -> None:
        found = self._one(front, self._random.choice((QLineEdit, QPlainTextEdit)))
        if found is None:
            return
        found.setFocus()
        word = self._random.choice(WORDS)
        for letter in word:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(found, event)

    def _key(self, front: QWidget) -> None:
        QTest.keyClick(self._hearing(front), self._random.choice(KEYS))

    def _hearing(self, front: QWidget) -> QWidget:
        """What the keyboard goes to: something that dropped down takes it."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or front

    def _chord(self, front: QWidget) -> None:
        letter = self._random.choice(CHORDS)
        shift = self._random.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier))
        key = getattr(Qt.Key, f"Key_{letter}")
        QTest.keyClick(self._hearing(front), key, Qt.KeyboardModifier.ControlModifier | shift)

    def _click(self, front: QWidget) -> None:
        found = self._one(front, self._random.choice((QTableView, QTabBar, QWidget)))
        if found is None:
            return
        target = found.viewport() if isinstance(found, QTableView) else found
        if isinstance(found, QAbstractButton) and found.text() in LEFT_ALONE:
            return
        at = QPoint(self._random.randrange(max(1, target.width())), self._random.randrange(max(1, target.height())))
        hand = QTest.mouseDClick if self._random.random() < 0.2 else QTest.mouseClick
        hand(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def _choose(self, front: QWidget) -> None:
        found = self._one(front, QComboBox)
        if found is not None and found.count():
            found.setCurrentIndex(self._random.randrange(found.count()))
            found.activated.emit(found.currentIndex())

    def _go(self, front: QWidget) -> None:
        if front is self._window:
            self._window.go_to(self._random.choice(SCREENS).key)

    def _tidy(self) -> None:
        """Bring the window back where a hand shut it, and let no more than a few dialogs lie on one another."""
        if not self._window.isVisible():
            self._window.show()
        dropped = QApplication.activePopupWidget()
        if dropped is not None and self._random.random() < 0.2:
            dropped.close()  # a click beside it
        boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        for box in boxes[2:] if self._random.random() < 0.9 else boxes:
            if isValid(box):
                box.reject()

    def at_rest(self) -> int:
        """Bytes in memory once every box is closed and every place at its beginning: what is open is no growth."""
        for _ in range(2):
            for box in [each for each in QApplication.topLevelWidgets() if each.isWindow() and each.isVisible()]:
                if isinstance(box, QDialog | QMenu):
                    box.close()
            for place in SCREENS:
                self._window.go_to(place.key)
                self._window.go_to(place.key)
            self._window.background.wait()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        give_back()
        return resident()

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What Python calls with an error nobody handled."""
        frames = traceback.extract_tb(trace)[-3:]
        where = " < ".join(f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in reversed(frames))
        self.bugs.append(f"{kind.__name__} {where}")
        print(self.bugs[-1], file=sys.stderr, flush=True)


def resident() -> int:
    """Bytes of this process in memory; Linux only, 0 elsewhere."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def give_back() -> None:
    """Let the C library return what it only keeps for later; there is nothing to do but on Linux with glibc."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


@contextmanager
def hooked(monkey: Monkey, boxes: ask.Boxes) -> Iterator[None]:
    """Errors go to the monkey and boxes are answered by it, for as long as it plays."""
    before, sys.excepthook = sys.excepthook, monkey.hook
    answers, ask.answers = ask.answers, boxes
    try:
        yield
    finally:
        sys.excepthook, ask.answers = before, answers


def play(path: Path, actions: int, seed: int, tell: Callable[[str], object] = lambda line: None) -> dict[str, Any]:
    """So many actions on the store at `path`; what came of them. Needs a QApplication."""
    random = Random(seed)
    window = Window()
    monkey = Monkey(window, random)
    window.resize(1366, 728)
    window.show()
    window.take(open_office(path))
    start, met = 0, list[int]()
    with hooked(monkey, Careless(random)):
        for count in range(1, actions + 1):
            monkey.act()
            if count == max(1, actions // WARM):
                start = monkey.at_rest()
            if count % 1000 == 0:
                met.append(len(monkey.met))
                monkey.met.clear()
                tell(f"{count} actions, {len(monkey.bugs)} errors, {resident() >> 20} MiB, {met[-1]} screens and boxes")
        end = monkey.at_rest()
        window.leave_store()
        window.hide()
    return {
        "actions": actions,
        "seed": seed,
        "kinds": dict(monkey.done),
        "met": met,
        "errors": dict(Counter(monkey.bugs)),
        "memory": [start >> 20, end >> 20],
        "growth": round(end / start - 1, 3) if start else 0.0,
        "whole": whole(path),
    }


def whole(path: Path) -> bool:
    """Whether the store stands every check SQLite knows."""
    store = open_office(path)
    try:
        broken = store.execute("pragma foreign_key_check").fetchall()
        return not broken and store.execute("pragma integrity_check").fetchone()[0] == "ok"
    finally:
        store.close()


def main(argv: Sequence[str]) -> int:
    actions = int(argv[0]) if argv else ACTIONS
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            os.environ[name] = folder
        from desktop_app.ui.start import application

        made = application()
        path = Path(folder) / "thuc-hanh.sht"
        create_practice(path).close()
        told = play(
            path, actions, int(argv[1]) if argv[1:] else 1, lambda line: print(line, file=sys.stderr, flush=True)
        )
        made.processEvents()
    print(json.dumps(told, ensure_ascii=False, indent=1))
    return 0 if not told["errors"] and told["whole"] and told["growth"] < 0.1 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
