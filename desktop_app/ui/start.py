"""The window's start: the application, its look and log, the window on the screen, and then the store."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.ui import former, opened_files, qt_captions, style, trouble, words
from desktop_app.ui.lock import Lock
from desktop_app.ui.opening import Opening
from desktop_app.ui.safekeeping import Safekeeping
from desktop_app.ui.window import Window


def application() -> QApplication:
    """The one QApplication, dressed and captioned in Vietnamese."""
    if sys.stderr is None:  # a program with a window has no standard error on Windows
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    made = QApplication(sys.argv[:1])
    made.setApplicationName("so-hoc-tap")
    made.setApplicationDisplayName(words.PROGRAM)
    qt_captions.install(made)
    style.apply(made)
    return made


def run(store_path: Path | None = None) -> int:
    """Show the window, then open the given store (or the last, or the default one); the exit code."""
    app = application()
    trouble.start_log()
    opened_files.sweep()
    window = Window()
    opening = Opening(window)
    Safekeeping(window)
    Lock(window)
    app.styleHints().colorSchemeChanged.connect(window.navigation.restore_icons)
    window.painted.connect(lambda: opening.begin(store_path))
    window.show()
    code = app.exec()
    opening.unlock()
    former.remove()
    return code
