"""Who must attend and has not studied a round: what each missed, what is made up. The absences themselves stay.

It marks nobody present; that is done in the attendance grid.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from db.records import HalfDay
from desktop_app.domain.dates import show_date
from desktop_app.domain.missed import half_day_words
from desktop_app.domain.obligations import Attended
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.form import Subject
from desktop_app.services import attendance, conferences, rounds
from desktop_app.services.attendance import Standing
from desktop_app.services.office import today
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.makeup import ask_makeup
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

    name = "outstanding"
    search_hint = "Tìm trong danh sách (Ctrl+K)"
    empty = "Không còn ai nợ học: mọi người phải học đều đã dự hoặc học bù."

    def __init__(self, desk: Desk, round_id: int, cell_id: int | None = None) -> None:
        self.round_id = round_id
        self._standings: list[Standing] = []
        self._days: dict[int, HalfDay] = {}
        self._held: dict[int, int] = {}
        self._start: int | None = cell_id
        self.columns = self._columns()
        super().__init__(desk)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(key="name", title="Họ và tên", value=lambda s: s.row.full_name, width=176, least=128, order="name"),
            Column(key="birth", title="Ngày sinh", value=lambda s: shown(s.row.birth_date), width=92),
            Column(
                key="cell",
                title="Chi bộ",
                value=lambda s: s.row.cell,
                width=152,
                least=112,
                sort_key=lambda s: s.row.cell,
            ),
            Column(key="outcome", title="Tại hội nghị", value=lambda s: word(s.outcome), width=180, tone=tone),
            Column(key="missed", title="Buổi vắng", value=self.missed, width=220, least=144),
            Column(key="made_up", title="Đã học bù", value=self.made_up, width=240, least=160),
        )

    def missed(self, standing: Standing) -> str:
        """The half-days without presence, named."""
        held = self._held[standing.row.conference_id]
        return f"Cả {held} buổi" if len(standing.missed) == held > 1 else self._named(standing.missed)

    def _named(self, half_day_ids: Iterable[int]) -> str:
        return ", ".join(half_day_words(self._days[day]) for day in half_day_ids)

    def made_up(self, standing: Standing) -> str:
        """The half-days made up, with day and form; “một phần” where some are still owed."""
        if not standing.made_up:
            return ""
        last = standing.made_up[-1]
        text = f"{shown(last.made_up_on)}, {word(last.form).lower()}"
        if standing.studied:
            return text
        return f"Một phần ({self._named(each.half_day_id for each in standing.made_up)}): {text}"

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(key="state", label="Xem", options=lambda: STATES),
            Filter(key="cell_id", label="Chi bộ", options=self.cell_options),
        )

    def cell_options(self) -> list[tuple[int | None, str]]:
        """The cells that have somebody on this list."""
        cells = {s.row.cell_id: s.row.cell for s in self._standings}
        return [(None, words.ALL), *cells.items()]

    def load(self) -> None:
        found = rounds.study_round(self.store, self.round_id)
        self.set_title(f"Chưa học: {found.name}")
        held = conferences.conferences(self.store, self.round_id)
        self._days = {day.id: day for each in held for day in each.half_days}
        self._held = {each.id: len(each.half_days) for each in held}
        everyone = attendance.standings(self.store, self.round_id)
        self._standings = [s for s in everyone if s.must_attend and (not s.studied or s.made_up)]
        super().load()
        if self._start is not None:
            self.filter_bar.choose({"cell_id": self._start})
            self._start = None
            self.load_now()

    def listing(self, query: Query) -> Listing:
        cell_id, state = query.chosen["cell_id"], query.chosen["state"]
        wanted = [s for s in self._standings if cell_id in (None, s.row.cell_id) and state in states(s)]
        return listing_of(wanted, self.columns, query.text, query.sorting, key=lambda s: s.row.member_id)

    def counted(self, count: int) -> str:
        study_by = rounds.study_round(self.store, self.round_id).study_by
        return f"{grouped(count)} người{days_left(today(self.store).isoformat(), study_by)}"

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Ghi học bù", run=self.make_up, keys="Ctrl+N", needs=Needs.SOME, main=True),
            Action(caption="Bỏ học bù", run=self.take_back, keys="Delete", needs=Needs.SOME),
            Action(caption="In danh sách", run=self.print, keys="Ctrl+P"),
            person_action(self.desk, lambda: self.table.selected_ids()[0], button=True),
        )

    def print(self) -> None:
        """The list of who has not studied, of the cell that is shown."""
        cell_id = self.filter_bar.chosen()["cell_id"]
        open_print(self.desk, "not-studied", Subject(round_id=self.round_id, cell_id=cell_id))

    def make_up(self) -> None:
        ask_makeup(self, self.desk, self.round_id, {s.row.member_id: s.row.full_name for s in self.table.records()})

    def take_back(self) -> None:
        self.perform(attendance.take_back_makeup, self.round_id, self.table.selected_ids())

    def open(self, record_id: int) -> None:
        self.make_up()


def states(standing: Standing) -> list[str]:
    """The lines of the filter a person stands under."""
    if standing.studied:
        return [MADE_UP, EVERY]
    return [OWING, PARTLY, EVERY] if standing.made_up else [OWING, EVERY]


def tone(standing: Standing) -> Tone | None:
    return TONES.get(standing.outcome)


def shown(iso: str | None) -> str:
    return show_date(iso) if iso else ""


def days_left(on: str, study_by: str | None) -> str:
    """“ · còn 86 ngày, đến 30/06/2021”; nothing where the round sets no date."""
    if study_by is None:
        return ""
    days = (date.fromisoformat(study_by) - date.fromisoformat(on)).days
    left = f"còn {grouped(days)} ngày, đến" if days >= 0 else f"quá hạn {grouped(-days)} ngày, từ"
    return f" · {left} {show_date(study_by)}"
