"""A dialog that fills in one record, built from fields. It keeps nothing itself: `keep` does, or refuses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import today
from desktop_app.ui import words
from desktop_app.ui.field_form import Advice, FieldForm, Values
from desktop_app.ui.fields import DateField, Field, LongTextField, SecretField
from desktop_app.ui.kept_typing import KeptTyping, keep_form
from desktop_app.ui.parts import ElidedLabel, button, column, label, row
from desktop_app.ui.screen import Screen
from desktop_app.ui.style import GAP, MARGIN, scaled

WIDTH, TITLE_BAR = 560, 36
SAVING = ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
HELP = (
    "Enter sang ô kế tiếp, ở ô cuối như bấm “{}”; Ctrl+S, Ctrl+Enter cũng vậy; Esc thôi. Ô có dấu * phải điền. "
    "Ngày gõ cách nào cũng được: 5/2/60, 05021960, 5.2.1960."
)


class RecordDialog(QDialog):
    """`keep(values)` writes and may raise Refusal, which is told on top of the form; the dialog then stays open.

    `told` is a quiet sentence under the title. Leaving a form with something typed in it asks first.
    `careful`: advice is doubt; a press that first brings some to light stays, and the next one keeps.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        verb: str,
        fields: Sequence[Field],
        values: Mapping[str, Any],
        keep: Callable[[Values], object],
        advise: Advice | None = None,
        told: str = "",
        careful: bool = False,
    ) -> None:
        super().__init__(parent)
        self._keep, self._careful = keep, careful
        self._kept: Values = {}
        self._verb = verb
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(scaled(WIDTH))
        self.form = FieldForm(in_year(fields, parent), self, advise)
        self._refusal = label(name="problem", wrap=True)
        self._help = label(HELP.format(verb), "quiet", wrap=True)
        self.form.set_values(values)
        self._typing = kept_typing(self.form, parent, title)
        self._build(title, verb, told)
        self.form.done.connect(self.submit)
        for keys in SAVING:
            QShortcut(QKeySequence(keys), self, self.submit)
        self.form.focus_first()
        self._grow()

    def _grow(self) -> None:
        """Be as high as all that is said needs, as far as the screen goes."""
        room = QGuiApplication.primaryScreen().availableSize().height() - TITLE_BAR
        self.resize(scaled(WIDTH), min(max(self.height() if self.isVisible() else 0, self.sizeHint().height()), room))

    def _build(self, title: str, verb: str, told: str) -> None:
        quiet = label(told, "quiet", wrap=True)
        quiet.setVisible(bool(told))
        heading = label(title, "subheading" if len(title) > 40 else "heading", wrap=True)
        main = button(verb, self.submit, "main", "Ctrl+S hoặc Ctrl+Enter")
        main.setDefault(True)
        leave = button(words.CANCEL, self.reject, tip="Esc")
        for part in (self._refusal, self._help):
            part.hide()
        offer = [self._typing.offer] if self._typing else []
        told_above = (heading, quiet, *offer, self._help, self._refusal)
        self.setLayout(
            column(
                *told_above,
                FormArea(self.form),
                self._foot(main, leave),
                margin=MARGIN,
            )
        )

    def _foot(self, *buttons: QWidget) -> QHBoxLayout:
        keys = ElidedLabel(f"Ctrl+S: {self._verb[:1].lower()}{self._verb[1:]} · Esc: thôi")
        keys.setObjectName("quiet")
        keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        foot = row(keys, *buttons)
        foot.setStretch(0, 1)
        return foot

    def submit(self) -> None:
        """Read, keep and close; or say what is wrong and stay."""
        seen = self.form.advice()
        values = self.form.values()
        if values is None or (self._careful and self._shows_new_advice(seen)):
            return
        try:
            self._keep(values)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._kept = values
        self._forget()
        self.accept()

    def _shows_new_advice(self, seen: dict[str, str]) -> bool:
        """Whether something looks wrong that was not yet told when the button was pressed."""
        fresh = [key for key, sentence in self.form.advice().items() if seen.get(key) != sentence]
        if fresh:
            self._say(f"Xem lại chỗ có lưu ý; nếu vẫn đúng, bấm “{self._verb}” lần nữa.")
            self.form.go_to(fresh[0])
        return bool(fresh)

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1: how forms are filled in."""
        if event.key() == Qt.Key.Key_F1:
            self._help.show()
            self._grow()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc, “Thôi”, Alt+F4: what was typed into a form is not thrown away unasked."""
        from desktop_app.ui import ask

        if len(self.form.fields) < 2 or not self.form.changed():
            super().reject()
            return
        match ask.leave(self, "Chưa ghi những gì vừa nhập.", self._verb):
            case ask.Leaving.SAVE:
                self.submit()
            case ask.Leaving.DROP:
                self._forget()
                super().reject()

    def _forget(self) -> None:
        if self._typing:
            self._typing.forget()

    def values(self) -> Values:
        """What was kept; empty until the dialog was accepted."""
        return self._kept


def fill_in(
    parent: QWidget,
    title: str,
    verb: str,
    fields: Sequence[Field],
    values: Mapping[str, Any],
    keep: Callable[[Values], object],
    advise: Advice | None = None,
    told: str = "",
    careful: bool = False,
) -> RecordDialog:
    """Open a dialog over the window and go on; it closes itself once `keep` has written."""
    dialog = RecordDialog(parent, title, verb, fields, values, keep, advise, told, careful)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def asking(parent: QWidget | None) -> Screen | None:
    """The screen a dialog was opened from."""
    while parent is not None and not isinstance(parent, Screen):
        parent = parent.parentWidget()
    return parent


def kept_typing(form: FieldForm, parent: QWidget | None, title: str) -> KeptTyping | None:
    """What saves the typing of a form of several fields or a long text; None where no store is open, or a password is
    typed."""
    screen = asking(parent)
    short = len(form.fields) < 2 and not any(isinstance(field, LongTextField) for field in form.fields)
    if screen is None or short or any(isinstance(field, SecretField) for field in form.fields):
        return None
    return keep_form(form, screen.desk, title, form, lambda: screen.isVisible() and form.isVisible())


def in_year(fields: Sequence[Field], parent: QWidget | None) -> Sequence[Field]:
    """The fields, whole dates taking the year of today in the store of the screen that asks where none is typed."""
    screen = asking(parent)
    if screen is None:
        return fields
    year = today(screen.store).year
    return [dated_in(field, year) for field in fields]


def dated_in(field: Field, year: int) -> Field:
    if isinstance(field, DateField) and field.whole and field.year is None:
        return replace(field, year=year)
    return field


class FormArea(QScrollArea):
    """A form that would stand at its full height, and is scrolled where it gets less."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self._form = form
        self.setWidget(form)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return self._form.sizeHint() + QSize(0, GAP)
