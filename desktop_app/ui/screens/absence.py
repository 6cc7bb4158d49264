"""Why somebody is absent: the dialog behind F2. The usual reasons are offered, any other may be typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from db.keys import tidy
from db.values import MarkStatus
from desktop_app.domain.words import word
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, Entry, Field
from desktop_app.ui.record_dialog import fill_in

REASONS = ("Ốm", "Công tác", "Việc riêng", "Đi học", "Nghỉ chế độ", "Trực cơ quan", "Sinh hoạt nơi khác")
ABSENCES = (MarkStatus.ABSENT_EXCUSED, MarkStatus.ABSENT_UNEXCUSED, MarkStatus.ABSENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonField(Field):
    """One line of text with the usual answers to choose from; nothing is completed while typing."""

    usual: Sequence[str] = ()

    def entry(self) -> Entry:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setCompleter(None)  # type: ignore[arg-type]
        box.addItems(list(self.usual))
        line = box.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.hint)
        return Entry(
            widget=box,
            read=lambda: tidy(box.currentText()) or None,
            show=lambda value: box.setEditText(value or ""),
            edited=line.editingFinished,
        )


def ask_absence(
    parent: QWidget, title: str, status: MarkStatus | None, reason: str | None, keep: Callable[[Values], object]
) -> None:
    """Ask for the reason and, unless `status` is None, which absence it is; `keep` gets {"reason", "status"}."""
    absences = [(absence, word(absence)) for absence in ABSENCES]
    fields: list[Field] = [
        ReasonField(key="reason", label="Lý do", usual=REASONS, hint="ốm, công tác, việc riêng hoặc lý do khác")
    ]
    if status is not None:
        fields.append(ChoiceField(key="status", label="Ghi là", required=True, options=absences))
    verb = "Ghi lý do" if status is None else "Ghi vắng"
    fill_in(parent, title, verb, fields, {"status": status, "reason": reason}, keep)
