"""What is typed and not yet kept, on a page or in a dialog: saved every few seconds, and offered again after a crash.

Where it is typed says what stands there (`Typed`); this saves it, shows the line that offers it, and forgets it once it
was kept, taken back or refused. Passwords are never saved.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.services import drafts
from desktop_app.services.drafts import Texts, Where
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.parts import button, label, row
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.backup_facts import moment

SAVE_AFTER_MS = 2_000


class Typed(Protocol):
    """A place where something is typed."""

    def start(self) -> Texts:
        """What it began with: by this and its title it is known again."""

    def now(self) -> Texts | None:
        """What stands there; None while nothing is typed that is not kept."""

    def put(self, texts: Texts) -> None:
        """Have what was typed before stand there again."""


class KeptTyping(QObject):
    """Belongs to the widget `owner`, over which `offer` is laid; `going` says whether the place is still open."""

    def __init__(self, owner: QWidget, desk: Desk, title: str, typed: Typed, going: Callable[[], bool]) -> None:
        super().__init__(owner)
        self._desk, self._title, self._typed, self._going = desk, title, typed, going
        self._key = ""
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self.settle)
        self._found: Texts | None = None
        self._said = label(name="sentence", wrap=True)
        self.offer = self._line(owner)
        desk.changes.happened.connect(self._settling.start)
        self.look()

    def _line(self, owner: QWidget) -> QFrame:
        made = QFrame(owner)
        made.setObjectName("message")
        again = button("Dùng lại", self.use, "link", "Điền lại những gì đã gõ")
        away = button("Bỏ", self.forget, "link", "Xóa nội dung ấy")
        line = row(self._said, again, away)
        line.setStretch(0, 1)
        made.setLayout(line)
        return made

    def look(self) -> None:
        """The place shows what it begins with: offer what was typed there before and never kept."""
        self._key = drafts.form_key(self._title, self._typed.start())
        found = drafts.kept(self._desk.store, self._key)
        self._offer(None if found is None else found.texts)
        if found is not None:
            self._said.setText(f"Có nội dung chưa ghi từ lúc {moment(found.saved_at)}.")

    def _offer(self, found: Texts | None) -> None:
        self._found = found
        self.offer.setVisible(found is not None)

    def use(self) -> None:
        """Have what was typed before stand there again."""
        found = self._found
        self._offer(None)
        if found is not None:
            self._typed.put(found)

    def note(self) -> None:
        """Something was typed: it is saved soon."""
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> None:
        """Save what stands there now; later where a job is writing or the window is locked."""
        if self._desk.left or not self._going():
            return
        if self._desk.background.busy or self._desk.store.asleep:
            self._timer.start()
        else:
            typed = self._typed.now()
            if typed is not None:
                drafts.save(self._desk.store, self._key, typed, self._where())
            elif self._found is None:
                self.forget()

    def _where(self) -> Where:
        """How to come back here."""
        screen = self.parent()
        while screen is not None and not isinstance(screen, Screen):
            screen = screen.parent()
        member_id = screen.about_member() if isinstance(screen, Screen) else None
        return Where(title=self._title, place=self._desk.place, member_id=member_id)

    def save_noted(self) -> None:
        """Save at once what would be saved soon."""
        if self._timer.isActive():
            self._timer.stop()
            self.save()

    def settle(self) -> None:
        """Something was written: where what is typed was kept by it, nothing is left to come back to."""
        there = not self._desk.left and self._going()
        if there and not self._desk.store.asleep and self._typed.now() is None:
            self.renew()

    def renew(self) -> None:
        """The place begins anew with what is kept now."""
        if self._found is None:
            self.forget()
        self.look()

    def forget(self) -> None:
        """What was typed was kept, or is not wanted any more."""
        self._timer.stop()
        self._offer(None)
        if drafts.kept(self._desk.store, self._key) is not None:
            drafts.forget(self._desk.store, self._key)


class TypedForm:
    """The fields of a form."""

    def __init__(self, form: FieldForm) -> None:
        self._form = form

    def start(self) -> Texts:
        return texts(self._form)

    def now(self) -> Texts | None:
        return texts(self._form) if self._form.changed() else None

    def put(self, texts: Texts) -> None:
        put(self._form, texts)
        self._form.focus_first()


def keep_page(screen: Screen, title: str, typed: Typed) -> KeptTyping:
    """Keep what is typed on a page that already shows what it begins with; the offer lies over its middle."""
    made = KeptTyping(screen, screen.desk, title, typed, lambda: screen.window().isVisible())
    screen.lay_over(made.offer)
    return made


def keep_form(
    owner: QWidget, desk: Desk, title: str, form: FieldForm, going: Callable[[], bool] | None = None
) -> KeptTyping:
    """Keep the typing of a form that already shows what it begins with."""
    made = KeptTyping(owner, desk, title, TypedForm(form), going or (lambda: owner.window().isVisible()))
    form.typed.connect(made.note)
    form.edited.connect(made.note)
    return made


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
