"""The finder of contradictions in a round: each a sentence, whom or what it is about, and where it is mended."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from db import attendance as kept_attendance
from db import contradictions as kept
from db.provisional import unknown
from db.records import Conference, HalfDay, Venue
from db.rolls import on_roll
from db.store import Store
from db.values import MemberStatus
from desktop_app.domain.board import differs
from desktop_app.domain.contradictions import MENDED_AT, ContradictionKind, MendPlace
from desktop_app.domain.dates import show_date, show_moment
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import sheets
from desktop_app.services.board import BoardLine, boards, required_of, spoken
from desktop_app.services.closing import check_open
from desktop_app.services.conferences import conference, conferences, venues
from desktop_app.services.makeup_conferences import follow_marks
from desktop_app.services.rounds import study_round

GONE = {MemberStatus.DECEASED: "từ trần", MemberStatus.LEFT: "rời khỏi Đảng"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """One thing that cannot be. `other_half_day_id` is the half-day of the other conference, `venues` the two venues of
    a person seen twice, the one marked first; `page` the code of a sign-in page."""

    kind: ContradictionKind
    sentence: str
    round_id: int
    conference_id: int | None = None
    half_day_id: int | None = None
    member_id: int | None = None
    full_name: str | None = None
    venue_id: int | None = None
    venue: str | None = None
    other_half_day_id: int | None = None
    venues: tuple[int, ...] = ()
    page: str | None = None

    @property
    def place(self) -> MendPlace:
        return MENDED_AT[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What sentences name: conferences, half-days and venues by id."""

    conferences: dict[int, Conference]
    half_days: dict[int, HalfDay]
    venues: dict[int, Venue]

    def half_day(self, half_day_id: int) -> str:
        return f"buổi {spoken(self.half_days[half_day_id])}"

    def venue(self, venue_id: int | None) -> str:
        return self.venues[venue_id].name if venue_id in self.venues else "nơi chưa rõ điểm cầu"

    def conference(self, conference_id: int) -> str:
        return f"“{self.conferences[conference_id].name}”"


def known(store: Store) -> Known:
    held = conferences(store)
    return Known(
        conferences={each.id: each for each in held},
        half_days={day.id: day for each in held for day in each.half_days},
        venues={venue.id: venue for each in held for venue in venues(store, each.id)},
    )


def contradictions(store: Store, round_id: int) -> list[Contradiction]:
    """All that contradicts in a round, by kind, then by conference, half-day and person."""
    study_round(store, round_id)
    names = known(store)
    held = [each for each in names.conferences.values() if each.round_id == round_id]
    required = [(each.id, audience, days) for each in held for audience, days in required_of(store, each).items()]
    told = [
        as_contradiction(names, round_id, ContradictionKind(kind), row)
        for kind in kept.QUERIES
        for row in kept.found(store, kind, round_id, required)
    ]
    lines = [line for each in held if each.frozen_at for line in boards(store, each.id, reported=True)]
    order = list(ContradictionKind)
    return sorted([*told, *of_boards(names, round_id, lines)], key=lambda each: order.index(each.kind))


def still_open(store: Store, round_id: int) -> list[str]:
    """What no contradiction can be found in yet, in clauses: sign-in pages not returned, people not known."""
    pages = [page for held in conferences(store, round_id) for page in sheets.pages(store, held.id)]
    missing = sum(page.newest and not page.closed for page in pages)
    strangers = len({each.id for each in unknown(store, round_id)})
    told = {"trang ký tên chưa về": missing, "người chưa rõ danh tính": strangers}
    return [f"{grouped(count)} {what}" for what, count in told.items() if count]


def as_contradiction(names: Known, round_id: int, kind: ContradictionKind, row: dict[str, Any]) -> Contradiction:
    """A row of the finder, worded."""
    twice = kind is ContradictionKind.TWO_VENUES
    return Contradiction(
        kind=kind,
        sentence=SENTENCES[kind](names, row),
        round_id=round_id,
        conference_id=row["conference_id"],
        half_day_id=row["half_day_id"],
        member_id=row["member_id"],
        full_name=row["full_name"],
        venue_id=row["venue_id"],
        venue=names.venue(row["venue_id"]) if row["venue_id"] else None,
        other_half_day_id=row["said"] if kind is ContradictionKind.TWO_CONFERENCES else None,
        venues=tuple(at for at in (row["other"], row["venue_id"]) if at) if twice else (),
        page=row["other"] if kind is ContradictionKind.PAGE_DIFFERS else None,
    )


def of_boards(names: Known, round_id: int, lines: list[BoardLine]) -> Iterator[Contradiction]:
    """What the reports of venues say against the marks."""
    for line in lines:
        for kind, clause in against(line):
            if line.venue:
                yield Contradiction(
                    kind=kind,
                    sentence=f"{line.name}, {names.half_day(line.half_day_id)}: {clause}.",
                    round_id=round_id,
                    conference_id=line.venue.conference_id,
                    half_day_id=line.half_day_id,
                    venue_id=line.venue.id,
                    venue=line.name,
                )


def against(line: BoardLine) -> Iterator[tuple[ContradictionKind, str]]:
    """The kinds of contradiction in one report, each with its clause."""
    count, signed = line.figures, line.signed
    if signed is not None and signed > count.roll + count.visitors:
        most = grouped(count.roll + count.visitors)
        yield ContradictionKind.OVER_ROLL, f"{grouped(signed)} người ký, nhiều hơn {most} người được xếp hoặc đến dự"
    elif signed is not None and differs(count, signed):
        yield (
            ContradictionKind.SIGNED_DIFFERS,
            f"{grouped(signed)} người ký, điểm danh {grouped(count.present)} người có mặt",
        )
    if line.completed_at and count.unmarked:
        yield ContradictionKind.COMPLETE_UNMARKED, f"đã báo đủ nhưng còn {grouped(count.unmarked)} người chưa điểm danh"


def left_before(names: Known, row: dict[str, Any]) -> str:
    gone = GONE[MemberStatus(row["said"])]
    return (
        f"{row['full_name']} có mặt {names.half_day(row['half_day_id'])} nhưng đã {gone} từ {show_date(row['other'])}."
    )


def no_cell(names: Known, row: dict[str, Any]) -> str:
    half_day = names.half_day(row["half_day_id"])
    return f"{row['full_name']} có mặt {half_day} nhưng ngày ấy không sinh hoạt ở chi bộ nào trong sổ."


def two_conferences(names: Known, row: dict[str, Any]) -> str:
    one, other = names.conference(row["conference_id"]), names.conference(row["other"])
    return f"{row['full_name']} có mặt {names.half_day(row['half_day_id'])} ở cả {one} và {other}."


def two_venues(names: Known, row: dict[str, Any]) -> str:
    there, here = names.venue(row["other"]), names.venue(row["venue_id"])
    return f"{row['full_name']} đã có mặt ở {there} {names.half_day(row['half_day_id'])}, lại được quét mã ở {here}."


def off_roll(names: Known, row: dict[str, Any]) -> str:
    half_day, held = names.half_day(row["half_day_id"]), names.conference(row["conference_id"])
    return f"{row['full_name']} có điểm danh {half_day} nhưng không có trong danh sách triệu tập của {held}."


def after_closing(names: Known, row: dict[str, Any]) -> str:
    said, closed = show_moment(row["said"]), show_moment(row["other"])
    half_day = names.half_day(row["half_day_id"])
    return f"{row['full_name']}: điểm danh {half_day} ghi lúc {said}, sau khi hội nghị kết thúc lúc {closed}."


def page_differs(names: Known, row: dict[str, Any]) -> str:
    signed, found = grouped(row["said"]), grouped(row["found"])
    half_day = names.half_day(row["half_day_id"])
    return f"Trang ký tên mã {row['other']}, {half_day}: {signed} người ký, điểm danh {found} người có mặt."


def makeup_early(names: Known, row: dict[str, Any]) -> str:
    missed, on = names.half_days[row["half_day_id"]], show_date(row["said"])
    if row["said"] < missed.held_on:
        return f"{row['full_name']} học bù ngày {on}, trước buổi đã vắng ({spoken(missed)})."
    return f"{row['full_name']} ghi học bù ngày {on} nhưng buổi học bù là ngày {show_date(row['other'])}."


def makeup_of_present(names: Known, row: dict[str, Any]) -> str:
    on = show_date(row["said"])
    return f"{row['full_name']} có mặt {names.half_day(row['half_day_id'])} mà vẫn ghi học bù buổi ấy ngày {on}."


def essay_early(names: Known, row: dict[str, Any]) -> str:
    why = f"trước khi học đủ (ngày {show_date(row['other'])})" if row["other"] else "khi chưa học đủ số buổi"
    return f"{row['full_name']} nộp bài thu hoạch ngày {show_date(row['said'])}, {why}."


SENTENCES: dict[ContradictionKind, Callable[[Known, dict[str, Any]], str]] = {
    ContradictionKind.LEFT_BEFORE: left_before,
    ContradictionKind.NO_CELL: no_cell,
    ContradictionKind.TWO_CONFERENCES: two_conferences,
    ContradictionKind.TWO_VENUES: two_venues,
    ContradictionKind.OFF_ROLL: off_roll,
    ContradictionKind.AFTER_CLOSING: after_closing,
    ContradictionKind.PAGE_DIFFERS: page_differs,
    ContradictionKind.MAKEUP_EARLY: makeup_early,
    ContradictionKind.MAKEUP_OF_PRESENT: makeup_of_present,
    ContradictionKind.ESSAY_EARLY: essay_early,
}


def settle_venue(store: Store, told: Contradiction, venue_id: int) -> None:
    """Someone seen at two venues of a half-day was at this one; both readings are kept, and decided on."""
    assert told.conference_id and told.half_day_id and told.member_id, "somebody at a half-day"
    check_open(store, told.conference_id)
    if all(venue.id != venue_id for venue in venues(store, told.conference_id)):
        raise Refusal("Không còn điểm cầu này trong hội nghị; hãy tải lại danh sách điểm cầu.")
    with store.gesture("contradiction.venue", f"Chọn điểm cầu được tính cho {told.full_name}"):
        kept.place_of_mark(store, told.half_day_id, told.member_id, venue_id)
        kept.settle_scans(store, told.half_day_id, told.member_id)


def settle_conference(store: Store, told: Contradiction, half_day_id: int) -> None:
    """Someone marked present at two conferences was at this half-day; at the other they are not marked again."""
    both = (told.half_day_id, told.other_half_day_id)
    assert told.member_id and half_day_id in both, "one of the two half-days"
    wrong = next(each for each in both if each and each != half_day_id)
    with store.gesture("contradiction.conference", f"Chọn hội nghị được tính cho {told.full_name}"):
        clear(store, conference_of(store, wrong), wrong, told.member_id)


def conference_of(store: Store, half_day_id: int) -> Conference:
    """The conference of a half-day."""
    return next(each for each in conferences(store) if any(day.id == half_day_id for day in each.half_days))


def clear(store: Store, held: Conference, half_day_id: int, member_id: int) -> None:
    """Take one mark off, with the make-ups it gave. Refuses a closed conference."""
    check_open(store, held.id)
    kept_attendance.clear_marks(store, [(half_day_id, member_id)])
    follow_marks(store, held, [(half_day_id, member_id)])


def drop_mark(store: Store, told: Contradiction) -> None:
    """Take off a mark of someone who is on no roll of that conference."""
    assert told.conference_id and told.half_day_id and told.member_id, "somebody at a half-day"
    held = conference(store, told.conference_id)
    if on_roll(store, held.id, [told.member_id]):
        raise Refusal(f"{told.full_name} đã có trong danh sách triệu tập của “{held.name}”; hãy sửa ở trang điểm danh.")
    with store.gesture("contradiction.drop", f"Gỡ điểm danh ngoài danh sách của {told.full_name}"):
        clear(store, held, told.half_day_id, told.member_id)
