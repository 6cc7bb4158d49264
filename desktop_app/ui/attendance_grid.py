"""The attendance grid: people × half-days, marked by single keys. It asks `write` to keep a mark and shows it.

1 có mặt · 2 vắng có lý do · 3 vắng không lý do · 4 vắng, chưa rõ lý do · 0 or Delete not marked; the cursor moves on.
5 đến muộn · 6 về sớm: present, and so; the same key again takes it off.
Over several cells a digit fills blanks and never changes a mark; only Delete clears them. Space repeats the last mark.
Letters jump to a name. No letter is a command, and text is taken from key events and from an input method alike, so
that UniKey may be on (it sends the bare letter, Backspace, the accented letter). The number pad alone is enough:
digits, Enter down, − up, / left, * right, + repeats, the decimal key clears.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from db.attendance import Place
from db.records import Mark
from db.values import MarkStatus
from desktop_app.services.attendance import Sheet
from desktop_app.ui.attendance_model import FIRST, KEYS, Entry, status_words
from desktop_app.ui.attendance_view import AttendanceView
from desktop_app.ui.name_jump import PAUSE_S, NameJump

Key = Qt.Key
Write = Callable[[Sequence[Place], Entry], Mapping[Place, Mark | None] | None]
BY_DIGIT = {digit: Entry(status=status) for status, digit in KEYS.items()}
LATE, LEFT_EARLY = "5", "6"
OTHER_KEYS = (
    (LATE, "Có mặt, đến muộn; bấm lại để bỏ"),
    (LEFT_EARLY, "Có mặt, về sớm; bấm lại để bỏ"),
    ("Delete", "Xóa dấu"),
    ("Dấu cách", "Lặp lại dấu vừa ghi"),
    ("Chữ của tên", "Đến người ấy; Enter đến người kế tiếp cùng tên"),
    ("Ctrl+A", "Mọi người của buổi đang đứng; bấm lần nữa là mọi buổi"),
    ("− / * + của bàn phím số", "Lên, sang trái, sang phải, lặp lại dấu"),
)
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
ONLY_BLANKS = "Đang chọn nhiều ô: chữ số chỉ điền chỗ trống. Bấm Delete nếu muốn xóa dấu của các ô đã chọn."
NO_BLANKS = "Các ô đã chọn không còn chỗ trống; dấu đã ghi được giữ nguyên."
NOTHING_LAST = "Chưa có dấu nào để lặp lại; bấm 1, 2, 3 hoặc 4 trước."
NOBODY_PRESENT = "Trong các ô đã chọn chưa có ai có mặt để ghi đến muộn, về sớm."
AT_END = "Đã đến cuối danh sách."


def noted(digit: str, so: bool) -> Entry:
    """Present, and late or left early, or not."""
    if digit == LATE:
        return Entry(status=MarkStatus.PRESENT, late=so)
    return Entry(status=MarkStatus.PRESENT, left_early=so)


class AttendanceGrid(AttendanceView):
    """`write(places, entry)` keeps marks and gives what stands then, None when refused.

    `told` carries a sentence, `searched` a name.
    """

    told = Signal(str)
    searched = Signal(str)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sideways = False
        self._write = write
        self._last: Entry | None = None
        self._jump = NameJump()
        self._pause = QTimer(self, singleShot=True, interval=int(PAUSE_S * 1000))
        self._pause.timeout.connect(self._forget)

    def show_sheet(self, sheet: Sheet) -> bool:
        others = super().show_sheet(sheet)
        if others:
            self._jump.show([row.full_name for row in self.marks.people])
        return others

    def mark(self, entry: Entry) -> None:
        """One cell is marked and the cursor moves on; of several cells only the blank ones are filled."""
        places = self.places()
        self._forget()
        if len(places) > 1:
            self._fill(places, entry)
        elif places and self._keep(places, entry):
            self._last = entry if entry.status else self._last
            self._move_on()

    def _fill(self, places: Sequence[Place], entry: Entry) -> None:
        blanks = self.marks.blanks(places)
        if entry.status is None or not blanks:
            self.told.emit(ONLY_BLANKS if entry.status is None else NO_BLANKS)
        elif self._keep(blanks, entry):
            self._last = entry

    def note(self, digit: str) -> None:
        """Late or left early: the one cell becomes present and so, or no longer so; of several, those present do."""
        places = self.places()
        here = [p for p in places if (mark := self.marks.mark(p)) and mark.status is MarkStatus.PRESENT]
        if len(places) > 1:
            self._forget()
            if not here or not self._keep(here, noted(digit, True)):
                self.told.emit(NOBODY_PRESENT)
            return
        before = self.marks.mark(here[0]) if here else None
        was = before is not None and (before.late if digit == LATE else before.left_early)
        self.mark(noted(digit, not was))

    def clear(self) -> None:
        """Delete: every selected mark is taken off."""
        places = self.places()
        marked = [place for place in places if self.marks.mark(place)]
        self._forget()
        if (not marked or self._keep(marked, Entry(status=None))) and len(places) == 1:
            self._move_on()

    def repeat(self) -> None:
        """The last mark again."""
        if self._last is None:
            self.told.emit(NOTHING_LAST)
        else:
            self.mark(self._last)

    def _keep(self, places: Sequence[Place], entry: Entry) -> bool:
        """Have marks written, then show them; one that stands so already keeps its reason."""
        if all(self.marks.stands(place, entry) for place in places):
            return True
        kept = self._write(places, entry)
        if kept is None:
            return False
        self.marks.put(kept)
        return True

    def _move_on(self) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if self.sideways:
            row, column = (row, column + 1) if column + 1 < self.marks.columnCount() else (row + 1, FIRST)
        else:
            row += 1
        if row < self.marks.rowCount():
            self.setCurrentIndex(self.marks.index(row, column))
        else:
            self.told.emit(AT_END)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.modifiers() & COMMANDS or not self._pressed(event):
            super().keyPressEvent(event)

    def own_keys(self) -> Sequence[tuple[str, str]]:
        """The single keys and what they do here."""
        marks = [(digit, status_words(status)) for status, digit in KEYS.items()]
        return [*marks, *OTHER_KEYS]

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the grid's own."""
        keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        run = self._pad_keys().get(Key(event.key())) if keypad else None
        run = run or self._own_keys().get(Key(event.key()))
        if run is not None:
            run()
        elif event.text().isprintable() and event.text():
            self.type_text(event.text(), event.isAutoRepeat())
        else:
            return False
        return True

    def _own_keys(self) -> dict[Key, Callable[[], None]]:
        return {
            Key.Key_Delete: self.clear,
            Key.Key_Backspace: self._rub_out,
            Key.Key_Escape: self._escape,
            Key.Key_Return: self._enter,
            Key.Key_Enter: self._enter,
        }

    def _pad_keys(self) -> dict[Key, Callable[[], None]]:
        return {
            Key.Key_Plus: self.repeat,
            Key.Key_Minus: lambda: self._step(-1, 0),
            Key.Key_Slash: lambda: self._step(0, -1),
            Key.Key_Asterisk: lambda: self._step(0, 1),
            Key.Key_Period: self.clear,
            Key.Key_Comma: self.clear,
        }

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text that an input method finished; what is still being composed is not taken."""
        self.type_text(event.commitString())
        event.accept()

    def type_text(self, text: str, held_down: bool = False) -> None:
        """Digits mark, a blank repeats, letters jump; a key held down marks only once."""
        for sign in text:
            if sign in (*BY_DIGIT, LATE, LEFT_EARLY, " "):
                if not held_down:
                    self._marking(sign)
            elif not sign.isdigit():
                self._found(self._jump.typed(sign, self.currentIndex().row()))

    def _marking(self, sign: str) -> None:
        if sign in BY_DIGIT:
            self.mark(BY_DIGIT[sign])
        else:
            self.repeat() if sign == " " else self.note(sign)

    def keyboardSearch(self, search: str) -> None:
        """Names are searched by `type_text`."""

    def _enter(self) -> None:
        """The next person of the name being typed; otherwise one down."""
        if self._jump.active:
            self._found(self._jump.next(self.currentIndex().row()))
        else:
            self._step(1, 0)

    def _escape(self) -> None:
        self._forget()
        self.setCurrentIndex(self.currentIndex())

    def _step(self, down: int, right: int) -> None:
        index = self.currentIndex()
        row, column = index.row() + down, max(FIRST, index.column() + right)
        if self.marks.hasIndex(row, column):
            self.setCurrentIndex(self.marks.index(row, column))

    def find_name(self, text: str) -> None:
        """Go to the first person with this text in the name, from the top."""
        self._jump.forget()
        if text:
            self._found(self._jump.typed(text, 0))

    def find_next(self) -> None:
        """Go to the next person with the text last looked for."""
        self._found(self._jump.next(self.currentIndex().row()))

    def _rub_out(self) -> None:
        if self._jump.active:
            self._found(self._jump.rubbed_out())

    def _found(self, row: int | None) -> None:
        """Go there, and say what was typed."""
        self._pause.start()
        if row is not None:
            self.setCurrentIndex(self.marks.index(row, max(FIRST, self.currentIndex().column())))
        typed = self._jump.text
        self.searched.emit(f"Tìm “{typed}”" if row is not None else f"Không có ai tên “{typed}”" if typed else "")

    def _forget(self) -> None:
        self._jump.forget()
        self._pause.stop()
        self.searched.emit("")
