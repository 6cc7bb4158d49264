"""Shows every place of the window once, off the screen, and loads every module of this floor: for the self-test."""

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import TracebackType

from PySide6.QtWidgets import QApplication

from desktop_app import ui
from desktop_app.services.store import open_office
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.window import Window

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
WIDTH, HEIGHT = 1366, 728


def shown_places(path: Path) -> Iterator[str]:
    """Keys of the places that came up on this store and painted without a bug."""
    application = offscreen()
    bugs: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, gather(bugs)
    window = Window()
    try:
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.take(open_office(path))
        for place in SCREENS:
            if shows(application, window, place.key) and not bugs:
                yield place.key
            bugs.clear()
    finally:
        window.leave_store()
        window.hide()
        sys.excepthook = before


def loaded_modules() -> list[str]:
    """Names of the modules of this floor, each imported."""
    found = [module.name for module in walk_packages(ui.__path__, f"{ui.__name__}.")]
    return [import_module(name).__name__ for name in found]


def offscreen() -> QApplication:
    """The application there is, or one that needs no screen."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop_app.ui.start import application

    return application()


def shows(application: QApplication, window: Window, key: str) -> bool:
    """Whether a place comes up and is drawn."""
    window.go_to(key)
    window.background.wait()
    application.processEvents()
    screen = window.current()
    return screen is not None and screen.isVisible() and not screen.grab().isNull()


def gather(bugs: list[BaseException]) -> Hook:
    """What Python calls with a bug inside a method Qt called: nothing else hears of it."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        bugs.append(error)

    return hook
