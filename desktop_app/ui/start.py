"""The window's start: the application, its look and log, the window on the screen, and then the store."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop_app.ui import focus_ring, former, qt_captions, style, trouble, words
from desktop_app.ui.window import Window

if TYPE_CHECKING:  # loaded once the window is on the screen
    from desktop_app.ui.opening import Opening


def application() -> QApplication:
    """The one QApplication, dressed and captioned in Vietnamese."""
    if sys.stderr is None:  # a program with a window has no standard error on Windows
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    made = QApplication(sys.argv[:1])
    made.setApplicationName("so-hoc-tap")
    made.setApplicationDisplayName(words.PROGRAM)
    qt_captions.install(made)
    style.apply(made)
    focus_ring.follow(made)
    return made


def run(store_path: Path | None = None) -> int:
    """Show the window, then open the given store (or the last, or the default one); the exit code."""
    app = application()
    trouble.start_log()
    window = Window()
    begun: list[Opening] = []
    app.styleHints().colorSchemeChanged.connect(window.navigation.restore_icons)
    window.painted.connect(lambda: begun.append(begin(window, store_path)))
    window.show()
    code = app.exec()
    for opening in begun:
        opening.unlock()
    former.remove()
    return code


def begin(window: Window, store_path: Path | None) -> "Opening":
    """What the window waits for until it is on the screen: the store is opened, kept safe, and can be locked."""
    from desktop_app.ui import opened_files
    from desktop_app.ui.lock import Lock
    from desktop_app.ui.opening import Opening
    from desktop_app.ui.safekeeping import Safekeeping

    opened_files.sweep()
    opening = Opening(window)
    Safekeeping(window)
    Lock(window)
    opening.begin(store_path)
    return opening
