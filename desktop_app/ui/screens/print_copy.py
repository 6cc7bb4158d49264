"""How a copy goes out besides its words: marked as a draft, marked as urgent, printed on two sides."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop_app.forms.form import Paper
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import CheckField, ChoiceField, TextField
from desktop_app.ui.record_dialog import fill_in

URGENT = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
FIELDS = (
    TextField(key="draft", label="Dự thảo", hint="ví dụ: Dự thảo lần 1; để trống: không ghi"),
    ChoiceField(key="urgency", label="Độ khẩn", options=[(each, each) for each in URGENT]),
    CheckField(key="two_sided", label="", sentence="In hai mặt: trang sau đổi lề trái, phải cho nhau"),
)


def ask_copy(parent: QWidget, paper: Paper, wear: Callable[[Paper], object]) -> None:
    """Open the dialog; the marks hold for every document shown until they are taken off."""

    def keep(values: Values) -> None:
        draft, urgency = values["draft"] or "", values["urgency"] or ""
        wear(replace(paper, draft=draft, urgency=urgency, two_sided=values["two_sided"]))

    start = {"draft": paper.draft, "urgency": paper.urgency or None, "two_sided": paper.two_sided}
    fill_in(parent, "Dự thảo, khẩn, hai mặt", "Xem trước", FIELDS, start, keep)
