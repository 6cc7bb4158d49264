"""Receiving essays: day and form, and the people: chosen before, typed or scanned one after another, or a whole cell.

It keeps nothing itself; whoever has handed in already is told at once and refused by the services too.
"""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.keys import fold, tidy
from db.values import EssayForm
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services.drafts import Texts
from desktop_app.services.essays import EssayStanding, may_hand_in
from desktop_app.ui import ask, words
from desktop_app.ui.field_form import FieldForm, Values
from desktop_app.ui.fields import ChoiceField, DateField, Field, TextField
from desktop_app.ui.kept_typing import KeptTyping, TypedForm
from desktop_app.ui.options import OptionModel, make_typed
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.record_dialog import asking
from desktop_app.ui.screens.essay_columns import shown
from desktop_app.ui.shortcuts import listen
from desktop_app.ui.style import MARGIN, scaled

WIDTH, LISTED = 560, 200
HEADING = "Nhận bài thu hoạch"
FIELDS: tuple[Field, ...] = (
    DateField(key="on", label="Ngày nhận", required=True, whole=True, half=True),
    ChoiceField(
        key="form", label="Hình thức", required=True, half=True, options=[(form, word(form)) for form in EssayForm]
    ),
    TextField(key="note", label="Ghi chú", hint="ai nộp thay, ai nhận, nộp bằng tệp …"),
)
Keep = Callable[[Sequence[int], str, EssayForm, str | None], object]


class ReceivingDialog(QDialog):
    """`start` is {"on", "form"}; `keep(member ids, day, form)` writes, or raises Refusal and the dialog stays open."""

    def __init__(
        self, parent: QWidget, people: Sequence[EssayStanding], chosen: Sequence[int], start: Values, keep: Keep
    ) -> None:
        super().__init__(parent)
        self._people, self._keep = {described(each): each for each in people}, keep
        self._cells = whole_cells(people)
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(scaled(WIDTH))
        self._form = FieldForm(FIELDS, self)
        self._form.set_values(start)
        self._typed, self._list = QComboBox(), QListWidget()
        self._problem = label(name="problem", wrap=True)
        self._main = button("", self.submit, "main", "Ctrl+S")
        self._kept: KeptTyping | None = None
        self._build()
        for each in people:
            if each.standing.row.member_id in chosen:
                self._add(each)
        self._started = self.chosen()
        self._keep_typing(parent)
        (self._main if chosen else self._typed).setFocus()

    def _build(self) -> None:
        self._typed.setModel(OptionModel((*self._cells, *self._people), self._typed))
        make_typed(self._typed, "gõ họ tên, tên chi bộ, mã hoặc quét thẻ; xong thì Enter ở ô trống")
        self._typed.setAccessibleName("Người nộp")
        self._typed.setCurrentIndex(-1)
        self._typed.setEditText("")
        line = self._typed.lineEdit()
        assert line is not None
        line.returnPressed.connect(self.take_typed)
        self._list.setAccessibleName("Những người nộp bài")
        self._list.setFixedHeight(LISTED)
        self._problem.hide()
        self._form.done.connect(self._typed.setFocus)
        remove = listen(self._list, "Del", "Bỏ người đang chọn", self._remove)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        listen(self, "Ctrl+S", "Nhận bài của những người đã ghi", self.submit)
        leave = button(words.CANCEL, self.reject, tip="Esc")
        hint = label("Delete trong danh sách: bỏ người đang chọn.", "quiet")
        caption = label("Người nộp")
        caption.setBuddy(self._typed)
        parts = (self._problem, self._form, caption, self._typed, self._list, row(hint, None, self._main, leave))
        self.setLayout(column(label(HEADING, "heading"), *parts, margin=MARGIN))
        self._count()

    def take_typed(self) -> None:
        """Enter in the name field: the person meant is added; an empty field means that all are there."""
        text = self.cell_line(tidy(self._typed.currentText()))
        if not text:
            self.submit()
            return
        found = self.meant(text)
        if len(found) != 1 and text not in self._cells:
            self._tell(
                f"Có {grouped(len(found))} người khớp với “{text}”; chọn một dòng trong danh sách hoặc gõ mã."
                if found
                else f"Không có ai tên hoặc mã “{text}” trong đợt này; kiểm tra lại chính tả."
            )
            return
        self._problem.hide()
        for each in found:
            self._add(each)
        # the popup writes its line into the field after Enter was told of, so the field is emptied a turn later
        QTimer.singleShot(0, self._typed, self._typed.clearEditText)

    def cell_line(self, text: str) -> str:
        """The line of the whole cell where its name alone was typed; else the text as it is."""
        wanted = fold(text)
        for line, waiting in self._cells.items():
            cell = waiting[0].standing.row.cell
            if wanted in (fold(cell), fold(cell_title(cell))):
                return line
        return text

    def meant(self, text: str) -> list[EssayStanding]:
        """Who may be meant: the line itself, a cell's line, a code, a whole name, or part of one."""
        if text in self._cells:
            return self._cells[text]
        if text in self._people:
            return [self._people[text]]
        wanted, everyone = fold(text), list(self._people.values())
        for fits in (
            lambda e: e.standing.row.code == text,
            lambda e: fold(e.standing.row.full_name) == wanted,
            lambda e: wanted in fold(described(e)),
        ):
            found = [each for each in everyone if fits(each)]
            if found:
                return found
        return []

    def _add(self, person: EssayStanding) -> None:
        """Put someone into the list, unless an essay of theirs is here already."""
        if person.last is not None and not may_hand_in(person.essays):
            name, day = person.standing.row.full_name, shown(person.last.received_on)
            self._tell(f"Đồng chí {name} đã nộp bài ngày {day}; chỉ nhận lại sau khi ghi “phải viết lại”.")
            return
        if person.standing.row.member_id not in self.chosen():
            not_yet = "" if person.standing.studied else " · chưa học xong"
            line = QListWidgetItem(described(person) + not_yet)
            line.setData(Qt.ItemDataRole.UserRole, person.standing.row.member_id)
            self._list.addItem(line)
            self._list.scrollToBottom()
        self._count()

    def _remove(self) -> None:
        self._list.takeItem(self._list.currentRow())
        self._count()

    def chosen(self) -> list[int]:
        """The members in the list."""
        lines = (self._list.item(at) for at in range(self._list.count()))
        return [int(line.data(Qt.ItemDataRole.UserRole)) for line in lines]

    def _count(self) -> None:
        self._main.setText(f"Nhận {grouped(self._list.count())} bài")
        self._main.setEnabled(self._list.count() > 0)
        if self._kept is not None:
            self._kept.note()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    def reject(self) -> None:
        """Esc, “Thôi”: a pile already typed or scanned in is not thrown away unasked."""
        fresh = len(self.chosen()) - len(self._started)
        sentence = f"Chưa ghi {grouped(len(self.chosen()))} bài vừa đưa vào danh sách."
        way = ask.leave(self, sentence, self._main.text()) if fresh > 0 else ask.Leaving.DROP
        if way is ask.Leaving.SAVE:
            self.submit()
        elif way is ask.Leaving.DROP:
            self._forget()
            super().reject()

    def _keep_typing(self, parent: QWidget) -> None:
        """The pile outlives a crash, offered where the dialog opens again with the same people chosen."""
        if (screen := asking(parent)) is not None:
            title = f"{HEADING} {len(self._people)} {self._started}"
            self._kept = KeptTyping(self, screen.desk, title, TypedPile(self, self._form), self.isVisible)
            laid = self.layout()
            assert isinstance(laid, QVBoxLayout)
            laid.insertWidget(1, self._kept.offer)
            self._form.typed.connect(self._kept.note)

    def _forget(self) -> None:
        if self._kept is not None:
            self._kept.forget()

    def fresh(self) -> list[int]:
        """Who was put in by hand."""
        return [each for each in self.chosen() if each not in self._started]

    def put_in(self, members: Sequence[int]) -> None:
        """These, too."""
        for each in self._people.values():
            if each.standing.row.member_id in members:
                self._add(each)

    def submit(self) -> None:
        """Keep and close; or say what is wrong and stay."""
        values = self._form.values()
        if values is None:
            return
        if not self.chosen():
            self._tell("Chưa có ai trong danh sách; gõ họ tên hoặc mã rồi bấm Enter.")
            return
        try:
            self._keep(self.chosen(), values["on"], values["form"], values["note"])
        except Refusal as refusal:
            self._tell(str(refusal))
            return
        self._forget()
        self.accept()


class TypedPile(TypedForm):
    """The form and the people put in."""

    def __init__(self, dialog: ReceivingDialog, form: FieldForm) -> None:
        super().__init__(form)
        self._dialog = dialog

    def now(self) -> Texts | None:
        fresh = self._dialog.fresh()
        return {**self.start(), "people": json.dumps(fresh)} if fresh else None

    def put(self, texts: Texts) -> None:
        super().put(texts)
        self._dialog.put_in(json.loads(texts["people"]))


def whole_cells(people: Sequence[EssayStanding]) -> dict[str, list[EssayStanding]]:
    """“Cả chi bộ Đội Cung 1 · 12 người chưa nộp” → those of a cell who must write and have not."""
    found: dict[str, list[EssayStanding]] = {}
    for each in people:
        if not each.exempt and may_hand_in(each.essays) and each.standing.row.cell:
            found.setdefault(each.standing.row.cell, []).append(each)
    lines = {
        cell: f"Cả {lowered(cell_title(cell))} · {grouped(len(waiting))} người chưa nộp"
        for cell, waiting in found.items()
    }
    return {lines[cell]: waiting for cell, waiting in found.items()}


def lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def described(essay: EssayStanding) -> str:
    """One person on a line, told apart from namesakes: name, birth date, cell, code."""
    row = essay.standing.row
    return " · ".join(filter(None, (row.full_name, shown(row.birth_date), row.cell, row.code)))
