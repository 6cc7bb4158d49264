"""The must-attend list: as of the conference's first day, every deduction shown, frozen."""

from dataclasses import asdict, replace

import pytest

from db.day_records import HeadCount
from db.members import add_temporary
from db.records import Venue
from db.values import FOREVER, Deduction, MemberKind, MemberStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, conferences, members, organizations, rolls, rounds, venue_diary
from desktop_app.services.members import draft_of
from desktop_app.services.store import Store
from tests.cast import CELL, a_cell, a_member
from tests.round_office import small_round, two_days

FIRST_DAY = "2021-03-27"


@pytest.fixture
def held(store: Store) -> int:
    """A conference of two days, 27 and 28 March 2021, in a round that counts guests of other cells."""
    a_member(store, "Người Có Mặt")
    round_id = rounds.create(store, rounds.RoundDraft(name="Đợt 1")).id
    return conferences.create(store, round_id, two_days()).id


def names(store: Store, held: int) -> list[str]:
    return [row.full_name for row in rolls.preview(store, held)[1]]


def temporarily(store: Store, member_id: int, direction: str, cell_id: int | None, until: str = FOREVER) -> None:
    with store.gesture("member.temporary", "Sinh hoạt tạm thời"):
        add_temporary(store, [(member_id, direction, cell_id, "nơi khác", "2021-01-01", until)])


def test_the_totals_add_up_and_each_deduction_is_shown(store: Store) -> None:
    totals = rolls.preview(store, small_round(store, freeze=False).conference_id)[0]
    assert asdict(totals) == {
        "total": 14,
        "exempt": 1,
        "away": 1,
        "other": 0,
        "hosted": 1,
        "must_attend": 13,
        "guests": 1,
        "without_cell": 0,
        "provisional": 0,
    }


@pytest.mark.parametrize(("admitted_on", "listed"), [("2021-03-27", True), ("2021-03-28", False), ("2021-04", False)])
def test_whoever_is_admitted_later_is_not_on_the_roll(store: Store, held: int, admitted_on: str, listed: bool) -> None:
    a_member(store, "Người Mới Vào", admitted_on=admitted_on, official_on=None)
    assert ("Người Mới Vào" in names(store, held)) is listed


@pytest.mark.parametrize("status", [MemberStatus.DECEASED, MemberStatus.LEFT])
@pytest.mark.parametrize(("day", "listed"), [("2021-03-27", False), ("2021-03-28", True), ("2020", False)])
def test_the_dead_and_those_who_left_are_listed_only_while_they_were_there(
    store: Store, held: int, status: MemberStatus, day: str, listed: bool
) -> None:
    a_member(store, "Người Đã Mất", status=status, status_date=day)
    assert ("Người Đã Mất" in names(store, held)) is listed


@pytest.mark.parametrize("status", [MemberStatus.SUSPENDED, MemberStatus.INTERRUPTED])
def test_whoever_is_suspended_or_interrupted_is_a_member_and_must_attend(
    store: Store, held: int, status: MemberStatus
) -> None:
    a_member(store, "Người Gián Đoạn", status=status)
    totals = rolls.preview(store, held)[0]
    assert (totals.total, totals.must_attend) == (2, 2)


@pytest.mark.parametrize(("since", "cell"), [("2021-03-27", "Đội Cung 2"), ("2021-03-28", CELL)])
def test_a_person_stands_in_the_cell_of_that_day(store: Store, held: int, since: str, cell: str) -> None:
    person, other = a_member(store, "Người Chuyển"), a_cell(store, "Đội Cung 2")
    members.amend(store, person.id, replace(draft_of(person), cell_id=other.id, cell_since=since))
    found = {row.full_name: row.cell for row in rolls.preview(store, held)[1]}
    assert found["Người Chuyển"] == cell


def test_an_exempt_person_counts_in_the_total_and_need_not_come(store: Store, held: int) -> None:
    a_member(store, "Người Miễn", status=MemberStatus.EXEMPT, status_date="2020-01-01")
    totals = rolls.preview(store, held)[0]
    assert (totals.total, totals.exempt, totals.must_attend) == (2, 1, 1)


def test_an_exemption_that_begins_later_is_none_yet(store: Store, held: int) -> None:
    a_member(store, "Người Sắp Miễn", status=MemberStatus.EXEMPT, status_date="2021-03-28")
    assert rolls.preview(store, held)[0].must_attend == 2


@pytest.mark.parametrize(("until", "must"), [("2021-03-27", 2), ("2021-03-28", 1), (FOREVER, 1)])
def test_whoever_is_elsewhere_for_a_time_counts_at_home_and_need_not_come(
    store: Store, held: int, until: str, must: int
) -> None:
    temporarily(store, a_member(store, "Người Đi Xa").id, "away", None, until)
    totals = rolls.preview(store, held)[0]
    assert (totals.total, totals.away, totals.must_attend) == (2, 2 - must, must)


def test_whoever_is_here_for_a_time_must_come_and_counts_at_home(store: Store, held: int) -> None:
    person = a_member(store, "Người Ở Nhờ", cell=None)
    temporarily(store, person.id, "here", a_cell(store).id)
    totals = rolls.preview(store, held)[0]
    assert (totals.total, totals.hosted, totals.must_attend) == (1, 1, 2)


def test_a_round_may_leave_out_those_here_for_a_time(store: Store) -> None:
    a_member(store, "Người Có Mặt")
    person = a_member(store, "Người Ở Nhờ", cell=None)
    temporarily(store, person.id, "here", a_cell(store).id)
    round_id = rounds.create(store, rounds.RoundDraft(name="Đợt 1", count_hosted=False)).id
    held = conferences.create(store, round_id, two_days()).id
    assert names(store, held) == ["Người Có Mặt"]


def test_guests_are_on_the_roll_and_in_no_figure_of_members(store: Store, held: int) -> None:
    a_member(store, "Người Khách", kind=MemberKind.GUEST, status=MemberStatus.EXEMPT)
    totals = rolls.preview(store, held)[0]
    assert (totals.total, totals.must_attend, totals.guests) == (1, 1, 1)


def test_people_in_the_bin_are_on_no_roll(store: Store, held: int) -> None:
    members.remove(store, [a_member(store, "Người Bỏ").id])
    assert names(store, held) == ["Người Có Mặt"]


def test_people_without_a_cell_are_counted_beside_the_roll(store: Store, held: int) -> None:
    a_member(store, "Người Lẻ", cell=None)
    totals, rows = rolls.preview(store, held)
    assert (totals.without_cell, len(rows)) == (1, 1)


def test_the_roll_is_in_the_order_of_cells_then_of_names(store: Store, held: int) -> None:
    for name, cell in (("Trần Văn Ân", "Đội Cung 10"), ("Lê Văn Ánh", "Đội Cung 10"), ("Vũ An", "Đội Cung 2")):
        a_member(store, name, cell)
    assert names(store, held) == ["Người Có Mặt", "Vũ An", "Lê Văn Ánh", "Trần Văn Ân"]


def test_the_preview_is_what_freezing_keeps(store: Store) -> None:
    known = small_round(store, freeze=False)
    totals, rows = rolls.preview(store, known.conference_id)
    assert rolls.freeze(store, known.conference_id) == totals == rolls.totals(store, known.conference_id)
    assert rolls.roll(store, known.conference_id) == rows


def test_a_frozen_roll_stays_when_people_move_die_or_are_renamed_cells(store: Store) -> None:
    known = small_round(store)
    before = [(row.member_id, row.cell_id, row.status) for row in rolls.roll(store, known.conference_id)]
    person = members.member(store, known.people["Nguyễn Văn An"])
    moved = replace(draft_of(person), cell_id=known.cell_ids[2], cell_since="2021-01-01")
    members.amend(store, person.id, replace(moved, status=MemberStatus.DECEASED))
    organizations.create_cell(store, "Đội Cung 9")
    assert [(row.member_id, row.cell_id, row.status) for row in rolls.roll(store, known.conference_id)] == before


def test_a_roll_is_frozen_anew_until_marking_begins(store: Store, held: int) -> None:
    rolls.freeze(store, held)
    person = a_member(store, "Người Đến Sau")
    assert rolls.freeze(store, held).total == 2
    day = conferences.conference(store, held).half_days[0].id
    attendance.fill_blanks(store, held, [(day, person.id)])
    with pytest.raises(Refusal, match="đã điểm danh"):
        rolls.freeze(store, held)


def test_an_empty_roll_is_not_frozen(store: Store) -> None:
    round_id = rounds.create(store, rounds.RoundDraft(name="Đợt 1")).id
    held = conferences.create(store, round_id, two_days())
    with pytest.raises(Refusal, match="nhập danh sách đảng viên"):
        rolls.freeze(store, held.id)
    assert conferences.conference(store, held.id).frozen_at is None


def test_a_person_is_taken_off_the_frozen_roll_with_a_reason(store: Store, held: int) -> None:
    rolls.freeze(store, held)
    person = rolls.roll(store, held)[0]
    rolls.deduct(store, held, person.member_id, Deduction.OTHER, " ốm  dài ngày ")
    row = rolls.roll(store, held)[0]
    assert (row.deduction, row.reason) == (Deduction.OTHER, "ốm dài ngày")
    assert (rolls.totals(store, held).must_attend, rolls.totals(store, held).other) == (0, 1)


@pytest.mark.parametrize(("who", "reason"), [(1, " "), (999, "ốm")])
def test_a_correction_of_the_roll_needs_a_reason_and_someone_on_it(
    store: Store, held: int, who: int, reason: str
) -> None:
    rolls.freeze(store, held)
    with pytest.raises(Refusal):
        rolls.deduct(store, held, who, Deduction.OTHER, reason)


def test_everyone_sits_at_the_venue_of_the_cell(store: Store, held: int) -> None:
    cell = a_cell(store)
    main = conferences.save_venue(store, held, Venue(name="Hội trường", cell_ids=(cell.id,)))
    conferences.save_venue(store, held, Venue(name="A nhà văn hóa", parent_id=main.id, cell_ids=(cell.id,)))
    rolls.freeze(store, held)
    seated = {row.venue for row in rolls.roll(store, held)}
    conferences.save_venue(store, held, main)
    assert seated == {row.venue for row in rolls.roll(store, held)} == {"Hội trường"}


def test_a_cell_that_changes_venue_takes_its_people_along(store: Store, held: int) -> None:
    cell = a_cell(store)
    one, other = (conferences.save_venue(store, held, Venue(name=name)) for name in ("Một", "Hai"))
    conferences.seat_cells(store, held, {cell.id: one.id})
    rolls.freeze(store, held)
    conferences.seat_cells(store, held, {cell.id: other.id})
    assert [row.venue for row in rolls.roll(store, held)] == ["Hai"]
    conferences.remove_venue(store, held, other.id)
    assert [row.venue for row in rolls.roll(store, held)] == [None]


@pytest.mark.parametrize("figure", ["total", "exempt", "away", "other", "hosted", "must_attend", "guests"])
def test_as_many_names_stand_behind_a_figure_as_it_says(store: Store, figure: str) -> None:
    made = small_round(store, freeze=False)
    temporarily(store, made.people["Nguyễn Văn An"], "away", made.cell_ids[1])
    totals, rows = rolls.preview(store, made.conference_id)
    assert sum(rolls.behind(figure, row) for row in rows) == getattr(totals, figure)


def test_people_counted_without_names_do_not_stand_in_the_way_of_freezing(store: Store) -> None:
    made = small_round(store, freeze=False)
    heads = HeadCount(venue_id=made.venue_ids[0], half_day_id=made.half_day_ids[0], people="Nhân dân", count=45)
    venue_diary.count(store, made.conference_id, heads)
    assert rolls.freeze(store, made.conference_id).must_attend > 0
