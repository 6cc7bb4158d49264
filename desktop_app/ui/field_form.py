"""A form laid out from fields: labels, entries and the sentence under an entry that needs a hand. It writes nothing.

Enter goes to the next field and, from the last one, means that the form is done.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.ui.fields import CheckField, Entry, Field
from desktop_app.ui.style import GAP, GRID

Values = dict[str, Any]
Advice = Callable[[Values], Mapping[str, str]]
COLUMNS = 4


class FieldForm(QWidget):
    """`advise` names fields that look wrong but may be kept (field -> sentence)."""

    done = Signal()
    edited = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None, advise: Advice | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self._advise = advise
        self._entries: dict[str, Entry] = {}
        self._notes: dict[str, QLabel] = {}
        self._order: list[QWidget] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        row, column = 0, 0
        for field in self.fields:
            if column and not field.half:
                row, column = row + 2, 0
            self._place(grid, field, row, column)
            column = 2 if field.half and not column else 0
            row += 0 if column else 2
        grid.setRowStretch(row + 2, 1)

    def _place(self, grid: QGridLayout, field: Field, row: int, column: int) -> None:
        entry = field.entry()
        note = QLabel()
        note.setWordWrap(True)
        note.hide()
        label = QLabel(f"{field.label} *" if field.required else field.label)
        label.setBuddy(entry.widget)
        align = Qt.AlignmentFlag.AlignTop if isinstance(entry.widget, QPlainTextEdit) else Qt.AlignmentFlag.AlignVCenter
        span = 1 if field.half else COLUMNS - 1
        if isinstance(field, CheckField) and not field.label:
            grid.addWidget(entry.widget, row, column + 1, 1, span)
        else:
            grid.addWidget(label, row, column, align)
            grid.addWidget(entry.widget, row, column + 1, 1, span)
        grid.addWidget(note, row + 1, column + 1, 1, span)
        entry.widget.setAccessibleName(field.label)
        entry.widget.installEventFilter(self)
        entry.edited.connect(lambda *_: self._check(field))
        self._entries[field.key], self._notes[field.key] = entry, note
        self._order.append(entry.widget)

    def entry_widget(self, key: str) -> QWidget:
        """The widget of one field, for whoever must focus it."""
        return self._entries[key].widget

    def set_values(self, values: Mapping[str, Any]) -> None:
        for key, entry in self._entries.items():
            entry.show(values.get(key))
            self.note(key, "")
        self._show_advice()

    def values(self) -> Values | None:
        """Everything read; or None, after telling what is wrong under each field and going to the first of them."""
        read: Values = {}
        wrong: list[str] = []
        for field in self.fields:
            try:
                read[field.key] = field.read(self._entries[field.key])
                self.note(field.key, "")
            except ValueError as error:
                self.note(field.key, str(error))
                wrong.append(field.key)
        if wrong:
            self._entries[wrong[0]].widget.setFocus()
            return None
        self._show_advice()
        return read

    def note(self, key: str, sentence: str, advice: bool = False) -> None:
        """Put a sentence under a field; an empty one takes it away."""
        label = self._notes[key]
        label.setObjectName("advice" if advice else "problem")
        label.setText(sentence)
        label.setVisible(bool(sentence))
        label.style().polish(label)

    def focus_first(self) -> None:
        self._order[0].setFocus()

    def _check(self, field: Field) -> None:
        """Tell at once what cannot be read; what is still missing waits until the form is done."""
        try:
            self._entries[field.key].read()
        except ValueError as error:
            self.note(field.key, str(error))
        else:
            self.note(field.key, "")
            self._show_advice()
        self.edited.emit()

    def _show_advice(self) -> None:
        if self._advise is None:
            return
        advice = self._advise(self.readable())
        for key, label in self._notes.items():
            if key in advice:
                self.note(key, advice[key], advice=True)
            elif label.objectName() == "advice":
                self.note(key, "")

    def readable(self) -> Values:
        """What can be read so far; the rest is None."""
        read: Values = {}
        for key, entry in self._entries.items():
            try:
                read[key] = entry.read()
            except ValueError:
                read[key] = None
        return read

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched in self._order:
            key = cast(QKeyEvent, event)
            plain = key.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not isinstance(watched, QPlainTextEdit):
                self._step(watched)
                return True
        return super().eventFilter(watched, event)

    def _step(self, widget: QWidget) -> None:
        """From one field to the next that can be typed into; after the last, the form is done."""
        if isinstance(widget, QLineEdit):
            widget.editingFinished.emit()
        after = [w for w in self._order[self._order.index(widget) + 1 :] if w.isEnabled() and w.isVisible()]
        if not after:
            widget.clearFocus()
            self.done.emit()
            return
        after[0].setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(after[0], QComboBox) and (line := after[0].lineEdit()):
            line.selectAll()
