"""Other programs run from here: in the project's folder, in UTF-8. Standard library only, as `dev.py`."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

Command = Iterable[str | Path]

ROOT = Path(__file__).resolve().parent.parent


def call(command: Command) -> None:
    """Run a command in the project's folder; stop with its exit code when it fails."""
    code = exit_code(command)
    if code:
        sys.exit(code)


def exit_code(command: Command) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=child_environment(os.environ)).returncode


def output(command: Command, quiet: bool = True) -> str:
    """What a command says on its standard output; a failure is an empty answer, explained by itself unless quiet."""
    errors = subprocess.DEVNULL if quiet else None
    words, environment = [str(part) for part in command], child_environment(os.environ)
    told = subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors)
    return told.stdout.decode("utf-8") if told.returncode == 0 else ""


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """UTF-8 everywhere, and Qt without a screen where there is none."""
    qt = {} if has_display(environment) else {"QT_QPA_PLATFORM": "offscreen"}
    return {**environment, "PYTHONUTF8": "1", **qt}


def has_display(environment: Mapping[str, str]) -> bool:
    return sys.platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
