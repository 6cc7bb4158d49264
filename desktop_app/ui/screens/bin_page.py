"""The bin: people taken out of the register, who can be brought back as they were."""

from collections.abc import Sequence

from desktop_app.domain.wording import grouped
from desktop_app.services import bin as kept
from desktop_app.services.access import Right
from desktop_app.services.bin import Binned
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.erasing import CAPTION, ask_erase
from desktop_app.ui.screens.person_card import shown
from desktop_app.ui.screens.person_changes import moment
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen


def binned_at(each: Binned) -> str:
    return moment(each.deleted_at) if each.deleted_at else ""


class BinPage(TableScreen):
    """A page opened from the journal; the latest on top."""

    opening = Right.WRITE
    title, name = "Thùng rác", "bin"
    search_hint = "Tìm trong thùng rác (Ctrl+K)"
    empty = "Thùng rác trống: chưa xóa ai khỏi sổ."
    columns = (
        Column(key="name", title="Họ và tên", value=lambda b: b.person.full_name, width=240, least=144),
        Column(key="birth", title="Ngày sinh", value=lambda b: shown(b.person.birth_date), width=104),
        Column(key="cell", title="Chi bộ", value=lambda b: b.person.cell or "", width=240, least=144),
        Column(key="code", title="Mã", value=lambda b: b.person.code, width=88),
        Column(key="when", title="Xóa lúc", value=binned_at, width=144),
    )

    def listing(self, query: Query) -> Listing:
        rows = kept.binned(self.store)
        return listing_of(rows, self.columns, query.text, query.sorting, key=lambda each: each.person.id)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người"

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Khôi phục",
                run=self.restore,
                keys="Ctrl+N",
                needs=Needs.SOME,
                main=True,
                tip="Đưa những người đã chọn trở lại sổ",
                right=Right.WRITE,
            ),
            Action(
                caption=CAPTION,
                run=self.erase,
                needs=Needs.ONE,
                tip="Theo yêu cầu của người ấy; không hoàn tác được",
                right=Right.ADMINISTRATE,
            ),
        )

    def remedy(self) -> Action:
        return Action(caption="Quay lại nhật ký", run=self.desk.back_wanted.emit)

    def open(self, record_id: int) -> None:
        self.restore()

    def restore(self) -> None:
        self.perform(kept.restore, self.table.selected_ids())

    def erase(self) -> None:
        ask_erase(self, self.table.records()[0].person)
