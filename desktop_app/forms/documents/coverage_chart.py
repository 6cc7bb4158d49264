"""Biểu đồ tiến độ: how far each cell has come in a round, as level bars with their figures; not a table of figures."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop_app.domain.figures import Figure
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import Bar, Block, Chart, Document, Note, Paragraph, Signature, Title
from desktop_app.forms.choice import summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import NO_BREAK, day, share, study_of
from desktop_app.services.figures import figures
from desktop_app.services.reports import Summary, SummaryRow, summary
from desktop_app.services.store import Store

TITLE = "Biểu đồ tiến độ theo chi bộ"
WHOLE = "Toàn đảng bộ"
BEHIND = (Figure.MUST_ATTEND, Figure.STUDIED, Figure.MUST_WRITE, Figure.HANDED_IN)
READ = "Phần tô đậm là số đã đạt, khung là số phải đạt; các chi bộ xếp theo tỷ lệ từ cao đến thấp."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    figures: Summary
    behind: Mapping[Figure, tuple[int, ...]]


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    behind = figures(store, found.id)
    return Sheet(
        paper=letterhead(store, subject),
        figures=summary(store, found.id),
        behind={each: behind[each] for each in BEHIND},
    )


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.figures.round)
    blocks = (
        sheet.paper.head(),
        Title("BIỂU ĐỒ", f"tiến độ {study}"),
        *_study(sheet),
        *_essays(sheet),
        Note(READ),
        Signature(right=sheet.paper.committee()),
    )
    return sheet.paper.document(TITLE, blocks, study)


def _study(sheet: Sheet) -> list[Block]:
    total, on = sheet.figures.total, day(sheet.paper.on.isoformat())
    target = sheet.figures.round.target_percent
    rows = [row for row in sheet.figures.rows if row.must_attend]
    reached = sum(row.studied * 100 >= target * row.must_attend for row in rows)
    said = f"Tính đến ngày {on}, đã học {share(total.studied, total.must_attend, 'đảng viên phải dự')}"
    goal = f"{grouped(reached)}/{grouped(len(rows))} chi bộ đạt chỉ tiêu {target}{NO_BREAK}%"
    bars = _bars((total, *rows), lambda row: Bar(_name(row), row.studied, row.must_attend))
    chart = Chart(bars, title="Đã học tập, quán triệt", columns=("Chi bộ", "Đã học", "Phải dự"))
    return [Paragraph(f"{said}; {goal}."), chart]


def _essays(sheet: Sheet) -> list[Block]:
    total = sheet.figures.total
    if not sheet.figures.round.essay_required or not total.must_write:
        return []
    rows = [row for row in sheet.figures.rows if row.must_write]
    bars = _bars((total, *rows), lambda row: Bar(_name(row), row.handed_in, row.must_write))
    chart = Chart(bars, title="Đã nộp bài thu hoạch", columns=("Chi bộ", "Đã nộp", "Phải viết"))
    return [
        Paragraph(f"Đã nộp {share(total.handed_in, total.must_write, 'đảng viên phải viết bài thu hoạch')}."),
        chart,
    ]


def _name(row: SummaryRow) -> str:
    return WHOLE if row.cell_id is None else cell_title(row.name)


def _bars(rows: Iterable[SummaryRow], bar: Callable[[SummaryRow], Bar]) -> tuple[Bar, ...]:
    """The whole on top, then the cells, those furthest on first."""
    whole, *cells = map(bar, rows)
    return (whole, *sorted(cells, key=lambda each: -each.part / each.whole))


FORM = Form(
    id="coverage-chart",
    title=TITLE,
    scopes=(Scope.ROUND,),
    gather=gather,
    compose=compose,
    whole=True,
    group="Kế hoạch, báo cáo",
    figures=lambda sheet: sheet.behind,
    people=lambda sheet: sheet.behind[Figure.MUST_ATTEND],
)
