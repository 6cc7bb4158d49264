"""A sign-in page that came back: its people in the printed order, everyone present until the clerk says otherwise.

Nothing is written before the page is closed, and it is closed only when the totals signed at its foot agree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from db.attendance import Place
from db.records import HalfDay, Mark
from db.values import MarkStatus
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import sheets
from desktop_app.services.access import Right
from desktop_app.services.attendance import Sheet
from desktop_app.services.sheets import PageSheet
from desktop_app.ui.attendance_foot import AttendanceFoot
from desktop_app.ui.attendance_grid import AttendanceGrid
from desktop_app.ui.attendance_model import Entry
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.kept_typing import KeptTyping, keep_page
from desktop_app.ui.parts import label, row
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.absence import ask_absence, ask_presence
from desktop_app.ui.screens.sheet_typing import TypedSheet, Typing
from desktop_app.ui.style import MARGIN, scaled

TOTAL_WIDTH, MOST, NAMES_SHOWN = 64, 9999, 6
ASK = "Gõ những người không có mặt theo giấy, ghi tổng số có mặt đã ký ở chân trang, rồi khép trang."
CLOSED = "Trang này đã khép. Muốn sửa, ghi lại rồi khép lần nữa."


def open_sheet_page(desk: Desk, code: str) -> None:
    """Open the page of the code at its foot over the present screen. Raises Refusal for what is no page of ours."""
    desk.page_opened.emit(SheetPageScreen(desk, sheets.find_page(desk.store, code).id))


class SheetPageScreen(Screen):
    """`page_id` is the page. What was typed stays while other hands write."""

    title = "Trang ký tên"
    search_hint = "Tìm người trong trang (Ctrl+K)"

    def __init__(self, desk: Desk, page_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.page_id = page_id
        self.grid = AttendanceGrid(self.write, self)
        self.facts_line, self.advice = label(name="quiet", wrap=True), label(name="advice", wrap=True)
        self._found = label(name="advice")
        self._typed: dict[Place, Mark | None] = {}
        self._totals: dict[int, QLineEdit] = {}
        self._counts: dict[int, QLabel] = {}
        self._totals_row = row()
        self._shown: PageSheet | None = None
        self._typing: KeptTyping | None = None
        self._fill()
        self.grid.told.connect(lambda sentence: self.desk.said.emit(sentence, False))
        self.grid.searched.connect(self._found.setText)
        self.grid.marks.dataChanged.connect(lambda *_: self._count())

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Khép trang", run=self.close_page, keys="Ctrl+Return", main=True, right=Right.WRITE),
            Action(
                caption="Lý do vắng…",
                run=self.give_reason,
                keys="F2",
                tip="Lý do, ghi chú của người đang đứng",
                right=Right.WRITE,
            ),
            Action(caption="Các trang ký tên", run=self.show_pages, keys="Ctrl+L"),
        )

    def _fill(self) -> None:
        self.tools.addWidget(self._found)
        self.tools.addStretch(1)
        self.body.addWidget(self.facts_line)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(AttendanceFoot(self.grid))
        self.body.addLayout(self._totals_row)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            away = QShortcut(QKeySequence(key), self.search_box, self.grid.setFocus)
            away.setContext(Qt.ShortcutContext.WidgetShortcut)

    # --- what is shown

    def load(self) -> None:
        found = sheets.page_sheet(self.store, self.page_id)
        self._shown = found
        page = found.page
        self.set_title(f"Trang ký tên {sheets.page_words(found)}")
        closed = sheets.is_closed(found.totals, found.sheet.half_days)
        self.facts_line.setText(f"Mã {page.code} · Lần lập {page.version} · {CLOSED if closed else ASK}")
        self.advice.setText(advice(found))
        self.advice.setVisible(bool(self.advice.text()))
        self._ask_totals(found)
        self.grid.show_sheet(shown(found, self._typed, closed))
        self._count()
        if self._typing is None:
            self._typing = keep_page(self, f"{self.title} {page.code}", TypedSheet(self))

    def _ask_totals(self, found: PageSheet) -> None:
        """A field for each half-day; those kept earlier are filled in."""
        if self._totals:
            return
        kept = {total.half_day_id: total.signed_total for total in found.totals}
        self._totals_row.addWidget(label("Tổng số có mặt đã ký:"))
        for day in found.sheet.half_days:
            self._totals[day.id] = self._total_field(day, kept.get(day.id))
            self._counts[day.id] = label(name="quiet")
            for part in (label(f"buổi {word(day.part).lower()}"), self._totals[day.id], self._counts[day.id]):
                self._totals_row.addWidget(part)
        self._totals_row.addStretch(1)

    def _total_field(self, day: HalfDay, kept: int | None) -> QLineEdit:
        field = QLineEdit("" if kept is None else str(kept))
        field.setAccessibleName(f"Tổng số có mặt đã ký, buổi {word(day.part).lower()}")
        field.setValidator(QIntValidator(0, MOST, field))
        field.setFixedWidth(scaled(TOTAL_WIDTH))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.textChanged.connect(lambda _: self._count())
        field.textEdited.connect(lambda _: self._note())
        field.returnPressed.connect(lambda: self._next_total(day.id))
        return field

    def _next_total(self, half_day_id: int) -> None:
        """Enter goes to the next total; after the last one the page is closed."""
        days = list(self._totals)
        after = days[days.index(half_day_id) + 1 :]
        if after:
            self._totals[after[0]].setFocus()
        else:
            self.close_page()

    def _count(self) -> None:
        """What the screen counts, beside each total."""
        for half_day_id, told in self._counts.items():
            here = self.grid.marks.count(half_day_id, MarkStatus.PRESENT)
            text = self._totals[half_day_id].text()
            agrees = "khớp" if text and int(text) == here else "chưa khớp" if text else "chưa ghi"
            told.setText(f"(trên màn hình {grouped(here)}, {agrees})")

    def focus_start(self) -> None:
        self.grid.setFocus()

    def searched(self, text: str) -> None:
        self.grid.find_name(text.strip())

    def entered(self, text: str) -> None:
        self.grid.find_next()

    def unsaved(self) -> bool:
        return bool(self._typed)

    def typed(self) -> Typing:
        """Marks and totals that are not written yet."""
        totals = {day: field.text() for day, field in self._totals.items() if field.isModified()}
        return Typing(marks=dict(self._typed), totals=totals)

    def put(self, typing: Typing) -> None:
        """Have them stand there again."""
        self._typed.update(typing.marks)
        self.load()
        for day, text in typing.totals.items():
            if day in self._totals:
                self._totals[day].setText(text)
                self._totals[day].setModified(True)

    def _note(self) -> None:
        if self._typing is not None:
            self._typing.note()

    # --- what is typed and written

    def write(self, places: Sequence[Place], entry: Entry) -> Mapping[Place, Mark | None] | None:
        """Take down a mark; it is written when the page is closed."""
        if why := self.why_not(Right.WRITE):
            self.desk.refused.emit(why)
            return None
        marks = {place: entered(place, entry, self.grid.marks.mark(place)) for place in places}
        self._typed.update(marks)
        self._note()
        return marks

    def give_reason(self) -> None:
        """Why the person of the cursor was absent, or how they were present; taken down like a key."""
        for place in self.grid.places()[:1]:
            name = next(each.full_name for each in self.grid.marks.sheet.rows if each.member_id == place[1])
            mark = self.grid.marks.mark(place)
            keep = partial(self._keep, place)
            if mark is not None and mark.status is MarkStatus.PRESENT:
                ask_presence(self, name, mark, keep)
            else:
                ask_absence(self, self.desk, name, mark, keep)

    def _keep(self, place: Place, values: Values) -> None:
        before = self.grid.marks.mark(place)
        blank = Mark(half_day_id=place[0], member_id=place[1], status=MarkStatus.ABSENT_EXCUSED)
        mark = replace(before or blank, **values)
        self._typed[place] = mark
        self._note()
        self.grid.put({place: mark})

    def close_page(self) -> None:
        sheet, found = self.grid.marks.sheet, self._shown
        if found is None:
            return
        places = [(day.id, person.member_id) for day in sheet.half_days for person in sheet.rows]
        given = {place: self.grid.marks.mark(place) for place in places}
        signed = {day: int(field.text()) for day, field in self._totals.items() if field.text()}
        done = f"Đã khép trang {sheets.page_words(found)}."
        if self.perform(sheets.close_page, self.page_id, given, signed, done=done) is not None:
            self._typed.clear()
            for field in self._totals.values():
                field.setModified(False)

    def show_pages(self) -> None:
        from desktop_app.ui.screens.sheet_pages_list import SheetPagesScreen

        if self._shown is not None:
            self.desk.page_opened.emit(SheetPagesScreen(self.desk, self._shown.page.conference_id))


def shown(found: PageSheet, typed: Mapping[Place, Mark | None], closed: bool) -> Sheet:
    """The marks that stand, everyone else who must attend present, and over them what was typed."""
    marks = dict(found.sheet.marks)
    for day in found.sheet.half_days:
        for person in found.sheet.rows:
            if not closed and person.deduction is None:
                here = Mark(half_day_id=day.id, member_id=person.member_id, status=MarkStatus.PRESENT)
                marks.setdefault((day.id, person.member_id), here)
    for place, mark in typed.items():
        marks.pop(place, None)
        if mark is not None:
            marks[place] = mark
    return Sheet(half_days=found.sheet.half_days, rows=found.sheet.rows, marks=marks)


def entered(place: Place, entry: Entry, before: Mark | None) -> Mark | None:
    """What a key makes of the mark that stands: late and left early hold while the person stays present."""
    if entry.status is None:
        return None
    same = before if before is not None and before.status is entry.status else None
    late, early = (same.late, same.left_early) if same else (False, False)
    made = same or Mark(half_day_id=place[0], member_id=place[1], status=entry.status)
    return replace(
        made,
        late=late if entry.late is None else entry.late,
        left_early=early if entry.left_early is None else entry.left_early,
    )


def advice(found: PageSheet) -> str:
    """That the page is of an old list, and who has joined or left its place since it was printed."""
    said = [] if found.newest else [f"Trang của danh sách cũ (lần lập {found.page.version}); đã in danh sách mới hơn."]
    if found.joined:
        said.append(f"Thêm vào danh sách sau khi in trang này: {listed(found.joined)}.")
    if found.gone:
        said.append(f"Có trên trang nhưng nay không phải dự ở đây: {listed(found.gone)}.")
    return " ".join(said)


def listed(names: Sequence[str]) -> str:
    """Names with commas; of many, the first ones and how many more."""
    more = len(names) - NAMES_SHOWN
    return ", ".join(names[:NAMES_SHOWN]) + (f" và {grouped(more)} người nữa" if more > 0 else "")
