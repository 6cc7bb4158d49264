"""Who holds the store open and what they may do. Not how they prove who they are."""

from dataclasses import dataclass

from db.store import Store
from db.values import Role
from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import save_setting, setting

OFFICE = "Văn phòng"
IDLE, USUAL_MINUTES = "lock.idle_minutes", 10
ADMINISTRATORS_ONLY = ("office.save", "member.erase")
ONLY_LOOKS = "Bạn chỉ được xem và in; muốn ghi vào sổ, hãy nhờ người nhập liệu hoặc người quản trị."
NOT_ADMINISTRATOR = "Việc này chỉ người quản trị sổ được làm; hãy nhờ người quản trị."


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who opened the store. `recovered`: by the recovery code, so a new password is due."""

    name: str = OFFICE
    role: Role = Role.ADMINISTRATOR
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """What a store asks before every gesture."""

    holder: Holder

    def __call__(self, verb: str) -> None:
        if self.holder.role is Role.VIEWER:
            raise Refusal(ONLY_LOOKS)
        if self.holder.role is Role.ENTRY and verb in ADMINISTRATORS_ONLY:
            raise Refusal(NOT_ADMINISTRATOR)


def holder(store: Store) -> Holder:
    """Who holds the store open; one without a password is held by the office itself."""
    return store.gate.holder if isinstance(store.gate, Gate) else Holder(name=store.user)


def may_write(store: Store) -> bool:
    return holder(store).role is not Role.VIEWER


def is_administrator(store: Store) -> bool:
    return holder(store).role is Role.ADMINISTRATOR


def require_administrator(store: Store) -> None:
    """Refuse whoever is not the administrator."""
    if not is_administrator(store):
        raise Refusal(NOT_ADMINISTRATOR)


def idle_minutes(store: Store) -> int:
    """After how many minutes without a touch the window locks itself; 0 = never, as where there is no password."""
    return int(setting(store, IDLE, str(USUAL_MINUTES))) if store.key is not None else 0


def save_idle_minutes(store: Store, minutes: int) -> None:
    """Set it; 0 = never."""
    require_administrator(store)
    save_setting(store, IDLE, str(minutes))
