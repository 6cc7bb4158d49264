"""Paper and workbooks of a conference that go out and come back; its sign-in pages, and which are still missing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.dates import show_date
from desktop_app.domain.names import is_page_code
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.forms.form import Subject
from desktop_app.services import conferences, sheets
from desktop_app.services.access import Right
from desktop_app.services.sheets import PageState
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.return_doings import receive_list, receive_sheets, send_sheets
from desktop_app.ui.screens.sheet_page import SheetPageScreen, open_sheet_page
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

STATES = ((None, words.ALL), ("missing", "Chưa về"), ("closed", "Đã khép"))


def state_words(state: PageState) -> str:
    """“Đã khép”, “Chưa về”, or that a newer list took its place."""
    if state.closed:
        return "Đã khép"
    return "Chưa về" if state.newest else "Danh sách cũ"


def state_tone(state: PageState) -> Tone:
    if state.closed:
        return Tone.GOOD
    return Tone.WARN if state.newest else Tone.QUIET


class SheetPagesScreen(TableScreen):
    """`conference_id` is the conference. A code typed or scanned into the search box opens its page."""

    title, name = "Phiếu, trang ký tên", "sheet_pages"
    search_hint = "Gõ mã trang rồi Enter, hoặc tìm (Ctrl+K)"
    empty = "Chưa in danh sách ký tên nào; mỗi trang in ra có mã riêng và được liệt kê ở đây."
    columns = (
        Column(key="day", title="Ngày", value=lambda s: show_date(s.page.held_on), width=96),
        Column(key="where", title="Nơi ký", value=lambda s: s.where, width=320, least=160),
        Column(key="page", title="Trang", value=lambda s: f"{s.page.page}/{s.page.pages}", width=72, figures=True),
        Column(key="version", title="Lần lập", value=lambda s: str(s.page.version), width=72, figures=True),
        Column(key="people", title="Số người", value=lambda s: grouped(len(s.page.member_ids)), width=80, figures=True),
        Column(key="state", title="Tình trạng", value=state_words, width=136, tone=state_tone),
        Column(key="code", title="Mã trang", value=lambda s: s.page.code, width=112),
    )

    def __init__(self, desk: Desk, conference_id: int, parent: QWidget | None = None) -> None:
        self.conference_id = conference_id
        super().__init__(desk, parent)
        self._listed: list[PageState] = []

    def filters(self) -> Sequence[Filter]:
        return (Filter(key="state", label="Tình trạng", options=lambda: STATES),)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="In danh sách ký tên", run=self.print, keys="Ctrl+P", main=True),
            Action(caption="Mở trang", run=self.open_selected, keys="F2", needs=Needs.ONE),
            Action(
                caption="Gửi phiếu điểm danh…",
                run=self.send,
                keys="Ctrl+G",
                tip="Tệp Excel cho chi bộ, điểm cầu",
                right=Right.WRITE,
            ),
            Action(
                caption="Nhận phiếu điểm danh…",
                run=self.receive,
                keys="Ctrl+I",
                tip="Các tệp Excel đã ghi gửi về",
                right=Right.WRITE,
            ),
            Action(
                caption="Nhận danh sách khác…",
                run=self.receive_list,
                keys="Ctrl+D",
                tip="Danh sách tự lập",
                right=Right.WRITE,
            ),
        )

    def load(self) -> None:
        self.set_title(f"Phiếu, trang ký tên: {conferences.conference(self.store, self.conference_id).name}")
        super().load()

    def listing(self, query: Query) -> Listing:
        self._listed = sheets.pages(self.store, self.conference_id)
        wanted = query.chosen["state"]
        found = [
            state
            for state in self._listed
            if wanted is None or (state.closed if wanted == "closed" else state.newest and not state.closed)
        ]
        return listing_of(found, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        missing = sum(state.newest and not state.closed for state in self._listed)
        closed = sum(state.closed for state in self._listed)
        return f"{grouped(count)} trang · đã khép {grouped(closed)} · còn thiếu {grouped(missing)}"

    def entered(self, text: str) -> None:
        if not is_page_code(text.strip()):
            super().entered(text)
            return
        self.search_box.clear()
        self.load_now()
        try:
            open_sheet_page(self.desk, text)
        except Refusal as refusal:
            self.desk.refused.emit(str(refusal))

    def open(self, record_id: int) -> None:
        self.desk.page_opened.emit(SheetPageScreen(self.desk, record_id))

    def open_selected(self) -> None:
        for page_id in self.table.selected_ids()[:1]:
            self.open(page_id)

    def send(self) -> None:
        send_sheets(self, self.conference_id)

    def receive(self) -> None:
        receive_sheets(self, self.conference_id)

    def receive_list(self) -> None:
        receive_list(self, self.conference_id)

    def print(self) -> None:
        open_print(self.desk, "sign-in", Subject(conference_id=self.conference_id))
