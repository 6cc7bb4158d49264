"""Danh sách xếp chỗ theo điểm cầu: who sits where, venue by venue and cell by cell, held against the room there is."""

from dataclasses import dataclass

from db.records import RollRow, Venue
from db.values import MemberKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import Align, Block, Column, Document, PageBreak, Paragraph, Table, Title
from desktop_app.forms.choice import frozen_conference, venues_of
from desktop_app.forms.conference_facts import venue_place
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.people import by_heading, numbered, unit_of
from desktop_app.forms.phrases import comrade, conference_words, raised
from desktop_app.services.rolls import roll
from desktop_app.services.store import Store

TITLE = "Danh sách xếp chỗ theo điểm cầu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    cell: str
    name: str
    born: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """One venue with those who sit there; `venue` None = people without a place."""

    venue: Venue | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    conference: str
    seats: tuple[Seats, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = frozen_conference(store, subject)
    venues: list[Venue | None] = [*venues_of(store, found, subject)]
    rows = [row for row in roll(store, found.id, subject.venue_id) if row.deduction is None]
    if subject.venue_id is None:
        venues.append(None)
    seats = [Seats(venue=venue, people=_people(rows, venue)) for venue in venues]
    return Sheet(
        paper=letterhead(store, subject),
        conference=found.name,
        seats=tuple(each for each in seats if each.people or each.venue),
    )


def _people(rows: list[RollRow], venue: Venue | None) -> tuple[Person, ...]:
    at = venue.id if venue else None
    return tuple(
        Person(
            cell=unit_of(row),
            name=row.full_name,
            born=show_date(row.birth_date or ""),
            note="Khách mời" if row.kind is MemberKind.GUEST else "",
        )
        for row in rows
        if row.venue_id == at
    )


def compose(sheet: Sheet) -> Document:
    words = conference_words(sheet.conference)
    blocks: list[Block] = [sheet.paper.head(), Title("DANH SÁCH", f"xếp chỗ theo điểm cầu dự {words}")]
    if not sheet.seats:
        blocks.append(Paragraph("Hội nghị chưa có điểm cầu nào và không có ai phải dự."))
    for at, seats in enumerate(sheet.seats):
        blocks += [PageBreak()] if at else []
        blocks += _venue(seats)
    return sheet.paper.document(TITLE, (*blocks, sheet.paper.list_closing()), words)


def _venue(seats: Seats) -> list[Block]:
    columns = (
        Column("STT", mm=11, align=Align.CENTRE),
        Column("Họ và tên"),
        Column("Ngày sinh", mm=26, align=Align.CENTRE),
        Column("Ghi chú", mm=40),
    )
    name = venue_place(seats.venue) if seats.venue else "Chưa xếp điểm cầu"
    rows = numbered(by_heading(seats.people, lambda each: each.cell), lambda each: (each.name, each.born, each.note))
    table = [Table(columns=columns, rows=rows)] if rows else []
    return [Title(name.upper(), _room(seats), hyphens=False, bookmark=name), *table]


def _room(seats: Seats) -> str:
    """“45 người, sức chứa 50, còn 5 chỗ; phụ trách: đồng chí …”."""
    count = len(seats.people)
    said = [f"{grouped(count)} người"]
    if seats.venue and seats.venue.capacity:
        free = seats.venue.capacity - count
        left = f"còn {grouped(free)} chỗ" if free >= 0 else f"thiếu {grouped(-free)} chỗ"
        said.append(f"sức chứa {grouped(seats.venue.capacity)}, {left}")
    in_charge = seats.venue.person_in_charge if seats.venue else None
    said += [f"phụ trách: {comrade(in_charge)}"] if in_charge else []
    return raised("; ".join(said))


FORM = Form(
    id="seating-list",
    title=TITLE,
    scopes=(Scope.CONFERENCE, Scope.VENUE),
    gather=gather,
    compose=compose,
    group="Triệu tập, hội nghị",
)
