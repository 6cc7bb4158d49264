"""What the screen of backups says: when the next one is due, how the last test went, what a restore leaves out."""

from datetime import date, datetime
from pathlib import Path

from desktop_app.domain.wording import grouped
from desktop_app.services import backup_rota, backup_trial
from desktop_app.services.backup_shelf import Since
from desktop_app.services.backups import BackupFacts
from desktop_app.services.store import Store
from desktop_app.ui.facts import spoken
from desktop_app.ui.screens.backup_facts import moment

OLD_DAYS = 7


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
    went = f"bản sao lưu {trial.name} {trial.fault}; hãy sao lưu lại" if trial.fault else "bản sao lưu phục hồi được"
    return f"Phục hồi thử gần nhất: {spoken(trial.at, today)}, {went}."


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
    return f"Đã phục hồi sổ theo bản sao lưu lúc {moment(facts.made_at)}.{kept}"
