"""Giấy mời dự hội nghị: one page for each person, the guests of a conference unless someone else is chosen."""

from dataclasses import dataclass

from db.records import Conference, RollRow, Venue
from db.values import MemberKind
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import (
    Block,
    Bookmark,
    Document,
    PageBreak,
    Paragraph,
    Recipients,
    Signature,
    Span,
    Title,
)
from desktop_app.forms.choice import frozen_conference, venues_of
from desktop_app.forms.conference_facts import half_day_said, venue_place
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.people import unit_of
from desktop_app.forms.phrases import conference_words, lowered
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import conferences
from desktop_app.services.rolls import roll
from desktop_app.services.store import Store

TITLE = "Giấy mời dự hội nghị"
NO_GUESTS = "Hội nghị không có khách mời; hãy chọn một đảng viên, chi bộ hoặc điểm cầu để in giấy mời."
NOT_ON_THE_ROLL = (
    "Người này không có trong danh sách triệu tập của hội nghị; hãy chọn người khác hoặc thêm vào danh sách."
)
WORDS = (
    Wording(
        field="call",
        caption="Câu mời",
        text="{office} trân trọng kính mời {address} tới dự {conference}.",
        names={"office": "tên đảng ủy", "address": "đồng chí hoặc ông (bà)", "conference": "tên hội nghị"},
    ),
    Wording(
        field="close",
        caption="Câu kết",
        text="Rất mong {address} thu xếp thời gian tới dự đầy đủ.",
        names={"address": "đồng chí hoặc ông (bà)"},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """`address` is “đồng chí” for members, “ông (bà)” for others."""

    name: str
    address: str
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
    alone = subject.member_id is not None
    rows = roll(store, found.id) if alone else roll(store, found.id, subject.venue_id, subject.cell_id)
    chosen = [row for row in rows if _wanted(row, subject)]
    if not chosen:
        raise Refusal(NOT_ON_THE_ROLL if alone else NO_GUESTS)
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
        address="ông (bà)" if row.kind is MemberKind.GUEST else "đồng chí",
        unit=row.position or unit_of(row),
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
    topics, unit = _topics(sheet.conference), Span(f", {guest.unit}")
    return [
        Bookmark(guest.name),
        sheet.paper.head(sheet.paper.symbol("GM")),
        Title("GIẤY MỜI", f"dự {invited}", bookmark=guest.name),
        Paragraph((Span("Kính gửi: ", italic=True), Span(f"{guest.address} {guest.name}", bold=True), unit)),
        Paragraph(sheet.texts.say("call", office=sheet.paper.office.name, address=guest.address, conference=invited)),
        Paragraph(f"Thời gian: {'; '.join(lowered(half_day_said(each)) for each in sheet.conference.half_days)}."),
        Paragraph(f"Địa điểm: {guest.place}."),
        *([Paragraph(f"Nội dung: {'; '.join(topics)}.")] if topics else []),
        Paragraph(sheet.texts.say("close", address=guest.address)),
        Signature(left=Recipients(("Như kính gửi", "Lưu Văn phòng Đảng ủy")), right=sheet.paper.committee()),
    ]


def _topics(held: Conference) -> list[str]:
    """What is heard, once each; when and from whom the programme says."""
    return list(dict.fromkeys(topic.title.rstrip(" .;") for each in held.half_days for topic in each.topics))


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
