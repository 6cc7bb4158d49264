"""One organization: who belongs to it, what stands under it, its names and superiors through time, who changed what.

One that is no more is shown as it last was.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from db.records import Organization
from db.values import ALWAYS, FOREVER, OrganizationKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import organizations
from desktop_app.services.access import Right
from desktop_app.services.office import today
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action
from desktop_app.ui.screens import organization_doings as doings
from desktop_app.ui.screens.organization_panes import (
    OrganizationChanges,
    PeoplePane,
    ThroughTime,
    UnderPane,
    last_known,
)
from desktop_app.ui.screens.organizations_tab import SPLIT
from desktop_app.ui.tabbed_page import TabbedPage

ENDED = "Tổ chức này đã kết thúc; trang chỉ để xem lại."


class OrganizationPage(TabbedPage):
    """`organization_id` is the organization."""

    title = "Tổ chức đảng"

    def __init__(self, desk: Desk, organization_id: int) -> None:
        super().__init__(desk)
        self.organization_id = organization_id
        self.lines = label(name="quiet", wrap=True)
        self.body.insertWidget(1, self.lines)
        self.people, self.under = PeoplePane(self), UnderPane(self)
        self.through = ThroughTime(self, organization_id)
        self.changes = OrganizationChanges(self, organization_id)
        self.add_tab("Đảng viên", self.people)
        self.add_tab("Tổ chức trực thuộc", self.under)
        self.add_tab("Qua thời gian", self.through)
        self.add_tab("Ai đã sửa gì", self.changes)
        found, _ = last_known(desk.store, organization_id)
        self.tabs.setCurrentIndex(0 if found.kind is OrganizationKind.CELL else 1)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption=doings.RENAME,
                run=self.doing(doings.rename),
                keys="F2",
                tip="Theo quyết định",
                right=Right.WRITE,
            ),
            Action(caption=doings.MOVE, run=self.doing(doings.move), tip="Về tổ chức cấp trên khác", right=Right.WRITE),
            Action(caption=SPLIT, run=self.split, right=Right.WRITE),
            Action(caption=doings.CLOSE, run=self.doing(doings.close), right=Right.WRITE),
            Action(caption=doings.MISTYPED, run=self.doing(doings.mistyped), keys="Ctrl+E", right=Right.WRITE),
            Action(caption=doings.LINES, run=self.doing(doings.head_lines), right=Right.WRITE),
        )

    def doing(self, ask: Callable[[QWidget, Desk, Organization], object]) -> Callable[[], None]:
        """A dialog about this organization, while it exists."""

        def run() -> None:
            if (found := self.living()) is not None:
                ask(self, self.desk, found)

        return run

    def living(self) -> Organization | None:
        """The organization while it exists; otherwise that is told."""
        found, _ = last_known(self.store, self.organization_id)
        if found.closed_on > today(self.store).isoformat():
            return found
        self.desk.refused.emit(ENDED)
        return None

    def split(self) -> None:
        from desktop_app.ui.screens.split_page import SplitPage

        if self.living() is not None:
            self.desk.page_opened.emit(SplitPage(self.desk, self.organization_id))

    def read(self) -> None:
        found, day = last_known(self.store, self.organization_id)
        rows = organizations.tree(self.store, day)
        counted = next((row.organization for row in rows if row.organization.id == found.id), found)
        above = next((row.organization for row in rows if row.organization.id == found.parent_id), None)
        self.set_title(found.name)
        self.facts_line.setText(" · ".join(told(counted, above)))
        superior, issuer = organizations.lines_of(self.store, found.id, day)
        self.lines.setText("Dòng đầu văn bản: " + " / ".join(filter(None, (superior, issuer))))
        self.people.of(found.id, day)
        self.under.rows = [row for row in rows if row.organization.parent_id == found.id]


def told(found: Organization, above: Organization | None) -> list[str]:
    """The facts of an organization, a few words each."""
    lines = [word(found.kind), f"{grouped(found.member_count)} đảng viên"]
    lines += [f"trực thuộc {above.name}"] if above else []
    lines += [f"mã {found.code}"] if found.code else []
    lines += [word(found.audience).lower()]
    lines += [f"thành lập {show_date(found.opened_on)}"] if found.opened_on > ALWAYS else []
    lines += [f"kết thúc từ {show_date(found.closed_on)}"] if found.closed_on < FOREVER else []
    return lines
