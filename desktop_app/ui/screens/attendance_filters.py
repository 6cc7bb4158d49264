"""What narrows the attendance grid: round, conference, venue, cell, and where the cursor goes after a mark."""

from collections.abc import Callable, Sequence
from typing import Any

from db.attendance import Place
from db.values import ConferenceKind, MemberKind
from desktop_app.domain.missed import named
from desktop_app.domain.wording import grouped
from desktop_app.services import conferences, organizations, rounds
from desktop_app.services.attendance import Sheet
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.attendance_model import AttendanceModel
from desktop_app.ui.filters import Filter

Options = list[tuple[Any, str]]
ONWARD = ((False, "đi xuống"), (True, "sang phải"))


def attendance_filters(store: Store, chosen: Callable[[str], Any]) -> Sequence[Filter]:
    """Each offers what fits `chosen(key)` of those before it."""
    return (
        Filter(key="round", label="Đợt", options=lambda: round_options(store)),
        Filter(key="conference", label="Hội nghị", options=lambda: conference_options(store, chosen("round"))),
        Filter(key="venue", label="Điểm cầu", options=lambda: venue_options(store, chosen("conference"))),
        Filter(key="cell", label="Chi bộ", options=lambda: cell_options(store, chosen("conference"), chosen("venue"))),
        Filter(key="sideways", label="Ghi xong", options=lambda: ONWARD),
    )


def round_options(store: Store) -> Options:
    return [(each.id, each.name) for each in rounds.rounds(store)] or [(None, words.NONE)]


def conference_options(store: Store, round_id: int | None) -> Options:
    """The conferences of the round, newest first; those that make up for others come last and are named so."""
    held = list(reversed(conferences.conferences(store, round_id))) if round_id else []
    main = [(each.id, each.name) for each in held if each.kind is ConferenceKind.MAIN]
    makeups = [(each.id, makeup_name(each.name)) for each in held if each.kind is ConferenceKind.MAKEUP]
    return [*main, *makeups] or [(None, words.NONE)]


def makeup_name(name: str) -> str:
    """“Học bù: Buổi 10/4”, unless the name says so itself."""
    return name if "học bù" in name.lower() else f"Học bù: {name}"


def venue_options(store: Store, conference_id: int | None) -> Options:
    found = conferences.venues(store, conference_id) if conference_id else []
    return [(None, words.ALL), *((venue.id, venue.name) for venue in found)]


def cell_options(store: Store, conference_id: int, venue_id: int | None) -> Options:
    """The cells of the chosen venue, or all."""
    cells = organizations.cell_names(store)
    if venue_id:
        seated = next(venue.cell_ids for venue in conferences.venues(store, conference_id) if venue.id == venue_id)
        cells = [cell for cell in cells if cell[0] in seated]
    return [(None, words.ALL), *cells]


def unmarked(sheet: Sheet) -> set[int]:
    """Members who must attend and whom nobody has marked at any half-day."""
    marked = {member_id for _, member_id in sheet.marks}
    must = (row for row in sheet.rows if row.deduction is None and row.kind is not MemberKind.GUEST)
    return {row.member_id for row in must} - marked


def count_words(marks: AttendanceModel, places: Sequence[Place], blank_only: bool) -> str:
    """“1.024 người · còn 12 chỗ trống · đang ở buổi sáng 12/4”: how many stand on the sheet, and what is selected."""
    sheet = marks.sheet
    days = named([day for day in sheet.half_days if day.id in {half_day for half_day, _ in places}])
    blank = sum(marks.count(day.id, None) for day in sheet.half_days)
    left = f"còn {grouped(blank)} chỗ trống" if blank else "không còn chỗ trống"
    chosen = (
        f" · đã chọn {grouped(len(places))} ô ({days})" if len(places) > 1 else f" · đang ở buổi {days}" * bool(days)
    )
    only = " chưa điểm danh (Ctrl+U: mọi người)" if blank_only else ""
    return f"{grouped(marks.rowCount())} người{only} · {left}{chosen}"
