"""The register of issued documents: searched, looked at as they went out, saved again, withdrawn, explained."""

from collections.abc import Sequence

from desktop_app.domain.wording import grouped
from desktop_app.services import issuing
from desktop_app.services.access import Right
from desktop_app.services.issuing import IssuedDocument
from desktop_app.ui import words
from desktop_app.ui.filters import Filter
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.issued_columns import COLUMNS
from desktop_app.ui.screens.issued_print import open_issued, save_again, withdraw
from desktop_app.ui.screens.why_page import open_why
from desktop_app.ui.table_model import Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen


class IssuedPage(TableScreen):
    """The newest on top. What is searched for is looked for in the whole text of the documents too."""

    title, name = "Văn bản phát hành", "issued"
    search_hint = "Tìm số, lời trong văn bản (Ctrl+K)"
    empty = "Chưa phát hành văn bản nào. Mở văn bản ở In ấn rồi bấm “Phát hành…”."
    columns = COLUMNS

    def filters(self) -> Sequence[Filter]:
        return (Filter(key="kind", label="Loại", options=self.kinds),)

    def kinds(self) -> list[tuple[str | None, str]]:
        """The kinds there are, by the code of their symbol."""
        known = sorted({each.kind for each in issuing.documents(self.store)})
        return [(None, words.ALL), *((kind, kind) for kind in known)]

    def gestures(self) -> Sequence[Action]:
        one = Needs.ONE
        return (
            Action(caption="Xem nguyên bản", run=self.open_selected, keys="F2", needs=one, main=True),
            Action(caption="Lưu PDF…", run=self.save, keys="Ctrl+S", needs=one),
            Action(caption="Vì sao số liệu khác?", run=self.explain, keys="Ctrl+Shift+Y", needs=one),
            Action(caption="Thu hồi…", run=self.withdraw, keys="Delete", needs=one, right=Right.WRITE),
        )

    def remedy(self) -> Action | None:
        return Action(caption="Đến In ấn", run=lambda: self.desk.place_wanted.emit("printing", ""))

    def listing(self, query: Query) -> Listing:
        found = issuing.documents(self.store, query.text, query.chosen["kind"])
        return listing_of(found, self.columns, "", query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} văn bản"

    def open(self, record_id: int) -> None:
        open_issued(self.desk, record_id)

    def selected(self) -> IssuedDocument:
        """The document the actions are about."""
        found: IssuedDocument = self.table.records()[0]
        return found

    def open_selected(self) -> None:
        self.open(self.selected().id)

    def save(self) -> None:
        save_again(self, self.desk, self.selected())

    def withdraw(self) -> None:
        withdraw(self, self.desk, self.selected())

    def explain(self) -> None:
        open_why(self.desk, self.selected())
