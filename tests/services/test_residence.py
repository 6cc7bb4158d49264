"""Residence blocks: a second grouping of people, dated like the first and independent of it."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import journal, members, residence
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from tests.cast import some_members


def test_people_of_one_cell_live_in_several_blocks_day_by_day(store: Store) -> None:
    people = [person.id for person in some_members(store, 3)]
    one, two = residence.create_block(store, "Phố 1"), residence.create_block(store, "Phố 2", code="P2")
    residence.assign(store, one.id, people)
    residence.assign(store, two.id, people[:1], "2025-03-01")
    assert [block.people for block in residence.blocks(store, "2025-02-28")] == [3, 0]
    assert [block.people for block in residence.blocks(store)] == [2, 1]
    assert list(members.list_ids(store, MemberFilter(block_id=two.id))) == people[:1]


def test_an_assignment_is_taken_back_whole(store: Store) -> None:
    people = [person.id for person in some_members(store, 2)]
    one, two = residence.create_block(store, "Phố 1"), residence.create_block(store, "Phố 2")
    residence.assign(store, one.id, people)
    residence.assign(store, two.id, people)
    journal.undo(store)
    assert residence.block_of(store, people[0]) == residence.find_block(store, "phố 1")


def test_a_block_where_someone_lives_does_not_end(store: Store) -> None:
    block = residence.create_block(store, "Phố 1")
    residence.assign(store, block.id, [person.id for person in some_members(store, 1)])
    with pytest.raises(Refusal, match="Còn người"):
        residence.close_block(store, block.id, "2025-01-01")


def test_two_blocks_are_not_called_alike(store: Store) -> None:
    residence.create_block(store, "Tổ dân phố Hòa Bình")
    with pytest.raises(Refusal, match="Đã có"):
        residence.create_block(store, "tổ dân phố  Hoà Bình")
