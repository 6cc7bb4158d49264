"""Reading whom the attendance screen shows: in a large office all but a cell beside the window."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from db.records import RollRow
from desktop_app.services import attendance
from desktop_app.services.attendance import Sheet
from desktop_app.services.store import Store
from desktop_app.ui.aside import is_quick, read_aside
from desktop_app.ui.desk import Desk

READING = "Đọc danh sách điểm danh…"
Choice = tuple[int, int | None, int | None]
"""Conference, venue and cell."""


class SheetReading:
    """`show(sheet)` gets what was asked last; `wait()` comes first where that takes a while and others are in sight.
    `waited` while what is shown was waited for."""

    def __init__(
        self, screen: QWidget, desk: Desk, show: Callable[[Sheet], object], wait: Callable[[], object]
    ) -> None:
        self._screen, self._desk, self._show, self._wait = screen, desk, show, wait
        self._asked, self.waited = 0, False
        self._wanted: Choice | None = None
        self._shown: Choice | None = None

    @property
    def going_on(self) -> bool:
        return self._wanted is not None

    def ask(self, choice: Choice) -> None:
        """Read the sheet of a place, in a large office all but a cell's beside the window."""
        self._asked += 1
        conference_id, venue_id, cell_id = self._wanted = choice
        if cell_id is not None:
            self._arrived(self._asked, attendance.sheet(self._desk.store, conference_id, venue_id, cell_id))
            return
        if choice != self._shown and not is_quick(self._desk.store):
            self._shown, self.waited = None, True
            self._wait()
        read = partial(everyone, conference_id, venue_id)
        read_aside(self._screen, self._desk, READING, read, partial(self._arrived, self._asked))

    def ask_again(self) -> None:
        """Something was marked: what is being read at this moment may be without it."""
        if self._wanted is not None:
            self.ask(self._wanted)

    def forget(self) -> None:
        """There is nothing to show any more."""
        self._asked += 1
        self._wanted = self._shown = None

    def _arrived(self, asked: int, sheet: Sheet) -> None:
        if asked == self._asked:
            self._shown, self._wanted = self._wanted, None
            self._show(sheet)
            self.waited = False


def everyone(conference_id: int, venue_id: int | None, store: Store) -> Sheet:
    """The sheet of a whole conference or venue."""
    return attendance.sheet(store, conference_id, venue_id)


def with_visitors(store: Store, sheet: Sheet, visiting: Sequence[RollRow]) -> Sheet:
    """The sheet, and below it those just found who belong elsewhere."""
    shown = {row.member_id for row in (*sheet.rows, *sheet.visitors)} if visiting else set()
    coming = [row for row in visiting if row.member_id not in shown]
    if not coming:
        return sheet
    places = [(day.id, row.member_id) for row in coming for day in sheet.half_days]
    marks = sheet.marks | attendance.marks_at(store, places)
    return replace(sheet, visitors=(*sheet.visitors, *coming), marks=marks)


def only(sheet: Sheet, member_ids: Collection[int]) -> Sheet:
    """The sheet with these people and its visitors."""
    return replace(sheet, rows=tuple(row for row in sheet.rows if row.member_id in member_ids))
