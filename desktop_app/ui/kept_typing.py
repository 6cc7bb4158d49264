"""What is typed into a form, saved every few seconds until it is kept, and offered again after a crash.

Passwords are never saved.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.services import drafts
from desktop_app.services.drafts import Texts
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.parts import button, label, row
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.backup_facts import moment

SAVE_AFTER_MS = 2_000


class KeptTyping(QObject):
    """Belongs to one form open over a screen; `offer` is the line that gives back what was typed before."""

    def __init__(self, screen: Screen, form: FieldForm, title: str) -> None:
        super().__init__(form)
        self._screen, self._desk, self._form = screen, screen.desk, form
        self._key = drafts.form_key(title, texts(form))
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        form.typed.connect(self._typed)
        form.edited.connect(self._typed)
        self.offer = QFrame()
        self.offer.setObjectName("message")
        found = drafts.kept(screen.store, self._key)
        if found is None:
            self.offer.hide()
        else:
            self._show(found)

    def _show(self, found: drafts.Draft) -> None:
        said = label(f"Có nội dung chưa ghi từ lúc {moment(found.saved_at)}.", "sentence", wrap=True)
        again = button("Dùng lại", lambda: self.use(found.texts), "link", "Điền lại những gì đã gõ")
        away = button("Bỏ", self.forget, "link", "Xóa nội dung ấy")
        line = row(said, again, away)
        line.setStretch(0, 1)
        self.offer.setLayout(line)

    def use(self, typed: Texts) -> None:
        """Fill the form with what was typed before."""
        put(self._form, typed)
        self.offer.hide()
        self._form.focus_first()

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> None:
        """Save what stands there, unless nothing was typed; later where a job is writing or the window is locked."""
        if self._desk.background.busy or self._desk.store.asleep:
            self._timer.start()
        elif self._screen.isVisible() and self._form.isVisible() and self._form.changed():
            drafts.save(self._desk.store, self._key, texts(self._form))

    def forget(self) -> None:
        """The form was kept, or what was typed is not wanted any more."""
        self._timer.stop()
        self.offer.hide()
        if drafts.kept(self._desk.store, self._key) is not None:
            drafts.forget(self._desk.store, self._key)


def texts(form: FieldForm) -> dict[str, str]:
    """Field → its letters, for every field that has some and is no password."""
    found = {field.key: text_of(form.entry_widget(field.key)) for field in form.fields}
    return {key: text for key, text in found.items() if text is not None}


def put(form: FieldForm, typed: Texts) -> None:
    """Write letters back into the fields they came from."""
    for field in form.fields:
        if field.key in typed:
            set_text(form.entry_widget(field.key), typed[field.key])


def text_of(widget: QWidget) -> str | None:
    match widget:
        case QLineEdit():
            return widget.text() if widget.echoMode() is QLineEdit.EchoMode.Normal else None
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentText()
        case QCheckBox():
            return "1" if widget.isChecked() else ""
    return None


def set_text(widget: QWidget, text: str) -> None:
    match widget:
        case QLineEdit():
            widget.setText(text)
        case QPlainTextEdit():
            widget.setPlainText(text)
        case QComboBox():
            place = widget.findText(text)
            widget.setCurrentIndex(place)
            if place < 0 and widget.isEditable():
                widget.setEditText(text)
        case QCheckBox():
            widget.setChecked(text == "1")
