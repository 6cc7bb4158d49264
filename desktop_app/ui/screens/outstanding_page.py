"""Who must attend and has not studied a round: what each missed, what is made up. The absences themselves stay.

It marks nobody present; that is done in the attendance grid.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from db.records import HalfDay
from desktop_app.domain.dates import show_date
from desktop_app.domain.missed import half_day_words
from desktop_app.domain.obligations import Attended
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.form import Subject
from desktop_app.services import attendance, conferences, owing, rounds
from desktop_app.services.access import Right
from desktop_app.services.owing import Owing
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.makeup import ask_makeup
from desktop_app.ui.screens.makeup_conference import ask_makeup_conference
from desktop_app.ui.screens.person_way import person_action
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

OWING, PARTLY, MADE_UP, EVERY = "owing", "partly", "made_up", "every"
STATES = ((OWING, "Còn nợ học"), (PARTLY, "Học bù một phần"), (MADE_UP, "Đã học bù"), (EVERY, words.ALL))
TONES = {
    Attended.PARTIAL: Tone.WARN,
    Attended.ABSENT_EXCUSED: Tone.WARN,
    Attended.ABSENT_UNEXCUSED: Tone.BAD,
    Attended.ABSENT: Tone.BAD,
    Attended.NOT_MARKED: Tone.QUIET,
}


class OutstandingPage(TableScreen):
    """One person a row, in cell order; those who made up can be shown and taken back."""

    opening = Right.CELL
    title, name = "Chưa học", "outstanding"
    search_hint = "Tìm trong danh sách (Ctrl+K)"
    empty = "Không còn ai nợ học: mọi người phải học đều đã dự hoặc học bù."

    def __init__(self, desk: Desk, round_id: int, cell_id: int | None = None) -> None:
        self.round_id = round_id
        self._listed: list[Owing] = []
        self._days: dict[int, HalfDay] = {}
        self._held: dict[int, int] = {}
        self._start: int | None = cell_id
        self.columns = self._columns()
        super().__init__(desk)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(key="name", title="Họ và tên", value=full_name, width=168, least=128, order="name"),
            Column(key="birth", title="Ngày sinh", value=lambda o: shown(o.standing.row.birth_date), width=88),
            Column(key="cell", title="Chi bộ", value=cell_words, width=152, least=112, sort_key=cell_words),
            Column(key="outcome", title="Tại hội nghị", value=lambda o: word(o.standing.outcome), width=160, tone=tone),
            Column(key="missed", title="Buổi vắng", value=self.missed, width=168, least=128),
            Column(key="made_up", title="Đã học bù", value=self.made_up, width=184, least=120),
            Column(key="topics", title="Chuyên đề chưa học", value=lambda o: "; ".join(o.topics), width=200, least=96),
        )

    def missed(self, owed: Owing) -> str:
        """The half-days without presence, named."""
        missed = owed.standing.missed
        held = self._held[owed.standing.row.conference_id]
        return f"Cả {held} buổi" if len(missed) == held > 1 else self._named(missed)

    def _named(self, half_day_ids: Iterable[int]) -> str:
        return ", ".join(half_day_words(self._days[day]) for day in half_day_ids)

    def made_up(self, owed: Owing) -> str:
        """The half-days made up, with day and form; “một phần” where some are still owed."""
        made_up = owed.standing.made_up
        if not made_up:
            return ""
        text = f"{shown(made_up[-1].made_up_on)}, {word(made_up[-1].form).lower()}"
        if owed.standing.studied:
            return text
        return f"Một phần ({self._named(each.half_day_id for each in made_up)}): {text}"

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(key="state", label="Xem", options=lambda: STATES),
            Filter(key="cell_id", label="Chi bộ", options=self.cell_options),
            Filter(key="part", label="Nợ", options=self.part_options),
        )

    def cell_options(self) -> list[tuple[int | None, str]]:
        """The cells of today that have somebody on this list."""
        cells = {each.cell_id: each.cell or "Không còn ở chi bộ nào" for each in self._listed}
        return [(None, words.ALL), *((cell_id or 0, name) for cell_id, name in cells.items())]

    def part_options(self) -> list[tuple[Any, str]]:
        """The half-days and topics somebody still owes, with how many do."""
        days = [((day.id, ""), half_day_words(day), people) for day, people in owing.by_half_day(self._listed)]
        topics = [((0, topic), topic, people) for topic, people in owing.by_topic(self._listed)]
        parts = [(key, f"{caption} ({grouped(len(people))} người)") for key, caption, people in (*days, *topics)]
        return [(None, words.ALL), *parts]

    def load(self) -> None:
        found = rounds.study_round(self.store, self.round_id)
        self.set_title(f"Chưa học: {found.name}")
        held = conferences.conferences(self.store, self.round_id)
        self._days = {day.id: day for each in held for day in each.half_days}
        self._held = {each.id: len(each.half_days) for each in held}
        read_aside(self, self.desk, "Tìm người chưa học", self.read, self.show_owing)

    def read(self, store: Store) -> list[Owing]:
        return owing.owing(store, self.round_id, settled=True)

    def show_owing(self, found: list[Owing]) -> None:
        """Show these people."""
        self._listed = found
        super().load()
        if self._start is not None:
            self.filter_bar.choose({"cell_id": self._start})
            self._start = None
            self.load_now()

    def listing(self, query: Query) -> Listing:
        cell_id, state, part = query.chosen["cell_id"], query.chosen["state"], query.chosen["part"]
        wanted = [
            each
            for each in self._listed
            if cell_id in (None, each.cell_id or 0) and state in states(each) and (part is None or owes(each, part))
        ]
        return listing_of(wanted, self.columns, query.text, query.sorting, key=lambda o: o.member_id)

    def counted(self, count: int) -> str:
        study_by = rounds.study_round(self.store, self.round_id).study_by
        return f"{grouped(count)} người{left_words(owing.days_left(self.store, self.round_id), study_by)}"

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Ghi học bù", run=self.make_up, keys="Ctrl+N", needs=Needs.SOME, main=True, right=Right.CELL
            ),
            Action(
                caption="Hội nghị học bù…",
                run=self.make_conference,
                keys="Ctrl+Shift+H",
                needs=Needs.SOME,
                tip="Lập hội nghị học bù cho những người đang chọn; có mặt ở đó là đã học bù",
                right=Right.WRITE,
            ),
            Action(caption="Bỏ học bù", run=self.take_back, keys="Delete", needs=Needs.SOME, right=Right.CELL),
            Action(caption="In danh sách", run=self.print, keys="Ctrl+P"),
            person_action(self.desk, lambda: self.table.selected_ids()[0], button=True),
        )

    def print(self) -> None:
        """The list of who has not studied, of the cell that is shown."""
        cell_id = self.filter_bar.chosen()["cell_id"]
        open_print(self.desk, "not-studied", Subject(round_id=self.round_id, cell_id=cell_id))

    def make_up(self) -> None:
        ask_makeup(self, self.desk, self.round_id, self._people())

    def _people(self) -> dict[int, str]:
        return {each.member_id: each.standing.row.full_name for each in self.table.records()}

    def make_conference(self) -> None:
        """A make-up conference for the people selected."""
        ask_makeup_conference(self, self.desk, self.round_id, self._people())

    def take_back(self) -> None:
        self.perform(attendance.take_back_makeup, self.round_id, self.table.selected_ids())

    def open(self, record_id: int) -> None:
        self.make_up()


def full_name(owed: Owing) -> str:
    return owed.standing.row.full_name


def cell_words(owed: Owing) -> str:
    """The cell of today, and the one at the conference where that was another."""
    if owed.former_cell is None:
        return owed.cell or ""
    return f"{owed.cell or 'Không còn ở chi bộ nào'} (trước ở {owed.former_cell})"


def owes(owed: Owing, part: tuple[int, str]) -> bool:
    """Whether somebody still owes a half-day or a topic."""
    half_day, topic = part
    return topic in owed.topics if topic else half_day in {day.id for day in owed.missed}


def states(owed: Owing) -> list[str]:
    """The lines of the filter a person stands under."""
    if owed.standing.studied:
        return [MADE_UP, EVERY]
    return [OWING, PARTLY, EVERY] if owed.standing.made_up else [OWING, EVERY]


def tone(owed: Owing) -> Tone | None:
    return TONES.get(owed.standing.outcome)


def shown(iso: str | None) -> str:
    return show_date(iso) if iso else ""


def left_words(days: int | None, study_by: str | None) -> str:
    """“ · còn 86 ngày (30/06/2021)”; nothing where the round sets no date."""
    if days is None or study_by is None:
        return ""
    left = f"còn {grouped(days)} ngày" if days >= 0 else f"quá hạn {grouped(-days)} ngày"
    return f" · {left} ({show_date(study_by)})"
