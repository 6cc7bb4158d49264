"""Backups of the store: made, checked, put back. What a backup holds is shown in place before anything is replaced."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.services import access, backup_rota, backup_shelf, backup_trial, backups
from desktop_app.services.backup_shelf import Since
from desktop_app.services.backups import SUFFIX, BackupFacts
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk, WhileClosed
from desktop_app.ui.facts import spoken
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.backup_away import Key, free_target, key_or_ask, lock_for, stick
from desktop_app.ui.screens.backup_facts import FactsTable, moment, size_of
from desktop_app.ui.screens.backup_list import BackupList
from desktop_app.ui.screens.backup_words import gone, reminder, restored, since_words, tried
from desktop_app.ui.screens.handover_page import HandoverPage
from desktop_app.ui.settings import remember, remembered_text

FOLDER = "backups/folder"
KEPT_ASIDE = (
    "Sổ hiện nay không mất: sổ được giữ lại thành một tệp riêng bên cạnh, tên có chữ “truoc” và ngày giờ phục hồi. "
    "Những gì ghi sau lúc sao lưu không có trong sổ phục hồi, nhưng vẫn xem được khi mở tệp ấy (Ctrl+O)."
)
BY_HAND = "Hãy sao lưu bằng nút ở trên: chép tay tệp sổ (.sht) khi chương trình đang mở có thể thiếu những gì vừa ghi."
TAKE_OUT = "Đã kiểm tra bản sao; có thể rút USB."


class BackupsScreen(Screen):
    """When the store was last backed up, what the program keeps by itself, and what can be done about it."""

    title = "Sao lưu"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._last = label(name="subheading")
        self._advice = label(name="advice", wrap=True)
        self._trial = label(name="quiet", wrap=True)
        self._where = label(name="quiet", wrap=True)
        self._folder = label(name="quiet", wrap=True)
        self.list = BackupList(self, self.check_file, self.compare)
        self._found = QWidget()
        self.tools.addStretch(1)
        change = button("Đổi thư mục…", self.choose_folder, "link", "Nơi chương trình tự sao lưu vào")
        folder = row(self._folder, change)
        folder.setStretch(0, 1)
        by_hand = label(BY_HAND, "quiet", wrap=True)
        self._told = QWidget()
        self._told.setLayout(column(self._last, self._advice, self._trial, self._where, folder, by_hand))
        self.body.addWidget(self._told)
        self.body.addWidget(self.list)
        self.body.addWidget(self._found)
        self.body.addStretch(0)
        self.body.setStretchFactor(self.list, 1)
        self._found.hide()

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Sao lưu ngay…", run=self.back_up, keys="Ctrl+S", main=True),
            Action(caption="Sao lưu ra USB…", run=self.back_up_away),
            Action(caption="Kiểm tra bản sao lưu…", run=self.check),
            Action(caption="Phục hồi…", run=self.choose_restore, tip="Từ một tệp ở nơi khác"),
            Action(caption="Phục hồi thử", run=self.try_out, tip="Mở thử bản sao lưu mới nhất, sổ đang mở giữ nguyên"),
            Action(caption="Bàn giao…", run=self.hand_over),
        )

    def load(self) -> None:
        last, today = backups.last_backup(self.store), date.today()
        self._last.setText(f"Sao lưu gần nhất: {spoken(last, today)}")
        self._advice.setText(
            " ".join(filter(None, (reminder(backups.last_by_hand(self.store), today), gone(self.store))))
        )
        self._advice.setVisible(bool(self._advice.text()))
        self._trial.setText(tried(self.store, today))
        self._trial.setVisible(bool(self._trial.text()))
        self._where.setText(f"Sổ đang mở: {self.store.path or 'sổ tạm trong bộ nhớ'}")
        self._folder.setText(f"Chương trình tự sao lưu vào: {backup_rota.folder(self.store) or words.NONE}")
        self.list.load()

    def focus_start(self) -> None:
        self.list.focus_start()

    # --- making

    def back_up(self) -> None:
        """Ask where, and write a proven backup beside the window."""
        target = ask.choose_file_save(self, "Sao lưu vào tệp", words.BACKUP_FILES, self.suggested())
        if target is None:
            return
        target = target if target.name.endswith(SUFFIX) else target.with_name(target.name + SUFFIX)
        remember(FOLDER, str(target.parent))
        self.write(target)

    def back_up_away(self) -> None:
        """Onto the stick that is plugged in, under a name no other backup has."""
        place = stick(self)
        if place is not None:
            self.write(free_target(place, self.store))

    def write(self, target: Path) -> None:
        """Write a backup there, with a password of its own where it goes onto a stick and the store has none."""
        given = lock_for(self, self.store, target)
        if given is None:
            return

        def done(facts: BackupFacts) -> None:
            self.show_facts(f"Đã sao lưu vào {target} ({size_of(target)})", (("Bản sao lưu", facts),))
            self.desk.said.emit(TAKE_OUT if given.away else f"Đã sao lưu và kiểm tra xong: {target.name}.", False)

        self.desk.run(
            "Sao lưu",
            lambda store, told: backups.back_up(store, target, told, lock=given.lock),
            done,
            writes=True,
        )

    def suggested(self) -> Path:
        """The last folder a backup went to, and a name with today's date."""
        stem = self.store.path.stem if self.store.path else "so-hoc-tap"
        folder = Path(remembered_text(FOLDER) or Path.home())
        return (folder if folder.is_dir() else Path.home()) / f"{stem}-{date.today().isoformat()}{SUFFIX}"

    def choose_folder(self) -> None:
        """Where the program's own backups are to go."""
        chosen = ask.choose_folder(self, "Chương trình tự sao lưu vào thư mục nào?", backup_rota.folder(self.store))
        if chosen is not None:
            self.perform(backup_rota.choose_folder, chosen, done=f"Từ nay tự sao lưu vào {chosen}.")

    def hand_over(self) -> None:
        self.desk.page_opened.emit(HandoverPage(self.desk))

    # --- checking

    def check(self) -> None:
        """Choose a backup and prove it whole."""
        path = self.chosen("Chọn bản sao lưu để kiểm tra")
        if path is not None:
            self.check_file(path)

    def check_file(self, path: Path) -> None:
        """Prove a backup whole."""
        self.clear()
        key = key_or_ask(self, self.store, path)
        if key is None:
            return

        def done(facts: BackupFacts) -> None:
            self.show_facts(f"Bản sao lưu nguyên vẹn: {path} ({size_of(path)})", (("Bản sao lưu", facts),))

        self.desk.run("Kiểm tra bản sao lưu", lambda store, told: backups.verify(path, told, key.key), done)

    def try_out(self) -> None:
        """The monthly restore test, now."""

        def done(trial: backup_trial.Trial | None) -> None:
            self.desk.said.emit(
                "Chưa có bản sao lưu nào để thử." if trial is None else tried(self.store, date.today()), False
            )

        self.desk.run("Phục hồi thử bản sao lưu", backup_trial.try_out, done, writes=True)

    def chosen(self, title: str) -> Path | None:
        folder = Path(remembered_text(FOLDER))
        path = ask.choose_file_open(self, title, words.BACKUP_FILES, folder if folder.is_dir() else None)
        if path is not None:
            remember(FOLDER, str(path.parent))
            self.clear()
        return path

    # --- putting back

    def choose_restore(self) -> None:
        """Choose a backup that lies elsewhere, prove it, and show it beside the open store."""
        path = self.chosen("Chọn bản sao lưu để phục hồi")
        if path is not None:
            self.compare(path)

    def compare(self, path: Path) -> None:
        """Prove a backup, and show it beside the open store."""
        self.clear()
        key = key_or_ask(self, self.store, path)
        if key is None:
            return

        def both(store: Store, progress: Progress) -> tuple[BackupFacts, BackupFacts, Since]:
            found = backups.verify(path, progress, key.key)
            return found, backups.present(store), backup_shelf.since(store, found.made_at)

        self.desk.run("Kiểm tra bản sao lưu", both, lambda told: self.offer(path, key, *told))

    def offer(self, path: Path, key: Key, found: BackupFacts, now: BackupFacts, later: Since) -> None:
        """Show what restoring would put in place of what, with the button that does it."""
        self.show_facts(f"Phục hồi từ {path} ({size_of(path)})", (("Bản sao lưu", found), ("Sổ hiện nay", now)))
        if found.practice is not now.practice:
            self.say(backups.MIXED, "problem")
            return
        if found.office != now.office:
            other = f"Bản sao lưu này là của {found.office}, khác văn phòng đang mở; hãy xem có đúng tệp không."
            self.say(other, "advice")
        self.say(since_words(later), "advice" if later.count else "quiet")
        self.say(KEPT_ASIDE, "")
        restore = button("Phục hồi bản này", lambda: self.restore(path, key, found), "main")
        self._found_box.addLayout(row(restore, button(words.CANCEL, self.clear), None))
        restore.setFocus()

    def restore(self, path: Path, key: Key, found: BackupFacts) -> None:
        """Ask once more, then let the window close the store, exchange its file and open it again."""
        if not access.is_administrator(self.store):
            self.desk.refused.emit(access.NOT_ADMINISTRATOR)
            return
        question = (
            f"Thay sổ đang mở bằng bản sao lưu lúc {moment(found.made_at)}? "
            "Những gì ghi sau lúc ấy chỉ còn trong tệp sổ cũ được giữ lại bên cạnh."
        )
        if self.store.path is None or not ask.confirm(self, question, "Phục hồi", lasting=True):
            return
        into, former = self.store.path, self.store.key
        self.desk.closing_wanted.emit(
            WhileClosed(
                caption="Phục hồi từ bản sao lưu",
                work=lambda progress: backup_shelf.restore(path, into, progress, key.key, former),
                told=restored,
                back_to="backups",
            )
        )

    # --- what is shown

    def show_facts(self, heading: str, columns: Sequence[tuple[str, BackupFacts]]) -> None:
        """In the place of the list, until the clerk goes back to it."""
        self.clear()
        self.list.hide()
        self._told.hide()
        self._found.show()
        self._found_box.addLayout(row(button(f"‹ {words.BACK}", self.clear, "link"), None))
        self._found_box.addWidget(label(heading, "subheading", wrap=True))
        self._found_box.addWidget(FactsTable(columns))

    def say(self, sentence: str, look: str) -> None:
        self._found_box.addWidget(label(sentence, look, wrap=True))

    def clear(self) -> None:
        """Take away what was shown of a backup."""
        fresh = QWidget()
        self._found_box = column()
        fresh.setLayout(self._found_box)
        self.body.replaceWidget(self._found, fresh)
        self._found.deleteLater()
        self._found.hide()
        self._found = fresh
        fresh.hide()
        self.list.show()
        self._told.show()
