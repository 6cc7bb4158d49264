"""Danh sách điểm danh, ký tên: one sheet for each venue and day of a conference, a place to sign for each half-day.

It is signed by hand and says nothing of marks already given. What leaves the house has a code on each page, by which
the page is opened again when it comes back signed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from db.records import HalfDay, RollRow, Venue
from db.values import MemberKind
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    Orientation,
    PageCode,
    Paragraph,
    Section,
    Signer,
    Table,
    TableRow,
    Title,
)
from desktop_app.forms.choice import cell_name, frozen_conference, venues_of
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import BY_HAND, Letterhead, letterhead
from desktop_app.forms.people import by_heading, numbered, unit_of
from desktop_app.forms.phrases import conference_words, day, part_of_day, venue_words
from desktop_app.services import sheets
from desktop_app.services.rolls import roll
from desktop_app.services.sheets import Printed, SheetPage
from desktop_app.services.store import Store

TITLE = "Danh sách điểm danh, ký tên"
SIGNING_ROW_MM = 10.1
SIGNATURE_MM = 28.0
SIZE = 11.0
BLANK = "." * 8
GUESTS = "Khách mời, quần chúng dự học"
UNCODED = PageCode("", ("Trang …/… · Lần lập … · Mã trang được cấp khi in hoặc lưu",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: int
    name: str
    born: str
    position: str
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where people sign: a venue, a cell, or the conference itself where it has no venues. `name` may be empty."""

    name: str
    chair: str
    at_venue: bool
    members: tuple[tuple[str, tuple[Person, ...]], ...]
    guests: tuple[Person, ...]
    venue_id: int | None = None
    cell_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    conference_id: int
    conference: str
    half_days: tuple[HalfDay, ...]
    places: tuple[Place, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = frozen_conference(store, subject)
    venues = venues_of(store, found, subject)
    rows = [row for row in roll(store, found.id, subject.venue_id, subject.cell_id) if row.deduction is None]
    cell = cell_name(store, subject)
    places = [_cell_place(cell, venues, rows, subject)] if cell else _venue_places(venues, rows, subject)
    return Sheet(
        paper=letterhead(store, subject),
        conference_id=found.id,
        conference=found.name,
        half_days=found.half_days,
        places=tuple(places),
    )


def _venue_places(venues: Sequence[Venue], rows: Sequence[RollRow], subject: Subject) -> list[Place]:
    """A place for each venue where someone sits, and one for those who have no venue."""
    seated = {venue.id: [row for row in rows if row.venue_id == venue.id] for venue in venues}
    asked = subject.venue_id is not None
    places = [_venue_place(venue, seated[venue.id]) for venue in venues if seated[venue.id] or asked]
    rest = [row for row in rows if row.venue_id not in seated]
    if rest or not places:
        places.append(_place("Chưa xếp điểm cầu" if places else "", "", False, rest))
    return places


def _venue_place(venue: Venue, rows: Sequence[RollRow]) -> Place:
    return replace(_place(venue_words(venue), venue.person_in_charge or "", True, rows), venue_id=venue.id)


def _cell_place(cell: str, venues: Sequence[Venue], rows: Sequence[RollRow], subject: Subject) -> Place:
    sat = {row.venue_id for row in rows}
    at = next((venue_words(venue) for venue in venues if sat == {venue.id}), "")
    made = _place(f"{cell}, {at[:1].lower()}{at[1:]}" if at else cell, "", False, rows)
    return replace(made, cell_id=subject.cell_id, venue_id=subject.venue_id)


def _place(name: str, chair: str, at_venue: bool, rows: Sequence[RollRow]) -> Place:
    members = [row for row in rows if row.kind is not MemberKind.GUEST]
    return Place(
        name=name,
        chair=chair,
        at_venue=at_venue,
        members=by_heading(_people(members), attrgetter("cell")),
        guests=_people(row for row in rows if row.kind is MemberKind.GUEST),
    )


def _people(rows: Iterable[RollRow]) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=row.member_id,
            name=row.full_name,
            born=(row.birth_date or "")[:4],
            position=row.position or "",
            cell=unit_of(row),
        )
        for row in rows
    )


def compose(sheet: Sheet) -> Document:
    blocks = [block for place, parts in _sets(sheet) for block in _page_set(sheet, place, parts[0].held_on, parts)]
    return replace(sheet.paper.document(TITLE, tuple(blocks), conference_words(sheet.conference)), uncoded=UNCODED)


def _sets(sheet: Sheet) -> list[tuple[Place, tuple[HalfDay, ...]]]:
    """The sheets in order: a place and the half-days of a day."""
    days = [tuple(parts) for _, parts in groupby(sheet.half_days, attrgetter("held_on"))]
    return [(place, parts) for place in sheet.places for parts in days]


def register(store: Store, sheet: Sheet) -> Document:
    """The paper with a code on every page that lists people, each page written down with its rows as they stand."""
    from desktop_app.forms.pdf_rows import rows_by_page

    document = compose(sheet)
    rows = rows_by_page(document)
    firsts = [at for at, page in enumerate(rows) if page.number == 1]
    printed: dict[int, Printed] = {}
    parts_of: dict[int, tuple[HalfDay, ...]] = {}
    for (place, parts), first, end in zip(_sets(sheet), firsts, [*firsts[1:], len(rows)], strict=True):
        for at in range(first, end):
            if rows[at].about:
                parts_of[at] = parts
                printed[at] = Printed(
                    held_on=parts[0].held_on,
                    venue_id=place.venue_id,
                    cell_id=place.cell_id,
                    page=at - first + 1,
                    pages=end - first,
                    member_ids=rows[at].about,
                )
    pages = dict(zip(printed, sheets.register(store, sheet.conference_id, list(printed.values())), strict=True))
    codes = tuple(_page_code(pages[at], parts_of[at]) if at in pages else None for at in range(len(rows)))
    return replace(document, page_codes=codes, uncoded=None)


def _page_code(page: SheetPage, parts: Sequence[HalfDay]) -> PageCode:
    came = "; ".join(f"{part_of_day(part.part)}: có mặt {BLANK} vắng {BLANK}" for part in parts)
    return PageCode(
        page.code,
        (
            f"Trang này {len(page.member_ids)} người; {came}",
            f"Trang {page.page}/{page.pages} · Lần lập {page.version} · Mã {page.code}",
        ),
    )


def _page_set(sheet: Sheet, place: Place, held_on: str, parts: tuple[HalfDay, ...]) -> list[Block]:
    where = ", ".join(filter(None, (place.name, f"ngày {day(held_on)}")))
    rows = _rows(place, len(parts))
    listed: Block = Paragraph("Danh sách triệu tập không có ai ở đây.")
    if rows:
        listed = Table(columns=_columns(parts), rows=rows, min_row_mm=SIGNING_ROW_MM, size=SIZE)
    return [
        Section(Orientation.PORTRAIT if len(parts) < 3 else Orientation.LANDSCAPE),
        sheet.paper.head(),
        Title(
            "DANH SÁCH",
            f"điểm danh cán bộ, đảng viên tham dự {conference_words(sheet.conference)}",
            reference=f"({where})",
            bookmark=where[:1].upper() + where[1:],
        ),
        listed,
        *_counts(place, parts),
        sheet.paper.list_closing(right=_chair(place)),
    ]


def _columns(parts: Sequence[HalfDay]) -> tuple[Column, ...]:
    return (
        Column("STT", mm=11, align=Align.CENTRE),
        Column("Họ và tên", weight=1.6),
        Column("Năm sinh", mm=12, align=Align.CENTRE),
        Column("Chức vụ"),
        *(Column(f"Ký tên ({part_of_day(part.part)})", mm=SIGNATURE_MM) for part in parts),
        Column("Ghi chú", mm=12),
    )


def _rows(place: Place, signatures: int) -> tuple[TableRow, ...]:
    """Members under the names of their cells, unless the sheet is of one cell and says so above; a guest, who stands
    under no cell, has it beside the position."""
    blank = ("",) * (signatures + 1)

    def member(person: Person) -> tuple[str, ...]:
        return person.name, person.born, person.position, *blank

    def guest(person: Person) -> tuple[str, ...]:
        return person.name, person.born, ", ".join(filter(None, (person.position, person.cell))), *blank

    guests = ((GUESTS, place.guests),) if place.guests else ()
    one_cell = len(place.members) == 1 and place.members[0][0] in place.name
    identity: Callable[[Person], int] = attrgetter("id")
    return (
        *numbered(place.members, member, headed=not one_cell, about=identity),
        *numbered(guests, guest, unit="người", about=identity),
    )


def _counts(place: Place, parts: Sequence[HalfDay]) -> list[Paragraph]:
    """“Tổng số triệu tập: … Có mặt: …”, to be filled in by hand for each half-day."""
    summoned = sum(len(people) for _, people in place.members)
    guests = f" Khách mời, quần chúng dự học: {grouped(len(place.guests))}." if place.guests else ""
    came = f"Có mặt: {BLANK} Vắng: {BLANK} (có lý do: {BLANK}; không lý do: {BLANK})"
    if len(parts) == 1:
        return [Paragraph(f"Tổng số triệu tập: {grouped(summoned)}. {came}{guests}", align=Align.LEFT)]
    return [
        Paragraph(f"Tổng số triệu tập: {grouped(summoned)}.{guests}", align=Align.LEFT),
        *(Paragraph(f"{part_of_day(part.part).capitalize()}: {came}", align=Align.LEFT) for part in parts),
    ]


def _chair(place: Place) -> Signer:
    authority = "CHỦ TRÌ ĐIỂM CẦU" if place.at_venue else "T/M CẤP ỦY"
    return Signer(authority=authority, hint=BY_HAND, name=place.chair)


FORM = Form(
    id="sign-in",
    title=TITLE,
    scopes=(Scope.CONFERENCE, Scope.VENUE, Scope.CELL),
    gather=gather,
    compose=compose,
    register=register,
)
