"""Past facts written down wrongly, put right by a gesture with a reason."""

import pytest

from db.values import FOREVER, MemberKind, MemberStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import corrections, journal, members, moves, positions, standing
from desktop_app.services.lives import life
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member
from tests.services.roll_on import names_on_roll, on_roll

WHY = "ghi nhầm"


def test_a_move_gets_another_day_and_the_cell_before_ends_there(store: Store) -> None:
    person, other = a_member(store), a_cell(store, "Phố 2").id
    moves.move(store, person.id, "2021-03-01", other)
    corrections.redate(store, person.id, life(store, person.id).cells[1], WHY, since="2021-02-01")
    assert [stay.valid_to for stay in life(store, person.id).cells] == ["2021-02-01", FOREVER]
    assert names_on_roll(store, "2021-02-10", other) == [person.full_name]
    assert WHY in journal.history(store, 1)[0].summary


def test_a_day_that_swallows_a_neighbour_is_refused(store: Store) -> None:
    person = a_member(store)
    moves.move(store, person.id, "2021-03-01", a_cell(store, "Phố 2").id)
    moves.move(store, person.id, "2021-06-01", a_cell(store, "Phố 3").id)
    before = life(store, person.id)
    with pytest.raises(Refusal, match="lấn hết thời gian đồng chí này thuộc Chi bộ Phố 2"):
        corrections.redate(store, person.id, before.cells[2], WHY, since="2021-02-01")
    assert life(store, person.id) == before


def test_a_death_on_another_day_is_held_against_the_rest(store: Store) -> None:
    person = a_member(store)
    moves.move(store, person.id, "2021-03-01", a_cell(store, "Phố 2").id)
    standing.died(store, person.id, "2021-06-01")
    death = life(store, person.id).statuses[-1]
    with pytest.raises(Refusal, match="“thuộc Chi bộ Phố 2” từ ngày 01/03/2021 sau khi “từ trần”"):
        corrections.redate(store, person.id, death, WHY, since="2021-02-01")
    corrections.redate(store, person.id, death, WHY, since="2021-05-01")
    assert members.member(store, person.id).status_date == "2021-05-01"


def test_a_death_of_another_person_is_struck_out(store: Store) -> None:
    person = a_member(store)
    standing.died(store, person.id, "2021-06-01")
    kept = corrections.strike(store, person.id, life(store, person.id).statuses[-1], WHY)
    assert kept.status is MemberStatus.ACTIVE and on_roll(store, "2021-07-01").total == 1


def test_a_move_out_that_never_was_leaves_the_person_at_home(store: Store) -> None:
    person = a_member(store)
    moves.transfer_out(store, person.id, "2021-03-01", "Ba Đình", "3-GT")
    corrections.reopen(store, person.id, life(store, person.id).cells[0], WHY)
    stay = life(store, person.id).cells[0]
    assert (stay.valid_to, stay.went_to, stay.left_decision_no) == (FOREVER, None, None)


def test_an_official_day_put_right_is_the_date_the_register_shows(store: Store) -> None:
    person = a_member(store)
    fact = life(store, person.id).kinds[1]
    assert corrections.redate(store, person.id, fact, WHY, since="1986-06-01").official_on == "1986-06-01"
    fact = life(store, person.id).kinds[1]
    on_probation = corrections.strike(store, person.id, fact, WHY)
    assert (on_probation.kind, on_probation.official_on) == (MemberKind.PROBATIONARY, None)


def test_a_fact_is_told_in_other_words(store: Store) -> None:
    person, other = a_member(store), a_cell(store, "Phố 2").id
    positions.hold_office(store, person.id, "Phó Bí thư", "2021-03-01")
    known = life(store, person.id)
    renamed = corrections.restate(store, person.id, known.offices[0], WHY, title="Bí thư", term="2020–2025")
    assert renamed.position == "Bí thư"
    assert corrections.restate(store, person.id, known.cells[0], WHY, cell_id=other).cell == "Phố 2"


def test_an_office_never_held_leaves_the_line(store: Store) -> None:
    person = a_member(store)
    positions.hold_office(store, person.id, "Bí thư", "2021-03-01")
    assert corrections.strike(store, person.id, life(store, person.id).offices[0], WHY).position is None


def test_the_first_kind_of_a_person_is_not_struck_out(store: Store) -> None:
    person = a_member(store)
    with pytest.raises(Refusal, match="việc đầu tiên"):
        corrections.strike(store, person.id, life(store, person.id).kinds[0], WHY)


def test_a_correction_has_a_reason_and_a_fact_as_it_stands(store: Store) -> None:
    person = a_member(store)
    moves.move(store, person.id, "2021-03-01", a_cell(store, "Phố 2").id)
    fact = life(store, person.id).cells[1]
    with pytest.raises(Refusal, match="Chưa ghi lý do sửa"):
        corrections.redate(store, person.id, fact, " ", since="2021-02-01")
    corrections.redate(store, person.id, fact, WHY, since="2021-02-01")
    with pytest.raises(Refusal, match="đã được sửa ở nơi khác"):
        corrections.redate(store, person.id, fact, WHY, since="2021-01-01")
