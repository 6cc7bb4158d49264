"""Biểu số liệu quán triệt nghị quyết theo kỳ: the four figures the superior body asks for, ready to be copied."""

from dataclasses import dataclass

from desktop_app.domain.periods import period
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import Align, Block, Column, Document, FillLine, GroupRow, Kind, Note, Row, Table, Title
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import day
from desktop_app.services.period_figures import PeriodFigures, period_figures
from desktop_app.services.store import Store

TITLE = "Biểu số liệu quán triệt nghị quyết theo kỳ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    figures: PeriodFigures


def gather(store: Store, subject: Subject) -> Sheet:
    """The period chosen, else the month it is."""
    paper = letterhead(store, subject)
    asked = period(subject.period or f"{paper.on:%Y-%m}")
    return Sheet(paper=paper, figures=period_figures(store, asked))


def compose(sheet: Sheet) -> Document:
    found, office = sheet.figures, sheet.paper.office
    blocks: tuple[Block, ...] = (
        sheet.paper.head(),
        Title("BIỂU SỐ LIỆU", f"quán triệt nghị quyết {found.period.name}"),
        FillLine("Đơn vị báo cáo:", office.name),
        FillLine("Người báo cáo, số điện thoại:"),
        FillLine("Kỳ báo cáo:", f"{found.period.name} (từ {day(found.period.first)} đến {day(found.period.last)})"),
        FillLine("Thời điểm nộp:", day(sheet.paper.on.isoformat())),
        _table(found),
        Note(_note(found)),
        sheet.paper.list_closing("NGƯỜI LẬP BIỂU"),
    )
    return sheet.paper.document(TITLE, blocks, found.period.name)


def _table(found: PeriodFigures) -> Table:
    rows = (
        GroupRow("1. Lãnh đạo, chỉ đạo"),
        Row(("1.1", "Văn bản cấp ủy ban hành", "")),
        Row(("1.2", "Văn bản tham mưu cấp trên", "")),
        Row(("1.3", "Cuộc họp, hội nghị", "")),
        GroupRow("2. Quán triệt nghị quyết"),
        Row(("2.1", "Số hội nghị quán triệt nghị quyết", grouped(found.conferences))),
        Row(("2.2", "Số người tham gia", grouped(found.people))),
        Row(("2.3", "Số văn bản đã triển khai", grouped(found.documents))),
        Row(("2.4", "Tỷ lệ đảng viên tham gia (%)", found.attended_percent)),
        GroupRow("3. Nội dung khác"),
        Row(("3.1", "Mô hình hay, sáng tạo", "")),
        Row(("3.2", "Khó khăn, vướng mắc chung", "")),
    )
    columns = (
        Column("Mục", mm=14, align=Align.CENTRE),
        Column("Chỉ tiêu"),
        Column("Số liệu", mm=45, align=Align.RIGHT, kind=Kind.NUMBER),
    )
    return Table(columns=columns, rows=rows, min_row_mm=8)


def _note(found: PeriodFigures) -> str:
    share = f"{grouped(found.attended)}/{grouped(found.must_attend)} đảng viên phải dự"
    guests = f"; trong số người tham gia có {grouped(found.guests)} khách mời, quần chúng" if found.guests else ""
    unnamed = f"; ngoài ra {grouped(found.unnamed)} người dự không ghi tên, tính riêng" if found.unnamed else ""
    came = "người tham gia là người có mặt ít nhất một buổi trong kỳ, kể cả dự một phần, mỗi người tính một lần"
    return f"Tỷ lệ tính trên {share}; {came}{guests}{unnamed}."


FORM = Form(
    id="four-figures",
    title=TITLE,
    scopes=(Scope.PERIOD,),
    gather=gather,
    compose=compose,
    group="Kế hoạch, báo cáo",
    whole=True,
)
