"""Công văn đôn đốc: the letter that asks a cell, or all that still owe something, to finish studying, writing, sending.

To one cell its names stand in the letter; to several there is a table in figures, and the names are its annex.
"""

from dataclasses import dataclass

from db.records import StudyRound
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import HANDWRITTEN_GAP, grouped
from desktop_app.forms.blocks import (
    Addressee,
    Align,
    Block,
    Column,
    Document,
    Kind,
    LetterSubject,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    Title,
    TotalRow,
)
from desktop_app.forms.choice import cell_name, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import NUMBER
from desktop_app.forms.owed_lines import OwedByCell, owed_by_cells, owed_table, owed_tables
from desktop_app.forms.phrases import citation, day, lowered, study_of
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services.store import Store

TITLE = "Công văn đôn đốc chi bộ"
SEVERAL = "Các chi bộ có tên trong danh sách kèm theo"
WORDS = (
    Wording(
        field="opening",
        caption="Câu mở đầu",
        text="Qua theo dõi, tính đến ngày {day}, {who} còn {owed}.",
        names={"day": "ngày tính", "who": "chi bộ được đôn đốc", "owed": "việc còn lại"},
    ),
    Wording(
        field="demand",
        caption="Yêu cầu",
        text="{office} đề nghị chi ủy đôn đốc các đồng chí còn thiếu hoàn thành đúng hạn; việc đã quá hạn thì làm "
        "ngay, nêu rõ lý do chậm và báo cáo {office} kết quả.",
        names={"office": "tên đảng ủy"},
    ),
    Wording(
        field="close", caption="Câu kết", text="Đề nghị các đồng chí quan tâm, chỉ đạo thực hiện nghiêm túc.", names={}
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    texts: Texts
    round: StudyRound
    cells: tuple[OwedByCell, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found, paper = summoned_round(store, subject), letterhead(store, subject)
    cells = owed_by_cells(store, found.id, found.study_by, paper.on, subject.cell_id)
    if not cells:
        whose = cell_name(store, subject) or "Các chi bộ"
        raise Refusal(f"{whose} không còn việc nào phải đôn đốc trong đợt này; hãy chọn đợt hoặc chi bộ khác.")
    return Sheet(paper=paper, texts=texts(store, "dunning-letter", WORDS), round=found, cells=cells)


def compose(sheet: Sheet) -> Document:
    study, one = study_of(sheet.round), len(sheet.cells) == 1
    blocks: tuple[Block, ...] = (
        sheet.paper.head(sheet.paper.symbol("CV")),
        LetterSubject(f"Về việc đôn đốc {study}"),
        Addressee((sheet.cells[0].cell if one else SEVERAL,)),
        *_grounds(sheet),
        Paragraph(_opening(sheet)),
        owed_table(sheet.cells[0].lines) if one else _counted(sheet.cells),
        Paragraph(sheet.texts.say("demand", office=sheet.paper.office.name)),
        Paragraph(sheet.texts.say("close")),
        Signature(left=sheet.paper.recipients(), right=sheet.paper.committee()),
        *([] if one else _annex(sheet)),
    )
    return sheet.paper.document(TITLE, blocks, study)


def _grounds(sheet: Sheet) -> list[Block]:
    cited = [citation(each) for each in sheet.round.documents]
    return [Paragraph(f"Thực hiện {cited[0]} và kế hoạch {study_of(sheet.round)};")] if cited else []


def _opening(sheet: Sheet) -> str:
    study, essays, reports = _sums(sheet.cells)
    owed = [
        f"{grouped(study)} đồng chí chưa học đủ" if study else "",
        f"{grouped(essays)} đồng chí chưa nộp hoặc phải viết lại bài thu hoạch" if essays else "",
        f"{grouped(reports)} báo cáo, kế hoạch chưa gửi" if reports else "",
    ]
    who = sheet.cells[0].cell if len(sheet.cells) == 1 else f"{grouped(len(sheet.cells))} chi bộ"
    return sheet.texts.say("opening", day=day(sheet.paper.on.isoformat()), who=who, owed=", ".join(filter(None, owed)))


def _sums(cells: tuple[OwedByCell, ...]) -> tuple[int, int, int]:
    return sum(each.study for each in cells), sum(each.essays for each in cells), sum(each.reports for each in cells)


def _counted(cells: tuple[OwedByCell, ...]) -> Table:
    columns = (
        NUMBER,
        Column("Chi bộ"),
        Column("Chưa học đủ", mm=29, align=Align.CENTRE, kind=Kind.NUMBER),
        Column("Chưa nộp, viết lại bài", mm=29, align=Align.CENTRE, kind=Kind.NUMBER),
        Column("Báo cáo, kế hoạch chưa gửi", mm=31, align=Align.CENTRE, kind=Kind.NUMBER),
    )
    rows = [Row((str(at), each.cell, *_figures(_sums((each,))))) for at, each in enumerate(cells, 1)]
    total = TotalRow("Tổng số", _figures(_sums(cells)))
    return Table(columns=columns, rows=(*rows, total))


def _figures(counted: tuple[int, int, int]) -> tuple[str, ...]:
    return tuple(grouped(each) for each in counted)


def _annex(sheet: Sheet) -> list[Block]:
    numbered = lowered(sheet.paper.symbol("CV")).replace(f" {HANDWRITTEN_GAP}", f" {'.' * 8}")
    on, office = day(sheet.paper.on.isoformat()), sheet.paper.office.name
    return [
        Section(),
        Title(
            "DANH SÁCH",
            f"việc còn lại của các chi bộ trong đợt {study_of(sheet.round)}",
            reference=f"(kèm theo Công văn {numbered}, ngày {on} của {office})",
        ),
        owed_tables(sheet.cells),
    ]


FORM = Form(
    id="dunning-letter",
    title=TITLE,
    scopes=(Scope.ROUND, Scope.CELL),
    gather=gather,
    compose=compose,
    kind="CV",
    group="Kế hoạch, báo cáo",
    words=WORDS,
    people=lambda sheet: [line.member_id for cell in sheet.cells for line in cell.lines if line.member_id],
)
