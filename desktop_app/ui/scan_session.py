"""Scanning while it is switched on: one half-day at one place, whatever screen is shown. One of it to a desk.

It hears codes, has each read by the service, and tells what came of it by picture and sound. Codes of sign-in pages
open their page. The page of scanning switches it on and off and shows its results large.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame

from desktop_app.domain.codes import is_page_code
from desktop_app.domain.half_days import likely_now
from desktop_app.domain.missed import half_day_words
from desktop_app.domain.names import said_of
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import conferences, scanning
from desktop_app.services.scanner import scanner_settings
from desktop_app.services.scanning import Door, Reading
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import button, label, row
from desktop_app.ui.scan_looks import LOOKS, Sound, play
from desktop_app.ui.scan_result import FloatingResult
from desktop_app.ui.scanner import Scanner

OFF, QUIET_MS = "Tắt", 500


class ScanSession(QObject):
    """`changed`: switched on, off or to another place. `heard(reading)`: a code was read and kept.

    `clock(store)` says when something is read, `sound` makes itself heard.
    """

    changed = Signal()
    heard = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.door: Door | None = None
        self.clock: Callable[[Store], str] = scanning.this_moment
        self.sound: Callable[[Sound], None] = play
        self.scanner = Scanner(self)
        self.floating = FloatingResult()
        self.badge = ScanBadge(self)
        self._news = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._news.timeout.connect(self.tell_screens)
        self.scanner.read.connect(self.take)
        self.destroyed.connect(self.floating.deleteLater)
        self.destroyed.connect(self.badge.deleteLater)
        desk.standing.emit(self.badge)

    def start(self, conference_id: int, half_day_id: int | None, venue_id: int | None) -> None:
        """Listen for this half-day and place. Raises Refusal where nobody can be marked yet."""
        self.door = scanning.door(self.desk.store, conference_id, half_day_id, venue_id)
        settings = scanner_settings(self.desk.store)
        self.scanner.gap_ms, self.scanner.prefix = settings.gap_ms, settings.prefix
        self.scanner.listen()
        self.changed.emit()

    def stop(self) -> None:
        self.scanner.listen(False)
        self.door = None
        self.floating.hide()
        self.changed.emit()

    def take(self, code: str, device: str = scanning.WINDOW_DEVICE) -> None:
        """A code that was scanned, or typed by hand."""
        if is_page_code(code):
            self.open_page(code)
        elif self.door is not None:
            self.read(code, self.door, device)

    def open_page(self, code: str) -> None:
        from desktop_app.ui.screens.sheet_page import open_sheet_page

        if QApplication.activeModalWidget() is not None:
            self.sound(Sound.BAD)
            self.desk.refused.emit("Đang mở một hộp thoại; hãy đóng hộp thoại rồi quét lại mã trang.")
            return
        try:
            open_sheet_page(self.desk, code)
        except Refusal as refusal:
            self.sound(Sound.BAD)
            self.desk.refused.emit(str(refusal))
        else:
            self.sound(Sound.LOOK)

    def read(self, code: str, door: Door, device: str) -> None:
        """Keep the scan and tell it at once; what other screens show follows when nobody is scanning."""
        with QSignalBlocker(self.desk.changes):
            reading = self.desk.perform(
                scanning.read,
                door.conference.id,
                door.half_day.id if door.half_day else None,
                door.venue_id,
                code,
                self.clock(self.desk.store),
                device,
                done=spoken,
            )
        self._news.start()
        if reading is None:
            self.sound(Sound.BAD)
            return
        self.sound(LOOKS[reading.scan.outcome].sound)
        self.heard.emit(reading)

    def tell_screens(self) -> None:
        """Let every screen read again; not in the middle of a code."""
        if self.scanner.busy():
            self._news.start()
        else:
            self.desk.changes.happened.emit()

    def likely_half_day(self, conference_id: int) -> int | None:
        """The half-day of a conference that is held now, or is the likeliest to be meant."""
        half_days = conferences.conference(self.desk.store, conference_id).half_days
        found = likely_now(half_days, self.clock(self.desk.store))
        return found.id if found else None

    def float_result(self, reading: Reading) -> None:
        """Show a result over whatever is open."""
        self.floating.float_reading(reading)


class ScanBadge(QFrame):
    """“Đang quét: sáng 27/3, Hội trường” with the way to end it; nothing while it is off."""

    def __init__(self, session: ScanSession) -> None:
        super().__init__()
        self.setObjectName("scan_badge")
        self._said = label(name="scanning")
        self.setLayout(row(self._said, button(OFF, session.stop, "link", "Tắt quét mã")))
        session.changed.connect(lambda: self.show_door(session))
        self.hide()

    def show_door(self, session: ScanSession) -> None:
        self.setVisible(session.door is not None)
        if session.door is not None:
            self._said.setText(f"● Đang quét: {place_words(session.desk, session.door)}")


def place_words(desk: Desk, door: Door) -> str:
    """“buổi sáng 27/3, điểm cầu Hội trường”."""
    half_day = f"buổi {half_day_words(door.half_day).lower()}" if door.half_day else "chưa chọn buổi"
    known = conferences.venues(desk.store, door.conference.id)
    name = next((venue.name for venue in known if venue.id == door.venue_id), None)
    return f"{half_day}, {said_of('điểm cầu', name)}" if name else f"{half_day}, mọi điểm cầu"


def spoken(reading: Reading) -> str:
    """The quiet line about a scan."""
    who = reading.full_name or f"Mã {reading.scan.code}"
    return f"{who}: {word(reading.scan.outcome).lower()}. {reading.note}".strip()


def session_of(desk: Desk) -> ScanSession:
    """The one session of a desk."""
    found = desk.findChild(ScanSession)
    return found if isinstance(found, ScanSession) else ScanSession(desk)
