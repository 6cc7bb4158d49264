"""All last days of all running rounds as a calendar in a list: by week or month, each leading to its work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.dates import show_date
from desktop_app.services.calendar import LastDay, calendar
from desktop_app.services.due import DueKind
from desktop_app.services.office import today
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.today_ways import open_board, open_conference, open_outstanding, open_round
from desktop_app.ui.screens.today_words import WEEKDAYS, due_tone, due_words, left_words, open_words
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

OPEN, WEEK, MONTH, LATE, EVERY = "open", "week", "month", "late", "every"
VIEWS = (
    (OPEN, "Chưa xong"),
    (WEEK, "Tuần này"),
    (MONTH, "Tháng này"),
    (LATE, "Đã quá hạn"),
    (EVERY, words.ALL),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """A last day, known by its place in the calendar."""

    id: int
    due: LastDay


class DuePage(TableScreen):
    """Enter leads to where this is done."""

    title, name = "Lịch các hạn", "calendar"
    search_hint = "Tìm trong lịch (Ctrl+K)"
    empty = "Chưa có hạn nào của các đợt đang chạy."
    columns: Sequence[Column] = (
        Column(key="when", title="Tuần", value=lambda r: week_words(r.due.due_on), width=144),
        Column(key="weekday", title="Thứ", value=lambda r: weekday(r.due.due_on), width=80),
        Column(key="day", title="Ngày", value=lambda r: show_date(r.due.due_on), width=96),
        Column(key="what", title="Việc", value=lambda r: due_words(r.due), width=288, least=176),
        Column(
            key="left", title="Còn lại", value=lambda r: left_words(r.due), width=128, tone=lambda r: due_tone(r.due)
        ),
        Column(key="open", title="Còn nợ", value=lambda r: open_words(r.due), width=144),
        Column(key="recipient", title="Nơi nhận", value=lambda r: goes_to(r.due), width=200),
        Column(key="round", title="Đợt", value=lambda r: r.due.round, width=200, least=96),
    )

    def __init__(self, desk: Desk) -> None:
        self._lines: list[DueLine] = []
        super().__init__(desk)

    def filters(self) -> Sequence[Filter]:
        return (Filter(key="view", label="Xem", options=lambda: VIEWS),)

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Đến việc này", run=self.go, keys="Ctrl+G", needs=Needs.ONE, main=True),)

    def remedy(self) -> Action | None:
        return Action(caption="Mở Đợt học tập", run=lambda: self.desk.place_wanted.emit("rounds", ""))

    def load(self) -> None:
        super().load()
        read_aside(self, self.desk, "Tính các hạn", counted, self.show_days)

    def show_days(self, found: list[LastDay]) -> None:
        """Show these last days."""
        self._lines = [DueLine(id=place, due=each) for place, each in enumerate(found)]
        self.load_now()

    def listing(self, query: Query) -> Listing:
        day = today(self.store)
        wanted = [line for line in self._lines if fits(line.due, query.chosen["view"] or OPEN, day)]
        return listing_of(wanted, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{count} hạn"

    def go(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        due = next(line.due for line in self._lines if line.id == record_id)
        if due.kind is DueKind.REPORT:
            open_board(self.desk, due.round_id)
        elif due.kind is DueKind.STUDY:
            open_outstanding(self.desk, due.round_id)
        elif due.conference_id is not None:
            open_conference(self.desk, due.conference_id)
        else:
            open_round(self.desk, due.round_id)


def counted(store: Store) -> list[LastDay]:
    return calendar(store)


def fits(due: LastDay, view: str, day: date) -> bool:
    """Whether a last day belongs to what is looked at."""
    when = date.fromisoformat(due.due_on)
    return {
        OPEN: not due.settled,
        WEEK: monday(when) == monday(day),
        MONTH: (when.year, when.month) == (day.year, day.month),
        LATE: not due.settled and due.left < 0,
        EVERY: True,
    }[view]


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week_words(iso: str) -> str:
    """“05/04–11/04/2021”: the week a day belongs to."""
    first = monday(date.fromisoformat(iso))
    return f"{first:%d/%m}–{show_date((first + timedelta(days=6)).isoformat())}"


def weekday(iso: str) -> str:
    return WEEKDAYS[date.fromisoformat(iso).weekday()]


def goes_to(due: LastDay) -> str:
    """The body it goes to, with the one it goes through."""
    return " qua ".join(filter(None, (due.recipient, due.route)))
