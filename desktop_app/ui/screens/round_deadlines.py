"""The reports and plans of a round: which, by when, through whom, who owes them. What was sent stands on the board."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from db.records import Deadline
from db.values import DeadlineKind, OwedBy
from desktop_app.domain.dates import show_date
from desktop_app.domain.deadlines import days_left
from desktop_app.domain.words import word
from desktop_app.services import rounds, submissions
from desktop_app.services.access import Right
from desktop_app.services.office import today
from desktop_app.ui import words
from desktop_app.ui.deadline_field import DeadlineField
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, Field, TextField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.moved import agree
from desktop_app.ui.screens.round_parts import PartPane
from desktop_app.ui.screens.submissions_page import SubmissionsPage
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """A deadline, its place in the round, how many days are left to it, and how many of its units have sent."""

    id: int
    item: Deadline
    days: int
    sent: int
    units: int


def left_words(days: int) -> str:
    """“còn 3 ngày”, “hôm nay”, “quá 2 ngày”."""
    if days == 0:
        return "hôm nay"
    return f"còn {days} ngày" if days > 0 else f"quá {-days} ngày"


def line_words(line: DueLine) -> str:
    """What is left of the time; nothing matters any more once all have sent."""
    return "đã nộp đủ" if line.sent == line.units else left_words(line.days)


def late_tone(line: DueLine) -> Tone | None:
    if line.sent == line.units:
        return Tone.GOOD
    return Tone.BAD if line.days < 0 else None


class DeadlinesPane(PartPane):
    """The nearest day first; who owes it sends it, and that is recorded on the board."""

    opening = Right.WRITE
    name, part, new = "round_reports", "deadlines", "báo cáo phải nộp"
    start: ClassVar[Values] = {"kind": DeadlineKind.RESULT_REPORT, "owed_by": OwedBy.OFFICE}
    empty = "Chưa ghi báo cáo nào phải nộp. Thêm từng báo cáo, kế hoạch cấp trên giao với thời hạn."
    columns: Sequence[Column] = (
        Column(key="kind", title="Loại", value=lambda r: word(r.item.kind), width=152),
        Column(key="title", title="Tên báo cáo", value=lambda r: r.item.title, width=288, least=160),
        Column(key="due", title="Hạn", value=lambda r: show_date(r.item.due_on), width=104),
        Column(key="left", title="Còn lại", value=line_words, width=120, tone=late_tone),
        Column(key="owed_by", title="Phải nộp", value=lambda r: word(r.item.owed_by), width=112),
        Column(key="sent", title="Đã nộp", value=lambda r: f"{r.sent}/{r.units}", width=80, figures=True),
        Column(key="recipient", title="Nơi nhận", value=lambda r: recipient(r.item), width=240, least=120),
    )

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=f"Thêm {self.new}", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
            Action(caption="Theo dõi nộp", run=self.open_board, tip="Đơn vị nào đã nộp, còn thiếu (Ctrl+B)"),
        )

    def form(self) -> Sequence[Field]:
        return (
            ChoiceField(key="kind", label="Loại", required=True, options=[(k, word(k)) for k in DeadlineKind]),
            TextField(key="title", label="Tên", required=True, hint="ví dụ: Báo cáo kết quả cả đợt học tập"),
            ChoiceField(
                key="owed_by", label="Phải nộp", required=True, half=True, options=[(o, word(o)) for o in OwedBy]
            ),
            DeadlineField(key="due_on", label="Hạn", required=True, half=True, year=today(self.store).year),
            TextField(key="recipient", label="Nơi nhận", hint="ví dụ: Ban Thường vụ Tỉnh ủy"),
            TextField(key="route", label="Gửi qua", hint="ví dụ: Ban Tuyên giáo Tỉnh ủy"),
        )

    def made(self, values: Values) -> Deadline:
        return Deadline(**values)

    def values(self, item: Deadline) -> Values:
        return {key: value for key, value in super().values(item).items() if key != "id"}

    def records(self) -> Iterable[Any]:
        day = today(self.store).isoformat()
        board = submissions.board(self.store, self.round_id, day)
        asked, sent = Counter(e.deadline.id for e in board), Counter(e.deadline.id for e in board if e.sent)
        lines = [
            DueLine(
                id=each.id,
                item=each.item,
                days=days_left(each.item.due_on, day),
                sent=sent[each.item.id],
                units=asked[each.item.id],
            )
            for each in super().records()
        ]
        return sorted(lines, key=lambda line: line.days)

    def open(self, record_id: int) -> None:
        items = self.items()
        before = items[record_id]

        def keep(values: Values) -> None:
            items[record_id] = replace(self.made(values), id=before.id)
            draft = self.amended(items)
            if items[record_id].due_on != before.due_on:
                agree(self, self.desk, self.round_id, lambda store: rounds.amend(store, self.round_id, draft))
            self.desk.write(rounds.amend, self.round_id, draft, done=f"Đã sửa {self.new}.")

        fill_in(self, f"Sửa {self.new}", words.SAVE, self.form(), self.values(before), keep)

    def open_board(self) -> None:
        self.desk.page_opened.emit(SubmissionsPage(self.desk, self.round_id))


def recipient(item: Deadline) -> str:
    """The body it goes to, with the one it goes through."""
    through = f"qua {item.route}" if item.route else ""
    return f"{item.recipient} ({through})" if item.recipient and through else item.recipient or through
