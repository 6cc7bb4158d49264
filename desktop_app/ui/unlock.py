"""Where a password is asked for: the page before a locked store. It proves what is typed and hands on who it was."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.ui.background import Background
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.password_field import password_line
from desktop_app.ui.style import MARGIN, scaled

if TYPE_CHECKING:  # loaded after the window is shown
    from desktop_app.services.passwords import Entrance

WIDTH = 420
FORGOTTEN = "Quên mật khẩu: gõ mã khôi phục (12 nhóm, mỗi nhóm 4 chữ số) đã in khi đặt mật khẩu."
TRYING = "Đang mở khóa…"


class Unlock(QWidget):
    """`let_in(entrance)` is called once, in the window, with whoever proved to be known."""

    def __init__(
        self,
        background: Background,
        path: Path,
        let_in: "Callable[[Entrance], object]",
        other: tuple[str, Callable[[], object]],
        said: str,
    ) -> None:
        super().__init__()
        self._background, self._path, self._let_in = background, path, let_in
        self.line = password_line()
        self.line.setAccessibleName("Mật khẩu")
        self.line.returnPressed.connect(self.prove)
        self.problem = label(name="problem", wrap=True)
        self.problem.hide()
        self._open = button("Mở sổ", self.prove, "main", "Enter")
        self._trying = label(name="quiet")
        heading = label(f"Sổ “{path.name}” có mật khẩu", "heading", wrap=True)
        buttons = row(self._open, button(other[0], other[1]), self._trying, None)
        told = (label(said, "quiet", wrap=True), self.problem)
        self._lay_out(
            column(heading, *told, label("Mật khẩu"), self.line, buttons, label(FORGOTTEN, "quiet", wrap=True))
        )
        self.setFocusProxy(self.line)

    def _lay_out(self, inner: QVBoxLayout) -> None:
        middle = QWidget()
        middle.setFixedWidth(scaled(WIDTH))
        middle.setLayout(inner)
        self.setLayout(column(None, row(None, middle, None), None, None, margin=MARGIN))

    def prove(self) -> None:
        """Try what is typed, beside the window: a guess takes its time."""
        typed = self.line.text()
        if not typed or self._background.busy:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._open.setEnabled(False)
        self._trying.setText(TRYING)
        self._background.run(TRYING, lambda progress: proven(self._path, typed), self._proven, None)

    def _proven(self, found: "Entrance | str") -> None:
        self._open.setEnabled(True)
        self._trying.setText("")
        if isinstance(found, str):
            self.say(found)
            return
        self.line.clear()
        self._let_in(found)

    def say(self, sentence: str) -> None:
        """Why nobody is let in."""
        self.problem.setText(sentence)
        self.problem.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


def proven(path: Path, typed: str) -> "Entrance | str":
    """Whoever is let in, or the sentence that says why nobody is."""
    from desktop_app.services.passwords import enter

    try:
        return enter(path, typed)
    except Refusal as refusal:
        return str(refusal)
