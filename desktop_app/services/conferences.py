"""Conferences of a round: half-days with topics, venues, and which cell sits at which venue."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace

from db import conferences as kept
from db import makeups, rolls
from db.keys import same_words, tidy
from db.records import Conference, HalfDay, Organization, Venue
from db.store import Store
from db.values import ConferenceKind
from desktop_app.domain.names import said_of
from desktop_app.domain.refusal import Refusal
from desktop_app.services import organizations
from desktop_app.services.rounds import study_round


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceDraft:
    """What the clerk says about a conference. A half-day with an id is kept, one without is new."""

    name: str
    kind: ConferenceKind = ConferenceKind.MAIN
    place: str | None = None
    chair: str | None = None
    half_days: tuple[HalfDay, ...] = ()


def conferences(store: Store, round_id: int | None = None) -> list[Conference]:
    """The conferences of a round, or all, oldest first."""
    return kept.conferences(store, round_id)


def conference(store: Store, conference_id: int) -> Conference:
    """One conference."""
    found = kept.conferences(store, conference_id=conference_id)
    if not found:
        raise Refusal("Không còn hội nghị này; hãy tải lại danh sách.")
    return found[0]


def find_conference(store: Store, text: str, round_id: int | None = None) -> Conference:
    """The conference with this unique name or id."""
    known = conferences(store, round_id)
    found = [c for c in known if same_words(c.name) == same_words(text)] or [
        c for c in known if str(c.id) == text.strip()
    ]
    if len(found) != 1:
        raise Refusal(f"Không tìm thấy đúng một hội nghị “{tidy(text)}”; hãy ghi số thứ tự của hội nghị.")
    return found[0]


def draft_of(found: Conference) -> ConferenceDraft:
    """A conference ready to be amended."""
    return ConferenceDraft(**{f.name: getattr(found, f.name) for f in fields(ConferenceDraft)})


def checked(draft: ConferenceDraft) -> ConferenceDraft:
    """Refuses a conference without name or half-days, and the same half-day twice."""
    if not tidy(draft.name):
        raise Refusal("Chưa có tên hội nghị; hãy ghi tên hội nghị.")
    if not draft.half_days:
        raise Refusal("Hội nghị chưa có buổi nào; hãy thêm ít nhất một buổi với ngày và sáng, chiều hoặc tối.")
    slots = [(day.held_on, day.part) for day in draft.half_days]
    if len(set(slots)) < len(slots):
        raise Refusal("Có hai buổi trùng ngày và trùng buổi; hãy sửa hoặc bỏ một buổi.")
    return replace(
        draft, name=tidy(draft.name), place=tidy(draft.place or "") or None, chair=tidy(draft.chair or "") or None
    )


def create(store: Store, round_id: int, draft: ConferenceDraft) -> Conference:
    """A new conference of a round."""
    draft, found = checked(draft), study_round(store, round_id)
    with store.gesture("conference.create", f"Thêm {said_of('hội nghị', draft.name)}"):
        conference_id = kept.save(store, as_record(0, found.id, draft))
    return conference(store, conference_id)


def amend(store: Store, conference_id: int, draft: ConferenceDraft) -> Conference:
    """Change a conference. Refuses to drop a half-day that has marks."""
    draft, before = checked(draft), conference(store, conference_id)
    marked = kept.marked_half_days(store, conference_id)
    if marked - {day.id for day in draft.half_days}:
        raise Refusal("Có buổi đã điểm danh hoặc đã báo cáo nên không bỏ được; hãy xóa điểm danh của buổi đó trước.")
    if marked and draft.kind is not before.kind:
        raise Refusal("Hội nghị đã điểm danh nên không đổi loại được nữa; hãy giữ nguyên loại hội nghị.")
    with store.gesture("conference.amend", f"Sửa {said_of('hội nghị', draft.name)}"):
        kept.save(store, as_record(before.id, before.round_id, draft))
        if makeups.is_too_early(store, conference_id):
            raise Refusal("Buổi học bù không được sớm hơn buổi đã vắng; hãy sửa lại ngày.")
        makeups.follow_dates(store, conference_id)
    return conference(store, conference_id)


def written_on(store: Store, half_day_id: int) -> tuple[int, int]:
    """(marks of a half-day, sign-in pages printed with its date): what a change of its date leaves or takes along."""
    return kept.written_on(store, half_day_id)


def as_record(conference_id: int, round_id: int, draft: ConferenceDraft) -> Conference:
    """The draft as a record."""
    values = {f.name: getattr(draft, f.name) for f in fields(draft)}
    return Conference(id=conference_id, round_id=round_id, **values)


def remove(store: Store, conference_id: int) -> None:
    """Delete a conference of which nothing has been marked or reported."""
    found = conference(store, conference_id)
    if kept.marked_half_days(store, conference_id) or any(
        kept.venue_reported(store, venue.id) for venue in venues(store, conference_id)
    ):
        raise Refusal(f"Hội nghị “{found.name}” đã có điểm danh nên không xóa được; hãy xóa điểm danh trước.")
    with store.gesture("conference.remove", f"Xóa {said_of('hội nghị', found.name)}"):
        kept.remove(store, conference_id)


def first_day(found: Conference) -> str:
    """The day a conference begins, as of which its roll is worked out."""
    if not found.half_days:
        raise Refusal(f"Hội nghị “{found.name}” chưa có buổi nào; hãy thêm buổi trước.")
    return min(day.held_on for day in found.half_days)


def venues(store: Store, conference_id: int) -> list[Venue]:
    """The venues of a conference, main ones first, in order."""
    return kept.venues(store, conference_id)


def find_venue(store: Store, conference_id: int, text: str) -> Venue:
    """The venue of a conference with this unique name or id."""
    known = venues(store, conference_id)
    found = [v for v in known if same_words(v.name) == same_words(text)] or [
        v for v in known if str(v.id) == text.strip()
    ]
    if len(found) != 1:
        raise Refusal(f"Không tìm thấy điểm cầu “{tidy(text)}”; hãy ghi đúng tên như trong danh sách điểm cầu.")
    return found[0]


def save_venue(store: Store, conference_id: int, venue: Venue) -> Venue:
    """Write a venue (id 0 = new) with the cells it serves. Refuses a name used twice and a tree that bites its tail."""
    name = tidy(venue.name)
    if not name:
        raise Refusal("Chưa có tên điểm cầu; hãy ghi tên, ví dụ “Nhà văn hóa phố Đội Cung 1”.")
    others = {v.id: v for v in venues(store, conference_id) if v.id != venue.id}
    if any(same_words(other.name) == same_words(name) for other in others.values()):
        raise Refusal(f"Hội nghị đã có điểm cầu “{name}”; hãy ghi tên khác.")
    if venue.parent_id is not None and not reaches_top(venue.parent_id, others):
        raise Refusal("Điểm cầu không thể trực thuộc chính nó hoặc điểm cầu bên dưới nó; hãy chọn điểm cầu khác.")
    with store.gesture("venue.save", f"Ghi {said_of('điểm cầu', name)}"), following(store, conference_id):
        venue_id = kept.save_venue(store, replace(venue, name=name, conference_id=conference_id))
    return next(v for v in venues(store, conference_id) if v.id == venue_id)


def reaches_top(venue_id: int | None, others: dict[int, Venue]) -> bool:
    """Whether climbing from a venue ends at a main venue without meeting the one being saved or going in circles."""
    seen = set()
    while venue_id is not None:
        if venue_id in seen or venue_id not in others:
            return False
        seen.add(venue_id)
        venue_id = others[venue_id].parent_id
    return True


def remove_venue(store: Store, conference_id: int, venue_id: int) -> None:
    """Delete a venue; people seated there have no venue until their cell gets another. Refuses one that reported."""
    name = next((venue.name for venue in venues(store, conference_id) if venue.id == venue_id), "")
    if kept.venue_reported(store, venue_id):
        raise Refusal(f"Điểm cầu “{name}” đã có báo cáo, diễn biến hoặc lượt quét nên không xóa được.")
    with store.gesture("venue.remove", f"Xóa {said_of('điểm cầu', name)}"):
        with following(store, conference_id):
            kept.seat(store, venue_id, ())
        kept.remove_venue(store, venue_id)


def remove_venues(store: Store, conference_id: int, venue_ids: Sequence[int]) -> None:
    """Delete several venues as one gesture."""
    with store.gesture("venue.remove", f"Xóa {len(venue_ids)} điểm cầu"):
        for venue_id in venue_ids:
            remove_venue(store, conference_id, venue_id)


def seat(store: Store, conference_id: int, venue_id: int, cell_ids: tuple[int, ...]) -> None:
    """The cells a venue serves, in place of those it served."""
    with store.gesture("venue.seat", "Xếp chi bộ vào điểm cầu"), following(store, conference_id):
        kept.seat(store, venue_id, cell_ids)


def seat_cells(store: Store, conference_id: int, venue_of: dict[int, int | None]) -> None:
    """Cell → the one venue it sits at (None = none), for the cells named; one gesture."""
    with store.gesture("venue.seat", f"Xếp {len(venue_of)} chi bộ vào điểm cầu"), following(store, conference_id):
        for venue in venues(store, conference_id):
            stays = [cell for cell in venue.cell_ids if cell not in venue_of]
            comes = [cell for cell, venue_id in venue_of.items() if venue_id == venue.id]
            kept.seat(store, venue.id, (*stays, *comes))


@contextmanager
def following(store: Store, conference_id: int) -> Iterator[None]:
    """Around a change of venues: on a frozen roll, people sit where their cell sits now. Those seated by hand stay.

    Refuses to seat anyone anew once the conference is closed.
    """
    before, found = cell_places(store, conference_id), conference(store, conference_id)
    yield
    after = cell_places(store, conference_id)
    moved = [cell for cell in sorted(before.keys() | after.keys()) if before.get(cell) != after.get(cell)]
    if moved and found.closed_at is not None:
        raise Refusal("Hội nghị đã kết thúc điểm danh; muốn đổi chỗ ngồi, hãy mở lại hội nghị và ghi lý do.")
    if found.frozen_at is not None:
        for cell in moved:
            rolls.reseat(store, conference_id, cell, before.get(cell), after.get(cell))


def cell_places(store: Store, conference_id: int) -> dict[int, int]:
    """Cell → the venue its people sit at: the first of those that serve it."""
    return {cell: venue.id for venue in reversed(venues(store, conference_id)) for cell in venue.cell_ids}


def seating(store: Store, conference_id: int) -> list[tuple[Organization, int, tuple[int, ...]]]:
    """(cell, people expected, venues it sits at) for every cell, as of the conference's first day."""
    day = first_day(conference(store, conference_id))
    known = venues(store, conference_id)
    return [
        (cell, cell.member_count, tuple(venue.id for venue in known if cell.id in venue.cell_ids))
        for cell in organizations.cells(store, day)
    ]
