"""The page of the first run: found an office, practise, open a store that is there, or restore a backup."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.paths import data_folder, default_store
from desktop_app.ui import ask, words
from desktop_app.ui.background import Background
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.fields import TextField
from desktop_app.ui.parts import Part, button, column, label, row
from desktop_app.ui.style import MARGIN

CHOICE_WIDTH, FORM_WIDTH = 420, 520
OFFICE = (
    TextField(key="name", label="Tên đảng ủy", required=True, hint="Đảng ủy phường Đông Thọ"),
    TextField(key="parent", label="Cấp ủy cấp trên", required=True, hint="Tỉnh ủy Thanh Hóa"),
)


class Welcome(QStackedWidget):
    """`opened(path)` is called with the store to open once there is one."""

    def __init__(self, background: Background, opened: Callable[[Path], object], sentence: str = "") -> None:
        super().__init__()
        self._background, self._opened = background, opened
        self._problem = label(sentence, "problem", wrap=True)
        self._problem.setVisible(bool(sentence))
        self._refusal = label(name="problem", wrap=True)
        self._refusal.hide()
        self.form = FieldForm(OFFICE)
        self._preview = label(wrap=False)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self.addWidget(self._choices())
        self.addWidget(self._founding())
        self.form.edited.connect(self._show_head)
        self.form.done.connect(self.found)

    def _choices(self) -> QWidget:
        first = button("Lập văn phòng mới", self._show_founding, "main")
        others = (
            button("Mở văn phòng thực hành", self.practise, tip="Người và số liệu bịa ra, để làm thử"),
            button("Mở sổ đã có…", self.open_other),
            button("Phục hồi từ bản sao lưu…", self.restore),
        )
        welcome = label("Chưa mở sổ nào. Chọn một việc để bắt đầu.", "quiet", wrap=True)
        return centred(CHOICE_WIDTH, label(words.PROGRAM, "heading"), welcome, self._problem, MARGIN, first, *others)

    def _founding(self) -> QWidget:
        head = label("Trên văn bản sẽ ghi", "quiet")
        buttons = row(
            None,
            button("Lập văn phòng", self.found, "main", "Ctrl+S"),
            button(words.BACK, lambda: self.setCurrentIndex(0)),
        )
        title = label("Lập văn phòng mới", "heading")
        place = label(f"Sổ được giữ ở {default_store()}", "quiet", wrap=True)
        return centred(FORM_WIDTH, title, self._refusal, self.form, head, self._preview, MARGIN, place, buttons)

    def _show_founding(self) -> None:
        self.setCurrentIndex(1)
        self.form.focus_first()
        self._show_head()

    def _show_head(self) -> None:
        """The head lines as they will be printed, from what is typed so far."""
        from desktop_app.services.office import OfficeDraft, lines

        typed = self.form.readable()
        drawn = lines(OfficeDraft(name=typed["name"] or "…", parent=typed["parent"] or "…"))
        self._preview.setText(f"{drawn['superior_line']}\n{drawn['issuer_line']}\n*")

    def found(self) -> None:
        """Make the office's store at the default place."""
        from desktop_app.services.office import OfficeDraft
        from desktop_app.services.store import create_office

        values = self.form.values()
        if values is None:
            return
        try:
            create_office(default_store(), OfficeDraft(**values)).close()
        except Refusal as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            return
        self._opened(default_store())

    def practise(self) -> None:
        """Open the practice office, made now if it is not there yet."""
        path = data_folder() / "thuc-hanh.sht"
        if path.exists():
            self._opened(path)
            return
        from desktop_app.services.practice import create_practice

        self._background.run(
            "Lập văn phòng thực hành",
            lambda progress: create_practice(path, progress=progress).close(),
            lambda _: self._opened(path),
            None,
        )

    def open_other(self) -> None:
        path = ask.choose_file_open(self, "Mở sổ đã có", words.STORE_FILES)
        if path is not None:
            self._opened(path)

    def restore(self) -> None:
        """Put a backup at the default place and open it."""
        from desktop_app.services.backups import restore

        backup = ask.choose_file_open(self, "Chọn bản sao lưu", words.BACKUP_FILES)
        if backup is None:
            return
        self._background.run(
            "Phục hồi từ bản sao lưu",
            lambda progress: restore(backup, default_store(), progress=progress),
            lambda _: self._opened(default_store()),
            None,
        )


def centred(width: int, *parts: Part) -> QWidget:
    """A narrow column in the middle of the page."""
    inner, outer = QWidget(), QWidget()
    inner.setFixedWidth(width)
    inner.setLayout(column(*parts))
    outer.setLayout(column(None, row(None, inner, None), None, None, margin=MARGIN))
    return outer
