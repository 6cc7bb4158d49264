"""The line that says where a file was written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop_app.ui.saved_line import SavedLine
from tests.ui.hands import pressed, shown


class FileManager(QObject):
    """What the machine opens folders with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def manager() -> FileManager:
    return FileManager()


def test_the_folder_of_what_was_written_is_opened(qtbot: QtBot, tmp_path: Path, manager: FileManager) -> None:
    line = SavedLine()
    qtbot.addWidget(line)
    line.show_saved(tmp_path / "ds.xlsx", "Đã lưu ds.xlsx.")
    assert "Đã lưu ds.xlsx." in shown(line)
    QDesktopServices.setUrlHandler("file", manager, "open")  # type: ignore[arg-type]
    pressed(line, "Mở thư mục")
    QDesktopServices.unsetUrlHandler("file")
    assert manager.opened == [str(tmp_path)]
