"""People written in at a venue, joined to whom they are without overwriting a mark."""

import pytest

from db.values import Deduction, MarkStatus, MemberKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, duplicates, journal, members, reports, rolls, unknown_people
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.round_office import EXEMPT, SmallRound, small_round

UNMARKED, ABSENT = "Ngô Văn Hòa", "Bùi Thị Đào"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def stranger(store: Store, made: SmallRound, name: str, marked: bool = True) -> int:
    """Someone written in at the second venue, and seen there on the first morning."""
    found = rolls.write_in(store, made.conference_id, name, made.venue_ids[1])
    if marked:
        attendance.mark(store, made.conference_id, [(made.half_day_ids[0], found)], MarkStatus.PRESENT)
    return found


def first_mark(store: Store, made: SmallRound, member_id: int) -> tuple[MarkStatus, int | None]:
    mark = attendance.sheet(store, made.conference_id).marks[made.half_day_ids[0], member_id]
    return mark.status, mark.venue_id


def row_of(store: Store, made: SmallRound, member_id: int) -> tuple[MemberKind, Deduction | None, str]:
    row = next(row for row in rolls.roll(store, made.conference_id) if row.member_id == member_id)
    return row.kind, row.deduction, row.cell


def test_what_was_marked_becomes_the_persons_with_the_venue(store: Store, made: SmallRound) -> None:
    found = stranger(store, made, UNMARKED)
    unknown_people.join(store, found, made.people[UNMARKED])
    assert first_mark(store, made, made.people[UNMARKED]) == (MarkStatus.PRESENT, made.venue_ids[1])
    assert unknown_people.unknown(store) == []


def test_a_mark_that_differs_is_for_the_clerk_to_choose(store: Store, made: SmallRound) -> None:
    found, person = stranger(store, made, ABSENT), made.people[ABSENT]
    with pytest.raises(Refusal, match="hãy chọn giữ của ai"):
        unknown_people.join(store, found, person)
    (conflict,) = unknown_people.differences(store, found, person)
    unknown_people.join(store, found, person, {conflict.half_day_id: person})
    assert first_mark(store, made, person)[0] is MarkStatus.ABSENT


def test_the_strangers_mark_may_be_the_one_that_holds(store: Store, made: SmallRound) -> None:
    found, person = stranger(store, made, ABSENT), made.people[ABSENT]
    unknown_people.join(store, found, person, {made.half_day_ids[0]: found})
    assert first_mark(store, made, person) == (MarkStatus.PRESENT, made.venue_ids[1])


def test_joining_does_not_make_an_exempt_person_attend(store: Store, made: SmallRound) -> None:
    unknown_people.join(store, stranger(store, made, EXEMPT, marked=False), made.people[EXEMPT])
    assert row_of(store, made, made.people[EXEMPT])[1] is Deduction.EXEMPT


def test_whoever_was_not_on_the_roll_comes_on_it_as_a_member_of_their_cell(store: Store, made: SmallRound) -> None:
    newcomer = a_member(store, "Trịnh Văn Mới", "Đội Cung 1", admitted_on="2021-04-01", official_on=None)
    unknown_people.join(store, stranger(store, made, "Trịnh Văn Mới"), newcomer.id)
    kind, deduction, cell = row_of(store, made, newcomer.id)
    assert (kind, deduction, cell) == (MemberKind.OFFICIAL, None, "Đội Cung 1")
    assert members.member(store, newcomer.id).kind is MemberKind.OFFICIAL


def test_a_join_is_taken_back_whole(store: Store, made: SmallRound) -> None:
    found = stranger(store, made, UNMARKED)
    before = reports.summary(store, made.round_id), rolls.roll(store, made.conference_id)
    unknown_people.join(store, found, made.people[UNMARKED])
    journal.undo(store)
    assert (reports.summary(store, made.round_id), rolls.roll(store, made.conference_id)) == before


def test_people_of_the_name_are_proposed_and_no_other_stranger(store: Store, made: SmallRound) -> None:
    found = stranger(store, made, UNMARKED)
    stranger(store, made, UNMARKED)
    assert [person.id for person in unknown_people.candidates(store, found)] == [made.people[UNMARKED]]


def test_a_stranger_is_not_joined_to_another(store: Store, made: SmallRound) -> None:
    one, other = stranger(store, made, "Lê Thị Lạ"), stranger(store, made, "Lê Thị Lạ")
    with pytest.raises(Refusal, match="cũng chưa rõ danh tính"):
        unknown_people.join(store, one, other)


def test_a_guest_the_register_did_not_have_is_taken_into_it(store: Store, made: SmallRound) -> None:
    found, before = stranger(store, made, "Lê Thị Lạ"), rolls.totals(store, made.conference_id).guests
    unknown_people.accept(store, [found], made.cell_ids[0])
    kept = members.member(store, found)
    assert (kept.kind, kept.cell_id) == (MemberKind.GUEST, made.cell_ids[0])
    assert rolls.totals(store, made.conference_id).guests == before + 1
    assert found in members.list_ids(store, MemberFilter())


def test_a_stranger_is_no_double_in_the_register(store: Store, made: SmallRound) -> None:
    person = members.member(store, made.people[ABSENT])
    found = rolls.write_in(store, made.conference_id, ABSENT, None, birth_date=person.birth_date)
    assert all(found not in (pair.one.id, pair.other.id) for pair in duplicates.pairs(store))
    unknown_people.accept(store, [found])
    assert any(found in (pair.one.id, pair.other.id) for pair in duplicates.pairs(store))
