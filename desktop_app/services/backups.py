"""Backup files of the whole store: made, proven, put back."""

import errno
import json
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from db import backup, health, outputs, putting_back, settings
from db.crypto import DataKey
from db.errors import BusyStore, DamagedStore, FullDisk, LockedStore, NotAStore, StoreError
from db.files import discard, replace
from db.key_slots import Ring
from db.migrations import STEPS
from db.store import DatabaseError, Store, connect, now
from db.store_files import head, is_plain
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.paths import file_only
from desktop_app.services import places
from desktop_app.services.access import OFFICE, Right, require
from desktop_app.services.office import is_practice, office
from desktop_app.services.passwords import PasswordWanted
from desktop_app.services.progress import Progress, quiet

Lock = tuple[DataKey, Ring]
SUFFIX = ".sht-backup"
AWAY, HERE, BY_ITSELF = "backed_up_at", "backed_up_here_at", "backed_up_itself_at"
COPIES, COPIES_KNOWN = "backed_up_files", 30
DAMAGED = (
    "Sổ có chỗ bị hỏng nên không sao lưu, để các bản sao lưu tốt trước đó còn nguyên; "
    "hãy phục hồi bản sao lưu gần nhất hoặc sửa trên bản sao."
)
FOREIGN = "Tệp “{name}” không phải bản sao lưu của Sổ Học Tập; hãy chọn tệp do mục Sao lưu ghi ra (đuôi {ending})."
TORN = (
    "Tệp “{name}” không phải bản sao lưu nguyên vẹn, đã bị cắt cụt hoặc hỏng; "
    "hãy chép lại từ USB hoặc chọn bản sao lưu khác."
)
NOT_LOCKED = (
    "Không khóa được bản phục hồi bằng mật khẩu hiện nay nên chưa thay gì; hãy kiểm tra ổ đĩa còn chỗ rồi làm lại."
)
MIXED = "Không phục hồi sổ thực hành vào sổ thật hoặc ngược lại; hãy chọn bản sao lưu khác."


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFacts:
    """What a backup says of itself: when it was made, of which office, how much is in it, why. `size` in bytes."""

    made_at: str
    office: str
    practice: bool
    members: int
    rounds: int
    marks: int
    essays: int
    size: int
    reason: str = Reason.HAND


def facts_of(manifest: dict[str, object]) -> BackupFacts:
    """A manifest as facts; what newer manifests say beyond them is left out."""
    said = {name: manifest[name] for name in BackupFacts.__dataclass_fields__ if name != "reason"}
    return BackupFacts(**said, reason=str(manifest.get("reason", Reason.HAND)))  # type: ignore[arg-type]


def back_up(
    store: Store,
    target: Path,
    progress: Progress = quiet,
    reason: Reason = Reason.HAND,
    lock: Lock | None = None,
) -> BackupFacts:
    """Write a proven backup; an older file of that name is replaced only when the new one is whole.

    It is locked as the store is, or with the `lock` that `passwords.backup_lock` made.

    Refuses a store whose pages do not hold together: it must not take the place of a good backup.
    """
    if reason in (Reason.HAND, Reason.HANDOVER):
        require(store, Right.WHOLE)
    if store.path is not None and target.resolve() == store.path.resolve():
        raise Refusal("Tệp sao lưu không được trùng với tệp sổ đang mở; hãy chọn tên khác.")
    made_at = now()
    facts = {"made_at": made_at, "office": office(store).name, "practice": is_practice(store)}
    facts |= {"reason": reason.value}
    refuse_damage(store)
    try:
        manifest = backup.back_up(store, file_only(target), facts, progress, lock)
    except DamagedStore:
        raise Refusal("Bản sao không khớp với sổ nên đã bỏ; hãy sao lưu lại, nếu vẫn lỗi hãy kiểm tra ổ đĩa.") from None
    except BusyStore:
        raise Refusal("Sổ đang được ghi ở cửa sổ khác nên chưa sao lưu được; hãy đợi xong rồi sao lưu lại.") from None
    except (OSError, StoreError) as error:
        raise Refusal(not_written(target, error)) from None
    note_made(store, made_at, reason, target)
    return facts_of(manifest)


def refuse_damage(store: Store) -> None:
    """Refuse to copy a store whose pages do not hold together."""
    try:
        health.check_file_of(store)
    except (DamagedStore, NotAStore):
        raise Refusal(DAMAGED) from None
    except StoreError as error:
        raise Refusal(f"Chưa đọc được sổ để sao lưu; hãy kiểm tra ổ đĩa rồi làm lại ({store.path}).") from error


def not_written(target: Path, error: Exception) -> str:
    """Why a backup could not be written, and what to do."""
    if isinstance(error, FullDisk) or getattr(error, "errno", None) == errno.ENOSPC:
        return f"Ổ đĩa đã đầy nên chưa sao lưu được vào “{target.name}”; hãy dọn bớt tệp hoặc chọn ổ đĩa khác."
    return f"Không ghi được “{target.name}”; hãy kiểm tra ổ đĩa còn chỗ và được phép ghi."


def note_made(store: Store, made_at: str, reason: Reason, target: Path) -> None:
    """Let the store say when it was backed up: by itself, or by the clerk's own hand, and then where the file is."""
    if reason in (Reason.HAND, Reason.HANDOVER):
        known = [str(target.absolute()), *(each for each in copies(store) if each != str(target.absolute()))]
        noted = {AWAY if places.away(target, store.path) else HERE: made_at, COPIES: json.dumps(known[:COPIES_KNOWN])}
    else:
        noted = {BY_ITSELF: made_at}
    with store.atomic():
        settings.set_properties(store, noted)


def copies(store: Store) -> list[str]:
    """The files the clerk backed up to by hand, the newest first; some may be gone by now."""
    known: list[str] = json.loads(settings.store_property(store, COPIES) or "[]")
    return known


def last_backup(store: Store) -> str | None:
    """When the last backup was made, by hand or by itself (ISO, local), or None."""
    made = (settings.store_property(store, key) for key in (AWAY, HERE, BY_ITSELF))
    return max(filter(None, made), default=None)


def last_away(store: Store) -> str | None:
    """When the clerk last made a backup that does not lie on the disk of the store; or None."""
    return settings.store_property(store, AWAY)


def present(store: Store) -> BackupFacts:
    """The open store in the words of a backup, to be held beside one."""
    size = store.path.stat().st_size if store.path else 0
    of_office = {"made_at": now(), "office": office(store).name, "practice": is_practice(store), "size": size}
    return facts_of(of_office | backup.counts(store))


@contextmanager
def proven(path: Path, scratch: Path, progress: Progress, key: DataKey | None) -> Generator[BackupFacts]:
    """The facts of a backup proven whole, its store unpacked at `scratch` and removed again afterwards."""
    if not path.is_file():
        raise Refusal(f"Không có tệp sao lưu “{path.name}”; hãy kiểm tra lại đường dẫn.")
    try:
        manifest = backup.verify(path, scratch, progress, key)
        if set(manifest["steps"]) - STEPS.keys():
            raise Refusal(f"Bản sao lưu “{path.name}” do chương trình mới hơn ghi; hãy cập nhật chương trình trước.")
        yield facts_of(manifest)
    except LockedStore as error:
        raise PasswordWanted(f"Bản sao lưu “{path.name}” có mật khẩu; hãy gõ mật khẩu hoặc mã khôi phục.") from error
    except StoreError as error:
        if isinstance(error, BusyStore):
            raise
        said = TORN if backup.was_backup(path, SUFFIX) else FOREIGN
        raise Refusal(said.format(name=path.name, ending=SUFFIX)) from error
    except OSError:
        raise Refusal("Không ghi được tệp tạm khi kiểm tra; hãy kiểm tra ổ đĩa còn chỗ rồi làm lại.") from None
    finally:
        discard(scratch)


def verify(path: Path, progress: Progress = quiet, key: DataKey | None = None) -> BackupFacts:
    """Open a backup, check every page and count; what it holds. `key` is what `passwords.enter_backup` gave."""
    with tempfile.TemporaryDirectory() as folder, proven(path, Path(folder) / "so.sht", progress, key) as facts:
        return facts


def restore(
    path: Path, into: Path, progress: Progress = quiet, key: DataKey | None = None, former: DataKey | None = None
) -> tuple[BackupFacts, Path | None]:
    """Put a proven backup in the place of a store that is closed; its facts, and where the former store is kept.

    `key` opens the backup, `former` the store it replaces. Where that is locked, the restored store keeps its lock and
    the passwords of today, whatever the backup had; else it has those of its backup. A practice office is never
    restored over a real one, nor the other way round.
    """
    if path.resolve() == into.resolve():
        raise Refusal("Tệp sao lưu và tệp sổ là một; hãy chọn đúng tệp sao lưu.")
    fresh = into.with_name(into.name + ".moi")
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        if former is not None and former.id in putting_back.rings_beside(into):
            return restore_locked(path, into, progress, key, former)
        with proven(path, fresh, progress, key) as facts:
            known = refuse_mixing(facts, into, former)
            note_backup(fresh, facts, path, key, known)
            aside = putting_back.put_back(fresh, into, backup.lock_of(path), former)
        return facts, aside
    except BusyStore:
        raise Refusal("Sổ đang mở ở cửa sổ khác; hãy đóng chương trình rồi phục hồi lại.") from None


def restore_locked(
    path: Path, into: Path, progress: Progress, key: DataKey | None, today: DataKey
) -> tuple[BackupFacts, Path | None]:
    """Put a proven backup in the place of a locked store, under the lock of today.

    It is unpacked where the next opening wipes what it finds: a plain one must not lie about after a power cut.
    """
    fresh, unpacked = into.with_name(into.name + ".moi"), putting_back.former_of(into)
    putting_back.wipe_former(into)
    try:
        with proven(path, unpacked, progress, key) as facts:
            known = refuse_mixing(facts, into, today)
            note_backup(unpacked, facts, path, key, known)
            lock_again(unpacked, fresh, key, today)
            aside = putting_back.put_back(fresh, into, None, today)
            putting_back.wipe_former(into)
        return facts, aside
    finally:
        discard(fresh)


def lock_again(unpacked: Path, fresh: Path, key: DataKey | None, today: DataKey) -> None:
    """Move an unpacked store under the key of today, compared row by row where it has to be ciphered anew."""
    try:
        if head(unpacked)[:16] == today.id:
            replace(unpacked, fresh)
            return
        store = connect(unpacked, "", "delete", None if is_plain(head(unpacked)) else key)
        try:
            backup.copy_out(store, fresh, today, quiet)
        finally:
            store.close()
    except (OSError, StoreError, DatabaseError):
        raise Refusal(NOT_LOCKED) from None


def note_backup(path: Path, facts: BackupFacts, source: Path, key: DataKey | None, known: Sequence[str]) -> None:
    """Let an unpacked store say that it has a backup, the one it came from; `known`: files the former one knew."""
    store = connect(path, OFFICE, "delete", None if is_plain(head(path)) else key)
    try:
        with store.atomic():
            files = json.dumps(list(dict.fromkeys((*known, *copies(store))))[:COPIES_KNOWN])
            settings.set_properties(store, {AWAY if places.away(source, path) else HERE: facts.made_at, COPIES: files})
        outputs.note(
            store, "Phục hồi từ bản sao lưu", f"bản lập lúc {facts.made_at[11:16]} ngày {show_date(facts.made_at[:10])}"
        )
    finally:
        store.close()


def refuse_mixing(facts: BackupFacts, into: Path, former: DataKey | None) -> list[str]:
    """Refuse to exchange a real office for a practice one or the reverse; files the present one knew."""
    if not into.exists():
        return []
    try:
        present = connect(into, "", key=former)
        try:
            practice, known = is_practice(present), copies(present)
        finally:
            present.close()
    except (StoreError, DatabaseError):
        return []  # what stands there can no longer be read
    if practice is not facts.practice:
        raise Refusal(MIXED)
    return known
