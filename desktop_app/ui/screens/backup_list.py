"""The backups the program has made by itself, the newest first: what is in each and why it was made."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from desktop_app.domain.rotation import Reason
from desktop_app.domain.wording import grouped, size_words
from desktop_app.domain.words import word
from desktop_app.services import backup_shelf
from desktop_app.services.access import Right
from desktop_app.services.backup_shelf import Shelved
from desktop_app.ui import words
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.backup_facts import moment
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column

UNREADABLE = "Không đọc được"


class BackupList(ListPane):
    """`check(path)`, `restore(path)` and `remove(rows)` are what the screen does with the chosen ones."""

    opening = Right.ADMINISTRATE
    name = "backups"
    heading = "Các bản sao lưu"
    empty = (
        "Chưa có bản sao lưu nào do chương trình tự làm. Chương trình sao lưu khi đóng cửa sổ, mỗi nửa giờ làm việc và "
        "trước những việc lớn như nhập danh sách, gộp người."
    )
    columns: Sequence[Column] = (
        Column(key="at", title="Lúc", value=lambda r: moment(r.made_at), width=136),
        Column(key="why", title="Vì sao", value=lambda r: why(r), width=208, tone=lambda r: tone(r)),
        Column(key="members", title="Người", value=lambda r: counted(r, "members"), width=72, figures=True),
        Column(key="marks", title="Điểm danh", value=lambda r: counted(r, "marks"), width=88, figures=True),
        Column(key="essays", title="Thu hoạch", value=lambda r: counted(r, "essays"), width=88, figures=True),
        Column(key="lock", title="Mật khẩu", value=lambda r: lock(r), width=112, tone=lambda r: lock_tone(r)),
        Column(key="size", title="Dung lượng", value=lambda r: size_words(r.size), width=88, figures=True),
        Column(key="file", title="Tệp", value=lambda r: where(r), width=320, least=160),
    )

    def __init__(
        self,
        page: Screen,
        check: Callable[[Path], None],
        restore: Callable[[Path], None],
        remove: Callable[[Sequence[Shelved]], None],
    ) -> None:
        self._check, self._restore, self._remove = check, restore, remove
        self.shelved: Sequence[Shelved] = ()
        super().__init__(page)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Phục hồi bản đang chọn…", run=self.restore, needs=Needs.ONE, right=Right.ADMINISTRATE),
            Action(caption="Kiểm tra bản đang chọn", run=self.check, needs=Needs.ONE),
            Action(caption="Xóa bản sao lưu…", run=self.remove, keys="Del", needs=Needs.SOME, right=Right.ADMINISTRATE),
        )

    def records(self) -> Iterable[Shelved]:
        self.shelved = backup_shelf.shelf(self.store)
        return self.shelved

    def counted(self, count: int) -> str:
        return f"{grouped(count)} bản" if count else ""

    def open(self, record_id: int) -> None:
        self.restore()

    def restore(self) -> None:
        """Show the chosen backup beside the store of today."""
        if (chosen := self.selected()) is not None:
            self._restore(chosen.path)

    def check(self) -> None:
        """Prove the chosen backup whole."""
        if (chosen := self.selected()) is not None:
            self._check(chosen.path)

    def remove(self) -> None:
        """Take the chosen ones away."""
        self._remove(self.table.records())


def lock(row: Shelved) -> str:
    """Whether a password opens it."""
    if row.facts is None:
        return words.NONE
    return "Có" if row.locked else "Không có"


def lock_tone(row: Shelved) -> Tone | None:
    return Tone.WARN if row.exposed else None


def where(row: Shelved) -> str:
    """The name of the file; of one made by hand, the whole way to it."""
    return str(row.path) if row.by_hand else row.path.name


def why(row: Shelved) -> str:
    """The reason in words; a backup of a newer program may give one not known here."""
    if row.facts is None:
        return UNREADABLE
    return word(Reason(row.facts.reason)) if row.facts.reason in set(Reason) else words.NONE


def tone(row: Shelved) -> Tone | None:
    return Tone.BAD if row.facts is None else None


def counted(row: Shelved, name: str) -> str:
    return words.NONE if row.facts is None else grouped(getattr(row.facts, name))
