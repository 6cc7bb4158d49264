"""The SQL about people written in at a venue whose identity is still to be found."""

from dataclasses import dataclass
from typing import Any

from db.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Someone written in, with the conference and venue they were written in at. `marks` are of its half-days."""

    id: int
    full_name: str
    birth_date: str | None
    reason: str | None
    conference_id: int
    conference: str
    venue: str | None
    marks: int


def unknown(store: Store, round_id: int | None = None, member_id: int | None = None) -> list[Unknown]:
    """Everyone not known yet, or those of a round, or one; by conference, in the order written."""
    rows = store.all(
        """select m.id, m.full_name, m.birth_date, r.reason, r.conference_id, c.name as conference, v.name as venue,
                  (select count(*) from mark k join half_day h on h.id = k.half_day_id
                   where k.member_id = m.id and h.conference_id = c.id) as marks
           from roll_row r join member m on m.id = r.member_id and m.provisional = 1 and m.deleted = 0
           join conference c on c.id = r.conference_id left join venue v on v.id = r.venue_id
           where r.kind = 'guest' and (:round is null or c.round_id = :round) and (:member is null or m.id = :member)
           order by c.id, m.id""",
        {"round": round_id, "member": member_id},
    )
    return [Unknown(**row) for row in rows]


def ids(store: Store) -> set[int]:
    """The ids of all entries not known yet."""
    return set(store.column("select id from member where provisional = 1 and deleted = 0"))


def rows_of(store: Store, member_id: int) -> list[dict[str, Any]]:
    """The conferences someone is on the roll of, and the venue there."""
    return store.all("select conference_id, venue_id from roll_row where member_id = :id", {"id": member_id})


def say_venues(store: Store, member_id: int) -> None:
    """Marks that say nothing of the venue were made at the one the person sits at: write it into them."""
    store.execute(
        """update mark set venue_id = (
             select r.venue_id from roll_row r join half_day h on h.conference_id = r.conference_id
             where h.id = mark.half_day_id and r.member_id = mark.member_id)
           where member_id = :id and venue_id is null""",
        {"id": member_id},
    )


def lose_courses(store: Store, member_id: int) -> None:
    """Forget the kind and status an entry was given when it was written in, and its note."""
    for table in ("member_kind", "member_status"):
        store.execute(f"delete from {table} where member_id = :id", {"id": member_id})
    store.change("member", member_id, note=None)
