"""What a roll holds beside what the register says: changes made by hand, and cells parted among several venues.

Both outlive freezing the roll once more. Not the changes themselves, which have a module of their own.
"""

from collections import Counter
from collections.abc import Sequence

from db import conferences as kept
from db import rolls
from db.records import RollRow
from db.store import Store
from desktop_app.domain.seating import Group, Part, in_parts, seats


def by_hand(store: Store, conference_id: int, on: str) -> list[RollRow]:
    """The rows of a frozen roll that say why they were changed, or sit elsewhere than their cell does."""
    known = kept.venues(store, conference_id)
    of_cell = {cell: {venue.id for venue in known if cell in venue.cell_ids} for v in known for cell in v.cell_ids}
    rows = rolls.frozen(store, conference_id, on)
    return [row for row in rows if row.reason or row.venue_id not in of_cell.get(row.cell_id, {None})]


def put_back(store: Store, conference_id: int, rows: Sequence[RollRow]) -> None:
    """Make these rows stand again on a roll just worked out: the person added, deducted or seated as before."""
    listed = rolls.on_roll(store, conference_id, [row.member_id for row in rows])
    for row in rows:
        if row.member_id not in listed:
            values = {name: getattr(row, name) for name in rolls.KEPT}
            rolls.add(store, conference_id, row.member_id, **values)
        elif row.reason:
            rolls.deduct(store, conference_id, row.member_id, row.deduction, row.reason)
    rolls.seat(store, conference_id, [(row.member_id, row.venue_id) for row in rows])


def part_shared_cells(store: Store, conference_id: int, on: str) -> None:
    """The people of a cell that sits at several venues go into them by room, in list order; who finds none stays at
    the first. A venue whose room is not known takes all."""
    known = kept.venues(store, conference_id)
    served = Counter(cell for venue in known for cell in venue.cell_ids)
    shared = [cell for cell, venues in served.items() if venues > 1]
    if not shared:
        return
    rows = [row for row in rolls.frozen(store, conference_id, on) if row.deduction is None]
    taken = Counter(row.venue_id for row in rows if row.cell_id not in shared)
    free = {v.id: len(rows) if v.capacity is None else max(0, v.capacity - taken[v.id]) for v in known}
    for cell in shared:
        people = [row.member_id for row in rows if row.cell_id == cell]
        own = {venue.id: free[venue.id] for venue in known if cell in venue.cell_ids}
        parts: list[Part] = in_parts(own, Group(cell_id=cell, people=len(people)))
        free |= own
        found = [(person, venue) for person, venue in seats(parts, {cell: people}) if venue is not None]
        rolls.seat(store, conference_id, found)
