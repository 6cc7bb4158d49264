"""The first page laid out from an agenda: things to do and last days on the left, figures and bars on the right."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.services.agenda import Agenda, Due, ToDo
from desktop_app.services.reports import Summary, SummaryRow
from desktop_app.ui import words
from desktop_app.ui.bars import Bar, legend
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screens import today_words as said
from desktop_app.ui.style import GAP, MARGIN, Tone, sign

Go = Callable[[str], object]
Do = Callable[[ToDo], object]
ShowCell = Callable[[int | None], object]
SIGN, CELLS, DUES = 16, 8, 6
NAME_LENGTH = 26


def glance(shown: Agenda, do: Do, show_cell: ShowCell, show_round: Callable[[], object]) -> QWidget:
    """The whole page, with what its buttons, the names of cells and the name of the round lead to."""
    todos, dues = todo_list(shown.todos, do), due_list(shown.dues)
    backup = row(label(said.backup_words(shown), "quiet"), None)
    if shown.round is not None:
        backup.addWidget(button("Mở đợt học tập", show_round))
    left = column(heading("Việc nên làm"), todos, MARGIN, heading("Hạn"), dues, MARGIN, backup, None)
    made = page()
    both = row(left, MARGIN, figures(shown, show_cell))
    both.setStretch(0, 5)
    both.setStretch(2, 6)
    made.setLayout(both)
    return made


def first_steps(go: Go) -> QWidget:
    """What an empty office begins with."""
    steps = QGridLayout()
    steps.setHorizontalSpacing(MARGIN)
    steps.setVerticalSpacing(MARGIN)
    for number, (title, why, way) in enumerate(said.FIRST_STEPS):
        text = column(heading(title), label(why, "quiet", wrap=True))
        pressed = button(way.caption, partial(go, way.place), "main" if number == 1 else "")
        steps.addWidget(label(str(number + 1), "heading"), number, 0)
        steps.addLayout(text, number, 1)
        steps.addWidget(pressed, number, 2)
    steps.setColumnStretch(1, 1)
    made = page()
    made.setLayout(column(heading("Sổ còn trống. Ba bước để bắt đầu:"), GAP, steps, None))
    made.setMaximumWidth(640)
    return made


def page() -> QWidget:
    """An empty page on the ground of a screen."""
    made = QWidget()
    made.setObjectName("screens")
    return made


def heading(text: str) -> QLabel:
    return label(text, "subheading")


def signed(tone: Tone) -> QLabel:
    """The sign of a tone, as wide as it is drawn."""
    made = label()
    made.setPixmap(sign(tone).pixmap(QSize(SIGN, SIGN)))
    made.setFixedWidth(SIGN)
    return made


def grid(column_of_text: int) -> QGridLayout:
    made = QGridLayout()
    made.setHorizontalSpacing(GAP)
    made.setVerticalSpacing(GAP // 2)
    made.setColumnStretch(column_of_text, 1)
    return made


def todo_list(todos: Sequence[ToDo], do: Do) -> QLayout:
    if not todos:
        return row(signed(Tone.GOOD), label("Không có việc nào đang chờ."), None)
    lines = grid(1)
    for at, todo in enumerate(todos):
        way = said.WAYS[todo.task]
        lines.addWidget(signed(way.tone), at, 0)
        lines.addWidget(label(said.todo_words(todo), wrap=True), at, 1)
        lines.addWidget(button(way.caption, partial(do, todo)), at, 2)
    return lines


def due_list(dues: Sequence[Due]) -> QLayout:
    if not dues:
        return row(label("Chưa có hạn nào được ghi.", "quiet"))
    lines = grid(2)
    for when, group in groupby(dues[:DUES], said.when_words):
        lines.addWidget(label(when, "quiet"), lines.rowCount(), 0, 1, 4)
        for due in group:
            add_due(lines, due)
    if len(dues) > DUES:
        lines.addWidget(label(f"và {len(dues) - DUES} hạn nữa ở Đợt học tập", "quiet"), lines.rowCount(), 2)
    return lines


def add_due(lines: QGridLayout, due: Due) -> None:
    at = lines.rowCount()
    what = label(said.due_words(due), wrap=True)
    what.setToolTip(f"Gửi {due.recipient}" if due.recipient else "")
    lines.addWidget(signed(said.due_tone(due)), at, 0)
    lines.addWidget(label(show_date(due.due_on)), at, 1)
    lines.addWidget(what, at, 2)
    lines.addWidget(label(said.left_words(due)), at, 3, Qt.AlignmentFlag.AlignRight)


def figures(shown: Agenda, show_cell: ShowCell) -> QVBoxLayout:
    """The newest round in figures, or why there are none yet."""
    if shown.round is None or shown.summary is None:
        return column(heading("Đợt học tập"), label("Số liệu hiện ra khi có đợt học tập.", "quiet"), None)
    name = heading(shown.round.name)
    name.setWordWrap(True)
    if not shown.summary.rows:
        none = label("Số liệu hiện ra khi đã chốt danh sách triệu tập của hội nghị.", "quiet", wrap=True)
        return column(name, none, None)
    total = shown.summary.total
    parts = [name, GAP, *study(total), GAP]
    if total.must_write:
        parts += [*essays(total), GAP]
    return column(*parts, *owing(shown.summary, show_cell), None)


def study(total: SummaryRow) -> list[QWidget | QHBoxLayout]:
    text = said.study_figures(total)
    names = (f"Dự đủ {grouped(total.attended)}", f"Học bù {grouped(total.made_up)}")
    return [
        label(f"Học tập: {text}", wrap=True),
        Bar((total.attended, total.made_up), total.must_attend, text),
        row(*legend(*names, f"Chưa học đủ {grouped(total.not_studied)}"), None),
    ]


def essays(total: SummaryRow) -> list[QWidget | QHBoxLayout]:
    text = said.essay_figures(total)
    waiting = total.handed_in - total.passed
    names = (f"Đạt {grouped(total.passed)}", f"Chưa chấm hoặc phải viết lại {grouped(waiting)}")
    return [
        label(f"Thu hoạch: {text}", wrap=True),
        Bar((total.passed, waiting), total.must_write, text),
        row(*legend(*names, f"Chưa nộp {grouped(total.missing_essays)}{said.waiting_words(total)}"), None),
    ]


def owing(summary: Summary, show_cell: ShowCell) -> list[QWidget | QGridLayout]:
    """The cells with most people who have not studied, as bars to compare."""
    worst = sorted((each for each in summary.rows if each.not_studied), key=lambda each: -each.not_studied)
    if not worst:
        return [label("Không còn chi bộ nào có người chưa học.")]
    lines = grid(1)
    for at, each in enumerate(worst[:CELLS]):
        text = f"{grouped(each.not_studied)}/{grouped(each.must_attend)}"
        name = button(words.shortened(each.name, NAME_LENGTH), partial(show_cell, each.cell_id), "link")
        name.setToolTip(f"Xem ai chưa học ở {each.name}")
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        lines.addWidget(name, at, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(Bar((each.not_studied,), worst[0].not_studied, text, framed=False), at, 1)
        lines.addWidget(label(text), at, 2, Qt.AlignmentFlag.AlignRight)
    lines.setVerticalSpacing(0)
    more = f" ({CELLS} trong {len(worst)} chi bộ)" if len(worst) > CELLS else ""
    return [heading(f"Chi bộ còn nhiều người chưa học đủ nhất{more}"), lines]
