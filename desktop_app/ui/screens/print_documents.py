"""The list of documents that can be printed, under the headings of their groups, and the box that narrows it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from db.keys import fold
from desktop_app.forms.documents import FORMS
from desktop_app.forms.form import Form
from desktop_app.ui.parts import column, label
from desktop_app.ui.style import GRID

FORM_ID = Qt.ItemDataRole.UserRole
HINT = "Tìm văn bản (Ctrl+L)"
NOTHING = "Không có văn bản nào mang chữ ấy; gõ ít chữ hơn, hoặc bấm Esc để xem tất cả."


def grouped_forms(forms: Sequence[Form[Any]]) -> dict[str, list[Form[Any]]]:
    """The forms by group, both in the order of the list."""
    groups: dict[str, list[Form[Any]]] = {}
    for form in forms:
        groups.setdefault(form.group, []).append(form)
    return groups


class DocumentList(QListWidget):
    """One line a document; the headings cannot be chosen. `wanted` tells that another document was chosen."""

    wanted = Signal()

    def __init__(self, forms: Sequence[Form[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Văn bản")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSpacing(GRID // 4)
        for group, listed in grouped_forms(forms).items():
            self._add_heading(group)
            for form in listed:
                item = QListWidgetItem(form.title, self)
                item.setData(FORM_ID, form.id)
                item.setToolTip(form.title)
        self._chosen = forms[0]
        self.choose(forms[0].id)
        self.currentItemChanged.connect(self._changed)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def form(self) -> Form[Any]:
        """The document chosen; it stays chosen while the list is narrowed to others."""
        return self._chosen

    def choose(self, form_id: str) -> None:
        """Go to a document."""
        for item in self._items():
            if item.data(FORM_ID) == form_id:
                self.setCurrentItem(item)
                self._chosen = next(form for form in FORMS if form.id == form_id)

    def narrow(self, text: str) -> None:
        """Show the documents whose title or group says a text, accents or not, each under its heading."""
        wanted, heading, group = fold(text), None, ""
        for item in self._items():
            if item.data(FORM_ID) is None:
                heading, group = item, item.text()
                heading.setHidden(True)
                continue
            item.setHidden(wanted not in fold(f"{item.text()} {group}"))
            if heading is not None and not item.isHidden():
                heading.setHidden(False)
        self.show_chosen()

    def is_any_shown(self) -> bool:
        """Whether the list has a document left to choose."""
        return any(not item.isHidden() for item in self._items())

    def show_chosen(self) -> None:
        """Bring the document chosen into view."""
        if self.currentItem() is not None and not self.currentItem().isHidden():
            self.scrollToItem(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_chosen()

    def step_into(self) -> None:
        """The first document shown, unless the one chosen is among them."""
        current = self.currentItem()
        if current is None or current.isHidden():
            shown = (item for item in self._items() if item.data(FORM_ID) is not None and not item.isHidden())
            if (first := next(shown, None)) is not None:
                self.setCurrentItem(first)
        self.setFocus()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(at) for at in range(self.count())]

    def _changed(self, item: QListWidgetItem | None) -> None:
        form_id = item.data(FORM_ID) if item is not None else None
        found = next((form for form in FORMS if form.id == form_id), None)
        if found is not None and found is not self._chosen:
            self._chosen = found
            self.wanted.emit()


class DocumentChooser(QWidget):
    """The box over the list: typing narrows, Down or Enter goes into the list, Esc shows all again."""

    def __init__(self, forms: Sequence[Form[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents, self.box = DocumentList(forms), QLineEdit()
        self.box.setPlaceholderText(HINT)
        self.box.setAccessibleName("Tìm văn bản")
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self.documents.narrow)
        self.box.returnPressed.connect(self.documents.step_into)
        self.box.installEventFilter(self)
        self._nothing = label(NOTHING, "quiet", wrap=True)
        self._nothing.hide()
        self.box.textChanged.connect(lambda: self._nothing.setHidden(self.documents.is_any_shown()))
        lines = column(self.box, self._nothing, self.documents)
        lines.setSpacing(GRID)
        self.setLayout(lines)

    def choose(self, form_id: str) -> None:
        """Begin with a document; nothing is told."""
        with QSignalBlocker(self.documents):
            self.documents.choose(form_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.documents.step_into()
                return True
            if event.key() == Qt.Key.Key_Escape and self.box.text():
                self.box.clear()
                return True
        return super().eventFilter(watched, event)
