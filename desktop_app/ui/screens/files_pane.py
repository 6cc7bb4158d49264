"""The files kept beside one thing: attached, opened, saved out, taken off. The store holds them; no viewer is built in.

`owner()` names the thing the next file goes to, as `attachments.attach` takes it, or None where nothing can have one.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from db.owed_records import Attachment
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped, size_words
from desktop_app.services import attachments
from desktop_app.services.access import Right
from desktop_app.ui import ask
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.opened_files import open_file
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.table_model import Column

PATTERN = "PDF, Word, ảnh (*.pdf *.docx *.jpg *.jpeg *.png)"
NO_VIEWER = "Máy chưa có chương trình mở loại tệp này; hãy lưu bản sao rồi mở ở máy khác."
Owner = Callable[[], dict[str, int] | None]


def added(file: Attachment) -> str:
    """“05/04/2021 10:42”."""
    return f"{show_date(file.added_at[:10])} {file.added_at[11:16]}"


class FilesPane(ListPane):
    """`about(file)` words what a file belongs to, for a list of files of several things."""

    name, heading = "files", "Tệp đính kèm"
    empty = "Chưa có tệp nào. Đính kèm bản chụp, bản quét PDF hoặc tệp Word."
    nothing = "Chưa có gì để đính kèm tệp vào."

    def __init__(self, page: Screen, owner: Owner, about: Callable[[Attachment], str] | None = None) -> None:
        self._owner, self._about = owner, about
        self.columns: Sequence[Column] = (
            Column(key="name", title="Tên tệp", value=lambda f: f.name, width=400, least=160),
            *([Column(key="about", title="Thuộc", value=about, width=120)] if about else []),
            Column(
                key="size",
                title="Độ lớn",
                value=lambda f: size_words(f.size),
                width=88,
                figures=True,
                sort_key=lambda f: f.size,
            ),
            Column(key="added", title="Đưa vào lúc", value=added, width=136),
        )
        super().__init__(page)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Đính kèm tệp…", run=self.attach, keys="Ctrl+T", main=True, right=Right.CELL),
            Action(caption="Mở tệp", run=self.open_selected, needs=Needs.ONE, tip="Enter hoặc bấm đúp"),
            Action(caption="Lưu bản sao…", run=self.save_copy, keys="Ctrl+Shift+S", needs=Needs.ONE),
            Action(caption="Bỏ tệp", run=self.detach, keys="Delete", needs=Needs.SOME, right=Right.CELL),
        )

    def records(self) -> Iterable[Any]:
        owner = self._owner()
        return attachments.attachments(self.store, **owner) if owner else ()

    def counted(self, count: int) -> str:
        """How many files, and how much they weigh."""
        files = [self.table.rows.record(row) for row in range(count)]
        return f"{grouped(count)} tệp · {size_words(sum(each.size for each in files))}" if count else ""

    def attach(self) -> None:
        """A file of the machine into the store."""
        owner = self._owner()
        if owner is None:
            self.desk.refused.emit(self.nothing)
            return
        path = ask.choose_file_open(self, "Đính kèm tệp", PATTERN)
        if path is not None:
            self.page.perform(lambda store: attachments.attach(store, path, **owner))

    def open_selected(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        """In the program the machine opens such files with; the copy made for it is swept away at the end."""

        def show(store: Any) -> None:
            open_file(attachments.content(store, record_id), attachments.attachment(store, record_id).name, NO_VIEWER)

        self.page.perform(show, done="Đã mở tệp bằng chương trình của máy; sửa ở đó không đổi tệp trong sổ.")

    def save_copy(self) -> None:
        file = self.table.records()[0]
        target = ask.choose_file_save(self, "Lưu bản sao", PATTERN, Path.home() / file.name)
        if target is not None:
            self.page.perform(attachments.save_copy, file.id, target, done=lambda path: f"Đã lưu bản sao {path.name}.")

    def detach(self) -> None:
        for file_id in self.table.selected_ids():
            self.page.perform(attachments.detach, file_id)
