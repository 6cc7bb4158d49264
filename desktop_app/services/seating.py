"""Seats at the venues of a conference, worked out by room and kept as one gesture; people seated one by one.

Who needs a seat is everyone on the roll who was not taken off it, guests too. Venues whose room is not known keep who
sits there and get nobody more; people written in at a venue stay where they are.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from db import conferences as kept
from db import rolls as kept_rolls
from db.records import RollRow, Venue
from db.store import Store
from db.values import MemberKind
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.seating import Group, Part, Room, fill, seats
from desktop_app.services.conferences import conference, venues
from desktop_app.services.rolls import preview, require_changeable, roll


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueSeats:
    """A venue as it would be: who sits there already (`seated`), who is added (`added`), by the names of cells."""

    venue: Venue
    depth: int
    seated: int
    added: int
    cells: tuple[tuple[str, int], ...]

    @property
    def people(self) -> int:
        return self.seated + self.added

    @property
    def free(self) -> int | None:
        """Seats left, negative when too few; None where the room is not known."""
        return None if self.venue.capacity is None else self.venue.capacity - self.people


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Seats for everyone. `places` are (person, venue) of those who get a new seat; `overflow` (cell, people) who get
    none; `cells` the venues of every cell, in tree order."""

    frozen: bool
    venues: tuple[VenueSeats, ...]
    overflow: tuple[tuple[str, int], ...]
    places: tuple[tuple[int, int | None], ...]
    cells: dict[int, tuple[int, ...]]

    @property
    def left_over(self) -> int:
        """People without a seat."""
        return sum(people for _, people in self.overflow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """People to come by (cell, venue), venue None = no seat; `guests` are those of `people` who are guests."""

    people: Counter[tuple[int, int | None]]
    guests: Counter[tuple[int, int | None]]


def in_tree_order(known: Sequence[Venue]) -> list[tuple[Venue, int]]:
    """(venue, depth): main venues in their order, each followed by its branches."""
    branches: dict[int | None, list[Venue]] = defaultdict(list)
    for venue in known:
        branches[venue.parent_id].append(venue)
    found, waiting = [], [(venue, 0) for venue in reversed(branches[None])]
    while waiting:
        venue, depth = waiting.pop()
        found.append((venue, depth))
        waiting += [(branch, depth + 1) for branch in reversed(branches[venue.id])]
    return found


def propose(store: Store, conference_id: int, afresh: bool = False) -> Proposal:
    """Seats by room; with `afresh` nobody keeps a seat at a venue whose room is known. Nothing is written.

    Refuses when no venue says its room.
    """
    tree = in_tree_order(venues(store, conference_id))
    roomy = {venue.id: venue.capacity for venue, _ in tree if venue.capacity is not None}
    if not roomy:
        raise Refusal("Chưa điểm cầu nào ghi số chỗ; hãy ghi số chỗ ở thẻ Điểm cầu rồi xếp.")
    frozen, rows = seekers(store, conference_id)
    seated = [row for row in rows if row.venue_id is not None]
    stays = [row for row in seated if not afresh or row.provisional or row.venue_id not in roomy]
    people, names = waiting_people(rows, stays)
    taken = Counter(row.venue_id for row in stays)
    rooms = [Room(venue_id=venue, free=room - taken[venue]) for venue, room in roomy.items()]
    parts = fill(rooms, [Group(cell_id=cell, people=len(each)) for cell, each in people.items()])
    added = Counter[int | None]()
    for part in parts:
        added[part.venue_id] += part.people
    return Proposal(
        frozen=frozen,
        venues=tuple(
            VenueSeats(
                venue=venue,
                depth=depth,
                seated=taken[venue.id],
                added=added[venue.id],
                cells=tuple(cells_at(venue.id, stays, parts, names)),
            )
            for venue, depth in tree
        ),
        overflow=tuple((names[part.cell_id], part.people) for part in parts if part.venue_id is None),
        places=tuple(seats(parts, people)),
        cells=cell_venues([venue.id for venue, _ in tree], stays, parts),
    )


def coming(store: Store, conference_id: int) -> Coming:
    """Who is to come, by the frozen roll or, before that, as the register gives it: must-attend and guests, nobody
    exempt or away, nobody written in."""
    rows = [row for row in seekers(store, conference_id)[1] if not row.provisional]
    return Coming(
        people=Counter((row.cell_id, row.venue_id) for row in rows),
        guests=Counter((row.cell_id, row.venue_id) for row in rows if row.kind is MemberKind.GUEST),
    )


def seekers(store: Store, conference_id: int) -> tuple[bool, list[RollRow]]:
    """(whether the roll is frozen, everyone on it who needs a seat)."""
    frozen = conference(store, conference_id).frozen_at is not None
    rows = roll(store, conference_id) if frozen else preview(store, conference_id)[1]
    return frozen, [row for row in rows if row.deduction is None]


def waiting_people(
    rows: Sequence[RollRow], stays: Sequence[RollRow]
) -> tuple[dict[int, Sequence[int]], dict[int, str]]:
    """(people by cell who have no seat yet, the names of all cells); people written in wait for nobody."""
    settled = {row.member_id for row in stays}
    people: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.member_id not in settled and not row.provisional:
            people[row.cell_id].append(row.member_id)
    return dict(people), {row.cell_id: row.cell for row in rows}


def cells_at(
    venue_id: int, stays: Sequence[RollRow], parts: Sequence[Part], names: dict[int, str]
) -> list[tuple[str, int]]:
    """(cell, people) at a venue, those who stay and those who come together."""
    held = Counter(row.cell_id for row in stays if row.venue_id == venue_id)
    for part in parts:
        if part.venue_id == venue_id:
            held[part.cell_id] += part.people
    return [(names[cell], people) for cell, people in held.items()]


def cell_venues(order: Sequence[int], stays: Sequence[RollRow], parts: Sequence[Part]) -> dict[int, tuple[int, ...]]:
    """Cell → the venues where its people would sit, in tree order."""
    known: dict[int, set[int | None]] = defaultdict(set)
    for row in stays:
        if not row.provisional:
            known[row.cell_id].add(row.venue_id)
    for part in parts:
        known[part.cell_id].add(part.venue_id)
    return {cell: tuple(venue for venue in order if venue in found) for cell, found in known.items()}


def keep(store: Store, conference_id: int, proposal: Proposal) -> int:
    """Keep a proposal as one gesture: which cells a venue serves and, on a frozen roll, everyone's seat. How many
    people got a seat.

    Before freezing the people of a cell at several venues are told apart only when the roll is frozen.
    """
    if proposal.frozen:
        require_changeable(store, conference_id)
    with store.gesture("venue.fill", f"Xếp chỗ theo sức chứa cho {len(proposal.places)} người"):
        for venue in venues(store, conference_id):
            left = [cell for cell in venue.cell_ids if cell not in proposal.cells]
            come = [cell for cell, found in proposal.cells.items() if venue.id in found]
            kept.seat(store, venue.id, (*left, *come))
        if proposal.frozen:
            kept_rolls.seat(store, conference_id, proposal.places)
    return sum(venue_id is not None for _, venue_id in proposal.places)


def seat_people(store: Store, conference_id: int, member_ids: Sequence[int], venue_id: int | None) -> int:
    """Seat people of a frozen roll one by one, whatever venue their cell sits at; how many."""
    require_changeable(store, conference_id)
    if set(member_ids) - kept_rolls.on_roll(store, conference_id, member_ids):
        raise Refusal("Có người không có trong danh sách triệu tập; hãy tải lại danh sách.")
    names = {venue.id: venue.name for venue in venues(store, conference_id)}
    if venue_id is not None and venue_id not in names:
        raise Refusal("Điểm cầu này không thuộc hội nghị đang mở; hãy chọn lại điểm cầu.")
    place = f"vào {names[venue_id]}" if venue_id is not None else "khỏi điểm cầu"
    with store.gesture("roll.seat", f"Xếp {len(member_ids)} người {place}"):
        kept_rolls.seat(store, conference_id, [(member, venue_id) for member in member_ids])
    return len(member_ids)
