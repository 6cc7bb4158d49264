"""One study round in place: how far it has come, its conferences, and the lists that belong to it."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.records import Conference, StudyRound
from db.values import ConferenceKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import said_of
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.form import Subject
from desktop_app.services import conferences, reports, rounds
from desktop_app.services.access import Right
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.services.reports import Summary, SummaryRow
from desktop_app.services.rounds import RoundDraft
from desktop_app.ui import words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.figure_bar import Figure, FigureBar
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.activities_tab import ActivitiesPane
from desktop_app.ui.screens.board_ways import open_contradictions
from desktop_app.ui.screens.conference_fields import ABOUT, START, days_spoken, half_days_of
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.coverage_pane import CoveragePane
from desktop_app.ui.screens.essay_rules_tab import EssayRulesTab
from desktop_app.ui.screens.extensions_pane import ExtensionsPane
from desktop_app.ui.screens.moved import agree
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.round_deadlines import DeadlinesPane
from desktop_app.ui.screens.round_fields import ask_round
from desktop_app.ui.screens.round_names import NAMED, RoundNames
from desktop_app.ui.screens.round_parts import PARTS
from desktop_app.ui.screens.round_progress import ProgressPane
from desktop_app.ui.screens.submissions_page import SubmissionsPage
from desktop_app.ui.screens.today_words import waiting_words
from desktop_app.ui.style import Tone
from desktop_app.ui.tabbed_page import TabbedPage
from desktop_app.ui.table_model import Column

FIGURES = (
    Figure(key="must_attend", caption="Phải học", tip="Xem danh sách"),
    Figure(key="studied", caption="Đã học", tip="Dự đủ số buổi hoặc đã học bù; xem danh sách"),
    Figure(key="not_studied", caption="Chưa học", tip="Xem danh sách, ghi học bù"),
    Figure(key="guests", caption="Khách mời, quần chúng", tip="Xem danh sách"),
    Figure(key="handed_in", caption="Đã nộp bài thu hoạch", tip="Xem danh sách"),
    Figure(key="missing_essays", caption="Chưa nộp bài", tip="Xem danh sách"),
)


class RoundPage(TabbedPage):
    """`round_id` is the round; every figure on top opens the names behind it."""

    title = "Trang đợt học tập"

    def __init__(self, desk: Desk, round_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.round_id = round_id
        self.figures = FigureBar(FIGURES)
        self.figures.chosen.connect(self.show_names)
        self.body.insertWidget(1, self.figures)
        self.progress = ProgressPane(self)
        self.add_tab("Hội nghị", ConferencesPane(self, round_id))
        self.add_tab("Tiến độ theo chi bộ", self.progress)
        self.add_tab("Theo cấp, đối tượng", CoveragePane(self, round_id))
        for caption, pane in PARTS:
            self.add_tab(caption, pane(self, round_id))
        self.add_tab("Cách chấm", EssayRulesTab(self, round_id))
        self.add_tab("Báo cáo phải nộp", DeadlinesPane(self, round_id))
        self.add_tab("Gia hạn", ExtensionsPane(self, round_id))
        self.add_tab("Tuyên truyền", ActivitiesPane(self, round_id))

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Sửa thông tin đợt", run=self.edit, keys="Ctrl+E", right=Right.WRITE),
            Action(caption="Điểm danh", run=lambda: self.desk.place_wanted.emit("attendance", "")),
            Action(caption="Thu hoạch", run=lambda: self.desk.place_wanted.emit("essays", "")),
            Action(caption="Báo cáo, kế hoạch", run=self.open_board, keys="Ctrl+B", tip="Đơn vị nào đã nộp, còn thiếu"),
            Action(caption="Mâu thuẫn", run=lambda: open_contradictions(self.desk, self.round_id), keys="Ctrl+M"),
            Action(caption="In ấn", run=self.print, keys="Ctrl+P"),
        )

    def read(self) -> None:
        found = rounds.study_round(self.store, self.round_id)
        self.set_title(found.name)
        self.facts_line.setText(" · ".join(facts(found)))
        read_aside(
            self, self.desk, "Tính số liệu của đợt", partial(reports.summary, round_id=self.round_id), self.show_summary
        )

    def print(self) -> None:
        """The report on the results of this round; its other documents stand in the same list."""
        open_print(self.desk, "result-report", Subject(round_id=self.round_id))

    def open_board(self) -> None:
        """Which unit sent which report or plan of this round."""
        self.desk.page_opened.emit(SubmissionsPage(self.desk, self.round_id))

    def show_summary(self, found: Summary) -> None:
        self.figures.show_figures(figure_texts(found.total))
        self.progress.show_summary(found)

    def show_names(self, key: str) -> None:
        """The people behind a figure, on a page of their own."""
        if key == "not_studied":
            self.desk.page_opened.emit(OutstandingPage(self.desk, self.round_id))
            return
        self.desk.page_opened.emit(RoundNames(self.desk, self.round_id, NAMED[key]))

    def edit(self) -> None:
        before = rounds.draft_of(rounds.study_round(self.store, self.round_id))

        def keep(draft: RoundDraft) -> None:
            if rounds.days_of(draft) != rounds.days_of(before):
                agree(self, self.desk, self.round_id, lambda store: rounds.amend(store, self.round_id, draft))
            self.desk.write(rounds.amend, self.round_id, draft)

        ask_round(self, self.store, "Sửa đợt học tập", words.SAVE, before, keep)


class ConferencesPane(ListPane):
    """The conferences of the round, the first on top."""

    name = "conferences"
    empty = "Đợt chưa có hội nghị nào. Thêm hội nghị với ngày và các buổi, rồi ghi chuyên đề, điểm cầu."
    columns: Sequence[Column] = (
        Column(key="name", title="Hội nghị", value=lambda c: c.name, width=384),
        Column(key="kind", title="Loại", value=lambda c: word(c.kind), width=136),
        Column(key="days", title="Ngày", value=lambda c: days_spoken(c.half_days), width=152),
        Column(key="half_days", title="Số buổi", value=lambda c: str(len(c.half_days)), width=72, figures=True),
        Column(
            key="frozen",
            title="Danh sách triệu tập",
            value=lambda c: "Đã chốt" if c.frozen_at else "Chưa chốt",
            width=152,
            tone=lambda c: Tone.GOOD if c.frozen_at else Tone.WARN,
        ),
        Column(key="place", title="Địa điểm", value=lambda c: c.place or "", width=152),
    )

    def __init__(self, page: Screen, round_id: int) -> None:
        super().__init__(page)
        self.round_id = round_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm hội nghị", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption="Mở", run=self.open_selected, needs=Needs.ONE, tip="Enter hoặc bấm đúp"),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.ONE, right=Right.WRITE),
        )

    def records(self) -> Iterable[Conference]:
        return conferences.conferences(self.store, self.round_id)

    def counted(self, count: int) -> str:
        return f"{count} hội nghị" if count else ""

    def add(self) -> None:
        """A new conference with the half-days of a quick programme; it is opened at once."""
        start = {"kind": ConferenceKind.MAIN, "programme": "2"}

        def keep(values: Values) -> None:
            made = self.desk.write(conferences.create, self.round_id, draft_from(values))
            self.open(made.id)
            self.desk.tell_written(f"Đã thêm {said_of('hội nghị', made.name)}.")

        fill_in(self, "Thêm hội nghị", "Thêm hội nghị", (*ABOUT, *START), start, keep)

    def remove(self) -> None:
        self.page.perform(conferences.remove, self.table.selected_ids()[0])

    def open_selected(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        self.desk.page_opened.emit(ConferencePage(self.desk, record_id))


def draft_from(values: Values) -> ConferenceDraft:
    """A new conference as the form says it."""
    about = {field.key: values[field.key] for field in ABOUT}
    return ConferenceDraft(**about, half_days=tuple(half_days_of(values["programme"], values["first_day"])))


def facts(found: StudyRound) -> list[str]:
    """Who leads the round and its dates, in short clauses."""
    essay = "bài viết tay" if found.essay_handwritten else "bài thu hoạch"
    said: list[tuple[str, Any]] = [
        ("Chủ trì: {}", found.chair),
        ("Phụ trách: {}", found.responsible_head),
        ("Chỉ tiêu {} %", found.target_percent),
        ("Hạn học xong: hết ngày {}", found.study_by and show_date(found.study_by)),
        (f"Hạn nộp {essay}: hết ngày {{}}", found.essay_required and found.essay_by and show_date(found.essay_by)),
        ("Nơi nhận bài: {}", found.essay_required and found.essay_recipient),
        ("Người học bù: nộp bài trong {} ngày sau ngày học bù", found.essay_required and found.makeup_essay_days),
    ]
    clauses = [clause.format(value) for clause, value in said if value]
    return clauses if found.essay_required else [*clauses, "Không phải viết thu hoạch"]


def figure_texts(total: SummaryRow) -> dict[str, str]:
    """The figures of a round as they are shown, with their shares."""
    return {
        "must_attend": grouped(total.must_attend),
        "studied": shared(total.studied, total.studied_percent),
        "not_studied": grouped(total.not_studied),
        "guests": grouped(total.guests),
        "handed_in": shared(total.handed_in, total.essay_percent),
        "missing_essays": grouped(total.missing_essays) + waiting_words(total),
    }


def shared(figure: int, percent: str) -> str:
    return grouped(figure) if percent == words.NONE else f"{grouped(figure)} ({percent} %)"
