"""The residence blocks (phố, tổ dân phố) of the office: a grouping of people beside the tree."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget

from db.groupings import ResidenceBlock
from db.values import ALWAYS
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import residence
from desktop_app.services.access import Right
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, TextField
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.table_model import Column

ADD, CORRECT, CLOSE, SETTLE = "Thêm phố, tổ dân phố", "Sửa tên", "Kết thúc", "Xếp vào tổ dân phố"
NO_BLOCK = "– không ở phố, tổ dân phố nào –"
FULL_YEARS = "Để trống ngày thì tính từ trước đến nay."


class BlocksPane(ListPane):
    """`on()` gives the day asked for, None for today."""

    name = "blocks"
    empty = (
        "Chưa có phố, tổ dân phố nào. Thêm từng nơi, rồi chọn người trong danh sách đảng viên và xếp vào: "
        "nơi cư trú không phụ thuộc chi bộ."
    )
    columns = (
        Column(key="name", title="Phố, tổ dân phố", value=lambda b: b.name, width=360, least=200),
        Column(
            key="people",
            title="Số người",
            value=lambda b: grouped(b.people),
            width=96,
            figures=True,
            sort_key=lambda b: b.people,
        ),
        Column(
            key="since",
            title="Có từ",
            value=lambda b: "" if b.opened_on == ALWAYS else show_date(b.opened_on),
            width=96,
        ),
        Column(key="code", title="Mã", value=lambda b: b.code or "", width=96),
    )

    def __init__(self, page: Screen, on: Callable[[], str | None]) -> None:
        self._on = on
        super().__init__(page)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=ADD, run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption="Người cư trú", run=self.open_chosen, keys="Ctrl+I", needs=Needs.ONE, tip="Enter, bấm đúp"),
            Action(caption=CORRECT, run=self.correct, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(
                caption=CLOSE,
                run=self.close_chosen,
                needs=Needs.ONE,
                tip="Khi phố, tổ dân phố không còn",
                right=Right.WRITE,
            ),
        )

    def records(self) -> Iterable[ResidenceBlock]:
        return residence.blocks(self.store, self._on())

    def counted(self, count: int) -> str:
        return f"{grouped(count)} phố, tổ dân phố" if count else ""

    def open_chosen(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        from desktop_app.ui.screens.block_page import BlockPage

        self.desk.page_opened.emit(BlockPage(self.desk, record_id, self._on()))

    def add(self) -> None:
        fields = (
            TextField(key="name", label="Tên", required=True, hint="ví dụ: Tổ dân phố 3"),
            DateField(key="opened_on", label="Có từ ngày", whole=True, half=True, hint="từ trước đến nay"),
            TextField(key="code", label="Mã", half=True, hint="nếu có"),
        )

        def keep(values: Values) -> None:
            made = self.desk.write(residence.create_block, **values)
            self.table.select_ids([made.id])

        fill_in(self.page, ADD, ADD, fields, {}, keep)

    def correct(self) -> None:
        chosen = self.selected()

        def keep(values: Values) -> None:
            self.desk.write(residence.rename_block, chosen.id, values["name"])

        fields = (TextField(key="name", label="Tên", required=True),)
        fill_in(self.page, f"{CORRECT} {chosen.name}", CORRECT, fields, {"name": chosen.name}, keep)

    def close_chosen(self) -> None:
        chosen = self.selected()

        def keep(values: Values) -> None:
            self.desk.write(residence.close_block, chosen.id, values["on"])

        fields = (DateField(key="on", label="Không còn từ", required=True, whole=True),)
        fill_in(self.page, f"{CLOSE} {chosen.name}", CLOSE, fields, {}, keep)


def ask_block(parent: QWidget, desk: Desk, member_ids: Sequence[int]) -> None:
    """Which block these people live in, and since when."""
    known = [(block.id, block.name) for block in residence.blocks(desk.store)]
    if not known:
        desk.refused.emit("Chưa có phố, tổ dân phố nào; hãy thêm ở mục Chi bộ, thẻ Phố, tổ dân phố.")
        return
    fields = (
        ChoiceField(key="block_id", label="Nơi cư trú", options=[*known, (0, NO_BLOCK)], required=True),
        DateField(key="since", label="Từ ngày", whole=True, hint="từ trước đến nay"),
    )

    def keep(values: Values) -> None:
        if values["block_id"] is None:
            raise Refusal("Chưa chọn phố, tổ dân phố; hãy chọn một dòng.")
        desk.write(residence.assign, values["block_id"] or None, member_ids, values["since"])

    title = f"Xếp {grouped(len(member_ids))} người vào tổ dân phố"
    fill_in(parent, title, SETTLE, fields, {}, keep, told=FULL_YEARS)
