"""Báo cáo nhanh: one conference as it went, half-day by half-day, on the evening of the day itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.day_records import DiaryEntry, HeadCount
from db.records import Conference, HalfDay, StudyRound, Venue
from db.values import DiaryKind, MarkStatus, MemberKind
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.attendance_words import counts
from desktop_app.forms.blocks import (
    Align,
    Block,
    BulletLine,
    Column,
    Document,
    FillLine,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
    Title,
)
from desktop_app.forms.choice import frozen_conference
from desktop_app.forms.conference_facts import days_said, place_said, topic_lines
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import comrade, conference_words, day, half_day, lowered, rate, venue_words
from desktop_app.services import attendance, conferences, rounds, venue_diary
from desktop_app.services.rolls import RollTotals, add_up, count, roll
from desktop_app.services.store import Store

TITLE = "Báo cáo nhanh hội nghị"


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """The members of the roll at one half-day, by mark; None = not marked; and the guests who came."""

    half_day: HalfDay
    members: Mapping[MarkStatus | None, int]
    guests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    round: StudyRound
    conference: Conference
    venues: tuple[Venue, ...]
    totals: RollTotals
    came: tuple[Came, ...]
    diary: tuple[DiaryEntry, ...]
    heads: tuple[HeadCount, ...]
    named: tuple[int, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = frozen_conference(store, subject)
    rows, sheet = roll(store, found.id), attendance.sheet(store, found.id)
    return Sheet(
        paper=letterhead(store, subject),
        round=rounds.study_round(store, found.round_id),
        conference=found,
        venues=tuple(conferences.venues(store, found.id)),
        totals=add_up(count(rows)),
        came=tuple(_came(each, sheet) for each in found.half_days),
        diary=tuple(venue_diary.diary(store, found.id)),
        heads=tuple(venue_diary.head_counts(store, found.id)),
        named=tuple(row.member_id for row in rows),
    )


def _came(held: HalfDay, sheet: attendance.Sheet) -> Came:
    members: dict[MarkStatus | None, int] = dict.fromkeys([*MarkStatus, None], 0)
    guests = 0
    for row in sheet.rows:
        mark = sheet.marks.get((held.id, row.member_id))
        status = None if mark is None else mark.status
        if row.kind is MemberKind.GUEST:
            guests += status is MarkStatus.PRESENT
        elif row.deduction is None:
            members[status] += 1
    return Came(half_day=held, members=members, guests=guests)


def compose(sheet: Sheet) -> Document:
    found = sheet.conference
    words = conference_words(found.name)
    where = place_said(found, sheet.venues)
    blocks: tuple[Block, ...] = (
        sheet.paper.head(sheet.paper.symbol("BC")),
        Title("BÁO CÁO", f"nhanh kết quả {words}"),
        Paragraph(f"{sheet.paper.office.name} báo cáo nhanh kết quả {words} như sau:"),
        Heading("1. Thời gian, địa điểm, nội dung"),
        *([BulletLine(f"Thời gian: {days_said(found)}.")] if found.half_days else []),
        *([BulletLine(f"Địa điểm: {where}.")] if where else []),
        *([BulletLine(f"Chủ trì: {comrade(found.chair)}.")] if found.chair else []),
        *map(BulletLine, topic_lines(found)),
        Heading("2. Số người dự"),
        Paragraph(_roll(sheet.totals)),
        _table(sheet),
        *_unnamed(sheet),
        Heading("3. Đường truyền, diễn biến tại các điểm cầu"),
        *_happened(sheet),
        Heading("4. Đánh giá chung, kiến nghị"),
        FillLine("", more=2),
        Signature(left=sheet.paper.recipients(), right=sheet.paper.committee()),
    )
    return sheet.paper.document(TITLE, blocks, words)


def _roll(totals: RollTotals) -> str:
    less = counts(
        (totals.exempt, "miễn sinh hoạt"),
        (totals.away, "sinh hoạt tạm thời nơi khác"),
        (totals.other, "lý do khác"),
    )
    off = f", trừ {less}" if less else ""
    hosted = f", cộng {grouped(totals.hosted)} đồng chí nơi khác đến sinh hoạt tạm thời" if totals.hosted else ""
    return f"Tổng số đảng viên {grouped(totals.total)}{off}{hosted}; phải dự {grouped(totals.must_attend)} đồng chí."


def _table(sheet: Sheet) -> Table:
    right = Align.RIGHT
    columns = (
        Column("Buổi"),
        Column("Có mặt", mm=17, align=right),
        Column("Tỷ lệ (%)", mm=18, align=right),
        Column("Vắng có lý do", mm=20, align=right),
        Column("Vắng không lý do", mm=21, align=right),
        Column("Vắng, chưa rõ", mm=20, align=right),
        Column("Chưa điểm danh", mm=20, align=right),
        Column("Khách mời", mm=20, align=right),
    )
    return Table(columns=columns, rows=tuple(_row(each) for each in sheet.came))


def _row(came: Came) -> Row:
    told = came.members
    present = told[MarkStatus.PRESENT]
    rest = (MarkStatus.ABSENT_EXCUSED, MarkStatus.ABSENT_UNEXCUSED, MarkStatus.ABSENT, None)
    share = rate(present, sum(told.values())).rstrip("\u00a0%")
    others = (grouped(told[status]) for status in rest)
    return Row((half_day(came.half_day), grouped(present), share, *others, grouped(came.guests)))


def _unnamed(sheet: Sheet) -> list[Block]:
    """People counted without names stand apart and are never added to the marks."""
    kinds: dict[str, dict[int, int]] = {}
    for each in sheet.heads:
        by_half_day = kinds.setdefault(each.people, {})
        by_half_day[each.half_day_id] = by_half_day.get(each.half_day_id, 0) + each.count
    said = [f"{lowered(people)}: buổi đông nhất {grouped(max(told.values()))} người" for people, told in kinds.items()]
    return [Paragraph(f"Ngoài ra có người dự không ghi tên (tính riêng): {'; '.join(said)}.")] if said else []


def _happened(sheet: Sheet) -> list[Block]:
    names = {venue.id: venue_words(venue) for venue in sheet.venues}
    told = [each for each in sheet.diary if each.kind in (DiaryKind.LINE, DiaryKind.INCIDENT)]
    lines = [
        f"{names[each.venue_id]} ({lowered(word(each.kind))}, ngày {day(each.happened_at[:10])}): "
        f"{each.text.rstrip(' .')}."
        for each in told
    ]
    return [*map(BulletLine, lines)] if lines else [FillLine("Chất lượng đường truyền:", more=1)]


FORM = Form(
    id="quick-report",
    title=TITLE,
    scopes=(Scope.CONFERENCE,),
    gather=gather,
    compose=compose,
    kind="BC",
    group="Kế hoạch, báo cáo",
    people=lambda sheet: sheet.named,
)
