"""The board of venues and the deliberate acts of a venue's report, at the small round."""

from dataclasses import replace

import pytest

from db.day_records import DiaryEntry, HeadCount
from db.records import HalfDay
from db.values import Audience, DayPart, DiaryKind, MarkStatus
from desktop_app.domain.board import Figures, ReportState
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, board, closing, conferences, rolls, rounds, venue_diary
from desktop_app.services import venue_reports as reports
from desktop_app.services.board import BoardLine
from desktop_app.services.store import Store
from tests.round_office import GUEST, TODAY, SmallRound, office, small_round


@pytest.fixture
def store() -> Store:
    return office(practice=True)


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def line(store: Store, made: SmallRound, venue: int = 0, half_day: int = 0) -> BoardLine:
    """The line of a venue at a half-day, both by their place."""
    found = board.board(store, made.conference_id, made.half_day_ids[half_day])
    return next(each for each in found if each.venue and each.venue.id == made.venue_ids[venue])


def complete(store: Store, made: SmallRound, signed: int | None = None) -> None:
    """The second venue reports the first half-day, all of its people being marked."""
    reports.complete(store, made.conference_id, made.venue_ids[1], made.half_day_ids[0], signed)


def blanks_absent(store: Store, made: SmallRound) -> None:
    people = [row.member_id for row in attendance.sheet(store, made.conference_id).rows]
    places = [(day, person) for day in made.half_day_ids for person in people]
    attendance.fill_blanks(store, made.conference_id, places, MarkStatus.ABSENT)


def test_everyone_summoned_stands_in_one_figure(store: Store, made: SmallRound) -> None:
    summoned = rolls.totals(store, made.conference_id)
    for half_day in made.half_day_ids:
        found = board.total(board.board(store, made.conference_id, half_day))
        stood = found.present - found.visitors + found.elsewhere + found.absentees + found.unmarked + found.free
        assert found.roll == stood == summoned.must_attend + summoned.guests


def test_the_board_counts_the_marks_of_its_half_day(store: Store, made: SmallRound) -> None:
    found = board.total(board.board(store, made.conference_id, made.half_day_ids[2]))
    assert (found.present, found.absent_excused, found.absent_unexcused, found.absent) == (6, 5, 1, 1)
    assert found.unmarked == 1


def test_someone_seen_at_another_venue_counts_there_once(store: Store, made: SmallRound) -> None:
    here, there = line(store, made, 0).figures, line(store, made, 1).figures
    mover = next(r for r in rolls.roll(store, made.conference_id, made.venue_ids[0]) if r.full_name == "Nguyễn Văn An")
    place = [(made.half_day_ids[0], mover.member_id)]
    attendance.mark(store, made.conference_id, place, MarkStatus.PRESENT, venue_id=made.venue_ids[1])
    left, joined = line(store, made, 0).figures, line(store, made, 1).figures
    assert (left.present, left.elsewhere, left.roll) == (here.present - 1, 1, here.roll)
    assert (joined.present, joined.visitors, joined.roll) == (there.present + 1, 1, there.roll)


def test_a_venue_of_which_nothing_is_known_is_silent(store: Store) -> None:
    made = small_round(store, freeze=False)
    rolls.freeze(store, made.conference_id)
    assert all(each.silent for each in board.board(store, made.conference_id, made.half_day_ids[0]))


def test_people_who_sit_nowhere_stand_in_a_line_of_their_own(store: Store) -> None:
    made = small_round(store, freeze=False)
    conferences.seat(store, made.conference_id, made.venue_ids[1], ())
    rolls.freeze(store, made.conference_id)
    last = board.board(store, made.conference_id, made.half_day_ids[0])[-1]
    assert last.venue is None and last.figures.roll > 0 and last.name == "Chưa xếp điểm cầu"


def test_who_has_attended_all_they_must_is_not_waited_for(store: Store, made: SmallRound) -> None:
    draft = rounds.draft_of(rounds.study_round(store, made.round_id))
    rules = ((Audience.MEMBERS, 2),)
    rounds.amend(store, made.round_id, replace(draft, required_half_days=rules))
    place = [(made.half_day_ids[3], made.people["Nguyễn Văn An"])]
    attendance.mark(store, made.conference_id, place, None)
    found = board.total(board.board(store, made.conference_id, made.half_day_ids[3]))
    assert (found.free, found.unmarked) == (1, 1)


def test_a_report_with_unmarked_people_is_not_complete(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="còn 1 người chưa điểm danh"):
        for venue in made.venue_ids:
            reports.complete(store, made.conference_id, venue, made.half_day_ids[0])


def test_someone_written_in_at_another_half_day_does_not_hold_the_report_up(store: Store, made: SmallRound) -> None:
    blanks_absent(store, made)
    stranger = rolls.write_in(store, made.conference_id, "Lê Thị Lạ", made.venue_ids[1])
    attendance.mark(store, made.conference_id, [(made.half_day_ids[1], stranger)], MarkStatus.PRESENT)
    complete(store, made)
    found = line(store, made, 1, 1).figures
    assert line(store, made, 1).state is ReportState.COMPLETE
    assert (found.visitors, found.roll) == (1, line(store, made, 1).figures.roll)


def test_a_guest_not_marked_does_not_hold_the_report_up(store: Store, made: SmallRound) -> None:
    blanks_absent(store, made)
    row = next(r for r in rolls.roll(store, made.conference_id) if r.full_name == GUEST)
    attendance.mark(store, made.conference_id, [(made.half_day_ids[0], row.member_id)], None)
    assert row.venue_id
    reports.complete(store, made.conference_id, row.venue_id, made.half_day_ids[0])


def test_a_signed_number_that_differs_is_refused_and_named(store: Store, made: SmallRound) -> None:
    blanks_absent(store, made)
    present = line(store, made, 1).figures.present
    with pytest.raises(Refusal, match=f"{present + 1} người ký nhưng điểm danh {present} người"):
        complete(store, made, present + 1)
    assert line(store, made, 1).state is ReportState.PARTLY


def test_a_complete_report_says_when_and_by_whom(store: Store, made: SmallRound) -> None:
    blanks_absent(store, made)
    complete(store, made, line(store, made, 1).figures.present)
    found = line(store, made, 1)
    assert (found.state, found.completed_by) == (ReportState.COMPLETE, store.user)
    assert str(found.completed_at).startswith(TODAY)


def test_a_complete_report_turns_contradictory_when_its_marks_change(store: Store, made: SmallRound) -> None:
    blanks_absent(store, made)
    complete(store, made, line(store, made, 1).figures.present)
    absentee = next(p for p, m in marks(store, made).items() if m is not MarkStatus.PRESENT)
    attendance.mark(store, made.conference_id, [absentee], MarkStatus.PRESENT)
    found = line(store, made, 1)
    assert found.state is ReportState.CONTRADICTORY and found.completed_at


def marks(store: Store, made: SmallRound) -> dict[tuple[int, int], MarkStatus]:
    """The marks of the first half-day at the second venue."""
    sheet = attendance.sheet(store, made.conference_id, made.venue_ids[1])
    return {place: mark.status for place, mark in sheet.marks.items() if place[0] == made.half_day_ids[0]}


def test_a_complete_report_can_be_taken_back(store: Store, made: SmallRound) -> None:
    blanks_absent(store, made)
    complete(store, made, line(store, made, 1).figures.present)
    reports.take_back(store, made.conference_id, made.venue_ids[1], made.half_day_ids[0])
    found = line(store, made, 1)
    assert (found.state, found.signed) == (ReportState.PARTLY, found.figures.present)
    with pytest.raises(Refusal, match="chưa báo đủ"):
        reports.take_back(store, made.conference_id, made.venue_ids[1], made.half_day_ids[0])


def test_nobody_came_is_a_report_too(store: Store) -> None:
    made = small_round(store, freeze=False)
    rolls.freeze(store, made.conference_id)
    blanks_absent(store, made)
    complete(store, made, 0)
    found = line(store, made, 1)
    assert (found.state, found.figures.present, found.signed) == (ReportState.COMPLETE, 0, 0)


def test_a_signed_number_alone_is_kept_and_cleared(store: Store, made: SmallRound) -> None:
    key = (made.conference_id, made.venue_ids[0], made.half_day_ids[0])
    reports.sign(store, *key, 1)
    assert (line(store, made).signed, line(store, made).state) == (1, ReportState.CONTRADICTORY)
    reports.sign(store, *key, None)
    assert line(store, made).signed is None


def test_nothing_is_reported_of_a_closed_conference(store: Store, made: SmallRound) -> None:
    blanks_absent(store, made)
    closing.close(store, made.conference_id, absent=True)
    with pytest.raises(Refusal, match="mở lại"):
        complete(store, made)


def test_a_half_day_or_venue_of_another_conference_is_refused(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="không thuộc hội nghị"):
        board.board(store, made.conference_id, 999)
    with pytest.raises(Refusal, match="điểm cầu"):
        reports.sign(store, made.conference_id, 999, made.half_day_ids[0], 3)


def test_heads_and_the_last_line_of_the_diary_stand_apart(store: Store, made: SmallRound) -> None:
    before, day, venue = line(store, made).figures, made.half_day_ids[0], made.venue_ids[0]
    for people, number in (("Hội viên", 12), ("Quần chúng", 8)):
        given = HeadCount(venue_id=venue, half_day_id=day, people=people, count=number)
        venue_diary.count(store, made.conference_id, given)
    entry = DiaryEntry(venue_id=venue, half_day_id=day, kind=DiaryKind.LINE, happened_at="2021-03-27 08:10", text="Rớt")
    venue_diary.write(store, made.conference_id, entry)
    found = line(store, made)
    assert (found.heads, found.figures) == (20, before)
    assert found.last_diary is not None and found.last_diary.text == "Rớt"


def test_a_half_day_to_come_is_not_reported_complete() -> None:
    store = office()
    made = small_round(store, freeze=False)
    later = HalfDay(held_on="2099-01-01", part=DayPart.MORNING)
    held = conferences.create(store, made.round_id, conferences.ConferenceDraft(name="Sau", half_days=(later,)))
    venue = conferences.save_venue(store, held.id, conferences.venues(store, made.conference_id)[0])
    rolls.freeze(store, held.id)
    with pytest.raises(Refusal, match="chưa diễn ra"):
        reports.complete(store, held.id, venue.id, held.half_days[0].id)
    with pytest.raises(Refusal, match="còn 9 người chưa điểm danh"):
        reports.complete(store, held.id, venue.id, held.half_days[0].id, early=True)


def test_the_half_day_offered_is_the_last_one_begun(store: Store, made: SmallRound) -> None:
    days = conferences.conference(store, made.conference_id).half_days
    assert board.half_day_now(store, days).id == days[-1].id
    later = HalfDay(id=9, held_on="2099-01-01", part=DayPart.MORNING)
    assert board.half_day_now(store, (later,)) == later


def test_figures_of_an_empty_venue_are_zero() -> None:
    assert Figures().absentees == 0 and not Figures().marked
