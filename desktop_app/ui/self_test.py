"""Shows every place of the window once, off the screen, and finds the plugins of Qt: for the self-test."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication

from desktop_app.services.store import open_office
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.window import Window

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
WIDTH, HEIGHT = 1366, 728
# What Qt looks for in its folder of plugins when it is needed, and does without in silence.
PLUGINS = {
    "win32": (
        "platforms/qwindows.dll",
        "platforms/qoffscreen.dll",
        "styles/qmodernwindowsstyle.dll",
        "imageformats/qsvg.dll",
        "imageformats/qico.dll",
        "iconengines/qsvgicon.dll",
    ),
    "linux": (
        "platforms/libqxcb.so",
        "platforms/libqoffscreen.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "printsupport/libcupsprintersupport.so",
        "imageformats/libqsvg.so",
        "imageformats/libqico.so",
        "iconengines/libqsvgicon.so",
    ),
}


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


def plugins() -> list[str]:
    """The plugins of Qt the program cannot do without, as far as they are there; by kind and bare name."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return [name for name in PLUGINS.get(sys.platform, ()) if (folder / name).is_file()]


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
