"""What each cell is to be reminded of: reports late or near, who has not studied, who has not handed in."""

from collections.abc import Sequence

from desktop_app.domain.dates import show_date
from desktop_app.domain.deadlines import SendState
from desktop_app.domain.wording import grouped
from desktop_app.services import rounds
from desktop_app.services.due import Dunning, dunning
from desktop_app.services.office import today
from desktop_app.services.store import Store
from desktop_app.services.submissions import BoardLine
from desktop_app.ui import words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen


class DunningPage(TableScreen):
    """A cell a row; only what is outstanding is on it."""

    title, name = "Đôn đốc", "dunning"
    search_hint = "Tìm chi bộ hoặc người (Ctrl+K)"
    empty = "Không còn gì phải đôn đốc: các chi bộ đã nộp đủ, mọi người đã học và nộp bài."
    columns: Sequence[Column] = (
        Column(key="cell", title="Chi bộ", value=lambda d: d.cell, width=176, least=128),
        Column(
            key="reports",
            title="Báo cáo, kế hoạch chưa nộp",
            value=lambda d: "; ".join(map(report_words, d.reports)) or words.NONE,
            width=280,
            least=160,
            tone=lambda d: Tone.BAD if any(each.state is SendState.LATE for each in d.reports) else None,
        ),
        Column(
            key="study",
            title="Chưa học",
            value=lambda d: people([s.row.full_name for s in d.study]),
            width=280,
            least=160,
        ),
        Column(
            key="essays",
            title="Chưa nộp bài, phải viết lại",
            value=lambda d: people([e.standing.row.full_name for e in d.essays]),
            width=320,
            least=160,
        ),
    )

    def __init__(self, desk: Desk, round_id: int) -> None:
        self.round_id = round_id
        self._rows: list[Dunning] = []
        super().__init__(desk)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Xem người chưa học", run=self.go, keys="Ctrl+G", needs=Needs.ONE, main=True),
            Action(caption="Xem bài thu hoạch", run=self.essays, keys="Ctrl+E", needs=Needs.ONE),
        )

    def remedy(self) -> Action | None:
        return Action(caption=words.BACK, run=self.desk.back_wanted.emit)

    def load(self) -> None:
        found, day = rounds.study_round(self.store, self.round_id), today(self.store).isoformat()
        self.set_title(f"Đôn đốc đến {show_date(day)}: {found.name}")
        super().load()
        read_aside(self, self.desk, "Lập danh sách đôn đốc", self.read, self.show_cells)

    def read(self, store: Store) -> list[Dunning]:
        return dunning(store, self.round_id)

    def show_cells(self, found: list[Dunning]) -> None:
        """Show these cells."""
        self._rows = found
        self.load_now()

    def listing(self, query: Query) -> Listing:
        return listing_of(self._rows, self.columns, query.text, query.sorting, key=lambda each: each.cell_id)

    def counted(self, count: int) -> str:
        study, written = sum(len(d.study) for d in self._rows), sum(len(d.essays) for d in self._rows)
        return f"{grouped(count)} chi bộ · {grouped(study)} người chưa học · {grouped(written)} bài còn nợ"

    def go(self) -> None:
        self.open(self.table.selected_ids()[0])

    def essays(self) -> None:
        self.desk.place_wanted.emit("essays", "")

    def open(self, record_id: int) -> None:
        self.desk.page_opened.emit(OutstandingPage(self.desk, self.round_id, record_id))


def report_words(line: BoardLine) -> str:
    """“Kế hoạch hành động (quá hạn 3 ngày)”."""
    left = f"quá hạn {-line.left} ngày" if line.left < 0 else f"còn {line.left} ngày" if line.left else "hạn hôm nay"
    return f"{line.deadline.title} ({left})"


def people(names: Sequence[str]) -> str:
    """“3: Nguyễn Văn An, …”; a dash for nobody."""
    return f"{grouped(len(names))}: {', '.join(names)}" if names else words.NONE
