"""The board of all venues at one half-day: who has reported, how many came, what happened last. It marks nobody.

A blank figure is a venue of which nothing is known; a zero is a number that was told.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from db.keys import fold
from db.records import Conference
from desktop_app.domain.missed import not_begun
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import board, conferences, venue_reports
from desktop_app.services.access import Right
from desktop_app.services.board import BoardLine
from desktop_app.services.office import today
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import NumberField
from desktop_app.ui.filters import Filter
from desktop_app.ui.parts import label
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.attendance_blanks import early_question
from desktop_app.ui.screens.board_tiles import BoardTiles
from desktop_app.ui.screens.board_ways import open_closing, open_contradictions, open_diary, open_marking
from desktop_app.ui.screens.board_words import (
    BLANK,
    TONES,
    completed_words,
    figures_words,
    last_diary,
    last_entry,
    moved,
    told,
    totals,
)
from desktop_app.ui.screens.conference_fields import half_day_name
from desktop_app.ui.table_model import Column, Listing, Sorting, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

INDENT, LINE = "\u2003", 25
SIGNED = NumberField(key="signed", label="Số người ký có mặt", hint="để trống nếu không có danh sách ký", most=100_000)
LEGEND = "CLD: vắng có lý do; KLD: vắng không lý do; Chưa ĐD: chưa điểm danh."
NOT_FROZEN = "Chưa chốt danh sách triệu tập. Chốt danh sách ở trang hội nghị rồi xem bảng điểm cầu."


def figure(name: str) -> Callable[[BoardLine], str]:
    """A figure of the marks, blank where the venue is silent."""
    return lambda line: BLANK if line.silent else grouped(getattr(line.figures, name))


def key(line: BoardLine) -> int:
    return line.venue.id if line.venue else 0


def by_figure(name: str) -> Callable[[BoardLine], int]:
    return lambda line: getattr(line.figures, name)


def number(name: str, title: str, tip: str, width: int = 60) -> Column:
    return Column(
        key=name, title=title, tip=tip, value=figure(name), width=width, figures=True, sort_key=by_figure(name)
    )


def told_number(name: str, title: str, tip: str, width: int) -> Column:
    """A number a venue tells or not, beside the marks."""
    return Column(
        key=name, title=title, tip=tip, value=lambda line: told(getattr(line, name)), width=width, figures=True
    )


class BoardPage(TableScreen):
    """One venue a row, in tree order; all of them fit on one screen."""

    title, name = "Bảng điểm cầu", "board"
    search_hint = "Tìm điểm cầu (Ctrl+K)"
    empty = NOT_FROZEN
    columns = (
        Column(key="name", title="Điểm cầu", value=lambda b: INDENT * b.depth + b.name, width=240, least=226),
        Column(
            key="state",
            title="Tình trạng",
            value=lambda b: word(b.state),
            width=136,
            tone=lambda b: TONES[b.state],
            sort_key=lambda b: list(TONES).index(b.state),
        ),
        Column(
            key="roll",
            title="Tr. tập",
            tip="Số người được triệu tập ngồi tại điểm cầu, gồm cả khách mời",
            value=lambda b: grouped(b.figures.roll),
            width=64,
            figures=True,
            sort_key=by_figure("roll"),
        ),
        number("present", "Có mặt", "Số người có mặt tại đây, kể cả người từ điểm cầu khác đến", 64),
        Column(
            key="moved",
            title="Nơi khác",
            tip="+ người từ điểm cầu khác đến hoặc ngoài số triệu tập; − người của điểm cầu này học tại điểm cầu khác",
            value=moved,
            width=72,
            figures=True,
        ),
        number("absent_excused", "CLD", "CLD: vắng có lý do", 48),
        number("absent_unexcused", "KLD", "KLD: vắng không lý do", 48),
        number("absent", "Chưa rõ", "Vắng, chưa rõ lý do", 72),
        number("unmarked", "Chưa ĐD", "Chưa ĐD: phải dự mà chưa điểm danh; không kể khách mời", 76),
        told_number("signed", "Số ký", "Số người ký có mặt theo danh sách của điểm cầu", 60),
        told_number("heads", "Số đếm", "Số người dự không ghi tên; không cộng vào số có mặt", 72),
        Column(
            key="at",
            title="Ghi lúc",
            tip="Lần điểm danh gần nhất",
            value=last_entry,
            width=96,
        ),
        Column(key="diary", title="Diễn biến", value=last_diary, width=144, least=96),
    )

    def __init__(self, desk: Desk, conference_id: int, half_day_id: int | None = None) -> None:
        self.conference_id, self._start = conference_id, half_day_id
        self._held: Conference | None = None
        super().__init__(desk)
        self.totals_line = label(name="quiet", wrap=True)
        self.body.insertWidget(0, self.totals_line)
        self.tiles = BoardTiles()
        self.tiles.hide()
        self.tiles.opened.connect(self.open)
        self.tiles.chosen.connect(lambda venue_id: self.table.select_ids([venue_id]))
        self.body.addWidget(self.tiles, 1)
        down = self.table.verticalHeader()
        down.setMinimumSectionSize(LINE)
        down.setDefaultSectionSize(LINE)

    def filters(self) -> Sequence[Filter]:
        return (Filter(key="half_day", label="Buổi", options=self.half_days),)

    def half_days(self) -> list[tuple[Any, str]]:
        return [(day.id, half_day_name(day)) for day in self.held().half_days]

    def held(self) -> Conference:
        return self._held or conferences.conference(self.store, self.conference_id)

    def load(self) -> None:
        self._held = conferences.conference(self.store, self.conference_id)
        self.set_title(f"Bảng điểm cầu: {self._held.name}")
        first = self.filter_bar.chosen()["half_day"] is None
        self.filter_bar.refill()
        if first and self._held.frozen_at:
            start = self._start or board.half_day_now(self.store, self._held.half_days).id
            self.filter_bar.choose({"half_day": start})
        self.load_now()

    def half_day_id(self) -> int:
        chosen: int = self.filter_bar.chosen()["half_day"]
        return chosen

    def listing(self, query: Query) -> Listing:
        lines = board.board(self.store, self.conference_id, self.half_day_id()) if self.held().frozen_at else []
        self.totals_line.setText(f"{totals(lines)} {LEGEND}" if lines else "")
        if not self.tiles.isHidden():
            self.tiles.show_lines([line for line in lines if fold(query.text) in fold(line.name)])
        sorting = query.sorting if query.sorting.column else Sorting()
        return listing_of(lines, self.columns, query.text, sorting, key=key)

    def counted(self, count: int) -> str:
        """How many venues; of the one selected, since when its report is complete."""
        chosen = self.table.records() if self.table.selected_count() == 1 else []
        complete = completed_words(chosen[0]) if chosen else ""
        return f"{grouped(count)} điểm cầu{complete}"

    def remedy(self) -> Action | None:
        return Action(caption="Về trang hội nghị", run=self.desk.back_wanted.emit)

    def gestures(self) -> Sequence[Action]:
        one = Needs.ONE
        return (
            Action(caption="Báo đủ…", run=self.complete, keys="Ctrl+Return", needs=one, main=True, right=Right.CELL),
            Action(caption="Điểm danh", run=self.mark, needs=one, tip="Mở bảng điểm danh của điểm cầu (Enter)"),
            Action(caption="Số người ký…", run=self.sign, keys="F2", needs=one, right=Right.CELL),
            Action(caption="Bỏ báo đủ", run=self.take_back, keys="Delete", needs=one, button=False, right=Right.CELL),
            Action(caption="Dạng ô", run=self.turn, keys="Ctrl+L", tip="Xem thành ô hoặc thành bảng"),
            Action(caption="Diễn biến", run=self.diary, keys="Ctrl+D", tip="Diễn biến, người dự không ghi tên"),
            Action(
                caption="Mâu thuẫn",
                run=lambda: open_contradictions(self.desk, self.held().round_id),
                keys="Ctrl+M",
                tip="Kiểm tra mâu thuẫn của cả đợt",
            ),
            Action(
                caption="Kết thúc…",
                run=lambda: open_closing(self.desk, self.conference_id),
                keys="Ctrl+T",
                tip="Kết thúc điểm danh hội nghị, mở lại",
            ),
        )

    def turn(self) -> None:
        """From the table to the tiles and back."""
        tiled = self.tiles.isHidden()
        self.tiles.setVisible(tiled)
        self._middle.setVisible(not tiled)
        self.load_now()
        self.focus_start()

    def focus_start(self) -> None:
        """The keyboard starts at the first venue."""
        if not self.tiles.isHidden():
            self.tiles.focus_start()
            return
        if not self.table.rows.rowCount():
            super().focus_start()
            return
        if not self.table.selected_count():
            self.table.selectRow(0)
        self.table.setFocus()

    def line(self) -> BoardLine:
        """The line selected."""
        found: BoardLine = self.table.records()[0]
        return found

    def open(self, record_id: int) -> None:
        open_marking(self.desk, self.held(), record_id or None)

    def mark(self) -> None:
        self.open(key(self.line()))

    def diary(self) -> None:
        """The diary of the venue selected, else of all."""
        chosen = self.table.selected_ids()
        open_diary(
            self.desk, self.conference_id, chosen[0] if len(chosen) == 1 and chosen[0] else None, self.half_day_id()
        )

    def complete(self) -> None:
        """Call a venue's report complete; asked first where the half-day is of a day still to come."""
        day = next(each for each in self.held().half_days if each.id == self.half_day_id())
        early = bool(not_begun([day], today(self.store).isoformat()))
        if early and not ask.confirm(self, early_question(self.store, [day], "báo đủ"), "Vẫn báo đủ"):
            return
        self._ask(f"Báo đủ: {self.line().name}", "Báo đủ", partial(venue_reports.complete, early=early))

    def sign(self) -> None:
        self._ask(f"Số người ký: {self.line().name}", "Ghi số người ký", venue_reports.sign)

    def take_back(self) -> None:
        self.perform(venue_reports.take_back, self.conference_id, key(self.line()), self.half_day_id())

    def _ask(self, title: str, verb: str, service: Callable[..., None]) -> None:
        line, half_day_id = self.line(), self.half_day_id()

        def keep(values: Values) -> None:
            self.desk.write(service, self.conference_id, key(line), half_day_id, values["signed"])

        fill_in(self, title, verb, (SIGNED,), {"signed": line.signed}, keep, told=figures_words(line.figures))
