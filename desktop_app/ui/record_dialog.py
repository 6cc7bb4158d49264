"""A dialog that fills in one record, built from fields. It keeps nothing itself: `keep` does, or refuses."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.ui import words
from desktop_app.ui.field_form import Advice, FieldForm, Values
from desktop_app.ui.fields import Field
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.style import GAP, MARGIN

WIDTH = 560


class RecordDialog(QDialog):
    """`keep(values)` writes and may raise Refusal, which is told on top of the form; the dialog then stays open."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        verb: str,
        fields: Sequence[Field],
        values: Mapping[str, Any],
        keep: Callable[[Values], object],
        advise: Advice | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self._kept: Values = {}
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(WIDTH)
        self.form = FieldForm(fields, self, advise)
        self._refusal = label(name="problem", wrap=True)
        self._build(title, verb)
        self.form.set_values(values)
        self.form.done.connect(self.submit)
        QShortcut(QKeySequence.StandardKey.Save, self, self.submit)
        self.form.focus_first()

    def _build(self, title: str, verb: str) -> None:
        heading = label(title, "subheading" if len(title) > 40 else "heading", wrap=True)
        main = button(verb, self.submit, "main", "Ctrl+S")
        main.setDefault(True)
        leave = button(words.CANCEL, self.reject, tip="Esc")
        self._refusal.hide()
        self.setLayout(column(heading, self._refusal, scrolled(self.form), row(None, main, leave), margin=MARGIN))

    def submit(self) -> None:
        """Read, keep and close; or say what is wrong and stay."""
        values = self.form.values()
        if values is None:
            return
        try:
            self._keep(values)
        except Refusal as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            return
        self._kept = values
        self.accept()

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
) -> RecordDialog:
    """Open a dialog over the window and go on; it closes itself once `keep` has written."""
    dialog = RecordDialog(parent, title, verb, fields, values, keep, advise)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def scrolled(form: QWidget) -> QScrollArea:
    """The form at its full height where the screen has room for it, scrolled where not."""
    area = QScrollArea()
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    room = QGuiApplication.primaryScreen().availableSize().height() - 200
    area.setMinimumHeight(min(form.sizeHint().height() + GAP, room))
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
