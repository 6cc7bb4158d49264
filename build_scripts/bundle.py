"""What of the libraries goes into the built program, and what does not. Not how it is built: so_hoc_tap.spec.

Entries are PyInstaller's: (place in the program, file, kind). Places are written with / or \\ by the system.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from build_scripts.processes import ROOT

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
    r"|sqldrivers|qmltooling|vectorimageformats)/"
    r"|platforms/(lib)?q(?!xcb|offscreen|windows)\w+|PySide6/translations/|Qt/translations/|opengl32sw\.dll"
    r"|(lib)?Qt6(Wayland|WlShell|EglF[Ss]|OpenGL|Qml|Quick|VirtualKeyboard)"
    r"|imageformats/(lib)?q(gif|icns|jpeg|pdf|tga|tiff|wbmp|webp)\."
    r"|platforminputcontexts/\w*virtualkeyboard"
)
SYSTEM = re.compile(r"lib(?!python)[^/]+\.so[^/]*")


def ours() -> list[Path]:
    """Our modules, none left to be discovered: screens, forms and migrations are named in lists and imported late."""
    return [path for folder in ("db", "desktop_app") for path in sorted((ROOT / folder).rglob("*.py"))]


def libraries() -> list[str]:
    """Modules of other people that ours import anywhere, also within a function, as far as this system has them."""
    names = {name for path in ours() for name in imported(path.read_text(encoding="utf-8"))}
    return sorted(name for name in names if name.split(".")[0] not in ("db", "desktop_app") and is_here(name))


def imported(source: str) -> Iterator[str]:
    """Names of the modules a text imports; not what stands in them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def is_here(name: str) -> bool:
    """Whether this system has a module: some are Windows's alone."""
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):  # its package is not there, or it was made while running
        return False


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
