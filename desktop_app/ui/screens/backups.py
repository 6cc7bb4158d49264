"""Backups of the store: made, checked, put back. What a backup holds is shown in place before anything is replaced."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.services import access, backup_rota, backup_shelf, backup_trial, backups
from desktop_app.services.access import Right
from desktop_app.services.backup_removal import Removed, exposed, removable, remove, remove_exposed
from desktop_app.services.backup_shelf import Shelved, Since
from desktop_app.services.backups import SUFFIX, BackupFacts
from desktop_app.services.passwords import Entrance
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk, WhileClosed
from desktop_app.ui.facts import spoken
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens import backup_words as said
from desktop_app.ui.screens.backup_away import Key, free_target, key_or_ask, lock_for, stick
from desktop_app.ui.screens.backup_facts import FactsTable, size_of
from desktop_app.ui.screens.backup_list import BackupList
from desktop_app.ui.screens.handover_page import HandoverPage
from desktop_app.ui.settings import remember, remembered_text

FOLDER = "backups/folder"
REPLACE_OPEN = "Sao lưu có mật khẩu rồi xóa các bản không mật khẩu…"


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
        self.list = BackupList(self, self.check_file, self.compare, self.remove)
        self._found = QWidget()
        self.tools.addStretch(1)
        change = button("Đổi thư mục…", self.choose_folder, "link", "Nơi chương trình tự sao lưu vào")
        self.guard(Right.WRITE, change)
        folder = row(self._folder, change)
        folder.setStretch(0, 1)
        self._exposed = label(name="advice", wrap=True)
        self._replace = button(REPLACE_OPEN, self.remove_exposed)
        self.guard(Right.ADMINISTRATE, self._replace)
        by_hand = label(said.by_hand(self.store), "quiet", wrap=True)
        self._told = QWidget()
        warned = (self._exposed, row(self._replace, None))
        self._told.setLayout(column(self._last, self._advice, *warned, self._trial, self._where, folder, by_hand))
        self.body.addWidget(self._told)
        self.body.addWidget(self.list)
        self.body.addWidget(self._found)
        self.body.addStretch(0)
        self.body.setStretchFactor(self.list, 1)
        self._found.hide()

    def gestures(self) -> Sequence[Action]:
        away = lambda: self.list.press("Del")  # noqa: E731
        return (
            Action(caption="Sao lưu ngay…", run=self.back_up, keys="Ctrl+S", main=True, right=Right.WHOLE),
            Action(caption="Sao lưu ra USB…", run=self.back_up_away, right=Right.WHOLE),
            Action(caption="Kiểm tra bản sao lưu…", run=self.check),
            Action(caption="Phục hồi…", run=self.choose_restore, tip="Từ một tệp ở nơi khác", right=Right.ADMINISTRATE),
            Action(caption="Phục hồi thử", run=self.try_out, tip="Mở thử bản sao lưu mới nhất, sổ đang mở giữ nguyên"),
            Action(caption="Bàn giao…", run=self.hand_over, right=Right.WHOLE),
            Action(caption="Xóa bản sao lưu…", run=away, keys="Del", button=False, right=Right.ADMINISTRATE),
        )

    def load(self) -> None:
        last, today = backups.last_backup(self.store), date.today()
        self._last.setText(f"Sao lưu gần nhất: {spoken(last, today)}")
        advice = (said.reminder(backups.last_away(self.store), today), said.gone(self.store))
        tell(self._advice, " ".join(filter(None, advice)))
        tell(self._trial, said.tried(self.store, today))
        self._where.setText(f"Sổ đang mở: {self.store.path or 'sổ tạm trong bộ nhớ'}.{said.last_copy(self.store)}")
        self._folder.setText(f"Chương trình tự sao lưu vào: {backup_rota.folder(self.store) or words.NONE}")
        self.list.load()
        tell(self._exposed, said.exposed_words(len(exposed(self.list.shelved))))
        self._replace.setVisible(bool(self._exposed.text()))

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
        if (place := stick(self)) is not None:
            self.write(free_target(place, self.store))

    def write(self, target: Path) -> None:
        """Write a backup there, with a password of its own where it goes onto a stick and the store has none."""
        given = lock_for(self, self.store, target)
        if given is None:
            return

        def done(facts: BackupFacts) -> None:
            self.show_facts(f"Đã sao lưu vào {target} ({size_of(target)})", (("Bản sao lưu", facts),))
            self.desk.said.emit(said.TAKE_OUT if given.away else f"Đã sao lưu và kiểm tra xong: {target.name}.", False)

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
        if (path := self.chosen("Chọn bản sao lưu để kiểm tra")) is not None:
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
            told = said.tried(self.store, date.today()) if trial else "Chưa có bản sao lưu nào để thử."
            self.desk.said.emit(told, False)

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
        if (path := self.chosen("Chọn bản sao lưu để phục hồi")) is not None:
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
        self.say(said.since_words(later), "advice" if later.count else "quiet")
        if lock := said.lock_words(self.store.key, key.key):
            self.say(lock, "advice")
        self.say(said.KEPT_ASIDE, "")
        restore = button("Phục hồi bản này", lambda: self.restore(path, key, found), "main")
        self.guard(Right.ADMINISTRATE, restore)
        self._found_box.addLayout(row(restore, button(words.CANCEL, self.clear), None))
        restore.setFocus()

    def restore(self, path: Path, key: Key, found: BackupFacts) -> None:
        """Ask once more, then let the window close the store, exchange its file and open it again."""
        question = said.replacing(found, said.lock_words(self.store.key, key.key))
        if self.store.path is None or not ask.confirm(self, question, "Phục hồi", lasting=True):
            return
        into, former = self.store.path, self.store.key
        today = Entrance(key=former, holder=access.holder(self.store)) if former else key.entrance
        self.desk.closing_wanted.emit(
            WhileClosed(
                caption="Phục hồi từ bản sao lưu",
                work=lambda progress: backup_shelf.restore(path, into, progress, key.key, former),
                told=said.restored,
                back_to="backups",
                entrance=today,
            )
        )

    # --- taking away

    def remove(self, rows: Sequence[Shelved]) -> None:
        """Take backups away for good, after a question: undo does not reach them."""
        found = removable(self.store, rows)
        question, lines = said.removal(found, len(rows) - len(found))
        if ask.confirm_list(self, question, lines, f"Xóa {len(found)} bản sao lưu", lasting=True):
            self.perform(remove, found, done=said.removed)

    def remove_exposed(self) -> None:
        """All that was backed up before the store had a password, in one go, once a locked backup was tried out."""
        found = exposed(self.list.shelved)
        question, lines = said.removal(found, 0)
        if not ask.confirm_list(
            self, f"Sao lưu có mật khẩu, phục hồi thử, rồi: {question}", lines, "Sao lưu rồi xóa", lasting=True
        ):
            return

        def told(result: Removed) -> None:
            self.desk.said.emit(said.removed(result), False)

        self.desk.run("Thay các bản sao lưu không mật khẩu", remove_exposed, told, writes=True)

    # --- what is shown

    def step_back(self) -> bool:
        """From what is shown of a backup to the list."""
        shown = self._found.isVisibleTo(self)
        self.clear()
        return shown

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # left for another place, not only out of sight
            self.clear()

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


def tell(line: QLabel, sentence: str) -> None:
    """A sentence where there is one; else no room is taken."""
    line.setText(sentence)
    line.setVisible(bool(sentence))
