"""Scanning people in at a half-day: where, the last result in large letters, counts, the last scans, a code by hand.

Leaving the page does not end scanning: that is switched off here or in the bottom line of the window.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from db.values import ScanOutcome
from desktop_app.domain.codes import PERSON_DIGITS, quick_code
from desktop_app.domain.missed import half_day_words
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import conferences, scanning
from desktop_app.services.access import Right
from desktop_app.services.scanning import NamedScan, Reading
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter, FilterBar
from desktop_app.ui.parts import column, label, row
from desktop_app.ui.scan_looks import LOOKS
from desktop_app.ui.scan_result import ResultPanel
from desktop_app.ui.scan_session import session_of
from desktop_app.ui.screen import Action, Screen, SearchBox
from desktop_app.ui.screens.attendance_filters import venue_options
from desktop_app.ui.screens.person_way import open_person
from desktop_app.ui.screens.scan_doings import ask_scanner, read_file, write_in
from desktop_app.ui.style import MARGIN, scaled
from desktop_app.ui.table import RecordTable
from desktop_app.ui.table_model import Column, listing_of

OUTCOMES = [(None, "mọi lượt quét"), *((outcome, word(outcome).lower()) for outcome in ScanOutcome)]
SWITCH, LAST = "Bật, tắt quét", 200
NO_CONFERENCE = "Chưa có hội nghị nào chốt danh sách triệu tập. Chốt danh sách trước rồi quét mã."
READY, NOT_LISTENING = "Sẵn sàng quét", "Chưa bật quét; bấm F9 để bật"
TAKEN_BACK = "Lượt quét vừa rồi đã hoàn tác"


class ScanPage(Screen):
    """`conference_id` and `venue_id` are chosen at the start; by default the newest conference, all venues. Where
    scanning is on already, its place is."""

    title = "Quét mã"

    def __init__(
        self,
        desk: Desk,
        conference_id: int | None = None,
        venue_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.session = session_of(desk)
        self._first = self._begin_with(conference_id, venue_id)
        self._shown: Reading | None = None
        self._told = ""
        self.filter_bar = FilterBar(self.filters(), self)
        self.panel, self.counts = ResultPanel(), label(name="count", wrap=True)
        self.code = SearchBox()
        self.table = RecordTable("scans", COLUMNS, self)
        self.table.setAccessibleName("Các lượt quét")
        self._lay_out_page()
        self.filter_bar.changed.connect(self._elsewhere)
        self.code.returnPressed.connect(self.enter_code)
        self.table.opened.connect(self.open_member)
        self.session.heard.connect(self.show_reading)
        self.session.changed.connect(self.show_state)

    def _begin_with(self, conference_id: int | None, venue_id: int | None) -> dict[str, int | None]:
        """Where scanning is going on, unless another conference is asked for."""
        door = self.session.door
        if door is None or conference_id not in (None, door.conference.id):
            return {"conference": conference_id, "venue": venue_id}
        half_day = door.half_day.id if door.half_day else None
        return {"conference": door.conference.id, "half_day": half_day, "venue": door.venue_id}

    def _lay_out_page(self) -> None:
        self.code.setAccessibleName("Mã gõ tay")
        self.code.setPlaceholderText("Mã ngắn, ví dụ 12347")
        self.code.setMaxLength(14)
        by_hand = label("Máy quét hỏng thì gõ mã rồi Enter (bỏ được các số 0 ở đầu):", "quiet")
        by_hand.setBuddy(self.code)
        self.code.setFixedWidth(scaled(200))
        self.tools.addStretch(1)
        middle = column(self.panel, row(by_hand, self.code, None), self.counts, self.table)
        middle.setStretch(3, 1)
        middle.setContentsMargins(0, 0, 0, MARGIN)
        self.body.addLayout(row(self.filter_bar, None))
        self.guard(Right.CELL, self.code)
        self.body.addLayout(middle, 1)

    def filters(self) -> Sequence[Filter]:
        return (
            Filter(key="conference", label="Hội nghị", options=self._conferences),
            Filter(key="half_day", label="Buổi", options=self._half_days),
            Filter(key="venue", label="Điểm cầu", options=lambda: venue_options(self.store, self.chosen("conference"))),
            Filter(key="outcome", label="Xem", options=lambda: OUTCOMES),
        )

    def _conferences(self) -> list[tuple[Any, str]]:
        """Those people can be marked at, the newest first."""
        held = [each for each in conferences.conferences(self.store) if each.frozen_at]
        return [(each.id, each.name) for each in reversed(held)] or [(None, words.NONE)]

    def _half_days(self) -> list[tuple[Any, str]]:
        """The half-day held now stands first."""
        chosen = self.chosen("conference")
        if chosen is None:
            return [(None, words.NONE)]
        likely = self.session.likely_half_day(chosen)
        days = conferences.conference(self.store, chosen).half_days
        return [(day.id, half_day_words(day)) for day in sorted(days, key=lambda day: day.id != likely)]

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=SWITCH, run=self.switch, keys="F9", main=True, right=Right.CELL),
            Action(
                caption="Ghi thêm người…",
                run=self.write_in,
                keys="Ctrl+N",
                tip="Người đến dự chưa có trong sổ",
                right=Right.WRITE,
            ),
            Action(caption="Đọc tệp máy quét…", run=self.read_file, keys="Ctrl+Shift+O", right=Right.WRITE),
            Action(
                caption="Máy quét…",
                run=lambda: ask_scanner(self, self.desk),
                tip="Tốc độ phím, quét lặp",
                right=Right.WRITE,
            ),
        )

    def chosen(self, key: str) -> Any:
        return self.filter_bar.chosen()[key]

    # --- what is shown

    def load(self) -> None:
        self.filter_bar.refill()
        for key, value in self._first.items():
            if value is not None:
                self.filter_bar.choose({key: value})
                self.filter_bar.refill()
        self._first = {}
        if self.session.door is None or self.session.door.conference.id != self.chosen("conference"):
            self._shown = None
        self.show_scans()
        self.show_state()

    def show_scans(self) -> None:
        """The last scans and how all of them came out."""
        place = (self.chosen("conference"), self.chosen("half_day"), self.chosen("venue"))
        known = scanning.recent(self.store, *place, self.chosen("outcome"), LAST) if place[0] else []
        self.table.show_listing(listing_of(known, COLUMNS, "", self.table.sorting()))
        times = scanning.tally(self.store, *place) if place[0] else {}
        said = [f"{word(outcome)}: {grouped(times[outcome])}" for outcome in ScanOutcome if outcome in times]
        self.counts.setText(" · ".join(said) or "Chưa có lượt quét nào ở buổi này.")
        if self._shown and not scanning.is_kept(self.store, self._shown.scan):
            self._shown, self._told = None, TAKEN_BACK

    def show_state(self) -> None:
        """Whether scanning is on, where no result stands."""
        on = self.session.door is not None
        if self.chosen("conference") is None:
            self.panel.clear(NO_CONFERENCE)
        elif self._shown is None:
            self.panel.clear((self._told or READY) if on else NOT_LISTENING)
        for action, _, pressed in self._armed:
            if action.caption == SWITCH and pressed:
                pressed.setText("Tắt quét" if on else "Bật quét")

    def show_reading(self, reading: Reading) -> None:
        """Large here; over a dialog or another screen as a note that floats."""
        if not self.isVisible() or QApplication.activeModalWidget() is not None:
            self.session.float_result(reading)
        self._shown, self._told = reading, ""
        self.panel.show_reading(reading)
        self.show_scans()

    def focus_start(self) -> None:
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is done

    def switch(self) -> None:
        """Scanning on or off."""
        if self.session.door is None:
            self._listen()
        else:
            self._shown, self._told = None, ""
            self.session.stop()

    def _listen(self) -> bool:
        if self.chosen("conference") is None:
            self.desk.refused.emit(NO_CONFERENCE)
            return False
        try:
            self.session.start(self.chosen("conference"), self.chosen("half_day"), self.chosen("venue"))
        except Refusal as refusal:
            self.desk.refused.emit(str(refusal))
            return False
        return True

    def _elsewhere(self) -> None:
        """Another conference, half-day or venue was chosen: scanning follows."""
        self.filter_bar.refill()
        self._shown, self._told = None, ""
        if self.session.door is not None:
            self._listen()
        self.load()

    def enter_code(self) -> None:
        """A code typed by hand counts as a scan; it switches scanning on."""
        code = self.code.text().strip()
        if not code or (self.session.door is None and not self._listen()):
            return
        self.code.clear()
        self.session.take(code, scanning.BY_HAND)

    def write_in(self) -> None:
        if self.session.door is not None or self._listen():
            assert self.session.door is not None, "listening has a door"
            write_in(self, self.desk, self.session.door)

    def open_member(self, scan_id: int) -> None:
        """The page of the person a scan was of."""
        scan = next(each.scan for each in self.table.records() if each.id == scan_id)
        if scan.member_id is not None:
            open_person(self.desk, scan.member_id)

    def read_file(self) -> None:
        place = (self.chosen("conference"), self.chosen("half_day"), self.chosen("venue"))
        if place[0] is None:
            self.desk.refused.emit(NO_CONFERENCE)
        else:
            read_file(self, self.desk, *place)


def shown_code(line: NamedScan) -> str:
    code = line.scan.code
    return f"{code} ({quick_code(code)})" if len(code) == PERSON_DIGITS and code.startswith("0") else code


COLUMNS = (
    Column(key="at", title="Lúc", value=lambda line: line.scan.event_at[11:19], width=76),
    Column(
        key="outcome",
        title="Kết quả",
        value=lambda line: word(line.scan.outcome),
        width=210,
        tone=lambda line: LOOKS[line.scan.outcome].tone,
    ),
    Column(key="name", title="Họ và tên", value=lambda line: line.full_name or "–", width=220, least=140),
    Column(key="cell", title="Chi bộ", value=lambda line: line.cell or "–", width=200, least=120),
    Column(key="code", title="Mã", value=shown_code, width=130),
    Column(key="device", title="Máy quét", value=lambda line: Path(line.scan.device).name, width=150, least=80),
)


def open_scanning(desk: Desk, conference_id: int | None = None, venue_id: int | None = None) -> None:
    """Open the page of scanning over the present screen."""
    desk.page_opened.emit(ScanPage(desk, conference_id, venue_id))
