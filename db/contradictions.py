"""The SQL that looks for what contradicts what in a round: one query a kind, each over all of its people at once.

Every query gives conference_id, half_day_id, member_id, venue_id, and `said` and `other`: what is said against what.
"""

import json
from collections.abc import Sequence
from typing import Any

from db.store import Store

PRESENT = """from mark m join half_day h on h.id = m.half_day_id join conference c on c.id = h.conference_id
             where c.round_id = :round and m.status = 'present'"""

QUERIES = {
    # The day of leaving itself is no contradiction: the half-day may have come first.
    "left_before": """
        select h.conference_id, m.half_day_id, m.member_id, r.venue_id, s.status as said, s.valid_from as other
        from member_status s join mark m on m.member_id = s.member_id and m.status = 'present'
        join half_day h on h.id = m.half_day_id and h.held_on > s.valid_from and h.held_on < s.valid_to
        join conference c on c.id = h.conference_id and c.round_id = :round
        left join roll_row r on r.conference_id = c.id and r.member_id = m.member_id
        where s.status in ('deceased', 'left')""",
    "no_cell": f"""
        select h.conference_id, m.half_day_id, m.member_id, null as venue_id, h.held_on as said, null as other {PRESENT}
          and not exists (select 1 from membership ms where ms.member_id = m.member_id
                          and ms.valid_from <= h.held_on and ms.valid_to >= h.held_on)
          and not exists (select 1 from temporary_activity t where t.member_id = m.member_id and t.direction = 'here'
                          and t.valid_from <= h.held_on and t.valid_to >= h.held_on)
          and not exists (select 1 from member_status s where s.member_id = m.member_id and s.valid_from < h.held_on
                          and s.valid_to > h.held_on and s.status in ('deceased', 'left'))
          and exists (select 1 from member p where p.id = m.member_id and p.deleted = 0 and p.provisional = 0)
          and not exists (select 1 from member_kind k where k.member_id = m.member_id and k.kind = 'guest'
                          and k.valid_from <= h.held_on and k.valid_to > h.held_on)""",
    # `cross join` keeps the order: pairs of half-days at one time first, which there seldom are, then the marks.
    "two_conferences": """
        select p.conference_id, m.half_day_id, m.member_id, m.venue_id, p.said, p.other
        from (select h.conference_id, h.id as half_day_id, oh.id as said, oc.id as other
              from half_day h join conference c on c.id = h.conference_id and c.round_id = :round
              join half_day oh on oh.held_on = h.held_on and oh.part = h.part and oh.conference_id <> h.conference_id
              join conference oc on oc.id = oh.conference_id and (oc.round_id <> :round or oc.id > c.id)) p
        cross join mark m on m.half_day_id = p.half_day_id and m.status = 'present'
        cross join mark om on om.half_day_id = p.said and om.member_id = m.member_id and om.status = 'present'""",
    "two_venues": """
        select s.conference_id, s.half_day_id, s.member_id, s.venue_id, max(s.event_at) as said,
               coalesce(m.venue_id, r.venue_id) as other
        from scan s join conference c on c.id = s.conference_id and c.round_id = :round
        left join mark m on m.half_day_id = s.half_day_id and m.member_id = s.member_id
        left join roll_row r on r.conference_id = s.conference_id and r.member_id = s.member_id
        where s.outcome = 'two_places' and s.settled = 0 and s.member_id is not null
        group by s.half_day_id, s.member_id, s.venue_id""",
    "off_roll": """
        select h.conference_id, m.half_day_id, m.member_id, m.venue_id, m.status as said, null as other
        from mark m join half_day h on h.id = m.half_day_id join conference c on c.id = h.conference_id
        where c.round_id = :round
          and not exists (select 1 from roll_row r where r.conference_id = c.id and r.member_id = m.member_id)""",
    "after_closing": """
        select h.conference_id, m.half_day_id, m.member_id, r.venue_id, m.marked_at as said, c.closed_at as other
        from conference c join half_day h on h.conference_id = c.id
        join mark m on m.half_day_id = h.id and m.marked_at > c.closed_at
        left join roll_row r on r.conference_id = c.id and r.member_id = m.member_id
        where c.round_id = :round and c.closed_at is not null""",
    "page_differs": """
        select p.conference_id, t.half_day_id, null as member_id, p.venue_id, t.signed_total as said,
               (select count(*) from sheet_row x join mark m on m.half_day_id = t.half_day_id
                and m.member_id = x.member_id and m.status = 'present' where x.page_id = p.id) as found,
               p.code as other
        from sheet_total t join sheet_page p on p.id = t.page_id
        join conference c on c.id = p.conference_id and c.round_id = :round
        where said <> found""",
    "makeup_early": """
        select h.conference_id, u.half_day_id, u.member_id, null as venue_id, u.made_up_on as said, mh.held_on as other
        from makeup u join half_day h on h.id = u.half_day_id join conference c on c.id = h.conference_id
        left join half_day mh on mh.id = u.makeup_half_day_id
        where c.round_id = :round and (u.made_up_on < h.held_on or u.made_up_on <> mh.held_on)""",
    "makeup_of_present": """
        select h.conference_id, u.half_day_id, u.member_id, null as venue_id, u.made_up_on as said, null as other
        from makeup u join half_day h on h.id = u.half_day_id join conference c on c.id = h.conference_id
        join mark m on m.half_day_id = u.half_day_id and m.member_id = u.member_id and m.status = 'present'
        where c.round_id = :round""",
    # Studied on the day the last half-day required was attended or made up; of several conferences, the first done.
    # Whoever attended enough of them by the day of the essay is out of doubt at once; the order is kept as above.
    "essay_early": """
        with need as materialized (
          select value ->> 0 as conference_id, value ->> 1 as audience, max(value ->> 2, 1) as half_days
          from json_each(:required)),
        doubtful as materialized (
          select distinct e.member_id from essay e where e.round_id = :round and e.withdrawn_on is null
            and not exists (
              select 1 from conference c
              join roll_row r on r.conference_id = c.id and r.member_id = e.member_id
              join need n on n.conference_id = c.id and n.audience = r.audience
              where c.round_id = :round and c.kind = 'main' and n.half_days <= (
                select count(*) from half_day h cross join mark m on m.half_day_id = h.id
                  and m.member_id = e.member_id and m.status = 'present'
                where h.conference_id = c.id and h.held_on <= e.received_on))),
        event as (
          select h.conference_id, x.member_id, x.half_day_id, min(x.happened) as happened from (
            select m.half_day_id, m.member_id, d.held_on as happened from doubtful k
            cross join mark m on m.member_id = k.member_id and m.status = 'present'
            join half_day d on d.id = m.half_day_id
            union all select u.half_day_id, u.member_id, u.made_up_on
            from doubtful k cross join makeup u on u.member_id = k.member_id) x
          join half_day h on h.id = x.half_day_id
          join conference c on c.id = h.conference_id and c.round_id = :round and c.kind = 'main'
          group by 1, 2, 3),
        ranked as (select *, row_number() over (partition by conference_id, member_id order by happened) as place
                   from event),
        done as (
          select k.member_id, min(k.happened) as happened from ranked k
          join roll_row r on r.conference_id = k.conference_id and r.member_id = k.member_id
          join need n on n.conference_id = k.conference_id and n.audience = r.audience
          where k.place = n.half_days group by 1)
        select null as conference_id, null as half_day_id, e.member_id, null as venue_id, e.received_on as said,
               d.happened as other
        from essay e join doubtful k on k.member_id = e.member_id left join done d on d.member_id = e.member_id
        where e.round_id = :round and e.withdrawn_on is null and (d.happened is null or e.received_on < d.happened)""",
}
NAMED = """
    select f.*, p.full_name from ({query}) f left join member p on p.id = f.member_id
    order by f.conference_id, f.half_day_id, p.list_key, f.member_id
"""


def found(
    store: Store, kind: str, round_id: int, required: Sequence[tuple[int, str, int]] = ()
) -> list[dict[str, Any]]:
    """What contradicts in one way, with the person's name. `required`: (conference, audience, half-days to attend)."""
    return store.all(NAMED.format(query=QUERIES[kind]), {"round": round_id, "required": json.dumps(list(required))})


def place_of_mark(store: Store, half_day_id: int, member_id: int, venue_id: int) -> None:
    """Say at which venue someone was seen at a half-day."""
    store.execute(
        "update mark set venue_id = :venue where half_day_id = :half_day and member_id = :member",
        {"venue": venue_id, "half_day": half_day_id, "member": member_id},
    )


def settle_scans(store: Store, half_day_id: int, member_id: int) -> None:
    """The readings of someone at two places of a half-day are decided on."""
    store.execute(
        """update scan set settled = 1 where half_day_id = :half_day and member_id = :member
           and outcome = 'two_places' and settled = 0""",
        {"half_day": half_day_id, "member": member_id},
    )
