"""Triệu tập hội nghị: the notice (thông báo) and the letter (công văn) that call members to a conference.

For all, or for one cell or venue, which then reads its own place and number only.
"""

from collections.abc import Callable
from dataclasses import dataclass

from db.records import Conference, StudyRound, Venue
from db.values import MemberKind
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import (
    Addressee,
    Align,
    Block,
    BulletLine,
    Column,
    Document,
    Heading,
    LetterSubject,
    Level,
    Paragraph,
    Row,
    Signature,
    Table,
    Title,
)
from desktop_app.forms.choice import cell_name, the_conference, venues_of
from desktop_app.forms.conference_facts import half_day_said, topic_lines, venue_place
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import citation, conference_words, study_of, venue_words
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import organizations, rounds
from desktop_app.services.rolls import preview, roll
from desktop_app.services.store import Store

NOTICE = "Thông báo triệu tập hội nghị"
LETTER = "Công văn triệu tập hội nghị"
WORDS = (
    Wording(
        field="opening",
        caption="Câu mở đầu",
        text="{office} triệu tập cán bộ, đảng viên dự {conference} như sau:",
        names={"office": "tên đảng ủy", "conference": "tên hội nghị"},
    ),
    Wording(
        field="who",
        caption="Thành phần",
        text="Cán bộ, đảng viên có tên trong danh sách triệu tập{count}.",
        names={"count": "số người phải dự"},
    ),
    Wording(
        field="clothes",
        caption="Trang phục",
        text="Trang phục lịch sự; lực lượng vũ trang mặc trang phục theo quy định của ngành.",
        names={},
    ),
    Wording(
        field="demand",
        caption="Yêu cầu",
        text="Có mặt trước giờ khai mạc 15 phút, tham dự đầy đủ các buổi, mang theo tài liệu và sổ ghi chép. Trường "
        "hợp vắng mặt có lý do phải báo cáo bằng văn bản với chi ủy; chi ủy tổng hợp, gửi {office} trước ngày "
        "khai mạc.",
        names={"office": "tên đảng ủy"},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A venue with the cells that go there, as named."""

    venue: str
    cells: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`called` names the cell or venue that is called, empty for all; `count` is None before the roll is frozen."""

    paper: Letterhead
    texts: Texts
    round: StudyRound
    conference: Conference
    called: str
    count: int
    places: tuple[Place, ...]


def gather(form_id: str) -> Callable[[Store, Subject], Sheet]:
    def read(store: Store, subject: Subject) -> Sheet:
        found = the_conference(store, subject)
        venues = venues_of(store, found, subject)
        cell = cell_name(store, subject)
        at_venue = venue_words(venues[0]) if subject.venue_id is not None else ""
        return Sheet(
            paper=letterhead(store, subject),
            texts=texts(store, form_id, WORDS),
            round=rounds.study_round(store, found.round_id),
            conference=found,
            called=cell or at_venue,
            count=_count(store, found, subject),
            places=_places(store, venues, subject),
        )

    return read


def _count(store: Store, found: Conference, subject: Subject) -> int:
    """How many of those called must attend; as worked out today where the roll is not frozen yet."""
    if found.frozen_at is None:
        rows = [row for row in preview(store, found.id)[1] if subject.cell_id in (None, row.cell_id)]
        rows = [row for row in rows if subject.venue_id in (None, row.venue_id)]
    else:
        rows = roll(store, found.id, subject.venue_id, subject.cell_id)
    return sum(row.deduction is None and row.kind is not MemberKind.GUEST for row in rows)


def _places(store: Store, venues: list[Venue], subject: Subject) -> tuple[Place, ...]:
    """The venues that serve somebody called."""
    names = {cell_id: cell_title(name) for cell_id, name in organizations.cell_names(store)}

    def cells(venue: Venue) -> str:
        return ", ".join(names[each] for each in names if each in venue.cell_ids)

    wanted = [each for each in venues if subject.cell_id is None or subject.cell_id in each.cell_ids]
    return tuple(Place(venue=venue_place(each), cells=cells(each)) for each in wanted)


def compose_notice(sheet: Sheet) -> Document:
    summoned = conference_words(sheet.conference.name)
    blocks: tuple[Block, ...] = (
        sheet.paper.head(sheet.paper.symbol("TB")),
        Title("THÔNG BÁO", f"triệu tập {summoned}", reference=f"({sheet.called})" if sheet.called else ""),
        *_body(sheet),
    )
    return sheet.paper.document(NOTICE, blocks, summoned)


def compose_letter(sheet: Sheet) -> Document:
    summoned = conference_words(sheet.conference.name)
    blocks: tuple[Block, ...] = (
        sheet.paper.head(sheet.paper.symbol("CV")),
        LetterSubject(f"Về việc triệu tập {summoned}"),
        Addressee((sheet.called or "Các chi bộ trực thuộc",)),
        *_body(sheet),
    )
    return sheet.paper.document(LETTER, blocks, summoned)


def _body(sheet: Sheet) -> list[Block]:
    name = sheet.paper.office.name
    count = f" ({grouped(sheet.count)} đồng chí)" if sheet.count else ""
    said = sheet.texts.say
    return [
        *_grounds(sheet),
        Paragraph(said("opening", office=name, conference=conference_words(sheet.conference.name))),
        *_numbered(1, "Thời gian", [f"{half_day_said(each)}." for each in sheet.conference.half_days]),
        *_where(sheet),
        *_numbered(3, "Thành phần", [said("who", count=count)]),
        *_numbered(4, "Nội dung, báo cáo viên", topic_lines(sheet.conference)),
        *_numbered(5, "Trang phục", [said("clothes")]),
        *_numbered(6, "Yêu cầu", [said("demand", office=name)]),
        Signature(left=sheet.paper.recipients(), right=sheet.paper.committee()),
    ]


def _grounds(sheet: Sheet) -> list[Block]:
    cited = [citation(each) for each in sheet.round.documents]
    return [Paragraph(f"Thực hiện {cited[0]} và kế hoạch {study_of(sheet.round)};")] if cited else []


def _numbered(number: int, title: str, lines: list[str]) -> list[Block]:
    """“1. Thời gian” over its lines; one line stands on the same one, none says that it comes later."""
    if len(lines) < 2:
        return [Paragraph(f"{number}. {title}: {lines[0] if lines else 'có thông báo sau.'}")]
    return [Heading(f"{number}. {title}", level=Level.ITEM), *map(BulletLine, lines)]


def _where(sheet: Sheet) -> list[Block]:
    if len(sheet.places) < 2:
        at = sheet.places[0].venue if sheet.places else sheet.conference.place
        return _numbered(2, "Địa điểm", [f"{at}."] if at else [])
    columns = (Column("STT", mm=11, align=Align.CENTRE), Column("Điểm cầu"), Column("Chi bộ dự học"))
    rows = tuple(Row((str(at), each.venue, each.cells)) for at, each in enumerate(sheet.places, 1))
    return [Heading("2. Địa điểm", level=Level.ITEM), Table(columns=columns, rows=rows)]


def _form(form_id: str, title: str, kind: str, compose: Callable[[Sheet], Document]) -> Form[Sheet]:
    return Form(
        id=form_id,
        title=title,
        scopes=(Scope.CONFERENCE, Scope.VENUE, Scope.CELL),
        gather=gather(form_id),
        compose=compose,
        kind=kind,
        group="Triệu tập, hội nghị",
        words=WORDS,
    )


FORM = _form("summons", NOTICE, "TB", compose_notice)
LETTER_FORM = _form("summons-letter", LETTER, "CV", compose_letter)
