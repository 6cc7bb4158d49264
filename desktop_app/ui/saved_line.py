"""The line that says where a file was written, with a button to its folder. It writes nothing."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.ui.parts import ElidedLabel, button, row

OPEN = "Mở thư mục"


class SavedLine(QWidget):
    """Hidden until a file was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._told = ElidedLabel("")
        self._open = button(OPEN, self.open_folder)
        line = row(self._told, self._open)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_saved(self, path: Path, sentence: str) -> None:
        """Say what was written, and offer the folder of the file."""
        self._folder = path.parent
        self._told.setText(sentence)
        self._told.setToolTip(str(path))
        self.show()

    def open_folder(self) -> None:
        """Show the folder in the machine's own file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
