"""The first step of an import: a place to drop a file on, and a button that chooses one. It reads nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.style import MARGIN, icon

DROP_WIDTH, DROP_HEIGHT, PICTURE = 560, 260, 40


class FilePanel(QWidget):
    """`choose` asks for a file; a dropped one is taken by the screen around."""

    def __init__(self, choose: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = label(name="problem", wrap=True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = button("Chọn tệp…", choose, "main", "Ctrl+Shift+O")
        self._lay_out()

    def _lay_out(self) -> None:
        picture = label()
        picture.setPixmap(icon("importing").pixmap(PICTURE, PICTURE))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = label("Kéo tệp danh sách vào đây, hoặc chọn tệp", "subheading")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        told = label(
            "Đọc được tệp Excel (.xlsx, .xls), .ods và .csv. Chương trình tự tìm dòng tiêu đề và các cột; "
            "sổ chưa thay đổi gì cho đến khi xem trước và bấm nhập.",
            "quiet",
            wrap=True,
        )
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frame = QFrame()
        frame.setObjectName("drop")
        frame.setFixedWidth(DROP_WIDTH)
        frame.setMinimumHeight(DROP_HEIGHT)
        frame.setLayout(
            column(None, picture, heading, self._problem, row(None, self._choose, None), told, None, margin=MARGIN)
        )
        self._problem.hide()
        self.setLayout(column(None, row(None, frame, None), None, None))

    def say(self, sentence: str) -> None:
        """Why the last file could not be read; an empty sentence takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._choose.setText("Chọn tệp khác…" if sentence else "Chọn tệp…")

    def focus_start(self) -> None:
        self._choose.setFocus()


def dropped_file(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The one local file that is being dragged."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
