"""What a scan at the door comes to: marked or not and why, everything kept, the same reading twice harmless."""

from dataclasses import replace

import pytest

from db.values import Deduction, MarkStatus, MemberStatus, ScanOutcome
from desktop_app.domain.codes import quick_code
from desktop_app.domain.names import with_check_digit
from desktop_app.domain.refusal import Refusal
from desktop_app.services import (
    attendance,
    closing,
    conferences,
    duplicates,
    journal,
    members,
    rolls,
    rounds,
    scan_files,
    scanner,
    scanning,
)
from desktop_app.services.scanner import ScannerSettings
from desktop_app.services.scanning import Reading
from desktop_app.services.store import Store
from tests.round_office import EXEMPT, SmallRound, small_round, two_days

FREE = "Ngô Văn Hòa"
AT = "2021-03-27 07:05:00"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def code(store: Store, made: SmallRound, name: str = FREE) -> str:
    return members.member(store, made.people[name]).code


def scan(store: Store, made: SmallRound, text: str, at: str = AT, venue: int | None = None, day: int = 0) -> Reading:
    return scanning.read(store, made.conference_id, made.half_day_ids[day], venue, text, at)


def status(store: Store, made: SmallRound, name: str = FREE) -> MarkStatus | None:
    mark = attendance.sheet(store, made.conference_id).marks.get((made.half_day_ids[0], made.people[name]))
    return mark.status if mark else None


def seat(store: Store, made: SmallRound, name: str = FREE) -> int:
    (row,) = [row for row in rolls.roll(store, made.conference_id) if row.full_name == name]
    assert row.venue_id is not None
    return row.venue_id


def other_venue(store: Store, made: SmallRound, name: str = FREE) -> int:
    return next(venue for venue in made.venue_ids if venue != seat(store, made, name))


def test_someone_on_the_list_is_marked_present_where_they_were_read(store: Store, made: SmallRound) -> None:
    told = scan(store, made, code(store, made), venue=seat(store, made))
    assert (told.scan.outcome, told.full_name, told.cell) == (ScanOutcome.MARKED, FREE, "Trường Mầm non Đông Thọ")
    mark = attendance.sheet(store, made.conference_id).marks[made.half_day_ids[0], made.people[FREE]]
    assert (mark.status, mark.venue_id) == (MarkStatus.PRESENT, seat(store, made))


def test_the_short_code_typed_by_hand_marks_as_well(store: Store, made: SmallRound) -> None:
    assert scan(store, made, quick_code(code(store, made))).scan.outcome is ScanOutcome.MARKED


def test_someone_seated_elsewhere_is_present_here(store: Store, made: SmallRound) -> None:
    told = scan(store, made, code(store, made), venue=other_venue(store, made))
    assert told.scan.outcome is ScanOutcome.ELSEWHERE and "Được xếp ở" in told.note
    assert status(store, made) is MarkStatus.PRESENT


def test_the_same_person_within_seconds_is_a_repeat_and_later_already_marked(store: Store, made: SmallRound) -> None:
    scan(store, made, code(store, made))
    assert scan(store, made, code(store, made), "2021-03-27 07:05:04").scan.outcome is ScanOutcome.REPEATED
    assert scan(store, made, code(store, made), "2021-03-27 07:05:40").scan.outcome is ScanOutcome.ALREADY_MARKED
    assert len(scanning.listed(store, made.conference_id)) == 3


def test_present_at_two_venues_overwrites_nothing_and_waits_for_a_human(store: Store, made: SmallRound) -> None:
    first, second = seat(store, made), other_venue(store, made)
    scan(store, made, code(store, made), venue=first)
    told = scan(store, made, code(store, made), "2021-03-27 07:05:02", venue=second)
    assert told.scan.outcome is ScanOutcome.TWO_PLACES and not told.scan.settled
    mark = attendance.sheet(store, made.conference_id).marks[made.half_day_ids[0], made.people[FREE]]
    assert mark.venue_id == first


def test_present_at_another_conference_in_the_same_half_day_is_two_places(store: Store, made: SmallRound) -> None:
    other = conferences.create(store, made.round_id, two_days())
    rolls.freeze(store, other.id)
    attendance.mark(store, other.id, [(other.half_days[0].id, made.people[FREE])], MarkStatus.PRESENT)
    assert scan(store, made, code(store, made)).scan.outcome is ScanOutcome.TWO_PLACES
    assert status(store, made) is None


def test_a_misread_code_is_told_from_one_nobody_has(store: Store, made: SmallRound) -> None:
    misread = scan(store, made, "0001230")
    nobody = scan(store, made, with_check_digit(888_888))
    assert misread.scan.outcome is nobody.scan.outcome is ScanOutcome.UNKNOWN
    assert "đọc sai" in misread.note and "đọc sai" not in nobody.note


def test_someone_of_the_register_who_is_not_summoned_is_not_marked(store: Store, made: SmallRound) -> None:
    late = members.enrol(store, members.MemberDraft(full_name="Tạ Văn Mới", cell_id=made.cell_ids[0]))
    assert scan(store, made, late.code).scan.outcome is ScanOutcome.NOT_ON_LIST


def test_a_code_read_in_another_half_day_of_the_conference_is_refused(store: Store, made: SmallRound) -> None:
    told = scan(store, made, code(store, made), "2021-03-27 13:20:00")
    assert told.scan.outcome is ScanOutcome.WRONG_HALF_DAY and "chiều 27/03/2021" in told.note
    assert status(store, made) is None


def test_a_clock_that_is_wrong_is_told_but_does_not_stop_the_mark(store: Store, made: SmallRound) -> None:
    told = scan(store, made, code(store, made), "2000-01-01 00:03:00")
    assert told.clock_doubt and told.scan.outcome is ScanOutcome.MARKED


@pytest.mark.parametrize("gone", [MemberStatus.DECEASED, MemberStatus.LEFT, MemberStatus.SUSPENDED])
def test_who_has_died_left_or_is_suspended_is_blocked(store: Store, made: SmallRound, gone: MemberStatus) -> None:
    person = members.member(store, made.people[FREE])
    changed = replace(members.draft_of(person), status=gone, status_date="2021-03-01")
    members.amend(store, person.id, changed)
    assert scan(store, made, person.code).scan.outcome is ScanOutcome.BLOCKED
    assert status(store, made) is None


def test_who_was_taken_off_the_list_is_blocked(store: Store, made: SmallRound) -> None:
    rolls.deduct(store, made.conference_id, made.people[FREE], Deduction.OTHER, "Đi nước ngoài")
    assert scan(store, made, code(store, made)).scan.outcome is ScanOutcome.BLOCKED


def test_an_absence_written_before_yields_to_whoever_comes(store: Store, made: SmallRound) -> None:
    told = scan(store, made, code(store, made, "Phan Thị Chi"))
    assert told.scan.outcome is ScanOutcome.MARKED and "vắng có lý do" in told.note
    assert status(store, made, "Phan Thị Chi") is MarkStatus.PRESENT


def test_the_very_same_reading_again_changes_nothing(store: Store, made: SmallRound) -> None:
    scan(store, made, code(store, made))
    before = journal.history(store, 1)
    assert scan(store, made, code(store, made)).again
    assert journal.history(store, 1) == before and len(scanning.listed(store, made.conference_id)) == 1


def test_a_scan_is_taken_back_with_its_mark(store: Store, made: SmallRound) -> None:
    scan(store, made, code(store, made))
    journal.undo(store)
    assert status(store, made) is None and scanning.listed(store, made.conference_id) == []
    assert scan(store, made, code(store, made), "2021-03-27 07:05:01").scan.outcome is ScanOutcome.MARKED


def test_a_device_read_in_twice_gives_the_same_marks_once(store: Store, made: SmallRound) -> None:
    place = scanning.door(store, made.conference_id, made.half_day_ids[0], None, "M1")
    pairs = [(code(store, made), AT), (code(store, made), "2021-03-27 07:30:00"), ("123", None)]
    first, second = scan_files.load(store, place, pairs), scan_files.load(store, place, pairs)
    assert first.counts == {ScanOutcome.MARKED: 1, ScanOutcome.ALREADY_MARKED: 1, ScanOutcome.UNKNOWN: 1}
    assert (second.counts, second.again) == ({}, 3)
    assert journal.history(store, 1)[0].summary == "Đọc 3 lượt quét từ M1"


def test_scanning_waits_for_the_roll(store: Store) -> None:
    made = small_round(store, freeze=False)
    with pytest.raises(Refusal, match="chốt danh sách"):
        scan(store, made, "0001234")


def test_a_closed_conference_marks_nobody_and_keeps_the_scan(store: Store, made: SmallRound) -> None:
    closing.close(store, made.conference_id, absent=True)
    told = scan(store, made, code(store, made))
    assert told.scan.outcome is ScanOutcome.BLOCKED and "khép điểm danh" in told.note
    assert len(scanning.listed(store, made.conference_id)) == 1


def test_the_code_of_an_entry_merged_into_another_still_marks(store: Store, made: SmallRound) -> None:
    twin = members.enrol(store, members.MemberDraft(full_name=FREE, cell_id=made.cell_ids[2]))
    duplicates.merge(store, made.people[FREE], twin.id)
    assert scan(store, made, twin.code).full_name == FREE
    assert status(store, made) is MarkStatus.PRESENT


def test_someone_exempt_who_comes_counts_where_the_round_says_so(store: Store, made: SmallRound) -> None:
    exempt = code(store, made, EXEMPT)
    assert scan(store, made, exempt).scan.outcome is ScanOutcome.BLOCKED
    draft = rounds.draft_of(rounds.study_round(store, made.round_id))
    rounds.amend(store, made.round_id, replace(draft, exempt_counts_if_present=True))
    assert scan(store, made, exempt, "2021-03-27 07:06:00").scan.outcome is ScanOutcome.MARKED


@pytest.mark.parametrize("wanted", [ScannerSettings(gap_ms=5), ScannerSettings(repeat_seconds=900)])
def test_a_pace_no_scanner_has_is_refused(store: Store, wanted: ScannerSettings) -> None:
    with pytest.raises(Refusal, match="hãy sửa lại"):
        scanner.save_scanner(store, wanted)


def test_the_seconds_of_a_repeat_can_be_set(store: Store, made: SmallRound) -> None:
    scanner.save_scanner(store, ScannerSettings(repeat_seconds=60))
    scan(store, made, code(store, made))
    assert scan(store, made, code(store, made), "2021-03-27 07:05:40").scan.outcome is ScanOutcome.REPEATED
