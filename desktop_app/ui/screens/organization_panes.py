"""The lists on the page of an organization: its people, what stands under it, its past, who changed what."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from db.groupings import OrganizationVersion
from db.records import Organization
from db.values import ALWAYS, SuccessionKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import history, journal, members, organizations
from desktop_app.services.access import Right
from desktop_app.services.office import today
from desktop_app.services.organizations import TreeRow
from desktop_app.services.store import Store
from desktop_app.ui.list_pane import ListPane, Tab, numbered
from desktop_app.ui.parts import column
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.block_page import PEOPLE
from desktop_app.ui.screens.organizations_tab import open_organization
from desktop_app.ui.screens.person_changes import CHANGED, moment
from desktop_app.ui.screens.person_way import open_person
from desktop_app.ui.style import GAP
from desktop_app.ui.table_model import Column


def last_known(store: Store, organization_id: int) -> tuple[Organization, str]:
    """The organization as of today, or where it is no more (or not yet) of the last day written down; and the day."""
    day = today(store).isoformat()
    versions = organizations.versions(store, organization_id)
    for on in (day, *(version.valid_from for version in reversed(versions))):
        try:
            found = organizations.organization(store, organization_id, on)
        except Refusal:
            continue
        ended = found.closed_on <= day
        return found, (date.fromisoformat(found.closed_on) - timedelta(days=1)).isoformat() if ended else max(on, day)
    raise Refusal("Không còn tổ chức đảng này; hãy tải lại danh sách.")


class PeoplePane(ListPane):
    """Those who belong to the organization itself."""

    name, empty = "organization_people", "Chưa có ai sinh hoạt trực tiếp ở tổ chức này."
    columns = PEOPLE

    def __init__(self, page: Screen) -> None:
        super().__init__(page)
        self._of, self._on = 0, ""

    def of(self, organization_id: int, on: str) -> None:
        self._of, self._on = organization_id, on

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Trang đảng viên",
                run=lambda: self.open(self.table.selected_ids()[0]),
                keys="Ctrl+I",
                needs=Needs.ONE,
                tip="Enter hoặc bấm đúp",
            ),
        )

    def records(self) -> Iterable[Any]:
        if not self._on:
            return ()
        return members.page(self.store, members.of_cell(self.store, self._of, self._on), self._on)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người" if count else ""

    def open(self, record_id: int) -> None:
        open_person(self.desk, record_id)


class UnderPane(ListPane):
    """What stands directly under the organization; `rows` are put in by the page."""

    name, empty = "organization_under", "Không có tổ chức nào trực thuộc."
    columns = (
        Column(key="name", title="Tổ chức", value=lambda r: r.organization.name, width=320, least=200),
        Column(key="kind", title="Loại", value=lambda r: word(r.organization.kind), width=176),
        Column(
            key="count",
            title="Số đảng viên",
            value=lambda r: grouped(r.organization.member_count),
            width=112,
            figures=True,
        ),
    )
    rows: Sequence[TreeRow] = ()

    def gestures(self) -> Sequence[Action]:
        run = partial(self.open_chosen)
        return (Action(caption="Trang tổ chức", run=run, keys="Ctrl+I", needs=Needs.ONE, tip="Enter hoặc bấm đúp"),)

    def records(self) -> Iterable[Any]:
        return self.rows

    def key(self, record: TreeRow) -> int:
        return record.organization.id

    def open_chosen(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        open_organization(self.desk, record_id)


class VersionsPane(ListPane):
    """What it was called and where it stood, the latest on top."""

    name, heading = "organization_versions", "Tên và cấp trên"

    def __init__(self, page: Screen, organization_id: int) -> None:
        self.organization_id = organization_id
        self.columns = (
            Column(key="since", title="Từ ngày", value=lambda r: began(r.item.valid_from), width=96),
            Column(key="name", title="Tên", value=lambda r: r.item.name, width=288, least=160),
            Column(key="parent", title="Trực thuộc", value=self.superior, width=240, least=120),
            Column(key="paper", title="Số quyết định", value=lambda r: r.item.decision_no or "", width=144),
        )
        super().__init__(page)

    def superior(self, record: Any) -> str:
        version: OrganizationVersion = record.item
        return name_on(self.store, version.parent_id, version.valid_from) if version.parent_id else ""

    def records(self) -> Iterable[Any]:
        return numbered(reversed(organizations.versions(self.store, self.organization_id)))


class SuccessionsPane(ListPane):
    """The splits and mergers it came from or went into."""

    name, heading = "organization_successions", "Chia tách, sáp nhập"
    empty = "Chưa có chia tách, sáp nhập."

    def __init__(self, page: Screen, organization_id: int) -> None:
        self.organization_id = organization_id
        self.columns = (
            Column(key="on", title="Từ ngày", value=lambda r: show_date(r.item.effective_on), width=96),
            Column(key="kind", title="Việc", value=lambda r: word(SuccessionKind(r.item.kind)), width=112),
            Column(key="old", title="Trước", value=lambda r: self.called(r.item.old_id), width=240, least=128),
            Column(key="new", title="Sau", value=lambda r: self.called(r.item.new_id), width=240, least=128),
            Column(key="paper", title="Số quyết định", value=lambda r: r.item.decision_no or "", width=144),
        )
        super().__init__(page)

    def called(self, organization_id: int) -> str:
        return last_known(self.store, organization_id)[0].name

    def records(self) -> Iterable[Any]:
        return numbered(organizations.successions(self.store, self.organization_id))

    def open(self, record_id: int) -> None:
        """The page of the other organization."""
        chosen = self.selected()
        if chosen is not None:
            other = {chosen.item.old_id, chosen.item.new_id} - {self.organization_id}
            open_organization(self.desk, other.pop())


class ThroughTime(Tab):
    """Names and superiors, and what became of what."""

    def __init__(self, page: Screen, organization_id: int) -> None:
        super().__init__()
        self._lists: list[ListPane] = [VersionsPane(page, organization_id), SuccessionsPane(page, organization_id)]
        parts = column(*self._lists)
        parts.setContentsMargins(0, GAP, 0, 0)
        self.setLayout(parts)

    def panes(self) -> list[ListPane]:
        return self._lists

    def load(self) -> None:
        for each in self._lists:
            each.load()


class OrganizationChanges(ListPane):
    """Who changed what about the organization, the newest on top."""

    name, empty = "organization_changes", "Chưa có thay đổi nào được ghi lại."
    columns: Sequence[Column] = (
        Column(key="when", title="Lúc", value=lambda r: moment(r.item.done_at), width=128),
        Column(key="who", title="Người làm", value=lambda r: r.item.user, width=96, least=80),
        Column(key="gesture", title="Việc", value=lambda r: r.item.gesture, width=240, least=112),
        *CHANGED,
    )

    def __init__(self, page: Screen, organization_id: int) -> None:
        super().__init__(page)
        self.organization_id = organization_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Hoàn tác việc này", run=self.take_back, keys="Ctrl+Shift+Z", needs=Needs.ONE, right=Right.CELL
            ),
        )

    def records(self) -> Iterable[Any]:
        found = history.of_row(self.store, "organization", (self.organization_id,))
        for version in organizations.versions(self.store, self.organization_id):
            found += history.of_row(self.store, "organization_version", (version.id,))
        return numbered(sorted(found, key=lambda change: (change.done_at, change.gesture_id), reverse=True))

    def take_back(self) -> None:
        if (chosen := self.selected()) is not None:
            done = f"Đã hoàn tác: {chosen.item.gesture}."
            self.page.perform(journal.undo, chosen.item.gesture_id, done=done)


def began(day: str) -> str:
    return "từ trước" if day == ALWAYS else show_date(day)


def name_on(store: Store, organization_id: int, on: str) -> str:
    """What an organization was called on a day, or last, where it did not exist then."""
    try:
        return organizations.organization(store, organization_id, on).name
    except Refusal:
        return last_known(store, organization_id)[0].name
