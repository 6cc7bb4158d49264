"""Danh sách theo dõi chương trình, kế hoạch hành động: which units sent theirs, under which number, in time or not;
and the tasks of the plans. Reports of results are followed elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.records import StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import (
    Align,
    Block,
    BulletLine,
    Column,
    Document,
    GroupRow,
    Heading,
    Kind,
    Orientation,
    Paragraph,
    Row,
    Table,
    TableRow,
    Title,
    TotalRow,
)
from desktop_app.forms.choice import cell_name, the_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import NUMBER
from desktop_app.forms.people import by_heading, numbered
from desktop_app.forms.phrases import day, study_of
from desktop_app.forms.programmes import PROGRAMMES, Sent, sent_of, sent_said
from desktop_app.services import submissions
from desktop_app.services.store import Store
from desktop_app.services.submissions import BoardLine, TaskLine

TITLE = "Danh sách theo dõi chương trình, kế hoạch hành động"
COLUMNS = (
    NUMBER,
    Column("Đơn vị"),
    Column("Số, ký hiệu", mm=36),
    Column("Ngày văn bản", mm=27, align=Align.CENTRE, kind=Kind.DATE),
    Column("Hạn gửi", mm=27, align=Align.CENTRE, kind=Kind.DATE),
    Column("Ngày gửi", mm=27, align=Align.CENTRE, kind=Kind.DATE),
    Column("Trạng thái", mm=42),
)
TASK_COLUMNS = (
    NUMBER,
    Column("Nhiệm vụ"),
    Column("Người, đơn vị thực hiện", mm=48),
    Column("Hạn", mm=27, align=Align.CENTRE, kind=Kind.DATE),
    Column("Ngày xong", mm=27, align=Align.CENTRE, kind=Kind.DATE),
    Column("Kết quả", mm=54),
)
LATE = "Chưa xong, quá hạn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`cell` names the one cell the list is about, empty for all units."""

    paper: Letterhead
    round: StudyRound
    cell: str
    programmes: tuple[Sent, ...]
    tasks: tuple[TaskLine, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found, paper = the_round(store, subject), letterhead(store, subject)
    on = paper.on.isoformat()
    if not any(each.kind in PROGRAMMES for each in found.deadlines):
        raise Refusal(
            f"Đợt “{found.name}” chưa ghi chương trình, kế hoạch nào phải gửi; hãy thêm ở thẻ “Báo cáo phải nộp”."
        )
    lines = [each for each in submissions.board(store, found.id, on) if subject.cell_id in (None, each.unit_id)]
    tasks = [each for each in submissions.plans(store, found.id, on) if subject.cell_id in (None, each.unit_id)]
    return Sheet(
        paper=paper,
        round=found,
        cell=cell_name(store, subject),
        programmes=sent_of(lines),
        tasks=tuple(each for each in tasks if each.deadline.kind in PROGRAMMES),
    )


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.round)
    blocks = (
        sheet.paper.head(),
        Title(
            "DANH SÁCH",
            f"theo dõi chương trình, kế hoạch hành động đợt {study}",
            reference=f"({sheet.cell})" if sheet.cell else "",
        ),
        *_body(sheet),
        *_tasks(sheet.tasks),
        sheet.paper.list_closing(),
    )
    return sheet.paper.document(TITLE, blocks, study, Orientation.LANDSCAPE)


def _body(sheet: Sheet) -> list[Block]:
    on = day(sheet.paper.on.isoformat())
    if not sheet.programmes:
        whose = sheet.cell or "Các chi bộ"
        return [Paragraph(f"{whose} không phải gửi chương trình, kế hoạch nào trong đợt này, tính đến ngày {on}.")]
    said = Paragraph(f"Số liệu tính đến ngày {on}:", keep_with_next=True)
    return [said, *(BulletLine(f"{sent_said(each)}.") for each in sheet.programmes), _table(sheet.programmes)]


def _table(programmes: Sequence[Sent]) -> Table:
    groups = tuple((f"{_kind(each)}{each.deadline.title}", each.lines) for each in programmes)
    rows = numbered(groups, _cells, unit="đơn vị")
    sent, asked = sum(each.sent for each in programmes), sum(len(each.lines) for each in programmes)
    total = TotalRow(f"Tổng số: đã gửi {grouped(sent)}/{grouped(asked)}", ("",) * (len(COLUMNS) - 2))
    return Table(columns=COLUMNS, rows=(*rows, total))


def _kind(each: Sent) -> str:
    """“Kế hoạch: ” before a title that does not say what it is."""
    kind = word(each.deadline.kind)
    return "" if each.deadline.title.casefold().startswith(kind.casefold()) else f"{kind}: "


def _cells(line: BoardLine) -> tuple[str, ...]:
    found = line.submission if line.sent else None
    number = (found.document_no or "") if found else ""
    written, sent = (found.document_date or "", found.sent_on or "") if found else ("", "")
    more = " (đã gia hạn)" if line.extended else ""
    return (
        cell_title(line.unit),
        number,
        show_date(written),
        show_date(line.due_on),
        show_date(sent),
        f"{word(line.state)}{more}",
    )


def _tasks(tasks: Sequence[TaskLine]) -> list[Block]:
    if not tasks:
        return []
    rows: list[TableRow] = []
    for heading, lines in by_heading(tasks, lambda each: f"{cell_title(each.unit)}: {each.deadline.title}"):
        rows.append(GroupRow(heading))
        rows += [Row((str(at), *_task(each))) for at, each in enumerate(lines, 1)]
    return [Heading("Nhiệm vụ trong các chương trình, kế hoạch"), Table(columns=TASK_COLUMNS, rows=rows)]


def _task(line: TaskLine) -> tuple[str, ...]:
    task = line.task
    result = task.result or (LATE if line.late else "")
    return task.title, task.owner or "", show_date(task.due_on or ""), show_date(task.done_on or ""), result


FORM = Form(
    id="action-plans",
    title=TITLE,
    scopes=(Scope.ROUND, Scope.CELL),
    gather=gather,
    compose=compose,
    group="Kế hoạch, báo cáo",
)
