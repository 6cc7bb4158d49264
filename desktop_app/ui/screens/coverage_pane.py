"""How far study, essays, plans have come at every level, as a tab: each figure opens its names. It counts nothing."""

from collections.abc import Iterable, Sequence
from functools import partial

from desktop_app.domain.wording import grouped
from desktop_app.services.coverage import Coverage, CoverageRow, coverage
from desktop_app.services.standings import Standing
from desktop_app.ui import words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.list_pane import ListPane, Numbered, numbered
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.round_names import Group, RoundNames
from desktop_app.ui.table_model import Column

INDENT = "\u2003"
FIGURES = (
    ("must", "Phải học"),
    ("attended", "Đã dự hội nghị"),
    ("made_up", "Đã học bù"),
    ("left", "Chưa học"),
)
ESSAYS = (("must_write", "Phải viết"), ("handed_in", "Đã nộp bài"), ("passed", "Bài đạt"))


def name_words(each: Numbered) -> str:
    """The organization under those it stands under; an audience after a dash."""
    row: CoverageRow = each.item
    return INDENT * row.depth + row.name if row.organization_id else f"{words.NONE} {row.name}"


def figure(key: str, each: Numbered) -> str:
    return grouped(len(getattr(each.item, key)))


def figure_key(key: str, each: Numbered) -> int:
    return len(getattr(each.item, key))


def counted(key: str, title: str) -> Column:
    """A column of people counted."""
    value, order = partial(figure, key), partial(figure_key, key)
    return Column(key=key, title=title, value=value, width=104, figures=True, sort_key=order)


def share(percent: str) -> str:
    return percent if percent == words.NONE else f"{percent} %"


class CoveragePane(ListPane):
    """The tree from the top, then the audiences. Enter or a double-click opens the names of the figure it is on."""

    name = "coverage"
    empty = "Chưa có số liệu. Chốt danh sách triệu tập của một hội nghị rồi điểm danh."
    columns: Sequence[Column] = (
        Column(key="name", title="Tổ chức đảng, đối tượng", value=name_words, width=300, least=200),
        *(counted(key, title) for key, title in FIGURES),
        Column(
            key="percent",
            title="Đã học",
            value=lambda n: share(n.item.studied_percent),
            width=104,
            figures=True,
            tip="Đã dự hoặc đã học bù, so với số phải học",
        ),
        *(counted(key, title) for key, title in ESSAYS),
        Column(
            key="plans",
            title="Kế hoạch",
            value=lambda n: f"{n.item.plans_in}/{n.item.plans_owed}" if n.item.plans_owed else words.NONE,
            width=88,
            figures=True,
            tip="Chương trình, kế hoạch các đơn vị đã gửi, trên số phải gửi",
        ),
    )

    def __init__(self, page: Screen, round_id: int) -> None:
        self._rows: list[CoverageRow] = []
        super().__init__(page)
        self.round_id = round_id

    def gestures(self) -> Sequence[Action]:
        return tuple(
            Action(
                caption=title,
                run=partial(self.show_names, key),
                needs=Needs.ONE,
                tip=f"Danh sách “{title.lower()}” của dòng đang chọn",
            )
            for key, title in FIGURES
        )

    def load(self) -> None:
        work = partial(coverage, round_id=self.round_id)
        read_aside(self, self.desk, "Tính tiến độ học", work, self.show_coverage)

    def show_coverage(self, found: Coverage) -> None:
        self._rows = [*found.rows, *found.audiences]
        self.load_rows()

    def records(self) -> Iterable[Numbered]:
        return numbered(self._rows)

    def open(self, record_id: int) -> None:
        """The names behind the figure under the cursor; on another column, of who has not studied."""
        column = self.columns[self.table.currentIndex().column()].key
        self.show_names(column if column in dict((*FIGURES, *ESSAYS)) else "left")

    def show_names(self, key: str) -> None:
        row: CoverageRow = self.selected().item
        ids = frozenset(getattr(row, key))

        def among(standing: Standing) -> bool:
            return standing.row.member_id in ids

        group = Group(title=f"{dict((*FIGURES, *ESSAYS))[key]}: {row.name}", stands=among)
        self.desk.page_opened.emit(RoundNames(self.desk, self.round_id, group))
