"""A screen of our own that nobody sees, the real program started on it, and the keys of somebody typing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
SOURCE = (sys.executable, "-m", "desktop_app")


class Late(Exception):
    """What was waited for did not come."""


@dataclass(kw_only=True)
class Screen:
    """A display and the programs on it. `number` as in DISPLAY=:7."""

    number: int
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def surroundings(self, home: Path) -> dict[str, str]:
        """The environment of a clerk whose files all lie under `home`."""
        home.mkdir(parents=True, exist_ok=True)
        (home / "tam").mkdir(exist_ok=True)
        folders = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"), str(home))
        shown = {"DISPLAY": f":{self.number}", "QT_QPA_PLATFORM": "xcb", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
        return os.environ | folders | shown | dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(home / "tam"))

    def start(
        self, home: Path, *words: str, where: Path = ROOT, program: Sequence[str] = SOURCE
    ) -> subprocess.Popen[bytes]:
        """The program; nothing it says is kept."""
        surroundings, quiet = self.surroundings(home) | {"PYTHONPATH": str(where)}, subprocess.DEVNULL
        process = subprocess.Popen([*program, *words], cwd=where, env=surroundings, stdout=quiet, stderr=quiet)
        self.started.append(process)
        return process

    def key(self, *words: str) -> None:
        """One use of xdotool."""
        subprocess.run(["xdotool", *words], env=os.environ | {"DISPLAY": f":{self.number}"}, check=True)

    def said(self, *words: str) -> list[str]:
        """What xdotool answers, a line each; nothing where it fails."""
        told = subprocess.run(
            ["xdotool", *words], env=os.environ | {"DISPLAY": f":{self.number}"}, capture_output=True, text=True
        )
        return told.stdout.split() if told.returncode == 0 else []

    def focus(self, process: subprocess.Popen[bytes]) -> None:
        """Give the keys to the newest window of a program."""
        windows = waited(lambda: self.said("search", "--onlyvisible", "--pid", str(process.pid)), "a window")
        self.key("windowfocus", "--sync", windows[-1])

    def kill(self) -> None:
        """kill -9 for every program of ours that still runs."""
        for process in self.started:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait()
        self.started.clear()


def possible() -> bool:
    return all(shutil.which(name) for name in ("Xvfb", "xdotool"))


@contextmanager
def screen() -> Iterator[Screen]:
    """A display for as long as it is needed."""
    told, said = os.pipe()
    command = ["Xvfb", "-displayfd", str(said), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(said,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(said)
    with os.fdopen(told) as answer:
        shown = Screen(number=int(answer.readline()))
    try:
        yield shown
    finally:
        shown.kill()
        server.terminate()
        server.wait()


def waited(ask: Callable[[], T], what: str, patience: float = PATIENCE) -> T:
    """Ask again and again until the answer is something. Errors: Late."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if found := ask():
            return found
        time.sleep(0.05)
    raise Late(what)


def holds(process: subprocess.Popen[bytes], path: Path) -> bool:
    """Whether a running program has this file open."""
    try:
        handles = list(Path(f"/proc/{process.pid}/fd").iterdir())
    except OSError:
        return False
    return any(pointed(handle) == str(path.resolve()) for handle in handles)


def pointed(handle: Path) -> str:
    try:
        return os.readlink(handle)
    except OSError:
        return ""
