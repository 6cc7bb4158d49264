"""A form laid out from fields: labels, entries and the sentence under an entry that needs a hand. It writes nothing.

Enter goes to the next field and, from the last one, means that the form is done.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from desktop_app.ui.fields import CheckField, Entry, Field
from desktop_app.ui.style import GAP

Values = dict[str, Any]
Advice = Callable[[Values], Mapping[str, str]]
COLUMNS = 4
AFTER_CLICK_MS = 100


class FieldForm(QWidget):
    """`advise` names fields that look wrong but may be kept (field -> sentence).

    `typed` is said at every letter, `edited` when a field was left. Every field keeps the room of one line under it, so
    that a sentence that comes or goes moves nothing under the mouse.
    """

    done = Signal()
    edited = Signal()
    typed = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None, advise: Advice | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self._advise = advise
        self._entries: dict[str, Entry] = {}
        self._notes: dict[str, QLabel] = {}
        self._start: Values = {}
        self._order: list[QWidget] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
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
        note = note_line()
        label = QLabel(f"{field.label} *" if field.required else field.label)
        label.setBuddy(entry.widget)
        label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        tall = isinstance(entry.widget, QPlainTextEdit) or entry.widget.layout() is not None
        align = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
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
        if changes := text_changed(entry.widget):
            changes.connect(lambda *_: self._typing(field))
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
        self._start = self._typed()

    def changed(self) -> list[str]:
        """The fields that no longer hold what they were given."""
        return [key for key, typed in self._typed().items() if typed != self._start.get(key)]

    def _typed(self) -> Values:
        """What stands in every field; where it cannot be read, the sentence that says so."""
        return {key: read_or_told(entry) for key, entry in self._entries.items()}

    def advice(self) -> dict[str, str]:
        """Field → the advice shown under it now."""
        shown = self._notes.items()
        return {key: note.text() for key, note in shown if note.objectName() == "advice" and note.text()}

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
            self.go_to(wrong[0])
            return None
        self._show_advice()
        return read

    def note(self, key: str, sentence: str, advice: bool = False) -> None:
        """Put a sentence under a field; an empty one takes it away."""
        label = self._notes[key]
        label.setObjectName("advice" if advice else "problem")
        label.setText(sentence)
        label.style().polish(label)

    def go_to(self, key: str) -> None:
        """Put the cursor into a field, and bring it with its sentence into view."""
        widget, note = self._entries[key].widget, self._notes[key]
        widget.setFocus()
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            self.adjustSize()
            area.ensureWidgetVisible(note, 0, GAP)
            area.ensureWidgetVisible(widget, 0, GAP)

    def focus_first(self) -> None:
        self._order[0].setFocus()

    def _check(self, field: Field) -> None:
        """Tell at once what cannot be read; what is still missing waits until the form is done.

        Nothing is told while a mouse button is held: what it was pressed on must not move away under it.
        """
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(AFTER_CLICK_MS, self, lambda: self._check(field))
            return
        wrong = self._wrong(field)
        self.note(field.key, wrong or "")
        if wrong is None:
            self._show_advice()
        self.edited.emit()

    def _typing(self, field: Field) -> None:
        """A sentence about what was typed goes as soon as it is no longer true."""
        note = self._notes[field.key]
        if note.text() and note.objectName() == "problem" and self._wrong(field) is None:
            self.note(field.key, "")
        self.typed.emit()

    def _wrong(self, field: Field) -> str | None:
        """Why a field cannot be read as it stands."""
        try:
            self._entries[field.key].read()
        except ValueError as error:
            return str(error)
        return None

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
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        if isinstance(line, QLineEdit):
            line.editingFinished.emit()
        after = [w for w in self._order[self._order.index(widget) + 1 :] if w.isEnabled() and w.isVisible()]
        if not after:
            widget.clearFocus()
            self.done.emit()
            return
        after[0].setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(after[0], QComboBox) and (line := after[0].lineEdit()):
            line.selectAll()


def note_line() -> QLabel:
    """The line under a field, there even while it says nothing."""
    note = QLabel()
    note.setWordWrap(True)
    font = note.font()
    font.setPointSizeF(font.pointSizeF() - 1)
    note.setFont(font)
    note.setMinimumHeight(note.fontMetrics().height())
    return note


def text_changed(widget: QWidget) -> SignalInstance | None:
    """The signal of a letter typed, where the widget is typed into."""
    line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    return line.textChanged if isinstance(line, QLineEdit | QPlainTextEdit) else None


def read_or_told(entry: Entry) -> Any:
    """What a field holds, or the sentence that says why it cannot be read."""
    try:
        return entry.read()
    except ValueError as error:
        return str(error)
