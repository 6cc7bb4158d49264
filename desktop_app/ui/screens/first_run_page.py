"""The steps a new office is made ready in, one at a time; each can be left and come back to. Not their middles."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QWidget

from desktop_app.services import first_run
from desktop_app.services.access import Right
from desktop_app.services.first_run import Step
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.first_run_panels import ASKED, Panel
from desktop_app.ui.shortcuts import listen
from desktop_app.ui.style import GAP, MARGIN, Tone, scaled, sign

LIST_WIDTH = 230
READY = "Sổ đã sẵn sàng."


class FirstRunPage(Screen):
    """The list of steps on the left with what is done, the step itself on the right."""

    title = "Chuẩn bị sổ mới"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._steps: dict[Step, QPushButton] = {}
        self._panels: dict[Step, Panel] = {}
        self._stack = QStackedWidget()
        self._name, self._why = label(name="subheading"), label(name="quiet", wrap=True)
        self._step = next(iter(first_run.left(self.store)), Step.OFFICE)
        self._keep = button("", self.keep, "main", "Ctrl+S")
        self._skip = button("Để sau", self.go_on, tip="Sang bước kế tiếp, chưa ghi gì")
        self._drop = button("Không cần bước này", self.let_go, tip="Không nhắc lại bước này nữa")
        self._lay_out_steps()
        listen(self, "Ctrl+S", "Ghi bước này", lambda: self.begin(Right.WRITE, self.keep))

    def _lay_out_steps(self) -> None:
        for number, (step, asked) in enumerate(ASKED.items(), 1):
            self._steps[step] = button(f"{number}. {asked.title}", partial(self.show_step, step), "figure")
            self._steps[step].setCheckable(True)
            self._panels[step] = asked.panel(self.desk)
            self._stack.addWidget(scrolled(self._panels[step]))
            self.guard(Right.ADMINISTRATE if step is Step.OFFICE else Right.WRITE, self._panels[step])
        self.guard(Right.WRITE, self._keep, self._drop)
        names = QWidget()
        names.setFixedWidth(scaled(LIST_WIDTH))
        later = button("Hoàn tất sau", self.desk.back_wanted.emit, tip="Các bước còn lại hiện ở trang Hôm nay")
        names.setLayout(column(*self._steps.values(), None, later))
        foot = row(self._keep, self._skip, self._drop, None)
        right = column(self._name, self._why, GAP, self._stack, foot)
        right.setStretch(3, 1)
        both = row(names, MARGIN, right)
        both.setStretch(2, 1)
        self.body.addLayout(both)
        self.body.setContentsMargins(0, 0, 0, MARGIN)

    def load(self) -> None:
        left = first_run.left(self.store)
        for step, pressed in self._steps.items():
            pressed.setIcon(sign(Tone.QUIET if step in left else Tone.GOOD))
            pressed.setAccessibleDescription("chưa xong" if step in left else "đã xong")
            pressed.setToolTip("Chưa xong" if step in left else "Đã xong")
        self._drop.setVisible(self._step in left)

    def showing(self) -> Step:
        """The step in front."""
        return self._step

    def show_step(self, step: Step) -> None:
        """Bring a step to the front."""
        self._step = step
        for each, pressed in self._steps.items():
            pressed.setChecked(each is step)
        panel = self._panels[step]
        self._name.setText(ASKED[step].title)
        self._why.setText(ASKED[step].why)
        self._keep.setText(panel.verb)
        panel.load()
        self._stack.setCurrentIndex(list(ASKED).index(step))
        self.load()
        panel.focus_first()

    def focus_start(self) -> None:
        self.show_step(self._step)

    def keep(self) -> None:
        """Do what the step asks; the next one comes up."""
        if self._panels[self._step].keep():
            self.settle()

    def let_go(self) -> None:
        """This step is not wanted."""
        self.settle()

    def settle(self) -> None:
        first_run.settle(self.store, self._step)
        if first_run.left(self.store):
            self.go_on()
            return
        self.desk.back_wanted.emit()
        self.desk.changes.happened.emit()
        self.desk.said.emit(READY, False)

    def go_on(self) -> None:
        """The next step that is left; after the last one, the start page."""
        order = list(ASKED)
        after = order[order.index(self._step) + 1 :]
        waiting = first_run.left(self.store)
        following = next((step for step in after if step in waiting), None)
        if following is None:
            self.desk.back_wanted.emit()
            self.desk.changes.happened.emit()
        else:
            self.show_step(following)


def scrolled(panel: Panel) -> QScrollArea:
    """A panel that is scrolled where there is little room."""
    area = QScrollArea()
    area.setWidget(panel)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    panel.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
