"""What the screen of backups says: when the next one is due, how the last test went, what a restore leaves out."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from db.crypto import DataKey
from desktop_app.domain.wording import grouped
from desktop_app.services import backup_rota, backup_trial, backups
from desktop_app.services.backup_removal import Removed
from desktop_app.services.backup_shelf import Shelved, Since
from desktop_app.services.backups import BackupFacts
from desktop_app.services.store import Store
from desktop_app.ui.facts import spoken
from desktop_app.ui.screens.backup_facts import moment

OLD_DAYS = 7
KEPT_ASIDE = (
    "Sổ hiện nay không mất: sổ được giữ lại thành một tệp riêng bên cạnh, tên có chữ “truoc” và ngày giờ phục hồi. "
    "Những gì ghi sau lúc sao lưu không có trong sổ phục hồi, nhưng vẫn xem được khi mở tệp ấy (Ctrl+O)."
)
BY_HAND = "Hãy sao lưu bằng nút ở trên: chép tay tệp sổ (.sht) khi chương trình đang mở có thể thiếu những gì vừa ghi."
BY_HAND_LOCKED = (
    f"{BY_HAND} Sổ có mật khẩu chỉ mở được khi tệp “{{name}}.keys” nằm bên cạnh; bản sao lưu thì có sẵn khóa bên trong."
)
TAKE_OUT = "Đã kiểm tra bản sao; có thể rút USB."
MADE_BEFORE = (
    "Bản này làm trước khi đặt mật khẩu. Phục hồi xong, sổ vẫn có mật khẩu, người dùng và mã khôi phục như hiện nay."
)
OTHER_LOCK = (
    "Bản này khóa bằng mật khẩu khác. Phục hồi xong, sổ dùng mật khẩu, người dùng và mã khôi phục hiện nay, "
    "không dùng mật khẩu của bản này."
)
GETS_LOCKED = "Bản này có mật khẩu. Phục hồi xong, muốn mở sổ phải gõ mật khẩu của bản này."
HELD = (("members", "người"), ("rounds", "đợt"), ("marks", "lượt điểm danh"), ("essays", "bài thu hoạch"))
GONE_WITH = "Không lấy lại được bằng “Hoàn tác”."


def reminder(last: str | None, today: date) -> str:
    """A sentence when it is time for another backup by hand; empty when there is no hurry."""
    if last is None:
        return "Sổ chưa được sao lưu lần nào ra ngoài máy này; hãy sao lưu ra ổ USB hoặc sang một máy khác."
    days = (today - datetime.fromisoformat(last).date()).days
    if days <= OLD_DAYS:
        return ""
    return f"Đã {days} ngày chưa sao lưu ra ngoài máy này; hãy sao lưu ra ổ USB hoặc sang một máy khác."


def gone(store: Store) -> str:
    """A sentence when the folder chosen for the program's own backups is not there now."""
    missing = backup_rota.missing_folder(store)
    return f"Không thấy thư mục sao lưu đã chọn ({missing}); tạm sao lưu vào bên cạnh sổ." if missing else ""


def tried(store: Store, today: date) -> str:
    """How the last restore test went; empty before the first."""
    trial = backup_trial.last(store)
    if trial is None:
        return ""
    made = backup_rota.made_at(trial.name)
    which = f"bản sao lưu lúc {made:%d/%m/%Y %H:%M}" if made else f"bản sao lưu {trial.name}"
    went = f"{which} ({trial.name}) {trial.fault}; hãy sao lưu lại" if trial.fault else f"{which} phục hồi được"
    return f"Phục hồi thử gần nhất: {spoken(trial.at, today)}, {went}."


def by_hand(store: Store) -> str:
    """Why nobody should copy the files of a store."""
    return BY_HAND_LOCKED.format(name=store.path.name) if store.path and store.key else BY_HAND


def last_copy(store: Store) -> str:
    """Where the clerk's own last backup went, which may be out of reach now; empty before the first."""
    known = backups.copies(store)
    return f" Lần sao lưu bằng tay gần nhất vào: {known[0]}." if known else ""


def lock_words(of_store: DataKey | None, of_backup: DataKey | None) -> str:
    """What becomes of passwords and users when a backup takes the place of the open store; empty = nothing new."""
    if of_store is None:
        return GETS_LOCKED if of_backup else ""
    if of_backup is None:
        return MADE_BEFORE
    return "" if of_backup.id == of_store.id else OTHER_LOCK


def replacing(found: BackupFacts, lock: str) -> str:
    """The question before a restore."""
    asked = f"Thay sổ đang mở bằng bản sao lưu lúc {moment(found.made_at)}? "
    return f"{asked}Những gì ghi sau lúc ấy chỉ còn trong tệp sổ cũ được giữ lại bên cạnh. {lock}".strip()


def exposed_words(count: int) -> str:
    """That backups of a locked store lie about unlocked; empty when there are none."""
    told = f"Có {count} bản sao lưu làm trước khi đặt mật khẩu: ai cầm được tệp đều đọc được cả sổ."
    return told if count else ""


def removed(result: Removed) -> str:
    """How many backups are gone, and which the disk held on to."""
    held = f" Chưa xóa được: {', '.join(result.held)}." if result.held else ""
    return f"Đã xóa {grouped(result.count)} bản sao lưu.{held}"


def removal(rows: Sequence[Shelved], left: int) -> tuple[str, list[str]]:
    """The question before backups go for good, and each of them in a line; `left` of the chosen stay."""
    stay = " Bản mới nhất và bản đã phục hồi thử được thì giữ lại." if left else ""
    question = f"Xóa hẳn {grouped(len(rows))} bản sao lưu? {GONE_WITH}{stay}"
    return question, [f"{moment(each.made_at)} – {each.path.name}" for each in rows]


def since_words(later: Since) -> str:
    """What would not be in the restored store."""
    if not later.count:
        return "Từ lúc sao lưu đến nay sổ không ghi thêm việc gì."
    newest = "; ".join(later.newest)
    more = "…" if later.count > len(later.newest) else "."
    return f"Từ lúc sao lưu, sổ hiện nay đã ghi thêm {grouped(later.count)} việc, gần nhất: {newest}{more}"


def restored(result: tuple[BackupFacts, Path | None]) -> str:
    """What restoring did, and where the former store is."""
    facts, aside = result
    kept = f" Sổ trước đó được giữ ở {aside}." if aside else ""
    held = ", ".join(f"{grouped(getattr(facts, key))} {name}" for key, name in HELD)
    return f"Đã phục hồi bản sao lưu lúc {moment(facts.made_at)}: {held}.{kept}"
