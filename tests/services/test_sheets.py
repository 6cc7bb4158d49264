"""Printed sign-in pages: codes, versions, and closing a page with the total signed at its foot."""

import pytest

from db.records import Mark
from db.values import Deduction, MarkStatus
from desktop_app.domain.names import is_page_code, page_code
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, journal, rolls, sheets
from desktop_app.services.sheets import Printed, SheetPage
from desktop_app.services.store import Store
from tests.round_office import SmallRound, small_round

DAY = "2021-03-27"


@pytest.fixture
def small(store: Store) -> SmallRound:
    return small_round(store)


def printed(store: Store, small: SmallRound, *more: int, per_page: int = 5) -> list[Printed]:
    """The first venue's list of the first day, so many a page."""
    rows = rolls.roll(store, small.conference_id, small.venue_ids[0])
    people = [row.member_id for row in rows if row.deduction is None] + list(more)
    cut = [tuple(people[at : at + per_page]) for at in range(0, len(people), per_page)]
    return [
        Printed(held_on=DAY, venue_id=small.venue_ids[0], cell_id=None, page=at, pages=len(cut), member_ids=ids)
        for at, ids in enumerate(cut, 1)
    ]


def register(store: Store, small: SmallRound, pages: list[Printed]) -> list[SheetPage]:
    return sheets.register(store, small.conference_id, pages)


def a_mark(half_day: int, member: int, status: MarkStatus = MarkStatus.PRESENT) -> Mark:
    return Mark(half_day_id=half_day, member_id=member, status=status)


def all_present(page: sheets.PageSheet) -> dict[tuple[int, int], Mark | None]:
    places = [(day.id, row.member_id) for day in page.sheet.half_days for row in page.sheet.rows]
    return {place: a_mark(*place) for place in places}


def test_each_page_has_a_code_of_ten_digits_of_its_own(store: Store, small: SmallRound) -> None:
    pages = register(store, small, printed(store, small))
    assert len({page.code for page in pages}) == len(pages) > 1
    assert all(is_page_code(page.code) for page in pages)


def test_the_same_list_printed_again_keeps_its_codes(store: Store, small: SmallRound) -> None:
    first = register(store, small, printed(store, small))
    assert register(store, small, printed(store, small)) == first


def test_another_list_of_the_same_place_and_day_is_the_next_version(store: Store, small: SmallRound) -> None:
    register(store, small, printed(store, small))
    again = register(store, small, printed(store, small, small.people["Vũ Văn Miễn"]))
    assert {page.version for page in again} == {2}


def test_a_page_is_found_by_its_code_whatever_stands_between_the_digits(store: Store, small: SmallRound) -> None:
    page = register(store, small, printed(store, small))[1]
    assert sheets.find_page(store, f" {page.code[:5]} {page.code[5:]} ") == page


@pytest.mark.parametrize("code", ["9000000000", "123", "0000011", "abc"])
def test_what_is_no_code_of_a_page_is_refused(store: Store, code: str) -> None:
    with pytest.raises(Refusal, match="không phải mã của một trang ký tên"):
        sheets.find_page(store, code)


def test_a_code_no_page_has_is_refused(store: Store, small: SmallRound) -> None:
    with pytest.raises(Refusal, match="Không có trang ký tên nào"):
        sheets.find_page(store, page_code(12345678))


def test_people_stand_in_the_order_they_were_printed_in(store: Store, small: SmallRound) -> None:
    wanted = printed(store, small)[0]
    page = register(store, small, [wanted])[0]
    found = sheets.page_sheet(store, page.id)
    assert [row.member_id for row in found.sheet.rows] == list(wanted.member_ids)
    assert {day.held_on for day in found.sheet.half_days} == {DAY}


def test_a_page_is_closed_when_the_signed_totals_are_those_marked(store: Store, small: SmallRound) -> None:
    page = register(store, small, printed(store, small))[0]
    found = sheets.page_sheet(store, page.id)
    given = all_present(found)
    attendance.mark(store, small.conference_id, given, None)
    morning, afternoon = (day.id for day in found.sheet.half_days)
    first = found.sheet.rows[0].member_id
    given[morning, first] = a_mark(morning, first, MarkStatus.ABSENT_EXCUSED)
    sheets.close_page(store, page.id, given, {morning: 4, afternoon: 5})
    marks = attendance.sheet(store, small.conference_id).marks
    assert marks[morning, found.sheet.rows[0].member_id].status is MarkStatus.ABSENT_EXCUSED
    assert marks[afternoon, found.sheet.rows[0].member_id].venue_id == small.venue_ids[0]
    assert [state.closed for state in sheets.pages(store, small.conference_id)][:2] == [True, False]


def test_a_page_stays_open_with_both_numbers_when_they_differ(store: Store, small: SmallRound) -> None:
    page = register(store, small, printed(store, small))[0]
    found = sheets.page_sheet(store, page.id)
    morning, afternoon = (day.id for day in found.sheet.half_days)
    before = attendance.sheet(store, small.conference_id).marks
    with pytest.raises(Refusal, match="ký 3 người có mặt, trên màn hình là 5, lệch 2 người"):
        sheets.close_page(store, page.id, all_present(found), {morning: 5, afternoon: 3})
    assert attendance.sheet(store, small.conference_id).marks == before
    assert not any(state.closed for state in sheets.pages(store, small.conference_id))


def test_a_page_with_a_blank_is_not_closed(store: Store, small: SmallRound) -> None:
    page = register(store, small, printed(store, small))[0]
    found = sheets.page_sheet(store, page.id)
    given = all_present(found)
    given[found.sheet.half_days[0].id, found.sheet.rows[1].member_id] = None
    with pytest.raises(Refusal, match="còn 1 người chưa điểm danh"):
        sheets.close_page(store, page.id, given, {day.id: 4 for day in found.sheet.half_days})


def test_closing_a_page_is_taken_back_whole(store: Store, small: SmallRound) -> None:
    page = register(store, small, printed(store, small))[0]
    before = attendance.sheet(store, small.conference_id).marks
    found = sheets.page_sheet(store, page.id)
    sheets.close_page(store, page.id, all_present(found), {day.id: 5 for day in found.sheet.half_days})
    journal.undo(store)
    assert attendance.sheet(store, small.conference_id).marks == before
    assert not sheets.pages(store, small.conference_id)[0].closed


def test_a_mark_that_stands_keeps_its_reason(store: Store, small: SmallRound) -> None:
    chi = small.people["Phan Thị Chi"]
    page = register(
        store, small, [Printed(held_on=DAY, venue_id=None, cell_id=None, page=1, pages=1, member_ids=(chi,))]
    )
    found = sheets.page_sheet(store, page[0].id)
    assert sheets.close_page(store, page[0].id, found.sheet.marks, {day.id: 0 for day in found.sheet.half_days}) == 0
    assert attendance.sheet(store, small.conference_id).marks[small.half_day_ids[0], chi].reason == "Đi công tác"


def test_an_old_page_says_who_has_joined_and_who_has_gone(store: Store, small: SmallRound) -> None:
    wanted = printed(store, small)
    left_out, gone = wanted[0].member_ids[0], wanted[1].member_ids[0]
    short = [Printed(held_on=DAY, venue_id=small.venue_ids[0], cell_id=None, page=1, pages=1, member_ids=(gone,))]
    page = register(store, small, short)[0]
    rolls.deduct(store, small.conference_id, gone, Deduction.OTHER, "ốm dài ngày")
    names = {row.member_id: row.full_name for row in rolls.roll(store, small.conference_id)}
    register(store, small, wanted)
    found = sheets.page_sheet(store, page.id)
    assert not found.newest
    assert names[left_out] in found.joined and found.gone == (names[gone],)
