"""People written in at a venue, found again: joined to their entry in the register, or taken into it as guests.

Joining overwrites no mark. Where both were marked for one half-day and differently, the clerk says which mark holds.
"""

from collections.abc import Mapping, Sequence

from db import provisional, rolls
from db.members import correct_cell, update_person
from db.provisional import Unknown, unknown
from db.records import Member
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.services import duplicates
from desktop_app.services.conferences import cell_places, conference
from desktop_app.services.duplicates import Conflict
from desktop_app.services.members import member, search
from desktop_app.services.office import today
from desktop_app.services.roll_changes import standing

__all__ = ["Unknown", "accept", "candidates", "differences", "find_unknown", "join", "unknown"]


def find_unknown(store: Store, member_id: int) -> Unknown:
    """Someone not known yet, with the first conference they were written in at."""
    found = unknown(store, member_id=member_id)
    if not found:
        raise Refusal("Không còn người này trong danh sách chưa rõ danh tính; hãy tải lại danh sách.")
    return found[0]


def candidates(store: Store, member_id: int, text: str = "", limit: int = 50) -> list[Member]:
    """Who of the register it may be: by name, or by another text; those born in another year last."""
    asked, strangers = find_unknown(store, member_id), provisional.ids(store)
    found = [person for person in search(store, text or asked.full_name, limit) if person.id not in strangers]
    return sorted(found, key=lambda person: not same_year(asked.birth_date, person.birth_date))


def same_year(one: str | None, other: str | None) -> bool:
    """Whether two birth dates do not contradict each other."""
    return not one or not other or one[:4] == other[:4]


def differences(store: Store, unknown_id: int, member_id: int) -> list[Conflict]:
    """The half-days for which both were marked, and differently; `kept` is the mark of the person in the register."""
    return duplicates.conflicts(store, member_id, unknown_id)


def join(store: Store, unknown_id: int, member_id: int, marks: Mapping[int, int] | None = None) -> Member:
    """Give all that was marked of someone unknown to the person they are.

    Whoever was not on the roll is put on it. `marks`: half-day → the id of whose mark holds, where the two differ.
    """
    asked, person = find_unknown(store, unknown_id), member(store, member_id)
    if member_id in provisional.ids(store):
        raise Refusal("Người được chọn cũng chưa rõ danh tính; hãy chọn người có trong sổ.")
    with store.gesture("provisional.join", f"Nối {asked.full_name} (ghi thêm) với {person.full_name} ({person.code})"):
        provisional.say_venues(store, unknown_id)
        for row in provisional.rows_of(store, unknown_id):
            put_on_roll(store, row["conference_id"], member_id, row["venue_id"])
        provisional.lose_courses(store, unknown_id)
        return duplicates.merge(store, member_id, unknown_id, marks=marks)


def put_on_roll(store: Store, conference_id: int, member_id: int, venue_id: int | None) -> None:
    """Put a person on a frozen roll whom it does not have: who came is not taken off for being away."""
    if rolls.on_roll(store, conference_id, [member_id]):
        return
    values = standing(store, conference(store, conference_id), member_id)
    seat = cell_places(store, conference_id).get(values["cell_id"], venue_id)
    why = "Ghi thêm tại điểm cầu, đã rõ danh tính"
    rolls.add(store, conference_id, member_id, **values | {"deduction": None, "reason": why, "venue_id": seat})


def accept(store: Store, member_ids: Sequence[int], cell_id: int | None = None) -> int:
    """They are guests the register did not have: keep them in it, in a cell or in none; how many."""
    known = [find_unknown(store, each) for each in member_ids]
    with store.gesture("provisional.accept", f"Ghi {len(known)} người vào sổ là khách mời, quần chúng"):
        for each in known:
            update_person(store, each.id, {"provisional": 0})
            if cell_id is not None:
                correct_cell(store, each.id, cell_id, today(store).isoformat())
    return len(known)
