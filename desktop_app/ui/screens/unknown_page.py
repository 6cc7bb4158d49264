"""People written in at venues and not known yet, beside who of the register each may be; joined without losing a mark.

The search box narrows the strangers; the candidates of the one chosen are those of the same or a like name, or whoever
is looked for by another.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QSplitter, QWidget

from db.records import Member
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import unknown_people
from desktop_app.services.access import Right
from desktop_app.services.unknown_people import Unknown
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.fields import ChoiceField
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.person_way import person_action
from desktop_app.ui.style import MARGIN
from desktop_app.ui.table_model import Column

JOIN, ACCEPT, LOOK = "Nối với người này", "Ghi vào sổ là khách mời", "Tìm tên khác"
TOLD = (
    "Chọn người ghi thêm ở bên trái, người có trong sổ ở bên phải rồi bấm “Nối với người này”: điểm danh của người ghi "
    "thêm về người ấy, không mất dấu nào. Những người này chưa tính vào số nào của đảng viên."
)


class StrangersPane(ListPane):
    """Who was written in, with the conference and venue."""

    name, heading = "unknown_people", "Ghi thêm tại điểm cầu"
    empty = "Không còn ai chưa rõ danh tính trong đợt này."
    columns: Sequence[Column] = (
        Column(key="name", title="Họ và tên", value=lambda u: u.full_name, width=168, least=112),
        Column(key="birth", title="Ngày sinh", value=lambda u: show_date(u.birth_date or ""), width=88),
        Column(key="venue", title="Điểm cầu", value=lambda u: u.venue or "", width=152, least=96),
        Column(key="marks", title="Điểm danh", value=lambda u: f"{u.marks} buổi", width=96),
        Column(key="reason", title="Ghi chú", value=lambda u: u.reason or "", width=120, least=88),
    )

    def __init__(self, page: Screen, round_id: int) -> None:
        super().__init__(page)
        self.round_id = round_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption=ACCEPT,
                run=self.accept,
                needs=Needs.SOME,
                tip="Không phải đảng viên của ta: giữ trong sổ là khách mời, quần chúng",
                right=Right.WRITE,
            ),
        )

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người chưa rõ danh tính" if count else ""

    def records(self) -> Iterable[Unknown]:
        seen: dict[int, Unknown] = {}
        for each in unknown_people.unknown(self.store, self.round_id):
            seen.setdefault(each.id, each)
        return seen.values()

    def accept(self) -> None:
        self.page.perform(unknown_people.accept, self.table.selected_ids())


class CandidatesPane(ListPane):
    """Who of the register the chosen stranger may be."""

    opening = Right.WRITE
    name, heading = "unknown_candidates", "Có thể là"
    columns: Sequence[Column] = (
        Column(key="name", title="Họ và tên", value=lambda m: m.full_name, width=168, least=112),
        Column(key="birth", title="Ngày sinh", value=lambda m: show_date(m.birth_date or ""), width=88),
        Column(key="cell", title="Chi bộ", value=lambda m: m.cell or "", width=160, least=96),
        Column(key="code", title="Mã", value=lambda m: m.code, width=80),
    )

    def __init__(self, page: Screen, strangers: StrangersPane) -> None:
        super().__init__(page)
        self.strangers = strangers
        self._asked: tuple[int, str] = (0, "")
        self.empty = "Không có ai trong sổ trùng hoặc gần giống tên này. Tìm theo tên khác hoặc theo mã đảng viên."

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption=JOIN, run=self.join, keys="Ctrl+S", needs=Needs.ONE, tip="Enter hoặc bấm đúp", right=Right.WRITE
            ),
            Action(caption=LOOK, run=self.look, keys="Ctrl+T", main=True),
            person_action(self.desk, lambda: self.table.selected_ids()[0]),
        )

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người"

    def records(self) -> Iterable[Member]:
        chosen = self.strangers.selected()
        if chosen is None:
            return []
        text = self._asked[1] if self._asked[0] == chosen.id else ""
        try:
            return unknown_people.candidates(self.store, chosen.id, text)
        except Refusal:
            return []

    def load_rows(self) -> None:
        """The candidates of the stranger chosen, the likeliest one selected."""
        super().load_rows()
        if self.table.rows.rowCount() and not self.table.selected_count():
            self.table.selectRow(0)

    def look(self) -> None:
        """Look for the chosen stranger under another name, or by a code."""
        chosen = self.strangers.selected()
        if chosen is None:
            self.desk.refused.emit("Chưa chọn người ghi thêm; hãy chọn một dòng ở bảng bên trái.")
            return
        text = ask.ask_text(self, f"{chosen.full_name} có thể là ai?", "Tìm", "Họ tên hoặc mã", chosen.full_name)
        if text:
            self._asked = (chosen.id, text)
            self.load_rows()

    def open(self, record_id: int) -> None:
        self.join()

    def join(self) -> None:
        """Join the two chosen; where their marks differ the clerk says whose holds, half-day by half-day."""
        stranger, person = self.strangers.selected(), self.selected()
        if stranger is None or person is None:
            return
        marks: dict[int, int] = {}
        for each in unknown_people.differences(self.store, stranger.id, person.id):
            options = [(person.id, f"Trong sổ: {each.kept}"), (stranger.id, f"Người ghi thêm: {each.other}")]
            field = ChoiceField(key="mark", label="Giữ", required=True, options=options)
            question = f"{person.full_name}, {each.said}: hai bên ghi khác nhau. Giữ bên nào?"
            answer = ask.ask_value(self, question, "Giữ bên này", field)
            if not isinstance(answer, int):
                return
            marks[each.half_day_id] = answer
        told = f"Đã nối {stranger.full_name} với {person.full_name} ({person.code})."
        self.page.perform(unknown_people.join, stranger.id, person.id, marks, done=told)


class UnknownPage(Screen):
    """`round_id` is the round whose strangers are shown."""

    title = "Người chưa rõ danh tính"

    def __init__(self, desk: Desk, round_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.strangers = StrangersPane(self, round_id)
        self.candidates = CandidatesPane(self, self.strangers)
        self.strangers.table.chosen.connect(self.candidates.load_rows)
        self.strangers.table.opened.connect(lambda _: self.candidates.focus_start())
        beside = QSplitter()
        beside.addWidget(self.strangers)
        beside.addWidget(self.candidates)
        beside.setHandleWidth(MARGIN)
        beside.setSizes([620, 540])
        beside.setChildrenCollapsible(False)
        self.body.addWidget(label(TOLD, "quiet", wrap=True))
        self.body.addWidget(beside, 1)
        self.body.setContentsMargins(0, 0, 0, MARGIN)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption=JOIN,
                run=lambda: self.candidates.press("Ctrl+S"),
                keys="Ctrl+S",
                button=False,
                right=Right.WRITE,
            ),
            Action(caption=LOOK, run=self.look, keys="Ctrl+T", button=False),
        )

    def look(self) -> None:
        self.candidates.look()

    def load(self) -> None:
        self.strangers.load_rows()
        if not self.strangers.table.selected_count() and self.strangers.table.rows.rowCount():
            self.strangers.table.selectRow(0)
        self.candidates.load_rows()

    def searched(self, text: str) -> None:
        self.strangers.text = text.strip()
        self.strangers.load_rows()

    def focus_start(self) -> None:
        self.strangers.focus_start()
