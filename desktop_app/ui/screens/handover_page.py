"""The handover of the register to another person or machine: what is done in order, and the folder that goes along."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.services.backups import SUFFIX
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.backup_away import lock_for

SAID = (
    "Bộ bàn giao là một thư mục gồm bản sao lưu cả sổ (đã kiểm tra), biên bản bàn giao để hai bên ký và hướng dẫn cho "
    "người nhận. Sổ đang mở giữ nguyên."
)


class HandoverPage(Screen):
    """The checklist, and the button that writes the folder."""

    title = "Bàn giao sổ"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        from desktop_app.forms.handing_over import steps

        name = f"{self.store.path.stem if self.store.path else 'so-hoc-tap'}{SUFFIX}"
        self._done = label(name="subheading", wrap=True)
        self._done.hide()
        for part in (label(SAID, wrap=True), self._done, label("Các việc khi bàn giao", "subheading")):
            self.body.addWidget(part)
        for number, line in enumerate(steps(name), 1):
            self.body.addWidget(label(f"{number}. {line}", wrap=True))
        self.body.addStretch(1)

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Ghi bộ bàn giao…", run=self.hand_over, keys="Ctrl+S", main=True),)

    def hand_over(self) -> None:
        """Ask for a folder, and write everything into it beside the window."""
        from desktop_app.forms.handing_over import Package, hand_over

        into = ask.choose_folder(self, "Ghi bộ bàn giao vào thư mục hoặc USB nào?")
        given = lock_for(self, self.store, into) if into is not None else None
        if into is None or given is None:
            return

        def work(store: Store, progress: Progress) -> Package:
            return hand_over(store, into, progress, given.lock)

        self.desk.run("Ghi bộ bàn giao", work, lambda made: self.tell(made.folder, given.away), writes=True)

    def tell(self, folder: Path, away: bool) -> None:
        """Where the folder is, and whether a stick may be taken out."""
        self._done.setText(f"Đã ghi bộ bàn giao vào {folder}.{' Có thể rút USB.' if away else ''}")
        self._done.show()
