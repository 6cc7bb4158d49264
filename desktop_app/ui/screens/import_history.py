"""The imports done so far, each of which can be taken back whole. What one would write is the import tab's business."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from desktop_app.domain.wording import grouped
from desktop_app.services import imports, journal
from desktop_app.services.access import Right
from desktop_app.services.imports import ImportRun
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.page_work import PageWork
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column

UNDO = "Hoàn tác lần nhập"
ALREADY = "Lần nhập này đã được hoàn tác rồi."
KEPT, UNDONE = "Còn trong sổ", "Đã hoàn tác"


def when(run: ImportRun) -> str:
    """“21/11/2026 22:27”."""
    return datetime.fromisoformat(run.done_at).strftime("%d/%m/%Y %H:%M")


class HistoryTab(ListPane):
    """`start` begins a new import."""

    name = "imports"
    empty = "Chưa nhập danh sách nào."
    columns = (
        Column(key="when", title="Lúc", value=when, width=150, sort_key=lambda run: run.done_at),
        Column(key="file", title="Tệp", value=lambda run: run.file_name, width=380, least=180),
        Column(key="user", title="Người nhập", value=lambda run: run.user, width=150, least=90),
        Column(key="created", title="Thêm mới", value=lambda run: grouped(run.created), width=100, figures=True),
        Column(key="updated", title="Được sửa", value=lambda run: grouped(run.updated), width=100, figures=True),
        Column(
            key="state",
            title="Hiện nay",
            value=lambda run: UNDONE if run.undone else KEPT,
            width=150,
            tone=lambda run: Tone.QUIET if run.undone else Tone.GOOD,
        ),
    )

    def __init__(self, page: Screen, start: Callable[[], object]) -> None:
        self._start = start
        self._problem = label(name="problem", wrap=True)
        super().__init__(page)
        self._work = PageWork(self.desk, self._say, self)
        self._problem.hide()
        self.layers.insertWidget(1, self._problem)
        self.layers.setStretch(1, 0)
        self.layers.setStretch(2, 1)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Nhập danh sách…", run=self._start, main=True, right=Right.WRITE),
            Action(
                caption=UNDO,
                run=self.undo,
                needs=Needs.ONE,
                picture="undo",
                tip="Sổ trở lại như trước lần nhập",
                right=Right.WRITE,
            ),
        )

    def records(self) -> Sequence[ImportRun]:
        return imports.history(self.store)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} lần nhập" if count else ""

    def load(self) -> None:
        self._problem.hide()
        super().load()

    def open(self, record_id: int) -> None:
        """Nothing more is known of an import than its line."""

    def undo(self) -> None:
        """Take the chosen import back whole; why it cannot be is said above the list."""
        run = self.selected()
        if run is None:
            return
        if run.undone:
            self._say(ALREADY)
            return

        def said(gesture: Any) -> None:
            self.desk.said.emit(f"Đã hoàn tác: {gesture.summary}.", False)

        caption = f"Hoàn tác lần nhập {run.file_name}"
        self._work.run(caption, lambda store, _: journal.undo(store, run.id), said, writes=True)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()
