"""What the attendance screen writes, asking first where a mark would be doubtful.

What is written here stands on the screen at once: `own` tells the screen not to read everybody again.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db.attendance import Place
from db.records import HalfDay, Mark
from db.values import MarkStatus
from desktop_app.domain.missed import half_day_words, named, not_begun
from desktop_app.domain.wording import grouped
from desktop_app.services import attendance
from desktop_app.services.access import Right
from desktop_app.services.office import today
from desktop_app.ui import ask
from desktop_app.ui.attendance_grid import NO_BLANKS, AttendanceGrid
from desktop_app.ui.attendance_model import Entry, punctual_words, status_words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.absence import ask_absence, ask_presence, ask_reason
from desktop_app.ui.screens.attendance_blanks import (
    TOLD_BEFORE,
    early_question,
    moving_question,
    needs_asking,
    question,
)

NOT_ABSENT = "Các ô đã chọn chưa có dấu vắng nào; bấm 2, 3 hoặc 4 để ghi vắng rồi ghi lý do."
PRESENT = Entry(status=MarkStatus.PRESENT)


class AttendanceHand:
    """`chosen(key)` says which conference and venue are shown. `_agreed` are the half-days still to come that the clerk
    has agreed to mark; each is asked about once."""

    def __init__(self, screen: Screen, desk: Desk, chosen: Callable[[str], Any]) -> None:
        self._screen, self._desk, self._chosen = screen, desk, chosen
        self.grid = AttendanceGrid(self.write, screen)
        self.own = False
        self._agreed: set[int] = set()

    def write(self, places: Sequence[Place], entry: Entry) -> Mapping[Place, Mark | None] | None:
        """Keep one entry for these places; what stands there then, None when it was not kept."""
        if why := self._screen.why_not(Right.CELL):
            self._desk.refused.emit(why)
            return None
        early = self._early(places) if entry.status else []
        if early and entry.status is MarkStatus.ABSENT_EXCUSED:
            self._told_in_advance(places)
            return None
        if early and not self._insists(early, entry):
            return None
        venue = self._chosen("venue") if entry.status is MarkStatus.PRESENT else None
        there = attendance.elsewhere(self._desk.store, self._chosen("conference"), places, venue)
        if there and not ask.confirm(self._screen, moving_question(there), "Chuyển nơi học"):
            return None
        arguments = (self._chosen("conference"), places, entry.status, None, venue)
        kept = self._quietly(
            self._desk.perform,
            attendance.mark,
            *arguments,
            late=entry.late,
            left_early=entry.left_early,
            early=bool(early),
            moved=bool(there),
            done=self._spoken(places, entry),
        )
        return None if kept is None else self._read(places)

    def _insists(self, early: Sequence[HalfDay], entry: Entry) -> bool:
        """Whether the clerk wants marks before the day; of each half-day that is asked once."""
        new = self._new(early)
        words = status_words(entry.status)
        sentence = f"{early_question(self._desk.store, new, words)} {TOLD_BEFORE}"
        if new and not ask.confirm(self._screen, sentence, f"Vẫn ghi “{words}”"):
            return False
        self._agreed |= {day.id for day in new}
        return True

    def _new(self, early: Sequence[HalfDay]) -> list[HalfDay]:
        return [day for day in early if day.id not in self._agreed]

    def _read(self, places: Sequence[Place]) -> dict[Place, Mark | None]:
        """What stands at these places in the store."""
        standing = attendance.marks_at(self._desk.store, places)
        return {place: standing.get(place) for place in places}

    def _quietly(self, write: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Write what the grid shows by itself: its own change is not read again."""
        self.own = True
        try:
            return write(*arguments, **options)
        finally:
            self.own = False

    def _spoken(self, places: Sequence[Place], entry: Entry) -> str:
        said = status_words(entry.status)
        if len(places) == 1:
            return f"{self._who(places[0])}: {said.lower()}{how_words(entry.late, entry.left_early)}."
        count = grouped(len(places))
        if entry.status is None:
            return f"Đã xóa {count} dấu điểm danh."
        meant = {half_day for half_day, _ in places}
        days = named([day for day in self.grid.marks.sheet.half_days if day.id in meant])
        return f"Đã ghi “{said}” vào {count} chỗ trống, buổi {days}."

    def _who(self, place: Place) -> str:
        marks = self.grid.marks
        day = next(day for day in marks.sheet.half_days if day.id == place[0])
        return f"{marks.people[marks.row_of(place[1])].full_name}, {half_day_words(day).lower()}"

    def fill_blanks(self) -> None:
        """Everybody not marked was present: of the cells selected, or at the half-day of the cursor."""
        places = self.grid.places()
        blanks = self.grid.marks.blanks(places if len(places) > 1 else self.grid.half_day_places())
        if not blanks:
            self._desk.said.emit(NO_BLANKS, False)
            return
        early = self._early(blanks)
        asked = bool(self._new(early))
        if not self._insists(early, PRESENT):
            return
        sentence = question(blanks, self.grid.marks.sheet.half_days)
        verb = f"Ghi {grouped(len(blanks))} chỗ có mặt"
        if not asked and needs_asking(blanks) and not ask.confirm(self._screen, sentence, verb):
            return
        arguments = (self._chosen("conference"), blanks, MarkStatus.PRESENT, self._chosen("venue"))
        done = self._spoken(blanks, PRESENT)
        kept = self._quietly(self._desk.perform, attendance.fill_blanks, *arguments, early=bool(early), done=done)
        if kept is not None:
            self.grid.put(self._read(blanks))

    def _early(self, places: Sequence[Place]) -> list[HalfDay]:
        """The half-days of a day still to come among these places."""
        meant = {half_day for half_day, _ in places}
        on = today(self._desk.store).isoformat()
        return [day for day in not_begun(self.grid.marks.sheet.half_days, on) if day.id in meant]

    def _told_in_advance(self, places: Sequence[Place]) -> None:
        """Absences people told of before the day: their reason is asked, then they are marked."""

        def keep(values: Values) -> None:
            said = self._who(places[0]) if len(places) == 1 else f"{grouped(len(places))} lượt"
            arguments = (self._chosen("conference"), places, MarkStatus.ABSENT_EXCUSED, values["reason"])
            done = f"{said}: báo vắng trước ({values['reason']})."
            self._quietly(self._desk.write, attendance.mark, *arguments, done=done)
            self.grid.put(self._read(places))

        ask_reason(self._screen, self._desk, "Báo vắng trước", None, keep, required=True)

    def give_reason(self) -> None:
        """The reason of one absence, or of all absences among the cells selected; of one presence, how it was."""
        places, marks = self.grid.places(), self.grid.marks
        if len(places) > 1:
            places = [p for p in places if (mark := marks.mark(p)) and mark.status is not MarkStatus.PRESENT]
            self._reason_of_many(places)
            return
        if not places:
            self._desk.said.emit(NOT_ABSENT, False)
            return
        place, mark = places[0], marks.mark(places[0])
        if mark is not None and mark.status is MarkStatus.PRESENT:
            ask_presence(self._screen, self._who(place), mark, lambda values: self._keep_presence(place, values))
            return
        ask_absence(self._screen, self._desk, self._who(place), mark, lambda values: self._keep_absence(place, values))

    def _reason_of_many(self, places: Sequence[Place]) -> None:
        if not places:
            self._desk.said.emit(NOT_ABSENT, False)
            return
        first = self.grid.marks.mark(places[0])
        title = f"Lý do của {grouped(len(places))} lượt vắng"
        reason = first.reason if first else None
        ask_reason(self._screen, self._desk, title, reason, lambda values: self._keep_reasons(places, values["reason"]))

    def _keep_presence(self, place: Place, values: Values) -> None:
        late, left_early, remark = values["late"], values["left_early"], values["remark"] or ""
        arguments = (self._chosen("conference"), [place], MarkStatus.PRESENT)
        more = {"late": late, "left_early": left_early, "remark": remark, "early": True}
        done = f"{self._who(place)}: có mặt{how_words(late, left_early)}."
        self._quietly(self._desk.write, attendance.mark, *arguments, **more, done=done)
        self.grid.put(self._read([place]))

    def _keep_absence(self, place: Place, values: Values) -> None:
        status, reason = values["status"], values["reason"]
        done = f"{self._who(place)}: {status_words(status).lower()}{f' ({reason})' if reason else ''}."
        arguments = (self._chosen("conference"), [place], status, reason)
        self._quietly(self._desk.write, attendance.mark, *arguments, remark=values["remark"] or "", done=done)
        self.grid.put(self._read([place]))

    def _keep_reasons(self, places: Sequence[Place], reason: str | None) -> None:
        done = f"Đã ghi lý do của {grouped(len(places))} lượt vắng."
        arguments = (self._chosen("conference"), places, reason)
        self._quietly(self._desk.write, attendance.give_reason, *arguments, done=done)
        self.grid.put(self._read(places))


def how_words(late: bool | None, left_early: bool | None) -> str:
    """“, đến muộn”."""
    one = Mark(half_day_id=0, member_id=0, status=MarkStatus.PRESENT, late=bool(late), left_early=bool(left_early))
    return punctual_words(one)
