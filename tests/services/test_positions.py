"""Offices held with their terms, and the register's line of positions that follows them."""

import pytest

from db.values import Branch, MemberKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import positions
from desktop_app.services.lives import life
from desktop_app.services.store import Store
from tests.cast import a_member


def test_an_office_is_kept_with_its_term_and_shown(store: Store) -> None:
    person = a_member(store)
    held = positions.hold_office(store, person.id, "Bí thư chi bộ", "2020-06-01", term="2020–2025", decision_no="4-QĐ")
    office = life(store, person.id).offices[0]
    assert (office.title, office.term, office.decision_no) == ("Bí thư chi bộ", "2020–2025", "4-QĐ")
    assert held.position == "Bí thư chi bộ"


def test_several_offices_stand_beside_each_other(store: Store) -> None:
    person = a_member(store, government_position="Trưởng phố")
    positions.hold_office(store, person.id, "Chi ủy viên", "2020-06-01")
    both = positions.hold_office(store, person.id, "Đại biểu HĐND", "2021-06-01", Branch.GOVERNMENT)
    assert (both.party_position, both.government_position) == ("Chi ủy viên", "Trưởng phố, Đại biểu HĐND")


def test_an_office_held_is_not_taken_up_again(store: Store) -> None:
    person = a_member(store)
    positions.hold_office(store, person.id, "Bí thư", "2020-06-01")
    with pytest.raises(Refusal, match="đã giữ chức vụ Bí thư từ ngày 01/06/2020"):
        positions.hold_office(store, person.id, "bí thư", "2021-06-01")


def test_an_office_laid_down_leaves_the_line(store: Store) -> None:
    person = a_member(store, party_position="Ủy viên, Bí thư")
    positions.hold_office(store, person.id, "Bí thư", "2020-06-01")
    ended = positions.end_office(store, person.id, "Bí thư", "2021-06-01", "9-QĐ")
    office = life(store, person.id).offices[0]
    assert (ended.party_position, office.valid_to, office.ended_decision_no) == ("Ủy viên", "2021-06-01", "9-QĐ")


def test_an_office_of_unknown_beginning_is_corrected_on_the_page(store: Store) -> None:
    person = a_member(store, party_position="Bí thư")
    with pytest.raises(Refusal, match="Sổ chỉ ghi chức vụ Bí thư mà không ghi từ ngày nào"):
        positions.end_office(store, person.id, "Bí thư", "2021-06-01")


def test_what_is_not_held_is_not_laid_down(store: Store) -> None:
    with pytest.raises(Refusal, match="không ghi đồng chí này giữ chức vụ Bí thư"):
        positions.end_office(store, a_member(store).id, "Bí thư", "2021-06-01")


def test_a_guest_holds_no_office_of_the_party(store: Store) -> None:
    guest = a_member(store, kind=MemberKind.GUEST, admitted_on=None, official_on=None)
    with pytest.raises(Refusal, match="chưa là đảng viên"):
        positions.hold_office(store, guest.id, "Bí thư", "2021-06-01")
    assert positions.hold_office(store, guest.id, "Trưởng phố", "2021-06-01", Branch.GOVERNMENT).position


def test_an_office_has_a_title(store: Store) -> None:
    with pytest.raises(Refusal, match="Chưa ghi chức vụ"):
        positions.hold_office(store, a_member(store).id, "  ", "2021-06-01")
