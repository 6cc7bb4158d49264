"""The issued documents that name one person."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.domain.wording import grouped
from desktop_app.services import issuing
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.issued_columns import COLUMNS
from desktop_app.ui.screens.issued_print import open_issued

if TYPE_CHECKING:  # the page holds this pane
    from desktop_app.ui.screens.person_page import PersonPage


class NamedInPane(ListPane):
    """The newest on top; opened, the very pages that went out."""

    name, empty = "person_papers", "Chưa có văn bản phát hành nào ghi tên đồng chí này."
    columns = COLUMNS

    def __init__(self, page: "PersonPage") -> None:
        self._person = page
        super().__init__(page)

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Xem nguyên bản", run=self.open_selected, keys="Ctrl+Shift+O", needs=Needs.ONE),)

    def records(self) -> Iterable[Any]:
        return issuing.about(self.store, self._person.member_id)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} văn bản" if count else ""

    def open(self, record_id: int) -> None:
        open_issued(self.desk, record_id)

    def open_selected(self) -> None:
        if (chosen := self.selected()) is not None:
            self.open(chosen.id)
