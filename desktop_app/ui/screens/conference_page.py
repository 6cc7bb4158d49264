"""One conference in place: its programme, venues, seating and must-attend list. Marking has a place of its own."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from PySide6.QtWidgets import QWidget

from db.records import Conference
from db.values import ConferenceKind
from desktop_app.domain.words import word
from desktop_app.forms.form import Subject
from desktop_app.services import conferences
from desktop_app.services.access import Right
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.board_ways import open_board, open_closing
from desktop_app.ui.screens.card_print import CARDS, print_cards
from desktop_app.ui.screens.conference_fields import ABOUT, days_spoken
from desktop_app.ui.screens.makeup_conference import CoversPane
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.programme_tab import ProgrammeTab
from desktop_app.ui.screens.roll_tab import RollPane, moment
from desktop_app.ui.screens.scan_page import open_scanning
from desktop_app.ui.screens.seating_tab import SeatingTab
from desktop_app.ui.screens.sheet_pages_list import SheetPagesScreen
from desktop_app.ui.screens.venues_tab import VenuesPane
from desktop_app.ui.tabbed_page import TabbedPage


class ConferencePage(TabbedPage):
    """`conference_id` is the conference; its tabs stand in the order of the preparations."""

    title = "Hội nghị"

    def __init__(self, desk: Desk, conference_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.conference_id = conference_id
        self.covers: CoversPane | None = None
        self.add_tab("Buổi và chuyên đề", ProgrammeTab(self, conference_id))
        self.add_tab("Điểm cầu", VenuesPane(self, conference_id))
        self.add_tab("Xếp chỗ", SeatingTab(self, conference_id))
        self.add_tab("Danh sách triệu tập", RollPane(self, conference_id))

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Sửa thông tin hội nghị", run=self.edit, keys="Ctrl+E", right=Right.WRITE),
            Action(caption="Điểm danh", run=self.mark),
            Action(caption="Bảng điểm cầu", run=lambda: open_board(self.desk, self.conference_id), keys="Ctrl+B"),
            Action(caption="Kết thúc…", run=lambda: open_closing(self.desk, self.conference_id), keys="Ctrl+T"),
            Action(caption="Phiếu, trang ký tên", run=self.sheets, keys="F8", tip="Giấy ký tên, phiếu Excel gửi về"),
            Action(caption="Quét mã", run=lambda: open_scanning(self.desk, self.conference_id), keys="F9"),
            Action(caption="Triệu tập", run=self.summon, tip="Soạn thông báo triệu tập gửi các chi bộ"),
            Action(caption=CARDS, run=self.print_cards, keys="Ctrl+Shift+P"),
            Action(caption="In ấn", run=self.print, keys="Ctrl+P"),
        )

    def read(self) -> None:
        found = conferences.conference(self.store, self.conference_id)
        self.set_title(found.name)
        if found.kind is ConferenceKind.MAKEUP and self.covers is None:
            self.covers = CoversPane(self, self.conference_id)
            self.add_tab("Buổi được học bù", self.covers)
        self.facts_line.setText(" · ".join(facts(found)))

    def mark(self) -> None:
        """Mark this very conference, on a page with the way back here."""
        found = conferences.conference(self.store, self.conference_id)
        marking = AttendanceScreen(self.desk)
        for chosen in ({"round": found.round_id}, {"conference": found.id}):
            marking.filter_bar.refill()
            marking.filter_bar.choose(chosen)
        self.desk.page_opened.emit(marking)

    def summon(self) -> None:
        """The notice that summons every cell to this conference."""
        open_print(self.desk, "summons", Subject(conference_id=self.conference_id))

    def sheets(self) -> None:
        """Sign-in pages and workbooks that go out and come back."""
        self.desk.page_opened.emit(SheetPagesScreen(self.desk, self.conference_id))

    def print(self) -> None:
        """The sign-in sheets of this conference; its other documents stand in the same list."""
        open_print(self.desk, "sign-in", Subject(conference_id=self.conference_id))

    def print_cards(self) -> None:
        """Cards for everyone the conference expects."""
        subject = Subject(conference_id=self.conference_id)
        print_cards(self, self.desk, subject, "mọi người trong danh sách triệu tập")

    def edit(self) -> None:
        before = conferences.draft_of(conferences.conference(self.store, self.conference_id))

        def keep(values: Values) -> None:
            self.desk.write(conferences.amend, self.conference_id, replace(before, **values))

        fill_in(self, "Sửa thông tin hội nghị", words.SAVE, ABOUT, asdict(before), keep)


def facts(found: Conference) -> list[str]:
    """When, where, who leads, and whether the list of who must come is frozen."""
    frozen = f"Danh sách triệu tập chốt lúc {moment(found.frozen_at)}" if found.frozen_at else "Chưa chốt danh sách"
    closed = f"Kết thúc điểm danh lúc {moment(found.closed_at)}" if found.closed_at else ""
    said = (
        word(found.kind) if found.kind is ConferenceKind.MAKEUP else "",
        days_spoken(found.half_days),
        f"{len(found.half_days)} buổi",
        found.place,
        found.chair and f"Chủ trì: {found.chair}",
        frozen,
        closed,
    )
    return [clause for clause in said if clause]
