"""The SQL about what venues report of a half-day: figures from roll and marks, signed numbers, completed reports.

Where someone counts as present is the venue of the mark, or their seat where the mark names none.
"""

import json
from collections.abc import Mapping
from typing import Any

from db.day_records import VenueReport
from db.store import Store

# Everyone on the roll of a conference at every half-day; who was written in and is not known yet is summoned nowhere.
# `free`: not marked and not waited for, being a guest or present at all they must attend.
LINES = """
    with need as materialized (select key as audience, value as half_days from json_each(:required)),
    line as (
      select h.id as half_day_id, r.member_id, r.venue_id as seat, r.kind = 'guest' as guest, m.status,
             r.deduction is null
               and not (r.kind = 'guest' and (select provisional from member where id = r.member_id)) as summoned,
             coalesce(m.venue_id, r.venue_id) as place, m.marked_at,
             m.status is null and (r.kind = 'guest' or n.half_days <= (
               select count(*) from half_day o cross join mark p on p.half_day_id = o.id
                 and p.member_id = r.member_id and p.status = 'present'
               where o.conference_id = :conference)) as free
      from half_day h
      join roll_row r on r.conference_id = h.conference_id
      left join mark m on m.half_day_id = h.id and m.member_id = r.member_id
      left join need n on n.audience = r.audience
      where h.conference_id = :conference and (:half_day is null or h.id = :half_day))
"""
Key = tuple[int | None, int]


def given(conference_id: int, half_day_id: int | None, required: Mapping[str, int]) -> dict[str, Any]:
    """The parameters of `LINES`; `required` is how many half-days an audience must attend."""
    return {"conference": conference_id, "half_day": half_day_id, "required": json.dumps(dict(required))}


def by_place(
    store: Store, conference_id: int, half_day_id: int | None, required: Mapping[str, int]
) -> list[dict[str, Any]]:
    """By half-day, seat and place: how many are summoned to that seat (`roll`) and how those stand; how many are marked
    at that place, are present there without being summoned to it, and when the last was marked. None is no venue."""
    sql = (
        LINES
        + """select half_day_id, seat, place, sum(summoned) as roll,
               sum(summoned and status is 'present' and place is not seat) as elsewhere,
               sum(summoned and status is 'absent_excused') as absent_excused,
               sum(summoned and status is 'absent_unexcused') as absent_unexcused,
               sum(summoned and status is 'absent') as absent,
               sum(summoned and status is null and not free) as unmarked, sum(summoned and free) as free,
               sum(status is not null) as marks, sum(status is 'present') as present,
               sum(status is 'present' and (place is not seat or not summoned)) as visitors,
               max(marked_at) as last_entry
             from line group by half_day_id, seat, place"""
    )
    return store.all(sql, given(conference_id, half_day_id, required))


def unmarked(store: Store, conference_id: int, required: Mapping[str, int]) -> list[dict[str, Any]]:
    """(half_day_id, member_id) of everyone who must attend, is not marked and still has to come."""
    sql = LINES + "select half_day_id, member_id from line where summoned and status is null and not free"
    return store.all(sql, given(conference_id, None, required))


def guests_unmarked(store: Store, conference_id: int) -> int:
    """How many guests are not marked at some half-day; nobody has to account for them."""
    sql = LINES + "select count(distinct member_id) from line where summoned and guest and status is null"
    return int(store.value(sql, given(conference_id, None, {})))


def reports(store: Store, conference_id: int) -> dict[Key, VenueReport]:
    """What the venues of a conference reported, by (venue, half-day)."""
    sql = """select r.* from venue_report r join half_day h on h.id = r.half_day_id where h.conference_id = :id"""
    return {(row["venue_id"], row["half_day_id"]): VenueReport(**row) for row in store.all(sql, {"id": conference_id})}


def write(store: Store, report: VenueReport) -> None:
    """Write a report in place of what stood there; one that says nothing is taken away."""
    key = {"venue": report.venue_id, "half_day": report.half_day_id}
    if report.signed_present is None and report.completed_at is None:
        store.execute("delete from venue_report where venue_id = :venue and half_day_id = :half_day", key)
        return
    store.execute(
        """insert into venue_report (venue_id, half_day_id, signed_present, completed_at, completed_by)
           values (:venue, :half_day, :signed, :at, :by)
           on conflict (venue_id, half_day_id) do update set signed_present = excluded.signed_present,
             completed_at = excluded.completed_at, completed_by = excluded.completed_by""",
        key | {"signed": report.signed_present, "at": report.completed_at, "by": report.completed_by},
    )
