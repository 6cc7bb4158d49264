"""What can be written down about a person as a dated fact, and when it makes sense to offer it. The services decide.

Each line of DOINGS is a menu line and a small dialog: its fields carry the names the service takes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from db.records import Member
from db.values import Branch, LeavingForm, MemberKind, MemberStatus
from desktop_app.domain.words import word
from desktop_app.services import members, moves, positions, standing
from desktop_app.services.access import Right
from desktop_app.services.store import Store
from desktop_app.ui.fields import ChoiceField, DateField, Field, TextField
from desktop_app.ui.screens.person_present import Present


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One dated fact to write down: its menu line, the verb of its dialog, and the service that keeps it."""

    caption: str
    verb: str
    service: Callable[..., object]
    offered: Callable[[Present], bool]
    fields: Callable[[Present], Sequence[Field]]
    right: Right = Right.WRITE


def day(label: str = "Từ ngày") -> Field:
    return DateField(key="on", label=label, required=True, whole=True, half=True)


def until(label: str = "Trở lại ngày") -> Field:
    return DateField(key="until", label=label, whole=True, half=True, hint="để trống nếu chưa biết")


def decision(required: bool = False, label: str = "Số quyết định", hint: str = "") -> Field:
    return TextField(key="decision_no", label=label, required=required, hint=hint)


def cell(now: Present, label: str = "Chi bộ", required: bool = True) -> Field:
    return ChoiceField(key="cell_id", label=label, options=now.cell_options, required=required)


def place(key: str, label: str, required: bool = True) -> Field:
    return TextField(key=key, label=label, required=required, hint="ví dụ: Đảng bộ phường Hạc Thành")


def reason(required: bool = True, hint: str = "") -> Field:
    return TextField(key="reason", label="Lý do", required=required, hint=hint)


def settle(store: Store, member_id: int, cell_id: int, since: str | None = None) -> Member:
    """The first cell of a person who never had one; `since` None = they always belonged to it."""
    draft = members.draft_of(members.member(store, member_id))
    return members.amend(store, member_id, replace(draft, cell_id=cell_id, cell_since=since))


INTRODUCED = partial(decision, label="Giấy giới thiệu", hint="số, ngày của giấy giới thiệu sinh hoạt đảng")

STANDING = (
    Doing(
        caption="Kết nạp Đảng",
        verb="Ghi kết nạp",
        service=standing.admit,
        offered=lambda now: now.status is not MemberStatus.DECEASED and not now.member,
        fields=lambda now: (day("Ngày kết nạp"), cell(now, required=not now.settled), decision(True)),
    ),
    Doing(
        caption="Công nhận chính thức",
        verb="Ghi chính thức",
        service=standing.make_official,
        offered=lambda now: now.here and now.kind is MemberKind.PROBATIONARY,
        fields=lambda now: (day(), decision(True)),
    ),
)
MOVES = (
    Doing(
        caption="Xếp vào chi bộ",
        verb="Xếp vào chi bộ",
        service=settle,
        offered=lambda now: now.here and not now.life.cells,
        fields=lambda now: (
            cell(now),
            DateField(key="since", label="Từ ngày", whole=True, hint="để trống nếu vốn thuộc chi bộ này"),
        ),
    ),
    Doing(
        caption="Chuyển sang chi bộ khác",
        verb="Ghi chuyển chi bộ",
        service=moves.move,
        offered=lambda now: now.settled,
        fields=lambda now: (day(), cell(now, "Sang chi bộ"), decision()),
    ),
    Doing(
        caption="Chuyển đi đảng bộ khác",
        verb="Ghi chuyển đi",
        service=moves.transfer_out,
        offered=lambda now: now.settled,
        fields=lambda now: (day(), place("went_to", "Chuyển đến"), INTRODUCED()),
    ),
    Doing(
        caption="Chuyển đến từ đảng bộ khác",
        verb="Ghi chuyển đến",
        service=moves.transfer_in,
        offered=lambda now: now.here and not now.settled,
        fields=lambda now: (day(), cell(now, "Về chi bộ"), place("came_from", "Chuyển từ"), INTRODUCED()),
    ),
    Doing(
        caption="Sinh hoạt tạm thời nơi khác",
        verb="Ghi sinh hoạt tạm thời",
        service=moves.send_away,
        offered=lambda now: now.settled and now.active and not now.elsewhere,
        fields=lambda now: (
            day(),
            until(),
            cell(now, "Tại chi bộ", required=False),
            place("place", "Hoặc nơi khác", required=False),
            INTRODUCED(),
        ),
    ),
    Doing(
        caption="Nhận sinh hoạt tạm thời tại đây",
        verb="Ghi sinh hoạt tạm thời",
        service=moves.host,
        offered=lambda now: now.active and not now.settled and not now.elsewhere,
        fields=lambda now: (
            day(),
            until("Hết từ ngày"),
            cell(now, "Tại chi bộ"),
            place("came_from", "Từ đảng bộ"),
            INTRODUCED(),
        ),
    ),
    Doing(
        caption="Hết sinh hoạt tạm thời, trở về",
        verb="Ghi trở về",
        service=moves.return_home,
        offered=lambda now: now.elsewhere,
        fields=lambda now: (day(),),
    ),
)
PAUSES = (
    Doing(
        caption="Miễn sinh hoạt",
        verb="Ghi miễn sinh hoạt",
        service=standing.exempt,
        offered=lambda now: now.member and now.active,
        fields=lambda now: (day(), until(), reason(hint="ví dụ: tuổi cao, sức khỏe yếu"), decision()),
    ),
    Doing(
        caption="Đình chỉ sinh hoạt",
        verb="Ghi đình chỉ",
        service=standing.suspend,
        offered=lambda now: now.member and now.active,
        fields=lambda now: (day(), until(), decision(True)),
    ),
    Doing(
        caption="Gián đoạn sinh hoạt",
        verb="Ghi gián đoạn",
        service=standing.interrupt,
        offered=lambda now: now.member and now.active,
        fields=lambda now: (day(), reason(required=False)),
    ),
    Doing(
        caption="Trở lại sinh hoạt",
        verb="Ghi trở lại",
        service=standing.resume,
        offered=lambda now: now.here and not now.active,
        fields=lambda now: (day(), decision()),
    ),
    Doing(
        caption="Miễn viết thu hoạch",
        verb="Ghi miễn viết",
        service=standing.exempt_essay,
        offered=lambda now: now.here and not now.writes_no_essay,
        fields=lambda now: (day(), until("Viết lại từ ngày"), reason(hint="ví dụ: cao tuổi")),
    ),
    Doing(
        caption="Bỏ miễn viết thu hoạch",
        verb="Ghi phải viết",
        service=standing.require_essay,
        offered=lambda now: now.here and now.writes_no_essay,
        fields=lambda now: (day(),),
    ),
)
OFFICES = (
    Doing(
        caption="Giữ chức vụ",
        verb="Ghi giữ chức vụ",
        service=positions.hold_office,
        right=Right.CELL,
        offered=lambda now: now.here,
        fields=lambda now: (
            TextField(key="title", label="Chức vụ", required=True, hint="ví dụ: Bí thư chi bộ"),
            day(),
            TextField(key="term", label="Nhiệm kỳ", half=True, hint="2025–2030"),
            ChoiceField(
                key="branch", label="Thuộc", required=True, options=[(each, word(each)) for each in Branch], half=True
            ),
            decision(),
        ),
    ),
    Doing(
        caption="Thôi chức vụ",
        verb="Ghi thôi chức vụ",
        service=positions.end_office,
        right=Right.CELL,
        offered=lambda now: bool(now.offices),
        fields=lambda now: (
            ChoiceField(key="title", label="Chức vụ", required=True, options=now.offices),
            day(),
            decision(),
        ),
    ),
)
ENDS = (
    Doing(
        caption="Từ trần",
        verb="Ghi từ trần",
        service=standing.died,
        offered=lambda now: now.here,
        fields=lambda now: (day("Ngày từ trần"), reason(required=False)),
    ),
    Doing(
        caption="Ra khỏi Đảng",
        verb="Ghi ra khỏi Đảng",
        service=standing.left,
        offered=lambda now: now.member,
        fields=lambda now: (
            day(),
            ChoiceField(
                key="form",
                label="Hình thức",
                required=True,
                options=[(each, word(each)) for each in LeavingForm],
                half=True,
            ),
            decision(True),
        ),
    ),
)
GROUPS: tuple[tuple[Doing, ...], ...] = (STANDING, MOVES, PAUSES, OFFICES, ENDS)


def offered(now: Present) -> list[list[Doing]]:
    """What makes sense for a person now, in the groups of the menu; groups without any are left out."""
    groups = [[doing for doing in group if doing.offered(now)] for group in GROUPS]
    return [group for group in groups if group]


def starting(doing: Doing, now: Present) -> dict[str, Any]:
    """What a dialog begins with; an office to lay down is there already where only one is held."""
    held = now.offices if doing.service is positions.end_office else []
    return {"on": now.on, "branch": Branch.PARTY, "title": held[0][0] if len(held) == 1 else None}
