"""Changes by hand of a frozen roll: people added, taken off, put back, always with a reason."""

from collections.abc import Sequence
from typing import Any

from db import conferences as kept_conferences
from db import rolls
from db.keys import tidy
from db.members import update_person
from db.records import Conference
from db.store import Store
from db.values import Audience, Deduction, MemberKind, MemberStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services.conferences import cell_places, first_day
from desktop_app.services.makeup_conferences import follow_everywhere
from desktop_app.services.members import member
from desktop_app.services.office import office
from desktop_app.services.organizations import organization
from desktop_app.services.rolls import require_changeable, write_in
from desktop_app.services.rounds import study_round


def add(store: Store, conference_id: int, member_id: int, reason: str, venue_id: int | None = None) -> None:
    """Put someone of the register on the frozen roll as one who must attend, or as a guest.

    They stand there as the register had them on the first day; who was in no cell then, as they are today. Without a
    venue they sit with their cell.
    """
    found, why = require_changeable(store, conference_id), said(reason)
    person = member(store, member_id)
    if rolls.on_roll(store, conference_id, [member_id]):
        raise Refusal(f"{person.full_name} đã có trong danh sách triệu tập; hãy tìm tên trong danh sách.")
    if venue_id is not None and all(v.id != venue_id for v in kept_conferences.venues(store, conference_id)):
        raise Refusal("Điểm cầu này không thuộc hội nghị đang mở; hãy chọn lại điểm cầu.")
    with store.gesture("roll.add", f"Thêm {person.full_name} vào danh sách triệu tập {found.name}"):
        values = standing(store, found, member_id)
        seat = venue_id if venue_id is not None else cell_places(store, conference_id).get(values["cell_id"])
        rolls.add(store, conference_id, member_id, **values | {"deduction": None, "reason": why, "venue_id": seat})
        follow_everywhere(store, [member_id])


def standing(store: Store, held: Conference, member_id: int) -> dict[str, Any]:
    """What a roll keeps of a person: as of the first day of the conference, or as of today."""
    counted = study_round(store, held.round_id).count_hosted
    known = rolls.worked_out(store, held.id, first_day(held), counted, [member_id])
    if known:
        return {name: getattr(known[0], name) for name in rolls.KEPT}
    person = member(store, member_id)
    cell = None if person.cell_id is None else organization(store, person.cell_id)
    return {
        "cell_id": cell.id if cell else office(store).organization_id,
        "kind": person.kind or MemberKind.GUEST,
        "status": person.status or MemberStatus.ACTIVE,
        "audience": cell.audience if cell else Audience.MEMBERS,
        "hosted": False,
        "deduction": None,
    }


def add_guest(
    store: Store, conference_id: int, full_name: str, reason: str, venue_id: int | None, birth_date: str | None = None
) -> int:
    """Put a guest whom the register does not have on the frozen roll, and into the register; the new id."""
    why = said(reason)
    with store.gesture("roll.add", f"Thêm khách mời {tidy(full_name)}"):
        guest = write_in(store, conference_id, full_name, venue_id, why, birth_date)
        update_person(store, guest, {"provisional": 0})
    return guest


def take_off(store: Store, conference_id: int, member_ids: Sequence[int], reason: str) -> int:
    """Take people off the must-attend list; they stay on the roll with the reason. How many."""
    return deduct_all(store, conference_id, member_ids, Deduction.OTHER, reason, "Đưa {} người khỏi danh sách phải dự")


def restore(store: Store, conference_id: int, member_ids: Sequence[int], reason: str) -> int:
    """Make people taken off the must-attend list attend after all; how many."""
    return deduct_all(store, conference_id, member_ids, None, reason, "Đưa {} người trở lại danh sách phải dự")


def deduct_all(
    store: Store, conference_id: int, member_ids: Sequence[int], deduction: Deduction | None, reason: str, summary: str
) -> int:
    """One deduction, or none, for several people as one gesture."""
    require_changeable(store, conference_id)
    why, people = said(reason), list(dict.fromkeys(member_ids))
    if set(people) - rolls.on_roll(store, conference_id, people):
        raise Refusal("Có người không có trong danh sách triệu tập; hãy tải lại danh sách.")
    with store.gesture("roll.deduct", summary.format(len(people))):
        for member_id in people:
            rolls.deduct(store, conference_id, member_id, deduction, why)
    return len(people)


def said(reason: str) -> str:
    """The reason, tidy. Refuses an empty one."""
    if not tidy(reason):
        raise Refusal("Chưa ghi lý do; hãy ghi lý do sửa danh sách triệu tập.")
    return tidy(reason)
