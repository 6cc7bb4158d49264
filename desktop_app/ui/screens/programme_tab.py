"""The programme of a conference: its half-days, and the topics with speakers of the half-day that is chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from PySide6.QtWidgets import QSplitter

from db.records import HalfDay, Topic
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import conferences
from desktop_app.services.access import Right
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.ui import ask, words
from desktop_app.ui.field_form import Values
from desktop_app.ui.list_pane import ListPane, Numbered, Tab, numbered
from desktop_app.ui.parts import column
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.conference_fields import (
    HALF_DAY,
    START,
    TOPIC,
    half_day_name,
    half_days_of,
    hours,
    next_half_day,
    speaker_line,
    topic_from,
    topic_values,
)
from desktop_app.ui.screens.moved import agree
from desktop_app.ui.style import MARGIN
from desktop_app.ui.table_model import Column


class HalfDaysPane(ListPane):
    """The half-days in the order they are held."""

    opening = Right.WRITE
    name, heading = "half_days", "Các buổi"
    empty = "Hội nghị chưa có buổi nào."
    columns: Sequence[Column] = (
        Column(key="day", title="Buổi", value=half_day_name, width=124),
        Column(key="hours", title="Giờ", value=hours, width=96),
        Column(key="topics", title="Chuyên đề", value=lambda d: str(len(d.topics)), width=92, figures=True),
        Column(key="kind", title="Nội dung", value=lambda d: word(d.kind), width=144),
    )

    def __init__(self, page: Screen, conference_id: int) -> None:
        super().__init__(page)
        self.conference_id = conference_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm buổi", run=self.add, keys="Ctrl+N", right=Right.WRITE),
            Action(
                caption="Thêm nhiều buổi", run=self.add_programme, tip="Ví dụ: 2 ngày, sáng và chiều", right=Right.WRITE
            ),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
        )

    def counted(self, count: int) -> str:
        return f"{count} buổi"

    def draft(self) -> ConferenceDraft:
        return conferences.draft_of(conferences.conference(self.store, self.conference_id))

    def records(self) -> Iterable[HalfDay]:
        return self.draft().half_days

    def amended(self, half_days: Iterable[HalfDay]) -> ConferenceDraft:
        """The conference with the half-days as they are to be."""
        return replace(self.draft(), half_days=tuple(half_days))

    def add(self) -> None:
        start = asdict(next_half_day(tuple(self.records())))

        def keep(values: Values) -> None:
            draft = self.amended([*self.records(), HalfDay(**values)])
            self.desk.write(conferences.amend, self.conference_id, draft, done="Đã thêm buổi.")

        fill_in(self, "Thêm buổi", "Thêm buổi", HALF_DAY, start, keep)

    def add_programme(self) -> None:
        """The half-days of a quick programme that are not there yet."""

        def keep(values: Values) -> None:
            there = {(day.held_on, day.part) for day in self.records()}
            wanted = half_days_of(values["programme"], values["first_day"])
            new = [day for day in wanted if (day.held_on, day.part) not in there]
            draft = self.amended([*self.records(), *new])
            self.desk.write(conferences.amend, self.conference_id, draft, done=f"Đã thêm {len(new)} buổi.")

        fill_in(self, "Thêm nhiều buổi", "Thêm các buổi", START, {"programme": "2"}, keep)

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        before = next(day for day in self.records() if day.id == record_id)

        def keep(values: Values) -> None:
            changed = replace(before, **values)
            draft = self.amended(changed if day.id == record_id else day for day in self.records())
            round_id = conferences.conference(self.store, self.conference_id).round_id
            if changed.held_on != before.held_on:
                self.agree_to_move(before)
                agree(self, self.desk, round_id, lambda store: conferences.amend(store, self.conference_id, draft))
            self.desk.write(conferences.amend, self.conference_id, draft, done="Đã sửa buổi.")

        fill_in(self, f"Sửa buổi {half_day_name(before).lower()}", words.SAVE, HALF_DAY, asdict(before), keep)

    def agree_to_move(self, half_day: HalfDay) -> None:
        """Ask before a half-day moves of which marks or printed pages stand. Raises Refusal when that is not wanted."""
        marks, pages = conferences.written_on(self.store, half_day.id)
        if (marks or pages) and not ask.confirm(self, move_question(half_day, marks, pages), "Vẫn đổi ngày"):
            raise Refusal("Chưa ghi gì, buổi giữ ngày như cũ; hãy sửa lại ngày hoặc bấm Thôi.")

    def remove(self) -> None:
        gone = set(self.table.selected_ids())
        kept = [day for day in self.records() if day.id not in gone]
        told = f"Đã xóa {len(gone)} buổi."
        self.page.perform(conferences.amend, self.conference_id, self.amended(kept), done=told)


def move_question(half_day: HalfDay, marks: int, pages: int) -> str:
    """What stands of a half-day whose date is to change, with numbers."""
    there = [f"{grouped(marks)} dấu điểm danh"] * bool(marks)
    there += [f"{grouped(pages)} trang ký tên đã in ghi ngày {show_date(half_day.held_on)}"] * bool(pages)
    left = " Trang đã in vẫn ghi ngày cũ: nên in lại." if pages else ""
    moved = " Dấu điểm danh đi theo buổi sang ngày mới." if marks else ""
    return f"Buổi {half_day_name(half_day).lower()} đã có {' và '.join(there)}.{moved}{left} Vẫn đổi ngày?"


class TopicsPane(ListPane):
    """The topics of the half-day chosen beside it, in order."""

    opening = Right.WRITE
    name, heading = "topics", "Chuyên đề"
    columns: Sequence[Column] = (
        Column(key="place", title="TT", value=lambda r: str(r.id + 1), width=48, figures=True),
        Column(key="title", title="Chuyên đề", value=lambda r: r.item.title, width=344),
        Column(key="speakers", title="Báo cáo viên", value=lambda r: "; ".join(map(speaker_line, r.item.speakers))),
    )

    def __init__(self, page: Screen, conference_id: int, half_days: HalfDaysPane) -> None:
        super().__init__(page)
        self.conference_id = conference_id
        self.half_days = half_days
        self.empty = "Buổi này chưa có chuyên đề nào."

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm chuyên đề", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Lên", run=lambda: self.shift(-1), keys="Alt+Up", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Xuống", run=lambda: self.shift(1), keys="Alt+Down", needs=Needs.ONE, right=Right.WRITE),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
        )

    def counted(self, count: int) -> str:
        day = self.half_days.selected()
        return half_day_name(day) if day else ""

    def topics(self) -> list[Topic]:
        day = self.half_days.selected()
        return list(day.topics) if day else []

    def records(self) -> Iterable[Numbered]:
        return numbered(self.topics())

    def amended(self, topics: Sequence[Topic]) -> ConferenceDraft:
        """The conference with these topics in the half-day chosen."""
        day = self.half_days.selected()
        if day is None:
            raise Refusal("Chưa chọn buổi; hãy chọn một buổi ở bảng bên trái rồi ghi chuyên đề.")
        draft = conferences.draft_of(conferences.conference(self.store, self.conference_id))
        half_days = tuple(
            replace(each, topics=tuple(topics)) if each.id == day.id else each for each in draft.half_days
        )
        return replace(draft, half_days=half_days)

    def add(self) -> None:
        def keep(values: Values) -> None:
            topics = [*self.topics(), topic_from(values)]
            self.desk.write(conferences.amend, self.conference_id, self.amended(topics), done="Đã thêm chuyên đề.")
            self.table.select_ids([len(topics) - 1])

        fill_in(self, "Thêm chuyên đề", "Thêm chuyên đề", TOPIC, {}, keep)

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        topics = self.topics()

        def keep(values: Values) -> None:
            topics[record_id] = topic_from(values)
            self.desk.write(conferences.amend, self.conference_id, self.amended(topics), done="Đã sửa chuyên đề.")

        fill_in(self, "Sửa chuyên đề", words.SAVE, TOPIC, topic_values(topics[record_id]), keep)

    def shift(self, step: int) -> None:
        """One place up or down; at the end of the half-day it stays."""
        place, topics = self.table.selected_ids()[0], self.topics()
        if not 0 <= place + step < len(topics):
            return
        topics.insert(place + step, topics.pop(place))
        self.write(topics, f"Đã chuyển chuyên đề {'lên' if step < 0 else 'xuống'}.")
        self.table.select_ids([place + step])

    def remove(self) -> None:
        gone = set(self.table.selected_ids())
        kept = [topic for place, topic in enumerate(self.topics()) if place not in gone]
        self.write(kept, f"Đã xóa {len(gone)} chuyên đề.")

    def write(self, topics: Sequence[Topic], told: str) -> None:
        self.page.perform(conferences.amend, self.conference_id, self.amended(topics), done=told)


class ProgrammeTab(Tab):
    """Half-days on the left, their topics on the right."""

    def __init__(self, page: Screen, conference_id: int) -> None:
        super().__init__()
        self.half_days = HalfDaysPane(page, conference_id)
        self.topics = TopicsPane(page, conference_id, self.half_days)
        self.half_days.table.chosen.connect(self.topics.load_rows)
        beside = QSplitter()
        beside.addWidget(self.half_days)
        beside.addWidget(self.topics)
        beside.setStretchFactor(1, 1)
        beside.setHandleWidth(MARGIN)
        beside.setSizes([464, 700])
        beside.setChildrenCollapsible(False)
        self.setLayout(column(beside))

    def panes(self) -> list[ListPane]:
        return [self.half_days, self.topics]

    def load(self) -> None:
        self.half_days.load()
        if not self.half_days.table.selected_count() and self.half_days.table.rows.rowCount():
            self.half_days.table.selectRow(0)
        self.topics.load_rows()
