"""Cell names of a list that are nearly those of others: each a question with its answers as buttons, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.wording import grouped
from desktop_app.services.import_cells import CellQuestion
from desktop_app.ui.parts import label, row
from desktop_app.ui.style import GRID

SHOWN, LINE = 3, 38
LIKE_SHOWN = 2


class Questions(QScrollArea):
    """`answered`: an answer was given or changed. A question once asked stays, so that its answer can be changed."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers: dict[str, str | None] = {}
        self._asked: dict[str, CellQuestion] = {}
        self._groups: list[QButtonGroup] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.forget()

    def forget(self) -> None:
        """Begin afresh: another file."""
        self.answers, self._asked = {}, {}
        self._show()

    def ask(self, questions: Sequence[CellQuestion]) -> None:
        """Show these questions beside those already answered."""
        new = {each.listed: each for each in questions if each.listed not in self._asked}
        open_now = {each.listed for each in questions}
        gone = [name for name in self._asked if name not in self.answers and name not in open_now]
        for name in gone:
            del self._asked[name]
        self._asked |= new
        if new or gone:
            self._show()

    def _show(self) -> None:
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        self._groups = []
        for question in self._asked.values():
            box.addWidget(self._line(question))
        box.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.setFixedHeight(LINE * min(SHOWN, len(self._asked)))
        self.setVisible(bool(self._asked))

    def _line(self, question: CellQuestion) -> QWidget:
        like = question.like[:LIKE_SHOWN]
        named = " hoặc ".join(f"“{name}”" for name in like)
        said = label(f"“{question.listed}” ({grouped(question.rows)} người) gần giống {named}:")
        group = QButtonGroup(self)
        self._groups.append(group)
        choices: list[tuple[str, str | None]] = [(f"Là “{name}”" if len(like) > 1 else "Là một", name) for name in like]
        buttons = [self._choice(group, question, *each) for each in [*choices, ("Là chi bộ mới", None)]]
        line = QWidget()
        line.setLayout(row(said, *buttons, None))
        return line

    def _choice(self, group: QButtonGroup, question: CellQuestion, caption: str, meant: str | None) -> QPushButton:
        made = QPushButton(caption)
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setAccessibleName(f"{question.listed}: {caption}")
        made.setChecked(question.listed in self.answers and self.answers[question.listed] == meant)
        group.addButton(made)
        made.clicked.connect(lambda: self._answer(question.listed, meant))
        return made

    def _answer(self, listed: str, meant: str | None) -> None:
        self.answers[listed] = meant
        self.answered.emit()
