"""Keys of gestures while a line is typed into: they win over what Qt's lines do with them on Linux."""

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.screen import Screen
from desktop_app.ui.screens import SCREENS, Place
from desktop_app.ui.screens.password_page import PasswordPage
from desktop_app.ui.window import Window
from desktop_app.ui.window_keys import KEYS
from tests.ui.hands import named

EDITING = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Home", "End", "Ctrl+Left", "Delete")
OWN = (*EDITING, "Ctrl+Y", "Return")


def kept_by_line(line: QLineEdit | QPlainTextEdit, keys: str) -> bool:
    """Whether the line takes these keys for itself, so that no gesture hears of them."""
    pressed: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # PySide's stubs do not know it
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


@pytest.fixture
def settings(window: Window, qtbot: QtBot) -> Window:
    window.go_to("settings")
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    return window


def focused(window: Window, line: QLineEdit | QPlainTextEdit) -> None:
    window.activateWindow()
    line.setFocus()
    QApplication.processEvents()
    assert line.hasFocus()


@pytest.mark.parametrize("place", SCREENS, ids=lambda place: place.key)
def test_every_gesture_has_its_keys_while_a_line_is_typed_into(window: Window, place: Place) -> None:
    window.go_to(place.key)
    screen = window.current()
    assert isinstance(screen, Screen)
    focused(window, screen.search_box)
    keys = {each.shortcut().toString() for each in screen.actions()} | {each for each, *_ in KEYS}
    assert [each for each in sorted(keys - {"", "Del", *OWN}) if kept_by_line(screen.search_box, each)] == []


def test_a_line_keeps_the_keys_of_editing(settings: Window) -> None:
    line = named(settings, QLineEdit, "Tên đảng ủy")
    focused(settings, line)
    assert [each for each in EDITING if not kept_by_line(line, each)] == []


def test_ctrl_u_in_the_settings_opens_the_passwords_and_leaves_the_name(settings: Window) -> None:
    line = named(settings, QLineEdit, "Tên đảng ủy")
    focused(settings, line)
    QTest.keyClick(line, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Đảng ủy phường Đông Thọ" and isinstance(settings.current(), PasswordPage)


def test_a_text_of_several_lines_gives_the_keys_too(settings: Window) -> None:
    text = named(settings, QPlainTextEdit, "Nơi nhận")
    focused(settings, text)
    assert not kept_by_line(text, "Ctrl+K") and kept_by_line(text, "Ctrl+V")
