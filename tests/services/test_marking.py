"""What a mark carries beside presence, when it may be made, and where its person was."""

from dataclasses import replace

import pytest

from db.records import HalfDay, Mark
from db.values import DayPart, MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, conferences, rounds
from desktop_app.services.store import Store
from tests.round_office import EXEMPT, SmallRound, small_round

AN, HOA, CHI = "Nguyễn Văn An", "Ngô Văn Hòa", "Phan Thị Chi"


@pytest.fixture
def known(store: Store) -> SmallRound:
    return small_round(store)


def kept(store: Store, known: SmallRound, name: str = AN) -> Mark:
    place = (known.half_day_ids[0], known.people[name])
    return attendance.marks_at(store, [place])[place]


def put(store: Store, known: SmallRound, name: str, status: MarkStatus | None, **more: object) -> None:
    place = (known.half_day_ids[0], known.people[name])
    attendance.mark(store, known.conference_id, [place], status, **more)  # type: ignore[arg-type]


def to_come(store: Store, known: SmallRound) -> int:
    """A half-day of the conference that is held in the far future."""
    held = conferences.conference(store, known.conference_id)
    days = (*held.half_days, HalfDay(held_on="2999-01-05", part=DayPart.MORNING))
    return conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=days)).half_days[-1].id


def test_late_and_left_early_stand_beside_presence_and_go_with_it(store: Store, known: SmallRound) -> None:
    put(store, known, AN, MarkStatus.PRESENT, late=True, left_early=True, remark=" mưa  to ")
    assert (kept(store, known).late, kept(store, known).left_early, kept(store, known).remark) == (True, True, "mưa to")
    put(store, known, AN, MarkStatus.PRESENT, left_early=False)
    assert (kept(store, known).late, kept(store, known).left_early, kept(store, known).remark) == (
        True,
        False,
        "mưa to",
    )
    put(store, known, AN, MarkStatus.ABSENT)
    assert not kept(store, known).late


def test_whoever_was_absent_was_not_late(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="Chỉ người có mặt"):
        put(store, known, AN, MarkStatus.ABSENT, late=True)


@pytest.mark.parametrize("status", [MarkStatus.PRESENT, MarkStatus.ABSENT, MarkStatus.ABSENT_UNEXCUSED])
def test_nobody_is_marked_before_the_day_unless_it_is_insisted_on(
    store: Store, known: SmallRound, status: MarkStatus
) -> None:
    places = [(to_come(store, known), known.people[AN])]
    with pytest.raises(Refusal, match="Chưa đến buổi sáng 5/1"):
        attendance.mark(store, known.conference_id, places, status)
    assert attendance.mark(store, known.conference_id, places, status, early=True) == 1


def test_an_absence_told_in_advance_is_marked_with_its_reason(store: Store, known: SmallRound) -> None:
    places = [(to_come(store, known), known.people[AN])]
    with pytest.raises(Refusal, match="vắng báo trước phải có lý do"):
        attendance.mark(store, known.conference_id, places, MarkStatus.ABSENT_EXCUSED)
    assert attendance.mark(store, known.conference_id, places, MarkStatus.ABSENT_EXCUSED, "đi viện") == 1


def test_presence_at_another_venue_is_kept_once_and_shown_on_both_sheets(store: Store, known: SmallRound) -> None:
    home, other = known.venue_ids
    put(store, known, AN, None)
    put(store, known, AN, MarkStatus.PRESENT, venue_id=other)
    place = (known.half_day_ids[0], known.people[AN])
    at_home, there = (attendance.sheet(store, known.conference_id, venue) for venue in (home, other))
    assert at_home.marks[place].venue_id == there.marks[place].venue_id == other
    assert [row.full_name for row in there.visitors] == [AN]
    assert at_home.visitors == ()


def test_whoever_is_present_at_one_venue_is_not_marked_at_another_unasked(store: Store, known: SmallRound) -> None:
    home, other = known.venue_ids
    put(store, known, AN, MarkStatus.PRESENT, venue_id=home)
    with pytest.raises(Refusal, match="“Hội trường Đảng ủy phường” buổi sáng 27/3"):
        put(store, known, AN, MarkStatus.PRESENT, venue_id=other)
    put(store, known, AN, MarkStatus.PRESENT, venue_id=other, moved=True)
    assert kept(store, known).venue_id == other


def test_marking_without_a_venue_leaves_the_venue_that_stands(store: Store, known: SmallRound) -> None:
    put(store, known, AN, MarkStatus.PRESENT, venue_id=known.venue_ids[1])
    put(store, known, AN, MarkStatus.PRESENT)
    assert kept(store, known).venue_id == known.venue_ids[1]


def test_the_exempt_are_on_the_sheet_where_they_count_when_present_and_are_never_filled_in(
    store: Store, known: SmallRound
) -> None:
    draft = rounds.draft_of(rounds.study_round(store, known.round_id))
    rounds.amend(store, known.round_id, replace(draft, exempt_counts_if_present=True))
    rows = attendance.sheet(store, known.conference_id).rows
    assert EXEMPT in {row.full_name for row in rows}
    attendance.fill_blanks(store, known.conference_id, [(known.half_day_ids[0], row.member_id) for row in rows])
    assert attendance.marks_at(store, [(known.half_day_ids[0], known.people[EXEMPT])]) == {}
    assert kept(store, known, HOA).status is MarkStatus.PRESENT


def test_somebody_off_the_roll_visits_nowhere(store: Store, known: SmallRound) -> None:
    assert attendance.visitor(store, known.conference_id, known.people[CHI]).full_name == CHI
    with pytest.raises(Refusal, match="không có trong danh sách triệu tập"):
        attendance.visitor(store, known.conference_id, 999_999)
