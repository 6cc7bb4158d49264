"""An office of 2,000 members in 36 cells, as the ward of Đông Thọ had in 2021, and a two-day conference at 20 venues.

Not tests themselves. The last cell is of the armed forces, who owe three half-days of the four.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from db.records import Venue
from db.values import Audience, MemberKind, MemberStatus, VenueLevel
from desktop_app.services import conferences, members, moves, organizations, rounds
from desktop_app.services.members import MemberDraft
from desktop_app.services.store import Store
from tests.round_office import two_days

MEMBERS, GUESTS, CELLS, VENUES = 2_000, 30, 36, 20
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Hữu", "Minh", "Quang", "Thanh", "Xuân", "Đình")
GIVEN = (
    *("An", "Ánh", "Ân", "Bình", "Chi", "Dũng", "Đào", "Giang", "Hòa", "Hưng", "Khánh"),
    *("Lan", "Minh", "Nga", "Oanh", "Phúc", "Quý", "Sơn", "Thủy", "Yến"),
)
MAIN_HALL = "Hội trường Đảng ủy phường"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thousands:
    """Ids of what was made; `venue_ids` begin with the main one."""

    round_id: int
    conference_id: int
    half_day_ids: tuple[int, ...]
    cell_ids: tuple[int, ...]
    venue_ids: tuple[int, ...]


def full_name(number: int) -> str:
    """2,000 names, no two alike."""
    family, rest = number % 10, number // 10
    return f"{FAMILIES[family]} {MIDDLES[rest % 10]} {GIVEN[rest // 10 % 20]}"


def make_cells(store: Store) -> tuple[int, ...]:
    audiences = [Audience.MEMBERS] * (CELLS - 1) + [Audience.ARMED_FORCES]
    return tuple(
        organizations.create_cell(store, f"Phố {number}", audience=audience).id
        for number, audience in enumerate(audiences, 1)
    )


def enrol(store: Store, cell_ids: Sequence[int], count: int = MEMBERS, guests: int = GUESTS) -> list[int]:
    """Members by turns into the cells, then guests; every 250th is exempt, every 400th away for a time."""
    drafts = [
        MemberDraft(
            full_name=full_name(number) if number < MEMBERS else f"{full_name(number)} Khách",
            birth_date=f"{1940 + number % 60}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            admitted_on=None if number >= count else "1990-01-01",
            official_on=None if number >= count else "1991-01-01",
            cell_id=cell_ids[number % len(cell_ids)],
            kind=MemberKind.GUEST if number >= count else None,
            status=MemberStatus.EXEMPT if number % 250 == 7 else MemberStatus.ACTIVE,
        )
        for number in range(count + guests)
    ]
    with store.gesture("test.people", "Người dự"):
        people = members.enrol_many(store, [members.checked(draft) for draft in drafts])
        for member_id in people[11:count:400]:
            moves.send_away(store, member_id, "2021-01-01", "Phường Ba Đình")
    return people


def make_venues(store: Store, conference_id: int, cell_ids: Sequence[int]) -> tuple[int, ...]:
    """The main hall with 19 houses of the streets under it; every cell sits at one of the twenty."""
    main = Venue(name=MAIN_HALL, cell_ids=tuple(cell_ids[::VENUES]))
    made = [conferences.save_venue(store, conference_id, main).id]
    for number in range(1, VENUES):
        cells = tuple(cell_ids[number::VENUES])
        house = Venue(
            name=f"Nhà văn hóa phố {number + 1}", parent_id=made[0], level=VenueLevel.CELL, cell_ids=cells, capacity=150
        )
        made.append(conferences.save_venue(store, conference_id, house).id)
    return tuple(made)


def thousands(store: Store) -> Thousands:
    """The office, its round and the conference, planned and not frozen yet."""
    cell_ids = make_cells(store)
    enrol(store, cell_ids)
    owed = ((Audience.ARMED_FORCES, 3),)
    draft = rounds.RoundDraft(name="Nghị quyết Đại hội XIII", essay_required=False, required_half_days=owed)
    round_id = rounds.create(store, draft).id
    held = conferences.create(store, round_id, two_days())
    return Thousands(
        round_id=round_id,
        conference_id=held.id,
        half_day_ids=tuple(day.id for day in held.half_days),
        cell_ids=cell_ids,
        venue_ids=make_venues(store, held.id, cell_ids),
    )
