"""The scanner among the keys: its codes are taken whatever has the focus, a hand's typing is left alone."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop_app.ui.scanner import Scanner
from tests.ui.hands import scanned

CODE, HAND_MS = "0012347", 25  # QTest waits before and after a key: 50 ms from key to key
Key = Qt.Key


class Desk(QDialog):
    """A dialog with a line and a default button, as forms have."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.keep = QLineEdit(), QPushButton("Ghi", default=True)
        box = QVBoxLayout(self)
        box.addWidget(self.line)
        box.addWidget(self.keep)
        self.kept = 0
        self.keep.clicked.connect(self._kept)

    def _kept(self) -> None:
        self.kept += 1


@pytest.fixture
def scanner(qtbot: QtBot) -> Iterator[Scanner]:
    made = Scanner()
    made.listen()
    yield made
    made.listen(False)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.line.setFocus()
    return made


@pytest.fixture
def codes(scanner: Scanner) -> list[str]:
    heard: list[str] = []
    scanner.read.connect(heard.append)
    return heard


def test_a_code_with_enter_is_heard_and_reaches_nobody_else(codes: list[str], desk: Desk) -> None:
    scanned(desk.line, CODE)
    assert (codes, desk.line.text(), desk.kept) == ([CODE], "", 0)


def test_a_code_without_enter_is_heard_after_a_pause(codes: list[str], desk: Desk, qtbot: QtBot) -> None:
    scanned(desk.line, CODE, None)
    qtbot.waitUntil(lambda: codes == [CODE])
    assert desk.line.text() == ""


def test_an_enter_that_limps_after_its_code_is_swallowed_once(codes: list[str], desk: Desk, qtbot: QtBot) -> None:
    scanned(desk.line, CODE, None)
    qtbot.waitUntil(lambda: codes == [CODE])
    QTest.keyClick(desk.line, Key.Key_Return)
    assert desk.kept == 0
    QTest.keyClick(desk.line, Key.Key_Return)
    assert desk.kept == 1


def test_a_hand_that_types_the_same_digits_is_never_swallowed(codes: list[str], desk: Desk) -> None:
    QTest.keyClicks(desk.line, CODE, delay=HAND_MS)
    QTest.keyClick(desk.line, Key.Key_Return, delay=HAND_MS)
    assert (codes, desk.line.text(), desk.kept) == ([], CODE, 1)


def test_a_short_burst_of_a_hand_keeps_its_order(codes: list[str], desk: Desk) -> None:
    QTest.keyClicks(desk.line, "12")
    QTest.keyClicks(desk.line, "a34")
    QTest.keyClick(desk.line, Key.Key_Return)
    assert (codes, desk.line.text(), desk.kept) == ([], "12a34", 1)


def test_six_fast_digits_are_a_date_not_a_code(codes: list[str], desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.line, "050260")
    qtbot.waitUntil(lambda: desk.line.text() == "050260")
    assert codes == []


def test_letters_pass_at_once(codes: list[str], desk: Desk) -> None:
    QTest.keyClicks(desk.line, "dd")
    assert desk.line.text() == "dd"


def test_a_code_is_heard_over_an_open_dialog(codes: list[str], desk: Desk, qtbot: QtBot) -> None:
    over = Desk()
    qtbot.addWidget(over)
    over.setModal(True)
    over.show()
    scanned(over.keep, CODE)
    assert (codes, over.kept, desk.line.text()) == ([CODE], 0, "")


def test_codes_one_upon_another_are_all_heard(codes: list[str], desk: Desk) -> None:
    for code in (CODE, "0022341", "0032345"):
        scanned(desk.line, code)
    assert codes == [CODE, "0022341", "0032345"]


def test_a_prefix_of_the_scanner_is_dropped_and_letters_of_a_hand_are_not(
    scanner: Scanner, codes: list[str], desk: Desk, qtbot: QtBot
) -> None:
    scanner.prefix = "~"
    scanned(desk.line, "~" + CODE, Key.Key_Tab)
    QTest.keyClicks(desk.line, "~a")
    qtbot.waitUntil(lambda: desk.line.text() == "~a")
    assert codes == [CODE]


def test_a_slower_scanner_is_heard_when_the_gap_is_set_wider(scanner: Scanner, codes: list[str], desk: Desk) -> None:
    scanner.gap_ms = 150
    QTest.keyClicks(desk.line, CODE, delay=HAND_MS)
    QTest.keyClick(desk.line, Key.Key_Return)
    assert (codes, desk.line.text()) == ([CODE], "")


def test_nothing_is_held_once_it_does_not_listen(scanner: Scanner, codes: list[str], desk: Desk) -> None:
    QTest.keyClicks(desk.line, "12")
    scanner.listen(False)
    scanned(desk.line, CODE, None)
    assert (codes, desk.line.text()) == ([], "12" + CODE)


def test_keys_that_stood_in_line_while_the_program_was_busy_are_still_one_code(
    codes: list[str], desk: Desk, qtbot: QtBot
) -> None:
    def post(text: str, at: int) -> None:
        for place, digit in enumerate(text):
            key = QKeyEvent(QEvent.Type.KeyPress, Key.Key_0 + int(digit), Qt.KeyboardModifier.NoModifier, digit)
            key.setTimestamp(at + 10 * place)
            QCoreApplication.postEvent(desk.line, key)

    post(CODE[:3], 1000)
    QCoreApplication.sendPostedEvents()
    time.sleep(0.3)
    QTimer.singleShot(20, lambda: post(CODE[3:], 1030))
    qtbot.waitUntil(lambda: codes == [CODE])
    assert desk.line.text() == ""
