"""Marking one essay after another by keyboard: the result is typed, the next unmarked essay comes by itself.

Essays are chosen by cell and checker. Receiving is done on the list of essays, confirming on a page of its own.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from db.values import EssayResult
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import essay_marking, essays, rounds
from desktop_app.services.access import Right
from desktop_app.services.essay_marking import Rubric
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.aside import is_quick, read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import TextField
from desktop_app.ui.filters import Filter
from desktop_app.ui.parts import label, row
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, SearchBox
from desktop_app.ui.screens.essay_columns import TONES, result, shown, state
from desktop_app.ui.screens.essay_scoring import ask_parts
from desktop_app.ui.screens.person_way import person_action
from desktop_app.ui.style import scaled
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

PLAIN_KEYS: dict[str, EssayResult | None] = {
    "1": EssayResult.PASSED,
    "đ": EssayResult.PASSED,
    "d": EssayResult.PASSED,
    "2": EssayResult.REWRITE,
    "v": EssayResult.REWRITE,
    "0": None,
    "x": None,
}
LETTERS = {key: result for key, result in PLAIN_KEYS.items() if key.isalpha()}
PLAIN = "Gõ 1 hoặc Đ: đạt · 2 hoặc V: phải viết lại · 0: bỏ kết quả · ↑ ↓ chuyển dòng"
POINTS = "Gõ điểm, ví dụ 8,5, rồi Enter · Đ, V: ghi kết quả không theo điểm · X: bỏ kết quả · ↑ ↓ chuyển dòng"
EMPTY = "Không có bài nào chờ chấm theo lựa chọn này."
READING = "Đọc các bài đã nộp"
UNMARKED, MARKED, EVERY = "unmarked", "marked", "every"


class ResultEntry(SearchBox):
    """`moved(step)` by the arrows.

    UniKey sends đ as d, Backspace, đ: by then d has been taken, and the đ after it is not another one (`composing`).
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.composing = False

    def own_keys(self) -> Sequence[tuple[str, str]]:
        """What a result is typed with."""
        meant: dict[str, list[str]] = {}
        for key, found in PLAIN_KEYS.items():
            meant.setdefault(word(found) if found else "Bỏ kết quả", []).append(key.upper())
        return [(", ".join(keys), told) for told, keys in meant.items()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.composing = True
            return
        super().keyPressEvent(event)
        self.composing = False


class EssayMarkingPage(TableScreen):
    """Everyone with an essay that stands; `typed` marks the one the cursor is on."""

    title, name = "Chấm bài thu hoạch", "essay_marking"
    search_hint = "Tìm người nộp (Ctrl+K)"
    empty = EMPTY
    columns = (
        Column(key="name", title="Họ và tên", value=lambda e: e.standing.row.full_name, width=200, least=128),
        Column(key="cell", title="Chi bộ", value=lambda e: e.standing.row.cell, width=184, least=104),
        Column(key="received", title="Ngày nộp", value=lambda e: shown(e.last.received_on), width=96),
        Column(key="attempt", title="Lần", value=lambda e: str(e.last.attempt), width=48, figures=True),
        Column(key="checker", title="Người chấm", value=lambda e: e.checker or "", width=144, least=80),
        Column(key="state", title="Trạng thái", value=state, width=168, least=120, tone=lambda e: TONES[e.state]),
        Column(key="result", title="Điểm, ngày chấm", value=result, width=200, least=96),
    )

    def __init__(self, desk: Desk, round_id: int, cell_id: int | None = None) -> None:
        self.round_id, self._cell_id = round_id, cell_id
        self._standings: list[EssayStanding] = []
        self._marking: int | None = None
        self._written = False
        self._rubric: Rubric | None = None
        super().__init__(desk)
        self.entry = ResultEntry()
        self.entry.setAccessibleName("Kết quả")
        self.entry.setFixedWidth(scaled(96))
        self._manner = label(name="quiet")
        self.body.insertLayout(0, row(label("Kết quả"), self.entry, self._manner, None))
        self.entry.moved.connect(self.step)
        self.entry.textEdited.connect(self.typing)
        self.entry.returnPressed.connect(self.typed)
        self.guard(Right.CELL, self.entry)

    def filters(self) -> Sequence[Filter]:
        states = [(UNMARKED, "Chưa chấm"), (MARKED, "Đã chấm"), (EVERY, words.ALL)]
        return (
            Filter(key="cell_id", label="Chi bộ", options=self.cell_options),
            Filter(key="checker", label="Người chấm", options=self.checker_options),
            Filter(key="state", label="Bài", options=lambda: states),
        )

    def cell_options(self) -> list[tuple[int | None, str]]:
        cells = {each.standing.row.cell_id: each.standing.row.cell for each in self._standings}
        return [(None, words.ALL), *cells.items()]

    def checker_options(self) -> list[tuple[str | None, str]]:
        names = sorted({each.checker for each in self._standings if each.checker})
        return [(None, words.ALL), *((name, name) for name in names)]

    def gestures(self) -> Sequence[Action]:
        some = Needs.SOME
        return (
            Action(
                caption="Chấm theo tiêu chí…", run=self.score_parts, keys="Ctrl+T", needs=Needs.ONE, right=Right.CELL
            ),
            Action(
                caption="Đưa chấm…",
                run=self.take_up,
                keys="Ctrl+G",
                needs=some,
                tip="Ghi người đang chấm",
                right=Right.WRITE,
            ),
            Action(caption="Thôi chấm", run=self.put_back, keys="Ctrl+Shift+G", needs=some, right=Right.WRITE),
            Action(caption="Bỏ kết quả", run=self.take_off, keys="Ctrl+B", needs=some, button=False, right=Right.CELL),
            person_action(self.desk, lambda: self.table.selected_ids()[0]),
        )

    def load(self) -> None:
        """After a result typed here only that person is read again, so that the hand need not wait."""
        if self._marking is not None and self._standings:
            fresh = {
                each.standing.row.member_id: each for each in handed_in(self.round_id, self.store, [self._marking])
            }
            self._standings = [fresh.get(each.standing.row.member_id, each) for each in self._standings]
            self._written = True
            self.load_now()
            return
        self._rubric = essay_marking.rubric(self.store, self.round_id)
        self.set_title(f"Chấm bài · {rounds.study_round(self.store, self.round_id).name}")
        self._manner.setText(POINTS if self._rubric.in_points else PLAIN)
        self._written = False
        if not self._standings and not is_quick(self.store):
            self.empty = READING
            self.load_now()
        read_aside(self, self.desk, READING, partial(handed_in, self.round_id), self.show_essays)

    def show_essays(self, found: list[EssayStanding]) -> None:
        """Show these; what was marked while they were read is read again."""
        if self._written:
            self.load()
            return
        self._standings, self.empty = found, EMPTY
        self.filter_bar.refill()
        if self._cell_id is not None:
            self.filter_bar.choose({"cell_id": self._cell_id})
            self._cell_id = None
        self.load_now()
        if not self.table.selected_count():
            self.go_to(0)

    def listing(self, query: Query) -> Listing:
        """What was marked just now stays in the list until the page is left or the filter turned."""
        cell_id, checker, wanted = (query.chosen[key] for key in ("cell_id", "checker", "state"))
        kept = [
            each
            for each in self._standings
            if cell_id in (None, each.standing.row.cell_id) and checker in (None, each.checker)
        ]
        if wanted != EVERY:
            kept = [each for each in kept if is_marked(each) is (wanted == MARKED) or self._was_shown(each)]
        return listing_of(kept, self.columns, query.text, query.sorting, key=lambda e: e.standing.row.member_id)

    def _was_shown(self, each: EssayStanding) -> bool:
        """Whether the cursor stands on it: it is not pulled away under the hand."""
        return self.table.current_id() == each.standing.row.member_id

    def counted(self, count: int) -> str:
        left = sum(not is_marked(each) for each in self._standings)
        return f"{grouped(count)} bài · còn {grouped(left)} bài chưa chấm"

    def focus_start(self) -> None:
        (self.entry if self.entry.isEnabled() else self.table).setFocus()

    def open(self, record_id: int) -> None:
        from desktop_app.ui.screens.essay_history import EssayHistory

        self.desk.page_opened.emit(EssayHistory(self.desk, self.round_id, record_id))

    def go_to(self, place: int) -> None:
        """Put the cursor on a row, if there is such a one."""
        ids = self.table.rows.ids
        if ids:
            self.table.select_ids([ids[min(max(place, 0), len(ids) - 1)]])

    def step(self, by: int) -> None:
        self.go_to(max(self.table.currentIndex().row(), 0) + by)

    def typing(self, text: str) -> None:
        """One key is enough for a result without points."""
        key = text.strip().lower()
        if key == "đ" and self.entry.composing:
            self.entry.setText("")
            return
        if key in self._keys():
            self.typed()

    def _keys(self) -> dict[str, EssayResult | None]:
        """The keys that are results by themselves: digits only where they are no points."""
        return LETTERS if self._rubric is not None and self._rubric.in_points else PLAIN_KEYS

    def typed(self) -> None:
        """Write what was typed on the essay the cursor is on, and go on to the next one unmarked."""
        text, person = self.entry.text().strip().lower(), self.table.current_id()
        if not text or person is None:
            return
        self.entry.setText("")
        at = self.table.currentIndex().row()
        self._marking = person
        written = self.write(person, text)
        self._marking = None
        if written is not None:
            self._onward(at, person)

    def write(self, person: int, text: str) -> object:
        """None when it was refused."""
        essay = next(each for each in self._standings if each.standing.row.member_id == person)
        of, checker = f"cho bài của {essay.standing.row.full_name}", essay.checker
        if text not in self._keys():
            told = f"Đã ghi {text.replace('.', ',')} điểm {of}."
            return self.perform(essay_marking.score, self.round_id, [person], text, checker, done=told)
        result = self._keys()[text]
        if result is None:
            return self.perform(essays.assess, self.round_id, [person], None, done="Đã bỏ kết quả.")
        told = f"Đã ghi “{word(result)}” {of}."
        return self.perform(essays.assess, self.round_id, [person], result, None, checker, done=told)

    def _onward(self, at: int, person: int) -> None:
        """The next essay without a result, below first; otherwise stay."""
        ids = list(self.table.rows.ids)
        start = ids.index(person) + 1 if person in ids else at
        for place in [*range(start, len(ids)), *range(start)]:
            if not is_marked(self.table.rows.record(place)):
                self.go_to(place)
                self.load_now()
                return

    def score_parts(self) -> None:
        chosen = self.table.records()[0]
        ask_parts(self, self.desk, self.round_id, chosen.standing.row.member_id, chosen.checker or "")

    def take_up(self) -> None:
        """Whoever has them on the desk; blank = the checker of the cell."""
        people = self.table.selected_ids()
        field = TextField(key="checker", label="Người chấm", hint="để trống: người được phân công của chi bộ")

        def keep(values: Values) -> None:
            self.desk.write(essay_marking.take_up, self.round_id, people, values["checker"])

        start = {"checker": self.table.records()[0].checker if len(people) == 1 else None}
        fill_in(self, f"Đưa chấm {grouped(len(people))} bài", "Đưa chấm", (field,), start, keep)

    def put_back(self) -> None:
        self.perform(essay_marking.put_back, self.round_id, self.table.selected_ids())

    def take_off(self) -> None:
        self.perform(essays.assess, self.round_id, self.table.selected_ids(), None, done="Đã bỏ kết quả.")


def handed_in(round_id: int, store: Store, member_ids: Sequence[int] | None = None) -> list[EssayStanding]:
    """Everyone (or some people) with an essay that stands."""
    found = essays.standings(store, round_id, member_ids=member_ids)
    return [each for each in found if each.last is not None]


def is_marked(essay: EssayStanding) -> bool:
    return essay.last is not None and essay.last.result is not None
