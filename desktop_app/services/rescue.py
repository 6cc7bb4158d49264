"""A store that was found damaged: which backups may take its place, and a repaired copy where there is no better.

The damaged file itself stays as it is until the clerk has decided; then it is kept aside.
"""

from dataclasses import dataclass
from pathlib import Path

from db import putting_back
from db.backup import counts
from db.crypto import DataKey
from db.errors import BusyStore, NotAStore, StoreError
from db.files import discard, replace, sync_folder
from db.salvage import salvage
from db.store import open_store
from desktop_app.domain.refusal import Refusal
from desktop_app.services import backup_rota
from desktop_app.services.backup_shelf import glance
from desktop_app.services.backups import BackupFacts
from desktop_app.services.office import has_office
from desktop_app.services.progress import Progress, quiet

HOPELESS = "Không còn đọc được gì trong sổ “{name}” nên không sửa được; hãy phục hồi từ bản sao lưu."
BUSY = "Sổ đang mở ở cửa sổ khác; hãy đóng chương trình ấy rồi làm lại."


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A store made of what could be read: where it is, how much is in it."""

    path: Path
    members: int
    rounds: int
    marks: int
    essays: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A backup of the damaged store, and what it says of itself."""

    path: Path
    facts: BackupFacts


def copies(path: Path, elsewhere: Path | None = None) -> list[Copy]:
    """The backups of a store that cannot be asked, the newest first: those beside it and those in another folder."""
    folders = [each for each in (elsewhere, backup_rota.beside(path)) if each is not None]
    kept = {each.path: each for where in folders for each in backup_rota.kept(where, path.stem)}
    newest = sorted(kept.values(), key=lambda each: -each.number)
    return [Copy(path=each.path, facts=facts) for each in newest if (facts := glance(each.path))]


def repair(path: Path, progress: Progress = quiet, key: DataKey | None = None) -> Repaired:
    """Write what can be read of a damaged store into a new one beside it. Refuses where no office is left in it.

    Under its name the new one is whole: it is written under another and renamed at the end.
    """
    target = path.with_name(f"{path.stem}-da-sua{path.suffix}")
    part = target.with_name(target.name + ".moi")
    try:
        part.unlink(missing_ok=True)
        salvage(path, part, key, progress)
        held = held_in(part, key, path.name)
        replace(part, target)
        sync_folder(target.parent)
    except NotAStore:
        raise Refusal(HOPELESS.format(name=path.name)) from None
    except (StoreError, OSError):
        raise Refusal("Không ghi được bản sửa; hãy kiểm tra ổ đĩa còn chỗ rồi làm lại.") from None
    finally:
        discard(part)
    return Repaired(path=target, **held)


def held_in(repaired: Path, key: DataKey | None, name: str) -> dict[str, int]:
    """How much is in a repaired store. Refuses one without an office."""
    store = open_store(repaired, key=key)
    try:
        if not has_office(store):
            raise Refusal(HOPELESS.format(name=name))
        return counts(store)
    finally:
        store.close()


def take(repaired: Path, into: Path, key: DataKey | None = None) -> Path | None:
    """Put a repaired store in the place of the damaged one; where that is kept."""
    try:
        return putting_back.put_back(repaired, into, None, key)
    except BusyStore:
        raise Refusal(BUSY) from None
    except OSError:
        raise Refusal(f"Không ghi được vào “{into.parent}”; hãy kiểm tra ổ đĩa rồi làm lại.") from None
