"""The lines under the screens: what just happened, the job that is running, and whose store this is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from desktop_app.domain.wording import grouped
from desktop_app.ui import words
from desktop_app.ui.parts import ElidedLabel, button, column, label, row
from desktop_app.ui.style import GRID, MARGIN


class MessageLine(QFrame):
    """The quiet line: what the last gesture did, with a way to take it back; or why it was refused."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.sentence = label(name="sentence", wrap=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.undo = button(words.UNDO, self.undo_wanted.emit, "link", "Ctrl+Z", "undo")
        self.close_button = button("✕", self.hide, "link", "Ẩn dòng này")
        self.close_button.setAccessibleName("Ẩn dòng này")
        self.setLayout(framed(self.sentence, self.undo, self.close_button))
        self.hide()

    def one_line(self) -> int:
        """How high it is with a sentence that fits one line."""
        for each in (self.undo, self.close_button, self.sentence):
            each.ensurePolished()
        buttons = [each.sizeHint().height() for each in (self.undo, self.close_button)]
        return max(*buttons, self.sentence.fontMetrics().height()) + 2 * GRID

    def say(self, sentence: str, undoable: bool = False, refused: bool = False) -> None:
        self.setProperty("refused", refused)
        self.sentence.setText(sentence)
        self.undo.setVisible(undoable)
        self.style().polish(self)
        self.sentence.style().polish(self.sentence)
        self.show()

    def clear_refusal(self) -> None:
        """Why something was refused is no longer true once something else was begun."""
        if self.property("refused"):
            self.hide()


class WorkBar(QFrame):
    """A thin bar with count, time left and "Dừng" while a job runs; nothing otherwise."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work")
        self._caption, self._count = label(), label(name="quiet")
        self._bar = QProgressBar(textVisible=False)
        self._stop = button(words.STOP, self._stopping)
        layout = framed(self._caption, self._bar, self._count, self._stop)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def begin(self, caption: str) -> None:
        self._caption.setText(caption)
        self._count.setText("")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()

    def show_progress(self, done: int, total: int, seconds: float) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{grouped(done)}/{grouped(total)}{time_left(done, total, seconds)}")

    def _stopping(self) -> None:
        self._stop.setEnabled(False)
        self._count.setText("Đang dừng…")
        self.stop_wanted.emit()


class Notices(QWidget):
    """Keeps the room of one line free for what is said and what runs, so that nothing in the middle moves when it comes
    or goes; what needs more room lies over the middle for as long as it is there."""

    def __init__(self, over: QWidget, message: MessageLine, work: WorkBar) -> None:
        super().__init__()
        self._lines = column(message, work)
        self._lines.setSpacing(0)
        self._laid = Laid(over, self.lay)
        self._laid.setLayout(self._lines)
        self._message = message
        self.setObjectName("screens")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def lay(self) -> None:
        """Put the lines where they belong, as high as they are."""
        self.setFixedHeight(self._message.one_line())
        needed = max(self.height(), self._lines.totalHeightForWidth(self.width()))
        corner = self.geometry().bottomLeft()
        self._laid.setGeometry(corner.x(), corner.y() + 1 - needed, self.width(), needed)
        self._laid.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lay()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.lay()


class Laid(QWidget):
    """The lines themselves; asks to be laid again whenever one of them comes, goes or says something else."""

    def __init__(self, over: QWidget, lay: Callable[[], None]) -> None:
        super().__init__(over)
        self._lay = lay

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay()
        return done


class Pressed(ElidedLabel):
    """Words that can be clicked; what there is no room for is in the tip."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class Bottom(QFrame):
    """Office, store file, last backup, user; the ways to other stores and to the journal of what was done."""

    journal_wanted = Signal()
    stores_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom")
        self._facts = Pressed()
        self._facts.pressed.connect(self.stores_wanted)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._journal = button("Nhật ký", self.journal_wanted.emit, "link", "Ctrl+H")
        self._stores = button("Đổi sổ", self.stores_wanted.emit, "link", "Mở sổ khác, lập sổ mới (Ctrl+O)")
        self._line = framed(self._facts, self._stores, self._journal)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    def stand(self, widget: QWidget) -> None:
        """Something that goes on whatever is shown: after the facts, before the ways elsewhere."""
        self._line.insertWidget(1, widget)

    def show_facts(self, facts: list[str], tip: str) -> None:
        self._facts.setText(" · ".join(facts))
        self._facts.setToolTip(f"{self._facts.text()}\n{tip}" if tip else self._facts.text())


def framed(*parts: QWidget) -> QHBoxLayout:
    """A line of the bottom: the margins of a page left and right, a little air above and below."""
    line = row(*parts)
    line.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
    return line


def time_left(done: int, total: int, seconds: float) -> str:
    """“, còn khoảng 12 giây”; nothing while it is too early to tell."""
    if not done or seconds < 1 or done >= total:
        return ""
    left = round(seconds * (total - done) / done)
    return f", còn khoảng {left // 60} phút" if left >= 90 else f", còn khoảng {max(1, left)} giây"
