"""Sổ danh sách đảng viên, with the fourteen columns of Mẫu 7-HSĐV.

What the program keeps is filled in; origin, ethnicity, religion, schooling and trade are kept nowhere and stay blank.
"""

from dataclasses import dataclass

from db.records import Member
from db.values import MemberKind, MemberStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    Note,
    Orientation,
    Paragraph,
    Table,
    Title,
    TotalRow,
)
from desktop_app.forms.choice import cell_name
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.people import by_heading, numbered
from desktop_app.forms.phrases import day
from desktop_app.services import members, registers
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store

TITLE = "Sổ danh sách đảng viên (Mẫu 7-HSĐV)"
GONE = (MemberStatus.DECEASED, MemberStatus.LEFT)
COLUMNS = (
    Column("Số TT", mm=9, align=Align.CENTRE),
    Column("Họ và tên; họ tên khai sinh", mm=34),
    Column("Nam, nữ; dân tộc; tôn giáo", mm=15, align=Align.CENTRE),
    Column("Quê quán", mm=16),
    Column("Trình độ văn hóa, lý luận, chuyên môn, ngoại ngữ", mm=20),
    Column("Nghề nghiệp trước khi vào Đảng; hiện nay", mm=18),
    Column("Ngày vào Đảng; ngày chính thức", mm=21, align=Align.CENTRE),
    Column("Số thẻ đảng viên; số lý lịch; số Huy hiệu Đảng", mm=25, align=Align.CENTRE),
    Column("Bộ đội, công an, hưu trí", mm=12),
    Column("Ngày chuyển đi, đến đảng bộ cơ sở nào", mm=17),
    Column("Ngày chuyển đến, từ đảng bộ cơ sở nào", mm=24),
    Column("Ngày từ trần, lý do", mm=14),
    Column("Ngày ra khỏi Đảng, hình thức", mm=14),
    Column("Ghi chú"),
)
NUMBERS = tuple(f"({at})" for at in range(1, len(COLUMNS) + 1))
KEPT_NOWHERE = (
    "Các cột chương trình không lưu (quê quán, dân tộc, tôn giáo, trình độ, nghề nghiệp) để trống, ghi tay khi cần."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    cell: str
    people: tuple[Member, ...]
    arrived: dict[int, tuple[str, str]]


def gather(store: Store, subject: Subject) -> Sheet:
    paper = letterhead(store, subject)
    on = paper.on.isoformat()
    wanted = MemberFilter(cell_id=subject.cell_id, on=on, order="cell")
    known = members.page(store, members.list_ids(store, wanted), on)
    people = [each for each in known if each.status not in GONE and each.kind is not MemberKind.GUEST]
    return Sheet(
        paper=paper,
        cell=cell_name(store, subject),
        people=tuple(people),
        arrived=registers.arrivals(store, [each.id for each in people], on),
    )


def compose(sheet: Sheet) -> Document:
    reference = f"({sheet.cell})" if sheet.cell else ""
    blocks: tuple[Block, ...] = (
        sheet.paper.head(),
        Title("SỔ DANH SÁCH ĐẢNG VIÊN", f"tính đến ngày {day(sheet.paper.on.isoformat())}", reference=reference),
        *_table(sheet),
        sheet.paper.list_closing("NGƯỜI LẬP SỔ"),
    )
    return sheet.paper.document(TITLE, blocks, sheet.cell, Orientation.LANDSCAPE)


def _table(sheet: Sheet) -> list[Block]:
    if not sheet.people:
        return [Paragraph("Chưa có đảng viên nào.")]
    groups = by_heading(sheet.people, lambda each: cell_title(each.cell) if each.cell else "Chưa thuộc chi bộ nào")
    rows = numbered(groups, lambda each: _cells(each, sheet.arrived), headed=not sheet.cell)
    total = TotalRow(f"Tổng số: {grouped(len(sheet.people))} đảng viên", ("",) * 10, span=4)
    return [Table(columns=COLUMNS, rows=(*rows, total), numbers=NUMBERS, size=10), Note(KEPT_NOWHERE)]


def _cells(each: Member, arrived: dict[int, tuple[str, str]]) -> tuple[str, ...]:
    came = arrived.get(each.id)
    return (
        "\n".join(filter(None, (each.full_name, each.other_name))),
        word(each.gender) if each.gender else "",
        "",
        "",
        "",
        "\n".join(show_date(on) for on in (each.admitted_on, each.official_on) if on),
        "\n".join(filter(None, (each.party_card_no, each.old_party_card_no))),
        "",
        "",
        f"{show_date(came[0])}, {came[1]}" if came else "",
        "",
        "",
        "; ".join(filter(None, (_status(each), each.note))),
    )


def _status(each: Member) -> str:
    """What is not the ordinary case."""
    kind = word(each.kind) if each.kind is MemberKind.PROBATIONARY else ""
    status = word(each.status) if each.status and each.status is not MemberStatus.ACTIVE else ""
    return "; ".join(filter(None, (kind, status)))


FORM = Form(
    id="member-register",
    title=TITLE,
    scopes=(Scope.CELL,),
    gather=gather,
    compose=compose,
    group="Đảng viên, tổ chức",
    people=lambda sheet: [each.id for each in sheet.people],
)
