"""Offices held, with term: in the Party, in government, in a union. The register's line of positions follows them."""

from typing import Any

from db import lives, members
from db.dated import OfficeHeld
from db.keys import same_words
from db.records import Member
from db.store import Store
from db.values import FOREVER, Branch
from desktop_app.domain import lives as rules
from desktop_app.domain.positions import with_title, without_title
from desktop_app.domain.refusal import Refusal
from desktop_app.services.lives import Case, case, maybe, wanted
from desktop_app.services.members import member

TITLE = "Chưa ghi chức vụ; hãy ghi chức vụ, ví dụ “Bí thư chi bộ”."


def hold_office(
    store: Store,
    member_id: int,
    title: str,
    on: str,
    branch: Branch = Branch.PARTY,
    term: str | None = None,
    decision_no: str | None = None,
) -> Member:
    """An office held from a day on; `term` in words ("2025–2030"). Refuses one that is held already."""
    now, said = case(store, member_id, on), wanted(title, TITLE)
    rules.check_present(now.life, on)
    if branch is Branch.PARTY:
        rules.check_member(now.life, on)
    rules.check_apart([office for office in now.life.offices if same_office(office, said)], on, FOREVER)
    with store.gesture("office.hold", f"Giữ chức vụ {said}: {now.person.full_name}"):
        values: dict[str, Any] = {
            "branch": branch,
            "title": said,
            "term": maybe(term),
            "decision_no": maybe(decision_no),
        }
        lives.add(store, "office_held", member_id, on, **values)
        write_line(store, now, branch, with_title(line(now, branch), said))
    return member(store, member_id)


def end_office(store: Store, member_id: int, title: str, on: str, decision_no: str | None = None) -> Member:
    """An office no longer held from a day on."""
    now, said = case(store, member_id, on), wanted(title, TITLE)
    held = [office for office in now.life.offices if same_office(office, said)]
    if not held and said.casefold() in (now.person.position or "").casefold():
        raise Refusal(f"Sổ chỉ ghi chức vụ {said} mà không ghi từ ngày nào; hãy sửa chức vụ ở trang đảng viên.")
    office = rules.going_on(held, on, f"giữ chức vụ {said}")
    with store.gesture("office.end", f"Thôi chức vụ {office.title}: {now.person.full_name}"):
        lives.end(store, "office_held", office.id, on, ended_decision_no=maybe(decision_no))
        write_line(store, now, office.branch, without_title(line(now, office.branch), office.title))
    return member(store, member_id)


def same_office(office: OfficeHeld, title: str) -> bool:
    """Whether an office goes by this title."""
    return same_words(office.title) == same_words(title)


def line(now: Case, branch: Branch) -> str | None:
    """The positions of one branch as the register shows them."""
    text: str | None = getattr(now.person, f"{branch}_position")
    return text


def write_line(store: Store, now: Case, branch: Branch, text: str | None) -> None:
    """Write the positions of one branch."""
    members.update_person(store, now.id, {f"{branch}_position": text})
