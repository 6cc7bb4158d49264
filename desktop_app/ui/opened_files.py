"""Files handed to the machine's own viewers: in a private folder that is emptied at the end and before the next one.

Prints and files of the store hold personal data, so nothing stays there longer than a viewer holds it open.
"""

import os
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop_app.domain.refusal import Refusal
from desktop_app.paths import data_folder


def folder() -> Path:
    return data_folder() / "pdf-tam"


def open_pdf(data: bytes, name: str) -> None:
    """Show a PDF in the program the machine opens such files with. Raises Refusal."""
    open_file(data, name, "Máy chưa có chương trình xem PDF; hãy lưu thành tệp PDF rồi mở ở máy khác.")


def open_file(data: bytes, name: str, no_viewer: str) -> None:
    """Show a file in the program the machine opens its kind with; `no_viewer` is said where there is none."""
    sweep()
    application = QApplication.instance()
    assert application is not None
    application.aboutToQuit.connect(sweep)
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    path = written(data, folder() / name)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise Refusal(no_viewer)


def written(data: bytes, path: Path) -> Path:
    """The file, under the next free name where a viewer still holds one of this name."""
    number = 1
    while path.exists():
        number += 1
        path = path.with_stem(f"{path.stem.removesuffix(f' ({number - 1})')} ({number})")
    path.write_bytes(data)
    return path


def wipe(path: Path) -> None:
    """Overwrite and remove a file that should not have stayed on the disk. Raises Refusal where it cannot be."""
    try:
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except OSError:
        raise Refusal(f"Chưa xóa được “{path}”, có thể còn chương trình đang mở; hãy đóng rồi tự xóa tệp ấy.") from None


def sweep() -> None:
    """Remove every file that no viewer holds open."""
    for path in folder().glob("*.*"):
        try:
            path.unlink()
        except PermissionError:
            continue
