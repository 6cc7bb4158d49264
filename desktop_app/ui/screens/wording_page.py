"""What a form says, in the office's own words: holds for every document of the form from now on."""

from collections.abc import Sequence
from typing import Any

from desktop_app.forms import wordings
from desktop_app.forms.form import Form
from desktop_app.forms.wordings import Wording
from desktop_app.services.wordings import wording as kept_wording
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.texts_page import Text, TextsPage

EMPTY = "Mẫu này không có câu chữ nào sửa được; muốn sửa một văn bản thì dùng “Sửa lời văn”."


class WordingPage(TextsPage):
    """The fields in braces stand for what the register fills in."""

    title, name, empty = "Câu chữ của mẫu", "wording", EMPTY

    def __init__(self, desk: Desk, form: Form[Any]) -> None:
        self.form = form
        super().__init__(desk)
        self.set_title(f"Câu chữ của mẫu: {form.title}")

    def texts(self) -> Sequence[Text]:
        own = kept_wording(self.store, self.form.id)
        return [
            Text(id=at, name=each.caption, original=each.text, said=own.get(each.field), told=fields(each))
            for at, each in enumerate(self.form.words)
        ]

    def keep(self, row: Text, text: str | None) -> None:
        wording = self.form.words[row.id]
        self.desk.write(wordings.save, self.form.id, self.form.title, wording, wording.text if text is None else text)


def fields(wording: Wording) -> str:
    """The fields that may stand in a text, with what each is filled with."""
    if not wording.names:
        return ""
    listed = ", ".join(f"{{{name}}} là {what}" for name, what in wording.names.items())
    return f"Trường dùng được: {listed}."
