"""Backups of the store: made, checked, put back. What a backup holds is shown in place before anything is replaced."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.services import backups
from desktop_app.services.backups import SUFFIX, BackupFacts
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk, WhileClosed
from desktop_app.ui.facts import spoken
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.backup_facts import FactsTable, moment, size_of
from desktop_app.ui.settings import remember, remembered_text

FOLDER = "backups/folder"
OLD_DAYS = 7
KEPT_ASIDE = (
    "Sổ hiện nay không mất: sổ được giữ lại thành một tệp riêng bên cạnh, tên có chữ “truoc” và ngày giờ phục hồi. "
    "Những gì ghi sau lúc sao lưu không có trong sổ phục hồi, nhưng vẫn xem được khi mở tệp ấy (Ctrl+O)."
)
BY_HAND = "Hãy sao lưu bằng nút ở trên: chép tay tệp sổ (.sht) khi chương trình đang mở có thể thiếu những gì vừa ghi."


class BackupsScreen(Screen):
    """When the store was last backed up, and the three things that can be done about it."""

    title = "Sao lưu"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._last = label(name="subheading")
        self._advice = label(name="advice", wrap=True)
        self._where = label(name="quiet", wrap=True)
        self._found = QWidget()
        self._found_box = column()
        self._found.setLayout(self._found_box)
        self.tools.addStretch(1)
        for part in (self._last, self._advice, self._where, label(BY_HAND, "quiet", wrap=True), self._found):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Sao lưu ngay…", run=self.back_up, keys="Ctrl+S", main=True),
            Action(caption="Kiểm tra bản sao lưu…", run=self.check),
            Action(caption="Phục hồi…", run=self.choose_restore),
        )

    def load(self) -> None:
        last = backups.last_backup(self.store)
        self._last.setText(f"Sao lưu gần nhất: {spoken(last, date.today())}")
        self._advice.setText(reminder(last, date.today()))
        self._advice.setVisible(bool(self._advice.text()))
        self._where.setText(f"Sổ đang mở: {self.store.path or 'sổ tạm trong bộ nhớ'}")

    # --- making

    def back_up(self) -> None:
        """Ask where, and write a proven backup beside the window."""
        target = ask.choose_file_save(self, "Sao lưu vào tệp", words.BACKUP_FILES, self.suggested())
        if target is None:
            return
        target = target if target.name.endswith(SUFFIX) else target.with_name(target.name + SUFFIX)
        remember(FOLDER, str(target.parent))

        def done(facts: BackupFacts) -> None:
            self.show_facts(f"Đã sao lưu vào {target} ({size_of(target)})", (("Bản sao lưu", facts),))
            self.desk.said.emit(f"Đã sao lưu và kiểm tra xong: {target.name}.", False)

        self.desk.run("Sao lưu", lambda store, told: backups.back_up(store, target, told), done, writes=True)

    def suggested(self) -> Path:
        """The last folder a backup went to, and a name with today's date."""
        stem = self.store.path.stem if self.store.path else "so-hoc-tap"
        folder = Path(remembered_text(FOLDER) or Path.home())
        return (folder if folder.is_dir() else Path.home()) / f"{stem}-{date.today().isoformat()}{SUFFIX}"

    # --- checking

    def check(self) -> None:
        """Choose a backup and prove it whole."""
        path = self.chosen("Chọn bản sao lưu để kiểm tra")
        if path is None:
            return

        def done(facts: BackupFacts) -> None:
            self.show_facts(f"Bản sao lưu nguyên vẹn: {path} ({size_of(path)})", (("Bản sao lưu", facts),))

        self.desk.run("Kiểm tra bản sao lưu", lambda store, told: backups.verify(path, told), done)

    def chosen(self, title: str) -> Path | None:
        folder = Path(remembered_text(FOLDER))
        path = ask.choose_file_open(self, title, words.BACKUP_FILES, folder if folder.is_dir() else None)
        if path is not None:
            remember(FOLDER, str(path.parent))
            self.clear()
        return path

    # --- putting back

    def choose_restore(self) -> None:
        """Choose a backup, prove it, and show it beside the open store."""
        path = self.chosen("Chọn bản sao lưu để phục hồi")
        if path is None:
            return

        def compare(store: Store, progress: Progress) -> tuple[BackupFacts, BackupFacts]:
            return backups.verify(path, progress), backups.present(store)

        self.desk.run("Kiểm tra bản sao lưu", compare, lambda found: self.offer(path, *found))

    def offer(self, path: Path, found: BackupFacts, now: BackupFacts) -> None:
        """Show what restoring would put in place of what, with the button that does it."""
        self.show_facts(f"Phục hồi từ {path} ({size_of(path)})", (("Bản sao lưu", found), ("Sổ hiện nay", now)))
        if found.practice is not now.practice:
            self._found_box.addWidget(label(backups.MIXED, "problem", wrap=True))
            return
        if found.office != now.office:
            other = f"Bản sao lưu này là của {found.office}, khác văn phòng đang mở; hãy xem có đúng tệp không."
            self._found_box.addWidget(label(other, "advice", wrap=True))
        self._found_box.addWidget(label(KEPT_ASIDE, wrap=True))
        restore = button("Phục hồi bản này", lambda: self.restore(path, found), "main")
        self._found_box.addLayout(row(restore, button(words.CANCEL, self.clear), None))
        restore.setFocus()

    def restore(self, path: Path, found: BackupFacts) -> None:
        """Ask once more, then let the window close the store, exchange its file and open it again."""
        question = (
            f"Thay sổ đang mở bằng bản sao lưu lúc {moment(found.made_at)}? "
            "Những gì ghi sau lúc ấy chỉ còn trong tệp sổ cũ được giữ lại bên cạnh."
        )
        if self.store.path is None or not ask.confirm(self, question, "Phục hồi"):
            return
        into = self.store.path
        self.desk.closing_wanted.emit(
            WhileClosed(
                caption="Phục hồi từ bản sao lưu",
                work=lambda progress: backups.restore(path, into, progress),
                told=restored,
                back_to="backups",
            )
        )

    # --- what is shown

    def show_facts(self, heading: str, columns: Sequence[tuple[str, BackupFacts]]) -> None:
        self.clear()
        self._found_box.addSpacing(16)
        self._found_box.addWidget(label(heading, "subheading", wrap=True))
        self._found_box.addWidget(FactsTable(columns))

    def clear(self) -> None:
        """Take away what was shown of a backup."""
        fresh = QWidget()
        self._found_box = column()
        fresh.setLayout(self._found_box)
        self.body.replaceWidget(self._found, fresh)
        self._found.deleteLater()
        self._found.hide()
        self._found = fresh


def reminder(last: str | None, today: date) -> str:
    """A sentence when it is time for another backup; empty when there is no hurry."""
    if last is None:
        return "Sổ chưa được sao lưu lần nào; hãy sao lưu ra ổ USB hoặc sang một máy khác."
    days = (today - datetime.fromisoformat(last).date()).days
    if days <= OLD_DAYS:
        return ""
    return f"Đã {days} ngày chưa sao lưu; hãy sao lưu ra ổ USB hoặc sang một máy khác."


def restored(result: tuple[BackupFacts, Path | None]) -> str:
    """What restoring did, and where the former store is."""
    facts, aside = result
    kept = f" Sổ trước đó được giữ ở {aside}." if aside else ""
    return f"Đã phục hồi sổ theo bản sao lưu lúc {moment(facts.made_at)}.{kept}"
