"""Closing a conference: from then on nothing of it is marked, until it is opened again with a reason.

Closing settles what nobody marked: with the clerk's consent it becomes absent, the reason not said. What a venue did
not report as complete is listed first; it does not stand in the way. Guests nobody marked are left as they are.
"""

from dataclasses import dataclass

from db import attendance as kept_attendance
from db import closing as kept
from db import venue_reports as kept_reports
from db.keys import tidy
from db.records import Conference, HalfDay, Mark, RollRow
from db.store import Store
from db.values import MarkStatus
from desktop_app.domain.board import ReportState
from desktop_app.domain.dates import show_moment
from desktop_app.domain.half_days import ends_at
from desktop_app.domain.names import said_of
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.domain.wording import grouped
from desktop_app.services import backup_rota
from desktop_app.services.board import BoardLine, boards, required_of, spoken
from desktop_app.services.conferences import conference
from desktop_app.services.makeup_conferences import follow_marks
from desktop_app.services.office import moment, today
from desktop_app.services.rolls import require_frozen, roll


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """Someone summoned, and the half-days they are not marked at and still had to come to."""

    row: RollRow
    half_days: tuple[HalfDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopening:
    """A conference that was closed, opened again."""

    closed_at: str
    reopened_at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingState:
    """What stands between a conference and its end: `to_come`, half-days of later days, forbid it; `unended`, half-days
    of today that are not over, need consent; who is `unmarked` is settled by it. `guests` are guests not marked."""

    conference: Conference
    to_come: tuple[HalfDay, ...]
    unended: tuple[HalfDay, ...]
    incomplete: tuple[BoardLine, ...]
    unmarked: tuple[Unmarked, ...]
    reopenings: tuple[Reopening, ...]
    guests: int

    @property
    def blanks(self) -> int:
        """How many marks are missing."""
        return sum(len(each.half_days) for each in self.unmarked)


def check_open(store: Store, conference_id: int) -> None:
    """Refuse to mark at a closed conference."""
    closed = kept.closed_at(store, conference_id)
    if closed is not None:
        raise Refusal(
            f"Hội nghị đã kết thúc điểm danh lúc {show_moment(closed)}; muốn sửa, hãy mở lại hội nghị và ghi lý do."
        )


def state(store: Store, conference_id: int) -> ClosingState:
    """What is left to do before a conference is closed: people in cell order, then list order."""
    require_frozen(store, conference_id)
    found = conference(store, conference_id)
    on, at = today(store).isoformat(), moment(store)
    days = {day.id: day for day in found.half_days}
    blank: dict[int, list[HalfDay]] = {}
    for row in kept_reports.unmarked(store, conference_id, required_of(store, found)):
        blank.setdefault(row["member_id"], []).append(days[row["half_day_id"]])
    people = roll(store, conference_id) if blank else []
    return ClosingState(
        conference=found,
        to_come=tuple(day for day in found.half_days if day.held_on > on),
        unended=tuple(day for day in found.half_days if day.held_on == on and ends_at(day) > at),
        incomplete=tuple(line for line in boards(store, conference_id) if waits(line)),
        unmarked=tuple(
            Unmarked(row=row, half_days=tuple(day for day in found.half_days if day in blank[row.member_id]))
            for row in people
            if row.member_id in blank
        ),
        reopenings=tuple(Reopening(**row) for row in kept.reopenings(store, conference_id)),
        guests=kept_reports.guests_unmarked(store, conference_id),
    )


def waits(line: BoardLine) -> bool:
    """Whether a venue with people to report of has not reported all."""
    return (
        line.venue is not None and line.state is not ReportState.COMPLETE and (line.figures.roll > 0 or not line.silent)
    )


def close(store: Store, conference_id: int, absent: bool = False, early: bool = False) -> ClosingState:
    """Close a conference; what it found before. `absent` consents to making everyone unmarked absent, reason not said;
    `early` to closing while half-days of today are not over.

    One gesture, undone whole. Refuses while half-days of later days are to come, and what was not consented to.
    """
    check_open(store, conference_id)
    found = state(store, conference_id)
    if found.to_come:
        raise Refusal(f"Buổi {spoken(found.to_come[0])} chưa diễn ra; hãy kết thúc hội nghị sau buổi cuối cùng.")
    if found.unended and not early:
        raise Refusal(
            f"Buổi {', '.join(map(spoken, found.unended))} chưa hết giờ; hãy kết thúc sau giờ ấy, hoặc sửa giờ "
            "của buổi nếu đã bế mạc sớm."
        )
    if found.unmarked and not absent:
        raise Refusal(
            f"Còn {grouped(len(found.unmarked))} người chưa điểm danh đủ; hãy điểm danh, hoặc đồng ý ghi vắng, chưa rõ "
            "lý do cho những người ấy."
        )
    backup_rota.before(store, Reason.CLOSING)
    with store.gesture("conference.close", f"Kết thúc điểm danh {found.conference.name}"):
        blanks = [(day.id, each.row.member_id) for each in found.unmarked for day in each.half_days]
        marks = (Mark(half_day_id=day, member_id=member, status=MarkStatus.ABSENT) for day, member in blanks)
        at = moment(store)
        kept_attendance.write_marks(store, marks, at)
        follow_marks(store, found.conference, blanks)
        kept.set_closed(store, conference_id, at)
    return found


def reopen(store: Store, conference_id: int, reason: str) -> None:
    """Open a closed conference again, with a reason that is kept. The marks stay as they are."""
    closed = kept.closed_at(store, conference_id)
    if closed is None:
        raise Refusal("Hội nghị chưa kết thúc điểm danh nên không cần mở lại.")
    if not tidy(reason):
        raise Refusal("Chưa ghi lý do mở lại; hãy ghi lý do, ví dụ “Bổ sung phiếu của điểm cầu gửi chậm”.")
    with store.gesture("conference.reopen", f"Mở lại {said_of('hội nghị', conference(store, conference_id).name)}"):
        kept.add_reopening(store, conference_id, closed, moment(store), tidy(reason))
        kept.set_closed(store, conference_id, None)
