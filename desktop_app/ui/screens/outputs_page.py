"""What left the program: who printed, exported, looked at numbers in full or gave a password, and when.

Nothing is changed here."""

from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import journal
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.person_changes import moment
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

MOST = 5000


class OutputsPage(TableScreen):
    """A page opened from the journal; the latest on top."""

    title, name = "Đã in, đã xuất", "outputs"
    search_hint = "Tìm trong danh sách này (Ctrl+K)"
    empty = "Chưa in hay xuất văn bản nào."
    columns = (
        Column(key="when", title="Lúc", value=lambda o: moment(o.done_at), width=136),
        Column(key="who", title="Người làm", value=lambda o: o.user, width=128, least=88),
        Column(key="kind", title="Việc", value=lambda o: word(o.kind), width=152),
        Column(key="what", title="Văn bản, danh sách, người dùng", value=lambda o: o.what, width=320, least=176),
        Column(key="scope", title="Của", value=lambda o: o.scope, width=320, least=176),
    )

    def listing(self, query: Query) -> Listing:
        return listing_of(journal.output_log(self.store, MOST), self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} lần"

    def remedy(self) -> Action:
        return Action(caption="Quay lại nhật ký", run=self.desk.back_wanted.emit)
