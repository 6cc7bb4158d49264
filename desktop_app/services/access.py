"""Who holds the store open and what they may do. Not how they prove who they are."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NoReturn

from db import organizations, outputs
from db.limits import Limits
from db.store import Store
from db.values import Role
from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import save_setting, setting, today

OFFICE = "Văn phòng"
IDLE, USUAL_MINUTES = "lock.idle_minutes", 10
ADMINISTRATORS_ONLY = ("office.save", "member.erase")
ONLY_LOOKS = "Bạn chỉ được xem và in; muốn ghi vào sổ, hãy nhờ người nhập liệu hoặc người quản trị."
NOT_ADMINISTRATOR = "Việc này chỉ người quản trị sổ được làm; hãy nhờ người quản trị."
TAKES_ALL_AWAY = (
    "Bạn chỉ được xem và in; sao lưu, bàn giao là đưa cả sổ ra ngoài, hãy nhờ người nhập liệu hoặc người quản trị."
)
NUMBERS_MASKED = (
    "Bạn chỉ được xem số đã che; muốn biết số đầy đủ của một người, hãy nhờ người nhập liệu hoặc người quản trị."
)
OF_THE_CELLS = frozenset(
    """attendance.mark attendance.reason makeup.record makeup.remove essay.receive essay.assess essay.sheet
    essay.withdraw attachment.add attachment.remove member.amend office.hold office.end block.assign scan.read
    venue.report venue.sign venue.complete venue.incomplete venue.diary venue.heads submission.record
    submission.attach plan.tasks journal.undo journal.redo""".split()
)
"""What a user limited to cells may write, about their own people."""
OUTSIDE = "Việc này động đến người hoặc chi bộ ngoài phạm vi bạn được giao nên không ghi gì; hãy nhờ văn phòng đảng ủy."
OF_THE_OFFICE = "Bạn chỉ được ghi việc của chi bộ mình; việc này của cả đảng bộ, hãy nhờ văn phòng đảng ủy."
WHOLE_STORE = "Việc này đưa ra số liệu của cả sổ, ngoài phạm vi chi bộ bạn được giao; hãy nhờ văn phòng đảng ủy."
NO_CELL_LEFT = (
    "Các chi bộ bạn được giao không còn trong sổ nên chưa mở được; hãy nhờ người quản trị chọn lại chi bộ cho bạn."
)


class Right(StrEnum):
    """What a gesture asks of whoever makes it: told before anything is typed. The gate and the services stay the guard.

    CELL writes, also about the people of a limited user; WRITE writes what is the whole office's; WHOLE takes the whole
    register out of the program; NUMBERS shows what is masked.
    """

    LOOK = "look"
    CELL = "cell"
    WRITE = "write"
    ADMINISTRATE = "administrate"
    WHOLE = "whole"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who opened the store. `recovered`: by the recovery code, so a new password is due.

    `cells`: the uids of the cells whose people are all this user sees; none = everyone's.
    """

    name: str = OFFICE
    role: Role = Role.ADMINISTRATOR
    recovered: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """What a store asks before every gesture."""

    holder: Holder

    def __call__(self, verb: str) -> None:
        if self.holder.role is Role.VIEWER:
            raise Refusal(ONLY_LOOKS)
        if self.holder.role is Role.ENTRY and verb in ADMINISTRATORS_ONLY:
            raise Refusal(NOT_ADMINISTRATOR)
        if self.holder.cells and verb not in OF_THE_CELLS:
            raise Refusal(OF_THE_OFFICE)


def outside() -> NoReturn:
    """What somebody is told who goes beyond their cells."""
    raise Refusal(OUTSIDE)


def limit(store: Store, cells: tuple[str, ...]) -> None:
    """Show of a store only the people of these cells; none = all. Refuses where none of them is left."""
    if not cells:
        return
    store.limit(Limits(cells, store.user, outside))
    if not cell_names(store):
        raise Refusal(NO_CELL_LEFT)


def is_limited(store: Store) -> bool:
    """Whether the holder sees only the people of some cells."""
    return store.limits is not None


def cell_names(store: Store) -> tuple[str, ...]:
    """The cells a limited holder sees, as they are named today, in order; none where everything is seen."""
    return organizations.within_limits(store, today(store).isoformat()) if is_limited(store) else ()


def require_whole(store: Store, said: str = WHOLE_STORE) -> None:
    """Refuse what stands for the whole office to whoever sees only a part of it."""
    if is_limited(store):
        raise Refusal(said)


def holder(store: Store) -> Holder:
    """Who holds the store open; one without a password is held by the office itself."""
    return store.gate.holder if isinstance(store.gate, Gate) else Holder(name=store.user)


def recover(store: Store) -> None:
    """Whoever holds the store has shown the recovery code: a new password is due."""
    store.gate = Gate(replace(holder(store), recovered=True))
    outputs.note(store, "Mở khóa bằng mã khôi phục")


def settle(store: Store) -> None:
    """The new password that was due after the recovery code is set."""
    store.gate = Gate(replace(holder(store), recovered=False))


def may_write(store: Store) -> bool:
    return holder(store).role is not Role.VIEWER


def is_administrator(store: Store) -> bool:
    return holder(store).role is Role.ADMINISTRATOR


def why_not(store: Store, right: Right) -> str:
    """Why whoever holds the store may not, as a sentence; empty where they may."""
    if right is Right.LOOK or is_administrator(store):
        return ""
    if right is Right.ADMINISTRATE:
        return NOT_ADMINISTRATOR
    if not may_write(store):
        return {Right.WHOLE: TAKES_ALL_AWAY, Right.NUMBERS: NUMBERS_MASKED}.get(right, ONLY_LOOKS)
    if is_limited(store):
        return {Right.WHOLE: WHOLE_STORE, Right.WRITE: OF_THE_OFFICE}.get(right, "")
    return ""


def require(store: Store, right: Right) -> None:
    """Refuse whoever may not."""
    if said := why_not(store, right):
        raise Refusal(said)


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
