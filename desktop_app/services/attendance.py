"""Marking half-days: who is on the sheet of a place, what is marked, and what must not be.

Make-ups recorded by hand are in `makeups`, how people stand in a round in `standings`; both are offered from here too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from db import attendance as kept
from db import rolls as kept_rolls
from db.attendance import Place
from db.keys import tidy
from db.records import Conference, HalfDay, MakeUp, Mark, RollRow
from db.store import Store
from db.values import Deduction, MarkStatus
from desktop_app.domain.missed import named, not_begun
from desktop_app.domain.refusal import Refusal
from desktop_app.services import closing
from desktop_app.services.conferences import conference, first_day, venues
from desktop_app.services.makeup_conferences import follow_marks
from desktop_app.services.makeups import make_up, record_makeup, take_back_makeup, undo_makeup
from desktop_app.services.office import moment, today
from desktop_app.services.rolls import require_frozen, roll
from desktop_app.services.rounds import study_round
from desktop_app.services.standings import Standing, outstanding, stand, standings

__all__ = [
    "Elsewhere",
    "Sheet",
    "Standing",
    "elsewhere",
    "fill_blanks",
    "give_reason",
    "make_up",
    "mark",
    "marks_at",
    "outstanding",
    "record_makeup",
    "sheet",
    "stand",
    "standings",
    "take_back_makeup",
    "undo_makeup",
    "visitor",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is marked in one place: half-days across, people down. A place without a mark is not in `marks`;
    `makeups` are of the half-days missed. `visitors` are seated elsewhere and were seen at this venue; a row with a
    deduction is an exempt person who counts when present. `venues` names the venues of the conference."""

    half_days: tuple[HalfDay, ...]
    rows: tuple[RollRow, ...]
    marks: dict[Place, Mark]
    makeups: dict[Place, MakeUp] = field(default_factory=dict)
    visitors: tuple[RollRow, ...] = ()
    venues: dict[int, str] = field(default_factory=dict)
    venue_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Somebody marked present at one venue who is now to be marked present at another."""

    half_day: HalfDay
    full_name: str
    venue: str
    other: str


def sheet(store: Store, conference_id: int, venue_id: int | None = None, cell_id: int | None = None) -> Sheet:
    """The marking sheet of a conference, or of one venue or cell: everyone not taken off the must-attend list.

    At a venue also those seated elsewhere who were seen there; the exempt where the round counts them if present.
    """
    require_frozen(store, conference_id)
    found = conference(store, conference_id)
    counts = study_round(store, found.round_id).exempt_counts_if_present
    rows = tuple(row for row in roll(store, conference_id, venue_id, cell_id) if awaited(row, counts))
    seen = kept.seen_at(store, venue_id) if venue_id is not None else []
    guests = kept_rolls.frozen(store, conference_id, first_day(found), None, cell_id, seen) if seen else []
    some = None if venue_id is None and cell_id is None else [row.member_id for row in (*rows, *guests)]
    return Sheet(
        half_days=found.half_days,
        rows=rows,
        marks=kept.marks(store, found.round_id, conference_id, some),
        makeups=kept.makeups(store, found.round_id, conference_id, some),
        visitors=tuple(guests),
        venues={venue.id: venue.name for venue in venues(store, conference_id)},
        venue_id=venue_id,
    )


def places(store: Store, conference_id: int) -> list[tuple[int, int | None]]:
    """The cell and the venue, or None, of everyone on the marking sheet of a conference, in the order of the roll."""
    require_frozen(store, conference_id)
    found = conference(store, conference_id)
    counts = study_round(store, found.round_id).exempt_counts_if_present
    return kept_rolls.places(store, conference_id, first_day(found), counts)


def awaited(row: RollRow, exempt_counts: bool) -> bool:
    """Whether somebody of the roll is on the sheet."""
    return row.deduction is None or (exempt_counts and row.deduction is Deduction.EXEMPT)


def visitor(store: Store, conference_id: int, member_id: int) -> RollRow:
    """Somebody of the whole conference, to be marked at a venue that is not theirs."""
    found = kept_rolls.frozen(store, conference_id, first_day(conference(store, conference_id)), member_ids=[member_id])
    if not found:
        raise Refusal("Người này không có trong danh sách triệu tập; hãy kiểm tra lại danh sách.")
    return found[0]


def marks_at(store: Store, places: Iterable[Place]) -> dict[Place, Mark]:
    """The marks that stand at these places."""
    return kept.marks_at(store, list(places))


def mark(
    store: Store,
    conference_id: int,
    places: Iterable[Place],
    status: MarkStatus | None,
    reason: str | None = None,
    venue_id: int | None = None,
    *,
    late: bool | None = None,
    left_early: bool | None = None,
    remark: str | None = None,
    early: bool = False,
    moved: bool = False,
) -> int:
    """Mark these (half-day, member) places, None = not marked again; how many. `venue_id` = where they were seen.

    `late`, `left_early`, `remark`: None leaves what stands. Before the day only an absence told in advance, with its
    reason, is marked, unless `early`. Whoever is present at another venue is refused unless `moved`. What a make-up
    conference settles is settled in the same gesture.
    """
    places = allowed(store, conference_id, places)
    held, before = conference(store, conference_id), kept.marks_at(store, places)
    why = tidy(reason or "") or None
    if status is not None and not early:
        check_begun(held, places, status, why, today(store).isoformat())
    if (late or left_early) and status is not MarkStatus.PRESENT:
        raise Refusal("Chỉ người có mặt mới ghi đến muộn hoặc về sớm; hãy ghi có mặt.")
    if status is MarkStatus.PRESENT and not moved:
        check_here(store, held, places, venue_id, before)
    with store.gesture("attendance.mark", f"Điểm danh {len(places)} lượt"):
        if status is None:
            kept.clear_marks(store, places)
        else:
            said = Mark(half_day_id=0, member_id=0, status=status, venue_id=venue_id, reason=why)
            marks = [entered(p, said, before.get(p), late, left_early, remark) for p in places]
            kept.write_marks(store, marks, moment(store))
        follow_marks(store, held, places)
    return len(places)


def entered(
    place: Place, said: Mark, before: Mark | None, late: bool | None, left_early: bool | None, remark: str | None
) -> Mark:
    """The mark to be kept: what is said, and of what stood there what is not said anew."""
    came = said.status is MarkStatus.PRESENT
    stays = before if came and before is not None and before.status is MarkStatus.PRESENT else None
    return replace(
        said,
        half_day_id=place[0],
        member_id=place[1],
        venue_id=stays.venue_id if stays and said.venue_id is None else said.venue_id,
        late=bool(stays and stays.late) if late is None else late,
        left_early=bool(stays and stays.left_early) if left_early is None else left_early,
        remark=(before.remark if before else None) if remark is None else tidy(remark) or None,
    )


def check_begun(held: Conference, places: Sequence[Place], status: MarkStatus, reason: str | None, on: str) -> None:
    """Refuse to mark a half-day of a day still to come, but for an absence told in advance with its reason."""
    meant = {half_day for half_day, _ in places}
    early = [day for day in not_begun(held.half_days, on) if day.id in meant]
    if not early or (status is MarkStatus.ABSENT_EXCUSED and reason):
        return
    if status is MarkStatus.ABSENT_EXCUSED:
        raise Refusal(f"Chưa đến buổi {named(early)}: vắng báo trước phải có lý do; hãy ghi lý do.")
    raise Refusal(
        f"Chưa đến buổi {named(early)} nên chưa điểm danh được; ai đã báo vắng trước thì ghi vắng có lý do, kèm lý do."
    )


def elsewhere(store: Store, conference_id: int, places: Iterable[Place], venue_id: int | None) -> list[Elsewhere]:
    """Those of these places where the person is marked present at a venue other than this one."""
    standing = kept.marks_at(store, list(places))
    there = [m for m in standing.values() if is_elsewhere(m, venue_id)]
    if not there or venue_id is None:
        return []
    held = conference(store, conference_id)
    names = {venue.id: venue.name for venue in venues(store, conference_id)}
    days = {day.id: day for day in held.half_days}
    who = kept_rolls.frozen(store, conference_id, first_day(held), member_ids={m.member_id for m in there})
    people = {row.member_id: row.full_name for row in who}
    return [
        Elsewhere(
            half_day=days[m.half_day_id],
            full_name=people[m.member_id],
            venue=names.get(m.venue_id or 0, ""),
            other=names.get(venue_id, ""),
        )
        for m in there
    ]


def is_elsewhere(standing: Mark, venue_id: int | None) -> bool:
    """Whether a mark says present at another venue."""
    return (
        standing.status is MarkStatus.PRESENT
        and venue_id is not None
        and standing.venue_id is not None
        and standing.venue_id != venue_id
    )


def check_here(
    store: Store, held: Conference, places: Sequence[Place], venue_id: int | None, before: dict[Place, Mark]
) -> None:
    """Refuse to have somebody at two venues of one half-day; which one counts is for a human to say."""
    if not any(is_elsewhere(each, venue_id) for each in before.values()):
        return
    first = elsewhere(store, held.id, places, venue_id)[0]
    raise Refusal(
        f"{first.full_name} đã được ghi có mặt tại “{first.venue}” buổi {named([first.half_day])}; "
        f"nếu đúng là học tại “{first.other}” thì hãy xác nhận chuyển nơi học."
    )


def fill_blanks(
    store: Store,
    conference_id: int,
    places: Iterable[Place],
    status: MarkStatus = MarkStatus.PRESENT,
    venue_id: int | None = None,
    early: bool = False,
) -> int:
    """Mark those of these places that are not marked; marks that stand are never changed. How many were filled.

    Whoever was taken off the must-attend list is not filled in: they are marked one by one when they come.
    """
    places = list(places)
    standing = kept.marks_at(store, places)
    held = conference(store, conference_id)
    people = {member for _, member in places}
    rows = kept_rolls.frozen(store, conference_id, first_day(held), member_ids=people)
    off = {row.member_id for row in rows if row.deduction is not None}
    blank = [place for place in places if place not in standing and place[1] not in off]
    return mark(store, conference_id, blank, status, venue_id=venue_id, early=early)


def give_reason(store: Store, conference_id: int, places: Iterable[Place], reason: str | None) -> int:
    """Write why people were absent; each keeps the absence it has, presence and blanks are left alone. How many."""
    places = allowed(store, conference_id, places)
    standing = kept.marks_at(store, places)
    absent = [standing[p] for p in places if p in standing and standing[p].status is not MarkStatus.PRESENT]
    with store.gesture("attendance.reason", f"Ghi lý do của {len(absent)} lượt vắng"):
        kept.write_marks(store, (replace(each, reason=tidy(reason or "") or None) for each in absent), moment(store))
    return len(absent)


def allowed(store: Store, conference_id: int, places: Iterable[Place]) -> list[Place]:
    """The places, once each. Refuses half-days of another conference, people not on the roll, a closed conference."""
    require_frozen(store, conference_id)
    closing.check_open(store, conference_id)
    places = list(dict.fromkeys(places))
    days = {day.id for day in conference(store, conference_id).half_days}
    people = {member for _, member in places}
    if any(half_day not in days for half_day, _ in places):
        raise Refusal("Buổi này không thuộc hội nghị đang mở; hãy tải lại trang điểm danh.")
    if people - kept_rolls.on_roll(store, conference_id, people):
        raise Refusal("Có người không có trong danh sách triệu tập; hãy kiểm tra lại danh sách.")
    return places
