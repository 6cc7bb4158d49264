"""The words of one document changed by hand before it goes out; kept as a draft until then."""

from collections.abc import Sequence
from typing import Any

from desktop_app.forms.blocks import Document
from desktop_app.forms.edits import lines, warnings
from desktop_app.forms.form import Form, Subject
from desktop_app.forms.issue import keep_edits, kept_edits
from desktop_app.services.access import Right
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.texts_page import Text, TextsPage

KINDS = {"Title": "Trích yếu", "Paragraph": "Đoạn", "BulletLine": "Gạch đầu dòng", "FillLine": "Mục"}
WARNED = 3
EMPTY = "Văn bản này chỉ có bảng và danh sách, không có câu nào để sửa."


class EditWordsPage(TextsPage):
    """An empty text takes a paragraph off the paper. Figures come from the register and are not changed here: a text
    that speaks of others is told. `document` is as it comes, before any edit."""

    title, name, empty = "Sửa lời văn", "edit_words", EMPTY

    def __init__(self, desk: Desk, form: Form[Any], subject: Subject, document: Document) -> None:
        self.form, self.subject, self._document = form, subject, document
        self._lines = lines(document)
        self._edits: dict[str, str] = {}
        super().__init__(desk)
        self.set_title(f"Sửa lời văn: {form.title}")

    def gestures(self) -> Sequence[Action]:
        every = Action(
            caption="Trả lại tất cả", run=self.restore_all, tip="Bỏ mọi chỗ đã sửa của văn bản này", right=Right.WRITE
        )
        return (*super().gestures(), every)

    def about(self) -> str:
        return f"{super().about()} {self.subject}"

    def load(self) -> None:
        self._edits = kept_edits(self.store, self.form, self.subject)
        super().load()

    def texts(self) -> Sequence[Text]:
        return [
            Text(id=at, name=called(line.key, line.label), original=line.text, said=self._edits.get(line.key))
            for at, line in enumerate(self._lines)
        ]

    def keep(self, row: Text, text: str | None) -> None:
        key = self._lines[row.id].key
        others = {known: said for known, said in self._edits.items() if known != key}
        self._write(others if text is None else {**others, key: text})

    def _write(self, edits: dict[str, str]) -> None:
        self.desk.write(lambda store: keep_edits(store, self.form, self.subject, edits))

    def restore_all(self) -> None:
        """Back to the words as they come, also where an edit fits nothing any more."""
        if self._edits and ask.confirm(self, "Bỏ mọi chỗ đã sửa của văn bản này?", "Trả lại tất cả"):
            self.mine.setPlainText(self.original.toPlainText())
            self.perform(lambda store: keep_edits(store, self.form, self.subject, {}))

    def warnings(self) -> Sequence[str]:
        return warnings(self._document, self._edits)[:WARNED] if self._edits else ()


def called(key: str, label: str) -> str:
    """“Khó khăn, vướng mắc:” or what kind of text it is."""
    return label or KINDS[key.partition("|")[0]]
