"""The import of a member list, step by step in one tab: the file, its columns, the preview, the result.

Reading, planning and writing run beside the window; what a step shows stands in its own panel.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.listed import MemberList
from desktop_app.domain.wording import grouped
from desktop_app.services import access, journal, organizations
from desktop_app.services.access import Right
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.forbidden import forbid
from desktop_app.ui.list_pane import Tab
from desktop_app.ui.parts import column, label
from desktop_app.ui.saved_line import SavedLine
from desktop_app.ui.screens.import_file import FilePanel
from desktop_app.ui.screens.import_jobs import (
    Planned,
    ReadFile,
    converting,
    planned,
    reading_file,
    reading_people,
    writing,
)
from desktop_app.ui.screens.import_preview import PreviewPanel
from desktop_app.ui.screens.import_reasons import reasons_path, writing_reasons
from desktop_app.ui.screens.import_result import ResultPanel, result_sentence
from desktop_app.ui.screens.import_sheets import SheetsPanel
from desktop_app.ui.screens.import_steps import BETWEEN, Step, StepBar
from desktop_app.ui.screens.page_work import PageWork
from desktop_app.ui.settings import remember, remembered_text
from desktop_app.ui.style import GAP

FILES = "Danh sách (*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv *.txt);;Mọi tệp (*)"
FOLDER = "import/folder"
ANSWERING_PAUSE_MS = 300


class ImportTab(Tab):
    """One file at a time, from choosing it to the sentence that says what was written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.store = desk, desk.store
        self._path = Path()
        self._refusal = access.why_not(self.store, Right.WRITE)
        self._listed = MemberList(rows=(), problems=())
        self._planned: Planned | None = None
        self._work = PageWork(desk, self._say, self)
        self._unplanned = False
        self._unconverted: dict[str, None] = {}
        self._file = FilePanel(self.choose)
        if self._refusal:
            forbid(self._file, self._refusal)
        self._sheets, self._preview = SheetsPanel(), PreviewPanel(self.store)
        self._result = ResultPanel(self.undo, lambda: desk.place_wanted.emit("members", ""), self.restart)
        self._panels = QStackedWidget()
        self._bar = StepBar(self.go_back, self.advance)
        self._problem = label(name="problem", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=ANSWERING_PAUSE_MS)
        self._lay_out()
        self._listen()
        self._go(Step.FILE)

    def _lay_out(self) -> None:
        for panel in (self._file, self._sheets, self._preview, self._result):
            self._panels.addWidget(panel)
        self._problem.hide()
        outer = column(self._bar, self._problem, self._panels)
        outer.setContentsMargins(0, GAP, 0, 0)
        outer.setStretch(2, 1)
        self.setLayout(outer)

    def _listen(self) -> None:
        self._sheets.changed.connect(self._show_step)
        self._sheets.conversion_wanted.connect(self._convert_later)
        self._preview.answered.connect(self._answered)
        self._preview.reasons_wanted.connect(lambda: self.save_reasons(self._preview.saved))
        self._result.reasons_wanted.connect(lambda: self.save_reasons(self._result.saved))
        self._pause.timeout.connect(self._catch_up)
        self._work.began.connect(self._show_step)
        self._work.freed.connect(self._freed)

    def load(self) -> None:
        """A preview is planned again when the register has changed; a result says whether it was taken back."""
        if self._work.busy:
            return
        if self._step() is Step.PREVIEW:
            self.plan()
        self._result.show_undone(self.store)

    def focus_start(self) -> None:
        starts = (self._file.focus_start, self._sheets.focus_start, self._bar.on.setFocus, self._result.focus_start)
        starts[self._step()]()

    # --- the steps

    def choose(self) -> None:
        """Ask for a file, beginning in the folder of the last one."""
        folder = Path(remembered_text(FOLDER))
        path = ask.choose_file_open(self, "Chọn danh sách đảng viên", FILES, folder if folder.is_dir() else None)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file and show its sheets; not while another is being read or written."""
        if self._refusal:
            self.desk.refused.emit(self._refusal)
        if self._work.busy or self._refusal:
            return
        remember(FOLDER, str(path.parent.resolve()))
        self._work.run(f"Đọc {path.name}", reading_file(path), self._show_sheets, self._refuse_file)

    def _show_sheets(self, found: ReadFile) -> None:
        self._path = found.path
        self._planned, self._unplanned = None, False
        self._unconverted.clear()
        self._preview.forget(organizations.cells(self.store, counted=False))
        self._go(Step.SHEETS)
        self._sheets.show_file(found)
        self._sheets.focus_start()

    def _refuse_file(self, sentence: str) -> None:
        self._go(Step.FILE)
        self._file.say(sentence)

    def _convert_later(self, name: str) -> None:
        self._unconverted[name] = None
        self._pause.start()

    def _convert(self) -> None:
        """Read the sheets whose encodings were chosen anew."""
        wanted, chosen = set(self._unconverted), self._sheets.mappings()
        self._unconverted.clear()
        pairs = [(sheet, chosen[sheet.name]) for sheet in self._sheets.sheets() if sheet.name in wanted]

        def show(found: Sequence[Any]) -> None:
            for sheet, mapping in found:
                self._sheets.show_converted(sheet, mapping)
            self._show_step()

        self._work.run("Đổi bảng mã", converting(pairs), show)

    def read_people(self) -> None:
        """Read the people by the columns as corrected, and plan."""

        def show(found: Planned) -> None:
            self._show_plan(found)
            self._preview.start_at_first()
            self._bar.on.setFocus()

        self._unplanned = False
        work = reading_people(self._sheets.sheets(), self._sheets.chosen(), self._preview.asked())
        self._work.run("Đối chiếu với sổ", work, show)

    def _answered(self) -> None:
        """What is shown no longer holds: plan again after a breath, so that several answers make one plan."""
        self._planned = None
        self._unplanned = True
        self._show_step()
        self._pause.start()

    def _catch_up(self) -> None:
        """Do what was put off, one thing at a time."""
        if self._work.taken:
            return
        if self._unconverted:
            self._convert()
        elif self._unplanned and self._step() is Step.PREVIEW:
            self.plan()

    def plan(self) -> None:
        """Plan again, with other answers or a register that has changed."""
        listed, asked = self._listed, self._preview.asked()
        self._planned, self._unplanned = None, self._work.taken
        if self._unplanned:
            return
        self._work.run("Đối chiếu với sổ", lambda store, told: planned(store, listed, asked, told), self._show_plan)

    def _show_plan(self, found: Planned) -> None:
        self._listed = found.listed
        self._planned = None if self._unplanned else found
        self._preview.show_plan(found)
        self._go(Step.PREVIEW)

    def write(self) -> None:
        """Write the plan as one gesture."""
        found, name = self._planned, self._path.name
        if found is None or not found.written:
            return

        def show(gesture_id: int | None) -> None:
            sentence = result_sentence(found, name)
            self._result.show_result(found, sentence, gesture_id)
            self._planned = None
            self._go(Step.RESULT)
            self._result.focus_start()
            if gesture_id is None:
                self.desk.said.emit(sentence, False)
            else:
                self.desk.tell_written(sentence)

        work = writing(found, name, self._sheets.sheets(), self._sheets.chosen())
        self._work.run(f"Nhập {name}", work, show, writes=True)

    def undo(self) -> None:
        """Take back the import that was just written."""
        gesture_id = self._result.gesture_id

        def said(gesture: Any) -> None:
            self._result.show_undone(self.store)
            self.desk.said.emit(f"Đã hoàn tác: {gesture.summary}.", False)

        self._work.run("Hoàn tác lần nhập", lambda store, _: journal.undo(store, gesture_id), said, writes=True)

    def save_reasons(self, told: SavedLine) -> None:
        """Write the file with a reason beside every row that needs a hand, to be sent back."""
        shown = self._planned or self._result.planned
        if shown is None:
            return
        source = self._path
        out = ask.choose_file_save(self, "Lưu tệp kèm lý do", "Bảng tính (*.xlsx)", reasons_path(source))
        if out is None:
            return

        def said(count: int) -> None:
            self._show_step()
            told.show_saved(out, f"Đã lưu {out.name}: {grouped(count)} dòng có ghi lý do, sửa rồi nhập lại.")

        self._work.run(f"Lưu {out.name}", writing_reasons(source, shown.plan, out), said)

    def advance(self) -> None:
        """The main button of the present step."""
        if self._step() in BETWEEN and not self._bar.on.isEnabled():
            return
        (self.choose, self.read_people, self.write, self.restart)[self._step()]()

    def go_back(self) -> None:
        """One step back; nothing chosen is lost."""
        if self._step() is Step.SHEETS:
            self.choose()
        elif self._step() is Step.PREVIEW:
            self._go(Step.SHEETS)

    def restart(self) -> None:
        """Begin with another file."""
        self._file.say("")
        self._go(Step.FILE)
        self.choose()

    # --- what is shown

    def _step(self) -> Step:
        return Step(max(0, self._panels.currentIndex()))

    def _go(self, step: Step) -> None:
        self._problem.hide()
        self._panels.setCurrentIndex(step)
        self._show_step()

    def _show_step(self) -> None:
        step = self._step()
        self._bar.show_step(step, self._path.name, self._next_caption(step), not self._work.busy, self._can_go_on(step))

    def _next_caption(self, step: Step) -> str:
        if step is not Step.PREVIEW:
            return "Xem trước"
        if self._planned is None:
            return "Đang đối chiếu…"
        count = self._planned.written
        return f"Nhập {grouped(count)} người" if count else "Không có gì để nhập"

    def _can_go_on(self, step: Step) -> bool:
        if step is Step.SHEETS:
            return not self._sheets.problem()
        return self._planned is not None and self._planned.written > 0

    def _say(self, sentence: str) -> None:
        self._show_step()
        self._problem.setText(sentence)
        self._problem.show()

    def _freed(self) -> None:
        """What was put off has its turn; a plan that was stopped leads back to the columns."""
        if self._unconverted or self._unplanned:
            self._pause.start()
        elif not self._work.busy and self._step() is Step.PREVIEW and self._planned is None:
            self._go(Step.SHEETS)
        self._show_step()
