"""The finder of contradictions: nothing in a sound round, and one of each kind where it was made on purpose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import attendance as kept_attendance
from db import closing as kept_closing
from db.day_records import Scan
from db.records import HalfDay, MakeUp, Mark
from db.scans import add as add_scan
from db.store import Store
from db.values import ConferenceKind, DayPart, MakeUpForm, MarkStatus, ScanOutcome
from desktop_app.domain.contradictions import ContradictionKind, MendPlace
from desktop_app.domain.refusal import Refusal
from desktop_app.services import (
    attendance,
    board,
    closing,
    conferences,
    contradictions,
    essays,
    makeup_conferences,
    members,
    rolls,
    venue_reports,
)
from desktop_app.services.contradictions import Contradiction
from tests.round_office import SmallRound, draft, office, small_round

AN = "Nguyễn Văn An"


@pytest.fixture
def store() -> Store:
    return office(practice=True)


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def found(store: Store, made: SmallRound) -> list[Contradiction]:
    return contradictions.contradictions(store, made.round_id)


def only(store: Store, made: SmallRound, kind: ContradictionKind) -> Contradiction:
    """The one contradiction there is, which is of this kind."""
    (told,) = found(store, made)
    assert told.kind is kind
    return told


def present(store: Store, half_day_id: int, member_id: int, at: str = "2021-03-28 08:00:00") -> None:
    """A mark that no service would write."""
    with store.gesture("test", "Điểm danh"):
        mark = Mark(half_day_id=half_day_id, member_id=member_id, status=MarkStatus.PRESENT)
        kept_attendance.write_marks(store, [mark], at)


def test_a_sound_round_has_none(store: Store, made: SmallRound) -> None:
    assert found(store, made) == []


def test_presence_at_a_make_up_held_beside_a_half_day_attended_is_found(store: Store, made: SmallRound) -> None:
    day = HalfDay(held_on="2021-03-27", part=DayPart.MORNING)
    asked = conferences.ConferenceDraft(name="Học bù", kind=ConferenceKind.MAKEUP, half_days=(day,))
    other = conferences.create(store, made.round_id, asked)
    rolls.freeze(store, other.id)
    attendance.mark(store, other.id, [(other.half_days[0].id, made.people[AN])], MarkStatus.PRESENT)
    assert only(store, made, ContradictionKind.TWO_CONFERENCES).full_name == AN


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.sampled_from([*MarkStatus, None]), min_size=4, max_size=4), min_size=14, max_size=14))
def test_a_random_sound_round_has_none(given_marks: list[list[MarkStatus | None]]) -> None:
    store = office(practice=True)
    made = small_round(store, freeze=False)
    rolls.freeze(store, made.conference_id)
    sheet = attendance.sheet(store, made.conference_id)
    for row, statuses in zip(sheet.rows, given_marks, strict=False):
        for half_day, status in zip(made.half_day_ids, statuses, strict=True):
            attendance.mark(store, made.conference_id, [(half_day, row.member_id)], status)
        if None in statuses or set(statuses) != {MarkStatus.PRESENT}:
            attendance.record_makeup(store, made.conference_id, [row.member_id], "2021-04-01")
        essays.receive(store, made.round_id, [row.member_id], "2021-04-02")
    assert found(store, made) == []


def test_presence_after_death_is_told_with_the_day(store: Store, made: SmallRound) -> None:
    with store.gesture("test", "Từ trần"):
        store.execute(
            "update member_status set status = 'deceased', valid_from = '2021-03-20' where member_id = :id",
            {"id": made.people[AN]},
        )
    told = [each for each in found(store, made) if each.kind is ContradictionKind.LEFT_BEFORE]
    assert [each.half_day_id for each in told] == list(made.half_day_ids)
    assert told[0].sentence == "Nguyễn Văn An có mặt buổi sáng 27/03/2021 nhưng đã từ trần từ 20/03/2021."


def test_the_day_of_leaving_itself_is_no_contradiction(store: Store, made: SmallRound) -> None:
    with store.gesture("test", "Từ trần"):
        store.execute(
            "update member_status set status = 'left', valid_from = '2021-03-28' where member_id = :id",
            {"id": made.people[AN]},
        )
    assert found(store, made) == []


def test_presence_of_someone_of_no_cell_is_mended_on_their_page(store: Store, made: SmallRound) -> None:
    with store.gesture("test", "Chuyển đi"):
        store.execute(
            "update membership set valid_to = '2021-03-01' where member_id = :id", {"id": made.people["Phạm Văn Ân"]}
        )
    told = found(store, made)
    assert {each.kind for each in told} == {ContradictionKind.NO_CELL} and len(told) == 4
    assert (told[0].place, told[0].member_id) == (MendPlace.PERSON, made.people["Phạm Văn Ân"])


def second_conference(store: Store, made: SmallRound) -> int:
    """Another conference at the first half-day, An present there too; its half-day."""
    day = HalfDay(held_on="2021-03-27", part=DayPart.MORNING)
    other = conferences.create(store, made.round_id, conferences.ConferenceDraft(name="Hội nghị hai", half_days=(day,)))
    rolls.freeze(store, other.id)
    attendance.mark(store, other.id, [(other.half_days[0].id, made.people[AN])], MarkStatus.PRESENT)
    return other.half_days[0].id


def test_two_conferences_at_once_name_both_and_are_settled(store: Store, made: SmallRound) -> None:
    other = second_conference(store, made)
    told = only(store, made, ContradictionKind.TWO_CONFERENCES)
    assert "“Hội nghị trực tuyến toàn quốc” và “Hội nghị hai”" in told.sentence
    contradictions.settle_conference(store, told, made.half_day_ids[0])
    assert found(store, made) == []
    assert (other, made.people[AN]) not in kept_attendance.marks(store, made.round_id)
    assert (made.half_day_ids[0], made.people[AN]) in kept_attendance.marks(store, made.round_id)


def test_a_make_up_conference_not_counted_gives_its_make_ups_back(store: Store, made: SmallRound) -> None:
    chi, at = made.people["Phan Thị Chi"], HalfDay(held_on="2021-04-05", part=DayPart.MORNING)
    wanted = makeup_conferences.MakeUpDraft(name="Học bù", member_ids=(chi,), half_days=(at,), place="Nhà văn hóa")
    make_up_day = makeup_conferences.create(store, made.round_id, wanted)
    main = conferences.create(store, made.round_id, conferences.ConferenceDraft(name="Hội nghị hai", half_days=(at,)))
    rolls.freeze(store, main.id)
    for held in (make_up_day, main):
        attendance.mark(store, held.id, [(held.half_days[0].id, chi)], MarkStatus.PRESENT)
    settled = {place for place in kept_attendance.makeups(store, made.round_id) if place[1] == chi}
    told = only(store, made, ContradictionKind.TWO_CONFERENCES)
    contradictions.settle_conference(store, told, main.half_days[0].id)
    assert settled and not settled & kept_attendance.makeups(store, made.round_id).keys()


def scanned_twice(store: Store, made: SmallRound) -> Contradiction:
    """An, who sits at the first venue, is read at the second too."""
    seen_at = next(
        venue
        for venue in made.venue_ids
        if made.people[AN] in {row.member_id for row in rolls.roll(store, made.conference_id, venue)}
    )
    elsewhere = next(venue for venue in made.venue_ids if venue != seen_at)
    scan = Scan(
        code="1",
        event_at="2021-03-27 08:00:00",
        entered_at="2021-03-27 08:00:00",
        device="máy 2",
        conference_id=made.conference_id,
        half_day_id=made.half_day_ids[0],
        venue_id=elsewhere,
        member_id=made.people[AN],
        outcome=ScanOutcome.TWO_PLACES,
    )
    with store.gesture("test", "Quét"):
        add_scan(store, scan)
    told = only(store, made, ContradictionKind.TWO_VENUES)
    assert told.venues == (seen_at, elsewhere)
    return told


def test_two_venues_at_once_are_settled_by_choosing_one(store: Store, made: SmallRound) -> None:
    told = scanned_twice(store, made)
    contradictions.settle_venue(store, told, told.venues[1])
    assert found(store, made) == []
    mark = kept_attendance.marks(store, made.round_id)[made.half_day_ids[0], made.people[AN]]
    assert (mark.status, mark.venue_id) == (MarkStatus.PRESENT, told.venues[1])


def test_a_venue_of_elsewhere_settles_nothing(store: Store, made: SmallRound) -> None:
    told = scanned_twice(store, made)
    with pytest.raises(Refusal, match="điểm cầu"):
        contradictions.settle_venue(store, told, 999)


def test_a_mark_off_the_roll_is_taken_off(store: Store, made: SmallRound) -> None:
    stranger = members.enrol(store, draft("Lạ Văn Khách", made.cell_ids[0], 3)).id
    present(store, made.half_day_ids[0], stranger)
    told = only(store, made, ContradictionKind.OFF_ROLL)
    contradictions.drop_mark(store, told)
    assert found(store, made) == []


def test_a_mark_of_someone_on_the_roll_is_not_dropped_here(store: Store, made: SmallRound) -> None:
    stranger = members.enrol(store, draft("Lạ Văn Khách", made.cell_ids[0], 3)).id
    present(store, made.half_day_ids[0], stranger)
    told = only(store, made, ContradictionKind.OFF_ROLL)
    with store.gesture("test", "Thêm"):
        store.execute(
            """insert into roll_row (conference_id, member_id, cell_id, kind, status, audience)
               values (:c, :m, :cell, 'official', 'active', 'members')""",
            {"c": made.conference_id, "m": stranger, "cell": made.cell_ids[0]},
        )
    with pytest.raises(Refusal, match="trang điểm danh"):
        contradictions.drop_mark(store, told)


def test_a_mark_written_after_closing_is_told(store: Store, made: SmallRound) -> None:
    with store.gesture("test", "Kết thúc"):
        kept_closing.set_closed(store, made.conference_id, "2021-04-06 00:00:00")
    present(store, made.half_day_ids[0], made.people[AN], "2021-04-06 09:00:00")
    told = only(store, made, ContradictionKind.AFTER_CLOSING)
    assert "ghi lúc 09:00 ngày 06/04/2021, sau khi hội nghị kết thúc lúc 00:00 ngày 06/04/2021" in told.sentence


def test_more_signatures_than_people_are_told_of_the_venue(store: Store, made: SmallRound) -> None:
    venue_reports.sign(store, made.conference_id, made.venue_ids[0], made.half_day_ids[1], 99)
    told = only(store, made, ContradictionKind.OVER_ROLL)
    assert (told.venue_id, told.half_day_id, told.place) == (made.venue_ids[0], made.half_day_ids[1], MendPlace.BOARD)
    assert "99 người ký" in told.sentence


def test_fewer_signatures_than_marks_are_told(store: Store, made: SmallRound) -> None:
    venue_reports.sign(store, made.conference_id, made.venue_ids[0], made.half_day_ids[0], 1)
    assert "1 người ký, điểm danh" in only(store, made, ContradictionKind.SIGNED_DIFFERS).sentence


def test_a_complete_report_with_unmarked_people_is_told(store: Store, made: SmallRound) -> None:
    lines = board.board(store, made.conference_id, made.half_day_ids[0])
    sound = next(each for each in lines if each.venue and not each.figures.unmarked)
    assert sound.venue
    venue_reports.complete(store, made.conference_id, sound.venue.id, made.half_day_ids[0])
    person = rolls.roll(store, made.conference_id, sound.venue.id)[0].member_id
    attendance.mark(store, made.conference_id, [(made.half_day_ids[0], person)], None)
    told = found(store, made)
    assert ContradictionKind.COMPLETE_UNMARKED in {each.kind for each in told}


def test_a_page_signed_by_more_than_are_marked_names_its_code(store: Store, made: SmallRound) -> None:
    with store.gesture("test", "Trang"):
        page = store.add(
            "sheet_page",
            code="9000000017",
            conference_id=made.conference_id,
            held_on="2021-03-27",
            venue_id=made.venue_ids[0],
            page=1,
            pages=1,
            version=1,
            printed_at="2021-03-26 08:00:00",
        )
        store.add("sheet_row", page_id=page, position=1, member_id=made.people[AN])
        store.add("sheet_total", page_id=page, half_day_id=made.half_day_ids[0], signed_total=2)
    told = only(store, made, ContradictionKind.PAGE_DIFFERS)
    assert told.page == "9000000017" and "2 người ký, điểm danh 1 người" in told.sentence


def make_up(store: Store, half_day_id: int, member_id: int, on: str) -> None:
    """A make-up that no service would write."""
    given_one = MakeUp(half_day_id=half_day_id, member_id=member_id, made_up_on=on, form=MakeUpForm.SELF_STUDY)
    with store.gesture("test", "Học bù"):
        kept_attendance.write_makeups(store, [given_one])


def test_a_make_up_before_the_half_day_missed_is_told(store: Store, made: SmallRound) -> None:
    make_up(store, made.half_day_ids[0], made.people["Đặng Văn Dũng"], "2021-03-20")
    told = only(store, made, ContradictionKind.MAKEUP_EARLY)
    assert told.sentence == "Đặng Văn Dũng học bù ngày 20/03/2021, trước buổi đã vắng (sáng 27/03/2021)."


def test_a_make_up_of_a_half_day_attended_is_told(store: Store, made: SmallRound) -> None:
    make_up(store, made.half_day_ids[0], made.people[AN], "2021-03-29")
    assert only(store, made, ContradictionKind.MAKEUP_OF_PRESENT).member_id == made.people[AN]


def test_an_essay_received_before_all_was_studied_is_told(store: Store, made: SmallRound) -> None:
    essays.receive(store, made.round_id, [made.people["Lý Văn Minh"]], "2021-04-03")
    told = only(store, made, ContradictionKind.ESSAY_EARLY)
    assert told.sentence.endswith("ngày 03/04/2021, trước khi học đủ (ngày 04/04/2021).")


def test_an_essay_of_someone_who_has_not_studied_is_told(store: Store, made: SmallRound) -> None:
    essays.receive(store, made.round_id, [made.people["Đặng Văn Dũng"]], "2021-04-03")
    assert only(store, made, ContradictionKind.ESSAY_EARLY).sentence.endswith("khi chưa học đủ số buổi.")


def test_nothing_is_settled_in_a_closed_conference(store: Store, made: SmallRound) -> None:
    told = scanned_twice(store, made)
    closing.close(store, made.conference_id, absent=True)
    with pytest.raises(Refusal, match="mở lại"):
        contradictions.settle_venue(store, told, told.venues[1])
