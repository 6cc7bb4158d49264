"""The first page: what is to be done today and how far the newest round has come, at one glance. It writes nothing."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from desktop_app.services import drafts, first_run, members
from desktop_app.services.agenda import Agenda, agenda
from desktop_app.services.drafts import Unfinished
from desktop_app.services.first_run import Step
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import button, label, row
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.today_view import first_steps, glance, steps_left
from desktop_app.ui.screens.today_ways import follow, open_calendar, open_outstanding, open_round, open_unfinished
from desktop_app.ui.screens.today_words import heading, unfinished_words, unready_words
from desktop_app.ui.style import MARGIN

LARGE = 4_000
ROOMY, MANY_CELLS, FEW_CELLS = 600, 8, 5


class TodayScreen(Screen):
    """Reads at once in an office of usual size, beside the window in a very large one."""

    title = "Hôm nay"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setObjectName("screens")
        self._waiting = False
        self._steps_left: tuple[Step, ...] = ()
        self._left = label(wrap=True)
        self._unready = QWidget()
        line = row(self._left, button("Làm tiếp", self.open_first_run))
        line.setStretch(0, 1)
        self._unready.setLayout(line)
        self._unready.hide()
        self._typed = label(wrap=True)
        self._open_typed = button("Mở", self.open_typed, tip="Đến chỗ đang gõ dở, dùng lại hoặc bỏ")
        self._unfinished = QWidget()
        typed = row(self._typed, self._open_typed)
        typed.setStretch(0, 1)
        self._unfinished.setLayout(typed)
        self._latest: Unfinished | None = None
        self.body.addWidget(self._unfinished)
        self.body.addWidget(self._unready)
        self.body.addWidget(self._area)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        desk.background.ended.connect(self.job_ended)

    def load(self) -> None:
        self.tell_typed()
        self._steps_left = left = first_run.left(self.store)
        self._unready.setVisible(bool(left))
        self._left.setText(unready_words(left))
        if members.count(self.store, MemberFilter()) <= LARGE:
            self.show_agenda(agenda(self.store))
        else:
            self.load_beside()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tell_typed()

    def tell_typed(self) -> None:
        """What was typed and not kept, the latest by name; typing tells nobody, so it is asked for each time."""
        found = drafts.unfinished(self.store)
        self._latest = found[0] if found else None
        self._unfinished.setVisible(bool(found))
        self._typed.setText(unfinished_words(found, date.today()) if found else "")

    def open_typed(self) -> None:
        if self._latest is not None:
            open_unfinished(self.desk, self._latest.where)

    def open_first_run(self) -> None:
        """The steps a new office still has before it."""
        from desktop_app.ui.screens.first_run_page import FirstRunPage

        self.desk.page_opened.emit(FirstRunPage(self.desk))

    def load_beside(self) -> None:
        """Count beside the window; after the job that is running, if one is."""
        self._waiting = self.desk.background.busy
        if not self._waiting:
            self._area.setWidget(label("Đang tính số liệu của đợt…", "quiet"))
            self.desk.run("Tính số liệu hôm nay", counted, self.show_agenda)

    def job_ended(self) -> None:
        if self._waiting:
            QTimer.singleShot(0, self, self.load_beside)

    def show_agenda(self, shown: Agenda) -> None:
        """Lay the page out afresh."""
        if not isValid(self):
            return
        self.set_title(heading(shown.today))
        empty = not shown.members and shown.round is None
        self._unready.setVisible(bool(self._steps_left) and not empty)
        self._area.setWidget(self.steps() if empty else self.glance(shown))

    def steps(self) -> QWidget:
        """What an empty office begins with: what is left of making it ready, afterwards the first works."""
        if self._steps_left:
            return steps_left(self._steps_left, self.open_first_run)
        return first_steps(lambda place: self.desk.place_wanted.emit(place, ""))

    def glance(self, shown: Agenda) -> QWidget:
        desk, round_id = self.desk, shown.round.id if shown.round else 0
        return glance(
            shown,
            lambda todo: follow(desk, todo, round_id or None),
            lambda cell_id: open_outstanding(desk, round_id, cell_id),
            lambda other: open_round(desk, other),
            lambda: open_calendar(desk),
            MANY_CELLS if self.height() >= ROOMY else FEW_CELLS,
        )


def counted(store: Store, progress: object) -> Agenda:
    return agenda(store)
