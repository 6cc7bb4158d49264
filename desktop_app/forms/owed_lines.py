"""What a cell is reminded of, as lines of a table: its people who have not studied or written, its reports not sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.obligations import Attended, EssayState
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import Align, Column, GroupRow, Kind, Row, Table, TableRow
from desktop_app.forms.list_columns import NUMBER
from desktop_app.forms.phrases import raised, time_left
from desktop_app.services import due
from desktop_app.services.due import Dunning
from desktop_app.services.essays import EssayStanding
from desktop_app.services.standings import Standing
from desktop_app.services.store import Store
from desktop_app.services.submissions import BoardLine

REPORT = "Chưa gửi"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedLine:
    """One thing owed: who or which report, what is missing, its last day and how far off that is, empty for none."""

    name: str
    what: str
    due_on: str
    left: str
    member_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedByCell:
    """`study`, `essays` and `reports` count the lines by what they are about."""

    cell: str
    lines: tuple[OwedLine, ...]
    study: int
    essays: int
    reports: int


def owed_by_cells(
    store: Store, round_id: int, study_by: str | None, on: date, cell_id: int | None = None
) -> tuple[OwedByCell, ...]:
    """What each cell (or one) owes on a day; cells that owe nothing are left out."""
    found = due.dunning(store, round_id, on.isoformat())
    return tuple(_cell(each, study_by, on) for each in found if cell_id in (None, each.cell_id))


def _cell(found: Dunning, study_by: str | None, on: date) -> OwedByCell:
    return OwedByCell(
        cell=cell_title(found.cell),
        lines=tuple(_lines(found, study_by, on)),
        study=len(found.study),
        essays=len(found.essays),
        reports=len(found.reports),
    )


def _lines(found: Dunning, study_by: str | None, on: date) -> Iterator[OwedLine]:
    for standing in found.study:
        yield _of_study(standing, study_by, on)
    for essay in found.essays:
        yield _of_essay(essay, on)
    for report in found.reports:
        yield _of_report(report, on)


def _of_study(standing: Standing, study_by: str | None, on: date) -> OwedLine:
    partly = standing.outcome is Attended.PARTIAL or bool(standing.made_up)
    what = "Chưa học đủ các buổi" if partly else "Chưa học tập, quán triệt"
    return _line(standing.row.full_name, what, study_by, on, standing.row.member_id)


def _of_essay(essay: EssayStanding, on: date) -> OwedLine:
    row, again = essay.standing.row, essay.state is EssayState.REWRITE
    what = "Viết lại bài thu hoạch" if again else "Chưa nộp bài thu hoạch"
    return _line(row.full_name, what, essay.due_on, on, row.member_id)


def _of_report(report: BoardLine, on: date) -> OwedLine:
    return _line(report.deadline.title.rstrip(" .;"), REPORT, report.due_on, on)


def _line(name: str, what: str, due_on: str | None, on: date, member_id: int = 0) -> OwedLine:
    left = raised(time_left(due_on, on)) if due_on else ""
    return OwedLine(name=name, what=what, due_on=show_date(due_on or ""), left=left, member_id=member_id)


COLUMNS = (
    NUMBER,
    Column("Họ và tên, văn bản", mm=54),
    Column("Việc phải làm"),
    Column("Hạn", mm=25, align=Align.CENTRE, kind=Kind.DATE),
    Column("Tình trạng", mm=31),
)


def owed_table(lines: Sequence[OwedLine], first: int = 1) -> Table:
    """The lines of one cell, numbered from `first`."""
    return Table(columns=COLUMNS, rows=tuple(_row(at, each) for at, each in enumerate(lines, first)))


def owed_tables(cells: Sequence[OwedByCell]) -> Table:
    """The lines of several cells, each cell under its heading; the numbers run on."""
    rows: list[TableRow] = []
    number = 0
    for cell in cells:
        rows.append(GroupRow(f"{cell.cell} ({grouped(len(cell.lines))} việc)"))
        for line in cell.lines:
            number += 1
            rows.append(_row(number, line))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _row(number: int, line: OwedLine) -> Row:
    return Row((str(number), line.name, line.what, line.due_on, line.left), about=line.member_id)
