"""The page of a store that was found damaged: what that means, the backups that may take its place, and a repair.

Nothing happens to the damaged file before the clerk has chosen, and then it is kept aside.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.wording import grouped
from desktop_app.services import rescue
from desktop_app.services.backup_shelf import restore
from desktop_app.services.passwords import Entrance
from desktop_app.services.rescue import Copy, Repaired
from desktop_app.services.store import DamagedOffice
from desktop_app.ui import ask, words
from desktop_app.ui.background import Background
from desktop_app.ui.parts import Part, button, column, label, row
from desktop_app.ui.screens.backup_away import key_or_ask
from desktop_app.ui.screens.backup_facts import moment
from desktop_app.ui.screens.backup_words import restored
from desktop_app.ui.style import MARGIN, scaled

WIDTH, MOST = 560, 3
MEANS = (
    "Một phần tệp không còn đọc được, thường do mất điện, ổ đĩa hỏng hoặc rút USB giữa chừng. Tệp hỏng không bị xóa: "
    "dù chọn cách nào, tệp ấy cũng được giữ lại bên cạnh."
)
NO_COPY = "Không thấy bản sao lưu nào bên cạnh sổ; nếu có bản ở USB hay máy khác, hãy chọn bản ấy."


class Rescue(QWidget):
    """`opened(path, entrance, said)` is called once a whole store stands there again, with who opens it and what is
    told; `others` shows the page of stores."""

    def __init__(
        self,
        background: Background,
        damage: DamagedOffice,
        opened: Callable[[Path, Entrance | None, str], object],
        others: Callable[[], object],
    ) -> None:
        super().__init__()
        self._background, self._damage, self._opened = background, damage, opened
        self._path = damage.path
        found = rescue.copies(self._path)[:MOST]
        self._told = label(name="advice", wrap=True)
        self._use = button("Dùng bản đã sửa", self.use_repaired)
        for part in (self._told, self._use):
            part.hide()
        self._repaired: Repaired | None = None
        elsewhere = button("Chọn bản sao lưu ở nơi khác…", self.choose, "" if found else "main")
        buttons: list[Part] = [self._offer(copy, place == 0) for place, copy in enumerate(found)]
        none = [] if found else [label(NO_COPY, "quiet", wrap=True)]
        repair = button("Sửa trên một bản sao", self.repair, tip="Lấy lại những gì còn đọc được")
        below: list[Part] = [*none, elsewhere, repair, self._told, self._use, button("Sổ khác…", others)]
        heading = label(f"Sổ “{self._path.name}” bị hỏng", "heading", wrap=True)
        self._lay_out([heading, label(MEANS, wrap=True), MARGIN, *buttons, *below])

    def _lay_out(self, parts: list[Part]) -> None:
        middle = QWidget()
        middle.setFixedWidth(scaled(WIDTH))
        middle.setLayout(column(*parts))
        self.setLayout(column(None, row(None, middle, None), None, None, margin=MARGIN))

    def _offer(self, copy: Copy, newest: bool) -> QWidget:
        held = f"{grouped(copy.facts.members)} người, {grouped(copy.facts.marks)} lượt điểm danh"
        caption = f"Phục hồi bản sao lưu lúc {moment(copy.facts.made_at)} ({held})"
        return button(caption, lambda: self.restore(copy.path), "main" if newest else "", str(copy.path))

    def choose(self) -> None:
        """A backup from a stick or another computer."""
        path = ask.choose_file_open(self, "Chọn bản sao lưu để phục hồi", words.BACKUP_FILES)
        if path is not None:
            self.restore(path)

    def restore(self, path: Path) -> None:
        """Put a backup in the place of the damaged store, which is kept aside, and open it."""
        given = key_or_ask(self, None, path)
        if given is None:
            return
        former = self._damage.key
        self._background.run(
            "Phục hồi từ bản sao lưu",
            lambda progress: restore(path, self._path, progress, given.key, former),
            lambda result: self._opened(self._path, self._damage.entrance or given.entrance, restored(result)),
            None,
        )

    def repair(self) -> None:
        """Make a store of what can still be read, beside the damaged one."""
        self._background.run(
            "Sửa sổ trên một bản sao",
            lambda progress: rescue.repair(self._path, progress, self._damage.key),
            self._tell,
            None,
        )

    def _tell(self, made: Repaired) -> None:
        self._repaired = made
        self._told.setText(
            f"Đọc lại được {grouped(made.members)} người, {grouped(made.rounds)} đợt, {grouped(made.marks)} lượt điểm "
            f"danh, {grouped(made.essays)} bài thu hoạch. Hãy so với bản sao lưu rồi chọn: bản nào đủ hơn thì dùng."
        )
        for part in (self._told, self._use):
            part.show()

    def use_repaired(self) -> None:
        """Put the repaired store in the place of the damaged one and open it."""
        made = self._repaired
        if made is None:
            return
        key, said = self._damage.key, f"Đã dùng bản đã sửa: {grouped(made.members)} người."
        self._background.run(
            "Dùng bản đã sửa",
            lambda progress: rescue.take(made.path, self._path, key),
            lambda _: self._opened(self._path, self._damage.entrance, said),
            None,
        )
