"""The import of a member list, step by step in one page: the file, its columns, the preview, the result.

Reading, planning and writing run beside the window; what a step shows stands in its own panel.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.listed import MemberList
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.exchange.sheets import Sheet
from desktop_app.services import imports, journal, organizations
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import button, label
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.import_file import FilePanel, dropped_file
from desktop_app.ui.screens.import_jobs import Planned, ReadFile, Work, attempted, planned, reading_file, reading_people
from desktop_app.ui.screens.import_preview import PreviewPanel
from desktop_app.ui.screens.import_result import ResultPanel, result_sentence
from desktop_app.ui.screens.import_sheets import SheetsPanel
from desktop_app.ui.settings import remember, remembered_text

FILES = "Danh sách (*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv *.txt);;Mọi tệp (*)"
FOLDER = "import/folder"


class Step(IntEnum):
    """The panels, in their order."""

    FILE = 0
    SHEETS = 1
    PREVIEW = 2
    RESULT = 3


STEPS = ("1. Chọn tệp", "2. Đối chiếu cột", "3. Xem trước", "4. Kết quả")


class ImportingScreen(Screen):
    """One file at a time, from choosing it to the sentence that says what was written."""

    title = "Nhập, xuất"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._path = Path()
        self._sheets: Sequence[Sheet] = ()
        self._listed = MemberList(rows=(), problems=())
        self._planned: Planned | None = None
        self._busy = False
        self._file = FilePanel(self.choose)
        self._sheets_panel, self._preview = SheetsPanel(), PreviewPanel()
        self._result = ResultPanel(self.undo, lambda: desk.place_wanted.emit("members", ""), self.restart)
        self._panels = QStackedWidget()
        self._trail, self._name = label(), label(name="quiet")
        self._problem = label(name="problem", wrap=True)
        self._earlier = button(words.BACK, self.go_back, tip="Về bước trước")
        self._next = button("", self.advance, "main", "Ctrl+S")
        self._build()
        self._listen()
        self._go(Step.FILE)

    def _build(self) -> None:
        self.set_title("Nhập danh sách đảng viên")
        for panel in (self._file, self._sheets_panel, self._preview, self._result):
            self._panels.addWidget(panel)
        for part in (self._trail, self._name):
            self.tools.addWidget(part)
        self.tools.insertStretch(1, 1)
        for pressed in (self._earlier, self._next):
            self.tools.addWidget(pressed)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.body.addWidget(self._panels)
        self.body.setStretch(1, 1)
        self.setAcceptDrops(True)

    def _listen(self) -> None:
        self._sheets_panel.changed.connect(self._show_step)
        self._preview.answered.connect(self.plan)
        self.desk.background.ended.connect(self._ended)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Chọn tệp…", run=self.choose, keys="Ctrl+O", button=False),
            Action(caption="Bước tiếp", run=self.advance, keys="Ctrl+S", button=False),
        )

    def load(self) -> None:
        """A preview is planned again when the register has changed; a result says whether it was taken back."""
        if self._busy:
            return
        if self._step() is Step.PREVIEW:
            self.plan()
        self._result.show_undone(self.store)

    def focus_start(self) -> None:
        starts = (self._file.focus_start, self._sheets_panel.focus_start, self._next.setFocus, self._result.focus_start)
        starts[self._step()]()

    # --- the steps

    def choose(self) -> None:
        """Ask for a file, beginning in the folder of the last one."""
        folder = Path(remembered_text(FOLDER))
        path = ask.choose_file_open(self, "Chọn danh sách đảng viên", FILES, folder if folder.is_dir() else None)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file and show its sheets."""
        remember(FOLDER, str(path.parent.resolve()))
        self._run(f"Đọc {path.name}", reading_file(path), self._show_sheets, self._refuse_file)

    def _show_sheets(self, found: ReadFile) -> None:
        self._path, self._sheets = found.path, found.sheets
        self._preview.forget(organizations.cells(self.store))
        self._go(Step.SHEETS)
        self._sheets_panel.show_file(found.sheets, found.guesses)
        self._sheets_panel.focus_start()

    def _refuse_file(self, sentence: str) -> None:
        self._go(Step.FILE)
        self._file.say(sentence)

    def read_people(self) -> None:
        """Read the people by the columns as corrected, and plan."""
        answers, cell = dict(self._preview.questions.answers), self._preview.default_cell()

        def show(found: Planned) -> None:
            self._show_plan(found)
            self._preview.start_at_first()
            self._next.setFocus()

        work = reading_people(self._sheets, self._sheets_panel.chosen(), answers, cell)
        self._run("Đối chiếu với sổ", work, show)

    def plan(self) -> None:
        """Plan again, with other answers or a register that has changed."""
        listed = self._listed
        answers, cell = dict(self._preview.questions.answers), self._preview.default_cell()

        self._planned = None
        self._run("Đối chiếu với sổ", lambda store, told: planned(store, listed, answers, cell, told), self._show_plan)

    def _show_plan(self, found: Planned) -> None:
        self._listed, self._planned = found.listed, found
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
            self.desk.said.emit(sentence, gesture_id is not None)

        self._run(f"Nhập {name}", lambda store, told: imports.write(store, found.plan, name, told), show, writes=True)

    def undo(self) -> None:
        """Take back the import that was just written."""
        gesture_id = self._result.gesture_id

        def said(gesture: Any) -> None:
            self._result.show_undone(self.store)
            self.desk.said.emit(f"Đã hoàn tác: {gesture.summary}.", False)

        self._run("Hoàn tác lần nhập", lambda store, _: journal.undo(store, gesture_id), said, writes=True)

    def advance(self) -> None:
        """The main button of the present step."""
        if not self._next.isEnabled():
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
        drawn = (f"<b>{caption}</b>" if at == step else caption for at, caption in enumerate(STEPS))
        self._trail.setText("&nbsp;&nbsp;›&nbsp;&nbsp;".join(drawn))
        self._name.setText(words.shortened(self._path.name, 48) if step in (Step.SHEETS, Step.PREVIEW) else "")
        self._earlier.setVisible(step in (Step.SHEETS, Step.PREVIEW))
        self._earlier.setText("Chọn tệp khác…" if step is Step.SHEETS else "Sửa cột và tiêu đề")
        self._earlier.setEnabled(not self._busy)
        self._next.setVisible(step in (Step.SHEETS, Step.PREVIEW))
        self._next.setText(self._next_caption(step))
        self._next.setEnabled(not self._busy and self._can_go_on(step))

    def _next_caption(self, step: Step) -> str:
        if step is not Step.PREVIEW or self._planned is None:
            return "Xem trước"
        count = self._planned.written
        return f"Nhập {grouped(count)} người" if count else "Không có gì để nhập"

    def _can_go_on(self, step: Step) -> bool:
        if step is Step.SHEETS:
            return not self._sheets_panel.problem()
        if step is Step.PREVIEW:
            return self._planned is not None and self._planned.written > 0
        return True

    # --- jobs

    def _run(
        self,
        caption: str,
        work: Work,
        then: Callable[[Any], object],
        refused: Callable[[str], object] | None = None,
        writes: bool = False,
    ) -> None:
        """A job of this page; its refusal stands on the page, not in the quiet line."""
        if not self.desk.background.busy:
            self._busy = True
            self._show_step()

        def arrived(result: Any) -> None:
            self._busy = False
            if isinstance(result, Refusal):
                (refused or self._say)(str(result))
            else:
                then(result)

        self.desk.run(caption, attempted(work), arrived, writes)

    def _say(self, sentence: str) -> None:
        self._show_step()
        self._problem.setText(sentence)
        self._problem.show()

    def _ended(self) -> None:
        QTimer.singleShot(0, self, self._freed)

    def _freed(self) -> None:
        """The background is free again: also after a job that was stopped."""
        self._busy = self._busy and self.desk.background.busy
        if not self._busy and self._step() is Step.PREVIEW and self._planned is None:
            self._go(Step.SHEETS)
        self._show_step()

    # --- a file dropped on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._busy and dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)
