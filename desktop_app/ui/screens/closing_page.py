"""Closing a conference: who is not marked, which venues have not reported all, and the way back with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.dates import show_moment
from desktop_app.domain.missed import named
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import closing
from desktop_app.services.access import Right
from desktop_app.services.board import BoardLine
from desktop_app.services.closing import ClosingState, Unmarked
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane, numbered
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.board_ways import open_board, open_marking
from desktop_app.ui.screens.board_words import TONES, figures_words
from desktop_app.ui.screens.conference_fields import half_day_name
from desktop_app.ui.tabbed_page import TabbedPage
from desktop_app.ui.table_model import Column

CLOSE, REOPEN = "Kết thúc điểm danh", "Mở lại hội nghị…"


class ClosingPage(TabbedPage):
    """`state` is what was found when the page was last read."""

    title = "Kết thúc hội nghị"

    def __init__(self, desk: Desk, conference_id: int) -> None:
        super().__init__(desk)
        self.conference_id = conference_id
        self.state: ClosingState | None = None
        self.add_tab("Người chưa điểm danh", UnmarkedPane(self))
        self.add_tab("Điểm cầu chưa báo đủ", IncompletePane(self))
        self.add_tab("Các lần mở lại", ReopeningsPane(self))

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=CLOSE, run=self.close_conference, keys="Ctrl+Return", main=True, right=Right.WRITE),
            Action(caption=REOPEN, run=self.reopen, keys="Ctrl+R", right=Right.WRITE),
            Action(caption="Bảng điểm cầu", run=lambda: open_board(self.desk, self.conference_id), keys="Ctrl+B"),
        )

    def read(self) -> None:
        self.state = closing.state(self.store, self.conference_id)
        self.set_title(f"Kết thúc: {self.state.conference.name}")
        self.facts_line.setText(state_words(self.state))
        for at, count in enumerate((len(self.state.unmarked), len(self.state.incomplete), len(self.state.reopenings))):
            caption = self.tabs.tabText(at).split(" (")[0]
            self.tabs.setTabText(at, f"{caption} ({grouped(count)})" if count else caption)
        self.enable_gestures()

    def enable_gestures(self) -> None:
        """An open conference is closed, a closed one opened again."""
        super().enable_gestures()
        if self.state is None:
            return
        closed = self.state.conference.closed_at is not None
        for action, armed, pressed in self._armed:
            if action.caption in (CLOSE, REOPEN):
                armed.setEnabled(closed == (action.caption == REOPEN))
                assert pressed, "both have a button"
                pressed.setEnabled(armed.isEnabled())

    def close_conference(self) -> None:
        """Close, after what it settles was read and agreed to."""
        found = self.state
        if found is None:
            return
        fits = not found.conference.closed_at and not found.to_come
        left = found.unmarked or found.incomplete or found.unended
        if fits and left and not ask.confirm(self, question(found), verb(found)):
            return
        self.perform(closing.close, self.conference_id, absent=True, early=True, done=told)

    def reopen(self) -> None:
        reason = ask.ask_text(self, "Mở lại hội nghị để sửa điểm danh", "Mở lại hội nghị", "Lý do")
        if reason:
            self.perform(closing.reopen, self.conference_id, reason, done="Đã mở lại hội nghị; điểm danh sửa được.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A venue's report that is not complete, with its half-day in words."""

    id: int
    item: BoardLine
    day: str


class StatePane(ListPane):
    """A list of what the page found."""

    page: ClosingPage

    @property
    def state(self) -> ClosingState:
        assert self.page.state is not None, "the page is read before its tabs"
        return self.page.state


class UnmarkedPane(StatePane):
    """Everyone summoned and not marked, by cell."""

    name, empty = "closing_unmarked", "Không còn ai chưa điểm danh."
    columns = (
        Column(key="cell", title="Chi bộ", value=lambda n: n.item.row.cell, width=240, least=144),
        Column(key="name", title="Họ và tên", value=lambda n: n.item.row.full_name, width=240, least=144),
        Column(key="venue", title="Điểm cầu", value=lambda n: n.item.row.venue or "", width=240, least=144),
        Column(key="half_days", title="Buổi chưa điểm danh", value=lambda n: days_words(n.item), width=320, least=176),
    )

    def records(self) -> Iterable[object]:
        return numbered(self.state.unmarked)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người" if count else ""

    def open(self, record_id: int) -> None:
        chosen = self.state.unmarked[record_id].row
        open_marking(self.desk, self.state.conference, chosen.venue_id, chosen.full_name)


class IncompletePane(StatePane):
    """Venues at half-days that have not reported all."""

    name, empty = "closing_incomplete", "Mọi điểm cầu đã báo đủ các buổi."
    columns = (
        Column(key="venue", title="Điểm cầu", value=lambda n: n.item.name, width=320, least=176),
        Column(key="half_day", title="Buổi", value=lambda n: n.day, width=152),
        Column(
            key="state",
            title="Tình trạng",
            value=lambda n: word(n.item.state),
            width=144,
            tone=lambda n: TONES[n.item.state],
        ),
        Column(key="figures", title="Số liệu", value=lambda n: figures_words(n.item.figures), width=420, least=240),
    )

    def records(self) -> Iterable[object]:
        days = {day.id: half_day_name(day) for day in self.state.conference.half_days}
        return [Reported(id=at, item=line, day=days[line.half_day_id]) for at, line in enumerate(self.state.incomplete)]

    def counted(self, count: int) -> str:
        return f"{grouped(count)} lượt báo chưa đủ" if count else ""

    def open(self, record_id: int) -> None:
        open_board(self.desk, self.page.conference_id, self.state.incomplete[record_id].half_day_id)


class ReopeningsPane(StatePane):
    """Every time the conference was opened again, and why."""

    name, empty = "closing_reopenings", "Hội nghị chưa mở lại lần nào."
    columns = (
        Column(key="closed", title="Đã kết thúc lúc", value=lambda n: show_moment(n.item.closed_at), width=176),
        Column(key="reopened", title="Mở lại lúc", value=lambda n: show_moment(n.item.reopened_at), width=176),
        Column(key="reason", title="Lý do", value=lambda n: n.item.reason, width=560, least=240),
    )

    def records(self) -> Iterable[object]:
        return numbered(self.state.reopenings)


def days_words(someone: Unmarked) -> str:
    return ", ".join(map(half_day_name, someone.half_days))


def state_words(found: ClosingState) -> str:
    """Whether the conference is closed, and what closing it would settle."""
    if found.conference.closed_at:
        closed = show_moment(found.conference.closed_at)
        return f"Đã kết thúc điểm danh lúc {closed}. Muốn sửa, hãy mở lại và ghi lý do."
    if found.to_come:
        return f"Còn {grouped(len(found.to_come))} buổi chưa diễn ra; kết thúc được sau buổi cuối cùng."
    going_on = f" {named(found.unended).capitalize()} chưa hết giờ." if found.unended else ""
    guests = f" {grouped(found.guests)} khách mời chưa điểm danh thì để trống." if found.guests else ""
    if found.unmarked:
        blanks = f"{grouped(len(found.unmarked))} người phải dự, {grouped(found.blanks)} lượt"
        settled = f"Còn {blanks} chưa điểm danh: khi kết thúc sẽ ghi vắng, chưa rõ lý do."
        return f"Chưa kết thúc.{going_on} {settled}{guests}"
    return f"Chưa kết thúc.{going_on} Mọi người phải dự đã được điểm danh.{guests}"


def question(found: ClosingState) -> str:
    """What closing settles and leaves, to be agreed to."""
    going_on = (
        f"Buổi {named(found.unended)} chưa hết giờ; kết thúc lúc này thì người chưa điểm danh của buổi ấy cũng tính là "
        "vắng. "
        if found.unended
        else ""
    )
    people = (
        f"{grouped(len(found.unmarked))} người ({grouped(found.blanks)} lượt) chưa điểm danh sẽ được ghi vắng, "
        "chưa rõ lý do. "
        if found.unmarked
        else ""
    )
    venues = f"{grouped(len(found.incomplete))} lượt báo của điểm cầu chưa đủ. " if found.incomplete else ""
    return f"{going_on}{people}{venues}Sau khi kết thúc, điểm danh chỉ sửa được khi mở lại có lý do."


def verb(found: ClosingState) -> str:
    count = len(found.unmarked)
    return f"Kết thúc và ghi vắng {grouped(count)} người" if count else "Kết thúc điểm danh"


def told(found: ClosingState) -> str:
    absent = f", ghi vắng {grouped(len(found.unmarked))} người chưa điểm danh" if found.unmarked else ""
    return f"Đã kết thúc điểm danh hội nghị{absent}."
