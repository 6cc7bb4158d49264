"""Why somebody is absent, or how they were present: the dialogs behind F2. The usual reasons are the office's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from db.keys import tidy
from db.records import Mark
from db.values import MarkStatus
from desktop_app.domain.words import word
from desktop_app.services import absence_reasons
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import CheckField, ChoiceField, Entry, Field, LongTextField, TextField
from desktop_app.ui.record_dialog import fill_in

ABSENCES = (MarkStatus.ABSENT_EXCUSED, MarkStatus.ABSENT_UNEXCUSED, MarkStatus.ABSENT)
REMARK = TextField(key="remark", label="Ghi chú", hint="ví dụ: đã nộp đơn xin phép")
Keep = Callable[[Values], object]


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


def reason_field(desk: Desk, required: bool = False) -> ReasonField:
    usual = absence_reasons.reasons(desk.store)
    return ReasonField(key="reason", label="Lý do", required=required, usual=usual, hint=", ".join(usual[:3]).lower())


def ask_absence(parent: QWidget, desk: Desk, title: str, mark: Mark | None, keep: Keep) -> None:
    """Ask which absence of one person it is and why; `keep` gets {"reason", "status", "remark"}."""
    absences = [(absence, word(absence)) for absence in ABSENCES]
    fields = (reason_field(desk), ChoiceField(key="status", label="Ghi là", required=True, options=absences), REMARK)
    start: Values = {"status": MarkStatus.ABSENT_EXCUSED, "reason": None, "remark": None}
    if mark is not None:
        start = {"status": mark.status, "reason": mark.reason, "remark": mark.remark}
    fill_in(parent, title, "Ghi vắng", fields, start, keep)


def ask_reason(parent: QWidget, desk: Desk, title: str, reason: str | None, keep: Keep, required: bool = False) -> None:
    """Ask only why; `keep` gets {"reason"}."""
    fill_in(parent, title, "Ghi lý do", (reason_field(desk, required),), {"reason": reason}, keep)


def ask_presence(parent: QWidget, title: str, mark: Mark, keep: Keep) -> None:
    """Ask how somebody was present; `keep` gets {"late", "left_early", "remark"}."""
    fields = (
        CheckField(key="late", label="Đến muộn", half=True),
        CheckField(key="left_early", label="Về sớm", half=True),
        REMARK,
    )
    start = {"late": mark.late, "left_early": mark.left_early, "remark": mark.remark}
    fill_in(parent, title, "Ghi", fields, start, keep)


def edit_reasons(parent: QWidget, desk: Desk) -> None:
    """Change the list of usual reasons, one a line."""

    def keep(values: Values) -> None:
        lines = (values["reasons"] or "").splitlines()
        desk.write(absence_reasons.save_reasons, lines, done="Đã sửa danh mục lý do vắng.")

    field = LongTextField(key="reasons", label="Mỗi lý do một dòng", lines=10)
    start = {"reasons": "\n".join(absence_reasons.reasons(desk.store))}
    fill_in(parent, "Danh mục lý do vắng", words.SAVE, (field,), start, keep)
