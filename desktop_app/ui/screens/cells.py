"""The organizations of the office and, beside them, where people live, as of any day. The tabs hold the lists."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.dates import show_date
from desktop_app.services.office import office
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter, FilterBar
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.blocks_pane import BlocksPane
from desktop_app.ui.screens.organizations_tab import OrganizationsTab, open_organization
from desktop_app.ui.tabbed_page import TabbedPage

AS_OF = Filter(
    key="on",
    label="Tính đến",
    options=lambda: [(None, "hôm nay")],
    other="ngày khác…",
    ask=lambda parent: ask_day(parent),
    shown=show_date,
)


class CellsScreen(TabbedPage):
    """The place “Chi bộ”."""

    title = "Chi bộ"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filter_bar = FilterBar((AS_OF,), self)
        self.tools.insertWidget(0, self.filter_bar)
        self.filter_bar.changed.connect(self.reload)
        self.organizations = OrganizationsTab(self, self.day)
        self.blocks = BlocksPane(self, self.day)
        self.add_tab("Tổ chức đảng", self.organizations)
        self.add_tab("Phố, tổ dân phố", self.blocks)
        self.facts_line.hide()

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Trang của đảng bộ", run=self.open_office, keys="Ctrl+Shift+I"),)

    def day(self) -> str | None:
        """The day asked for; None = today."""
        day = self.filter_bar.chosen()["on"]
        return day if isinstance(day, str) else None

    def read(self) -> None:
        self.filter_bar.refill()

    def look_for(self, text: str) -> None:
        """Search for a text given from elsewhere, as things are today."""
        self.filter_bar.reset()
        super().look_for(text)

    def open_office(self) -> None:
        open_organization(self.desk, office(self.store).organization_id)


def ask_day(parent: QWidget) -> str | None:
    return ask.ask_date(parent, "Xem tổ chức tính đến ngày nào?", "Xem")
