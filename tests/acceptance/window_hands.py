"""The clerk at the window on the day: marks typed into the grid, codes read by a scanner whatever has the focus.

Not tests themselves. Nothing here asks a service for what the window can do.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desktop_app.services.store import Store
from desktop_app.ui.attendance_model import FIRST
from desktop_app.ui.scan_looks import Sound
from desktop_app.ui.scan_session import session_of
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.window import Window
from tests.ui.hands import dialog, named, pressed, scanned, typed

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
SCAN_GAP = 20


@dataclass
class Hands:
    """The window, what was heard of the scanner, and its clock in seconds after five on the first morning."""

    window: Window
    sounds: list[Sound] = field(default_factory=list)
    seconds: int = 0

    def __post_init__(self) -> None:
        """Nothing is played, and the clock at the door is ours."""
        assert self.window.desk is not None
        self.session = session_of(self.window.desk)
        self.session.sound, self.session.clock = self.sounds.append, self.clock

    def screen(self) -> Screen:
        found = self.window.current()
        assert found is not None
        return found

    def choose(self, label: str, text: str) -> None:
        """Choose a line of a filter as the mouse does."""
        box = named(self.screen(), QComboBox, label)
        at = box.findText(text)
        assert at >= 0, f"no line “{text}”"
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def marking(self, venue: str) -> AttendanceScreen:
        """The grid of a venue."""
        self.window.go_to("attendance")
        while not isinstance(self.screen(), AttendanceScreen):
            self.window.back()
        self.choose("Điểm cầu", venue)
        found = self.screen()
        assert isinstance(found, AttendanceScreen)
        return found

    def type_marks(self, venue: str, half_day: int, keys: str) -> None:
        """One key a person from the first row down."""
        grid = self.marking(venue).grid
        grid.setCurrentIndex(grid.model().index(0, FIRST + half_day))
        grid.setFocus()
        QTest.keyClicks(grid, keys)

    def take_back(self, times: int) -> None:
        """Ctrl+Z, so often."""
        for _ in range(times):
            self.keyed(Key.Key_Z)

    def keyed(self, key: Qt.Key) -> None:
        """Ctrl and a key, to whatever has the focus, and Ctrl let go again."""
        self.window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(self.window.focusWidget() or self.window, key, Control)
        QTest.keyRelease(self.window.focusWidget() or self.window, Key.Key_Control)

    def begin_scanning(self, venue: str) -> None:
        """From the grid of a venue to scanning there."""
        pressed(self.marking(venue), "Quét mã")
        if self.session.door is None:
            pressed(self.screen(), "Bật quét")
        else:
            self.choose("Điểm cầu", venue)

    def end_scanning(self) -> None:
        pressed(self.screen(), "Tắt quét")

    def clock(self, store: Store) -> str:
        minutes, seconds = divmod(self.seconds, 60)
        return f"2021-03-27 {5 + minutes // 60:02}:{minutes % 60:02}:{seconds:02}.000"

    def scan(self, code: str, later: int = SCAN_GAP) -> None:
        """As a scanner types: fast, with Enter, to whatever has the focus."""
        self.seconds += later
        target = QApplication.focusWidget() or self.screen()
        scanned(target, code)

    def write_in(self, name: str) -> None:
        """Somebody at the door whom the register does not know."""
        self.keyed(Key.Key_N)
        box = dialog(self.screen())
        typed(named(box, QLineEdit, "Họ và tên"), name)
        pressed(box, "Ghi thêm")
