"""What is asked before a backup goes onto a stick or is opened: which stick, and the password of its lock."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.crypto import DataKey
from db.files import free_name
from desktop_app.domain.refusal import Refusal
from desktop_app.services import passwords, places
from desktop_app.services.backups import SUFFIX, Lock
from desktop_app.services.passwords import Entrance, PasswordWanted
from desktop_app.services.store import Store
from desktop_app.ui import ask
from desktop_app.ui.fields import ChoiceField

NO_STICK = "Chưa thấy USB nào ghi được; hãy cắm USB rồi làm lại, hoặc bấm “Sao lưu ngay…” để chọn nơi khác."
NEW_PASSWORD = (
    "Bản sao lưu ra USB phải có mật khẩu, để USB thất lạc không ai đọc được. "
    "Hãy đặt mật khẩu ít nhất 8 chữ và ghi nhớ: quên mật khẩu này thì bản sao lưu ấy không mở được."
)
AGAIN = "Gõ lại mật khẩu ấy một lần nữa để chắc chắn."


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What opens a backup; None inside = it is not locked."""

    entrance: Entrance | None

    @property
    def key(self) -> DataKey | None:
        return self.entrance.key if self.entrance else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How a backup is to be locked; `lock` None = as the store is. `away`: it goes onto a stick."""

    lock: Lock | None
    away: bool


def stick(parent: QWidget) -> Path | None:
    """The stick to write to; None when there is none, which is told, or the clerk leaves."""
    found = places.sticks()
    if not found:
        ask.tell(parent, NO_STICK)
        return None
    if len(found) == 1:
        return found[0]
    options = [(str(each), str(each)) for each in found]
    field = ChoiceField(key="stick", label="USB", required=True, options=options)
    chosen = ask.ask_value(parent, "Sao lưu ra USB nào?", "Tiếp tục", field, options[0][0])
    return Path(chosen) if isinstance(chosen, str) else None


def free_target(place: Path, store: Store) -> Path:
    """A name no file there has: nothing on a stick is ever written over."""
    stem = store.path.stem if store.path else "so-hoc-tap"
    return free_name(place / f"{stem}-{datetime.now():%Y%m%d-%H%M%S}{SUFFIX}")


def lock_for(parent: QWidget, store: Store, target: Path) -> Given | None:
    """The lock of a backup about to be written; None when the clerk leaves."""
    away = places.kind(target) is places.Kind.REMOVABLE
    if not away or store.key is not None:
        return Given(lock=None, away=away)
    typed = new_password(parent)
    return None if typed is None else Given(lock=passwords.backup_lock(typed), away=True)


def new_password(parent: QWidget) -> str | None:
    """A password typed twice; None when the clerk leaves."""
    said = NEW_PASSWORD
    while True:
        first = ask.ask_secret(parent, said, "Tiếp tục")
        second = ask.ask_secret(parent, AGAIN, "Sao lưu") if first is not None else None
        if first is None or second is None:
            return None
        try:
            if first == second:
                return passwords.checked(first)
            said = "Hai lần gõ không giống nhau; hãy gõ lại mật khẩu."
        except Refusal as refusal:
            said = str(refusal)


def key_or_ask(parent: QWidget, store: Store | None, path: Path) -> Key | None:
    """The key of a backup: of the store that is open, or what a typed password gives; None when the clerk leaves."""
    said, typed = "", None
    while True:
        try:
            return Key(entrance=passwords.into_backup(path, typed, store))
        except PasswordWanted as wanted:
            said = str(wanted)
        except Refusal as refusal:
            said = str(refusal)
        typed = ask.ask_secret(parent, said, "Mở")
        if typed is None:
            return None
