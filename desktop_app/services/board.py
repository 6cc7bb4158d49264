"""The board of all venues at a half-day: how each stands, from roll, marks and what was reported. It writes nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db import venue_diary as kept_diary
from db import venue_reports as kept
from db.day_records import DiaryEntry, VenueReport
from db.records import Conference, HalfDay, Venue
from db.store import Store
from db.values import Audience
from desktop_app.domain.board import Figures, ReportState, report_state
from desktop_app.domain.dates import show_date
from desktop_app.domain.half_days import held_now, starts_at
from desktop_app.domain.obligations import required_half_days
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services.conferences import conference, venues
from desktop_app.services.office import moment
from desktop_app.services.rolls import require_frozen
from desktop_app.services.rounds import study_round

OF_SEAT = ("roll", "elsewhere", "absent_excused", "absent_unexcused", "absent", "unmarked", "free")
OF_PLACE = ("present", "visitors")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One venue at a half-day; `venue` None = people who sit nowhere. `depth` in the tree, 0 for a main venue."""

    venue: Venue | None
    depth: int
    half_day_id: int
    figures: Figures
    state: ReportState
    heads: int | None = None
    signed: int | None = None
    completed_at: str | None = None
    completed_by: str | None = None
    last_entry: str | None = None
    last_diary: DiaryEntry | None = None

    @property
    def name(self) -> str:
        return self.venue.name if self.venue else "Chưa xếp điểm cầu"

    @property
    def silent(self) -> bool:
        """Whether nothing is known of this venue: its figures are blanks, not zeros."""
        return self.state is ReportState.NOT_REPORTED


def board(store: Store, conference_id: int, half_day_id: int) -> list[BoardLine]:
    """Every venue in tree order, and whoever sits nowhere at the end if there is anybody."""
    found = conference(store, conference_id)
    of_conference(found, half_day_id)
    return board_lines(store, found, half_day_id)


def boards(store: Store, conference_id: int, reported: bool = False) -> list[BoardLine]:
    """The boards of all half-days of a conference, or of those some venue reported, one after another."""
    found = conference(store, conference_id)
    told = {half_day_id for _, half_day_id in kept.reports(store, conference_id)}
    days = [day.id for day in found.half_days if day.id in told or not reported]
    return [line for day in days for line in board_lines(store, found, day)]


def board_lines(store: Store, found: Conference, half_day_id: int) -> list[BoardLine]:
    """As `board`, of a conference already read."""
    require_frozen(store, found.id)
    counted, last = figures(store, found, half_day_id)
    reports = kept.reports(store, found.id)
    heads = heads_by_venue(store, found.id, half_day_id)
    diary = {each.venue_id: each for each in kept_diary.diary(store, found.id, None, half_day_id)}

    def line(venue: Venue | None, depth: int) -> BoardLine:
        at = venue.id if venue else None
        report = reports.get((at, half_day_id), VenueReport(venue_id=at or 0, half_day_id=half_day_id))
        own, head = counted.get(at, Figures()), heads.get(at)
        return BoardLine(
            venue=venue,
            depth=depth,
            half_day_id=half_day_id,
            figures=own,
            state=report_state(own, report.signed_present, head, report.completed_at is not None),
            heads=head,
            signed=report.signed_present,
            completed_at=report.completed_at,
            completed_by=report.completed_by,
            last_entry=last.get(at),
            last_diary=diary.get(at or 0),
        )

    known = [line(venue, depth) for venue, depth in as_tree(venues(store, found.id))]
    return [*known, line(None, 0)] if None in counted else known


def figures(
    store: Store, found: Conference, half_day_id: int
) -> tuple[dict[int | None, Figures], dict[int | None, str]]:
    """Figures and the time of the last mark by venue; None = no venue."""
    counted: dict[int | None, Counter[str]] = defaultdict(Counter)
    last: dict[int | None, str] = {}
    for row in kept.by_place(store, found.id, half_day_id, required_of(store, found)):
        seat, place = row["seat"], row["place"]
        if row["roll"]:
            counted[seat].update({name: row[name] for name in OF_SEAT})
        if row["marks"]:
            counted[place].update({name: row[name] for name in OF_PLACE})
            last[place] = max(row["last_entry"], last.get(place, ""))
    return {at: Figures(**of) for at, of in counted.items()}, last


def required_of(store: Store, found: Conference) -> dict[str, int]:
    """How many half-days of a conference each audience must attend."""
    rules = study_round(store, found.round_id)
    return {each: required_half_days(rules, each, len(found.half_days)) for each in Audience}


def heads_by_venue(store: Store, conference_id: int, half_day_id: int) -> dict[int | None, int]:
    """People counted without names, by venue; a venue that told none is not in it."""
    heads: dict[int | None, int] = {}
    for each in kept_diary.head_counts(store, conference_id, None, half_day_id):
        heads[each.venue_id] = heads.get(each.venue_id, 0) + each.count
    return heads


def as_tree(known: Sequence[Venue]) -> list[tuple[Venue, int]]:
    """Main venues in their order, each followed by its branches, with the depth."""

    def below(parent_id: int | None, depth: int) -> Iterable[tuple[Venue, int]]:
        for venue in known:
            if venue.parent_id == parent_id:
                yield venue, depth
                yield from below(venue.id, depth + 1)

    return list(below(None, 0))


def total(lines: Iterable[BoardLine]) -> Figures:
    """All venues of one half-day together: everybody sits, and is seen, at one place."""
    found = [line.figures for line in lines]
    return Figures(**{name: sum(getattr(each, name) for each in found) for name in Figures.__dataclass_fields__})


def half_day_now(store: Store, half_days: Sequence[HalfDay]) -> HalfDay:
    """The half-day going on, else the last one begun, else the first."""
    at = moment(store)
    begun = [day for day in half_days if starts_at(day) <= at]
    return held_now(half_days, at) or (begun or list(half_days[:1]))[-1]


def of_conference(found: Conference, half_day_id: int) -> HalfDay:
    """The half-day of a conference with this id."""
    day = next((each for each in found.half_days if each.id == half_day_id), None)
    if day is None:
        raise Refusal("Buổi này không thuộc hội nghị đang mở; hãy chọn lại buổi.")
    return day


def spoken(day: HalfDay) -> str:
    """“sáng 27/03/2021”."""
    return f"{word(day.part).lower()} {show_date(day.held_on)}"
