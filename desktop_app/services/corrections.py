"""Past facts about a person that were written down wrongly: given other days, other words, or struck out.

Each is a gesture with a reason. What the rest of the life contradicts is refused, and nothing is written.
"""

from typing import Any

from db import lives, members
from db.dated import CellStay, EssayFree, KindPeriod, OfficeHeld, Period, StatusPeriod, TemporaryStay
from db.records import Member
from db.store import Store
from db.values import ALWAYS, FOREVER, MemberKind
from desktop_app.domain import lives as rules
from desktop_app.domain.positions import with_title, without_title
from desktop_app.domain.refusal import Refusal
from desktop_app.services.lives import Case, case, wanted
from desktop_app.services.members import member
from desktop_app.services.office import today
from desktop_app.services.organizations import organization
from desktop_app.services.positions import line, write_line

TABLES: dict[type[Period], str] = {
    CellStay: "membership",
    KindPeriod: "member_kind",
    StatusPeriod: "member_status",
    TemporaryStay: "temporary_activity",
    EssayFree: "essay_exemption",
    OfficeHeld: "office_held",
}
RESTATED: dict[type[Period], tuple[str, ...]] = {
    CellStay: ("cell_id", "came_from", "went_to", "left_decision_no", "decision_no"),
    KindPeriod: ("decision_no",),
    StatusPeriod: ("reason", "form", "decision_no"),
    TemporaryStay: ("cell_id", "place", "decision_no"),
    EssayFree: ("reason",),
    OfficeHeld: ("title", "term", "decision_no", "ended_decision_no"),
}
ONE_AT_A_TIME = (CellStay, KindPeriod, StatusPeriod)
PARTY_DATE = {MemberKind.PROBATIONARY: "admitted_on", MemberKind.OFFICIAL: "official_on"}
REASON = "Chưa ghi lý do sửa; hãy ghi lý do, ví dụ “ghi nhầm ngày”."


def redate(
    store: Store, member_id: int, fact: Period, reason: str, since: str | None = None, until: str | None = None
) -> Member:
    """A fact began or ended on another day than was written; what it followed ends, what follows it begins so too."""
    now, why = start(store, member_id, fact, reason)
    first, last = since or fact.valid_from, until or fact.valid_to
    rules.check_until(first, last)
    with store.gesture("correction.redate", f"Sửa ngày đã ghi của {now.person.full_name}: {why}"):
        follow(store, now, fact, first, last)
        lives.change(store, TABLES[type(fact)], fact.id, valid_from=first, valid_to=last)
        if since is not None and isinstance(fact, StatusPeriod):
            lives.change(store, "member_status", fact.id, stated_on=since)
        if since is not None:
            party_date(store, now, fact, since)
        check(store, member_id)
    return member(store, member_id)


def restate(store: Store, member_id: int, fact: Period, reason: str, **values: Any) -> Member:
    """A fact was true, but in other words: another cell, place, title, decision number. The days stay."""
    now, why = start(store, member_id, fact, reason)
    assert values.keys() <= set(RESTATED[type(fact)]), "a fact of this kind has no such part"
    if (cell_id := values.pop("cell_id", None)) is not None:
        values["organization_id"] = organization(store, cell_id).id
    with store.gesture("correction.restate", f"Sửa việc đã ghi của {now.person.full_name}: {why}"):
        lives.change(store, TABLES[type(fact)], fact.id, **values)
        if isinstance(fact, OfficeHeld) and fact.holds(now.today) and "title" in values:
            kept = without_title(line(now, fact.branch), fact.title)
            write_line(store, now, fact.branch, with_title(kept, values["title"]))
        check(store, member_id)
    return member(store, member_id)


def strike(store: Store, member_id: int, fact: Period, reason: str) -> Member:
    """A fact was never true: what it followed went on. Refuses the first kind and the first status of a person."""
    now, why = start(store, member_id, fact, reason)
    before = previous(now, fact)
    if before is None and isinstance(fact, KindPeriod | StatusPeriod):
        raise Refusal("Đây là việc đầu tiên sổ ghi về đồng chí này nên không xóa được; hãy sửa ngày hoặc sửa nội dung.")
    with store.gesture("correction.strike", f"Xóa việc ghi nhầm của {now.person.full_name}: {why}"):
        lives.strike(store, TABLES[type(fact)], fact.id)
        if before is not None:
            reopened = {"went_to": None, "left_decision_no": None} if isinstance(fact, CellStay) else {}
            lives.change(store, TABLES[type(fact)], before.id, valid_to=fact.valid_to, **reopened)
        party_date(store, now, fact, None)
        if isinstance(fact, OfficeHeld) and fact.holds(now.today):
            write_line(store, now, fact.branch, without_title(line(now, fact.branch), fact.title))
        check(store, member_id)
    return member(store, member_id)


def reopen(store: Store, member_id: int, fact: Period, reason: str) -> Member:
    """An end was written down wrongly: the fact still holds."""
    now, why = start(store, member_id, fact, reason)
    with store.gesture("correction.reopen", f"Bỏ việc kết thúc ghi nhầm của {now.person.full_name}: {why}"):
        ended = {"went_to": None, "left_decision_no": None} if isinstance(fact, CellStay) else {}
        lives.change(store, TABLES[type(fact)], fact.id, valid_to=FOREVER, **ended)
        check(store, member_id)
    return member(store, member_id)


def start(store: Store, member_id: int, fact: Period, reason: str) -> tuple[Case, str]:
    """The person and the reason. Refuses a fact that is not, or no longer, written so."""
    now, why = case(store, member_id, today(store).isoformat()), wanted(reason, REASON)
    if fact not in all_facts(now):
        raise Refusal("Việc này đã được sửa ở nơi khác; hãy tải lại trang rồi sửa.")
    return now, why


def all_facts(now: Case) -> list[Period]:
    """Every dated fact of a person."""
    life = now.life
    return [*life.cells, *life.kinds, *life.statuses, *life.temporary, *life.essay_free, *life.offices]


def previous(now: Case, fact: Period) -> Period | None:
    """The fact of its kind that ended where this one begins, where one follows the other."""
    alike = [other for other in all_facts(now) if type(other) is type(fact) and isinstance(fact, ONE_AT_A_TIME)]
    return next((other for other in alike if other.valid_to == fact.valid_from > ALWAYS), None)


def follow(store: Store, now: Case, fact: Period, first: str, last: str) -> None:
    """Neighbours that touch a fact move their ends with it. Refuses to push one out of its own days."""
    before = previous(now, fact)
    if before is not None:
        reach(store, before, before.valid_from, first)
    after = next((other for other in all_facts(now) if previous(now, other) == fact), None)
    if after is not None:
        reach(store, after, last, after.valid_to)


def reach(store: Store, fact: Period, since: str, until: str) -> None:
    """A neighbour holds from a day to a day. Refuses where nothing would be left of it."""
    if since >= until:
        raise Refusal(f"Ngày sửa lấn hết thời gian đồng chí này {rules.said(fact)}; hãy kiểm tra lại ngày.")
    lives.change(store, TABLES[type(fact)], fact.id, valid_from=since, valid_to=until)


def party_date(store: Store, now: Case, fact: Period, since: str | None) -> None:
    """The date of admission or of becoming official follows the kind."""
    if isinstance(fact, KindPeriod) and fact.kind in PARTY_DATE:
        members.update_person(store, now.id, {PARTY_DATE[fact.kind]: since})


def check(store: Store, member_id: int) -> None:
    """Refuses a life that contradicts itself."""
    found = rules.contradiction(lives.life(store, member_id))
    if found is not None:
        raise Refusal(f"Sửa như vậy thì {found}; hãy kiểm tra lại ngày.")
