"""The organizations of the office as of a day: a plain list where there are only cells, otherwise the tree."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from db.records import Organization
from db.values import OrganizationKind
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import organizations
from desktop_app.services.access import Right
from desktop_app.services.office import office
from desktop_app.services.organizations import TreeRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane, Tab
from desktop_app.ui.parts import column
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens import organization_doings as doings
from desktop_app.ui.table_model import Column

SPLIT, MERGE = "Chia tách", "Sáp nhập"
COUNT = Column(
    key="count",
    title="Số đảng viên",
    value=lambda r: grouped(r.organization.member_count),
    width=112,
    figures=True,
    sort_key=lambda r: r.organization.member_count,
    tip="Đảng viên chính thức và dự bị của tổ chức và các tổ chức trực thuộc, mỗi người tính một lần",
)
AUDIENCE = Column(
    key="audience", title="Đối tượng học tập", value=lambda r: word(r.organization.audience), width=224, least=120
)
CODE = Column(key="code", title="Mã", value=lambda r: r.organization.code or "", width=80)


def open_organization(desk: Desk, organization_id: int) -> None:
    """Open the page of an organization over the present screen."""
    from desktop_app.ui.screens.organization_page import OrganizationPage

    desk.page_opened.emit(OrganizationPage(desk, organization_id))


class OrganizationsPane(ListPane):
    """The gestures both shapes share. `rows` are put in by the tab."""

    empty = "Chưa có chi bộ. Thêm từng chi bộ, hoặc nhập danh sách đảng viên: chi bộ được lập theo danh sách."
    rows: Sequence[TreeRow] = ()

    def gestures(self) -> Sequence[Action]:
        one = Needs.ONE
        return (
            Action(caption=doings.ADD_CELL, run=self.add_cell, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption=doings.ADD_OTHER, run=self.add_other, keys="Ctrl+Shift+N", right=Right.WRITE),
            Action(caption="Trang tổ chức", run=self.open_chosen, keys="Ctrl+I", needs=one, tip="Enter hoặc bấm đúp"),
            Action(caption="Xem đảng viên", run=self.show_members, keys="Ctrl+L", needs=one),
            Action(
                caption=doings.RENAME,
                run=self.doing(doings.rename),
                keys="F2",
                needs=one,
                tip="Theo quyết định",
                right=Right.WRITE,
            ),
            Action(
                caption=doings.MOVE,
                run=self.doing(doings.move),
                needs=one,
                tip="Về tổ chức cấp trên khác",
                right=Right.WRITE,
            ),
            Action(caption=SPLIT, run=self.split, needs=one, right=Right.WRITE),
            Action(
                caption=MERGE, run=self.merge, needs=Needs.SOME, tip="Chọn từ hai tổ chức trở lên", right=Right.WRITE
            ),
            Action(caption=doings.CLOSE, run=self.doing(doings.close), needs=one, right=Right.WRITE),
            Action(
                caption=doings.MISTYPED,
                run=self.doing(doings.mistyped),
                keys="Ctrl+E",
                needs=one,
                button=False,
                right=Right.WRITE,
            ),
            Action(caption=doings.LINES, run=self.doing(doings.head_lines), needs=one, button=False, right=Right.WRITE),
        )

    def records(self) -> Iterable[TreeRow]:
        return self.rows

    def key(self, record: TreeRow) -> int:
        return record.organization.id

    def chosen(self) -> Organization | None:
        found = self.selected()
        return found.organization if found else None

    def doing(self, ask: Callable[[QWidget, Desk, Organization], object]) -> Callable[[], None]:
        """A dialog about the one selected organization."""

        def run() -> None:
            if (chosen := self.chosen()) is not None:
                ask(self.page, self.desk, chosen)

        return run

    def add_cell(self) -> None:
        doings.add_cell(self.page, self.desk, self.chosen(), lambda made: self.table.select_ids([made.id]))

    def add_other(self) -> None:
        doings.add_other(self.page, self.desk, self.chosen(), lambda made: self.table.select_ids([made.id]))

    def open_chosen(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        open_organization(self.desk, record_id)

    def show_members(self) -> None:
        """The members of a cell in their list; of anything else, its page, which tells what stands under it."""
        chosen = self.chosen()
        if chosen is not None and chosen.kind is OrganizationKind.CELL:
            self.desk.place_wanted.emit("members", chosen.name)
        elif chosen is not None:
            self.open(chosen.id)

    def split(self) -> None:
        from desktop_app.ui.screens.split_page import SplitPage

        self.desk.page_opened.emit(SplitPage(self.desk, self.table.selected_ids()[0]))

    def merge(self) -> None:
        from desktop_app.ui.screens.merge_page import MergePage

        self.desk.page_opened.emit(MergePage(self.desk, self.table.selected_ids()))


class CellsPane(OrganizationsPane):
    """An office that only has cells."""

    name = "cells"
    columns = (
        Column(key="name", title="Chi bộ", value=lambda r: r.organization.name, width=360, least=200),
        COUNT,
        AUDIENCE,
        CODE,
    )

    def counted(self, count: int) -> str:
        return f"{grouped(count)} chi bộ" if count else ""


class TreePane(OrganizationsPane):
    """Every organization, each after the one it stands under and further in."""

    name = "organizations"

    def __init__(self, page: Screen) -> None:
        self.names: dict[int, str] = {}
        self.columns = (
            Column(key="name", title="Tổ chức", value=self.shown, width=320, least=200),
            Column(key="kind", title="Loại", value=lambda r: word(r.organization.kind), width=152),
            COUNT,
            Column(key="parent", title="Trực thuộc", value=self.superior, width=200, least=96),
            AUDIENCE,
            CODE,
        )
        super().__init__(page)

    def shown(self, row: TreeRow) -> str:
        """Further in while the tree is whole; a list narrowed by a text is flat."""
        return row.organization.name if self.text else doings.indented(row)

    def superior(self, row: TreeRow) -> str:
        return self.names.get(row.organization.parent_id or 0, "")

    def records(self) -> Iterable[TreeRow]:
        self.names = {row.organization.id: row.organization.name for row in self.rows}
        return self.rows

    def counted(self, count: int) -> str:
        return f"{grouped(count)} tổ chức" if count else ""


class OrganizationsTab(Tab):
    """`on()` gives the day asked for, None for today; a day before the office had anything is told as such."""

    def __init__(self, page: Screen, on: Callable[[], str | None]) -> None:
        super().__init__()
        self.page, self._on = page, on
        self.plain, self.tree = CellsPane(page), TreePane(page)
        self._shapes = QStackedWidget()
        for shape in (self.plain, self.tree):
            self._shapes.addWidget(shape)
        self.setLayout(column(self._shapes))

    def panes(self) -> list[ListPane]:
        """The shape that is shown first: keys and searching go to it."""
        shapes: list[ListPane] = [self.plain, self.tree]
        shown = self._shapes.currentIndex()
        return [shapes[shown]]

    def load(self) -> None:
        rows = organizations.tree(self.page.store, self._on())
        own = office(self.page.store).organization_id
        plain = only_cells(rows, own)
        self._shapes.setCurrentIndex(0 if plain else 1)
        shape = self.plain if plain else self.tree
        shape.rows = [row for row in rows if row.organization.id != own] if plain else rows
        shape.load()


def only_cells(rows: Sequence[TreeRow], own: int) -> bool:
    """Whether nothing but cells stands under the office."""
    return all(
        row.organization.id == own
        or (row.organization.kind is OrganizationKind.CELL and row.organization.parent_id == own)
        for row in rows
    )
