"""Giấy mời dự hội nghị: one page for each person, the guests of a conference unless someone else is chosen."""

from dataclasses import dataclass

from db.records import Conference, RollRow, Venue
from db.values import MemberKind
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Block, Bookmark, BulletLine, Document, PageBreak, Paragraph, Signature, Span, Title
from desktop_app.forms.choice import frozen_conference, venues_of
from desktop_app.forms.conference_facts import half_day_said, topic_lines, venue_place
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import conference_words
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import conferences
from desktop_app.services.rolls import roll
from desktop_app.services.store import Store

TITLE = "Giấy mời dự hội nghị"
WORDS = (
    Wording(
        field="call",
        caption="Câu mời",
        text="{office} trân trọng kính mời đồng chí tới dự {conference}.",
        names={"office": "tên đảng ủy", "conference": "tên hội nghị"},
    ),
    Wording(
        field="close",
        caption="Câu kết",
        text="Rất mong đồng chí thu xếp thời gian tới dự đầy đủ.",
        names={},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    name: str
    unit: str
    place: str
    member_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    texts: Texts
    conference: Conference
    guests: tuple[Guest, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = frozen_conference(store, subject)
    venues_of(store, found, subject)
    venues = {each.id: each for each in conferences.venues(store, found.id)}
    rows = roll(store, found.id, subject.venue_id, subject.cell_id)
    chosen = [row for row in rows if _wanted(row, subject)]
    if not chosen:
        raise Refusal("Hội nghị không có khách mời; hãy chọn một đảng viên, chi bộ hoặc điểm cầu để in giấy mời.")
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "invitation", WORDS),
        conference=found,
        guests=tuple(_guest(row, found, venues) for row in chosen),
    )


def _wanted(row: RollRow, subject: Subject) -> bool:
    """The person chosen; else everyone to come of the cell or venue chosen; else the guests."""
    if subject.member_id is not None:
        return row.member_id == subject.member_id
    if subject.cell_id is not None or subject.venue_id is not None:
        return row.deduction is None
    return row.kind is MemberKind.GUEST


def _guest(row: RollRow, found: Conference, venues: dict[int, Venue]) -> Guest:
    venue = venues.get(row.venue_id or 0)
    return Guest(
        name=row.full_name,
        unit=row.position or cell_title(row.cell),
        place=venue_place(venue) if venue else found.place or "có thông báo sau",
        member_id=row.member_id,
    )


def compose(sheet: Sheet) -> Document:
    blocks: list[Block] = []
    for guest in sheet.guests:
        blocks += [PageBreak()] if blocks else []
        blocks += _page(sheet, guest)
    return sheet.paper.document(TITLE, tuple(blocks), conference_words(sheet.conference.name))


def _page(sheet: Sheet, guest: Guest) -> list[Block]:
    invited = conference_words(sheet.conference.name)
    topics, unit = topic_lines(sheet.conference), Span(f", {guest.unit}")
    return [
        Bookmark(guest.name),
        sheet.paper.head(sheet.paper.symbol("GM")),
        Title("GIẤY MỜI", f"dự {invited}", bookmark=guest.name),
        Paragraph((Span("Kính gửi: ", italic=True), Span(f"đồng chí {guest.name}", bold=True), unit)),
        Paragraph(sheet.texts.say("call", office=sheet.paper.office.name, conference=invited)),
        Paragraph("Thời gian:", keep_with_next=True),
        *(BulletLine(f"{half_day_said(each)}.") for each in sheet.conference.half_days),
        Paragraph(f"Địa điểm: {guest.place}."),
        *([Paragraph("Nội dung:", keep_with_next=True)] if topics else []),
        *map(BulletLine, topics),
        Paragraph(sheet.texts.say("close")),
        Signature(left=sheet.paper.recipients(), right=sheet.paper.committee()),
    ]


FORM = Form(
    id="invitation",
    title=TITLE,
    scopes=(Scope.CONFERENCE, Scope.VENUE, Scope.CELL, Scope.MEMBER),
    gather=gather,
    compose=compose,
    kind="GM",
    group="Triệu tập, hội nghị",
    words=WORDS,
    people=lambda sheet: [guest.member_id for guest in sheet.guests],
)
