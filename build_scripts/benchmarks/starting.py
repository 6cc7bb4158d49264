"""From the start of the process to the painted window, ours against a bare one of Qt; and a command."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from build_scripts.benchmarks.job import Goal, Job
from build_scripts.processes import ROOT

MEMORY = """
def memory(key="Pss", file="smaps_rollup"):
    import pathlib, re
    kept = pathlib.Path("/proc/self", file)
    return int(re.search(key + r":\\s+(\\d+)", kept.read_text())[1]) / 1024 if kept.exists() else None
"""
"""How much memory a process uses, in MiB, where the system tells (Linux)."""
OURS = """
from desktop_app.ui import start
app = start.application()
start.trouble.start_log()
window = start.Window()
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
LIST = """
import sys, time
from pathlib import Path
from desktop_app.ui.start import application
from desktop_app.services.store import open_office
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.members import MembersScreen
app = application()
store = open_office(Path(sys.argv[1]))
desk = Desk(store, Background())
before, start = memory(), time.perf_counter()
screen = MembersScreen(desk)
screen.resize(1280, 700)
screen.show()
screen.grab()
taken = (time.perf_counter() - start) * 1000
figures = [taken, memory() - before if before else ""]
"""
TOLD = "\nprint(memory() or '')"


def jobs(store: Path) -> Iterator[Job]:
    """The window, the list of people in it, and a command on a store nobody else has open."""
    yield Job(
        name="start to painted window",
        ours=lambda: child("-c", OURS),
        limit=lambda: child("-c", BARE),
        goal=Goal(times=2),
        runs=7,
    )
    yield Job(
        name="memory of the painted window",
        ours=lambda: told(MEMORY + OURS + TOLD),
        limit=lambda: told(MEMORY + BARE + TOLD),
        goal=Goal(times=1.6),
        unit="MiB",
    )
    for place, (name, goal, unit) in enumerate(
        (
            ("list of everybody on the screen", Goal(most=1200), "ms until painted"),
            ("memory of that list", Goal(most=30), "MiB"),
        )
    ):
        script = f"{MEMORY}{LIST}\nprint(figures[{place}])"
        yield Job(name=name, ours=partial(told, script, str(store)), goal=goal, unit=unit)
    yield Job(
        name="one command from start to exit",
        ours=lambda: child("-m", "desktop_app", "--store", str(store), "search", "nguyen"),
        limit=lambda: child("-c", "pass"),
        runs=5,
    )
    yield Job(name="the built program on the disk", ours=built, goal=Goal(most=214), unit="MiB")


def built() -> float | None:
    """The size of the built folder in MiB, None where nothing is built; a bare window, built alike, takes 171."""
    sizes = [path.stat().st_size for path in (ROOT / "dist" / "so-hoc-tap").rglob("*") if path.is_file()]
    return sum(sizes) / 2**20 if sizes else None


def told(*script: str) -> float | None:
    """The number a script says last, None when it has none."""
    said = child("-c", *script).strip()
    return float(said) if said else None


def child(*arguments: str) -> str:
    """Run Python to its end; what it says. Its settings lie in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, *arguments], env={**os.environ, **surroundings}, check=True, capture_output=True, text=True
        ).stdout
