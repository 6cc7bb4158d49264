"""The people of the register: searched, filtered, added, amended, put in the bin. Lists are brought in elsewhere."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from db.records import Member
from db.values import MemberKind, MemberStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.form import Subject
from desktop_app.services import members, organizations
from desktop_app.services.access import Right
from desktop_app.services.members import MemberFilter
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.blocks_pane import SETTLE, ask_block
from desktop_app.ui.screens.card_print import CARDS, print_cards
from desktop_app.ui.screens.duplicates import FIND, find_duplicates
from desktop_app.ui.screens.member_dialogs import add_person, edit_person
from desktop_app.ui.screens.member_fields import worded
from desktop_app.ui.screens.owed import owed_words
from desktop_app.ui.screens.person_way import open_person, person_action
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing
from desktop_app.ui.table_screen import Query, TableScreen

TONES = {
    MemberStatus.ACTIVE: Tone.GOOD,
    MemberStatus.EXEMPT: Tone.QUIET,
    MemberStatus.SUSPENDED: Tone.WARN,
    MemberStatus.INTERRUPTED: Tone.WARN,
    MemberStatus.DECEASED: Tone.QUIET,
    MemberStatus.LEFT: Tone.QUIET,
}


KINDS_SHOWN = {MemberKind.PROBATIONARY: "Đảng viên dự bị", MemberKind.GUEST: "Khách mời dự học"}


def shown_date(iso: str | None) -> str:
    return show_date(iso) if iso else ""


def shown_status(member: Member) -> str:
    """The status; for those who are not official members, what they are."""
    if member.status is MemberStatus.ACTIVE and member.kind not in (None, MemberKind.OFFICIAL):
        return KINDS_SHOWN[member.kind]
    return word(member.status) if member.status else ""


def tone(member: Member) -> Tone | None:
    return TONES[member.status] if member.status else None


class MembersScreen(TableScreen):
    """Everyone, in the Vietnamese order of names."""

    title, name = "Đảng viên", "members"
    empty = "Chưa có đảng viên. Nhập danh sách từ Excel, hoặc thêm từng người bằng nút ở trên."

    def __init__(self, desk: Desk) -> None:
        self.owed: dict[int, str] = {}
        self.columns = (
            Column(key="name", title="Họ và tên", value=lambda m: m.full_name, width=200, least=136, order="list"),
            Column(
                key="birth", title="Ngày sinh", value=lambda m: shown_date(m.birth_date), width=92, order="birth_date"
            ),
            Column(key="cell", title="Chi bộ", value=lambda m: m.cell or "", width=176, least=112, order="cell"),
            Column(key="position", title="Chức vụ", value=lambda m: m.position or "", width=136, least=80),
            Column(key="status", title="Trạng thái", value=shown_status, width=172, tone=tone),
            Column(key="owed", title="Còn nợ", value=lambda m: self.owed.get(m.id, ""), width=128, least=88),
            Column(key="card", title="Số thẻ Đảng", value=lambda m: words.masked(m.party_card_no), width=100),
            Column(key="code", title="Mã", value=lambda m: m.code, width=72, order="code"),
        )
        super().__init__(desk)
        self.more = QPushButton("Việc khác")
        self.more.setAutoDefault(False)
        menu = QMenu(self.more)
        menu.addActions([action for action in self.menu_actions() if action.text() in (SETTLE, FIND, CARDS)])
        self.more.setMenu(menu)
        self.tools.addWidget(self.more)

    def filters(self) -> Sequence[Filter]:
        statuses = [(None, words.ALL), *worded(MemberStatus)]
        kinds = [(None, words.ALL), *worded(MemberKind)]
        return (
            Filter(key="cell_id", label="Chi bộ", options=self.cell_options),
            Filter(key="status", label="Trạng thái", options=lambda: statuses),
            Filter(key="kind", label="Loại", options=lambda: kinds),
            Filter(
                key="on",
                label="Tính đến",
                options=lambda: [(None, "hôm nay")],
                other="ngày khác…",
                ask=ask_day,
                shown=show_date,
            ),
        )

    def cell_options(self) -> list[tuple[object, str]]:
        cells = organizations.cell_names(self.store)
        return [(None, words.ALL), (0, "Chưa có chi bộ"), *cells]

    def listing(self, query: Query) -> Listing:
        on = query.chosen["on"]

        def fetch(ids: Sequence[int]) -> list[Member]:
            """The people of a block, with what they owe."""
            self.owed |= owed_words(self.store, ids)
            return members.page(self.store, ids, on)

        return Listing(ids=members.list_ids(self.store, wanted(query)), fetch=fetch)

    def load(self) -> None:
        self.owed = {}
        super().load()

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người"

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm đảng viên", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            person_action(self.desk, lambda: self.table.selected_ids()[0], button=True, tip="Enter hoặc bấm đúp"),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.CELL),
            Action(
                caption=words.REMOVE,
                run=self.remove,
                keys="Delete",
                needs=Needs.SOME,
                tip="Đưa vào thùng rác",
                right=Right.WRITE,
            ),
            Action(caption=SETTLE, run=self.settle, keys="Ctrl+B", needs=Needs.SOME, button=False, right=Right.CELL),
            Action(caption=FIND, run=lambda: find_duplicates(self.desk), keys="Ctrl+T", button=False),
            Action(caption=CARDS, run=self.print_cards, keys="Ctrl+P", button=False),
        )

    def remedy(self) -> Action:
        return Action(
            caption="Nhập từ Excel…", run=lambda: self.desk.place_wanted.emit("importing", ""), right=Right.WRITE
        )

    def add(self) -> None:
        """A new person, by default in the cell that is filtered for."""
        cell_id = self.filter_bar.chosen()["cell_id"]
        add_person(self, self.desk, cell_id, lambda kept: self.show_kept(kept.id))

    def edit(self) -> None:
        edit_person(self, self.desk, self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        open_person(self.desk, record_id)

    def entered(self, text: str) -> None:
        """Enter in the search box: the page of the one person found, otherwise into the list of those found."""
        super().entered(text)
        if text and self.table.rows.rowCount() == 1:
            self.open(self.table.rows.id_at(0))

    def look_for(self, text: str) -> None:
        """Search for a text given from elsewhere; Enter then opens the first person found."""
        super().look_for(text)
        if text:
            self._into_table()

    def settle(self) -> None:
        """Where the selected people live."""
        ask_block(self, self.desk, self.table.selected_ids())

    def print_cards(self) -> None:
        """Cards with their codes for those selected, or for the cell that is filtered for."""
        cell_id = self.filter_bar.chosen()["cell_id"] or None
        cell = cell_title(organizations.organization(self.store, cell_id).name) if cell_id else "mọi đảng viên"
        print_cards(self, self.desk, Subject(cell_id=cell_id), cell, self.table.selected_ids())

    def remove(self) -> None:
        self.perform(members.remove, self.table.selected_ids())


def wanted(query: Query) -> MemberFilter:
    """The clerk's question in the words of the service."""
    cell_id, column = query.chosen["cell_id"], query.sorting.column
    return MemberFilter(
        text=query.text,
        cell_id=cell_id or None,
        no_cell=cell_id == 0,
        status=query.chosen["status"],
        kind=query.chosen["kind"],
        on=query.chosen["on"],
        order=(column.order if column else None) or "list",
        descending=query.sorting.descending,
    )


def ask_day(parent: QWidget) -> str | None:
    return ask.ask_date(parent, "Xem danh sách tính đến ngày nào?", "Xem")
