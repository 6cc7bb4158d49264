"""The keys of locked backups, and of the store one is put in the place of, from what is typed."""

from pathlib import Path

from db.crypto import DataKey
from desktop_app.commands.secret import present_password
from desktop_app.domain.refusal import Refusal
from desktop_app.services.access import WHOLE_STORE
from desktop_app.services.passwords import PasswordWanted, enter, enter_backup, is_locked


def key_of_backup(path: Path) -> DataKey | None:
    """The key of a backup, asked for only where it has one."""
    try:
        return enter_backup(path, None)
    except PasswordWanted:
        return enter_backup(path, present_password())


def key_of_store(path: Path) -> DataKey | None:
    """The key of the store at a path where the same password opens it; whoever restores may well have forgotten it."""
    if not is_locked(path):
        return None
    try:
        found = enter(path, present_password())
    except Refusal:
        return None
    if found.holder.cells:
        raise Refusal(WHOLE_STORE)
    return found.key
