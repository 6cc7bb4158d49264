"""Make-up conferences: whom they summon, what their marks settle, and that the absence always stays."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.records import Conference, HalfDay
from db.values import ConferenceKind, DayPart, MakeUpForm, MarkStatus
from desktop_app.domain.contradictions import ContradictionKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import (
    attendance,
    conferences,
    contradictions,
    journal,
    makeup_conferences,
    roll_changes,
    rolls,
    rounds,
    scanning,
    unknown_people,
)
from desktop_app.services.makeup_conferences import MakeUpDraft
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.round_office import SmallRound, office, small_round

CHI, DUNG, BINH = "Phan Thị Chi", "Đặng Văn Dũng", "Hoàng Văn Bình"


@pytest.fixture
def known(store: Store) -> SmallRound:
    return small_round(store)


def sessions(*days: str) -> tuple[HalfDay, ...]:
    parts = (DayPart.MORNING, DayPart.AFTERNOON)
    return tuple(HalfDay(held_on=day, part=part) for day in days for part in parts)


def a_makeup(
    store: Store, known: SmallRound, *names: str, days: tuple[str, ...] = ("2021-04-10", "2021-04-11")
) -> Conference:
    people = tuple(known.people[name] for name in names)
    draft = MakeUpDraft(name="Học bù", member_ids=people, half_days=sessions(*days), place="Nhà văn hóa")
    return makeup_conferences.create(store, known.round_id, draft)


def attend(store: Store, held: Conference, person: int, *half_days: int, status: MarkStatus | None) -> None:
    places = [(held.half_days[at].id, person) for at in half_days]
    attendance.mark(store, held.id, places, status)


def standing(store: Store, known: SmallRound, name: str) -> attendance.Standing:
    return attendance.standings(store, known.round_id, member_ids=[known.people[name]])[0]


def present_and_made_up(store: Store, known: SmallRound) -> int:
    """How many half-days are kept as attended and as made up at once."""
    told = contradictions.contradictions(store, known.round_id)
    return sum(each.kind is ContradictionKind.MAKEUP_OF_PRESENT for each in told)


def test_exactly_those_chosen_are_summoned_and_the_roll_is_frozen(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI, DUNG)
    assert {row.full_name for row in rolls.roll(store, held.id)} == {CHI, DUNG}
    assert held.frozen_at is not None
    assert {row.venue for row in rolls.roll(store, held.id)} == {"Nhà văn hóa"}


def test_its_half_days_stand_for_those_missed_in_order(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI)
    covers = makeup_conferences.covers(store, held.id)
    assert [covers[day.id] for day in held.half_days] == [(missed,) for missed in known.half_day_ids]


def test_presence_settles_what_the_half_day_stands_for(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI)
    attend(store, held, known.people[CHI], 0, status=MarkStatus.PRESENT)
    (made_up,) = standing(store, known, CHI).made_up
    assert (made_up.half_day_id, made_up.made_up_on, made_up.form) == (
        known.half_day_ids[0],
        "2021-04-10",
        MakeUpForm.CONFERENCE,
    )


def test_the_absence_stays_and_everything_attended_is_studied(store: Store, known: SmallRound) -> None:
    held, before = a_makeup(store, known, CHI), attendance.sheet(store, known.conference_id).marks
    attend(store, held, known.people[CHI], 0, 1, 2, 3, status=MarkStatus.PRESENT)
    assert standing(store, known, CHI).studied
    assert attendance.sheet(store, known.conference_id).marks == before


@pytest.mark.parametrize("status", [None, MarkStatus.ABSENT])
def test_a_mark_taken_back_takes_the_make_up_with_it(
    store: Store, known: SmallRound, status: MarkStatus | None
) -> None:
    held = a_makeup(store, known, CHI)
    attend(store, held, known.people[CHI], 0, 1, status=MarkStatus.PRESENT)
    attend(store, held, known.people[CHI], 0, status=status)
    assert [each.half_day_id for each in standing(store, known, CHI).made_up] == [known.half_day_ids[1]]


def test_only_what_a_person_missed_is_made_up(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI, BINH)
    attend(store, held, known.people[BINH], 0, 1, 2, 3, status=MarkStatus.PRESENT)
    assert [each.half_day_id for each in standing(store, known, BINH).made_up] == list(known.half_day_ids[2:])


def test_marking_and_make_up_are_one_gesture(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI)
    attend(store, held, known.people[CHI], 0, 1, 2, 3, status=MarkStatus.PRESENT)
    journal.undo(store)
    assert standing(store, known, CHI).made_up == ()
    assert attendance.sheet(store, held.id).marks == {}


def test_a_presence_found_later_needs_no_make_up_and_an_absence_found_later_has_it(
    store: Store, known: SmallRound
) -> None:
    held, place = a_makeup(store, known, CHI), [(known.half_day_ids[0], known.people[CHI])]
    attend(store, held, known.people[CHI], 0, status=MarkStatus.PRESENT)
    attendance.mark(store, known.conference_id, place, MarkStatus.PRESENT)
    assert attendance.sheet(store, known.conference_id).makeups.get(place[0]) is None
    attendance.mark(store, known.conference_id, place, MarkStatus.ABSENT_EXCUSED)
    assert attendance.sheet(store, known.conference_id).makeups[place[0]].made_up_on == "2021-04-10"


def test_moving_the_half_day_moves_the_day_of_the_make_up(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI, days=("2021-04-10",))
    attend(store, held, known.people[CHI], 0, 1, status=MarkStatus.PRESENT)
    later = tuple(replace(day, held_on="2021-04-20") for day in held.half_days)
    conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=later))
    assert standing(store, known, CHI).made_up_on == "2021-04-20"


def test_a_make_up_before_what_was_missed_is_refused(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="sớm hơn buổi đã vắng"):
        a_makeup(store, known, CHI, days=("2021-03-27",))
    held = a_makeup(store, known, CHI)
    early = tuple(replace(day, held_on="2021-03-01") for day in held.half_days[:1])
    with pytest.raises(Refusal, match="sớm hơn buổi đã vắng"):
        conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=(*early, *held.half_days[1:])))


def test_who_owes_nothing_is_not_summoned(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="không nợ buổi học nào"):
        a_makeup(store, known, CHI, "Nguyễn Văn An")


def test_what_a_half_day_stands_for_can_be_changed_after_marking(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI)
    attend(store, held, known.people[CHI], 0, status=MarkStatus.PRESENT)
    makeup_conferences.cover(store, held.id, {held.half_days[0].id: known.half_day_ids})
    assert standing(store, known, CHI).studied
    makeup_conferences.cover(store, held.id, {})
    assert standing(store, known, CHI).made_up == ()


def test_a_self_study_make_up_is_not_taken_over_by_a_conference(store: Store, known: SmallRound) -> None:
    held, person = a_makeup(store, known, CHI), known.people[CHI]
    attendance.record_makeup(store, known.conference_id, [person], "2021-04-02", half_day_ids=known.half_day_ids[:1])
    attend(store, held, person, 0, 1, status=MarkStatus.PRESENT)
    forms = {each.half_day_id: each.form for each in standing(store, known, CHI).made_up}
    assert [forms[day] for day in known.half_day_ids[:2]] == [MakeUpForm.SELF_STUDY, MakeUpForm.CONFERENCE]


def test_a_conference_make_up_is_taken_back_where_it_was_marked(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI)
    attend(store, held, known.people[CHI], 0, status=MarkStatus.PRESENT)
    with pytest.raises(Refusal, match="hội nghị học bù"):
        attendance.undo_makeup(store, known.conference_id, [known.people[CHI]])


STATUS = st.sampled_from([*MarkStatus, None])
DEEDS = st.lists(st.tuples(st.booleans(), st.integers(0, 3), st.sampled_from([CHI, DUNG, BINH]), STATUS), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds=DEEDS)
def test_studied_is_present_or_made_up_whatever_is_marked(
    deeds: list[tuple[bool, int, str, MarkStatus | None]],
) -> None:
    store = office()
    known = small_round(store)
    held = a_makeup(store, known, CHI, DUNG, BINH)
    came: dict[tuple[bool, int, str], bool] = {(False, at, BINH): at < 2 for at in range(4)}
    for makeup, at, name, status in deeds:
        half_day = held.half_days[at].id if makeup else known.half_day_ids[at]
        conference_id = held.id if makeup else known.conference_id
        attendance.mark(store, conference_id, [(half_day, known.people[name])], status)
        came[makeup, at, name] = status is MarkStatus.PRESENT
    for name in (CHI, DUNG, BINH):
        told = standing(store, known, name)
        settled = [came.get((False, at, name)) or came.get((True, at, name)) for at in range(4)]
        assert told.studied == all(settled)
        assert len(told.missed) - len(told.made_up) == settled.count(False) + settled.count(None)
    store.close()


def test_a_code_read_at_the_door_of_a_make_up_conference_settles_what_was_missed(
    store: Store, known: SmallRound
) -> None:
    held = a_makeup(store, known, CHI)
    code = rolls.roll(store, held.id)[0].code
    scanning.read(store, held.id, held.half_days[0].id, None, code, "2021-04-10 07:30:00")
    assert [each.half_day_id for each in standing(store, known, CHI).made_up] == [known.half_day_ids[0]]


def test_a_conference_that_was_marked_stays_of_its_kind(store: Store, known: SmallRound) -> None:
    draft = conferences.draft_of(conferences.conference(store, known.conference_id))
    with pytest.raises(Refusal, match="không đổi loại được"):
        conferences.amend(store, known.conference_id, replace(draft, kind=ConferenceKind.MAKEUP))


def test_the_roll_of_those_chosen_is_not_worked_out_anew(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI)
    with pytest.raises(Refusal, match="đúng những người đã chọn"):
        rolls.freeze(store, held.id)
    assert {row.full_name for row in rolls.roll(store, held.id)} == {CHI}


@pytest.mark.parametrize("count_hosted", [True, False])
def test_those_of_a_round_are_summoned_whether_or_not_people_count_with_their_hosts(
    store: Store, count_hosted: bool
) -> None:
    known = small_round(store, freeze=False)
    draft = rounds.draft_of(rounds.study_round(store, known.round_id))
    rounds.amend(store, known.round_id, replace(draft, count_hosted=count_hosted))
    rolls.freeze(store, known.conference_id)
    owing = attendance.outstanding(store, known.round_id)
    held = a_makeup(store, known, *(each.row.full_name for each in owing))
    assert {row.member_id for row in rolls.roll(store, held.id)} == {each.row.member_id for each in owing}


def test_presence_counts_again_once_self_study_is_taken_back(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, CHI)
    attendance.make_up(store, known.round_id, [known.people[CHI]], "2021-04-05")
    attend(store, held, known.people[CHI], 0, status=MarkStatus.PRESENT)
    attendance.take_back_makeup(store, known.round_id, [known.people[CHI]])
    (settled,) = standing(store, known, CHI).made_up
    assert (settled.half_day_id, settled.form) == (known.half_day_ids[0], MakeUpForm.CONFERENCE)


def test_a_stranger_at_a_make_up_settles_the_debt_of_whom_they_turn_out_to_be(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, DUNG)
    stranger = rolls.write_in(store, held.id, CHI, None)
    attend(store, held, stranger, 0, 1, 2, 3, status=MarkStatus.PRESENT)
    unknown_people.join(store, stranger, known.people[CHI])
    assert standing(store, known, CHI).studied
    journal.undo(store)
    assert not standing(store, known, CHI).studied


def test_a_stranger_who_attended_leaves_nothing_to_make_up(store: Store, known: SmallRound) -> None:
    attend(store, a_makeup(store, known, CHI), known.people[CHI], 0, status=MarkStatus.PRESENT)
    stranger = rolls.write_in(store, known.conference_id, CHI, None)
    place = [(known.half_day_ids[0], stranger)]
    attendance.mark(store, known.conference_id, place, MarkStatus.PRESENT)
    unknown_people.join(store, stranger, known.people[CHI], {known.half_day_ids[0]: stranger})
    assert present_and_made_up(store, known) == 0


def test_whoever_is_put_on_the_roll_has_made_up_what_they_came_for(store: Store, known: SmallRound) -> None:
    held = a_makeup(store, known, DUNG)
    late = a_member(store, "Hà Văn Muộn", "Đội Cung 1")
    roll_changes.add(store, held.id, late.id, "Chưa kịp ghi")
    attend(store, held, late.id, 0, 1, 2, 3, status=MarkStatus.PRESENT)
    roll_changes.add(store, known.conference_id, late.id, "Chưa kịp ghi")
    (found,) = attendance.standings(store, known.round_id, member_ids=[late.id])
    assert found.studied and len(found.missed) == 4


def test_an_absence_taken_back_brings_no_make_up_of_who_has_attended_since(store: Store, known: SmallRound) -> None:
    held, person = a_makeup(store, known, CHI, DUNG), known.people[CHI]
    attend(store, held, person, 0, status=MarkStatus.PRESENT)
    attend(store, held, person, 0, status=MarkStatus.ABSENT)
    mistaken = journal.history(store, 1)[0].id
    attendance.mark(store, known.conference_id, [(known.half_day_ids[0], person)], MarkStatus.PRESENT)
    journal.undo(store, mistaken)
    assert present_and_made_up(store, known) == 0
