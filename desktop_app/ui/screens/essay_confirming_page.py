"""After marking: passed essays are confirmed and sent to the higher body as lists. Nothing is marked here.

One tab holds the passed essays, the other the lists that were sent.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.essay_records import Forwarding
from desktop_app.domain.obligations import PASSED, EssayState
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import essay_forwarding, essays, rounds
from desktop_app.services.access import Right
from desktop_app.services.essays import EssayStanding
from desktop_app.services.office import office, today
from desktop_app.services.store import Store
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, Field, TextField
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.essay_columns import TONES, result, shown
from desktop_app.ui.screens.essay_history import EssayHistory, dated
from desktop_app.ui.tabbed_page import TabbedPage
from desktop_app.ui.table_model import Column

CONFIRMATION: tuple[Field, ...] = (
    TextField(key="by", label="Người xác nhận", required=True, hint="ví dụ: Ban Thường vụ Đảng ủy"),
    DateField(key="on", label="Ngày xác nhận", required=True, whole=True),
)
LETTER: tuple[Field, ...] = (
    TextField(key="recipient", label="Nơi nhận", required=True),
    DateField(key="forwarded_on", label="Ngày gửi", required=True, whole=True, half=True),
    TextField(key="document_no", label="Số công văn", half=True, hint="ví dụ: 12-CV/ĐU"),
    TextField(key="note", label="Ghi chú"),
)


class PassedPane(ListPane):
    """Everyone whose essay passed, those still to be confirmed on top."""

    name = "essays_passed"
    empty = "Chưa có bài nào đạt. Chấm bài trước, rồi xác nhận và gửi cấp trên."
    columns: Sequence[Column] = (
        Column(key="name", title="Họ và tên", value=lambda e: e.standing.row.full_name, width=184, least=128),
        Column(key="cell", title="Chi bộ", value=lambda e: e.standing.row.cell, width=176, least=104),
        Column(
            key="state",
            title="Trạng thái",
            value=lambda e: word(e.state),
            width=152,
            tone=lambda e: TONES[e.state],
            sort_key=lambda e: PASSED.index(e.state),
        ),
        Column(key="result", title="Điểm, ngày chấm", value=result, width=176, least=96),
        Column(key="by", title="Người chấm", value=lambda e: e.last.marked_by or "", width=136, least=80),
        Column(
            key="confirmed",
            title="Xác nhận",
            value=lambda e: dated(e.last.confirmed_on, e.last.confirmed_by),
            width=264,
            least=112,
        ),
    )

    def __init__(self, page: "EssayConfirmingPage") -> None:
        self._passed: list[EssayStanding] = []
        super().__init__(page)
        self.round_id = page.round_id

    def load(self) -> None:
        read_aside(self, self.desk, "Tìm bài đạt", self.read, self.show_passed)

    def read(self, store: Store) -> list[EssayStanding]:
        found = [each for each in essays.standings(store, self.round_id) if passed(each)]
        return sorted(found, key=lambda each: PASSED.index(each.state))

    def show_passed(self, found: list[EssayStanding]) -> None:
        """Show these essays."""
        self._passed = found
        self.load_rows()

    def gestures(self) -> Sequence[Action]:
        some = Needs.SOME
        return (
            Action(caption="Xác nhận…", run=self.confirm, keys="Ctrl+D", needs=some, right=Right.WRITE),
            Action(caption="Bỏ xác nhận", run=self.unconfirm, keys="Ctrl+B", needs=some, right=Right.WRITE),
            Action(
                caption="Gửi cấp trên…",
                run=self.forward,
                keys="Ctrl+G",
                needs=some,
                tip="Lập một danh sách gửi",
                right=Right.WRITE,
            ),
        )

    def records(self) -> Iterable[EssayStanding]:
        return self._passed

    def key(self, record: EssayStanding) -> int:
        return record.standing.row.member_id

    def counted(self, count: int) -> str:
        states = Counter(self.table.rows.record(row).state for row in range(count))
        said = (EssayState.PASSED, "chưa xác nhận"), (EssayState.CONFIRMED, "chờ gửi"), (EssayState.FORWARDED, "đã gửi")
        parts = [f"{grouped(states[state])} {words}" for state, words in said]
        return " · ".join([f"{grouped(count)} bài đạt", *parts])

    def open(self, record_id: int) -> None:
        self.desk.page_opened.emit(EssayHistory(self.desk, self.round_id, record_id))

    def confirm(self) -> None:
        """Who confirms, and when; the committee of this office to begin with."""
        people = self.table.selected_ids()
        start = {"by": office(self.store).name, "on": today(self.store).isoformat()}

        def keep(values: Values) -> None:
            self.desk.write(essay_forwarding.confirm, self.round_id, people, values["by"], values["on"])

        fill_in(self, f"Xác nhận {grouped(len(people))} bài thu hoạch", "Xác nhận", CONFIRMATION, start, keep)

    def unconfirm(self) -> None:
        self.page.perform(essay_forwarding.unconfirm, self.round_id, self.table.selected_ids())

    def forward(self) -> None:
        """The list and its letter."""
        people = self.table.selected_ids()
        draft = essay_forwarding.start(self.store, self.round_id)
        start = {"recipient": draft.recipient, "forwarded_on": draft.forwarded_on}

        def keep(values: Values) -> None:
            self.desk.write(essay_forwarding.forward, replace(draft, **values), people)

        fill_in(self, f"Gửi {grouped(len(people))} bài thu hoạch lên cấp trên", "Gửi", LETTER, start, keep)


def passed(each: EssayStanding) -> bool:
    return each.last is not None and each.state in PASSED


class ForwardingsPane(ListPane):
    """The lists that were sent."""

    name = "essay_forwardings"
    empty = "Chưa gửi danh sách nào. Chọn các bài đã xác nhận ở thẻ “Bài đạt” rồi gửi cấp trên."
    columns: Sequence[Column] = (
        Column(key="on", title="Ngày gửi", value=lambda f: shown(f.forwarded_on), width=104),
        Column(key="recipient", title="Nơi nhận", value=lambda f: f.recipient, width=320, least=160),
        Column(key="number", title="Số công văn", value=lambda f: f.document_no or "", width=136),
        Column(key="essays", title="Số bài", value=lambda f: grouped(f.essays), width=80, figures=True),
        Column(key="note", title="Ghi chú", value=lambda f: f.note or "", width=320, least=96),
    )

    def __init__(self, page: "EssayConfirmingPage") -> None:
        super().__init__(page)
        self.round_id = page.round_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Xem những bài trong danh sách", run=self.show_people, needs=Needs.ONE, tip="Enter"),
            Action(caption="Rút danh sách", run=self.take_back, keys="Delete", needs=Needs.ONE, right=Right.WRITE),
        )

    def records(self) -> Iterable[Forwarding]:
        return essay_forwarding.forwardings(self.store, self.round_id)

    def counted(self, count: int) -> str:
        """How many went to whom."""
        sent = essay_forwarding.by_recipient(self.store, self.round_id)
        return " · ".join(f"{name}: {grouped(essays)} bài" for name, essays in sent)

    def open(self, record_id: int) -> None:
        self.show_people()

    def show_people(self) -> None:
        people = essay_forwarding.forwarded_members(self.store, self.table.selected_ids()[0])
        page = self.page
        assert isinstance(page, EssayConfirmingPage)
        page.show_people(people)

    def take_back(self) -> None:
        self.page.perform(essay_forwarding.take_back, self.table.selected_ids()[0])


class EssayConfirmingPage(TabbedPage):
    """Opened from the list of essays."""

    title = "Xác nhận, gửi cấp trên"

    def __init__(self, desk: Desk, round_id: int) -> None:
        super().__init__(desk)
        self.round_id = round_id
        self._passed = PassedPane(self)
        self.add_tab("Bài đạt", self._passed)
        self.add_tab("Danh sách đã gửi", ForwardingsPane(self))

    def read(self) -> None:
        self.set_title(f"Xác nhận, gửi cấp trên · {rounds.study_round(self.store, self.round_id).name}")
        self.facts_line.setText("Chỉ bài đạt được xác nhận; bài đã xác nhận mới gửi lên cấp trên.")

    def show_people(self, member_ids: Sequence[int]) -> None:
        """Those on a list, selected among the passed."""
        self.tabs.setCurrentIndex(0)
        self._passed.table.select_ids(list(member_ids))
        self._passed.focus_start()
