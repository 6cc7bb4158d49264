"""Danh sách triệu tập: who must attend a conference, and how the number came about: all, less every deduction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from db.records import RollRow
from db.values import MemberKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Kind,
    Paragraph,
    Row,
    Signature,
    Table,
    Title,
    TotalRow,
)
from desktop_app.forms.choice import cell_name, frozen_conference, venues_of
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import ListColumn, cells, column, header, shown, wordings
from desktop_app.forms.people import by_heading, numbered, unit_of
from desktop_app.forms.phrases import conference_words, venue_words
from desktop_app.forms.wordings import Texts, texts
from desktop_app.services.rolls import RollTotals, add_up, count, roll
from desktop_app.services.store import Store

TITLE = "Danh sách triệu tập"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    born: str
    position: str
    unit: str
    venue: str
    reason: str


COLUMNS: tuple[ListColumn[Person], ...] = (
    column("name", "Họ và tên", attrgetter("name"), 50),
    column("born", "Ngày sinh", attrgetter("born"), 24, Kind.DATE),
    column("position", "Chức vụ", attrgetter("position")),
    column("note", "Ghi chú", attrgetter("reason"), 32),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`place` names the cell or venue of a part of the roll, empty for the whole."""

    paper: Letterhead
    texts: Texts
    conference: str
    place: str
    groups: tuple[tuple[str, tuple[Person, ...]], ...]
    guests: tuple[Person, ...]
    deducted: tuple[Person, ...]
    totals: RollTotals


def gather(store: Store, subject: Subject) -> Sheet:
    found = frozen_conference(store, subject)
    venues = venues_of(store, found, subject)
    rows = roll(store, found.id, subject.venue_id, subject.cell_id)
    members = [row for row in rows if row.kind is not MemberKind.GUEST]
    at_venue = venue_words(venues[0]) if subject.venue_id is not None else ""
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "roll", wordings(COLUMNS)),
        conference=found.name,
        place=", ".join(filter(None, (cell_name(store, subject), at_venue))),
        groups=by_heading(_people(row for row in members if row.deduction is None), _heading(bool(at_venue))),
        guests=_people(row for row in rows if row.kind is MemberKind.GUEST),
        deducted=_people(row for row in members if row.deduction is not None),
        totals=add_up(count(rows)),
    )


def _heading(one_venue: bool) -> Callable[[Person], str]:
    """The cell, with its venue where the list covers several."""
    return lambda person: person.unit if one_venue or not person.venue else f"{person.unit} – {person.venue}"


def _people(rows: Iterable[RollRow]) -> tuple[Person, ...]:
    return tuple(map(_person, rows))


def _person(row: RollRow) -> Person:
    why = word(row.deduction) if row.deduction else "Nơi khác đến sinh hoạt tạm thời" if row.hosted else ""
    return Person(
        name=row.full_name,
        born=show_date(row.birth_date or ""),
        position=row.position or "",
        unit=unit_of(row),
        venue=row.venue or "",
        reason=": ".join(filter(None, (why, row.reason))),
    )


def compose(sheet: Sheet) -> Document:
    summoned = conference_words(sheet.conference)
    blocks: list[Block] = [
        sheet.paper.head(),
        Title(
            "DANH SÁCH",
            f"triệu tập cán bộ, đảng viên tham dự {summoned}",
            reference=f"({sheet.place})" if sheet.place else "",
        ),
        *_summoned(sheet),
        *_apart("Khách mời, quần chúng dự học", sheet.guests, "Ghi chú"),
        *_apart("Đảng viên không thuộc diện phải dự", sheet.deducted, "Lý do"),
        Paragraph(_sum(sheet.totals), keep_with_next=True),
        Signature(left=sheet.paper.recipients(), right=sheet.paper.committee()),
    ]
    return sheet.paper.document(TITLE, tuple(blocks), summoned)


def _summoned(sheet: Sheet) -> list[Block]:
    if not sheet.groups:
        return [Paragraph("Không có đảng viên nào thuộc diện phải dự.")]
    columns = shown(COLUMNS, sheet.texts)
    total = TotalRow(f"Phải dự: {grouped(sheet.totals.must_attend)} đồng chí", ("",) * (len(columns) - 1))
    return [Table(columns=header(columns), rows=(*numbered(sheet.groups, cells(columns)), total))]


def _apart(title: str, people: Sequence[Person], last: str) -> list[Block]:
    """A table of those who do not count among the summoned members."""
    columns = (
        Column("STT", mm=11, align=Align.CENTRE),
        Column("Họ và tên", mm=50),
        Column("Ngày sinh", mm=24, align=Align.CENTRE),
        Column("Chi bộ"),
        Column(last),
    )
    rows = tuple(Row((str(at), each.name, each.born, each.unit, each.reason)) for at, each in enumerate(people, 1))
    return [Heading(f"{title}: {grouped(len(people))} người"), Table(columns=columns, rows=rows)] if people else []


def _sum(totals: RollTotals) -> str:
    """“Tổng số đảng viên 60, trừ miễn sinh hoạt 3 … Số phải dự: 55.”"""
    less = (
        (totals.exempt, "miễn sinh hoạt"),
        (totals.away, "sinh hoạt tạm thời nơi khác"),
        (totals.other, "giảm vì lý do khác"),
    )
    steps = "".join(f" – {grouped(count)} ({why})" for count, why in less if count)
    more = f" + {grouped(totals.hosted)} (nơi khác đến sinh hoạt tạm thời)" if totals.hosted else ""
    guests = f" Khách mời, quần chúng dự học (tính riêng): {grouped(totals.guests)}." if totals.guests else ""
    must = grouped(totals.must_attend)
    return f"Số phải dự: {grouped(totals.total)} (tổng số đảng viên){steps}{more} = {must} đồng chí.{guests}"


FORM = Form(
    id="roll",
    title=TITLE,
    scopes=(Scope.CONFERENCE, Scope.VENUE, Scope.CELL),
    gather=gather,
    compose=compose,
    words=wordings(COLUMNS),
)
