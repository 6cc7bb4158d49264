"""The fields of entry forms, as data: what is asked, how it is typed, read and shown. Not the form that lays them out.

Every field is typed as plain text or chosen from a popup list: nothing is completed inline and nothing is rewritten
while typing, because UniKey sends Backspace and the new letters and would be torn (safe with both Telex and VNI).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from db.keys import fold, tidy
from desktop_app.domain.dates import dated, is_full, parse_date, show_date
from desktop_app.ui import words
from desktop_app.ui.options import OptionModel, make_typed
from desktop_app.ui.password_field import password_line

TYPED_FROM = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A field on the screen. `read` raises ValueError with the sentence the clerk must see."""

    widget: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    edited: SignalInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What is asked. `half` = two such fields stand side by side; `hint` = greyed example in the empty field."""

    key: str
    label: str
    required: bool = False
    half: bool = False
    hint: str = ""

    def entry(self) -> Entry:
        raise NotImplementedError

    def read(self, entry: Entry) -> Any:
        """The value, or ValueError with a sentence for the clerk."""
        value = entry.read()
        if self.required and value in (None, ""):
            raise ValueError(words.REQUIRED)
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(Field):
    """One line of text; blank is None."""

    def entry(self) -> Entry:
        line = line_edit(self.hint)
        return Entry(
            widget=line,
            read=lambda: tidy(line.text()) or None,
            show=lambda value: show_text(line, value),
            edited=line.editingFinished,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretField(Field):
    """A password: hidden while it is typed, kept letter by letter as it was typed."""

    def entry(self) -> Entry:
        line = password_line(self.hint)
        return Entry(
            widget=line,
            read=lambda: line.text() or None,
            show=lambda value: show_text(line, value),
            edited=line.editingFinished,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(Field):
    """A date of any precision as ISO text; `whole` asks for the day. Two-digit years above `pivot` are 19..

    `year` stands in where a whole date is typed without one ("17/11").
    """

    whole: bool = False
    pivot: int = 30
    year: int | None = None

    def entry(self) -> Entry:
        line = line_edit(self.hint or "ngày/tháng/năm")
        line.setToolTip(self.manner())
        line.editingFinished.connect(lambda: self.show_again(line))
        return Entry(
            widget=line,
            read=lambda: self.parsed(line.text()),
            show=lambda value: show_text(line, show_date(value) if value else ""),
            edited=line.editingFinished,
        )

    def show_again(self, line: QLineEdit) -> None:
        """What was typed, as dd/MM/yyyy; left alone while it cannot be read."""
        try:
            value = self.parsed(line.text())
        except ValueError:
            return
        if value:
            show_text(line, show_date(value))

    def manner(self) -> str:
        """How such a date may be typed."""
        if self.whole and self.year:
            return f"Gõ 17/11 (hiểu là năm {self.year}), 17/11/{self.year}, 1711{self.year}"
        return "Gõ 5/2/60, 05021960, 5.2.1960" + ("" if self.whole else " hoặc chỉ năm 1960")

    def parsed(self, text: str) -> str | None:
        if not text.strip():
            return None
        like = f"17/11 hoặc 17/11/{self.year}" if self.whole and self.year else "05/02/1960"
        try:
            value = parse_date(dated(text, self.year) if self.whole and self.year else text, self.pivot)
        except ValueError as error:
            clause = str(error)
            raise ValueError(f"{clause[:1].upper()}{clause[1:]}; gõ như {like}.") from None
        if self.whole and not is_full(value):
            raise ValueError(f"Cần đủ ngày, tháng, năm; gõ như {like}.")
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberField(Field):
    """A whole number between two bounds; blank is None."""

    least: int = 0
    most: int = 1_000_000

    def entry(self) -> Entry:
        line = line_edit(self.hint)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return Entry(
            widget=line,
            read=lambda: self.parsed(line.text()),
            show=lambda value: show_text(line, "" if value is None else str(value)),
            edited=line.editingFinished,
        )

    def parsed(self, text: str) -> int | None:
        digits = "".join(text.split()).replace(".", "")
        if not digits:
            return None
        if not (digits.isascii() and digits.isdigit() and self.least <= int(digits) <= self.most):
            raise ValueError(f"Ghi một số từ {self.least} đến {self.most}.")
        return int(digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTextField(Field):
    """Several lines of text; blank is None."""

    lines: int = 3

    def entry(self) -> Entry:
        box = QPlainTextEdit()
        box.setPlaceholderText(self.hint)
        box.setTabChangesFocus(True)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * self.lines + 12)
        return Entry(
            widget=box,
            read=lambda: box.toPlainText().strip() or None,
            show=lambda value: box.setPlainText(value or ""),
            edited=box.textChanged,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckField(Field):
    """Yes or no; the sentence to agree to stands beside the box."""

    sentence: str = ""

    def entry(self) -> Entry:
        box = QCheckBox(self.sentence)
        return Entry(widget=box, read=box.isChecked, show=lambda value: box.setChecked(bool(value)), edited=box.clicked)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field):
    """One of a closed list of (value, words). Long lists are typed into and narrowed by a popup, accents or not."""

    options: Sequence[tuple[Any, str]] = ()

    def entry(self) -> Entry:
        box = QComboBox()
        box.setModel(OptionModel([shown for _, shown in self.listed()], box))
        box.setMaxVisibleItems(16)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        if len(self.options) >= TYPED_FROM:
            make_typed(box, self.hint)
        return Entry(
            widget=box,
            read=lambda: self.chosen(box),
            show=lambda value: self.show(box, value),
            edited=box.activated,
        )

    def listed(self) -> Sequence[tuple[Any, str]]:
        return self.options if self.required else ((None, ""), *self.options)

    def show(self, box: QComboBox, value: Any) -> None:
        place = next((at for at, (option, _) in enumerate(self.listed()) if option == value), -1)
        box.setCurrentIndex(place)
        if place < 0 and box.isEditable():
            box.setEditText("")

    def chosen(self, box: QComboBox) -> Any:
        if not box.isEditable():
            return self.listed()[box.currentIndex()][0] if box.currentIndex() >= 0 else None
        wanted = fold(box.currentText())
        if not wanted:
            return None
        found = [value for value, shown in self.listed() if shown == tidy(box.currentText())]
        found = found or [value for value, shown in self.listed() if fold(shown) == wanted]
        if len(found) != 1:
            raise ValueError(f"Không có “{tidy(box.currentText())}” trong danh sách; chọn một dòng có sẵn.")
        return found[0]


def line_edit(hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(hint)
    return line


def show_text(line: QLineEdit, value: str | None) -> None:
    """The text from its beginning; untouched when it is there already, so that the caret stays."""
    if line.text() != (value or ""):
        line.setText(value or "")
        line.setCursorPosition(0)
