"""Giấy nhắc dự hội nghị: for each cell a page with when, where and whom it must bring."""

from dataclasses import dataclass

from db.records import Conference, RollRow, Venue
from db.values import MemberKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import (
    Addressee,
    Align,
    Block,
    Bookmark,
    BulletLine,
    Column,
    Document,
    PageBreak,
    Paragraph,
    Row,
    Signature,
    Table,
    Title,
)
from desktop_app.forms.choice import frozen_conference, venues_of
from desktop_app.forms.conference_facts import half_day_said, venue_place
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.people import by_heading
from desktop_app.forms.phrases import conference_words
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import conferences
from desktop_app.services.rolls import roll
from desktop_app.services.store import Store

TITLE = "Giấy nhắc dự hội nghị"
WORDS = (
    Wording(
        field="ask",
        caption="Câu nhắc",
        text="Đề nghị chi bộ nhắc {count} đồng chí có tên dưới đây dự {conference} đầy đủ, đúng giờ.",
        names={"count": "số người", "conference": "tên hội nghị"},
    ),
    Wording(
        field="absent",
        caption="Báo vắng",
        text="Trường hợp vắng mặt, chi ủy báo cáo lý do bằng văn bản trước ngày khai mạc.",
        names={},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`cells` are (cell, its people on the roll who must come)."""

    paper: Letterhead
    texts: Texts
    conference: Conference
    venues: dict[int, Venue]
    cells: tuple[tuple[str, tuple[RollRow, ...]], ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = frozen_conference(store, subject)
    venues_of(store, found, subject)
    rows = roll(store, found.id, subject.venue_id, subject.cell_id)
    come = [row for row in rows if row.deduction is None and row.kind is not MemberKind.GUEST]
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "reminder", WORDS),
        conference=found,
        venues={each.id: each for each in conferences.venues(store, found.id)},
        cells=by_heading(come, lambda row: cell_title(row.cell)),
    )


def compose(sheet: Sheet) -> Document:
    words = conference_words(sheet.conference.name)
    blocks: list[Block] = []
    for cell, people in sheet.cells:
        blocks += [PageBreak()] if blocks else []
        blocks += _cell(sheet, cell, people)
    if not blocks:
        blocks = [sheet.paper.head(), Title("GIẤY NHẮC", f"dự {words}"), Paragraph("Không có ai phải dự hội nghị.")]
    return sheet.paper.document(TITLE, tuple(blocks), words)


def _cell(sheet: Sheet, cell: str, people: tuple[RollRow, ...]) -> list[Block]:
    words, count = conference_words(sheet.conference.name), grouped(len(people))
    places = [venue_place(venue) for key, venue in sheet.venues.items() if any(row.venue_id == key for row in people)]
    at = "; ".join(places) or sheet.conference.place or ""
    columns = (
        Column("STT", mm=11, align=Align.CENTRE),
        Column("Họ và tên"),
        Column("Ngày sinh", mm=28, align=Align.CENTRE),
        Column("Ghi chú", mm=45),
    )
    rows = [Row((str(at), row.full_name, show_date(row.birth_date or ""), "")) for at, row in enumerate(people, 1)]
    return [
        Bookmark(cell),
        sheet.paper.head(),
        Title("GIẤY NHẮC", f"dự {words}", bookmark=cell),
        Addressee((cell,)),
        Paragraph(sheet.texts.say("ask", count=count, conference=words)),
        *(BulletLine(f"{half_day_said(each)}.") for each in sheet.conference.half_days),
        *([Paragraph(f"Địa điểm: {at}.")] if at else []),
        Paragraph(sheet.texts.say("absent"), keep_with_next=True),
        Table(columns=columns, rows=rows),
        Signature(right=sheet.paper.committee()),
    ]


FORM = Form(
    id="reminder",
    title=TITLE,
    scopes=(Scope.CONFERENCE, Scope.VENUE, Scope.CELL),
    gather=gather,
    compose=compose,
    group="Triệu tập, hội nghị",
    words=WORDS,
)
