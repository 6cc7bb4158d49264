"""The SQL behind the four figures of a period: conferences held, people who came, documents studied."""

from db.store import Store

HELD = """held as (select distinct c.id, c.round_id from conference c join half_day h on h.conference_id = c.id
            where h.held_on between :first and :last and c.frozen_at is not null)"""
MUST = "r.deduction is null and r.kind <> 'guest'"
CAME = """exists (select 1 from mark m join half_day h on h.id = m.half_day_id where h.conference_id = r.conference_id
                  and m.member_id = r.member_id and m.status = 'present' and h.held_on between :first and :last)"""
FIGURES = f"""
    with {HELD},
    people as (select r.member_id, max({MUST}) as must, max({CAME}) as came, max({MUST} and {CAME}) as both,
                      max(r.kind = 'guest') as guest
               from roll_row r join held on held.id = r.conference_id group by r.member_id)
    select (select count(*) from held) as conferences,
           (select count(*) from round_document d where d.round_id in (select round_id from held)) as documents,
           coalesce(sum(came), 0) as people, coalesce(sum(came and guest), 0) as guests,
           coalesce(sum(must), 0) as must_attend, coalesce(sum(both), 0) as attended
    from people"""
UNNAMED = f"""
    with {HELD},
    counted as (select v.id, n.people, max(n.count) as most from head_count n join venue v on v.id = n.venue_id
                join held on held.id = v.conference_id join half_day h on h.id = n.half_day_id
                where h.held_on between :first and :last group by v.id, n.people)
    select coalesce(sum(most), 0) from counted"""


def figures(store: Store, first: str, last: str) -> dict[str, int]:
    """Conferences with a half-day in the period and their people, each person once."""
    days = {"first": first, "last": last}
    row = store.all(FIGURES, days)[0]
    return {name: int(value) for name, value in row.items()} | {"unnamed": int(store.value(UNNAMED, days))}
