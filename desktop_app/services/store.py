"""Opening and making the office's store: every way a file can be wrong gets its sentence here."""

from contextlib import suppress
from pathlib import Path

from db import outputs, putting_back, settings
from db import store as files
from db.crypto import DataKey
from db.errors import (
    BusyStore,
    DamagedKeys,
    DamagedStore,
    DiskFault,
    FullDisk,
    LockedStore,
    LostKeys,
    MissingStore,
    NewerStore,
    NotAStore,
    OldDriver,
    ReadOnlyStore,
    StoreError,
)
from db.files import discard, replace, sync_folder
from db.store import Store
from desktop_app import __version__
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services.access import Gate, limit
from desktop_app.services.office import OfficeDraft, checked, found, has_office
from desktop_app.services.passwords import Entrance, PasswordWanted

__all__ = ["Store", "create_office", "memory_office", "open_office", "sentence", "tell_damage"]

SENTENCES: dict[type[StoreError], str] = {
    MissingStore: "Không có tệp sổ “{name}”; hãy kiểm tra lại đường dẫn hoặc lập sổ mới.",
    NotAStore: "Tệp “{name}” không phải là sổ do Sổ Học Tập lập ra; hãy chọn tệp khác, tệp này vẫn giữ nguyên.",
    LockedStore: "Sổ “{name}” có mật khẩu; hãy gõ mật khẩu hoặc mã khôi phục để mở.",
    LostKeys: "Tệp “{name}” không phải là sổ do Sổ Học Tập lập ra; nếu là sổ có mật khẩu thì thiếu tệp khóa "
    "“{name}.keys”: hãy chép tệp ấy về bên cạnh sổ hoặc phục hồi từ bản sao lưu.",
    DamagedKeys: "Tệp khóa “{name}.keys” bị hỏng nên chưa mở được sổ; hãy phục hồi từ bản sao lưu, sổ vẫn giữ nguyên.",
    NewerStore: "Sổ “{name}” do chương trình mới hơn ghi; hãy cập nhật chương trình rồi mở lại, sổ vẫn giữ nguyên.",
    DamagedStore: "Sổ “{name}” bị hỏng; hãy giữ nguyên tệp này và phục hồi từ bản sao lưu gần nhất.",
    ReadOnlyStore: "Không ghi được vào “{name}”; hãy chép sổ vào ổ đĩa của máy, ở thư mục được phép ghi, rồi mở lại.",
    BusyStore: "Sổ “{name}” đang bận vì có cửa sổ hoặc chương trình khác đang ghi; hãy đợi một lát rồi làm lại.",
    FullDisk: "Ổ đĩa đã đầy nên chưa ghi được vào “{name}”; hãy dọn bớt tệp rồi làm lại, sổ vẫn nguyên như trước.",
    DiskFault: "Ổ đĩa báo lỗi khi đọc hoặc ghi “{name}”; hãy kiểm tra ổ đĩa rồi mở lại sổ.",
    OldDriver: "Thư viện dữ liệu của máy quá cũ; hãy cài lại chương trình từ bộ cài đầy đủ.",
}


class DamagedOffice(Refusal):
    """The store at `path` is torn; `entrance` opens what is left of it."""

    def __init__(self, sentence: str, path: Path, entrance: Entrance | None) -> None:
        super().__init__(sentence)
        self.path, self.entrance = path, entrance

    @property
    def key(self) -> DataKey | None:
        return self.entrance.key if self.entrance else None


def sentence(error: StoreError, path: Path) -> str:
    """What the clerk reads about a store that cannot be used."""
    return SENTENCES[type(error)].format(name=path.name)


def open_office(path: Path, user: str = "Văn phòng", entrance: Entrance | None = None) -> Store:
    """Open the office's store; a locked one with what `passwords.enter` gave. Errors: PasswordWanted, Refusal."""
    try:
        store = opened(path, user, entrance)
    except LockedStore as error:
        raise PasswordWanted(sentence(error, path)) from error
    except StoreError as error:
        if isinstance(error, DamagedStore) or (isinstance(error, NotAStore) and backed_up(path)):
            raise DamagedOffice(sentence(DamagedStore(), path), path, entrance) from error
        raise Refusal(sentence(error, path)) from error
    if not has_office(store):
        store.close()
        raise Refusal(f"Sổ “{path.name}” chưa được lập xong; hãy xóa tệp này rồi lập sổ mới.")
    return store


def backed_up(path: Path) -> bool:
    """Whether backups of a store of this name lie beside it: what cannot be read there was a store of ours once."""
    from desktop_app.services.backup_rota import beside, kept

    return bool(kept(beside(path), path.stem))


def opened(path: Path, user: str, entrance: Entrance | None) -> Store:
    """The store in the hands of whoever was let in."""
    if entrance is None:
        return files.open_store(path, user, before_steps=keep_older)
    holder = entrance.holder
    store = files.open_store(path, holder.name, entrance.key, Gate(holder), keep_older)
    with suppress(OSError):  # not now: it is tried at every opening
        putting_back.wipe_former(path)
    try:
        limit(store, holder.cells)
        if holder.recovered:
            outputs.note(store, "Mở sổ bằng mã khôi phục")
    except BaseException:
        store.close()
        raise
    return store


def keep_older(store: Store) -> None:
    """A proven backup of a store before its schema is brought up to date."""
    from desktop_app.services.backup_rota import keep_safe

    try:
        keep_safe(store, Reason.UPGRADE)
    except Refusal as refusal:
        raise Refusal(f"Sổ cần được nâng cấp nhưng chưa sao lưu trước được nên chưa mở. {refusal}") from refusal


def tell_damage(error: files.DatabaseError, path: Path) -> Refusal | None:
    """The sentence for a database error met in the middle of work, or None when it is a bug of ours."""
    known = files.told(error)
    return Refusal(sentence(known, path)) if isinstance(known, StoreError) else None


def create_office(path: Path, office: OfficeDraft, practice_today: str | None = None, user: str = "Văn phòng") -> Store:
    """Make a new store for an office; `practice_today` (ISO) makes it a practice office for good.

    It is made beside and renamed at the end: cut off anywhere, there is no file of that name or a whole office.
    """
    office = checked(office)
    if path.exists():
        raise Refusal(f"Đã có tệp “{path.name}”; hãy chọn tên khác để không ghi đè lên sổ đang có.")
    try:
        found_beside(path, office, practice_today)
        return files.open_store(path, user)
    except (OSError, StoreError, files.DatabaseError) as error:
        known = ReadOnlyStore() if isinstance(error, OSError) else files.told(error)
        if not isinstance(known, StoreError):
            raise
        raise Refusal(sentence(known, path)) from error


def found_beside(path: Path, office: OfficeDraft, practice_today: str | None) -> None:
    """Write a new office under a name of its own, in one file without a log, and give it the name it shall have."""
    fresh = path.with_name(path.name + ".moi")
    discard(fresh)
    try:
        store = files.create_store(fresh, journal_mode="delete")
        try:
            settle(store, office, practice_today)
        finally:
            store.close()
        replace(fresh, path)
        sync_folder(path.parent)
    finally:
        discard(fresh)
        discard(fresh.with_name(fresh.name + "-journal"))


def memory_office(office: OfficeDraft | None = None, practice_today: str | None = None) -> Store:
    """An office in memory, gone when closed."""
    store = files.memory_store()
    settle(store, office or OfficeDraft(name="Đảng ủy phường Đông Thọ", parent="Thành ủy Thanh Hóa"), practice_today)
    return store


def settle(store: Store, office: OfficeDraft, practice_today: str | None) -> None:
    """Write down whose store this is."""
    properties = {"made_by": __version__, "made_at": files.now()}
    if practice_today is not None:
        properties |= {"practice": "1", "today": practice_today}
    with store.atomic():
        settings.set_properties(store, properties)
        found(store, office)


def second(store: Store) -> Store:
    """Another connection to the same store, for a job in another thread."""
    return files.again(store)
