"""A store brought from a stick, a network or a synchronised folder to this computer's own disk."""

from pathlib import Path

from db import key_slots
from db.backup import digest
from db.crypto import DataKey
from db.errors import BusyStore, StoreError
from db.files import copy_file, free_name, replace
from db.putting_back import settle
from db.store import open_store
from desktop_app.domain.refusal import Refusal
from desktop_app.services.progress import Progress, quiet

MOVED = "-da-chuyen"


def bring_home(path: Path, folder: Path, progress: Progress = quiet, key: DataKey | None = None) -> Path:
    """Copy a closed store into a folder of this computer, prove the copy, and rename the old one; where it is now.

    Refuses where that cannot be done; the store then stays where it was.
    """
    target = free_name(folder / path.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        settle(path, key)
        progress(1, 3)
        copied(path, target, key)
        progress(2, 3)
        retire(path)
    except BusyStore:
        raise Refusal("Sổ đang mở ở cửa sổ khác nên chưa chuyển được; hãy đóng cửa sổ ấy rồi làm lại.") from None
    except (OSError, StoreError):
        remove(target)
        raise Refusal(
            f"Chưa chuyển được sổ vào “{folder}”; hãy kiểm tra ổ đĩa còn chỗ. Sổ vẫn ở chỗ cũ, nguyên vẹn."
        ) from None
    progress(3, 3)
    return target


def copied(path: Path, target: Path, key: DataKey | None) -> None:
    """The store and its key slots under the new name, byte for byte, opened once."""
    if (slots := key_slots.beside(path)).is_file():
        copy_file(slots, key_slots.beside(target))
    copy_file(path, target)
    if digest(path) != digest(target):
        raise OSError("the copy differs")
    open_store(target, key=key).close()


def retire(path: Path) -> None:
    """Give the old file a name that says it was moved, so that nobody works on in it; left where it may not be."""
    old = free_name(path.with_name(f"{path.stem}{MOVED}{path.suffix}"))
    try:
        if (slots := key_slots.beside(path)).is_file():
            replace(slots, key_slots.beside(old))
        replace(path, old)
    except OSError:
        return


def remove(target: Path) -> None:
    target.unlink(missing_ok=True)
    key_slots.beside(target).unlink(missing_ok=True)
