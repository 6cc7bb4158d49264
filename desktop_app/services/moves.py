"""Moves of people: into the office, out of it, between its cells, and for a time.

Who is away for a time stays counted at home; who attends with another cell of ours stands on that cell's roll.
"""

from typing import Any

from db import lives
from db.records import Member
from db.store import Store
from db.values import FOREVER, Direction
from desktop_app.domain import lives as rules
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.services.lives import case, maybe, wanted
from desktop_app.services.members import member
from desktop_app.services.organizations import organization
from desktop_app.services.standing import end_all

TO = "Chưa ghi nơi chuyển đến; hãy ghi tên đảng bộ, ví dụ “Đảng bộ phường Hạc Thành”."
FROM = "Chưa ghi nơi chuyển đi; hãy ghi tên đảng bộ, ví dụ “Đảng bộ phường Hạc Thành”."


def transfer_out(store: Store, member_id: int, on: str, went_to: str, decision_no: str | None = None) -> Member:
    """Out of the office for good: from `on` the person belongs to no cell of ours; offices held end."""
    now = case(store, member_id, on)
    rules.check_present(now.life, on)
    stay = rules.home(now.life, on)
    for facts in (now.life.cells, now.life.temporary, now.life.offices):
        rules.check_last(facts, on, now.today)
    where = wanted(went_to, TO)
    with store.gesture("move.out", f"Chuyển đi {where}: {now.person.full_name}"):
        lives.end(store, "membership", stay.id, on, went_to=where, left_decision_no=maybe(decision_no))
        end_all(store, now)
    return member(store, member_id)


def transfer_in(
    store: Store, member_id: int, on: str, cell_id: int, came_from: str, decision_no: str | None = None
) -> Member:
    """Into a cell of ours from another office; also who went away and comes back. Ends activity here for a time."""
    now = case(store, member_id, on)
    rules.check_present(now.life, on)
    rules.check_homeless(now.life, on)
    for facts in (now.life.cells, now.life.temporary):
        rules.check_last(facts, on, now.today)
    where, cell = wanted(came_from, FROM), organization(store, cell_id)
    with store.gesture("move.in", f"Chuyển đến {cell_title(cell.name)}: {now.person.full_name}"):
        values: dict[str, Any] = {"organization_id": cell_id, "came_from": where, "decision_no": maybe(decision_no)}
        lives.begin(store, "membership", member_id, on, **values)
        for fact in now.life.temporary:
            if fact.holds(on):
                lives.end(store, "temporary_activity", fact.id, on)
    return member(store, member_id)


def move(store: Store, member_id: int, on: str, cell_id: int, decision_no: str | None = None) -> Member:
    """From one cell of the office to another."""
    now = case(store, member_id, on)
    rules.check_present(now.life, on)
    stay, cell = rules.home(now.life, on), organization(store, cell_id)
    if stay.cell_id == cell_id:
        raise Refusal(f"Đồng chí này đã {rules.said(stay)} {rules.since(stay)}; hãy chọn chi bộ khác.")
    rules.check_last(now.life.cells, on, now.today)
    with store.gesture("move.between", f"Chuyển sang {cell_title(cell.name)}: {now.person.full_name}"):
        lives.begin(store, "membership", member_id, on, organization_id=cell_id, decision_no=maybe(decision_no))
        for fact in now.life.temporary:
            if fact.cell_id == cell_id and fact.valid_from < on < fact.valid_to:
                lives.end(store, "temporary_activity", fact.id, on)
    return member(store, member_id)


def send_away(
    store: Store,
    member_id: int,
    on: str,
    place: str | None = None,
    cell_id: int | None = None,
    until: str | None = None,
    decision_no: str | None = None,
) -> Member:
    """Active elsewhere for a time: at a place outside, or with another cell of ours; counted at home all the while.

    `until` = the first day back, None = not known.
    """
    now = case(store, member_id, on)
    rules.check_active(now.life, on)
    stay = rules.home(now.life, on)
    rules.check_until(on, until)
    rules.check_apart(now.life.temporary, on, until or FOREVER)
    if cell_id == stay.cell_id:
        raise Refusal(f"Đồng chí này {rules.said(stay)}; hãy chọn chi bộ khác để sinh hoạt tạm thời.")
    where = cell_title(organization(store, cell_id).name) if cell_id is not None else wanted(place, TO)
    values: dict[str, Any] = {
        "organization_id": cell_id,
        "place": None if cell_id else where,
        "decision_no": maybe(decision_no),
    }
    with store.gesture("move.away", f"Sinh hoạt tạm thời tại {where}: {now.person.full_name}"):
        lives.add(store, "temporary_activity", member_id, on, until or FOREVER, direction=Direction.AWAY, **values)
    return member(store, member_id)


def host(
    store: Store,
    member_id: int,
    on: str,
    cell_id: int,
    came_from: str,
    until: str | None = None,
    decision_no: str | None = None,
) -> Member:
    """A member of another office is active with a cell of ours for a time, and is counted there, not here."""
    now = case(store, member_id, on)
    rules.check_active(now.life, on)
    rules.check_homeless(now.life, on)
    rules.check_until(on, until)
    rules.check_apart(now.life.temporary, on, until or FOREVER)
    where, cell = wanted(came_from, FROM), organization(store, cell_id)
    values: dict[str, Any] = {"organization_id": cell_id, "place": where, "decision_no": maybe(decision_no)}
    with store.gesture("move.host", f"Nhận sinh hoạt tạm thời tại {cell_title(cell.name)}: {now.person.full_name}"):
        lives.add(store, "temporary_activity", member_id, on, until or FOREVER, direction=Direction.HERE, **values)
    return member(store, member_id)


def return_home(store: Store, member_id: int, on: str) -> Member:
    """The end of activity for a time, away or here: from `on` the person is where they belong."""
    now = case(store, member_id, on)
    fact = rules.going_on(now.life.temporary, on, "sinh hoạt tạm thời")
    with store.gesture("move.return", f"Hết sinh hoạt tạm thời: {now.person.full_name}"):
        lives.end(store, "temporary_activity", fact.id, on)
    return member(store, member_id)
