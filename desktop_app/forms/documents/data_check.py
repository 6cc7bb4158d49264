"""Phiếu kiểm tra thông tin: what the register says of a person, with room to put it right by hand; two a page.

Numbers are masked: the person writes them out, so that a slip left lying about tells nobody anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from db.records import Member
from db.values import MemberStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.masking import masked
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.forms.blocks import Block, Column, Document, FillLine, PageBreak, Paragraph, Row, Spacer, Table, Title
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store

TITLE = "Phiếu kiểm tra thông tin"
GONE = (MemberStatus.DECEASED, MemberStatus.LEFT)
A_PAGE = 2
ASKED = (
    "Đồng chí xem từng mục; mục nào sai hoặc còn thiếu thì ghi lại cho đúng vào cột bên phải. Số giấy tờ ghi đủ chữ số."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One person; `facts` are (what, as the register has it), empty where it has nothing."""

    name: str
    cell: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    slips: tuple[Slip, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    if subject.member_id is not None:
        people = [members.member(store, subject.member_id)]
    else:
        chosen = MemberFilter(cell_id=subject.cell_id, order="cell")
        people = [each for each in members.page(store, members.list_ids(store, chosen)) if each.status not in GONE]
    if not people:
        raise Refusal("Chưa có đảng viên nào để in phiếu; hãy nhập danh sách đảng viên trước.")
    return Sheet(paper=letterhead(store, subject), slips=tuple(map(_slip, people)))


def _slip(person: Member) -> Slip:
    shown = masked(person)
    dates = {name: show_date(getattr(shown, name) or "") for name in ("birth_date", "admitted_on", "official_on")}
    return Slip(
        name=shown.full_name,
        cell=cell_title(shown.cell) if shown.cell else "Chưa thuộc chi bộ nào",
        facts=(
            ("Họ và tên", shown.full_name),
            ("Ngày sinh", dates["birth_date"]),
            ("Giới tính", word(shown.gender) if shown.gender else ""),
            ("Số thẻ đảng viên", shown.party_card_no or ""),
            ("Số định danh cá nhân", shown.citizen_id or ""),
            ("Ngày vào Đảng", dates["admitted_on"]),
            ("Ngày chính thức", dates["official_on"]),
            ("Chức vụ", shown.position or ""),
            ("Điện thoại", shown.phone or ""),
            ("Trạng thái", word(shown.status) if shown.status else ""),
        ),
    )


def compose(sheet: Sheet) -> Document:
    blocks = [block for place, slip in enumerate(sheet.slips) for block in _blocks(place, slip)]
    return sheet.paper.document(TITLE, tuple(blocks), sheet.slips[0].cell)


def _blocks(place: int, slip: Slip) -> Iterator[Block]:
    if place:
        yield Spacer(8) if place % A_PAGE else PageBreak()
    yield Title("PHIẾU KIỂM TRA THÔNG TIN", slip.cell, hyphens=False, bookmark=slip.name)
    yield Paragraph(ASKED)
    columns = (Column("Nội dung", mm=42), Column("Trong sổ", mm=58), Column("Ghi lại cho đúng"))
    yield Table(columns=columns, rows=tuple(Row((what, said, "")) for what, said in slip.facts), min_row_mm=7)
    yield FillLine("Ngày, chữ ký của đảng viên:")


FORM = Form(id="data-check", title=TITLE, scopes=(Scope.CELL, Scope.MEMBER), gather=gather, compose=compose)
