"""Reading people's codes at the door: what a scan means, the mark it makes, and every scan kept whatever came of it.

A scan marks who is on the list, is not taken off it and has not been marked present yet. Nothing that stands is
overwritten by it but an absence: whoever is scanned is there.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from db import attendance as kept_marks
from db import members as kept_members
from db import scans
from db.day_records import Scan
from db.keys import tidy
from db.records import Conference, HalfDay, Mark, Member, RollRow
from db.rolls import frozen
from db.scans import NamedScan, tally
from db.store import Store, now
from db.values import Deduction, MarkStatus, MemberStatus, ScanOutcome
from desktop_app.domain.codes import is_read_well, whole_code
from desktop_app.domain.dates import show_date
from desktop_app.domain.half_days import held_at
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import attendance, rolls
from desktop_app.services.conferences import conference, first_day
from desktop_app.services.makeup_conferences import follow_marks
from desktop_app.services.office import moment, today
from desktop_app.services.rolls import require_frozen
from desktop_app.services.rounds import study_round
from desktop_app.services.scanner import repeat_seconds

__all__ = ["NamedScan", "tally"]

WINDOW_DEVICE, BY_HAND = "Máy quét ở máy này", "Gõ tay"
BARRED = (MemberStatus.DECEASED, MemberStatus.LEFT, MemberStatus.SUSPENDED)
MARKING = (ScanOutcome.MARKED, ScanOutcome.ELSEWHERE)
MISREAD = "Mã đọc sai; hãy quét lại, hoặc gõ mã in trên thẻ."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A kept scan with whose code it was, and the sentence that says more than the outcome. `again` = this very
    reading was in the store already. `clock_doubt` = it was read on another day than the half-day's."""

    scan: Scan
    full_name: str = ""
    cell: str = ""
    note: str = ""
    again: bool = False
    clock_doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where people are read in: a half-day of a conference, at one venue or (None) at all of them."""

    conference: Conference
    half_day: HalfDay | None
    venue_id: int | None
    device: str


def door(
    store: Store, conference_id: int, half_day_id: int | None, venue_id: int | None, device: str = WINDOW_DEVICE
) -> Door:
    """Refuses a conference whose roll is not frozen."""
    require_frozen(store, conference_id)
    held = conference(store, conference_id)
    half_day = next((day for day in held.half_days if day.id == half_day_id), None)
    return Door(conference=held, half_day=half_day, venue_id=venue_id, device=device)


def this_moment(store: Store) -> str:
    """When something is read in the window, to the millisecond; a practice office has its own day."""
    return f"{today(store).isoformat()} {datetime.now():%H:%M:%S.%f}"[:-3]


def read(
    store: Store,
    conference_id: int,
    half_day_id: int | None,
    venue_id: int | None,
    code: str,
    event_at: str,
    device: str = WINDOW_DEVICE,
) -> Reading:
    """One code read at `event_at` (ISO, seconds or finer): kept, and marked present where the rules allow it.

    The same code, device and moment again changes nothing.
    """
    return read_at(store, door(store, conference_id, half_day_id, venue_id, device), code, event_at)


def read_at(store: Store, place: Door, code: str, event_at: str) -> Reading:
    """As `read`, at a door that was looked at before: for many codes in a row."""
    code = whole_code(code)
    if not code:
        raise Refusal("Chưa có mã nào; hãy quét thẻ hoặc gõ mã của người dự.")
    before = scans.same_reading(store, place.conference.id, place.device, code, event_at)
    if before is not None:
        return Reading(scan=before, again=True)
    with store.atomic():
        judged = judge(store, place, code, event_at)
        with store.gesture("scan.read", f"Quét {judged.full_name or code}: {word(judged.scan.outcome).lower()}"):
            if judged.scan.outcome in MARKING:
                mark_present(store, place.conference, judged.scan)
            return replace(judged, scan=replace(judged.scan, id=scans.add(store, judged.scan)))


def mark_present(store: Store, held: Conference, scan: Scan) -> None:
    assert scan.half_day_id is not None and scan.member_id is not None, "only a known person is marked"
    mark = Mark(
        half_day_id=scan.half_day_id, member_id=scan.member_id, status=MarkStatus.PRESENT, venue_id=scan.venue_id
    )
    kept_marks.write_marks(store, [mark], moment(store))
    follow_marks(store, held, [(scan.half_day_id, scan.member_id)])


def judge(store: Store, place: Door, code: str, event_at: str) -> Reading:
    """What a code read at a door comes to; nothing is written."""
    scan = Scan(
        code=code,
        event_at=event_at,
        entered_at=now(),
        device=place.device,
        conference_id=place.conference.id,
        half_day_id=place.half_day.id if place.half_day else None,
        venue_id=place.venue_id,
        member_id=None,
        outcome=ScanOutcome.UNKNOWN,
    )
    doubt = place.half_day is not None and event_at[:10] != place.half_day.held_on
    if not is_read_well(code):
        return Reading(scan=scan, note=MISREAD, clock_doubt=doubt)
    day = event_at[:10]
    person = kept_members.by_code(store, code, day) or kept_members.merged_by_code(store, code, day)
    if person is None:
        return Reading(scan=scan, note="Không ai trong sổ có mã này.", clock_doubt=doubt)
    scan = replace(scan, member_id=person.id)
    rows = frozen(store, place.conference.id, first_day(place.conference), member_ids=[person.id])
    outcome, note = judge_person(store, place, scan, person, rows[0] if rows else None)
    cell = (rows[0].cell if rows else person.cell) or ""
    scan = replace(scan, outcome=outcome)
    return Reading(scan=scan, full_name=person.full_name, cell=cell, note=note, clock_doubt=doubt)


def judge_person(store: Store, place: Door, scan: Scan, person: Member, row: RollRow | None) -> tuple[ScanOutcome, str]:
    """What comes of a known person's code, with the sentence about it."""
    held = place.conference
    if held.closed_at is not None:
        return ScanOutcome.BLOCKED, f"Hội nghị “{held.name}” đã khép điểm danh; hãy mở lại trước khi ghi."
    if wrong := wrong_half_day(place, scan.event_at):
        return ScanOutcome.WRONG_HALF_DAY, wrong
    if person.status in BARRED:
        return ScanOutcome.BLOCKED, f"Người này đã {word(person.status).lower()}; hãy hỏi lại chi bộ."
    if row is None:
        return ScanOutcome.NOT_ON_LIST, "Có trong sổ nhưng không có trong danh sách triệu tập của hội nghị này."
    if row.deduction is not None and not counts_if_present(store, held, row.deduction):
        return ScanOutcome.BLOCKED, f"Không thuộc diện phải dự: {word(row.deduction).lower()}."
    return judge_place(store, scan, row)


def wrong_half_day(place: Door, moment: str) -> str:
    """Why the half-day is the wrong one, or empty. A moment no half-day of the conference covers is a doubtful clock,
    not a wrong half-day."""
    if place.half_day is None:
        return "Hội nghị không có buổi đang quét; hãy chọn lại buổi."
    if held_at(place.half_day, moment):
        return ""
    other = next((day for day in place.conference.half_days if held_at(day, moment)), None)
    if other is None:
        return ""
    return f"Lúc quét là buổi {word(other.part).lower()} {show_date(other.held_on)}; hãy chọn lại buổi."


def counts_if_present(store: Store, held: Conference, deduction: Deduction) -> bool:
    return deduction is Deduction.EXEMPT and study_round(store, held.round_id).exempt_counts_if_present


def judge_place(store: Store, scan: Scan, row: RollRow) -> tuple[ScanOutcome, str]:
    """What comes of the code of someone on the list: by what is marked, and by where they should sit."""
    assert scan.half_day_id is not None and scan.member_id is not None, "judged after the half-day and the person"
    if scans.near(store, scan, *around(scan.event_at, repeat_seconds(store))):
        return ScanOutcome.REPEATED, ""
    there = scans.present_elsewhere(store, scan.member_id, scan.half_day_id)
    if there is not None:
        return ScanOutcome.TWO_PLACES, f"Cùng buổi này đã có mặt ở “{there}”; chưa ghi gì, hãy hỏi lại."
    mark = kept_marks.mark_at(store, scan.half_day_id, scan.member_id)
    if mark is None or mark.status is not MarkStatus.PRESENT:
        changed = "" if mark is None else f"Trước đó ghi {word(mark.status).lower()}. "
        if None in (scan.venue_id, row.venue_id) or scan.venue_id == row.venue_id:
            return ScanOutcome.MARKED, changed.strip()
        return ScanOutcome.ELSEWHERE, f"{changed}Được xếp ở {row.venue}."
    if mark.venue_id is not None and scan.venue_id is not None and mark.venue_id != scan.venue_id:
        return ScanOutcome.TWO_PLACES, "Đã có mặt ở điểm cầu khác trong buổi này; chưa ghi gì, hãy hỏi lại."
    return ScanOutcome.ALREADY_MARKED, ""


def write_in(store: Store, place: Door, full_name: str, birth_date: str | None = None, note: str | None = None) -> int:
    """Someone at the door whom the register does not know: on the list and marked present at once; their id."""
    if place.half_day is None:
        raise Refusal("Chưa chọn buổi; hãy chọn buổi rồi ghi thêm người.")
    with store.gesture("scan.write_in", f"Ghi thêm {tidy(full_name)} tại cửa"):
        member_id = rolls.write_in(store, place.conference.id, full_name, place.venue_id, note, birth_date)
        where = [(place.half_day.id, member_id)]
        attendance.mark(store, place.conference.id, where, MarkStatus.PRESENT, venue_id=place.venue_id)
    return member_id


def around(moment: str, seconds: int) -> tuple[str, str]:
    """The moments so many seconds before and after, as they are kept."""
    at, span = datetime.fromisoformat(moment), timedelta(seconds=seconds)
    return (at - span).isoformat(" "), (at + span).isoformat(" ", "milliseconds")


def recent(
    store: Store,
    conference_id: int,
    half_day_id: int | None = None,
    venue_id: int | None = None,
    outcome: ScanOutcome | None = None,
    limit: int = 50,
) -> list[NamedScan]:
    """The last scans of a half-day, or those of them that came out so, the newest first."""
    return scans.scans(store, conference_id, half_day_id, venue_id, outcome, limit)


def is_kept(store: Store, scan: Scan) -> bool:
    """Whether a scan still stands: it may have been taken back."""
    return scans.same_reading(store, scan.conference_id, scan.device, scan.code, scan.event_at) is not None


def listed(
    store: Store, conference_id: int, half_day_id: int | None = None, outcome: ScanOutcome | None = None
) -> list[NamedScan]:
    """All scans of a conference, a half-day or an outcome, the newest first."""
    return scans.scans(store, conference_id, half_day_id, outcome=outcome)
