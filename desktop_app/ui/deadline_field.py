"""The field of a deadline: a day, or the words directives use (“trong tháng 4”, “trước ngày 11/12”, “quý II”)."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.dates import deadline_in_words, show_date
from desktop_app.ui.fields import Entry, Field, line_edit, show_text


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineField(Field):
    """The last day in time as full ISO text; `year` stands in where the words name none."""

    year: int

    def entry(self) -> Entry:
        line = line_edit(self.hint or "ngày/tháng/năm")
        line.setToolTip("Gõ 30/4/2021, “trong tháng 4”, “trước ngày 11/12”, “quý II”; sổ giữ ngày cuối còn trong hạn")
        line.editingFinished.connect(lambda: self.show_again(line))
        return Entry(
            widget=line,
            read=lambda: self.parsed(line.text()),
            show=lambda value: show_text(line, show_date(value) if value else ""),
            edited=line.editingFinished,
        )

    def show_again(self, line: QLineEdit) -> None:
        """What was typed, as the last day in time; left alone while it cannot be read."""
        try:
            value = self.parsed(line.text())
        except ValueError:
            return
        if value:
            show_text(line, show_date(value))

    def parsed(self, text: str) -> str | None:
        if not text.strip():
            return None
        try:
            return deadline_in_words(text, self.year)
        except ValueError as error:
            clause = str(error)
            raise ValueError(
                f"{clause[:1].upper()}{clause[1:]}; gõ như 30/04/{self.year} hoặc “trong tháng 4”."
            ) from None
