"""Danh sách khách mời, quần chúng dự học: by name, counted apart from the members."""

from dataclasses import dataclass

from db.records import RollRow
from db.values import MarkStatus, MemberKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import Align, Block, Column, Document, Paragraph, Row, Table, Title, TotalRow
from desktop_app.forms.choice import frozen_conference, venues_of
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.people import unit_of
from desktop_app.forms.phrases import conference_words
from desktop_app.services import attendance
from desktop_app.services.rolls import roll
from desktop_app.services.store import Store

TITLE = "Danh sách khách mời, quần chúng dự học"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """`came` of so many half-days; None before anything is marked."""

    name: str
    born: str
    unit: str
    venue: str
    came: str
    member_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    conference: str
    guests: tuple[Guest, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = frozen_conference(store, subject)
    venues_of(store, found, subject)
    marks = attendance.sheet(store, found.id).marks
    rows = [row for row in roll(store, found.id, subject.venue_id) if row.kind is MemberKind.GUEST]

    def came(row: RollRow) -> str:
        given = [marks[day.id, row.member_id] for day in found.half_days if (day.id, row.member_id) in marks]
        present = sum(mark.status is MarkStatus.PRESENT for mark in given)
        return f"{present}/{len(found.half_days)} buổi" if given else ""

    return Sheet(
        paper=letterhead(store, subject),
        conference=found.name,
        guests=tuple(
            Guest(
                name=row.full_name,
                born=show_date(row.birth_date or ""),
                unit=row.position or unit_of(row),
                venue=row.venue or "",
                came=came(row),
                member_id=row.member_id,
            )
            for row in rows
        ),
    )


def compose(sheet: Sheet) -> Document:
    words = conference_words(sheet.conference)
    blocks: tuple[Block, ...] = (
        sheet.paper.head(),
        Title("DANH SÁCH", f"khách mời, quần chúng dự {words}"),
        *(_table(sheet.guests) if sheet.guests else [Paragraph("Không có khách mời, quần chúng dự học.")]),
        sheet.paper.list_closing(),
    )
    return sheet.paper.document(TITLE, blocks, words)


def _table(guests: tuple[Guest, ...]) -> list[Block]:
    columns = (
        Column("STT", mm=11, align=Align.CENTRE),
        Column("Họ và tên", mm=45),
        Column("Ngày sinh", mm=23, align=Align.CENTRE),
        Column("Đơn vị, chức vụ"),
        Column("Điểm cầu", mm=32),
        Column("Dự học", mm=20, align=Align.CENTRE),
    )
    rows = [Row((str(at), each.name, each.born, each.unit, each.venue, each.came)) for at, each in enumerate(guests, 1)]
    return [Table(columns=columns, rows=(*rows, TotalRow(f"Tổng số: {grouped(len(guests))} người", ("",) * 4)))]


FORM = Form(
    id="guest-list",
    title=TITLE,
    scopes=(Scope.CONFERENCE, Scope.VENUE),
    gather=gather,
    compose=compose,
    group="Triệu tập, hội nghị",
    people=lambda sheet: [guest.member_id for guest in sheet.guests],
)
