"""The clerk's hands and eyes in tests: press what can be read, type as UniKey does, read what is shown."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QPushButton, QWidget

from desktop_app.services.progress import Progress
from desktop_app.ui.table import RecordTable

W = TypeVar("W", bound=QWidget)


def pressed(inside: QWidget, caption: str) -> None:
    """Click the visible button with this caption."""
    found = [b for b in inside.findChildren(QPushButton) if b.text() == caption and b.isVisible()]
    assert found, f"no button “{caption}”"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def named(inside: QWidget, kind: type[W], name: str) -> W:
    """The entry with this accessible name (its label)."""
    found = [widget for widget in inside.findChildren(kind) if widget.accessibleName() == name]
    assert found, f"no field “{name}”"
    return found[0]


def typed(widget: QWidget, text: str) -> None:
    """Type into a widget; every accented letter comes as UniKey sends it: the bare letter, then for each of its signs
    Backspace and the letter with one sign more."""
    for letter in text:
        bare, *marked = stages(letter)
        sent(listening(widget), bare)
        for each in marked:
            QTest.keyClick(listening(widget), Qt.Key.Key_Backspace)
            sent(listening(widget), each)


def stages(letter: str) -> list[str]:
    """“ễ” as it comes about: “e”, “ê”, “ễ”."""
    if letter in "đĐ":
        return ["d" if letter == "đ" else "D", letter]
    parts = unicodedata.normalize("NFD", letter)
    return [unicodedata.normalize("NFC", parts[:end]) for end in range(1, len(parts) + 1)]


def listening(widget: QWidget) -> QWidget:
    """Who gets the keys meant for a widget: the list of suggestions under it, while that is open."""
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QAbstractItemView) else widget


def sent(widget: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def dialog(inside: QWidget) -> QDialog:
    """The dialog that is open over a screen."""
    found = [each for each in inside.findChildren(QDialog) if each.isVisible()]
    assert found, "no dialog is open"
    return found[0]


def shown(inside: QWidget) -> str:
    """All labels that can be read, one a line."""
    return "\n".join(each.text() for each in inside.findChildren(QLabel) if each.isVisible() and each.text())


def rows(inside: QWidget) -> list[list[str]]:
    """The texts of the table on a screen, row by row; of several, of the first that is seen."""
    table = table_in(inside)
    model = table.model()
    places = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in places] for row in range(model.rowCount())]


def table_in(inside: QWidget) -> RecordTable:
    """The table on a screen; of several, the first that is seen."""
    found = inside.findChildren(RecordTable)
    assert found
    return next((table for table in found if table.isVisible()), found[0])


def endless(progress: Progress) -> None:
    """A job that goes on until it is stopped."""
    for i in range(10**8):
        progress(i, 10**8)


def scanned(where: QWidget, code: str, ending: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """As a scanner types: a key each few milliseconds by its own clock, however busy the machine; then its Enter."""
    began = round(monotonic() * 1000)
    for at, letter in enumerate(code):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(began + 4 * at)
            QApplication.sendEvent(where, event)
    if ending is not None:
        QTest.keyClick(where, ending)


def killed_while_typing(program: str, store_path: Path) -> None:
    """Run a program on the store in a process of its own until it says that it has typed, and kill it then."""
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(store_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.stdout is not None and child.stdout.readline() == b"typed\n"
    child.kill()
    child.wait()
    child.stdout.close()
