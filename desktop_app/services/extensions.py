"""Later last days granted for a reason: for the essay to a person or a whole cell, for a report to who owes it.

Of several that touch the same person or unit the latest day counts. None of them changes the round's own days.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from db import extensions as kept
from db.keys import tidy
from db.organizations import cell_names
from db.owed_records import Extension
from db.records import Deadline, StudyRound
from db.rolls import names
from db.store import Store
from db.values import OwedBy
from desktop_app.domain.dates import show_date
from desktop_app.domain.obligations import essay_debt
from desktop_app.domain.refusal import Refusal
from desktop_app.services import essays
from desktop_app.services.essays import EssayStanding
from desktop_app.services.office import office, today
from desktop_app.services.organizations import organization
from desktop_app.services.rounds import study_round

ESSAY = "Nộp bài thu hoạch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """An extension with the name of the person or unit it is for, and of what falls due."""

    id: int
    extension: Extension
    name: str
    what: str


def extensions(store: Store, round_id: int) -> list[Grant]:
    """All that was granted in a round, the latest grant first."""
    found = study_round(store, round_id)
    given = kept.extensions(store, round_id)
    people = names(store, round_id, [each.member_id for each in given if each.member_id is not None])
    titles = {each.id: each.title for each in found.deadlines}
    units = dict(cell_names(store, today(store).isoformat()))
    return [
        Grant(
            id=each.id,
            extension=each,
            name=named(store, each, people, units),
            what=ESSAY if each.deadline_id is None else titles[each.deadline_id],
        )
        for each in reversed(given)
    ]


def named(store: Store, each: Extension, people: dict[int, str], units: dict[int, str]) -> str:
    """Whom an extension is for."""
    if each.member_id is not None:
        return people.get(each.member_id, "Người không còn trong danh sách triệu tập")
    assert each.organization_id is not None, "an extension is of a person or of an organization"
    return units.get(each.organization_id) or organization(store, each.organization_id).name


def extend(
    store: Store,
    round_id: int,
    until: str,
    reason: str,
    *,
    member_ids: Sequence[int] = (),
    organization_ids: Sequence[int] = (),
    deadline_id: int | None = None,
) -> int:
    """Grant these people or units until a day for the essay, or for one deadline; how many.

    A second grant for the same thing takes the place of the first. Refuses a day that is not later than theirs now,
    whoever owes nothing of the kind, and a grant without a reason.
    """
    found, why = study_round(store, round_id), tidy(reason)
    if not why:
        raise Refusal("Chưa ghi lý do gia hạn; hãy ghi lý do, ví dụ “đi công tác dài ngày”.")
    if not member_ids and not organization_ids:
        raise Refusal("Chưa chọn ai để gia hạn; hãy chọn đảng viên hoặc chi bộ.")
    if deadline_id is None:
        check_essays(store, found, until, member_ids)
    else:
        check_report(store, deadline(found, deadline_id), until, member_ids, organization_ids)
    grants = [Extension(round_id=round_id, member_id=m, due_on=until, reason=why) for m in dict.fromkeys(member_ids)]
    grants += [
        Extension(round_id=round_id, deadline_id=deadline_id, organization_id=unit, due_on=until, reason=why)
        for unit in dict.fromkeys(organization_ids)
    ]
    who = f"{len(grants)} {'người' if member_ids else 'đơn vị'}"
    with store.gesture("extension.grant", f"Gia hạn đến {show_date(until)} cho {who}"):
        for each in grants:
            kept.save(store, each)
    return len(grants)


def deadline(found: StudyRound, deadline_id: int) -> Deadline:
    """One deadline of a round."""
    each = next((each for each in found.deadlines if each.id == deadline_id), None)
    if each is None:
        raise Refusal("Không còn báo cáo, kế hoạch này trong đợt; hãy tải lại danh sách.")
    return each


def check_essays(store: Store, found: StudyRound, until: str, member_ids: Sequence[int]) -> None:
    """Refuse where no essay is owed, or the day granted is not later than the day it is due now."""
    if not found.essay_required:
        raise Refusal(f"Đợt “{found.name}” không phải viết thu hoạch nên không có hạn để gia hạn.")
    if not member_ids:
        check_later(found.essay_by, until)
        return
    standings = {each.standing.row.member_id: each for each in essays.standings(store, found.id, member_ids=member_ids)}
    for member_id in member_ids:
        standing = standings.get(member_id)
        if standing is None:
            raise Refusal("Có người không phải học đợt này nên không gia hạn được; hãy kiểm tra lại danh sách.")
        if standing.exempt:
            raise Refusal(f"Đồng chí {standing.standing.row.full_name} được miễn viết thu hoạch; không phải gia hạn.")
        if not may_gain(standing):
            raise Refusal(f"Đồng chí {standing.standing.row.full_name} đã nộp bài đúng hạn; không phải gia hạn.")
        now = standing.standing
        check_later(essay_debt(found, now.outcome, now.studied, now.made_up_on).due_on, until)


def may_gain(essay: EssayStanding) -> bool:
    """Whether more time changes anything: the essay is still owed, is to be written again, or came in late."""
    return not essay.exempt and (essay.handed_in_late or essays.may_hand_in(essay.essays))


def check_report(
    store: Store, owed: Deadline, until: str, member_ids: Sequence[int], organization_ids: Sequence[int]
) -> None:
    """Refuse a report granted to whoever does not owe it, or to a day that is not later."""
    if member_ids:
        raise Refusal("Báo cáo, kế hoạch do đơn vị nộp; hãy chọn chi bộ hoặc đảng ủy để gia hạn.")
    home = office(store).organization_id
    for unit in organization_ids:
        if (unit == home) is (owed.owed_by is OwedBy.CELLS):
            raise Refusal(f"“{organization(store, unit).name}” không phải nộp “{owed.title}”; hãy chọn lại đơn vị.")
    check_later(owed.due_on, until)


def check_later(due_on: str | None, until: str) -> None:
    if due_on is not None and until <= due_on:
        raise Refusal(f"Ngày gia hạn phải sau hạn {show_date(due_on)}; hãy ghi ngày muộn hơn.")


def remove(store: Store, round_id: int, extension_ids: Sequence[int]) -> int:
    """Take grants back: the round's own day counts again; how many."""
    known = {each.id for each in kept.extensions(store, round_id)}
    if set(extension_ids) - known:
        raise Refusal("Có gia hạn không còn nữa; hãy tải lại danh sách.")
    with store.gesture("extension.remove", f"Bỏ {len(set(extension_ids))} gia hạn"):
        for extension_id in set(extension_ids):
            kept.remove(store, extension_id)
    return len(set(extension_ids))
