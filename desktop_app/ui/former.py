"""The program before this one, which the set-up left beside: taken away once this one has opened a store.

Not for a program run from its source, which has nothing beside it.
"""

import shutil
import sys
from pathlib import Path

from desktop_app import __version__
from desktop_app.paths import data_folder

ENDING = "-truoc"


def marker() -> Path:
    """Holds the version that last opened a store of this user."""
    return data_folder() / "phien-ban-da-mo.txt"


def opened() -> None:
    """A store was opened by this version."""
    if not has_opened():
        marker().parent.mkdir(parents=True, exist_ok=True)
        marker().write_text(__version__, encoding="utf-8")


def has_opened() -> bool:
    return marker().is_file() and marker().read_text(encoding="utf-8") == __version__


def remove(program: Path | None = None) -> None:
    """Take the former program away if this one has proved itself. What may not be removed (a program for all users)
    stays for the next set-up."""
    program = program or frozen_folder()
    if program is not None and has_opened():
        shutil.rmtree(program.with_name(program.name + ENDING), ignore_errors=True)


def frozen_folder() -> Path | None:
    """Where the built program lies; None when run from the source."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None
