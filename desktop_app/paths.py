"""Where our own files lie, frozen or not, and where the user's files lie by default.

Not a reader of any of them, and not a maker of folders: whoever writes makes the folder.
"""

import os
import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """A file that came with the program: beside the source, or where PyInstaller unpacked it."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)


def shipped(name: str) -> Path:
    """A file of the project's own folder that the program brings along, frozen among its resources."""
    frozen = resource(name)
    return frozen if frozen.is_file() else Path(__file__).resolve().parent.parent / name


def changelog() -> Path:
    """What each version brought."""
    return shipped("CHANGELOG.md")


def data_folder() -> Path:
    """The user's own folder for this program: never roamed, never synchronised by us."""
    local = os.environ.get("LOCALAPPDATA")
    if sys.platform == "win32" and local:
        return Path(local) / "SoHocTap"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "so-hoc-tap"


def default_store() -> Path:
    return data_folder() / "so-hoc-tap.sht"


def file_only(path: Path) -> Path:
    """The path again, where a file of ours may stand or come to stand. Raises OSError for a folder or a device,
    which a finished file put in its place would destroy."""
    if path.exists() and not path.is_file():
        raise OSError(f"not a file: {path.name}")
    return path
