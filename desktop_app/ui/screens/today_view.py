"""The first page laid out from an agenda: things to do and last days on the left, figures and bars on the right."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.services.agenda import Agenda, ToDo
from desktop_app.services.calendar import LastDay
from desktop_app.services.due import DueKind
from desktop_app.services.first_run import Step
from desktop_app.services.reports import Summary, SummaryRow
from desktop_app.ui import words
from desktop_app.ui.bars import Bar, legend
from desktop_app.ui.parts import ElidedLabel, button, column, label, row
from desktop_app.ui.screens import today_words as said
from desktop_app.ui.style import GAP, MARGIN, Tone, sign
from desktop_app.ui.week_strip import WeekStrip

Go = Callable[[str], object]
Do = Callable[[ToDo], object]
ShowCell = Callable[[int | None], object]
Show = Callable[[], object]
ShowRound = Callable[[int], object]
RIGHT = Qt.AlignmentFlag.AlignRight
SIGN, CELLS, DUES, TODOS = 16, 8, 6, 6
NAME_LENGTH, ROUND_LENGTH, BESIDE = 22, 48, 860


def glance(
    shown: Agenda, do: Do, show_cell: ShowCell, show_round: ShowRound, show_days: Show, cells: int = CELLS
) -> QWidget:
    """The whole page, with what its buttons, the names of cells and of rounds lead to; bars for so many cells."""
    days = row(heading("Hạn"), None)
    if shown.round is not None:
        days.addWidget(button("Lịch các hạn", show_days, "link", "Mọi hạn của các đợt đang chạy, theo tuần và tháng"))
    backup = label(said.backup_words(shown), "quiet")
    left = column(heading("Việc nên làm"), todo_list(shown.todos, do), GAP, days, due_list(shown.dues), backup, None)
    both = row(left, MARGIN, figures(shown, show_cell, show_round, cells))
    both.setStretch(0, 5)
    both.setStretch(2, 6)
    week = [WeekStrip(shown.today, said.week_things(shown.dues))] if shown.dues else []
    return Halves(week, both)


class Halves(QWidget):
    """Two halves side by side, one under the other where there is no room for both."""

    def __init__(self, above: Sequence[QWidget], both: QHBoxLayout) -> None:
        super().__init__()
        self.setObjectName("screens")
        self._both = both
        self.setLayout(column(*above, both))

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= BESIDE
        self._both.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom,
        )
        super().resizeEvent(event)


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


def steps_left(left: Sequence[Step], go_on: Show) -> QWidget:
    """What a new office still needs, with the one way to do it."""
    lines = [
        label(f"{number}. {said.STEPS[step][:1].upper()}{said.STEPS[step][1:]}") for number, step in enumerate(left, 1)
    ]
    made = page()
    pressed = row(button("Làm tiếp", go_on, "main"), None)
    made.setLayout(column(heading("Sổ mới chưa chuẩn bị xong. Còn các bước:"), GAP, *lines, MARGIN, pressed, None))
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
    for at, todo in enumerate(todos[:TODOS]):
        way, text = said.WAYS[todo.task], label(said.todo_words(todo), wrap=True)
        text.setToolTip(todo.round)
        lines.addWidget(signed(said.todo_tone(todo)), at, 0)
        lines.addWidget(text, at, 1)
        lines.addWidget(label(said.stage_words(todo), "quiet"), at, 2, Qt.AlignmentFlag.AlignRight)
        lines.addWidget(button(way.caption, partial(do, todo)), at, 3)
    if len(todos) > TODOS:
        lines.addWidget(label(f"và {len(todos) - TODOS} việc nữa, xong các việc trên sẽ hiện ra", "quiet"), TODOS, 1)
    return lines


def due_list(dues: Sequence[LastDay]) -> QLayout:
    """What is not settled yet, the earliest first, then what is."""
    listed = sorted((d for d in dues if d.kind is not DueKind.CONFERENCE or not d.settled), key=lambda d: d.settled)
    if not listed:
        return row(label("Chưa có hạn nào được ghi.", "quiet"))
    lines = grid(2)
    shown = sorted(listed[:DUES], key=lambda due: due.due_on)
    for when, group in groupby(shown, said.when_words):
        lines.addWidget(label(when, "quiet"), lines.rowCount(), 0, 1, 5)
        for due in group:
            add_due(lines, due)
    if len(listed) > DUES:
        lines.addWidget(label(f"và {len(listed) - DUES} hạn nữa ở Lịch các hạn", "quiet"), lines.rowCount(), 1, 1, 4)
    return lines


def add_due(lines: QGridLayout, due: LastDay) -> None:
    at = lines.rowCount()
    what = ElidedLabel(said.due_words(due))
    what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    goes = " qua ".join(filter(None, (due.recipient, due.route)))
    what.setToolTip("\n".join(filter(None, (said.due_words(due), due.round, f"Gửi {goes}" if goes else ""))))
    lines.addWidget(signed(said.due_tone(due)), at, 0)
    lines.addWidget(label(show_date(due.due_on)), at, 1)
    lines.addWidget(what, at, 2)
    lines.addWidget(label(said.open_words(due), "quiet"), at, 3, Qt.AlignmentFlag.AlignRight)
    lines.addWidget(label(said.left_words(due)), at, 4, Qt.AlignmentFlag.AlignRight)


def figures(shown: Agenda, show_cell: ShowCell, show_round: ShowRound, cells: int) -> QVBoxLayout:
    """The newest round in figures, or why there are none yet."""
    if shown.round is None or shown.summary is None:
        return column(heading("Đợt học tập"), label("Số liệu hiện ra khi có đợt học tập.", "quiet"), None)
    name = button(words.cut(shown.round.name, ROUND_LENGTH), partial(show_round, shown.round.id), "link")
    name.setToolTip(f"Mở đợt “{shown.round.name}”")
    if not shown.summary.rows:
        none = label("Số liệu hiện ra khi đã chốt danh sách triệu tập của hội nghị.", "quiet", wrap=True)
        return column(row(name, None), none, *other_rounds(shown, show_round), None)
    total = shown.summary.total
    parts = [row(name, None), *study(total), GAP]
    if total.must_write:
        parts += [*essays(total), GAP]
    by_cell = owing(shown.summary, shown.late, show_cell, cells)
    return column(*parts, *by_cell, *other_rounds(shown, show_round), None)


def other_rounds(shown: Agenda, show_round: ShowRound) -> list[QLayout]:
    """The other rounds that run, each one press away."""
    if not shown.others:
        return []
    names = [
        button(words.cut(each.name, NAME_LENGTH), partial(show_round, each.id), "link", each.name)
        for each in shown.others[:3]
    ]
    return [row(label("Đợt khác đang chạy:", "quiet"), *names, None)]


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
    names = (f"Đạt {grouped(total.passed)}", f"Chưa chấm, viết lại {grouped(waiting)}")
    return [
        label(f"Thu hoạch: {text}", wrap=True),
        Bar((total.passed, waiting), total.must_write, text),
        row(*legend(*names, f"Chưa nộp {grouped(total.missing_essays)}{said.waiting_words(total)}"), None),
    ]


def owing(summary: Summary, late: Mapping[int, int], show_cell: ShowCell, cells: int) -> list[QWidget | QGridLayout]:
    """Study and essays by cell as two bars, for the cells with most that is late or missing."""
    worst = sorted((each for each in summary.rows if each.not_studied or each.missing_essays), key=worst_first(late))
    if not worst:
        return [label("Chi bộ nào cũng đã học đủ và nộp đủ bài.")]
    lines, written = grid(0), bool(summary.total.must_write)
    headings = ("Chi bộ", "Đã học", "", *(("Đã nộp bài", "") if written else ()), "Quá hạn")
    for place, text in enumerate(headings):
        lines.addWidget(label(text, "quiet"), 0, place)
    for at, each in enumerate(worst[:cells], 1):
        name = button(words.cut(each.name, NAME_LENGTH), partial(show_cell, each.cell_id), "link")
        name.setToolTip(f"Xem ai chưa học ở {each.name}")
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        lines.addWidget(name, at, 0, Qt.AlignmentFlag.AlignLeft)
        add_share(lines, at, 1, (each.attended, each.made_up), each.must_attend)
        if written:
            add_share(lines, at, 3, (each.passed, each.handed_in - each.passed), each.must_write)
        count = late.get(each.cell_id or 0, 0)
        lines.addWidget(label(grouped(count) if count else words.NONE), at, len(headings) - 1, RIGHT)
    lines.setVerticalSpacing(0)
    for place in (1, 3) if written else (1,):
        lines.setColumnStretch(place, 1)
    more = f" ({cells} trong {len(worst)} chi bộ)" if len(worst) > cells else ""
    return [heading(f"Chi bộ còn nợ nhiều nhất{more}"), lines]


def add_share(lines: QGridLayout, at: int, place: int, parts: tuple[int, int], whole: int) -> None:
    """A bar of what is done, and its figures."""
    text = f"{grouped(sum(parts))}/{grouped(whole)}"
    lines.addWidget(Bar(parts, whole, text), at, place)
    lines.addWidget(label(text), at, place + 1, RIGHT)


def worst_first(late: Mapping[int, int]) -> Callable[[SummaryRow], tuple[int, int]]:
    """The order of cells: most that is late, then most that is missing."""
    return lambda each: (-late.get(each.cell_id or 0, 0), -(each.not_studied + each.missing_essays))
