"""What happened at a venue, or at all venues of a conference, and who was counted there without names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from db.day_records import DiaryEntry, HeadCount
from db.records import HalfDay, Venue
from db.values import DiaryKind
from desktop_app.domain.dates import show_moment
from desktop_app.domain.half_days import starts_at
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import board, conferences, venue_diary
from desktop_app.services.access import Right
from desktop_app.services.office import moment
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, Field, LongTextField, NumberField, TextField
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.conference_fields import ClockField, half_day_name
from desktop_app.ui.style import Tone
from desktop_app.ui.tabbed_page import TabbedPage
from desktop_app.ui.table_model import Column

KINDS = [(kind, word(kind)) for kind in DiaryKind]
PEOPLE_HINT = "ví dụ: " + ", ".join(venue_diary.PEOPLE[:2])


class DiaryPage(TabbedPage):
    """`venue_id` None = all venues of the conference; `half_day_id` None = new rows stand at the one held now."""

    title = "Diễn biến"

    def __init__(
        self, desk: Desk, conference_id: int, venue_id: int | None = None, half_day_id: int | None = None
    ) -> None:
        super().__init__(desk)
        self.conference_id, self.venue_id, self.half_day_id = conference_id, venue_id, half_day_id
        self.add_tab("Diễn biến", DiaryPane(self))
        self.add_tab("Người dự không ghi tên", HeadsPane(self))

    def read(self) -> None:
        held = conferences.conference(self.store, self.conference_id)
        chosen = [venue.name for venue in self.venues() if venue.id == self.venue_id]
        self.set_title(f"Diễn biến: {chosen[0] if chosen else 'mọi điểm cầu'}")
        self.facts_line.setText(f"{held.name} · người không ghi tên được nêu riêng, không cộng vào số điểm danh.")

    def venues(self) -> list[Venue]:
        return conferences.venues(self.store, self.conference_id)

    def half_days(self) -> dict[int, str]:
        held = conferences.conference(self.store, self.conference_id)
        return {day.id: half_day_name(day) for day in held.half_days}


class VenuePane(ListPane):
    """What is common to both lists: rows of venues, added, amended, removed."""

    page: DiaryPage
    add_caption = ""
    service: Callable[..., int]

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=self.add_caption, run=self.add, keys="Ctrl+N", main=True, right=Right.CELL),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.CELL),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.CELL),
        )

    def load_rows(self) -> None:
        self.names = {venue.id: venue.name for venue in self.page.venues()}
        self.days = self.page.half_days()
        super().load_rows()

    def where(self) -> tuple[ChoiceField, ChoiceField]:
        """The fields of a venue and a half-day."""
        return (
            ChoiceField(key="venue_id", label="Điểm cầu", required=True, options=list(self.names.items())),
            ChoiceField(key="half_day_id", label="Buổi", required=True, options=list(self.days.items())),
        )

    def start(self) -> Values:
        """A new row stands at the venue and half-day the page was opened for, else at the half-day held now."""
        return {"venue_id": self.page.venue_id or next(iter(self.names), None), "half_day_id": self.half_day().id}

    def half_day(self) -> HalfDay:
        held = conferences.conference(self.store, self.page.conference_id)
        chosen = (day for day in held.half_days if day.id == self.page.half_day_id)
        return next(chosen, None) or board.half_day_now(self.store, held.half_days)

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def add(self) -> None:
        """Fill in a new row."""
        raise NotImplementedError

    def remove(self) -> None:
        """Delete the rows selected."""
        raise NotImplementedError


class DiaryPane(VenuePane):
    """The diary in the order things happened."""

    opening = Right.CELL
    name, empty, add_caption = "venue_diary", "Chưa ghi diễn biến nào.", "Ghi diễn biến"

    @property
    def columns(self) -> Sequence[Column]:  # type: ignore[override]
        return (
            Column(key="at", title="Lúc", value=lambda e: show_moment(e.happened_at), width=176),
            Column(key="venue", title="Điểm cầu", value=lambda e: self.names[e.venue_id], width=240, least=144),
            Column(key="half_day", title="Buổi", value=lambda e: self.days.get(e.half_day_id, ""), width=128),
            Column(key="kind", title="Loại", value=lambda e: word(e.kind), width=128, tone=tone),
            Column(key="text", title="Diễn biến", value=lambda e: e.text, width=400, least=200),
        )

    def counted(self, count: int) -> str:
        return f"{grouped(count)} dòng diễn biến" if count else ""

    def records(self) -> Iterable[DiaryEntry]:
        return venue_diary.diary(self.store, self.page.conference_id, self.page.venue_id)

    def fields(self) -> Sequence[Field]:
        return (
            *self.where(),
            ChoiceField(key="kind", label="Loại", required=True, options=KINDS),
            DateField(key="day", label="Ngày", required=True, whole=True, half=True),
            ClockField(key="time", label="Giờ", required=True, half=True, hint="ví dụ: 7:30"),
            LongTextField(key="text", label="Diễn biến", hint="để trống được khi ghi lúc bắt đầu, kết thúc"),
        )

    def ask(self, title: str, verb: str, start: Values, entry_id: int) -> None:
        def keep(values: Values) -> None:
            day, time, text = values.pop("day"), values.pop("time"), values.pop("text") or ""
            entry = DiaryEntry(id=entry_id, happened_at=f"{day} {time}", text=text, **values)
            kept = self.desk.write(venue_diary.write, self.page.conference_id, entry)
            self.table.select_ids([kept])

        fill_in(self, title, verb, self.fields(), start, keep)

    def add(self) -> None:
        """At this moment on the day of the half-day, else when that half-day begins."""
        day = self.half_day()
        now = moment(self.store)
        at = now if now.startswith(day.held_on) else starts_at(day)
        start = self.start() | {"kind": DiaryKind.LINE, "day": at[:10], "time": at[11:16]}
        self.ask("Ghi diễn biến", "Ghi diễn biến", start, 0)

    def open(self, record_id: int) -> None:
        before = next(entry for entry in self.records() if entry.id == record_id)
        at = {"day": before.happened_at[:10], "time": before.happened_at[11:16]}
        self.ask("Sửa diễn biến", words.SAVE, asdict(before) | at, before.id)

    def remove(self) -> None:
        self.page.perform(venue_diary.remove, self.page.conference_id, self.table.selected_ids())


class HeadsPane(VenuePane):
    """People counted without names, by venue, half-day and kind."""

    opening = Right.CELL
    name, empty, add_caption = "head_counts", "Chưa có số người dự không ghi tên.", "Ghi số người"

    @property
    def columns(self) -> Sequence[Column]:  # type: ignore[override]
        return (
            Column(key="venue", title="Điểm cầu", value=lambda c: self.names[c.venue_id], width=280, least=160),
            Column(key="half_day", title="Buổi", value=lambda c: self.days.get(c.half_day_id, ""), width=152),
            Column(key="people", title="Thành phần", value=lambda c: c.people, width=280, least=160),
            Column(key="count", title="Số người", value=lambda c: grouped(c.count), width=96, figures=True),
        )

    def counted(self, count: int) -> str:
        return f"{grouped(sum(each.count for each in self.records()))} lượt người" if count else ""

    def records(self) -> Iterable[HeadCount]:
        return venue_diary.head_counts(self.store, self.page.conference_id, self.page.venue_id)

    def fields(self) -> Sequence[Field]:
        return (
            *self.where(),
            TextField(key="people", label="Thành phần", required=True, hint=PEOPLE_HINT),
            NumberField(key="count", label="Số người", required=True, most=100_000),
        )

    def ask(self, title: str, verb: str, start: Values, count_id: int) -> None:
        def keep(values: Values) -> None:
            given = HeadCount(id=count_id, **values)
            kept = self.desk.write(venue_diary.count, self.page.conference_id, given)
            self.table.select_ids([kept])

        fill_in(self, title, verb, self.fields(), start, keep)

    def add(self) -> None:
        start = self.start() | {"people": venue_diary.PEOPLE[0]}
        self.ask("Ghi số người dự không ghi tên", "Ghi số người", start, 0)

    def open(self, record_id: int) -> None:
        before = next(each for each in self.records() if each.id == record_id)
        self.ask("Sửa số người dự không ghi tên", words.SAVE, asdict(before), before.id)

    def remove(self) -> None:
        self.page.perform(venue_diary.remove_counts, self.page.conference_id, self.table.selected_ids())


def tone(entry: DiaryEntry) -> Tone | None:
    return {DiaryKind.INCIDENT: Tone.BAD, DiaryKind.LINE: Tone.WARN}.get(entry.kind)
