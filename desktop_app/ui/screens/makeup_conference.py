"""Making a make-up conference for people who owe study, and what its half-days make up for. It marks nobody."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from PySide6.QtWidgets import QWidget

from db.records import Conference, HalfDay
from db.values import MarkStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.missed import half_day_words, named
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import attendance, conferences, makeup_conferences
from desktop_app.services.access import Right
from desktop_app.services.makeup_conferences import MakeUpDraft
from desktop_app.services.office import today
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import CheckField, Field, LongTextField, TextField
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.conference_fields import START, half_days_of, speakers_from
from desktop_app.ui.table_model import Column

FIELDS: tuple[Field, ...] = (
    TextField(key="name", label="Tên hội nghị", required=True),
    *START,
    TextField(key="place", label="Điểm cầu, địa điểm", hint="ví dụ: Nhà văn hóa phố Đội Cung 1"),
    TextField(key="chair", label="Chủ trì"),
    LongTextField(
        key="speakers", label="Báo cáo viên", lines=2, hint="mỗi người một dòng: Nguyễn Văn An, Trưởng Ban Tuyên giáo"
    ),
)
NOTHING = "Không học thay buổi nào"


def ask_makeup_conference(parent: QWidget, desk: Desk, round_id: int, people: Mapping[int, str]) -> None:
    """Ask when, where and by whom these people (member → name) are taught what they missed, and make the conference."""
    try:
        missed = makeup_conferences.owed_half_days(desk.store, round_id, list(people))
    except Refusal as refusal:
        desk.refused.emit(str(refusal))
        return

    def keep(values: Values) -> None:
        draft = MakeUpDraft(
            name=values["name"],
            member_ids=tuple(people),
            half_days=tuple(half_days_of(values["programme"], values["first_day"])),
            speakers=speakers_from(values["speakers"] or ""),
            place=values["place"],
            chair=values["chair"],
        )
        desk.write(makeup_conferences.create, round_id, draft, done=made_words)

    start = {"name": "Hội nghị học bù", "programme": programme_of(missed), "first_day": today(desk.store).isoformat()}
    told = f"Những buổi còn nợ: {named(missed)}. Các buổi học bù lần lượt thay cho các buổi này; sửa được sau."
    verb = f"Lập cho {grouped(len(people))} người"
    fill_in(parent, f"Lập hội nghị học bù cho {grouped(len(people))} người", verb, FIELDS, start, keep, told=told)


def programme_of(missed: Sequence[HalfDay]) -> str:
    """The quick programme with as many half-days as were missed, at most two days."""
    return {1: "morning", 2: "1", 3: "1.5"}.get(len(missed), "2")


def made_words(made: Conference) -> str:
    days = " và ".join(show_date(day) for day in sorted({day.held_on for day in made.half_days}))
    return f"Đã lập {made.name} ngày {days}, danh sách triệu tập đã chốt; điểm danh ở mục Điểm danh."


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """A half-day of the make-up conference, what it makes up for, how many came."""

    id: int
    half_day: HalfDay
    stands_for: tuple[HalfDay, ...]
    came: int


class CoversPane(ListPane):
    """The half-days of a make-up conference and those they make up for; a change counts for marks made before, too."""

    opening = Right.WRITE
    name = "makeup_covers"
    empty = "Hội nghị học bù chưa có buổi nào. Thêm buổi ở thẻ Buổi và chuyên đề."
    columns: Sequence[Column] = (
        Column(key="half_day", title="Buổi học bù", value=lambda r: half_day_words(r.half_day), width=160),
        Column(key="for", title="Học thay cho buổi", value=lambda r: named(r.stands_for) or NOTHING, width=400),
        Column(key="came", title="Có mặt", value=lambda r: grouped(r.came), width=88, figures=True),
    )

    def __init__(self, page: Screen, conference_id: int) -> None:
        super().__init__(page)
        self.conference_id = conference_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Sửa buổi được học thay…",
                run=self.edit,
                keys="F2",
                needs=Needs.ONE,
                main=True,
                right=Right.WRITE,
            ),
        )

    def records(self) -> Iterable[CoverLine]:
        held = conferences.conference(self.store, self.conference_id)
        main = {day.id: day for day in makeup_conferences.main_half_days(self.store, held.round_id)}
        covers = makeup_conferences.covers(self.store, held.id)
        marks = attendance.sheet(self.store, held.id).marks.values() if held.frozen_at else ()
        came = [mark.half_day_id for mark in marks if mark.status is MarkStatus.PRESENT]
        return [
            CoverLine(
                id=day.id,
                half_day=day,
                stands_for=tuple(main[missed] for missed in covers.get(day.id, ())),
                came=came.count(day.id),
            )
            for day in held.half_days
        ]

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        held = conferences.conference(self.store, self.conference_id)
        before = makeup_conferences.covers(self.store, held.id)
        main = makeup_conferences.main_half_days(self.store, held.round_id)
        day = next(each for each in held.half_days if each.id == record_id)
        fields = [check_field(each) for each in main]

        def keep(values: Values) -> None:
            chosen = tuple(each.id for each in main if values[str(each.id)])
            self.desk.write(
                makeup_conferences.cover,
                held.id,
                before | {record_id: chosen},
                done=f"Đã sửa: {half_day_words(day)} học thay cho {len(chosen)} buổi.",
            )

        start = {str(each.id): each.id in before.get(record_id, ()) for each in main}
        fill_in(self, f"{half_day_words(day)} học thay cho", words.SAVE, fields, start, keep)


def check_field(day: HalfDay) -> CheckField:
    """A missed half-day to be ticked, with its topics."""
    topics = "; ".join(topic.title for topic in day.topics)
    return CheckField(key=str(day.id), label=half_day_words(day), sentence=shorten(topics, 64, placeholder=" …"))
