"""Danh sách bài thu hoạch gửi cấp trên: the newest list sent on in a round, with its counts and results."""

from collections import Counter
from dataclasses import dataclass

from db.essay_records import Forwarding
from db.records import Essay, RollRow, StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import Align, Block, Column, Document, Kind, Paragraph, Table, Title, TotalRow
from desktop_app.forms.choice import summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import NUMBER
from desktop_app.forms.people import by_heading, numbered
from desktop_app.forms.phrases import day, listed, study_of
from desktop_app.services import essay_forwarding, essays
from desktop_app.services.store import Store

TITLE = "Danh sách bài thu hoạch gửi cấp trên"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    round: StudyRound
    sent: Forwarding
    people: tuple[tuple[RollRow, Essay], ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    sent = next(iter(essay_forwarding.forwardings(store, found.id)), None)
    if sent is None:
        raise Refusal("Đợt học tập chưa có danh sách bài gửi cấp trên; hãy lập danh sách gửi trong Thu hoạch.")
    some = essay_forwarding.forwarded_members(store, sent.id)
    told = essays.standings(store, found.id, member_ids=some)
    return Sheet(
        paper=letterhead(store, subject),
        round=found,
        sent=sent,
        people=tuple((each.standing.row, each.last) for each in told if each.last is not None),
    )


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.round)
    attached = f"(kèm theo Công văn số {sheet.sent.document_no})" if sheet.sent.document_no else ""
    blocks: tuple[Block, ...] = (
        sheet.paper.head(),
        Title("DANH SÁCH", f"bài thu hoạch đợt {study}", reference=attached),
        Paragraph(_intro(sheet)),
        _table(sheet),
        sheet.paper.list_closing(),
    )
    return sheet.paper.document(TITLE, blocks, study)


def _intro(sheet: Sheet) -> str:
    results = Counter(essay.result for _, essay in sheet.people if essay.result)
    said = listed([f"{word(result).lower()}: {grouped(count)}" for result, count in results.items()])
    told = f" ({said})" if said else ""
    return (
        f"{sheet.paper.office.name} gửi {sheet.sent.recipient} ngày {day(sheet.sent.forwarded_on)} "
        f"{grouped(len(sheet.people))} bài thu hoạch{told}."
    )


def _table(sheet: Sheet) -> Table:
    columns = (
        NUMBER,
        Column("Họ và tên", mm=48),
        Column("Ngày nộp", mm=25, align=Align.CENTRE, kind=Kind.DATE),
        Column("Điểm", mm=18, align=Align.CENTRE),
        Column("Kết quả"),
        Column("Người chấm", mm=38),
    )
    rows = numbered(by_heading(sheet.people, lambda each: cell_title(each[0].cell)), _cells, unit="bài")
    total = TotalRow(f"Tổng số: {grouped(len(sheet.people))} bài", ("",) * 4)
    return Table(columns=columns, rows=(*rows, total))


def _cells(each: tuple[RollRow, Essay]) -> tuple[str, ...]:
    row, essay = each
    result = word(essay.result) if essay.result else ""
    return row.full_name, show_date(essay.received_on), essay.score or "", result, essay.marked_by or ""


FORM = Form(
    id="forwarding-list",
    title=TITLE,
    scopes=(Scope.ROUND,),
    gather=gather,
    compose=compose,
    group="Bài thu hoạch",
    whole=True,
    people=lambda sheet: [row.member_id for row, _ in sheet.people],
)
