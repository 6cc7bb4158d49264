"""Marking a conference: round, conference, venue or cell are chosen, then people × half-days by single keys.

What it writes itself it shows at once, without reading everybody again on every key. Make-ups are not marks: they are
recorded from here, and listed on the page of who has not studied.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.attendance import Place
from db.records import Mark
from db.values import MarkStatus
from desktop_app.domain.wording import grouped
from desktop_app.forms.form import Subject
from desktop_app.services import attendance, conferences, rolls
from desktop_app.services.office import today
from desktop_app.ui import ask
from desktop_app.ui.attendance_foot import AttendanceFoot
from desktop_app.ui.attendance_grid import NO_BLANKS, AttendanceGrid
from desktop_app.ui.attendance_model import half_day_words, status_words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.filters import FilterBar
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.absence import ABSENCES, ask_absence
from desktop_app.ui.screens.attendance_blanks import needs_asking, not_begun, not_begun_words, question
from desktop_app.ui.screens.attendance_filters import attendance_filters
from desktop_app.ui.screens.makeup import ask_makeup
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.screens.person_way import person_action
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.roll_tab import freeze_question, frozen_told

NO_ROUND = "Chưa có đợt học tập. Lập đợt và hội nghị trước rồi điểm danh."
NO_CONFERENCE = "Đợt này chưa có hội nghị. Thêm hội nghị với các buổi rồi điểm danh."
NOT_FROZEN = "Chưa chốt danh sách triệu tập, nên chưa biết ai phải dự. Theo sổ hiện có {count} người phải dự."
NOBODY = "Không có ai ở điểm cầu, chi bộ đang chọn."
NOT_ABSENT = "Các ô đã chọn chưa có dấu vắng nào; bấm 2, 3 hoặc 4 để ghi vắng rồi ghi lý do."


class AttendanceScreen(Screen):
    """The grid, what narrows it, and what can be done with those selected."""

    title = "Điểm danh"
    search_hint = "Tìm người trong bảng (Ctrl+K)"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._own = False
        self.grid = AttendanceGrid(self.write, self)
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
        self.tools.addWidget(self.count_line)
        marking, nothing = QWidget(), QWidget()
        marking.setLayout(column(self.grid, AttendanceFoot(self.grid)))
        nothing.setLayout(column(None, row(None, self._nothing, None), row(None, self._help, None), None, None))
        self._middle.addWidget(marking)
        self._middle.addWidget(nothing)
        self.body.addLayout(row(self.filter_bar, None))
        self.body.addWidget(self._middle, 1)
        for action in self.menu_actions():
            self.grid.addAction(action)

    def _listen(self) -> None:
        self.filter_bar.changed.connect(self.load)
        self.grid.told.connect(lambda sentence: self.desk.said.emit(sentence, False))
        self.grid.searched.connect(self._found.setText)
        self.grid.chosen.connect(self._count)
        self.grid.marks.dataChanged.connect(lambda *_: self._count())
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            away = QShortcut(QKeySequence(key), self.search_box, self.grid.setFocus)
            away.setContext(Qt.ShortcutContext.WidgetShortcut)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Có mặt cho chỗ trống",
                run=self.fill_blanks,
                keys="Ctrl+Return",
                needs=Needs.SOME,
                main=True,
                tip="Ghi có mặt vào mọi chỗ trống của buổi đang đứng, hoặc của các ô đã chọn",
            ),
            Action(caption="Lý do vắng…", run=self.give_reason, keys="F2", needs=Needs.SOME),
            Action(caption="Ghi học bù…", run=self.make_up, keys="Ctrl+B", needs=Needs.SOME),
            Action(caption="Chưa học", run=self.show_outstanding, keys="Ctrl+L", tip="Ai phải học mà chưa học"),
            Action(caption="In danh sách ký tên", run=self.print, keys="Ctrl+P"),
            person_action(self.desk, lambda: self.grid.people()[0]),
        )

    def print(self) -> None:
        """The sign-in sheet of the venue or cell that is shown."""
        chosen = self.filter_bar.chosen()
        subject = Subject(conference_id=chosen["conference"], venue_id=chosen["venue"], cell_id=chosen["cell"])
        open_print(self.desk, "sign-in", subject)

    # --- what is shown

    def chosen(self, key: str) -> Any:
        return self.filter_bar.chosen()[key]

    def load(self) -> None:
        self.filter_bar.refill()
        self.grid.sideways = self.chosen("sideways")
        conference_id = self.chosen("conference")
        if conference_id is None:
            missing = (
                (NO_ROUND, "Lập đợt học tập") if self.chosen("round") is None else (NO_CONFERENCE, "Thêm hội nghị")
            )
            self._lack(*missing, lambda: self.desk.place_wanted.emit("rounds", ""))
        elif conferences.conference(self.store, conference_id).frozen_at is None:
            totals, _ = rolls.preview(self.store, conference_id)
            sentence = NOT_FROZEN.format(count=grouped(totals.must_attend))
            self._lack(sentence, "Chốt danh sách triệu tập", lambda: self._freeze(totals))
        else:
            self._show(attendance.sheet(self.store, conference_id, self.chosen("venue"), self.chosen("cell")))

    def _freeze(self, totals: rolls.RollTotals) -> None:
        """As on the conference's own page: after the figures were agreed to."""
        held = conferences.conference(self.store, self.chosen("conference"))
        if ask.confirm(self, freeze_question(totals, held), "Chốt danh sách"):
            self.perform(rolls.freeze, held.id, done=frozen_told)

    def _show(self, sheet: attendance.Sheet) -> None:
        self.grid.show_sheet(sheet)
        if sheet.rows:
            self._middle.setCurrentIndex(0)
            self._count()
        else:
            self._lack(NOBODY, "Xem tất cả", self._show_all)

    def _show_all(self) -> None:
        self.filter_bar.choose({"venue": None, "cell": None})
        self.load()
        self.enable_gestures()

    def _lack(self, sentence: str, caption: str, remedy: Callable[[], object]) -> None:
        """Instead of the grid: what is missing, and the one button that helps."""
        self.grid.show_sheet(attendance.Sheet(half_days=(), rows=(), marks={}))
        self._nothing.setText(sentence)
        self._help.setText(caption)
        self._remedy = remedy
        self.count_line.setText("")
        self._middle.setCurrentIndex(1)

    def _count(self) -> None:
        sheet, selected = self.grid.marks.sheet, len(self.grid.places())
        blank = sum(self.grid.marks.count(day.id, None) for day in sheet.half_days)
        left = f"còn {grouped(blank)} chỗ trống" if blank else "không còn chỗ trống"
        chosen = f" · đã chọn {grouped(selected)} ô" if selected > 1 else ""
        self.count_line.setText(f"{grouped(len(sheet.rows))} người · {left}{chosen}")
        self.enable_gestures()

    def selected_count(self) -> int:
        return len(self.grid.people())

    def focus_start(self) -> None:
        (self.grid if self.grid.marks.rowCount() or self._stale else self._help).setFocus()

    def searched(self, text: str) -> None:
        self.grid.find_name(text.strip())

    def entered(self, text: str) -> None:
        self.grid.find_next()

    # --- what is written

    def reload(self) -> None:
        """Changes of other hands are read; what was written here is on the screen already."""
        if not self._own:
            super().reload()

    def write(self, places: Sequence[Place], status: MarkStatus | None) -> bool:
        """Keep one mark for these places, None = take them off; whether it was kept."""
        if status is MarkStatus.PRESENT and self._too_early(places):
            return False
        venue = self.chosen("venue") if status is MarkStatus.PRESENT else None
        arguments = (self.chosen("conference"), places, status, None, venue)
        kept = self._quietly(self.perform, attendance.mark, *arguments, done=self._spoken(places, status))
        return kept is not None

    def _quietly(self, write: Callable[..., Any], *arguments: Any, done: str) -> Any:
        """Write what the grid shows by itself: its own change is not read again."""
        self._own = True
        try:
            return write(*arguments, done=done)
        finally:
            self._own = False

    def _spoken(self, places: Sequence[Place], status: MarkStatus | None) -> str:
        said = status_words(status)
        if len(places) == 1:
            return f"{self._who(places[0])}: {said.lower()}."
        count = grouped(len(places))
        return f"Đã xóa {count} dấu điểm danh." if status is None else f"Đã ghi “{said}” vào {count} chỗ trống."

    def _who(self, place: Place) -> str:
        sheet = self.grid.marks.sheet
        person = next(row.full_name for row in sheet.rows if row.member_id == place[1])
        day = next(day for day in sheet.half_days if day.id == place[0])
        return f"{person}, {half_day_words(day).lower()}"

    def _put(self, places: Sequence[Place], status: MarkStatus, reason: str | None = None) -> None:
        self.grid.put({p: Mark(half_day_id=p[0], member_id=p[1], status=status, reason=reason) for p in places})

    def fill_blanks(self) -> None:
        """Everybody not marked was present: of the cells selected, or at the half-day of the cursor."""
        places = self.grid.places()
        blanks = self.grid.marks.blanks(places if len(places) > 1 else self.grid.half_day_places())
        half_days = self.grid.marks.sheet.half_days
        if not blanks:
            self.desk.said.emit(NO_BLANKS, False)
            return
        if self._too_early(blanks) or (
            needs_asking(blanks)
            and not ask.confirm(self, question(blanks, half_days), f"Ghi {grouped(len(blanks))} chỗ có mặt")
        ):
            return
        done = self._spoken(blanks, MarkStatus.PRESENT)
        kept = self._quietly(self.perform, attendance.fill_blanks, self.chosen("conference"), blanks, done=done)
        if kept is not None:
            self._put(blanks, MarkStatus.PRESENT)

    def _too_early(self, places: Sequence[Place]) -> bool:
        """Whether some are at half-days still to come, which is told."""
        meant = {half_day for half_day, _ in places}
        early = [day for day in not_begun(self.grid.marks.sheet.half_days, today(self.store)) if day.id in meant]
        if early:
            self.desk.refused.emit(not_begun_words(early))
        return bool(early)

    def give_reason(self) -> None:
        """The reason of one absence, or of all absences among the cells selected."""
        places, marks = self.grid.places(), self.grid.marks
        if len(places) > 1:
            places = [p for p in places if (mark := marks.mark(p)) and mark.status is not MarkStatus.PRESENT]
        if not places:
            self.desk.said.emit(NOT_ABSENT, False)
            return
        first = marks.mark(places[0])
        reason = first.reason if first else None
        if len(places) > 1:
            title = f"Lý do của {grouped(len(places))} lượt vắng"
            ask_absence(self, title, None, reason, lambda values: self._keep_reasons(places, values["reason"]))
            return
        status = first.status if first and first.status in ABSENCES else MarkStatus.ABSENT_EXCUSED
        ask_absence(self, self._who(places[0]), status, reason, lambda values: self._keep_absence(places[0], values))

    def _keep_absence(self, place: Place, values: Values) -> None:
        status, reason = values["status"], values["reason"]
        done = f"{self._who(place)}: {status_words(status).lower()}{f' ({reason})' if reason else ''}."
        conference_id = self.chosen("conference")
        self._quietly(self.desk.write, attendance.mark, conference_id, [place], status, reason, done=done)
        self._put([place], status, reason)

    def _keep_reasons(self, places: Sequence[Place], reason: str | None) -> None:
        done = f"Đã ghi lý do của {grouped(len(places))} lượt vắng."
        self._quietly(self.desk.write, attendance.give_reason, self.chosen("conference"), places, reason, done=done)
        marks = {place: self.grid.marks.mark(place) for place in places}
        self.grid.put({place: replace(mark, reason=reason) for place, mark in marks.items() if mark})

    def make_up(self) -> None:
        """Record a make-up for the people whose cells are selected."""
        people = {row.member_id: row.full_name for row in self.grid.marks.sheet.rows}
        chosen = {member: people[member] for member in self.grid.people()}
        ask_makeup(self, self.desk, self.chosen("round"), chosen)

    def show_outstanding(self) -> None:
        if self.chosen("round") is not None:
            self.desk.page_opened.emit(OutstandingPage(self.desk, self.chosen("round"), self.chosen("cell")))
