"""Cells laid into venues by room."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.seating import Group, Part, Room, fill, seats


def rooms(*free: int) -> list[Room]:
    return [Room(venue_id=at, free=each) for at, each in enumerate(free, 1)]


def groups(*people: int) -> list[Group]:
    return [Group(cell_id=at, people=each) for at, each in enumerate(people, 101)]


def told(parts: list[Part]) -> list[tuple[int, int | None, int]]:
    return [(part.cell_id, part.venue_id, part.people) for part in parts]


SIZES = st.lists(st.integers(0, 60), max_size=12)


def test_a_cell_sits_whole_in_the_first_room_that_holds_it() -> None:
    assert told(fill(rooms(10, 30), groups(20, 8))) == [(101, 2, 20), (102, 1, 8)]


def test_whole_cells_come_before_parts_of_cells() -> None:
    assert told(fill(rooms(10, 10), groups(15, 10))) == [(101, 2, 10), (101, None, 5), (102, 1, 10)]


def test_a_cell_without_people_takes_no_part() -> None:
    assert told(fill(rooms(5), groups(0, 5))) == [(102, 1, 5)]


def test_people_go_into_the_parts_in_their_order() -> None:
    parts = fill(rooms(2, 1), groups(4))
    assert seats(parts, {101: [7, 8, 9, 10]}) == [(7, 1), (8, 1), (9, 2), (10, None)]


@given(SIZES, SIZES)
def test_nobody_is_lost_or_seated_twice(free: list[int], people: list[int]) -> None:
    seated = Counter[int]()
    for part in fill(rooms(*free), groups(*people)):
        seated[part.cell_id] += part.people
    assert seated == Counter({group.cell_id: group.people for group in groups(*people) if group.people})


@given(SIZES, SIZES)
def test_no_room_is_overfull_and_none_is_free_while_someone_stands(free: list[int], people: list[int]) -> None:
    held = Counter[int | None]()
    for part in fill(rooms(*free), groups(*people)):
        held[part.venue_id] += part.people
    assert all(held[room.venue_id] <= room.free for room in rooms(*free))
    assert not held[None] or all(held[room.venue_id] == room.free for room in rooms(*free))


@given(SIZES, SIZES)
def test_a_cell_is_parted_only_where_no_room_was_large_enough(free: list[int], people: list[int]) -> None:
    parts = fill(rooms(*free), groups(*people))
    split = {cell for cell, n in Counter(part.cell_id for part in parts).items() if n > 1}
    whole = Counter[int | None]()
    for part in parts:
        if part.cell_id not in split:
            whole[part.venue_id] += part.people
    for group in groups(*people):
        if group.cell_id in split:
            assert all(room.free - whole[room.venue_id] < group.people for room in rooms(*free))


@given(SIZES, SIZES)
def test_everyone_of_a_cell_gets_one_seat(free: list[int], people: list[int]) -> None:
    named = {
        group.cell_id: range(group.cell_id * 1000, group.cell_id * 1000 + group.people) for group in groups(*people)
    }
    found = seats(fill(rooms(*free), groups(*people)), dict(named))
    assert sorted(person for person, _ in found) == sorted(person for each in named.values() for person in each)
