"""The must-attend list of a conference: worked out with every deduction shown, frozen, corrected with a reason."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from db import conferences as kept_conferences
from db import makeups, rolls
from db.keys import tidy
from db.members import update_person
from db.records import Conference, RollRow
from db.store import Store
from db.values import Audience, Deduction, MemberKind, MemberStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services.conferences import conference, first_day, venues
from desktop_app.services.members import MemberDraft, born, checked, enrol_many
from desktop_app.services.office import moment, office
from desktop_app.services.roll_hands import by_hand, part_shared_cells, put_back
from desktop_app.services.rounds import study_round

WRITTEN_IN = "Ghi thêm tại điểm cầu"


@dataclass(frozen=True, slots=True, kw_only=True)
class RollTotals:
    """total − exempt − away − other + hosted = must_attend; guests stand apart, and so do people not known yet."""

    total: int
    exempt: int
    away: int
    other: int
    hosted: int
    must_attend: int
    guests: int
    without_cell: int
    provisional: int = 0


Tally = Counter[tuple[bool, bool, Deduction | None]]


def add_up(people: Tally, without_cell: int = 0, provisional: int = 0) -> RollTotals:
    """The totals of a roll from how many are (guest, hosted, deducted why)."""
    members = {(hosted, why): n for (guest, hosted, why), n in people.items() if not guest}

    def off(deduction: Deduction | None) -> int:
        return sum(n for (_, why), n in members.items() if why is deduction)

    return RollTotals(
        total=sum(n for (hosted, _), n in members.items() if not hosted),
        exempt=off(Deduction.EXEMPT),
        away=off(Deduction.AWAY),
        other=off(Deduction.OTHER),
        hosted=sum(n for (hosted, _), n in members.items() if hosted),
        must_attend=off(None),
        guests=people.total() - sum(members.values()),
        without_cell=without_cell,
        provisional=provisional,
    )


def count(rows: Iterable[RollRow]) -> Tally:
    """How many of these rows are (guest, hosted, deducted why); who is with another cell of ours is away at home."""
    people: Tally = Counter()
    for row in rows:
        guest = row.kind is MemberKind.GUEST
        people[guest, row.hosted, row.deduction] += 1
        if row.home_cell_id is not None and not guest:
            people[guest, False, Deduction.AWAY] += 1
    return people


def behind(figure: str, row: RollRow) -> bool:
    """Whether a person of the roll is counted in a figure of RollTotals; who is with another cell of ours, in two."""
    if row.kind is MemberKind.GUEST:
        return figure == ("provisional" if row.provisional else "guests")
    at_home = row.home_cell_id is not None
    if figure == "total":
        return not row.hosted or at_home
    if figure == "hosted":
        return row.hosted
    if figure == "must_attend":
        return row.deduction is None
    return row.deduction == figure or (figure == Deduction.AWAY and at_home)


def preview(store: Store, conference_id: int) -> tuple[RollTotals, list[RollRow]]:
    """The roll as the register gives it for the conference's first day, not kept yet."""
    found = conference(store, conference_id)
    day = first_day(found)
    rows = rolls.worked_out(store, conference_id, day, study_round(store, found.round_id).count_hosted)
    return add_up(count(rows), rolls.without_cell(store, day)), rows


def freeze(store: Store, conference_id: int) -> RollTotals:
    """Work the roll out and keep it. Refuses a second freezing once marking has begun, and an empty roll.

    What was changed by hand on a roll frozen before is done to the new one too.
    """
    found = conference(store, conference_id)
    day, hosted = first_day(found), study_round(store, found.round_id).count_hosted
    if kept_conferences.marked_half_days(store, conference_id, kept_conferences.OF_PEOPLE):
        raise Refusal(f"Hội nghị “{found.name}” đã điểm danh; danh sách triệu tập không chốt lại được nữa.")
    if found.frozen_at is not None and makeups.covers(store, conference_id):
        raise Refusal(
            "Danh sách của hội nghị học bù gồm đúng những người đã chọn, không chốt lại; hãy thêm hoặc bớt từng người."
        )
    with store.gesture("roll.freeze", f"Chốt danh sách triệu tập {found.name}"):
        hands = by_hand(store, conference_id, day)
        rolls.clear(store, conference_id)
        rolls.write(store, conference_id, day, hosted)
        part_shared_cells(store, conference_id, day)
        put_back(store, conference_id, hands)
        rolls.set_frozen(store, conference_id, moment(store))
        strangers = rolls.provisional(store, conference_id)
        totals = add_up(rolls.tally(store, conference_id), rolls.without_cell(store, day), strangers)
        if not totals.total + totals.guests + totals.hosted:
            raise Refusal("Chưa có đảng viên nào trong các chi bộ; hãy nhập danh sách đảng viên trước khi chốt.")
    return totals


def roll(store: Store, conference_id: int, venue_id: int | None = None, cell_id: int | None = None) -> list[RollRow]:
    """The frozen roll, or the part of one venue or cell, in cell order then list order."""
    return rolls.frozen(store, conference_id, first_day(conference(store, conference_id)), venue_id, cell_id)


def totals(store: Store, conference_id: int) -> RollTotals:
    """The totals of the frozen roll."""
    return add_up(rolls.tally(store, conference_id), provisional=rolls.provisional(store, conference_id))


def require_frozen(store: Store, conference_id: int) -> None:
    """Refuse to go on before the roll is frozen."""
    found = conference(store, conference_id)
    if found.frozen_at is None:
        raise Refusal(f"Hội nghị “{found.name}” chưa chốt danh sách triệu tập; hãy chốt trước khi điểm danh.")


def deduct(store: Store, conference_id: int, member_id: int, deduction: Deduction | None, reason: str) -> None:
    """Correct the frozen roll: take a person off the must-attend list or put them back, with a reason."""
    if not tidy(reason):
        raise Refusal("Chưa ghi lý do; hãy ghi lý do sửa danh sách triệu tập.")
    require_changeable(store, conference_id)
    if not rolls.on_roll(store, conference_id, [member_id]):
        raise Refusal("Người này không có trong danh sách triệu tập; hãy tải lại danh sách.")
    with store.gesture("roll.deduct", "Sửa danh sách triệu tập"):
        rolls.deduct(store, conference_id, member_id, deduction, tidy(reason))


def write_in(
    store: Store,
    conference_id: int,
    full_name: str,
    venue_id: int | None,
    note: str | None = None,
    birth_date: str | None = None,
) -> int:
    """Put someone on the frozen roll at once whom the register does not know: a guest whose identity is found later.

    The id of the entry made for them; it stands under the office itself, in no cell, and is in no figure of members.
    """
    found = require_changeable(store, conference_id)
    if venue_id is not None and not any(venue.id == venue_id for venue in venues(store, conference_id)):
        raise Refusal("Điểm cầu này không thuộc hội nghị đang mở; hãy chọn lại điểm cầu.")
    said = MemberDraft(full_name=full_name, birth_date=birth_date, note=note, kind=MemberKind.GUEST)
    draft = born(store, checked(said))
    with store.gesture("roll.write_in", f"Ghi thêm {draft.full_name} vào danh sách {found.name}"):
        (member_id,) = enrol_many(store, [draft])
        update_person(store, member_id, {"provisional": 1})
        rolls.add(
            store,
            conference_id,
            member_id,
            cell_id=office(store).organization_id,
            kind=MemberKind.GUEST,
            status=MemberStatus.ACTIVE,
            audience=Audience.MEMBERS,
            reason=draft.note or WRITTEN_IN,
            venue_id=venue_id,
        )
    return member_id


def require_changeable(store: Store, conference_id: int) -> Conference:
    """The conference. Refuses to change a roll that is not frozen yet, or whose conference is closed."""
    require_frozen(store, conference_id)
    found = conference(store, conference_id)
    if found.closed_at is not None:
        raise Refusal("Hội nghị đã kết thúc điểm danh; muốn sửa danh sách triệu tập, hãy mở lại hội nghị và ghi lý do.")
    return found
