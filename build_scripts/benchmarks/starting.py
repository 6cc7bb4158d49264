"""From the start of the process to the painted window, ours against a bare one of Qt; and a command."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from build_scripts.benchmarks.job import Goal, Job

OURS = """
from desktop_app.ui.start import application
from desktop_app.ui.window import Window
app = application()
window = Window()
window.painted.connect(app.quit)
window.show()
app.exec()
"""
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1000, 700)
window.show()
app.exec()
"""


def jobs(store: Path) -> Iterator[Job]:
    """The window, and a command on a store nobody else has open."""
    yield Job(
        name="start to painted window",
        ours=lambda: child("-c", OURS),
        limit=lambda: child("-c", BARE),
        goal=Goal(times=2),
        runs=7,
    )
    yield Job(
        name="one command from start to exit",
        ours=lambda: child("-m", "desktop_app", "--store", str(store), "search", "nguyen"),
        limit=lambda: child("-c", "pass"),
        runs=5,
    )


def child(*arguments: str) -> None:
    """Run Python to its end; its settings lie in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "PYTHONUTF8": "1"}
        subprocess.run(
            [sys.executable, *arguments], env={**os.environ, **surroundings}, check=True, capture_output=True
        )
