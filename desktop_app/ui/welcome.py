"""The page of stores, and of the first run: found an office, practise, open another store, or restore a backup."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.paths import data_folder, default_store
from desktop_app.ui import ask, words
from desktop_app.ui.background import Background
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.fields import TextField
from desktop_app.ui.parts import Part, button, column, filled, label, row
from desktop_app.ui.settings import office_store
from desktop_app.ui.style import MARGIN, scaled

CHOICE_WIDTH, FORM_WIDTH = 420, 520
OFFICE = (
    TextField(key="name", label="Tên đảng ủy", required=True, hint="Đảng ủy phường Đông Thọ"),
    TextField(key="parent", label="Cấp ủy cấp trên", required=True, hint="Tỉnh ủy Thanh Hóa"),
    TextField(key="file", label="Tên tệp sổ", required=True, hint="so-hoc-tap.sht"),
)
ENDING = ".sht"
ABOVE = 4
"""Where the first button stands under heading, sentences and a gap."""


class Welcome(QStackedWidget):
    """`opened(path)` is called with the store to open once there is one; of a restored one with who opens it, and what
    is told. `wanted` is where a new one was asked for."""

    def __init__(
        self,
        background: Background,
        opened: Callable[..., object],
        sentence: str = "",
        wanted: Path | None = None,
    ) -> None:
        super().__init__()
        self._background, self._opened = background, opened
        self._target = free(wanted or default_store())
        self._problem = label(sentence, "problem", wrap=True)
        self._problem.setVisible(bool(sentence))
        self._refusal = label(name="problem", wrap=True)
        self._refusal.hide()
        self.form = FieldForm(OFFICE)
        self._place = label(name="quiet", wrap=True)
        self._preview = label(wrap=False)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._told = label("Chưa mở sổ nào. Chọn một việc để bắt đầu.", "quiet", wrap=True)
        self._practise = button("Mở văn phòng thực hành", self.practise, tip="Người và số liệu bịa ra, để làm thử")
        self._home = button("Về sổ của văn phòng", self.go_home)
        self._restore = button("Phục hồi từ bản sao lưu…", self.restore)
        self._choices_box = column()
        self.addWidget(self._choices())
        self.addWidget(self._founding())
        self.form.typed.connect(self._show_head)
        self.form.done.connect(self.found)

    def _choices(self) -> QWidget:
        self._main = self._found = button("Lập văn phòng mới", self._show_founding, "main")
        others = (self._home, self._practise, button("Mở sổ đã có…", self.open_other), self._restore)
        home = office_store()
        self._home.setVisible(home is not None)
        self._home.setToolTip(str(home or ""))
        heading = label(words.PROGRAM, "heading")
        made = centred(
            CHOICE_WIDTH, self._choices_box, heading, self._told, self._problem, MARGIN, self._found, *others
        )
        self._lead(self._found if home is None else self._home)
        return made

    def _lead(self, way: QPushButton) -> None:
        """The one red button, above the others and under the keyboard."""
        before, self._main = self._main, way
        for each, name in ((before, ""), (way, "main")):
            each.setObjectName(name)
            each.style().unpolish(each)
            each.style().polish(each)
        self._choices_box.removeWidget(way)
        self._choices_box.insertWidget(ABOVE, way)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._to_main)

    def _to_main(self) -> None:
        if self.currentIndex() == 0:
            self._main.setFocus()

    def _show_choices(self) -> None:
        self.setCurrentIndex(0)
        self._to_main()

    def offer_back(self, opened: Path | None, back: Callable[[], object]) -> None:
        """A store is open: say which, and offer to stay with it."""
        self._told.setText(f"Đang mở: {opened or 'sổ tạm trong bộ nhớ'}")
        self._restore.hide()
        self._practise.setVisible(opened != practice_store().resolve())
        home = office_store()
        self._home.setVisible(home is not None and home.resolve() != opened)
        self._lead(button("Ở lại sổ đang mở", back, tip="Alt+←"))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, back)

    def _founding(self) -> QWidget:
        head = label("Trên văn bản sẽ ghi", "quiet")
        buttons = row(
            button("Chọn thư mục…", self.choose_folder),
            None,
            button("Lập văn phòng", self.found, "main", "Ctrl+S"),
            button(words.BACK, self._show_choices),
        )
        title = label("Lập văn phòng mới", "heading")
        parts = (title, self._refusal, self.form, self._place, MARGIN, head, self._preview, MARGIN, buttons)
        page = centred(FORM_WIDTH, column(), *parts)
        QShortcut(QKeySequence("Ctrl+S"), page, self.found)
        return page

    def _show_founding(self) -> None:
        self.setCurrentIndex(1)
        self.form.set_values({"file": self._target.name})
        self.form.focus_first()
        self._show_place()
        self._show_head()

    def _show_place(self) -> None:
        self._place.setText(f"Tệp sổ được giữ trong thư mục {self._target.parent}")

    def choose_folder(self) -> None:
        """Where the new store is to lie."""
        parent = self._target.parent
        folder = ask.choose_folder(self, "Giữ sổ mới ở thư mục nào?", parent if parent.is_dir() else None)
        if folder is not None:
            self._target = folder / self._target.name
            self._show_place()

    def _show_head(self) -> None:
        """The head lines as they will be printed, from what is typed so far."""
        from desktop_app.services.office import OfficeDraft, lines

        typed = self.form.readable()
        drawn = lines(OfficeDraft(name=typed["name"] or "…", parent=typed["parent"] or "…"))
        self._preview.setText(f"{drawn['superior_line']}\n{drawn['issuer_line']}\n*")

    def found(self) -> None:
        """Make the office's store at the place named."""
        from desktop_app.services import first_run
        from desktop_app.services.office import OfficeDraft
        from desktop_app.services.store import create_office

        values = self.form.values()
        if values is None:
            return
        path = self._target.parent / file_name(values.pop("file"))
        try:
            store = create_office(path, OfficeDraft(**values))
            first_run.begin(store)
            store.close()
        except Refusal as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            return
        self._opened(path)

    def practise(self) -> None:
        """Open the practice office, made now if it is not there yet."""
        path = practice_store()
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

    def go_home(self) -> None:
        """Open the office's own store."""
        if home := office_store():
            self._opened(home)

    def open_other(self) -> None:
        path = ask.choose_file_open(self, "Mở sổ đã có", words.STORE_FILES)
        if path is not None:
            self._opened(path)

    def restore(self) -> None:
        """Put a backup at the default place and open it."""
        from desktop_app.services.backups import restore
        from desktop_app.ui.screens.backup_away import key_or_ask
        from desktop_app.ui.screens.backup_words import restored

        backup = ask.choose_file_open(self, "Chọn bản sao lưu", words.BACKUP_FILES)
        given = key_or_ask(self, None, backup) if backup is not None else None
        if backup is None or given is None:
            return
        self._background.run(
            "Phục hồi từ bản sao lưu",
            lambda progress: restore(backup, default_store(), progress, given.key),
            lambda result: self._opened(default_store(), given.entrance, restored(result)),
            None,
        )


def practice_store() -> Path:
    return data_folder() / "thuc-hanh.sht"


def free(path: Path) -> Path:
    """The path, with a number where a file of that name is there already."""
    number, stem = 1, path.stem
    while path.exists():
        number += 1
        path = path.with_stem(f"{stem}-{number}")
    return path


def file_name(typed: str) -> str:
    """What was typed as the name of one file with a store's ending."""
    name = "".join("-" if sign in '/\\:*?"<>|' else sign for sign in typed)
    return name if name.casefold().endswith(ENDING) else name + ENDING


def centred(width: int, box: QVBoxLayout, *parts: Part) -> QWidget:
    """A narrow column, the box with these parts, in the middle of the page."""
    inner, outer = QWidget(), QWidget()
    inner.setFixedWidth(scaled(width))
    inner.setLayout(filled(box, parts, 0))
    outer.setLayout(column(None, row(None, inner, None), None, None, margin=MARGIN))
    return outer
