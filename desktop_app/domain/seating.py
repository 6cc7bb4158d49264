"""Cells laid into venues by room: whole cells first, what fits nowhere whole in parts. Pure; nothing is looked up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A venue and how many more it can hold."""

    venue_id: int
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The people of one cell who need seats."""

    cell_id: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """So many people of a cell at one venue; `venue_id` None = there is no room left for them."""

    cell_id: int
    venue_id: int | None
    people: int


def fill(rooms: Sequence[Room], groups: Sequence[Group]) -> list[Part]:
    """Seat the groups in their order: each whole in the first room it fits into, then the others in parts.

    Every person is in exactly one part, no room gets more than it holds, and nobody is left over while a room is free.
    The parts of a cell stand in the order of the rooms, the one without room last. A cell without people is left out.
    """
    free = {room.venue_id: max(0, room.free) for room in rooms}
    whole: dict[int, int] = {}
    for group in groups:
        place = next((venue for venue, left in free.items() if left >= group.people), None)
        if group.people and place is not None:
            free[place] -= group.people
            whole[group.cell_id] = place
    parts: list[Part] = []
    for group in groups:
        if group.cell_id in whole:
            parts.append(Part(cell_id=group.cell_id, venue_id=whole[group.cell_id], people=group.people))
        elif group.people:
            parts += in_parts(free, group)
    return parts


def in_parts(free: dict[int, int], group: Group) -> list[Part]:
    """As many of a group as each room still holds; what is taken is no longer free."""
    left, parts = group.people, []
    for venue_id, room in free.items():
        taken = min(room, left)
        if taken:
            free[venue_id] -= taken
            left -= taken
            parts.append(Part(cell_id=group.cell_id, venue_id=venue_id, people=taken))
    return [*parts, Part(cell_id=group.cell_id, venue_id=None, people=left)] if left else parts


def seats(parts: Iterable[Part], people: dict[int, Sequence[int]]) -> list[tuple[int, int | None]]:
    """(person, venue) for everyone: the people of a cell, in their order, go into its parts one after another."""
    found: list[tuple[int, int | None]] = []
    taken: dict[int, int] = {}
    for part in parts:
        start = taken.get(part.cell_id, 0)
        taken[part.cell_id] = start + part.people
        found += [(person, part.venue_id) for person in people[part.cell_id][start : start + part.people]]
    return found
