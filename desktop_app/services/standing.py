"""What changes a person's standing in the Party: admitted, made official, exempt, back again, dead, gone.

Each is one gesture with its date, and its decision number where the rules have one; what contradicts is refused.
"""

from typing import Any

from db import lives, members
from db.records import Member
from db.store import Store
from db.values import FOREVER, LeavingForm, MemberKind, MemberStatus
from desktop_app.domain import lives as rules
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services.lives import Case, case, maybe, wanted
from desktop_app.services.members import member
from desktop_app.services.organizations import organization

REASON = "Chưa ghi lý do miễn; hãy ghi lý do, ví dụ “tuổi cao, sức khỏe yếu”."
PAUSES = {
    MemberStatus.EXEMPT: "Miễn sinh hoạt cho",
    MemberStatus.SUSPENDED: "Đình chỉ sinh hoạt của",
    MemberStatus.INTERRUPTED: "Ghi gián đoạn sinh hoạt của",
}


def admit(store: Store, member_id: int, on: str, decision_no: str, cell_id: int | None = None) -> Member:
    """A person of the register becomes a member on probation; also who left the Party and comes back.

    `cell_id` None = the cell the person attends already. The Party date becomes `on`.
    """
    now = case(store, member_id, on)
    rules.check_alive(now.life, on)
    rules.check_admission(now.life, on, now.person.birth_date)
    rules.check_last(now.life.kinds, on, now.today)
    rules.check_last(now.life.statuses, on, now.today)
    decision = wanted(decision_no, "Chưa ghi số quyết định kết nạp; hãy ghi số, ví dụ “15-QĐ/ĐU”.")
    cell = rules.at(now.life.cells, on)
    if cell_id is None and cell is None:
        raise Refusal("Chưa rõ kết nạp tại chi bộ nào; hãy chọn chi bộ.")
    with store.gesture("standing.admit", f"Kết nạp {now.person.full_name}"):
        lives.begin(store, "member_kind", member_id, on, kind=MemberKind.PROBATIONARY, decision_no=decision)
        enter(store, now, cell_id, decision)
        members.update_person(store, member_id, {"admitted_on": on, "official_on": None})
        status = rules.at(now.life.statuses, on)
        if status is None or status.status is not MemberStatus.ACTIVE:
            lives.begin(store, "member_status", member_id, on, status=MemberStatus.ACTIVE, stated_on=on)
    return member(store, member_id)


def enter(store: Store, now: Case, cell_id: int | None, decision_no: str) -> None:
    """The cell of admission, where it is not the cell of that day already."""
    cell = rules.at(now.life.cells, now.on)
    if cell_id is not None and (cell is None or cell.cell_id != cell_id):
        rules.check_last(now.life.cells, now.on, now.today)
        organization(store, cell_id)
        lives.begin(store, "membership", now.id, now.on, organization_id=cell_id, decision_no=decision_no)


def make_official(store: Store, member_id: int, on: str, decision_no: str) -> Member:
    """A member on probation becomes an official one."""
    now = case(store, member_id, on)
    rules.check_present(now.life, on)
    rules.check_official(now.life, on)
    rules.check_last(now.life.kinds, on, now.today)
    decision = wanted(decision_no, "Chưa ghi số quyết định công nhận chính thức; hãy ghi số, ví dụ “16-QĐ/ĐU”.")
    with store.gesture("standing.official", f"Công nhận chính thức {now.person.full_name}"):
        lives.begin(store, "member_kind", member_id, on, kind=MemberKind.OFFICIAL, decision_no=decision)
        members.update_person(store, member_id, {"official_on": on})
    return member(store, member_id)


def exempt(
    store: Store, member_id: int, on: str, reason: str, until: str | None = None, decision_no: str | None = None
) -> Member:
    """Exempt from Party work and activity, for a reason; `until` = the first day back, None = not known."""
    return pause(store, member_id, on, MemberStatus.EXEMPT, wanted(reason, REASON), until, decision_no)


def suspend(store: Store, member_id: int, on: str, decision_no: str, until: str | None = None) -> Member:
    """Suspended from activity by decision."""
    decision = wanted(decision_no, "Chưa ghi số quyết định đình chỉ sinh hoạt; hãy ghi số quyết định.")
    return pause(store, member_id, on, MemberStatus.SUSPENDED, None, until, decision)


def interrupt(store: Store, member_id: int, on: str, reason: str | None = None) -> Member:
    """Activity is interrupted: nothing is heard of the person, or papers are under way."""
    return pause(store, member_id, on, MemberStatus.INTERRUPTED, maybe(reason), None, None)


def pause(
    store: Store,
    member_id: int,
    on: str,
    status: MemberStatus,
    reason: str | None,
    until: str | None,
    decision_no: str | None,
) -> Member:
    """An active member takes no part from a day on; with `until` is active again from that day."""
    now = case(store, member_id, on)
    rules.check_active(now.life, on)
    rules.check_member(now.life, on)
    rules.check_last(now.life.statuses, on, now.today)
    rules.check_until(on, until)
    with store.gesture(f"standing.{status}", f"{PAUSES[status]} {now.person.full_name}"):
        values: dict[str, Any] = {
            "status": status,
            "stated_on": on,
            "reason": reason,
            "decision_no": maybe(decision_no),
        }
        lives.begin(store, "member_status", member_id, on, until or FOREVER, **values)
        if until is not None:
            lives.add(store, "member_status", member_id, until, status=MemberStatus.ACTIVE, stated_on=until)
    return member(store, member_id)


def resume(store: Store, member_id: int, on: str, decision_no: str | None = None) -> Member:
    """Active again after an exemption, suspension or interruption."""
    now = case(store, member_id, on)
    rules.paused(now.life, on)
    rules.check_last(now.life.statuses, on, now.today)
    with store.gesture("standing.resume", f"Trở lại sinh hoạt: {now.person.full_name}"):
        values: dict[str, Any] = {"status": MemberStatus.ACTIVE, "stated_on": on, "decision_no": maybe(decision_no)}
        lives.begin(store, "member_status", member_id, on, **values)
    return member(store, member_id)


def died(store: Store, member_id: int, on: str, reason: str | None = None) -> Member:
    """The person died; offices and activity for a time end that day."""
    now = case(store, member_id, on)
    rules.check_present(now.life, on)
    rules.check_ending(now.life, on, now.today, lives.last_seen(store, member_id))
    with store.gesture("standing.died", f"Ghi từ trần: {now.person.full_name}"):
        finish(store, now, status=MemberStatus.DECEASED, reason=maybe(reason))
    return member(store, member_id)


def left(store: Store, member_id: int, on: str, form: LeavingForm, decision_no: str) -> Member:
    """The person left the Party: asked to, was struck off, was expelled."""
    now = case(store, member_id, on)
    rules.check_present(now.life, on)
    rules.check_member(now.life, on)
    rules.check_ending(now.life, on, now.today, lives.last_seen(store, member_id))
    decision = wanted(decision_no, "Chưa ghi số quyết định cho ra khỏi Đảng; hãy ghi số quyết định.")
    with store.gesture("standing.left", f"Ghi ra khỏi Đảng ({word(form).lower()}): {now.person.full_name}"):
        finish(store, now, status=MemberStatus.LEFT, form=form, decision_no=decision)
    return member(store, member_id)


def finish(store: Store, now: Case, **status: Any) -> None:
    """The last status of a person, and the end of what goes on beside it."""
    lives.begin(store, "member_status", now.id, now.on, stated_on=now.on, **status)
    end_all(store, now)


def end_all(store: Store, now: Case) -> None:
    """Offices and activity for a time end on the day of the gesture."""
    for table, facts in (("temporary_activity", now.life.temporary), ("office_held", now.life.offices)):
        for fact in facts:
            if fact.holds(now.on):
                lives.end(store, table, fact.id, now.on)


def exempt_essay(store: Store, member_id: int, on: str, reason: str, until: str | None = None) -> Member:
    """No essays to write from a day on, in any round; `until` = the first day they are owed again."""
    now = case(store, member_id, on)
    rules.check_present(now.life, on)
    rules.check_until(on, until)
    always = [fact for fact in now.life.essay_free if fact.round_id is None]
    rules.check_apart(always, on, until or FOREVER)
    said = wanted(reason, "Chưa ghi lý do miễn viết thu hoạch; hãy ghi lý do, ví dụ “cao tuổi”.")
    with store.gesture("standing.essay_exempt", f"Miễn viết thu hoạch cho {now.person.full_name}"):
        lives.add(store, "essay_exemption", member_id, on, until or FOREVER, reason=said)
    return member(store, member_id)


def require_essay(store: Store, member_id: int, on: str) -> Member:
    """Essays are owed again from a day on."""
    now = case(store, member_id, on)
    always = [fact for fact in now.life.essay_free if fact.round_id is None]
    fact = rules.going_on(always, on, "được miễn viết thu hoạch")
    with store.gesture("standing.essay_required", f"Bỏ miễn viết thu hoạch của {now.person.full_name}"):
        lives.end(store, "essay_exemption", fact.id, on)
    return member(store, member_id)
