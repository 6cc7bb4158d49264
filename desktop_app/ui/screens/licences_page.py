"""The program's version, and the components of other people it holds with the licence of each."""

from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget

from desktop_app import __version__
from desktop_app.services.components import components, licence_text
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import column, label, row
from desktop_app.ui.screen import Screen
from desktop_app.ui.style import MARGIN, scaled

LIST_WIDTH = 260
OURS = (
    f"{words.PROGRAM} {__version__}, giấy phép MIT: được dùng, sao chép và sửa đổi tự do. "
    "Chương trình dùng các thành phần dưới đây của người khác; mỗi thành phần giữ giấy phép của nó."
)


class LicencesPage(Screen):
    """Components on the left, what the selected one does and its licence on the right."""

    title = "Phiên bản và giấy phép"
    reading = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._components = components()
        self.names = QListWidget()
        self.names.setFixedWidth(scaled(LIST_WIDTH))
        self.names.setAccessibleName("Thành phần")
        self.names.addItems([each.name for each in self._components])
        self._told = label(name="subheading", wrap=True)
        self._address = label(name="quiet", wrap=True)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("Giấy phép")
        right = column(self._told, self._address, self.text)
        both = row(self.names, MARGIN, right)
        both.setStretch(2, 1)
        self.body.addWidget(label(OURS, wrap=True))
        self.body.addLayout(both, 1)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        self.names.currentRowChanged.connect(self.show_component)
        self.names.setCurrentRow(0)

    def show_component(self, number: int) -> None:
        """Show the licence of one component."""
        found = self._components[number]
        self._told.setText(f"{found.name}: {found.use}")
        self._address.setText(f"Giấy phép {found.licence} · {found.address}")
        self.text.setPlainText(licence_text(found))

    def focus_start(self) -> None:
        self.names.setFocus()
