"""What the bottom of the window says about the open store. Not a screen."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop_app.domain.dates import show_date
from desktop_app.services import access
from desktop_app.services.backups import last_backup
from desktop_app.services.office import is_practice, office, today
from desktop_app.services.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    office: str
    practice: bool
    lines: list[str]


def facts(store: Store) -> Facts:
    """Office, store file, last backup, user; and today where the practice office has its own."""
    name, practice = office(store).name, is_practice(store)
    lines = [
        name,
        store.path.name if store.path else "sổ tạm trong bộ nhớ",
        f"Sao lưu gần nhất: {spoken(last_backup(store), date.today())}",
        f"Người dùng: {store.user}{'' if access.may_write(store) else ' (chỉ xem)'}",
    ]
    if scope := access.cell_names(store):
        lines.insert(0, f"Chỉ chi bộ: {', '.join(scope)}")
    if practice:
        lines.append(f"Hôm nay trong sổ: {show_date(today(store).isoformat())}")
    return Facts(office=name, practice=practice, lines=lines)


def spoken(moment: str | None, now: date) -> str:
    """An ISO time as people say it: “hôm nay 10:42”, “hôm qua 16:05”, “05/02/2026”; “chưa có” for None."""
    if not moment:
        return "chưa có"
    when = datetime.fromisoformat(moment)
    if when.date() in (now, now - timedelta(days=1)):
        return f"{'hôm nay' if when.date() == now else 'hôm qua'} {when:%H:%M}"
    return show_date(when.date().isoformat())
