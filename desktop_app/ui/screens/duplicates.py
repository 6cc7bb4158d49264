"""Entries of the register that may be one person, the likeliest first, with what speaks for and against it."""

from collections.abc import Sequence
from typing import Any

from db.records import Member
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.services import duplicates
from desktop_app.services.access import Right
from desktop_app.services.duplicates import Pair
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import Numbered, numbered
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

FIND, COMPARE, APART = "Tìm người trùng", "So sánh và gộp", "Không phải một người"
LOOKING = "Đang tìm người trùng…"
NONE_FOUND = "Không thấy hai bản ghi nào có thể là một người."
MOST = 200


def find_duplicates(desk: Desk) -> None:
    """Open the page over the present screen."""
    desk.page_opened.emit(DuplicatesPage(desk))


def who(person: Member) -> str:
    """“Nguyễn Văn An, 05/02/1960, Đội Cung 1”."""
    born = show_date(person.birth_date) if person.birth_date else ""
    return ", ".join(filter(None, (person.full_name, born, person.cell)))


def strength(points: int) -> str:
    """How likely it is, in a word; the points stand beside it."""
    return "gần như chắc" if points >= 100 else "nhiều khả năng" if points >= 70 else "có thể"


class DuplicatesPage(TableScreen):
    """Looked for beside the window in a large office; `empty` says so meanwhile."""

    title, name = FIND, "duplicates"
    search_hint = "Tìm trong danh sách này (Ctrl+K)"
    columns = (
        Column(key="one", title="Người thứ nhất", value=lambda r: who(r.item.one), width=304, least=184),
        Column(key="other", title="Người thứ hai", value=lambda r: who(r.item.other), width=304, least=184),
        Column(key="why", title="Vì sao", value=lambda r: ", ".join(r.item.likeness.reasons), width=280, least=160),
        Column(
            key="points",
            title="Mức giống",
            value=lambda r: f"{strength(r.item.likeness.points)} ({r.item.likeness.points})",
            width=144,
            sort_key=lambda r: r.item.likeness.points,
            tip="Tổng điểm của các lý do; từ 55 điểm trở lên thì nêu ra",
        ),
    )

    def __init__(self, desk: Desk) -> None:
        self.found: list[Pair] = []
        self.empty = LOOKING
        super().__init__(desk)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=COMPARE, run=self.compare, keys="Ctrl+I", needs=Needs.ONE, main=True),
            Action(
                caption=APART,
                run=self.tell_apart,
                keys="Ctrl+D",
                needs=Needs.ONE,
                tip="Không nêu cặp này nữa",
                right=Right.WRITE,
            ),
        )

    def remedy(self) -> Action | None:
        return None

    def load(self) -> None:
        read_aside(self, self.desk, LOOKING, duplicates.pairs, self.show_pairs)
        super().load()

    def show_pairs(self, found: list[Pair]) -> None:
        """The pairs found; those still to be looked at."""
        self.found, self.empty = found, NONE_FOUND
        self.load_now()

    def listing(self, query: Query) -> Listing:
        return listing_of(numbered(self.found), self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        most = " đầu tiên" if len(self.found) == MOST else ""
        return f"{grouped(count)} cặp{most}"

    def chosen(self) -> Pair | None:
        rows: list[Numbered] = self.table.records()
        return rows[0].item if len(rows) == 1 else None

    def open(self, record_id: Any) -> None:
        self.compare()

    def compare(self) -> None:
        from desktop_app.ui.screens.compare_page import ComparePage

        if (pair := self.chosen()) is not None:
            self.desk.page_opened.emit(ComparePage(self.desk, pair.one.id, pair.other.id))

    def tell_apart(self) -> None:
        if (pair := self.chosen()) is not None:
            self.perform(duplicates.not_same, pair.one.id, pair.other.id)
