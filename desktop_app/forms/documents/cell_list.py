"""Danh sách chi bộ: each cell with its secretary and how many members it has; and the tree of the whole as a chart."""

from collections import defaultdict
from dataclasses import dataclass

from db.keys import fold
from db.records import Member
from db.values import MemberKind, MemberStatus
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import Align, Block, Column, Document, Kind, Paragraph, Row, Table, Title, TotalRow
from desktop_app.forms.form import Form, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import NUMBER
from desktop_app.forms.phrases import day
from desktop_app.services import members, organizations
from desktop_app.services.members import MemberFilter
from desktop_app.services.organizations import TreeRow
from desktop_app.services.store import Store

LIST = "Danh sách chi bộ"
CHART = "Sơ đồ tổ chức Đảng bộ"
GONE = (MemberStatus.DECEASED, MemberStatus.LEFT)
INDENT = "\u00a0" * 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Members of one cell: all, official, on probation, exempt, `resting` = suspended or interrupted; no guests."""

    name: str
    secretary: str
    total: int
    official: int
    probationary: int
    exempt: int
    resting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    cells: tuple[Cell, ...]
    tree: tuple[TreeRow, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    paper = letterhead(store, subject)
    on = paper.on.isoformat()
    people = members.page(store, members.list_ids(store, MemberFilter(on=on)), on)
    by_cell: dict[int | None, list[Member]] = defaultdict(list)
    for each in people:
        if each.status not in GONE and each.kind is not MemberKind.GUEST:
            by_cell[each.cell_id].append(each)
    return Sheet(
        paper=paper,
        cells=tuple(_cell(each.name, by_cell[each.id]) for each in organizations.cells(store, on, counted=False)),
        tree=tuple(organizations.tree(store, on)),
    )


def _cell(name: str, people: list[Member]) -> Cell:
    statuses = [each.status for each in people]
    return Cell(
        name=cell_title(name),
        secretary=", ".join(each.full_name for each in people if is_secretary(each)),
        total=len(people),
        official=sum(each.kind is MemberKind.OFFICIAL for each in people),
        probationary=sum(each.kind is MemberKind.PROBATIONARY for each in people),
        exempt=statuses.count(MemberStatus.EXEMPT),
        resting=statuses.count(MemberStatus.SUSPENDED) + statuses.count(MemberStatus.INTERRUPTED),
    )


def is_secretary(each: Member) -> bool:
    """Whether the Party position says bí thư, not phó bí thư."""
    held = [fold(part) for part in (each.party_position or "").replace(";", ",").split(",")]
    return any(part.strip().startswith("bi thu") for part in held)


def compose_list(sheet: Sheet) -> Document:
    return _document(sheet, LIST, "DANH SÁCH", "các chi bộ trực thuộc", _cells(sheet.cells))


def compose_chart(sheet: Sheet) -> Document:
    return _document(
        sheet, CHART, "SƠ ĐỒ TỔ CHỨC", f"các tổ chức trực thuộc {sheet.paper.office.name}", [_tree(sheet.tree)]
    )


def _document(sheet: Sheet, title: str, kind: str, subject: str, body: list[Block]) -> Document:
    on = f"(tính đến ngày {day(sheet.paper.on.isoformat())})"
    blocks = (sheet.paper.head(), Title(kind, subject, reference=on), *body, sheet.paper.list_closing("NGƯỜI LẬP BIỂU"))
    return sheet.paper.document(title, blocks, subject)


def _cells(cells: tuple[Cell, ...]) -> list[Block]:
    if not cells:
        return [Paragraph("Chưa có chi bộ nào.")]
    titles = ("Tổng số", "Chính thức", "Dự bị", "Miễn sinh hoạt", "Tạm dừng")
    columns = (
        NUMBER,
        Column("Chi bộ"),
        Column("Bí thư", mm=38),
        *(Column(title, mm=15.5, align=Align.RIGHT, kind=Kind.NUMBER) for title in titles),
    )
    rows = [Row((str(at), each.name, each.secretary, *_counts([each]))) for at, each in enumerate(cells, 1)]
    total = TotalRow("TỔNG CỘNG", _counts(cells), span=3)
    return [Table(columns=columns, rows=(*rows, total))]


def _counts(cells: tuple[Cell, ...] | list[Cell]) -> tuple[str, ...]:
    names = ("total", "official", "probationary", "exempt", "resting")
    return tuple(grouped(sum(getattr(each, name) for each in cells)) for name in names)


def _tree(rows: tuple[TreeRow, ...]) -> Table:
    columns = (
        Column("Tổ chức"),
        Column("Loại", mm=45),
        Column("Số đảng viên", mm=24, align=Align.RIGHT, kind=Kind.NUMBER),
    )
    return Table(columns=columns, rows=tuple(map(_branch, rows)))


def _branch(row: TreeRow) -> Row:
    """One organization, set in by how deep it stands; the people of a branch count those under it."""
    found = row.organization
    joint = f"{INDENT * (row.depth - 1)}└\u00a0" if row.depth else ""
    return Row((f"{joint}{found.name}", word(found.kind), grouped(found.member_count)), bold=row.depth == 0)


FORM = Form(
    id="cell-list",
    title=LIST,
    scopes=(),
    gather=gather,
    compose=compose_list,
    group="Đảng viên, tổ chức",
)
CHART_FORM = Form(
    id="organization-chart",
    title=CHART,
    scopes=(),
    gather=gather,
    compose=compose_chart,
    group="Đảng viên, tổ chức",
)
