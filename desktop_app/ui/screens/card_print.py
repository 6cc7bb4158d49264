"""Asks which cards or labels to print, for whom and from which place of the sheet on; the print centre shows them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.wording import grouped
from desktop_app.forms.documents.member_cards import LABEL_FORMS, PLACES, check_place
from desktop_app.forms.form import Subject
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, Field, TextField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.scan_doings import whole

CARDS = "In thẻ, nhãn…"
KIND = ChoiceField(key="form", label="Loại", required=True, options=[(form.id, form.title) for form in LABEL_FORMS])
FIRST = TextField(key="first", label="In từ chỗ thứ", required=True, hint="1 là chỗ đầu trang")
TOLD = "Giấy nhãn đã dùng dở thì ghi chỗ còn trống đầu tiên, đếm từ trái sang phải, từ trên xuống."


def print_cards(parent: QWidget, desk: Desk, everyone: Subject, said: str, chosen: Sequence[int] = ()) -> None:
    """Cards of `everyone`, worded by `said`, or of those chosen one by one where there are any."""
    people = [(everyone, said)]
    if chosen:
        people.insert(0, (Subject(member_ids=tuple(chosen)), f"{grouped(len(chosen))} người đang chọn"))
    offered = [(at, words) for at, (_, words) in enumerate(people)]
    fields: tuple[Field, ...] = (KIND, ChoiceField(key="whom", label="In cho", required=True, options=offered), FIRST)

    def keep(values: Values) -> None:
        first = whole(values["first"])
        check_place(first, PLACES[values["form"]])
        subject = replace(people[values["whom"]][0], first_place=first)
        QTimer.singleShot(0, desk, lambda: open_print(desk, values["form"], subject))

    start = {"form": LABEL_FORMS[0].id, "whom": 0, "first": "1"}
    fill_in(parent, "In thẻ dự học, nhãn", "Xem trước", fields, start, keep, told=TOLD)
