"""Rows that only a person can settle: each beside those it may be, and what was decided of it. It writes nothing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from db.records import Member
from desktop_app.services import members
from desktop_app.services.imports import (
    HELD,
    LEAVE_OUT,
    NEW_PERSON,
    Decision,
    Place,
    Verdict,
    same_as,
)
from desktop_app.services.store import Store
from desktop_app.ui import ask
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screens.import_compare import Comparison
from desktop_app.ui.screens.import_jobs import Planned
from desktop_app.ui.screens.import_lines import Waiting
from desktop_app.ui.style import GAP, Tone
from desktop_app.ui.table import RecordTable
from desktop_app.ui.table_model import Column, Listing
from desktop_app.ui.words import shortened

CHOICES = 4
LIST_LEAST, LIST_MOST = 300, 470
NOBODY = "Không thấy ai tên như “{}” trong sổ; hãy gõ họ tên hoặc mã khác."
CELL_FIRST = "Trả lời câu hỏi về tên chi bộ ở trên trước, rồi mới biết dòng này là ai."
NEXT = "Chọn dòng này là ai; Ctrl+chuột hoặc Shift để chọn nhiều dòng một lúc."
SEVERAL = "Đã chọn {} dòng; quyết định sau áp dụng cho tất cả."


class DecisionPanel(QWidget):
    """`decided`: a decision was made or taken back."""

    decided = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.decisions: dict[Place, Decision] = {}
        self._rows: dict[int, Waiting] = {}
        self._people: dict[int, Member] = {}
        self._found: dict[Place, tuple[int, ...]] = {}
        self.table = RecordTable("import_waiting", self._columns(), self)
        self._reason = label(name="advice", wrap=True)
        self._comparison = Comparison()
        self._same = [self._choice(at) for at in range(CHOICES)]
        self._new = button("Là người mới", lambda: self._decide(NEW_PERSON), tip="Ghi thêm một người vào sổ (Ctrl+M)")
        self._out = button("Không nhập dòng này", lambda: self._decide(LEAVE_OUT), tip="Delete")
        self._find = button("Tìm người khác…", self.look_for, tip="Khi người ấy không có ở đây (Ctrl+T)")
        self._back = button("Bỏ quyết định", lambda: self._decide(None))
        self._lay_out()
        self._listen()

    def _columns(self) -> Sequence[Column]:
        return (
            Column(key="row", title="Dòng", value=lambda w: str(w.outcome.listed.row), width=52),
            Column(key="name", title="Họ và tên", value=lambda w: w.outcome.listed.full_name, width=170, least=100),
            Column(key="fate", title="Quyết định", value=self._fate, width=200, least=120, tone=self._tone),
        )

    def _choice(self, at: int) -> QPushButton:
        return button("", lambda: self._decide_same(at), tip=f"Phím {at + 1} trong bảng")

    def _lay_out(self) -> None:
        self.table.setMinimumWidth(LIST_LEAST)
        self.table.setMaximumWidth(LIST_MOST)
        self.table.setAccessibleName("Các dòng chờ quyết định")
        choices = QGridLayout()
        choices.setSpacing(GAP)
        choices.setColumnStretch(2, 1)
        for at, pressed in enumerate(self._same):
            choices.addWidget(pressed, *divmod(at, 2))
        others = row(self._new, self._find, self._out, self._back, None)
        right = column(self._reason, self._comparison, choices, others)
        right.setStretch(1, 1)
        outer = row(self.table, right)
        outer.setStretch(0, 2)
        outer.setStretch(1, 3)
        outer.setContentsMargins(0, GAP, 0, 0)
        self.setLayout(outer)

    def _listen(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _: self._to_answers())
        for at in range(CHOICES):
            said = f"Là người thứ {at + 1} ở bên cạnh"
            self.table.add_gesture(said, partial(self._decide_same, at), QKeySequence(str(at + 1)))
        self.table.add_gesture("Là người mới", lambda: self._decide(NEW_PERSON), QKeySequence("Ctrl+M"))
        self.table.add_gesture("Tìm người khác…", self.look_for, QKeySequence("Ctrl+T"))
        self.table.add_gesture("Không nhập", lambda: self._decide(LEAVE_OUT), QKeySequence(Qt.Key.Key_Delete))

    def forget(self) -> None:
        """Begin afresh: another file."""
        self.decisions, self._found = {}, {}

    def show_plan(self, planned: Planned) -> None:
        """Show who waits in a plan, and who was decided about."""
        self._rows = {each.id: each for each in planned.lines.waiting}
        self._people = {**self._people, **planned.people}
        self.table.show_listing(Listing(ids=list(self._rows), fetch=lambda ids: [self._rows[at] for at in ids]))
        if self._rows and not self.table.selected_count():
            self.table.selectRow(0)
        self._show_chosen()

    def undecided(self) -> int:
        """How many rows still wait."""
        return sum(each.outcome.place not in self.decisions for each in self._rows.values())

    def focus_start(self) -> None:
        self.table.setFocus()

    # --- deciding

    def look_for(self) -> None:
        """Look for somebody else in the register; whoever is found stands beside the row."""
        chosen = self._chosen()
        if len(chosen) != 1:
            return
        text = ask.ask_text(self, "Tìm ai trong sổ?", "Tìm", "Họ tên hoặc mã", chosen[0].outcome.listed.full_name)
        if text is None:
            return
        found = members.search(self._store, text, CHOICES)
        if not found:
            self._reason.setText(NOBODY.format(text))
            return
        self._people |= {person.id: person for person in found}
        self._found[chosen[0].outcome.place] = tuple(person.id for person in found)
        self._show_chosen()

    def _decide_same(self, at: int) -> None:
        chosen = self._chosen()
        people = self._candidates(chosen[0]) if len(chosen) == 1 else []
        if at < len(people):
            self._decide(same_as(people[at].id))

    def _decide(self, decision: Decision | None) -> None:
        """Keep what was decided of the selected rows, and go on to the next that waits."""
        for each in self._chosen():
            if each.cell_asked and decision not in (None, LEAVE_OUT):
                continue
            if decision is None:
                self.decisions.pop(each.outcome.place, None)
            else:
                self.decisions[each.outcome.place] = decision
        self.table.viewport().update()
        if decision is not None:
            self._go_on()
        self._show_chosen()
        self.decided.emit()

    def _go_on(self) -> None:
        last = max(self.table.selected_ids(), default=-1)
        waiting = [each.id for each in self._rows.values() if each.outcome.place not in self.decisions]
        after = next((at for at in waiting if at > last), waiting[0] if waiting else None)
        if after is not None:
            self.table.select_ids([after])

    # --- what is shown

    def _chosen(self) -> list[Waiting]:
        return [self._rows[at] for at in self.table.selected_ids() if at in self._rows]

    def _candidates(self, waiting: Waiting) -> list[Member]:
        """Those it may be: who was decided, who was looked for, else who the register offers."""
        place = waiting.outcome.place
        decision = self.decisions.get(place)
        decided = (decision.member_id,) if decision and decision.member_id is not None else ()
        ids = dict.fromkeys((*self._found.get(place, waiting.outcome.candidates), *decided))
        return [self._people[each] for each in ids if each in self._people][:CHOICES]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        one = chosen[0] if len(chosen) == 1 else None
        people = self._candidates(one) if one and not one.cell_asked else []
        self._reason.setText(self._said(chosen))
        self._comparison.setVisible(one is not None)
        if one:
            self._comparison.show_row(one.outcome.listed, people)
        for at, pressed in enumerate(self._same):
            pressed.setVisible(at < len(people))
            if at < len(people):
                pressed.setText(f"Là {shortened(people[at].full_name, 28)} ({people[at].code})")
        free = any(not each.cell_asked for each in chosen)
        self._new.setEnabled(free)
        self._find.setEnabled(free and one is not None)
        self._out.setEnabled(bool(chosen))
        self._out.setText("Không nhập dòng này" if len(chosen) < 2 else f"Không nhập {len(chosen)} dòng")
        self._new.setText("Là người mới" if len(chosen) < 2 else f"Là {len(chosen)} người mới")
        self._back.setEnabled(any(each.outcome.place in self.decisions for each in chosen))

    def _said(self, chosen: Sequence[Waiting]) -> str:
        if len(chosen) != 1:
            return SEVERAL.format(len(chosen)) if chosen else NEXT
        return CELL_FIRST if chosen[0].cell_asked else chosen[0].reason or NEXT

    def _to_answers(self) -> None:
        shown = [pressed for pressed in (*self._same, self._new) if pressed.isVisible() and pressed.isEnabled()]
        if shown:
            shown[0].setFocus()

    def _fate(self, waiting: Waiting) -> str:
        """What was decided of a row."""
        decision = self.decisions.get(waiting.outcome.place)
        if decision is None:
            return "Chờ trả lời về chi bộ" if waiting.cell_asked else "Chờ quyết định"
        match decision.verdict:
            case Verdict.NEW:
                return "Người mới"
            case Verdict.LEAVE_OUT:
                return "Không nhập"
        person = self._people.get(decision.member_id or 0)
        return f"Là {person.full_name} ({person.code})" if person else "Là người trong sổ"

    def _tone(self, waiting: Waiting) -> Tone:
        decision = self.decisions.get(waiting.outcome.place)
        if decision is None:
            return Tone.WARN
        if decision == LEAVE_OUT:
            return Tone.QUIET
        return Tone.BAD if waiting.outcome.kind == HELD and waiting.reason else Tone.GOOD
