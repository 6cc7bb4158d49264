"""The usual reasons of absence offered while marking: a list of the office's own. Any other may be typed."""

from collections.abc import Sequence

from db.keys import fold, tidy
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import save_setting, setting

KEY = "absence_reasons"
USUAL = ("Ốm", "Công tác", "Việc riêng", "Đi học", "Nghỉ chế độ", "Trực cơ quan", "Sinh hoạt nơi khác")


def reasons(store: Store) -> tuple[str, ...]:
    """The reasons in the order they are offered."""
    return tuple(setting(store, KEY).splitlines()) or USUAL


def save_reasons(store: Store, given: Sequence[str]) -> tuple[str, ...]:
    """Keep the list, each reason once, blank lines left out. Refuses an empty one."""
    kept: dict[str, str] = {}
    for line in filter(None, map(tidy, given)):
        kept.setdefault(fold(line), line)
    if not kept:
        raise Refusal("Danh mục lý do vắng phải có ít nhất một dòng; hãy ghi mỗi lý do một dòng, ví dụ: Ốm.")
    save_setting(store, KEY, "\n".join(kept.values()))
    return reasons(store)
