"""Backups taken away by the clerk: which may go, and those made before the store had a password. Not the rota.

The newest of the store's own and the one last tried out with success always stay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import settings
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_rota, backup_trial
from desktop_app.services.access import require_administrator
from desktop_app.services.backup_shelf import Shelved, shelf
from desktop_app.services.progress import Progress, quiet

STAYS = "Bản sao lưu mới nhất và bản đã phục hồi thử được luôn được giữ lại; hãy chọn những bản khác."
UNPROVEN = "Bản sao lưu có mật khẩu {fault} nên chưa xóa bản nào; hãy sao lưu lại ra ổ đĩa khác."
NOT_MADE = "Chưa có bản sao lưu có mật khẩu nào mở được nên chưa xóa bản nào; hãy sao lưu rồi làm lại."


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """How many files are gone, and the names of those the disk would not let go."""

    count: int
    held: Sequence[str]


def staying(store: Store) -> set[Path]:
    """The files nobody takes away by hand."""
    where = backup_rota.folder(store)
    found = backup_rota.kept(where, store.path.stem) if where and store.path else []
    trial = backup_trial.last(store)
    proven = settings.store_property(store, backup_rota.TRIED) if trial and not trial.fault else None
    return {each.path for place, each in enumerate(found) if place == 0 or each.path.name == proven}


def removable(store: Store, chosen: Iterable[Shelved]) -> list[Shelved]:
    """Those of the chosen that may go. Refuses whoever is no administrator, and where none of them may."""
    require_administrator(store)
    stay = staying(store)
    found = [each for each in chosen if each.path not in stay]
    if not found:
        raise Refusal(STAYS)
    return found


def remove(store: Store, chosen: Iterable[Shelved]) -> Removed:
    """Take away the files of those that may go."""
    held, found = [], removable(store, chosen)
    for each in found:
        try:
            each.path.unlink(missing_ok=True)
        except OSError:
            held.append(each.path.name)
    return Removed(count=len(found) - len(held), held=held)


def exposed(rows: Iterable[Shelved]) -> list[Shelved]:
    """Those anybody may read, though the store is locked."""
    return [each for each in rows if each.exposed]


def remove_exposed(store: Store, progress: Progress = quiet) -> Removed:
    """Take away what was backed up before the store had a password, once a locked backup was made and tried out."""
    require_administrator(store)
    backup_rota.keep_safe(store, Reason.TIMED, progress)
    trial = backup_trial.try_out(store, progress)
    if trial is not None and trial.fault:
        raise Refusal(UNPROVEN.format(fault=trial.fault))
    newest = backup_trial.newest(store)
    if newest is None or backup_rota.open_to_all(store, newest.path):
        raise Refusal(NOT_MADE)
    return remove(store, exposed(shelf(store)))
