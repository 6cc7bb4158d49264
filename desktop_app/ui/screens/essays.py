"""Essays of a round: who owes one and by when, received, assessed, withdrawn, exempted.

Last days are worked out from the round and the make-ups; nothing here sets them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from db.values import EssayForm, EssayResult
from desktop_app.domain.obligations import OWED, EssayState
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.form import Subject
from desktop_app.services import essay_marking, essays, rounds
from desktop_app.services.access import Right
from desktop_app.services.essays import EssayStanding
from desktop_app.services.office import today
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.figure_bar import Figure, FigureBar
from desktop_app.ui.filters import Filter
from desktop_app.ui.parts import row
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.essay_checkers_page import EssayCheckersPage
from desktop_app.ui.screens.essay_columns import COLUMNS, SHORT
from desktop_app.ui.screens.essay_confirming_page import EssayConfirmingPage
from desktop_app.ui.screens.essay_history import EssayHistory
from desktop_app.ui.screens.essay_marking_page import EssayMarkingPage
from desktop_app.ui.screens.essay_receiving import ReceivingDialog
from desktop_app.ui.screens.essay_scoring import ask_score
from desktop_app.ui.screens.extension_dialog import ask_people
from desktop_app.ui.screens.person_way import person_action
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.table_model import Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

NO_ROUND = "Chưa có đợt học tập nên chưa có bài thu hoạch nào. Lập đợt học tập trước."
NO_ROLL = "Chưa có ai phải viết thu hoạch: hãy chốt danh sách triệu tập của hội nghị trong đợt này."
READING = "Đọc bài thu hoạch"
SOME, EVERY = Needs.SOME, "every"
OWING, WAITING = "owing", "waiting"
GROUPS = {
    OWING: ("Còn nợ bài", OWED),
    WAITING: ("Chờ chấm", (EssayState.RECEIVED, EssayState.RECEIVED_AGAIN, EssayState.CHECKING)),
}
FIGURES = (
    Figure(key=EVERY, caption="Tất cả"),
    *(Figure(key=state.value, caption=short, tip=f"{word(state)}: xem danh sách") for state, short in SHORT.items()),
)
RECEIVE = "Gõ tên, mã, tên chi bộ, quét thẻ; hoặc chọn sẵn các dòng rồi bấm"
ASSIGN, STAYS = "Ai chấm bài của chi bộ nào; phiếu chấm Excel", "Bài đã rút vẫn còn trong sổ"


class EssaysScreen(TableScreen):
    """One person a row; the line of counts narrows the list to one state.

    `start` are filters to begin with: {"round", "state"}, a state or a key of GROUPS.
    """

    title, name = "Thu hoạch", "essays"
    search_hint = "Tìm người nộp (Ctrl+K)"
    columns = COLUMNS

    def __init__(self, desk: Desk, start: Mapping[str, Any] | None = None) -> None:
        self._start = start or {}
        self._standings: list[EssayStanding] = []
        self._read: int | None = None
        self._fresh, self._lacking = False, False
        super().__init__(desk)
        self.figures = FigureBar(FIGURES, kept_down=True)
        self.figures.chosen.connect(lambda key: self.narrow(None if key == EVERY else EssayState(key)))
        # three rows need the whole width: buttons, filters, figures
        self.body.insertLayout(0, row(self.filter_bar, self.count_line, None))
        self.body.insertWidget(1, self.figures)
        self.tools.takeAt(0)
        self.tools.addStretch(1)

    def filters(self) -> Sequence[Filter]:
        groups = [(key, said) for key, (said, _) in GROUPS.items()]
        states = [(None, words.ALL), *groups, *((state, word(state)) for state in SHORT)]
        return (
            Filter(key="round", label="Đợt", options=self.round_options),
            Filter(key="cell_id", label="Chi bộ", options=self.cell_options),
            Filter(key="checker", label="Người chấm", options=self.checker_options),
            Filter(key="state", label="Trạng thái", options=lambda: states),
        )

    def round_options(self) -> list[tuple[int | None, str]]:
        return [(each.id, each.name) for each in rounds.rounds(self.store)] or [(None, words.NONE)]

    def cell_options(self) -> list[tuple[int | None, str]]:
        """The cells with somebody who must attend the round."""
        cells = {each.standing.row.cell_id: each.standing.row.cell for each in self._standings}
        return [(None, words.ALL), *cells.items()]

    def checker_options(self) -> list[tuple[str | None, str]]:
        """Whoever checks essays of the round."""
        names = sorted({each.checker for each in self._standings if each.checker})
        return [(None, words.ALL), *((name, name) for name in names)]

    def load(self) -> None:
        self._fresh = False
        self.load_now()

    def load_now(self) -> None:
        """Everybody is read once; typing and narrowing only choose among them."""
        if self._fresh and self._read == self.filter_bar.chosen()["round"]:
            super().load_now()
            return
        round_id = self._wanted_round()
        if not self._standings:
            self.empty = READING
            super().load_now()
        read_aside(self, self.desk, READING, partial(everybody, round_id), self._show_people)

    def _wanted_round(self) -> int | None:
        """The round chosen, the first time the one asked for; the newest where that is gone."""
        start, self._start = self._start, {}
        if start:
            self.filter_bar.refill()
            self.filter_bar.choose(start)
        offered = [round_id for round_id, _ in self.round_options()]
        chosen: int | None = self.filter_bar.chosen()["round"]
        return chosen if chosen in offered else offered[0]

    def _show_people(self, found: list[EssayStanding]) -> None:
        """Show who must write in the round, with the options of the filters that go with them."""
        self._standings, self._fresh, self._lacking = found, True, not found
        self.filter_bar.refill()
        self._read = self.filter_bar.chosen()["round"]
        self.empty = NO_ROLL if self._read else NO_ROUND
        super().load_now()
        self.enable_gestures()

    def listing(self, query: Query) -> Listing:
        cell_id, checker, state = (query.chosen[key] for key in ("cell_id", "checker", "state"))
        here = [
            each
            for each in self._standings
            if cell_id in (None, each.standing.row.cell_id) and checker in (None, each.checker)
        ]
        self._show_counts(here, state)
        wanted = [each for each in here if state is None or each.state in meant(state)]
        return listing_of(wanted, COLUMNS, query.text, query.sorting, key=lambda e: e.standing.row.member_id)

    def _show_counts(self, here: Sequence[EssayStanding], chosen: str | None) -> None:
        """How many in every state; the one the list is narrowed to is pressed."""
        counts = Counter(each.state for each in here)
        figures = {state.value: grouped(counts[state]) for state in SHORT}
        self.figures.show_figures({EVERY: grouped(len(here)), **figures})
        self.figures.press(EVERY if chosen is None else str(chosen))

    def narrow(self, state: EssayState | None) -> None:
        """Only those in a state; None = everybody."""
        self.filter_bar.choose({"state": state})
        self.load_now()

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người"

    def gestures(self) -> Sequence[Action]:
        if self._lacking:
            return (Action(caption="Đến đợt học tập", run=self.go_to_rounds, main=True),)
        one = Needs.ONE
        return (
            Action(caption="Nhận bài", run=self.receive, keys="Ctrl+N", main=True, tip=RECEIVE, right=Right.CELL),
            Action(caption="Chấm bài", run=self.mark, keys="Ctrl+G", tip="Chấm lần lượt bằng bàn phím"),
            Action(caption="Xác nhận, gửi", run=self.confirm, keys="Ctrl+E", tip="Xác nhận bài đạt, gửi cấp trên"),
            Action(caption="Phân công", run=self.assign, keys="Ctrl+Shift+G", tip=ASSIGN),
            Action(caption="Đạt", run=self.pass_them, keys="Ctrl+D", needs=SOME, right=Right.CELL),
            Action(caption="Phải viết lại", run=self.return_them, keys="Ctrl+R", needs=SOME, right=Right.CELL),
            Action(caption="Bỏ kết quả", run=self.take_result_off, keys="Ctrl+B", needs=SOME, right=Right.CELL),
            Action(caption="Rút bài", run=self.withdraw, keys="Delete", needs=SOME, tip=STAYS, right=Right.CELL),
            Action(caption="Miễn viết…", run=self.exempt, keys="Ctrl+M", needs=SOME, right=Right.WRITE),
            Action(caption="Bỏ miễn", run=self.require, keys="Ctrl+Shift+M", needs=SOME, right=Right.WRITE),
            Action(
                caption="Gia hạn nộp bài…", run=self.extend, keys="Ctrl+L", needs=SOME, button=False, right=Right.WRITE
            ),
            Action(caption="Các lần nộp, tệp", run=self.show_history, keys="F2", needs=one, tip="Enter hoặc bấm đúp"),
            person_action(self.desk, lambda: self.table.selected_ids()[0]),
            Action(caption="In chưa nộp", run=self.print, keys="Ctrl+P", tip="Danh sách chưa nộp bài thu hoạch"),
        )

    def print(self) -> None:
        """The list of who has not handed in, of the cell that is shown."""
        subject = Subject(round_id=self._read, cell_id=self.filter_bar.chosen()["cell_id"])
        open_print(self.desk, "essays-missing", subject)

    def go_to_rounds(self) -> None:
        self.desk.place_wanted.emit("rounds", "")

    def receive(self) -> None:
        """From those selected, or from whoever is typed in the dialog."""
        handwritten = bool(self._read and rounds.study_round(self.store, self._read).essay_handwritten)
        form = EssayForm.HANDWRITTEN if handwritten else EssayForm.TYPED
        start = {"on": today(self.store).isoformat(), "form": form}
        dialog = ReceivingDialog(self, self._standings, self.table.selected_ids(), start, self._keep_received)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _keep_received(self, people: Sequence[int], on: str, form: EssayForm, note: str | None) -> None:
        self.desk.write(essays.receive, self._read, people, on, form, note)

    def mark(self) -> None:
        """One after another, of the cell that is shown."""
        assert self._read is not None
        cell_id = self.filter_bar.chosen()["cell_id"]
        self.desk.page_opened.emit(EssayMarkingPage(self.desk, self._read, cell_id))

    def confirm(self) -> None:
        assert self._read is not None
        self.desk.page_opened.emit(EssayConfirmingPage(self.desk, self._read))

    def assign(self) -> None:
        assert self._read is not None
        self.desk.page_opened.emit(EssayCheckersPage(self.desk, self._read))

    def extend(self) -> None:
        """A later day for those selected, with the reason."""
        assert self._read is not None
        people = {each.standing.row.member_id: each.standing.row.full_name for each in self.table.records()}
        ask_people(self, self.desk, self._read, people)

    def pass_them(self) -> None:
        """Passed; with a score where the round is marked in points."""
        people = self.table.selected_ids()
        if self._read and essay_marking.rubric(self.store, self._read).in_points:
            ask_score(self, self.desk, self._read, people)
            return
        self.perform(essays.assess, self._read, people, EssayResult.PASSED)

    def return_them(self) -> None:
        self.perform(essays.assess, self._read, self.table.selected_ids(), EssayResult.REWRITE)

    def take_result_off(self) -> None:
        self.perform(essays.assess, self._read, self.table.selected_ids(), None, done="Đã bỏ kết quả.")

    def withdraw(self) -> None:
        self.perform(essays.withdraw, self._read, self.table.selected_ids())

    def exempt(self) -> None:
        reason = ask.ask_text(self, "Vì sao được miễn viết thu hoạch?", "Miễn viết", "Lý do")
        if reason is not None:
            self.perform(essays.exempt, self._read, self.table.selected_ids(), reason)

    def require(self) -> None:
        self.perform(essays.require, self._read, self.table.selected_ids())

    def show_history(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        assert self._read is not None
        self.desk.page_opened.emit(EssayHistory(self.desk, self._read, record_id))


def everybody(round_id: int | None, store: Store) -> list[EssayStanding]:
    """Everyone who must attend a round, with the essay; nobody where there is no round."""
    return essays.standings(store, round_id) if round_id else []


def meant(state: str) -> Sequence[EssayState]:
    """The states a filter stands for: one, or those of a group."""
    return GROUPS[state][1] if state in GROUPS else (EssayState(state),)
