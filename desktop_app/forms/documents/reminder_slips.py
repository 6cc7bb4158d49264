"""Phiếu nhắc: for each cell half a page to cut off, with what it still owes: study, essays, reports and plans.

Whatever is done stays off it. A cell that owes more than a slip holds gets several, each whole in itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from db.records import StudyRound
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import Block, Document, Note, PageBreak, PageSize, Paragraph, Title
from desktop_app.forms.choice import cell_name, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.owed_lines import OwedByCell, OwedLine, owed_by_cells, owed_table
from desktop_app.forms.phrases import day, study_of
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services.store import Store

TITLE = "Phiếu nhắc chi bộ (nửa trang)"
A_SLIP = 7
WORDS = (
    Wording(field="name", caption="Tên phiếu", text="PHIẾU NHẮC", names={}),
    Wording(
        field="ask",
        caption="Câu nhắc",
        text="Đợt {study}: tính đến ngày {day}, chi bộ còn {count} việc chưa xong. Đề nghị chi ủy nhắc các đồng chí "
        "có tên dưới đây hoàn thành đúng hạn; việc đã quá hạn thì làm ngay và báo về Văn phòng Đảng ủy.",
        names={"study": "nội dung học tập", "day": "ngày tính", "count": "số việc"},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`chosen` names the one cell asked for, empty for all."""

    paper: Letterhead
    texts: Texts
    round: StudyRound
    chosen: str
    cells: tuple[OwedByCell, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found, paper = summoned_round(store, subject), letterhead(store, subject)
    return Sheet(
        paper=paper,
        texts=texts(store, "reminder-slips", WORDS),
        round=found,
        chosen=cell_name(store, subject),
        cells=owed_by_cells(store, found.id, found.study_by, paper.on, subject.cell_id),
    )


def compose(sheet: Sheet) -> Document:
    blocks: list[Block] = []
    for cell in sheet.cells:
        for slip in _slips(sheet, cell):
            blocks += [PageBreak()] if blocks else []
            blocks += slip
    document = sheet.paper.document(TITLE, tuple(blocks or _nothing(sheet)), study_of(sheet.round))
    return replace(document, page_size=PageSize.HALF)


def _slips(sheet: Sheet, cell: OwedByCell) -> Iterator[list[Block]]:
    firsts = range(0, len(cell.lines), A_SLIP)
    for place, first in enumerate(firsts, 1):
        part = f"(tờ {place}/{len(firsts)})" if len(firsts) > 1 else ""
        yield _slip(sheet, cell, cell.lines[first : first + A_SLIP], first + 1, part)


def _slip(sheet: Sheet, cell: OwedByCell, lines: tuple[OwedLine, ...], first: int, part: str) -> list[Block]:
    count, on = grouped(len(cell.lines)), day(sheet.paper.on.isoformat())
    whose = f"{cell.cell} {part}".strip()
    return [
        sheet.paper.head(),
        Title(sheet.texts.say("name"), f"gửi {whose}", hyphens=False, bookmark=whose),
        Note(sheet.texts.say("ask", study=study_of(sheet.round), day=on, count=count)),
        owed_table(lines, first),
    ]


def _nothing(sheet: Sheet) -> list[Block]:
    whose = f"{sheet.chosen} không còn việc nào" if sheet.chosen else "Các chi bộ không còn việc nào"
    said = f"{whose} phải nhắc trong đợt {study_of(sheet.round)}, tính đến ngày {day(sheet.paper.on.isoformat())}."
    return [
        sheet.paper.head(),
        Title(sheet.texts.say("name"), f"gửi {sheet.chosen or 'các chi bộ'}", hyphens=False),
        Paragraph(said),
    ]


FORM = Form(
    id="reminder-slips",
    title=TITLE,
    scopes=(Scope.ROUND, Scope.CELL),
    gather=gather,
    compose=compose,
    group="Danh sách",
    words=WORDS,
    people=lambda sheet: [line.member_id for cell in sheet.cells for line in cell.lines if line.member_id],
)
