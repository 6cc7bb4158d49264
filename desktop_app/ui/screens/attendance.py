"""Marking a conference: round, conference, venue or cell are chosen, then people × half-days by single keys.

What it writes itself it shows at once, without reading everybody again on every key. Make-ups are not marks: they are
recorded from here, and listed on the page of who has not studied.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.records import RollRow
from desktop_app.domain.wording import grouped
from desktop_app.forms.form import Subject
from desktop_app.services import attendance, conferences, rolls
from desktop_app.services.access import Right
from desktop_app.services.attendance import Sheet
from desktop_app.ui import ask
from desktop_app.ui.attendance_foot import AttendanceFoot
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import FilterBar
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.absence import edit_reasons
from desktop_app.ui.screens.attendance_filters import attendance_filters, count_words, unmarked
from desktop_app.ui.screens.attendance_find import ask_write_in, find_person
from desktop_app.ui.screens.attendance_hand import AttendanceHand
from desktop_app.ui.screens.attendance_reading import READING, SheetReading, only, with_visitors
from desktop_app.ui.screens.board_ways import open_board
from desktop_app.ui.screens.makeup import ask_makeup
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.screens.person_way import person_action
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.roll_tab import freeze_question, frozen_told
from desktop_app.ui.screens.scan_page import open_scanning
from desktop_app.ui.screens.sheet_pages_list import SheetPagesScreen
from desktop_app.ui.wrap import wrapped

ALL_HERE = "Có mặt cho chỗ trống"
FILL = "Mọi chỗ trống của riêng buổi đang đứng; nếu đã chọn nhiều ô thì chỉ trong các ô đã chọn"
WHY = "Lý do vắng; người có mặt thì ghi đến muộn, về sớm, ghi chú"
ELSEWHERE = "Tìm trong cả hội nghị người học ở điểm cầu này mà không xếp ở đây, hoặc thêm người chưa có tên"
NO_ROUND = "Chưa có đợt học tập. Lập đợt và hội nghị trước rồi điểm danh."
NO_CONFERENCE = "Đợt này chưa có hội nghị. Thêm hội nghị với các buổi rồi điểm danh."
NOT_FROZEN = "Chưa chốt danh sách triệu tập, nên chưa biết ai phải dự. Theo sổ hiện có {count} người phải dự."
NOBODY = "Không có ai ở điểm cầu, chi bộ đang chọn."


class AttendanceScreen(Screen):
    """The grid, what narrows it, and what can be done with those selected.

    `unmarked_of` is a round to begin with, and then only whom nobody has marked yet.
    """

    title = "Điểm danh"
    search_hint = "Tìm người trong bảng (Ctrl+K)"

    def __init__(self, desk: Desk, parent: QWidget | None = None, unmarked_of: int | None = None) -> None:
        super().__init__(desk, parent)
        self._round, self._blank_only = unmarked_of, unmarked_of is not None
        self._blank: set[int] | None = None
        self._hand = AttendanceHand(self, desk, self.chosen)
        self.grid = self._hand.grid
        self._visiting: list[RollRow] = []
        self._coming: RollRow | None = None
        self._reading = SheetReading(self, desk, self._show, self._wait)
        self.filter_bar = FilterBar(attendance_filters(self.store, self.chosen), self)
        self.count_line, self._found = label(name="count"), label(name="advice")
        self._nothing = label(name="subheading")
        self._remedy: Callable[[], object] = lambda: None
        self._help = button("", lambda: self._remedy())
        self._middle = QStackedWidget()
        self._fill()
        self._listen()

    def _fill(self) -> None:
        self.tools.addWidget(self._found)
        self.tools.addStretch(1)
        nothing = column(None, row(None, self._nothing, None), row(None, self._help, None), None, None)
        for inside in (column(self.grid, AttendanceFoot(self.grid)), nothing):
            part = QWidget()
            part.setLayout(inside)
            self._middle.addWidget(part)
        self.body.addLayout(wrapped(self.filter_bar, None, self.count_line))
        self.body.addWidget(self._middle, 1)
        for action in self.menu_actions():
            self.grid.addAction(action)

    def _listen(self) -> None:
        self.filter_bar.changed.connect(self._turned)
        self.grid.told.connect(lambda sentence: self.desk.said.emit(sentence, False))
        self.grid.searched.connect(self._found.setText)
        self.grid.chosen.connect(self._count)
        self.grid.marks.dataChanged.connect(lambda *_: self._count())
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            away = QShortcut(QKeySequence(key), self.search_box, self.grid.setFocus)
            away.setContext(Qt.ShortcutContext.WidgetShortcut)

    def gestures(self) -> Sequence[Action]:
        some, cell = Needs.SOME, Right.CELL
        fill, why = lambda: self._hand.fill_blanks(), lambda: self._hand.give_reason()
        return (
            Action(caption=ALL_HERE, run=fill, keys="Ctrl+Return", needs=some, main=True, tip=FILL, right=cell),
            Action(caption="Lý do vắng…", run=why, keys="F2", needs=some, tip=WHY, right=cell),
            Action(caption="Tìm người nơi khác…", run=self.find_person, keys="F4", tip=ELSEWHERE),
            Action(caption="Ghi học bù…", run=self.make_up, keys="Ctrl+B", needs=some, right=cell),
            Action(caption="Chưa học", run=self.show_outstanding, keys="Ctrl+L", tip="Ai phải học mà chưa học"),
            Action(caption="Quét mã", run=self.scan, keys="F9", tip="Ghi có mặt bằng máy quét, bằng mã gõ tay"),
            Action(caption="Bảng điểm cầu", run=self.show_board, keys="Ctrl+Shift+B", tip="Mọi điểm cầu của hội nghị"),
            Action(caption="In danh sách ký tên", run=self.print, keys="Ctrl+P"),
            *self._without_button(),
            person_action(self.desk, lambda: self.grid.people()[0]),
        )

    def _without_button(self) -> Iterator[Action]:
        reasons = partial(edit_reasons, self, self.desk)
        for caption, run, keys, right in (
            ("Chỉ người chưa điểm danh, mọi người", self.turn_narrowed, "Ctrl+U", Right.LOOK),
            ("Thêm người chưa có trong danh sách…", self.write_in, "F7", Right.WRITE),
            ("Phiếu, trang ký tên", self.show_sheets, "F8", Right.LOOK),
            ("Danh mục lý do vắng…", reasons, "", Right.WRITE),
        ):
            yield Action(caption=caption, run=run, keys=keys, button=False, right=right)

    def scan(self) -> None:
        """Read people in at the conference and venue that are shown."""
        open_scanning(self.desk, self.chosen("conference"), self.chosen("venue"))

    def show_sheets(self) -> None:
        """Sign-in pages and workbooks that go out and come back."""
        if self.chosen("conference") is not None:
            self.desk.page_opened.emit(SheetPagesScreen(self.desk, self.chosen("conference")))

    def print(self) -> None:
        """The sign-in sheet of the venue or cell that is shown."""
        place = {f"{key}_id": self.chosen(key) for key in ("conference", "venue", "cell")}
        open_print(self.desk, "sign-in", Subject(**place))

    # --- what is shown

    def chosen(self, key: str) -> Any:
        return self.filter_bar.chosen()[key]

    def _turned(self) -> None:
        """Another venue, cell or conference: whoever visited the one before is not here."""
        self._visiting, self._coming, self._blank = [], None, None
        self.load()

    def load(self) -> None:
        self.filter_bar.refill()
        if self._round is not None:
            self.filter_bar.choose({"round": self._round})
            self.filter_bar.refill()
            self._round = None
        self.grid.sideways = self.chosen("sideways")
        conference_id = self.chosen("conference")
        if conference_id is None:
            missing = (NO_CONFERENCE, "Thêm hội nghị") if self.chosen("round") else (NO_ROUND, "Lập đợt học tập")
            self._lack(*missing, lambda: self.desk.place_wanted.emit("rounds", ""))
        elif conferences.conference(self.store, conference_id).frozen_at is None:
            totals, _ = rolls.preview(self.store, conference_id)
            sentence = NOT_FROZEN.format(count=grouped(totals.must_attend))
            self._lack(sentence, "Chốt danh sách triệu tập", lambda: self._freeze(totals), Right.WRITE)
        else:
            self._reading.ask((conference_id, self.chosen("venue"), self.chosen("cell")))

    def _freeze(self, totals: rolls.RollTotals) -> None:
        """As on the conference's own page: after the figures were agreed to."""
        held = conferences.conference(self.store, self.chosen("conference"))
        if ask.confirm(self, freeze_question(totals, held), "Chốt danh sách"):
            self.perform(rolls.freeze, held.id, done=frozen_told)

    def _show(self, sheet: Sheet) -> None:
        shown = self._narrowed(with_visitors(self.store, sheet, self._visiting))
        self.grid.show_sheet(shown)
        if shown.rows or shown.visitors:
            self._middle.setCurrentIndex(0)
            self._count()
            self._sought()
        else:
            self._lack(NOBODY, "Xem tất cả", self._show_all)

    def _narrowed(self, sheet: Sheet) -> Sheet:
        """Only who was unmarked when that was asked for: nobody vanishes while they are marked."""
        if self._blank_only and self._blank is None:
            self._blank = unmarked(sheet)
        return only(sheet, self._blank) if self._blank_only and self._blank is not None else sheet

    def turn_narrowed(self) -> None:
        """Only those not marked yet, or everybody again."""
        self._blank_only, self._blank = not self._blank_only, None
        self.load()

    def _show_all(self) -> None:
        self._blank_only = False
        self.filter_bar.choose({"venue": None, "cell": None})
        self.load()
        self.enable_gestures()

    def _wait(self) -> None:
        """Nobody is on the screen, to be marked at another place than they seem, until everyone is read."""
        self._instead(READING, "")

    def _lack(self, sentence: str, caption: str, remedy: Callable[[], object], right: Right = Right.LOOK) -> None:
        """Instead of the grid: what is missing, and the one button that helps."""
        self._reading.forget()
        self._remedy = remedy
        self._instead(sentence, "" if self.why_not(right) else caption)

    def _instead(self, sentence: str, caption: str) -> None:
        self.grid.show_sheet(Sheet(half_days=(), rows=(), marks={}))
        self._nothing.setText(sentence)
        self._help.setText(caption)
        self._help.setVisible(bool(caption))
        self.count_line.setText("")
        self._middle.setCurrentIndex(1)

    def _count(self) -> None:
        self.count_line.setText(count_words(self.grid.marks, self.grid.places(), self._blank_only))
        self.enable_gestures()

    def selected_count(self) -> int:
        return len(self.grid.people())

    def focus_start(self) -> None:
        (self.grid if self.grid.marks.rowCount() or self._stale or self._reading.going_on else self._help).setFocus()

    def searched(self, text: str) -> None:
        self.grid.find_name(text.strip())

    def entered(self, text: str) -> None:
        self.grid.find_next()

    # --- what is written, and who is found

    def reload(self) -> None:
        """Changes of other hands are read; what was written here is on the screen already."""
        if self._hand.own:
            self._reading.ask_again()
        else:
            super().reload()

    def find_person(self) -> None:
        """Anybody of the conference: to their row, or into this venue's sheet as a visitor."""
        conference_id = self.chosen("conference")
        if conference_id is not None and conferences.conference(self.store, conference_id).frozen_at is not None:
            new = lambda name: self.begin(Right.WRITE, partial(self.write_in, name))  # noqa: E731
            find_person(self, self.desk, conference_id, self._come, new)

    def _come(self, person: RollRow) -> None:
        self._coming = person
        if self.chosen("venue") is None and self.chosen("cell") is not None:
            self._show_all()
        else:
            self._sought()

    def _sought(self) -> None:
        """The cursor to whom the clerk looked for, once the sheet is read; who is not on it comes as a visitor."""
        if self._reading.waited:
            self.searched(self.search_box.text())
        person = self._coming
        if person is None or self._reading.going_on:
            return
        if self.grid.shows(person.member_id):
            self._coming = None
            self.grid.go_to_person(person.member_id)
            self.grid.setFocus()
        elif person not in self._visiting:
            self._visiting.append(person)
            self.load()

    def write_in(self, name: str = "") -> None:
        """Somebody on no list: onto the roll at once, and the cursor to them."""
        conference_id, venue_id = self.chosen("conference"), self.chosen("venue")
        if conference_id is not None:
            written = partial(attendance.visitor, self.store, conference_id)
            ask_write_in(self, self.desk, conference_id, venue_id, name, lambda member: self._come(written(member)))

    def make_up(self) -> None:
        """Record a make-up for the people whose cells are selected."""
        people = {row.member_id: row.full_name for row in self.grid.marks.people}
        chosen = {member: people[member] for member in self.grid.people()}
        ask_makeup(self, self.desk, self.chosen("round"), chosen)

    def show_board(self) -> None:
        if self.chosen("conference") is not None:
            open_board(self.desk, self.chosen("conference"))

    def show_outstanding(self) -> None:
        if self.chosen("round") is not None:
            self.desk.page_opened.emit(OutstandingPage(self.desk, self.chosen("round"), self.chosen("cell")))
