"""What of the libraries goes into the built program, and what does not. Not how it is built: so_hoc_tap.spec.

Entries are PyInstaller's: (place in the program, file, kind). Places are written with / or \\ by the system.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

Entry = tuple[str, str, str]

# Loaded late or by name only: PyInstaller does not see them.
LATE = ("sqlcipher3.dbapi2", "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtSvg", "PySide6.QtPrintSupport")
# No network, no pictures but PNG and JPEG in a PDF, no other kinds of window. (sqlite_utils imports sqlite3 unused.)
UNUSED = (
    *("tkinter", "numpy", "pandas", "pip", "setuptools", "lxml", "pytest", "IPython", "readline", "ssl", "_ssl"),
    "sqlite_utils.cli",
    *(f"PIL.{name}" for name in ("_avif", "_webp", "_imagingcms", "_imagingft", "_imagingmath", "_imagingtk")),
    *(f"PySide6.Qt{name}" for name in ("DBus", "OpenGL", "OpenGLWidgets", "Qml", "Quick", "QuickWidgets", "Sql")),
    *(f"PySide6.Qt{name}" for name in ("SvgWidgets", "Test")),
)
# Plugins and what only they need: other platforms, the GTK look, OpenGL, pictures nobody shows, foreign captions.
DROPPED = re.compile(
    r"plugins/(platformthemes|egldeviceintegrations|xcbglintegrations|wayland-[\w-]+|networkinformation|tls|generic"
    r"|sqldrivers|qmltooling)/"
    r"|platforms/(lib)?q(?!xcb|offscreen|windows)\w+|PySide6/translations/|Qt/translations/|opengl32sw\.dll"
    r"|(lib)?Qt6(Wayland|WlShell|EglF[Ss]|OpenGL|Qml|Quick|VirtualKeyboard)"
    r"|imageformats/(lib)?q(gif|icns|jpeg|pdf|tga|tiff|wbmp|webp)\."
    r"|platforminputcontexts/\w*virtualkeyboard"
)
SYSTEM = re.compile(r"lib(?!python)[^/]+\.so[^/]*")


def is_kept(place: str) -> bool:
    return not DROPPED.search(place.replace("\\", "/"))


def needed(entries: Iterable[Entry], asked: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The kept entries without libraries of a Linux system that only something left out asked for.
    `asked` names the libraries a file is linked to."""
    kept = [entry for entry in entries if is_kept(entry[0])]
    left = {entry[0]: entry for entry in kept if SYSTEM.fullmatch(entry[0]) and entry[2] == "BINARY"}
    reached = [entry for entry in kept if entry[0] not in left]
    for _, file, kind in reached:  # it grows as it is walked
        if left and kind in ("BINARY", "EXTENSION"):
            reached += [left.pop(name) for name in map(base_name, asked(file)) if name in left]
    return reached


def base_name(name: str) -> str:
    return Path(name).name
