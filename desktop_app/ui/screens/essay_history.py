"""Every attempt of one person at the essay of a round, withdrawn ones too, and the files kept beside each."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QSplitter

from db.owed_records import Attachment
from db.records import Essay
from desktop_app.domain.obligations import EssayState, attempt_state
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import attachments, essay_forwarding, essay_marking, essays, rounds
from desktop_app.services.access import Right
from desktop_app.services.attachments import FilesCheck
from desktop_app.services.essay_marking import Rubric
from desktop_app.services.essays import EssayStanding
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane, Tab
from desktop_app.ui.parts import column
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.essay_columns import TONES, shown
from desktop_app.ui.screens.essay_scoring import ask_parts
from desktop_app.ui.screens.files_pane import FilesPane
from desktop_app.ui.tabbed_page import TabbedPage
from desktop_app.ui.table_model import Column


def dated(day: str | None, by: str | None) -> str:
    """“05/04/2021, Tổ chấm”."""
    return ", ".join(filter(None, (shown(day), by)))


class AttemptsPane(ListPane):
    """The attempts in order."""

    name = "essay_attempts"
    empty = "Chưa nộp bài lần nào. Nhận bài ở trang Thu hoạch."

    def __init__(self, page: "EssayHistory") -> None:
        self._page = page
        self.columns: Sequence[Column] = (
            Column(key="attempt", title="Lần", value=lambda e: str(e.attempt), width=48, figures=True),
            Column(key="received", title="Ngày nộp", value=lambda e: shown(e.received_on), width=96),
            Column(key="form", title="Hình thức", value=lambda e: word(e.form), width=88),
            Column(key="state", title="Trạng thái", value=self.state, width=152, least=112, tone=self.tone),
            Column(key="score", title="Điểm", value=self.score, width=128, least=64),
            Column(key="marked", title="Chấm", value=lambda e: dated(e.marked_on, e.marked_by), width=176, least=96),
            Column(
                key="confirmed",
                title="Xác nhận",
                value=lambda e: dated(e.confirmed_on, e.confirmed_by),
                width=208,
                least=96,
            ),
            Column(key="sent", title="Gửi cấp trên", value=self.sent, width=152, least=96),
            Column(key="note", title="Ghi chú", value=self.note, width=176, least=96),
        )
        super().__init__(page)
        self._sent: dict[int, str] = {}
        self._rubric: Rubric | None = None
        self._parts: dict[int, dict[int, str]] = {}

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Điểm theo tiêu chí…",
                run=self.score_parts,
                keys="Ctrl+Shift+T",
                tip="Chấm từng tiêu chí",
                right=Right.CELL,
            ),
        )

    def load(self) -> None:
        round_id, attempts = self._page.round_id, self._page.essays
        found = essay_forwarding.forwardings(self.store, round_id)
        self._sent = {each.id: dated(each.forwarded_on, each.recipient) for each in found}
        self._rubric = essay_marking.rubric(self.store, round_id)
        self._parts = essay_marking.part_scores(self.store, [each.id for each in attempts])
        self.offer("Điểm theo tiêu chí…", any(each.points for each in self._rubric.criteria))
        super().load()

    def records(self) -> Iterable[Essay]:
        return self._page.essays

    def counted(self, count: int) -> str:
        return f"{count} lần nộp" if count else ""

    def _state(self, essay: Essay) -> EssayState:
        earlier = [e for e in self._page.essays if e.attempt < essay.attempt and e.withdrawn_on is None]
        return attempt_state(essay, bool(earlier))

    def state(self, essay: Essay) -> str:
        return word(self._state(essay)) + (f" {shown(essay.withdrawn_on)}" if essay.withdrawn_on else "")

    def tone(self, essay: Essay) -> Any:
        return TONES[self._state(essay)]

    def score(self, essay: Essay) -> str:
        """The score, its band, and the scores it is made of."""
        band = self._rubric.band(essay.score) if self._rubric else ""
        parts = " + ".join(self._parts.get(essay.id, {}).values())
        return ", ".join(filter(None, (essay.score, band, f"({parts})" if parts else "")))

    def sent(self, essay: Essay) -> str:
        return self._sent.get(essay.forwarding_id or 0, "")

    def note(self, essay: Essay) -> str:
        checking = f"Người chấm: {essay.checker}" if essay.checker else ""
        return "; ".join(filter(None, (essay.note, checking)))

    def score_parts(self) -> None:
        ask_parts(self, self.desk, self._page.round_id, self._page.member_id)


class HistoryTab(Tab):
    """Attempts over files."""

    def __init__(self, page: "EssayHistory") -> None:
        super().__init__()
        self.attempts = AttemptsPane(page)
        self.files = FilesPane(page, page.owner, page.attempt_of)
        self.attempts.table.chosen.connect(self.files.load)
        split = QSplitter()
        split.setOrientation(split.orientation().Vertical)
        split.addWidget(self.attempts)
        split.addWidget(self.files)
        split.setChildrenCollapsible(False)
        self.setLayout(column(split))

    def load(self) -> None:
        self.attempts.load()
        self.files.load()

    def panes(self) -> list[ListPane]:
        return [self.attempts, self.files]


class EssayHistory(TabbedPage):
    """A page opened from the list of essays. Files go to the attempt chosen, else to the one that stands."""

    title = "Các lần nộp bài"
    search_hint = "Tìm trong các lần nộp (Ctrl+K)"

    def __init__(self, desk: Desk, round_id: int, member_id: int) -> None:
        super().__init__(desk)
        self.round_id, self.member_id = round_id, member_id
        self.essays: tuple[Essay, ...] = ()
        self._tab = HistoryTab(self)
        self.add_tab("Các lần nộp", self._tab)
        self.tabs.tabBar().hide()

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Trang đảng viên", run=self.open_person, keys="Ctrl+I"),
            Action(
                caption="Kiểm tra mọi tệp", run=self.check_files, tip="Mọi tệp đính kèm trong sổ còn nguyên vẹn không"
            ),
        )

    def check_files(self) -> None:
        """Hash every file of the store anew, beside the window."""
        self.desk.run("Kiểm tra tệp", attachments.check, self._tell_check)

    def _tell_check(self, found: FilesCheck) -> None:
        broken = [each.name for each in (*found.lost, *found.damaged)]
        if broken:
            self.desk.refused.emit(f"Tệp bị mất hoặc hỏng: {', '.join(broken)}; hãy phục hồi từ bản sao lưu gần nhất.")
            return
        self.desk.said.emit(f"Đã kiểm tra {grouped(found.files)} tệp đính kèm: tất cả nguyên vẹn.", False)

    def open_person(self) -> None:
        from desktop_app.ui.screens.person_way import open_person

        open_person(self.desk, self.member_id)

    def read(self) -> None:
        found = essays.standings(self.store, self.round_id, member_ids=[self.member_id])
        if not found:
            raise Refusal("Người này không còn trong danh sách của đợt; hãy quay lại trang thu hoạch.")
        person = found[0]
        self.essays = person.essays
        self.set_title(f"{person.standing.row.full_name} · {person.standing.row.cell}")
        self.facts_line.setText(" · ".join(facts(self, person)))

    def owner(self) -> dict[str, int] | None:
        """The attempt the next file goes to, whose files are shown."""
        chosen = self._tab.attempts.selected()
        found = chosen or essays.latest(self.essays) or (self.essays[-1] if self.essays else None)
        return {"essay_id": found.id} if found else None

    def attempt_of(self, file: Attachment) -> str:
        return next((f"Lần nộp {each.attempt}" for each in self.essays if each.id == file.essay_id), "")


def facts(page: EssayHistory, person: EssayStanding) -> list[str]:
    """Round, state, last day and what all files of the store weigh."""
    due = f"Hạn nộp {shown(person.due_on)}" if person.due_on and not person.exempt else "Chưa có hạn nộp"
    where = f"gửi {person.recipient}" if person.recipient else ""
    weight = f"Tệp trong cả sổ: {attachments.total_words(page.store)}"
    name = rounds.study_round(page.store, page.round_id).name
    return [each for each in (name, word(person.state), due, where, weight) if each]
