"""The propaganda activities for the people in a round: added, edited, cut, with their totals."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.services import activities
from desktop_app.services.access import Right
from desktop_app.services.activities import Activity
from desktop_app.services.office import today
from desktop_app.ui import words
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, Field, LongTextField, NumberField, TextField
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.table_model import Column

FIELDS: tuple[Field, ...] = (
    LongTextField(key="topic", label="Nội dung", required=True, lines=2, hint="ví dụ: Nghị quyết Đại hội XIII"),
    DateField(key="held_on", label="Ngày", required=True, whole=True, half=True),
    NumberField(key="head_count", label="Số người nghe", half=True),
    TextField(key="place", label="Địa điểm", hint="ví dụ: Nhà văn hóa phố Đội Cung 1"),
    TextField(key="audience", label="Đối tượng", hint="ví dụ: nhân dân, hội viên Hội Phụ nữ, học sinh"),
    TextField(key="organizer", label="Đơn vị tổ chức", hint="ví dụ: Ủy ban Mặt trận Tổ quốc phường"),
    TextField(key="note", label="Ghi chú"),
)


class ActivitiesPane(ListPane):
    """Every activity of the round, by day."""

    opening = Right.WRITE
    name = "activities"
    empty = "Chưa ghi buổi tuyên truyền nào. Thêm từng buổi với ngày, đối tượng, nội dung và số người nghe."
    columns: Sequence[Column] = (
        Column(key="day", title="Ngày", value=lambda a: show_date(a.held_on), width=96, sort_key=lambda a: a.held_on),
        Column(key="topic", title="Nội dung", value=lambda a: a.topic, width=320, least=160),
        Column(key="place", title="Địa điểm", value=lambda a: a.place or "", width=168, least=96),
        Column(key="audience", title="Đối tượng", value=lambda a: a.audience or "", width=152, least=96),
        Column(
            key="count",
            title="Số người",
            value=lambda a: words.NONE if a.head_count is None else grouped(a.head_count),
            width=80,
            figures=True,
            sort_key=lambda a: -1 if a.head_count is None else a.head_count,
        ),
        Column(key="organizer", title="Đơn vị tổ chức", value=lambda a: a.organizer or "", width=168, least=96),
        Column(key="note", title="Ghi chú", value=lambda a: a.note or "", width=88, least=64),
    )

    def __init__(self, page: Screen, round_id: int) -> None:
        super().__init__(page)
        self.round_id = round_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm buổi tuyên truyền", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
        )

    def records(self) -> Iterable[Activity]:
        return activities.activities(self.store, self.round_id)

    def counted(self, count: int) -> str:
        totals = activities.add_up(self.records())
        if not totals.held:
            return ""
        unknown = f", {grouped(totals.uncounted)} buổi chưa ghi số người" if totals.uncounted else ""
        return f"{grouped(totals.held)} buổi, {grouped(totals.turnout)} lượt người{unknown}"

    def add(self) -> None:
        def keep(values: Values) -> None:
            made = self.desk.write(activities.save, Activity(round_id=self.round_id, **values))
            self.table.select_ids([made.id])

        start = {"held_on": today(self.store).isoformat()}
        fill_in(self, "Thêm buổi tuyên truyền", words.ADD, FIELDS, start, keep)

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        before = activities.activity(self.store, record_id)

        def keep(values: Values) -> None:
            self.desk.write(activities.save, replace(before, **values))

        fill_in(self, "Sửa buổi tuyên truyền", words.SAVE, FIELDS, asdict(before), keep)

    def remove(self) -> None:
        self.page.perform(activities.remove, self.table.selected_ids())
