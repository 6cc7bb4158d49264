"""Cells: made, found, renamed; never two of one name."""

import pytest

from db.values import Audience, MemberKind, MemberStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import organizations
from desktop_app.services.office import office
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member


def test_a_cell_stands_under_the_office(store: Store) -> None:
    cell = organizations.create_cell(store, " Đội  Cung 1 ", code="[2].[3].[3]")
    assert (cell.name, cell.parent_id) == ("Đội Cung 1", office(store).organization_id)
    assert cell.code == "[2].[3].[3]"


@pytest.mark.parametrize("name", ["Đội Cung 1", "chi bộ đội cung 1", "CB Đội  Cung 1", "Đo\u0323\u0302i Cung 1"])
def test_a_cell_is_found_by_every_spelling_and_not_made_twice(store: Store, name: str) -> None:
    cell = organizations.create_cell(store, "Đội Cung 1")
    assert organizations.find_cell(store, name).id == cell.id
    with pytest.raises(Refusal, match="Đã có chi bộ"):
        organizations.create_cell(store, name)


def test_a_cell_is_found_by_its_number(store: Store) -> None:
    cell = a_cell(store)
    assert organizations.find_cell(store, f" {cell.id} ") == cell


@pytest.mark.parametrize("text", ["", "Đội Cung", "99"])
def test_a_cell_that_is_not_there_is_told(store: Store, text: str) -> None:
    a_cell(store)
    with pytest.raises(Refusal, match="Không tìm thấy chi bộ"):
        organizations.find_cell(store, text)


def test_a_cell_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(Refusal, match="Chưa có tên chi bộ"):
        organizations.create_cell(store, " ")


def test_cells_are_in_the_order_of_their_names_and_numbers(store: Store) -> None:
    for name in ("Tổ 10", "Đội Cung 2", "Tổ 2", "Chi bộ Ba Đình", "Đội Cung 1"):
        organizations.create_cell(store, name)
    names = [cell.name for cell in organizations.cells(store)]
    assert names == ["Chi bộ Ba Đình", "Đội Cung 1", "Đội Cung 2", "Tổ 2", "Tổ 10"]


def test_a_cell_counts_its_members_of_that_day_without_guests_the_dead_and_those_who_left(store: Store) -> None:
    a_member(store, "Người Một")
    a_member(store, "Người Miễn", status=MemberStatus.EXEMPT)
    a_member(store, "Người Khách", kind=MemberKind.GUEST)
    a_member(store, "Người Mất", status=MemberStatus.DECEASED, status_date="2021-03-27")
    a_member(store, "Người Ra", status=MemberStatus.LEFT)
    assert [cell.member_count for cell in organizations.cells(store)] == [2]
    assert [cell.member_count for cell in organizations.cells(store, "2021-03-26")] == [3]


def test_a_cell_is_renamed_but_not_to_the_name_of_another(store: Store) -> None:
    one, other = a_cell(store, "Đội Cung 1"), a_cell(store, "Đội Cung 2")
    assert organizations.rename_cell(store, one.id, "Chi bộ Đội Cung 1").name == "Chi bộ Đội Cung 1"
    with pytest.raises(Refusal, match="Đã có chi bộ"):
        organizations.rename_cell(store, one.id, other.name)


def test_near_names_are_told(store: Store) -> None:
    a_cell(store, "Đội Cung 1")
    assert organizations.near_names(store, "Đội Cug 1") == ["Đội Cung 1"]
    assert organizations.near_names(store, "Đội Cung 2") == []


def test_a_cells_audience_is_said(store: Store) -> None:
    cell = organizations.set_audience(store, a_cell(store).id, Audience.ARMED_FORCES)
    assert cell.audience is Audience.ARMED_FORCES
