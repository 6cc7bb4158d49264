"""What the window remembers between runs: widths, orders, the last store. Never anything from a store itself."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop_app.paths import data_folder


def settings() -> QSettings:
    """The one ini file, in the user's own data folder."""
    return QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat)


def remembered_bytes(key: str) -> QByteArray | None:
    value = settings().value(key)
    return value if isinstance(value, QByteArray) and not value.isEmpty() else None


def remembered_text(key: str) -> str:
    value = settings().value(key, "")
    return value if isinstance(value, str) else ""


def remember(key: str, value: QByteArray | str) -> None:
    settings().setValue(key, value)


def last_store() -> Path | None:
    """The store opened last, if the file is still there."""
    text = remembered_text("store/last")
    return Path(text) if text and Path(text).is_file() else None


def office_store() -> Path | None:
    """The store of the office itself, not of practice, that was opened last; None when its file is gone."""
    text = remembered_text("store/office")
    return Path(text) if text and Path(text).is_file() else None
