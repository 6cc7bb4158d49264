"""A second start wakes the first window and goes; a lock says who holds it, and a killed program holds nobody up."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from desktop_app.ui.first_window import FirstWindow, wake
from desktop_app.ui.opening import Opening
from desktop_app.ui.window import Window
from tests.ui.hands import shown

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop_app.ui.opening import Opening
from desktop_app.ui.window import Window

app = QApplication([])
window = Window()
Opening(window).begin(Path(sys.argv[1]))
window.show()
print(window.desk is not None, flush=True)
app.exec()
"""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.leave_store()


@pytest.fixture
def opening(window: Window) -> Iterator[Opening]:
    made = Opening(window)
    yield made
    made.unlock()


def started(store_path: Path) -> subprocess.Popen[bytes]:
    """The program in a process of its own, for a store."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(store_path)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )


def said(child: subprocess.Popen[bytes]) -> bytes:
    assert child.stdout is not None
    line = child.stdout.readline()
    return line.strip()


def test_nobody_is_woken_where_no_window_is(store_path: Path) -> None:
    assert not wake(store_path)


def test_a_window_in_the_background_comes_forward(
    window: Window, opening: Opening, store_path: Path, qtbot: QtBot
) -> None:
    opening.begin(store_path)
    window.showMinimized()
    assert wake(store_path)
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=5_000)


def test_a_second_start_goes_away(window: Window, store_path: Path, qtbot: QtBot) -> None:
    first = FirstWindow(window)
    first.listen(store_path)
    second = Window()
    qtbot.addWidget(second)
    second.show()
    Opening(second).begin(store_path)
    qtbot.waitUntil(lambda: not second.isVisible(), timeout=5_000)
    assert second.desk is None
    first.close()


def test_a_store_left_by_its_window_wakes_nobody(window: Window, opening: Opening, store_path: Path) -> None:
    opening.begin(store_path)
    window.leave_store()
    opening.unlock()
    assert not wake(store_path)


def test_a_lock_says_where_and_since_when(window: Window, opening: Opening, store_path: Path) -> None:
    other = QLockFile(f"{store_path}.lock")
    other.setStaleLockTime(0)
    assert other.tryLock(100)
    opening.begin(store_path)
    assert "đang mở ở một cửa sổ khác (máy " in shown(window) and ", từ " in shown(window)
    other.unlock()


def test_a_program_that_was_killed_never_blocks_the_next(window: Window, opening: Opening, store_path: Path) -> None:
    for _ in range(2):
        child = started(store_path)
        assert said(child) == b"True"
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert child.stdout is not None
        child.stdout.close()
    opening.begin(store_path)
    assert opening.opened() == store_path.resolve()
