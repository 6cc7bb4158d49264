"""Marks, make-ups, and how each person stands."""

import pytest

from db.values import ConferenceKind, Deduction, MakeUpForm, MarkStatus
from desktop_app.domain.obligations import Attended
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, conferences, journal, rolls
from desktop_app.services.attendance import Standing
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.round_office import AWAY, EXEMPT, GUEST, HOSTED, SmallRound, small_round, two_days


@pytest.fixture
def known(store: Store) -> SmallRound:
    return small_round(store)


def of(store: Store, known: SmallRound, name: str) -> Standing:
    found = attendance.standings(store, known.round_id)
    return next(standing for standing in found if standing.row.full_name == name)


def statuses(store: Store, known: SmallRound, name: str) -> list[MarkStatus | None]:
    marks, person = attendance.sheet(store, known.conference_id).marks, known.people[name]
    return [marks[day, person].status if (day, person) in marks else None for day in known.half_day_ids]


@pytest.mark.parametrize(
    ("name", "outcome", "has_studied"),
    [
        ("Nguyễn Văn An", Attended.ATTENDED, True),
        ("Hoàng Văn Bình", Attended.PARTIAL, False),
        ("Phan Thị Chi", Attended.ABSENT_EXCUSED, False),
        ("Đặng Văn Dũng", Attended.ABSENT_UNEXCUSED, False),
        ("Bùi Thị Đào", Attended.ABSENT, False),
        ("Ngô Văn Hòa", Attended.NOT_MARKED, False),
        ("Dương Thị Lan", Attended.ABSENT_EXCUSED, True),
        ("Hồ Thị Nga", Attended.PARTIAL, True),
    ],
)
def test_each_person_stands_as_marked(
    store: Store, known: SmallRound, name: str, outcome: Attended, has_studied: bool
) -> None:
    standing = of(store, known, name)
    assert (standing.outcome, standing.studied, standing.must_attend) == (outcome, has_studied, True)


def test_a_make_up_keeps_the_absence(store: Store, known: SmallRound) -> None:
    standing = of(store, known, "Dương Thị Lan")
    assert standing.missed == known.half_day_ids
    assert {each.half_day_id for each in standing.made_up} == set(known.half_day_ids)
    assert standing.made_up_on == "2021-03-29"


@pytest.mark.parametrize("name", [EXEMPT, AWAY, GUEST])
def test_those_taken_off_and_guests_need_not_attend(store: Store, known: SmallRound, name: str) -> None:
    assert not of(store, known, name).must_attend
    assert name not in {standing.row.full_name for standing in attendance.outstanding(store, known.round_id)}


def test_the_sheet_has_everyone_who_is_to_come_and_guests(store: Store, known: SmallRound) -> None:
    found = {row.full_name for row in attendance.sheet(store, known.conference_id).rows}
    assert found == known.people.keys() - {EXEMPT, AWAY}
    assert {HOSTED, GUEST} <= found


def test_a_venues_sheet_has_only_its_people_and_their_marks(store: Store, known: SmallRound) -> None:
    sheets = [attendance.sheet(store, known.conference_id, venue_id=venue) for venue in known.venue_ids]
    assert sum(len(sheet.rows) for sheet in sheets) == len(known.people) - 2
    for sheet in sheets:
        assert {member for _, member in sheet.marks} <= {row.member_id for row in sheet.rows}


def test_filling_blanks_changes_no_mark_that_stands(store: Store, known: SmallRound) -> None:
    everyone = [
        (day, row.member_id) for row in attendance.sheet(store, known.conference_id).rows for day in known.half_day_ids
    ]
    before = attendance.sheet(store, known.conference_id).marks
    filled = attendance.fill_blanks(store, known.conference_id, everyone)
    after = attendance.sheet(store, known.conference_id).marks
    assert filled == len(everyone) - len(before) == 4
    assert {place: after[place] for place in before} == before
    assert statuses(store, known, "Ngô Văn Hòa") == [MarkStatus.PRESENT] * 4


def test_blanks_of_a_make_up_conference_are_filled_without_touching_its_marks(store: Store, known: SmallRound) -> None:
    draft = conferences.ConferenceDraft(name="Học bù", kind=ConferenceKind.MAKEUP, half_days=two_days().half_days[:1])
    held = conferences.create(store, known.round_id, draft)
    rolls.freeze(store, held.id)
    day, person = held.half_days[0].id, known.people["Phan Thị Chi"]
    attendance.mark(store, held.id, [(day, person)], MarkStatus.ABSENT_EXCUSED, "ốm")
    attendance.fill_blanks(store, held.id, [(day, person)])
    assert attendance.sheet(store, held.id).marks[day, person].status is MarkStatus.ABSENT_EXCUSED


def test_a_mark_taken_back_is_not_marked(store: Store, known: SmallRound) -> None:
    place = (known.half_day_ids[0], known.people["Nguyễn Văn An"])
    attendance.mark(store, known.conference_id, [place], None)
    assert statuses(store, known, "Nguyễn Văn An")[0] is None
    assert of(store, known, "Nguyễn Văn An").outcome is Attended.PARTIAL


def test_a_mark_keeps_its_reason_and_where_the_person_was_seen(store: Store, known: SmallRound) -> None:
    place = (known.half_day_ids[0], known.people["Nguyễn Văn An"])
    attendance.mark(
        store, known.conference_id, [place], MarkStatus.ABSENT_EXCUSED, " đi  công tác ", known.venue_ids[1]
    )
    mark = attendance.sheet(store, known.conference_id).marks[place]
    assert (mark.status, mark.reason, mark.venue_id) == (MarkStatus.ABSENT_EXCUSED, "đi công tác", known.venue_ids[1])


def test_marks_given_twice_in_one_gesture_count_once(store: Store, known: SmallRound) -> None:
    place = (known.half_day_ids[0], known.people["Nguyễn Văn An"])
    assert attendance.mark(store, known.conference_id, [place, place], MarkStatus.PRESENT) == 1


def test_nobody_is_marked_before_the_roll_is_frozen(store: Store) -> None:
    known = small_round(store, freeze=False)
    with pytest.raises(Refusal, match="chưa chốt danh sách triệu tập"):
        attendance.mark(store, known.conference_id, [(known.half_day_ids[0], 1)], MarkStatus.PRESENT)


def test_a_stranger_or_another_conferences_half_day_is_not_marked(store: Store, known: SmallRound) -> None:
    stranger = a_member(store, "Người Lạ").id
    for place in ((known.half_day_ids[0], stranger), (999, known.people["Nguyễn Văn An"])):
        with pytest.raises(Refusal):
            attendance.mark(store, known.conference_id, [place], MarkStatus.PRESENT)


def test_all_that_was_missed_is_made_up_at_once(store: Store, known: SmallRound) -> None:
    person = known.people["Hoàng Văn Bình"]
    made = attendance.record_makeup(store, known.conference_id, [person], "2021-04-02", MakeUpForm.CONFERENCE)
    standing = of(store, known, "Hoàng Văn Bình")
    assert (made, standing.studied, standing.outcome) == (2, True, Attended.PARTIAL)


def test_one_half_day_made_up_of_two_is_not_enough(store: Store, known: SmallRound) -> None:
    person, days = known.people["Hoàng Văn Bình"], known.half_day_ids[2:3]
    assert attendance.record_makeup(store, known.conference_id, [person], "2021-04-02", half_day_ids=days) == 1
    assert not of(store, known, "Hoàng Văn Bình").studied


def test_a_make_up_on_the_day_itself_is_allowed_and_one_before_it_is_not(store: Store, known: SmallRound) -> None:
    person = known.people["Hoàng Văn Bình"]
    with pytest.raises(Refusal, match="sớm hơn buổi đã vắng"):
        attendance.record_makeup(store, known.conference_id, [person], "2021-03-27")
    assert attendance.record_makeup(store, known.conference_id, [person], "2021-03-28") == 2


def test_who_missed_nothing_makes_nothing_up(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="không vắng buổi nào"):
        attendance.record_makeup(store, known.conference_id, [known.people["Nguyễn Văn An"]], "2021-04-02")


def test_a_make_up_is_taken_off_again(store: Store, known: SmallRound) -> None:
    assert attendance.undo_makeup(store, known.conference_id, [known.people["Dương Thị Lan"]]) == 4
    assert not of(store, known, "Dương Thị Lan").studied


def test_a_make_up_over_a_round_finds_each_persons_conference(store: Store, known: SmallRound) -> None:
    people = [known.people[name] for name in ("Phan Thị Chi", "Bùi Thị Đào")]
    assert attendance.make_up(store, known.round_id, people, "2021-04-02") == 8
    assert attendance.take_back_makeup(store, known.round_id, people) == 8
    assert journal.last(store) is not None


def test_a_cells_standings_are_its_part_of_the_whole(store: Store, known: SmallRound) -> None:
    everyone = attendance.standings(store, known.round_id)
    parts = [attendance.standings(store, known.round_id, cell) for cell in known.cell_ids]
    assert [standing for part in parts for standing in part] == everyone


def test_some_peoples_standings_are_theirs_of_the_whole(store: Store, known: SmallRound) -> None:
    some = list(known.people.values())[::2]
    whole = [s for s in attendance.standings(store, known.round_id) if s.row.member_id in some]
    assert attendance.standings(store, known.round_id, member_ids=some) == whole


def test_a_person_of_two_conferences_stands_where_they_attended(store: Store, known: SmallRound) -> None:
    second = conferences.create(store, known.round_id, two_days())
    rolls.freeze(store, second.id)
    person = known.people["Đặng Văn Dũng"]
    attendance.mark(store, second.id, [(day.id, person) for day in second.half_days], MarkStatus.PRESENT)
    assert of(store, known, "Đặng Văn Dũng").row.conference_id == second.id
    assert of(store, known, "Nguyễn Văn An").row.conference_id == known.conference_id
    assert len(attendance.standings(store, known.round_id)) == len(known.people)


def test_whoever_was_put_off_at_one_conference_must_attend_at_the_other(store: Store, known: SmallRound) -> None:
    second = conferences.create(store, known.round_id, two_days())
    rolls.freeze(store, second.id)
    person = known.people["Phan Thị Chi"]
    rolls.deduct(store, known.conference_id, person, Deduction.OTHER, "học ở hội nghị sau")
    assert of(store, known, "Phan Thị Chi").row.conference_id == second.id


def test_a_make_up_recorded_once_is_not_recorded_over(store: Store, known: SmallRound) -> None:
    lan = known.people["Dương Thị Lan"]
    with pytest.raises(Refusal, match="Dương Thị Lan đã ghi học bù"):
        attendance.record_makeup(store, known.conference_id, [lan], "2021-05-01")
    assert of(store, known, "Dương Thị Lan").made_up_on == "2021-03-29"


def test_what_is_left_of_a_make_up_is_recorded_beside_it(store: Store, known: SmallRound) -> None:
    person, days = known.people["Phan Thị Chi"], known.half_day_ids
    attendance.record_makeup(store, known.conference_id, [person], "2021-04-02", half_day_ids=days[:1])
    assert attendance.record_makeup(store, known.conference_id, [person], "2021-04-09") == 3
    assert [each.made_up_on for each in of(store, known, "Phan Thị Chi").made_up] == ["2021-04-02", *["2021-04-09"] * 3]
