"""Closing a conference: what it waits for, what it writes, and the way back."""

from dataclasses import replace

import pytest

from db import closing as kept
from db.records import HalfDay
from db.values import DayPart, MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, closing, conferences, journal, rolls, venue_reports
from desktop_app.services.conferences import conference
from desktop_app.services.store import Store
from tests.round_office import GUEST, TODAY, SmallRound, office, small_round


@pytest.fixture
def store() -> Store:
    return office(practice=True)


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def test_an_open_conference_is_open(store: Store, made: SmallRound) -> None:
    closing.check_open(store, made.conference_id)


def test_a_closed_conference_says_since_when_and_what_to_do(store: Store, made: SmallRound) -> None:
    with store.gesture("conference.close", "Kết thúc"):
        kept.set_closed(store, made.conference_id, "2021-04-05 16:30:00")
    with pytest.raises(Refusal, match=r"16:30 ngày 05/04/2021.*mở lại"):
        closing.check_open(store, made.conference_id)


def test_freezing_in_a_practice_office_is_of_the_day_of_that_office(store: Store) -> None:
    made = small_round(store, freeze=False)
    rolls.freeze(store, made.conference_id)
    assert str(conference(store, made.conference_id).frozen_at).startswith(TODAY)


def everyone(store: Store, made: SmallRound) -> list[MarkStatus | None]:
    """The mark of everyone summoned at every half-day."""
    sheet = attendance.sheet(store, made.conference_id)
    places = [(day, row.member_id) for day in made.half_day_ids for row in sheet.rows]
    return [sheet.marks[place].status if place in sheet.marks else None for place in places]


def test_what_is_left_names_people_and_venues(store: Store, made: SmallRound) -> None:
    left = closing.state(store, made.conference_id)
    assert [(each.row.full_name, len(each.half_days)) for each in left.unmarked] == [("Ngô Văn Hòa", 4)]
    assert len(left.incomplete) == len(made.venue_ids) * len(made.half_day_ids)


def test_closing_waits_for_consent_while_people_are_unmarked(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="Còn 1 người chưa điểm danh"):
        closing.close(store, made.conference_id)
    assert conference(store, made.conference_id).closed_at is None


def test_closing_with_consent_leaves_nobody_unmarked(store: Store, made: SmallRound) -> None:
    before = everyone(store, made)
    closing.close(store, made.conference_id, absent=True)
    filled = [MarkStatus.ABSENT if status is None else status for status in before]
    assert everyone(store, made) == filled != before
    assert str(conference(store, made.conference_id).closed_at).startswith(TODAY)


def test_closing_is_undone_whole(store: Store, made: SmallRound) -> None:
    before = everyone(store, made)
    closing.close(store, made.conference_id, absent=True)
    journal.undo(store)
    assert everyone(store, made) == before
    closing.check_open(store, made.conference_id)


def test_a_closed_conference_is_not_closed_again(store: Store, made: SmallRound) -> None:
    closing.close(store, made.conference_id, absent=True)
    with pytest.raises(Refusal, match="đã kết thúc"):
        closing.close(store, made.conference_id)


def test_a_conference_with_half_days_to_come_is_not_closed() -> None:
    store = office()
    made = small_round(store)
    draft = conferences.draft_of(conference(store, made.conference_id))
    later = HalfDay(held_on="2099-01-01", part=DayPart.MORNING)
    conferences.amend(store, made.conference_id, replace(draft, half_days=(*draft.half_days, later)))
    with pytest.raises(Refusal, match="sáng 01/01/2099 chưa diễn ra"):
        closing.close(store, made.conference_id, absent=True)


def today_at(store: Store, made: SmallRound, ends_at: str) -> None:
    """The last half-day is held today, until that hour."""
    draft = conferences.draft_of(conference(store, made.conference_id))
    last = replace(draft.half_days[-1], held_on=TODAY, part=DayPart.EVENING, starts_at="00:00", ends_at=ends_at)
    conferences.amend(store, made.conference_id, replace(draft, half_days=(*draft.half_days[:-1], last)))


def test_a_half_day_of_today_that_is_not_over_needs_consent(store: Store, made: SmallRound) -> None:
    today_at(store, made, "24:00")
    with pytest.raises(Refusal, match="tối 05/04/2021 chưa hết giờ"):
        closing.close(store, made.conference_id, absent=True)
    closing.close(store, made.conference_id, absent=True, early=True)
    assert conference(store, made.conference_id).closed_at


def test_a_half_day_of_today_that_is_over_is_closed(store: Store, made: SmallRound) -> None:
    today_at(store, made, "00:00")
    assert closing.close(store, made.conference_id, absent=True).unended == ()


def test_a_guest_nobody_marked_is_told_apart_and_left_unmarked(store: Store, made: SmallRound) -> None:
    place = (made.half_day_ids[1], made.people[GUEST])
    attendance.mark(store, made.conference_id, [place], None)
    found = closing.close(store, made.conference_id, absent=True)
    assert (found.guests, [each.row.full_name for each in found.unmarked]) == (1, ["Ngô Văn Hòa"])
    assert place not in attendance.sheet(store, made.conference_id).marks


def test_opening_again_keeps_the_reason_and_the_marks(store: Store, made: SmallRound) -> None:
    closing.close(store, made.conference_id, absent=True)
    marked = everyone(store, made)
    closing.reopen(store, made.conference_id, " Bổ sung  phiếu ")
    closing.check_open(store, made.conference_id)
    (kept_one,) = closing.state(store, made.conference_id).reopenings
    assert kept_one.reason == "Bổ sung phiếu" and kept_one.closed_at.startswith(TODAY)
    assert everyone(store, made) == marked


def test_opening_again_needs_a_reason_and_a_closed_conference(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="chưa kết thúc"):
        closing.reopen(store, made.conference_id, "Sửa")
    closing.close(store, made.conference_id, absent=True)
    with pytest.raises(Refusal, match="lý do mở lại"):
        closing.reopen(store, made.conference_id, " ")


def test_a_complete_venue_is_not_waited_for(store: Store, made: SmallRound) -> None:
    people = [row.member_id for row in attendance.sheet(store, made.conference_id).rows]
    places = [(made.half_day_ids[0], person) for person in people]
    attendance.fill_blanks(store, made.conference_id, places)
    venue_reports.complete(store, made.conference_id, made.venue_ids[0], made.half_day_ids[0])
    left = closing.state(store, made.conference_id).incomplete
    assert (made.venue_ids[0], made.half_day_ids[0]) not in {
        (each.venue and each.venue.id, each.half_day_id) for each in left
    }
