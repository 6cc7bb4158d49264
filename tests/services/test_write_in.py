"""Someone the register does not know, put on a frozen roll at a venue."""

import pytest

from db.records import RollRow, Venue
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, journal, members, reports, rolls
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from tests.round_office import SmallRound, small_round

STRANGER = "Lê Thị Lạ"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def row_of(store: Store, made: SmallRound, member_id: int) -> RollRow:
    return next(row for row in rolls.roll(store, made.conference_id) if row.member_id == member_id)


def test_a_stranger_stands_on_the_roll_of_the_venue(store: Store, made: SmallRound) -> None:
    stranger = rolls.write_in(store, made.conference_id, " Lê Thị  Lạ ", made.venue_ids[1], "mặc áo xanh", "1970")
    found = row_of(store, made, stranger)
    assert (found.full_name, found.venue_id, found.reason) == (STRANGER, made.venue_ids[1], "mặc áo xanh")
    assert (found.birth_date, found.provisional, found.deduction) == ("1970", True, None)


def test_a_stranger_is_in_no_figure_but_their_own(store: Store, made: SmallRound) -> None:
    listed, before = members.count(store, MemberFilter()), rolls.totals(store, made.conference_id)
    figures = reports.summary(store, made.round_id)
    rolls.write_in(store, made.conference_id, STRANGER, made.venue_ids[1])
    after = rolls.totals(store, made.conference_id)
    assert (after.guests, after.total, after.provisional) == (before.guests, before.total, 1)
    assert members.count(store, MemberFilter()) == listed
    assert reports.summary(store, made.round_id) == figures


def test_writing_in_is_one_gesture_taken_back_whole(store: Store, made: SmallRound) -> None:
    before = rolls.roll(store, made.conference_id)
    rolls.write_in(store, made.conference_id, STRANGER, made.venue_ids[1])
    journal.undo(store)
    assert rolls.roll(store, made.conference_id) == before


def test_nobody_is_written_in_before_the_roll_is_frozen(store: Store) -> None:
    made = small_round(store, freeze=False)
    with pytest.raises(Refusal, match="chưa chốt danh sách"):
        rolls.write_in(store, made.conference_id, STRANGER, made.venue_ids[0])


def test_a_venue_of_another_conference_is_refused(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="không thuộc hội nghị"):
        rolls.write_in(store, made.conference_id, STRANGER, 999)


def test_a_stranger_without_a_name_is_refused(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="họ tên"):
        rolls.write_in(store, made.conference_id, "  ", made.venue_ids[0])


def test_a_stranger_keeps_the_seat_when_venues_change(store: Store, made: SmallRound) -> None:
    stranger = rolls.write_in(store, made.conference_id, STRANGER, made.venue_ids[1])
    conferences.save_venue(store, made.conference_id, Venue(name="Điểm cầu mới", cell_ids=made.cell_ids[:1]))
    assert row_of(store, made, stranger).venue_id == made.venue_ids[1]
