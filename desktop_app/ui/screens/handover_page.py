"""The handover of the register to another person or machine: what is done in order, and the folder that goes along."""

from collections.abc import Sequence
from pathlib import Path

from db.keys import tidy
from desktop_app.services.access import Right
from desktop_app.services.backups import SUFFIX
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.fields import TextField
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.backup_away import lock_for

SAID = (
    "Bộ bàn giao là một thư mục gồm bản sao lưu cả sổ (đã kiểm tra), biên bản bàn giao để hai bên ký và hướng dẫn cho "
    "người nhận. Sổ đang mở giữ nguyên."
)
PARTIES = (
    TextField(key="giver", label="Bên giao", hint="họ tên; để trống thì viết tay", half=True),
    TextField(key="giver_position", label="Chức vụ bên giao", half=True),
    TextField(key="receiver", label="Bên nhận", hint="họ tên; để trống thì viết tay", half=True),
    TextField(key="receiver_position", label="Chức vụ bên nhận", half=True),
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
        self.form = FieldForm(PARTIES)
        named = (label("Hai bên trong biên bản", "subheading"), self.form)
        for part in (label(SAID, wrap=True), self._done, *named, label("Các việc khi bàn giao", "subheading")):
            self.body.addWidget(part)
        for number, line in enumerate(steps(name), 1):
            self.body.addWidget(label(f"{number}. {line}", wrap=True))
        self.body.addStretch(1)

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Ghi bộ bàn giao…", run=self.hand_over, keys="Ctrl+S", main=True, right=Right.WHOLE),)

    def hand_over(self) -> None:
        """Ask for a folder, and write everything into it beside the window."""
        from desktop_app.forms.documents.handover import Party
        from desktop_app.forms.handing_over import Package, hand_over

        typed = {key: tidy(text or "") for key, text in self.form.readable().items()}
        giver = Party(name=typed["giver"], position=typed["giver_position"])
        receiver = Party(name=typed["receiver"], position=typed["receiver_position"])
        into = ask.choose_folder(self, "Ghi bộ bàn giao vào thư mục hoặc USB nào?")
        given = lock_for(self, self.store, into) if into is not None else None
        if into is None or given is None:
            return

        def work(store: Store, progress: Progress) -> Package:
            return hand_over(store, into, progress, given.lock, (giver, receiver))

        self.desk.run("Ghi bộ bàn giao", work, lambda made: self.tell(made.folder, given.away), writes=True)

    def tell(self, folder: Path, away: bool) -> None:
        """Where the folder is, and whether a stick may be taken out."""
        self._done.setText(f"Đã ghi bộ bàn giao vào {folder}.{' Có thể rút USB.' if away else ''}")
        self._done.show()
