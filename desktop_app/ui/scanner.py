"""Hears a hand-held scanner among the keys of the whole program: it types a code faster than any hand does.

While it listens, every digit is held back for a moment. A run of seven or more that came at a scanner's pace is a code:
it is told by `read`, and neither it nor its Enter reaches what has the focus. Anything slower is passed on to where it
was typed, in its order. Only digits are taken, so a Vietnamese typing tool has nothing to change. What a code means is
not its affair.
"""

from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

LEAST_DIGITS = 7
GAP_MS = 35
GRACE = 1.7
"""How much longer than the gap a held key waits: the event loop may be late, the clock of the keys is not."""
LATE_ENTER_MS = 250
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(slots=True)
class Held:
    """A key kept back, and the widget it was meant for."""

    target: QWidget
    event: QKeyEvent


class Scanner(QObject):
    """`read(code)`: the digits of a code. `gap_ms`: the longest pause between two keys of a scanner.

    `prefix` is what the scanner is set to type before each code, often nothing; it is swallowed with it.
    """

    read = Signal(str)

    def __init__(self, parent: QObject | None = None, gap_ms: int = GAP_MS, prefix: str = "") -> None:
        super().__init__(parent)
        self.gap_ms, self.prefix = gap_ms, prefix
        self.listening = False
        self._held: list[Held] = []
        self._last = 0.0
        self._enter_until = 0.0
        self._passing_on = False
        self._held_at = 0.0
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._waited)

    def listen(self, wanted: bool = True) -> None:
        """Begin or end listening, over all windows of the program."""
        if wanted == self.listening:
            return
        self.listening = wanted
        application = QApplication.instance()
        assert application is not None, "there are no keys without a program"
        if wanted:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
            self._pass_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._overrides(event)
        if kind is not QEvent.Type.KeyPress or self._passing_on or not isinstance(watched, QWidget):
            return False
        return isinstance(event, QKeyEvent) and self._pressed(watched, event)

    def _overrides(self, event: QKeyEvent) -> bool:
        """The Enter that ends a code is no shortcut of the screen."""
        if event.key() in ENDS and (self._is_code() or monotonic() < self._enter_until):
            event.accept()
            return True
        return False

    def _pressed(self, target: QWidget, event: QKeyEvent) -> bool:
        """Whether the key is held back or swallowed."""
        if event.key() in ENDS:
            return self._ended()
        if not self._may_belong(event):
            self._pass_on()
            return False
        at = moment(event)
        if self._held and at - self._last > self.gap_ms:
            self._paused()
        self._last = at
        self._held.append(Held(target, event.clone()))
        self._wait()
        return True

    def busy(self) -> bool:
        """Whether a code may be coming in just now."""
        return bool(self._held)

    def _wait(self) -> None:
        self._held_at = monotonic()
        self._pause.start(round(self.gap_ms * GRACE))

    def _waited(self) -> None:
        """The wait is over; where the program was busy all the while, keys may stand in line: it waits once more."""
        if (monotonic() - self._held_at) * 1000 > 2 * self._pause.interval():
            self._wait()
        else:
            self._paused()

    def _may_belong(self, event: QKeyEvent) -> bool:
        """Whether a scanner could have sent the key: a digit, or the next letter of its prefix."""
        text = event.text()
        if event.isAutoRepeat() or event.modifiers() not in PLAIN or len(text) != 1:
            return False
        place = len(self._held)
        begins = place < len(self.prefix) and self._text() == self.prefix[:place]
        return (text.isascii() and text.isdigit()) or (begins and text == self.prefix[place])

    def _ended(self) -> bool:
        """Enter or Tab: it ends a code, or comes after one, or is nobody's but the hand's."""
        if self._is_code():
            self._tell()
            return True
        if monotonic() < self._enter_until:
            self._enter_until = 0.0
            return True
        self._pass_on()
        return False

    def _paused(self) -> None:
        """No key came in time: what is held is a code, or was typed by hand."""
        if self._is_code():
            self._tell()
            self._enter_until = monotonic() + LATE_ENTER_MS / 1000
        else:
            self._pass_on()

    def _text(self) -> str:
        return "".join(held.event.text() for held in self._held)

    def _code(self) -> str:
        return self._text().removeprefix(self.prefix)

    def _is_code(self) -> bool:
        return len(self._code()) >= LEAST_DIGITS and self._code().isdigit()

    def _tell(self) -> None:
        code = self._code()
        self._forget()
        self.read.emit(code)

    def _forget(self) -> None:
        self._pause.stop()
        self._held.clear()

    def _pass_on(self) -> None:
        """Give what was held to whom it was typed, as if nothing had been between."""
        held = list(self._held)
        self._forget()
        self._passing_on = True
        try:
            for each in held:
                if isValid(each.target):
                    QCoreApplication.sendEvent(each.target, each.event)
        finally:
            self._passing_on = False


def moment(event: QKeyEvent) -> float:
    """When a key was pressed, in milliseconds: by its own stamp, which a busy program does not blur."""
    return float(event.timestamp() or monotonic() * 1000)
