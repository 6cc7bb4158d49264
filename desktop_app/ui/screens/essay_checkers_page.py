"""Who checks the essays of which cell, and how far each cell has come. Marking itself is another page.

From here marking sheets go out to those who check elsewhere, and come back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.obligations import HANDED_IN
from desktop_app.domain.wording import grouped
from desktop_app.exchange.marking_sheet import read_sheet, write_sheets
from desktop_app.services import essay_marking, essays, marking_sheets, rounds
from desktop_app.services.access import Right
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import TextField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.essay_marking_page import EssayMarkingPage
from desktop_app.ui.screens.essay_sheet_page import EssaySheetPage
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWork:
    """A cell, its checker, and how many of its essays came in and wait for a result."""

    id: int
    name: str
    checker: str
    must: int
    handed_in: int
    waiting: int


def work(listed: Sequence[essays.EssayStanding], checkers: dict[int, str]) -> list[CellWork]:
    """One line a cell, in the order of the list."""
    cells = {each.standing.row.cell_id: each.standing.row.cell for each in listed if each.standing.row.cell_id}
    found = []
    for cell_id, name in cells.items():
        here = [each for each in listed if each.standing.row.cell_id == cell_id and not each.exempt]
        found.append(
            CellWork(
                id=cell_id,
                name=name,
                checker=checkers.get(cell_id, ""),
                must=len(here),
                handed_in=sum(each.last is not None for each in here),
                waiting=sum(each.state in HANDED_IN for each in here),
            )
        )
    return found


SEND = "Mỗi người chấm một tệp Excel; chi bộ chưa phân công thì mỗi chi bộ một tệp"


class EssayCheckersPage(TableScreen):
    """One cell a row; several are given to one checker at once."""

    title, name = "Phân công chấm", "essay_checkers"
    search_hint = "Tìm chi bộ, người chấm (Ctrl+K)"
    empty = "Chưa có chi bộ nào phải viết thu hoạch: hãy chốt danh sách triệu tập của hội nghị trong đợt."
    columns = (
        Column(key="name", title="Chi bộ", value=lambda c: c.name, width=288, least=160),
        Column(
            key="checker",
            title="Người chấm",
            value=lambda c: c.checker or "Chưa phân công",
            width=232,
            least=128,
            tone=lambda c: None if c.checker else Tone.WARN,
            sort_key=lambda c: c.checker,
        ),
        Column(
            key="must",
            title="Phải nộp",
            value=lambda c: grouped(c.must),
            width=88,
            figures=True,
            sort_key=lambda c: c.must,
        ),
        Column(
            key="in",
            title="Đã nộp",
            value=lambda c: grouped(c.handed_in),
            width=88,
            figures=True,
            sort_key=lambda c: c.handed_in,
        ),
        Column(
            key="waiting",
            title="Chờ chấm",
            value=lambda c: grouped(c.waiting),
            width=96,
            figures=True,
            sort_key=lambda c: c.waiting,
        ),
    )

    def __init__(self, desk: Desk, round_id: int) -> None:
        self.round_id = round_id
        self._cells: list[CellWork] = []
        super().__init__(desk)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Giao người chấm…", run=self.assign, keys="Ctrl+G", needs=Needs.SOME, right=Right.WRITE),
            Action(caption="Bỏ phân công", run=self.clear, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
            Action(caption="Chấm bài của chi bộ", run=self.mark, needs=Needs.ONE, tip="Enter hoặc bấm đúp"),
            Action(caption="Gửi phiếu chấm…", run=self.send, keys="Ctrl+E", needs=Needs.SOME, tip=SEND),
            Action(
                caption="Nhận phiếu chấm…",
                run=self.receive,
                keys="Ctrl+R",
                tip="Xem khác biệt trước khi ghi",
                right=Right.CELL,
            ),
        )

    def load(self) -> None:
        self.set_title(f"Phân công chấm · {rounds.study_round(self.store, self.round_id).name}")
        read_aside(self, self.desk, "Đếm bài của các chi bộ", self.read, self.show_cells)

    def read(self, store: Store) -> list[CellWork]:
        return work(essays.standings(store, self.round_id), essay_marking.checkers(store, self.round_id))

    def show_cells(self, found: list[CellWork]) -> None:
        """Show these cells."""
        self._cells = found
        super().load()

    def listing(self, query: Query) -> Listing:
        return listing_of(self._cells, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} chi bộ"

    def assign(self) -> None:
        cells = self.table.selected_ids()
        field = TextField(key="checker", label="Người chấm", required=True, hint="họ và tên, hoặc tên tổ chấm")

        def keep(values: Values) -> None:
            self.desk.write(essay_marking.assign, self.round_id, cells, values["checker"])

        start = {"checker": self.table.records()[0].checker}
        fill_in(self, f"Giao người chấm bài của {grouped(len(cells))} chi bộ", "Giao", (field,), start, keep)

    def clear(self) -> None:
        self.perform(essay_marking.assign, self.round_id, self.table.selected_ids(), None)

    def send(self) -> None:
        """Workbooks for the cells chosen, into a folder."""
        cells = {each.id: each.name for each in self.table.records()}
        folder = ask.choose_folder(self, "Thư mục ghi phiếu chấm")
        if folder is None:
            return

        def work(store: Store, progress: Progress) -> int:
            sheets = marking_sheets.by_checker(store, self.round_id, cells)
            return len(write_sheets(sheets, folder, progress))

        told = f"phiếu chấm vào thư mục {folder.name}"
        self.desk.run(
            "Ghi phiếu chấm", work, lambda count: self.desk.said.emit(f"Đã ghi {grouped(count)} {told}.", False)
        )

    def receive(self) -> None:
        """Read a workbook that came back, and show what it would change."""
        path = ask.choose_file_open(self, "Nhận phiếu chấm", "Bảng tính (*.xlsx *.xls *.ods)")
        if path is None:
            return
        self.desk.run(
            "Đọc phiếu chấm",
            lambda store, progress: marking_sheets.difference(store, read_sheet(path)),
            lambda found: self.desk.page_opened.emit(EssaySheetPage(self.desk, found, path)),
        )

    def mark(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        self.desk.page_opened.emit(EssayMarkingPage(self.desk, self.round_id, record_id))
