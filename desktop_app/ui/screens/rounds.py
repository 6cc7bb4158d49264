"""The study rounds: listed with how far each has come, added, copied from an earlier one, opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from db.records import StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import said_of
from desktop_app.services import conferences, copies, reports, rounds
from desktop_app.services.access import Right
from desktop_app.services.reports import SummaryRow
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.aside import is_quick
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, TextField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.round_fields import ask_round
from desktop_app.ui.screens.round_page import RoundPage
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """A round as the list shows it; `figures` None = not worked out."""

    id: int
    kept: StudyRound
    conferences: int
    figures: SummaryRow | None


def studied(line: RoundLine) -> str:
    """The share who have studied, of those who must."""
    return f"{line.figures.studied_percent} %" if line.figures and line.figures.must_attend else words.NONE


def essays_in(line: RoundLine) -> str:
    """The share of essays handed in, of those who must write."""
    return f"{line.figures.essay_percent} %" if line.figures and line.figures.must_write else words.NONE


class RoundsScreen(TableScreen):
    """Every round, the newest first. The shares are worked out after the list is on the screen, a round at a time."""

    title, name = "Đợt học tập", "rounds"
    search_hint = "Tìm đợt học tập (Ctrl+K)"
    empty = "Chưa có đợt học tập nào. Lập một đợt khi có nghị quyết, chỉ thị cần học tập, quán triệt."
    columns: Sequence[Column] = (
        Column(key="name", title="Tên đợt", value=lambda r: r.kept.name, width=400),
        Column(
            key="study_by",
            title="Hạn học xong",
            value=lambda r: shown_date(r.kept.study_by),
            width=104,
            sort_key=lambda r: r.kept.study_by or "",
        ),
        Column(key="held", title="Hội nghị", value=lambda r: str(r.conferences), width=88, figures=True),
        Column(key="studied", title="Đã học", value=studied, width=104, figures=True),
        Column(
            key="essay_by",
            title="Nộp bài",
            value=lambda r: shown_date(r.kept.essay_by if r.kept.essay_required else None),
            width=104,
            sort_key=lambda r: r.kept.essay_by or "",
        ),
        Column(key="essays", title="Bài đã nộp", value=essays_in, width=104, figures=True),
        Column(key="chair", title="Chủ trì", value=lambda r: r.kept.chair or "", width=152),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._figures: dict[int, SummaryRow] = {}
        self._waiting: list[int] = []
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self.work_out_next)

    def load(self) -> None:
        known = rounds.rounds(self.store)
        self._waiting = [each.id for each in known] if is_quick(self.store) else []
        self._figures = {each.id: self._figures[each.id] for each in known if each.id in self._figures}
        super().load()
        self._idle.start()

    def work_out_next(self) -> None:
        """The figures of one round, then of the next when nothing else is to be done."""
        if not self._waiting or not self.isVisible():
            return
        round_id = self._waiting.pop(0)
        self._figures[round_id] = reports.summary(self.store, round_id).total
        self.load_now()
        self._idle.start()

    def listing(self, query: Query) -> Listing:
        held = [each.round_id for each in conferences.conferences(self.store)]
        lines = [
            RoundLine(id=each.id, kept=each, conferences=held.count(each.id), figures=self._figures.get(each.id))
            for each in rounds.rounds(self.store)
        ]
        return listing_of(lines, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{count} đợt"

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm đợt học tập", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption="Mở", run=self.open_selected, needs=Needs.ONE, tip="Enter hoặc bấm đúp"),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(
                caption="Lập đợt mới theo đợt này",
                run=self.copy,
                needs=Needs.ONE,
                tip="Chép hội nghị, buổi, chuyên đề, điểm cầu, câu hỏi, các hạn; ngày dời theo ngày bắt đầu",
                right=Right.WRITE,
            ),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.ONE, right=Right.WRITE),
        )

    def add(self) -> None:
        self.ask_for_new("Thêm đợt học tập", RoundDraft(name=""))

    def copy(self) -> None:
        """A new round with the rules, conferences and venues of this one, every date as many days later."""
        (line,) = self.table.records()

        def keep(values: Values) -> None:
            given = (line.id, values["name"], values["starts_on"])
            made = self.desk.write(copies.copy_round, *given)
            self.open(made.id)
            self.desk.tell_written(to_edit(self.store, made))

        fill_in(
            self, "Lập đợt mới theo mẫu đợt cũ", "Lập đợt", COPY, {}, keep, told=copied_words(self.store, line.kept)
        )

    def ask_for_new(self, title: str, start: RoundDraft) -> None:
        def keep(draft: RoundDraft) -> None:
            made = self.desk.write(rounds.create, draft)
            self.open(made.id)
            self.desk.tell_written(f"Đã thêm {said_of('đợt', made.name)}.")

        ask_round(self, self.store, title, "Thêm đợt", start, keep)

    def edit(self) -> None:
        (line,) = self.table.records()

        def keep(draft: RoundDraft) -> None:
            self.desk.write(rounds.amend, line.id, draft)

        ask_round(self, self.store, "Sửa đợt học tập", words.SAVE, rounds.draft_of(line.kept), keep)

    def remove(self) -> None:
        self.perform(rounds.remove, self.table.selected_ids()[0])

    def open_selected(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        self.desk.page_opened.emit(RoundPage(self.desk, record_id))


COPY = (
    TextField(key="name", label="Tên đợt mới", required=True, hint="Học tập, quán triệt Nghị quyết …"),
    DateField(key="starts_on", label="Ngày bắt đầu", required=True, whole=True),
)


def copied_words(store: Store, pattern: StudyRound) -> str:
    """What comes along from the pattern, and from which day its dates are counted."""
    held = copies.template_conferences(store, pattern.id)
    start = copies.begins_on(pattern, held, "")
    counted = f" Đợt cũ bắt đầu ngày {show_date(start)}; mọi ngày dời theo." if start else ""
    return (
        f"Mẫu: {pattern.name}. Chép {len(held)} hội nghị với buổi, chuyên đề và điểm cầu, câu hỏi thu hoạch, đối tượng"
        f", hạn nộp; văn bản phải học để trống.{counted}"
    )


def to_edit(store: Store, made: StudyRound) -> str:
    """What a copied round still says as the earlier one did, and is printed on every paper until it is edited."""
    held = copies.template_conferences(store, made.id)
    topics = sum(len(day.topics) for each in held for day in each.half_days)
    said = [f"tên {len(held)} hội nghị" if held else "", f"{topics} chuyên đề" if topics else ""]
    said.append("tên các báo cáo, kế hoạch" if made.deadlines else "")
    kept = ", ".join(filter(None, said))
    edit = f" Còn giữ của đợt cũ, in lên giấy tờ: {kept}; hãy sửa lại." if kept else ""
    return f"Đã lập {said_of('đợt', made.name)}; hãy ghi văn bản phải học và xem lại các hạn.{edit}"


def shown_date(iso: str | None) -> str:
    return show_date(iso) if iso else ""
