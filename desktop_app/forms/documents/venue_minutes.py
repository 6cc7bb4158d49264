"""Biên bản hội nghị tại điểm cầu: who came of how many, who did not and why, what happened (Hướng dẫn 26-HD/VPTW).

What only those present can say is left as lines of dots.
"""

from dataclasses import dataclass

from db.day_records import DiaryEntry, HeadCount
from db.records import Conference, HalfDay, Mark, RollRow, Venue
from db.values import MarkStatus, MemberKind
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import (
    Align,
    Block,
    Bookmark,
    BulletLine,
    Column,
    Document,
    FillLine,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Signature,
    Signer,
    Table,
    Title,
)
from desktop_app.forms.choice import frozen_conference, venues_of
from desktop_app.forms.conference_facts import half_day_said, hour, topic_lines
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import BY_HAND, Letterhead, letterhead
from desktop_app.forms.phrases import comrade, conference_words, half_day, lowered, share, venue_words
from desktop_app.services import attendance, venue_diary
from desktop_app.services.store import Store

TITLE = "Biên bản hội nghị tại điểm cầu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One half-day at a venue: how many members must come, came; guests who came; counts without names."""

    half_day: HalfDay
    must: int
    present: int
    guests: int
    heads: tuple[HeadCount, ...]
    absent: tuple[tuple[RollRow, Mark], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    venue: Venue
    came: tuple[Came, ...]
    diary: tuple[DiaryEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    conference: Conference
    minutes: tuple[Minutes, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = frozen_conference(store, subject)
    venues = venues_of(store, found, subject)
    return Sheet(
        paper=letterhead(store, subject),
        conference=found,
        minutes=tuple(_minutes(store, found, venue) for venue in venues),
    )


def _minutes(store: Store, found: Conference, venue: Venue) -> Minutes:
    sheet = attendance.sheet(store, found.id, venue.id)
    heads = venue_diary.head_counts(store, found.id, venue.id)
    return Minutes(
        venue=venue,
        came=tuple(
            _came(day, sheet, tuple(each for each in heads if each.half_day_id == day.id)) for day in found.half_days
        ),
        diary=tuple(venue_diary.diary(store, found.id, venue.id)),
    )


def _came(day: HalfDay, sheet: attendance.Sheet, heads: tuple[HeadCount, ...]) -> Came:
    def status(row: RollRow) -> MarkStatus | None:
        mark = sheet.marks.get((day.id, row.member_id))
        return None if mark is None else mark.status

    must = [row for row in sheet.rows if row.kind is not MemberKind.GUEST and row.deduction is None]
    guests = [row for row in sheet.rows if row.kind is MemberKind.GUEST]
    away = (MarkStatus.ABSENT, MarkStatus.ABSENT_EXCUSED, MarkStatus.ABSENT_UNEXCUSED)
    return Came(
        half_day=day,
        must=len(must),
        present=sum(status(row) is MarkStatus.PRESENT for row in must),
        guests=sum(status(row) is MarkStatus.PRESENT for row in guests),
        heads=heads,
        absent=tuple((row, sheet.marks[day.id, row.member_id]) for row in must if status(row) in away),
    )


def compose(sheet: Sheet) -> Document:
    words = conference_words(sheet.conference.name)
    blocks: list[Block] = []
    for each in sheet.minutes:
        blocks += [PageBreak()] if blocks else []
        blocks += _of_venue(sheet, each)
    if not blocks:
        blocks = [sheet.paper.head(), Title("BIÊN BẢN", words), Paragraph("Hội nghị chưa có điểm cầu nào.")]
    return sheet.paper.document(TITLE, tuple(blocks), words)


def _of_venue(sheet: Sheet, minutes: Minutes) -> list[Block]:
    held, venue = sheet.conference, minutes.venue
    chair, name = venue.person_in_charge or held.chair, venue_words(venue)
    return [
        Bookmark(name),
        sheet.paper.head(sheet.paper.symbol("BB")),
        Title(
            "BIÊN BẢN", conference_words(held.name), reference=f"({venue_words(venue)})", bookmark=venue_words(venue)
        ),
        Heading("I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"),
        *(BulletLine(f"{half_day_said(each)}.") for each in held.half_days),
        FillLine("Địa điểm:", venue.place or venue.name),
        FillLine("Chủ trì:", comrade(chair) if chair else ""),
        FillLine("Thư ký:"),
        *([Paragraph(f"Cấp trên theo dõi: {comrade(venue.follower)}.")] if venue.follower else []),
        *(BulletLine(_said(each)) for each in minutes.came),
        *_absences(minutes),
        Heading("II. DIỄN BIẾN"),
        *map(BulletLine, topic_lines(held)),
        *(BulletLine(_noted(each)) for each in minutes.diary),
        FillLine("Ý kiến thảo luận:", more=2),
        Heading("III. KẾT LUẬN"),
        FillLine("", more=2),
        Paragraph(_end(held)),
        Signature(left=Signer(authority="NGƯỜI GHI BIÊN BẢN", hint=BY_HAND), right=_chair(minutes)),
    ]


def _chair(minutes: Minutes) -> Signer:
    return Signer(authority="CHỦ TRÌ HỘI NGHỊ", hint=BY_HAND, name=minutes.venue.person_in_charge or "")


def _said(came: Came) -> str:
    """“Sáng 27/3: có mặt 45/50 đảng viên phải dự, đạt 90,00 %; khách mời 2; Hội viên nông dân (không ghi tên) 12.”"""
    parts = [f"có mặt {share(came.present, came.must, 'đảng viên phải dự')}"]
    parts += [f"khách mời, quần chúng có tên: {grouped(came.guests)}"] if came.guests else []
    parts += [f"{lowered(each.people)} (không ghi tên): {grouped(each.count)}" for each in came.heads]
    return f"{half_day(came.half_day)}: {'; '.join(parts)}."


def _absences(minutes: Minutes) -> list[Block]:
    """Whoever missed a half-day, once, with the half-days and why."""
    missed: dict[RollRow, list[tuple[HalfDay, Mark]]] = {}
    for came in minutes.came:
        for row, mark in came.absent:
            missed.setdefault(row, []).append((came.half_day, mark))
    if not missed:
        return []
    columns = (
        Column("STT", mm=11, align=Align.CENTRE),
        Column("Họ và tên", mm=45),
        Column("Chi bộ"),
        Column("Buổi vắng", mm=42),
        Column("Lý do", mm=32),
    )
    rows = [Row((str(at), *_absent(row, given))) for at, (row, given) in enumerate(missed.items(), 1)]
    said = Paragraph(f"Vắng mặt ({grouped(len(rows))} đồng chí):", keep_with_next=True)
    return [said, Table(columns=columns, rows=rows)]


def _absent(row: RollRow, given: list[tuple[HalfDay, Mark]]) -> tuple[str, ...]:
    days = ", ".join(half_day(held) for held, _ in given)
    why = ", ".join(dict.fromkeys(mark.reason or lowered(word(mark.status)) for _, mark in given))
    return row.full_name, cell_title(row.cell), days, why


def _noted(entry: DiaryEntry) -> str:
    """“7 giờ 35, đường truyền: ổn định.”"""
    at = entry.happened_at[11:16]
    return f"{hour(at) if at else ''}, {lowered(word(entry.kind))}: {entry.text.rstrip('.')}.".lstrip(", ")


def _end(held: Conference) -> str:
    last = held.half_days[-1] if held.half_days else None
    at = hour(last.ends_at) if last is not None and last.ends_at else "........ giờ"
    return f"Hội nghị kết thúc lúc {at} cùng ngày. Biên bản đã được đọc lại cho những người dự nghe và nhất trí."


FORM = Form(
    id="venue-minutes",
    title=TITLE,
    scopes=(Scope.CONFERENCE, Scope.VENUE),
    gather=gather,
    compose=compose,
    kind="BB",
    group="Triệu tập, hội nghị",
)
