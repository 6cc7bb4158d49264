"""Phiếu thông tin đảng viên: one person as the register knows them: facts, what is owed, the line of life."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.dates import show_date
from desktop_app.domain.masking import masked
from desktop_app.domain.names import cell_title
from desktop_app.domain.words import word
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    FillLine,
    Heading,
    Kind,
    Paragraph,
    Row,
    Table,
    Title,
)
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import day
from desktop_app.services.person import Owed, PersonFacts, person_facts
from desktop_app.services.store import Store

TITLE = "Phiếu thông tin đảng viên"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Numbers are masked: whoever needs them in full looks them up, which is written down."""

    paper: Letterhead
    facts: PersonFacts


def gather(store: Store, subject: Subject) -> Sheet:
    return Sheet(paper=letterhead(store, subject), facts=person_facts(store, subject.need(Scope.MEMBER), changes=0))


def compose(sheet: Sheet) -> Document:
    person = sheet.facts.person
    cell = cell_title(person.cell) if person.cell else "Chưa thuộc chi bộ nào"
    on = day(sheet.paper.on.isoformat())
    blocks: tuple[Block, ...] = (
        sheet.paper.head(),
        Title("PHIẾU THÔNG TIN", f"đảng viên {person.full_name}", reference=f"({cell}, tính đến ngày {on})"),
        *(FillLine(f"{what}:", said or "–") for what, said in _known(sheet.facts)),
        Heading("Còn phải thực hiện"),
        *_owed(sheet.facts.owed),
        Heading("Quá trình"),
        *_events(sheet.facts),
        sheet.paper.list_closing("NGƯỜI LẬP PHIẾU"),
    )
    return sheet.paper.document(TITLE, blocks, person.full_name)


def _known(facts: PersonFacts) -> tuple[tuple[str, str], ...]:
    person = masked(facts.person)
    return (
        ("Họ và tên", person.full_name),
        ("Tên gọi khác", person.other_name or ""),
        ("Mã đảng viên", person.code),
        ("Ngày sinh", show_date(person.birth_date or "")),
        ("Giới tính", word(person.gender) if person.gender else ""),
        ("Số thẻ đảng viên", person.party_card_no or ""),
        ("Số định danh cá nhân", person.citizen_id or ""),
        ("Ngày vào Đảng", show_date(person.admitted_on or "")),
        ("Ngày chính thức", show_date(person.official_on or "")),
        ("Loại", word(person.kind) if person.kind else ""),
        ("Trạng thái", word(person.status) if person.status else ""),
        ("Chức vụ", person.position or ""),
        ("Ghi chú", person.note or ""),
    )


def _owed(owed: Iterable[Owed]) -> list[Block]:
    lines = [Paragraph(f"{each.round_name}: {'; '.join(_debts(each))}.") for each in owed]
    return [*lines] if lines else [Paragraph("Không còn việc phải thực hiện trong các đợt học tập.")]


def _debts(each: Owed) -> list[str]:
    study = f", hạn ngày {day(each.study_by)}" if each.study_by else ""
    said = [f"học bù {each.half_days} buổi{study}"] if each.half_days else []
    if each.essay is not None:
        by = f", hạn ngày {day(each.essay_by)}" if each.essay_by else ""
        said.append(f"bài thu hoạch: {word(each.essay).lower()}{by}")
    return said


def _events(facts: PersonFacts) -> list[Block]:
    if not facts.events:
        return [Paragraph("Chưa ghi nhận việc nào.")]
    columns = (
        Column("Ngày", mm=26, align=Align.CENTRE, kind=Kind.DATE),
        Column("Nội dung"),
        Column("Số văn bản", mm=38),
    )
    rows = [Row((show_date(each.on) if each.on else "", each.text, each.paper or "")) for each in facts.events]
    return [Table(columns=columns, rows=rows)]


FORM = Form(
    id="person-sheet",
    title=TITLE,
    scopes=(Scope.MEMBER,),
    gather=gather,
    compose=compose,
    group="Đảng viên, tổ chức",
    people=lambda sheet: [sheet.facts.person.id],
)
