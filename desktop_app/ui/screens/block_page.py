"""The people who live in one residence block, as of a day."""

from collections.abc import Sequence
from functools import partial

from db.records import Member
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import members, residence
from desktop_app.services.access import Right
from desktop_app.services.members import MemberFilter
from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.blocks_pane import SETTLE, ask_block
from desktop_app.ui.screens.person_way import open_person, person_action
from desktop_app.ui.table_model import Column, Listing
from desktop_app.ui.table_screen import Query, TableScreen

PEOPLE: tuple[Column, ...] = (
    Column(key="name", title="Họ và tên", value=lambda m: m.full_name, width=240, least=160, order="list"),
    Column(
        key="birth",
        title="Ngày sinh",
        value=lambda m: show_date(m.birth_date) if m.birth_date else "",
        width=96,
        order="birth_date",
    ),
    Column(key="cell", title="Chi bộ", value=lambda m: m.cell or "", width=240, least=120, order="cell"),
    Column(key="position", title="Chức vụ", value=lambda m: m.position or "", width=200, least=80),
    Column(key="code", title="Mã", value=lambda m: m.code, width=80, order="code"),
)


class BlockPage(TableScreen):
    """`on` None = today."""

    title, name = "Phố, tổ dân phố", "block_people"
    columns = PEOPLE
    empty = "Chưa xếp ai vào đây. Chọn người trong danh sách đảng viên rồi bấm “Xếp vào tổ dân phố”."

    def __init__(self, desk: Desk, block_id: int, on: str | None = None) -> None:
        self.block_id, self.on = block_id, on
        super().__init__(desk)

    def gestures(self) -> Sequence[Action]:
        return (
            person_action(self.desk, lambda: self.table.selected_ids()[0], button=True, tip="Enter hoặc bấm đúp"),
            Action(
                caption=SETTLE,
                run=self.settle,
                needs=Needs.SOME,
                tip="Sang nơi khác, hoặc không nơi nào",
                right=Right.CELL,
            ),
        )

    def remedy(self) -> Action:
        return Action(caption="Danh sách đảng viên", run=partial(self.desk.place_wanted.emit, "members", ""))

    def load(self) -> None:
        found = next((each for each in residence.blocks(self.store, self.on) if each.id == self.block_id), None)
        if found is None:
            self.desk.back_wanted.emit()
            raise Refusal("Không còn phố, tổ dân phố này; hãy tải lại danh sách.")
        self.set_title(f"{found.name}, tính đến {show_date(self.on)}" if self.on else found.name)
        super().load()

    def listing(self, query: Query) -> Listing:
        by = query.sorting.column
        asked = MemberFilter(
            text=query.text,
            block_id=self.block_id,
            on=self.on,
            order=(by.order if by else None) or "list",
            descending=query.sorting.descending,
        )
        return Listing(ids=members.list_ids(self.store, asked), fetch=self.people)

    def people(self, ids: Sequence[int]) -> Sequence[Member]:
        return members.page(self.store, ids, self.on)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người"

    def open(self, record_id: int) -> None:
        open_person(self.desk, record_id)

    def settle(self) -> None:
        ask_block(self, self.desk, self.table.selected_ids())
