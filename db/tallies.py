"""How everyone on the rolls of a round stands, counted by the database over all of them at once.

What the words mean is said by `obligations`; these are its sets for lists over thousands, held against it by tests.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from db.store import Store
from db.values import FOREVER

# The conferences whose rolls make the round.
SIZE = """
  size as (
    select c.id as conference_id, count(h.id) as half_days, min(h.held_on) as on_day
    from conference c join half_day h on h.conference_id = c.id
    where c.round_id = :round and c.kind = 'main' group by c.id)"""
# One line a roll row: how many half-days were required, attended, missed in which way, made up, by the end of a day.
# `some` narrows it to some people.
# Make-ups are few and counted apart: looking for one at each half-day of everybody takes longer than all the rest.
TALLY = f"""
  {SIZE},
  made as materialized (
    select h.conference_id, u.member_id, count(*) as made_up, max(u.made_up_on) as made_up_on
    from size join half_day h on h.conference_id = size.conference_id
    join makeup u on u.half_day_id = h.id and u.made_up_on <= :until
    left join mark m on m.half_day_id = u.half_day_id and m.member_id = u.member_id and h.held_on <= :until
    where m.status is not 'present' group by h.conference_id, u.member_id),
  came as (
    select r.conference_id, r.member_id, r.cell_id, r.kind, r.audience, r.hosted, r.home_cell_id, r.deduction,
           sum(m.status is 'present') as present,
           sum(m.status is 'absent_excused') as excused,
           sum(m.status is 'absent_unexcused') as unexcused,
           sum(m.status is 'absent') as absent
    from size
    join roll_row r on r.conference_id = size.conference_id{{some}}
      and not (r.kind = 'guest' and (select provisional from member where id = r.member_id))
    join half_day h on h.conference_id = r.conference_id
    left join mark m on m.half_day_id = h.id and m.member_id = r.member_id and h.held_on <= :until
    group by r.conference_id, r.member_id),
  tally as (
    select came.*, size.on_day, coalesce(made.made_up, 0) as made_up, made.made_up_on,
           min(size.half_days, coalesce(a.required_half_days, size.half_days)) as required,
           case when deduction = 'exempt' and present > 0 and rd.exempt_counts_if_present then null
                else deduction end as off
    from came join size on size.conference_id = came.conference_id join study_round rd on rd.id = :round
    left join made on made.conference_id = came.conference_id and made.member_id = came.member_id
    left join round_audience a on a.round_id = :round and a.audience = came.audience)"""
# The classes of `obligations.Attended`.
OUTCOME = """
  case when present >= required then 'attended' when present then 'partial' when unexcused then 'absent_unexcused'
    when absent then 'absent' when excused then 'absent_excused' else 'not_marked' end"""
SOME = " and r.member_id in (select value from json_each(:members))"
EVERYONE = f"""
  with {TALLY},
  cell as materialized (
    select size.conference_id, v.organization_id as id, v.name, v.order_key from size
    join organization_version v on v.valid_from <= size.on_day and v.valid_to > size.on_day)
  select t.conference_id, t.member_id, m.full_name, m.code, t.cell_id, cell.name, t.audience, t.deduction,
         t.kind <> 'guest' and t.off is null, {OUTCOME}, present + made_up >= required, t.made_up_on
  from tally t join cell on cell.conference_id = t.conference_id and cell.id = t.cell_id
  join member m on m.id = t.member_id
  order by t.conference_id, cell.order_key, m.list_key, m.birth_date, m.id"""


class Tally(NamedTuple):
    """One person at one conference of a round; a tuple, for a hundred thousand are made at once.

    `must` attend; `outcome` one of `obligations.Attended`; `studied` and `must` are 0 or 1.
    """

    conference_id: int
    member_id: int
    full_name: str
    code: str
    cell_id: int
    cell: str
    audience: str
    deduction: str | None
    must: int
    outcome: str
    studied: int
    made_up_on: str | None


def tallies(store: Store, round_id: int, until: str = FOREVER, member_ids: Iterable[int] | None = None) -> list[Tally]:
    """Everyone (or some people) at every main conference of a round, in conference, cell and list order, as of the end
    of a day."""
    sql = EVERYONE.format(some="" if member_ids is None else SOME)
    given = {"round": round_id, "until": until, "members": json.dumps(list(member_ids or ()))}
    return [Tally._make(row) for row in store.execute(sql, given)]
