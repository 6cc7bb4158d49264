"""The figures of a round by cell, counted by the database: one statement over roll, marks, make-ups and essays.

A person counts once in a round: on the roll row that does not deduct them, of the conference they attended, the oldest.
Venues and conferences are counted distinctly on every line, over all rolls, whichever of them counts for a person.
Who attends with another cell of ours for a time has two lines: hosted there, where they must attend, and away at home,
where they are counted.
"""

from typing import Any

from db.essays import LAST_RESULT
from db.store import Store
from db.tallies import TALLY
from db.values import FOREVER

# One line a person: their standing in the round where it is best (`min` picks the whole row), and their essay.
PERSON = f"""
  ranked as (
    select tally.*, present >= required as attended, present + made_up >= required as studied,
           min(((off is not null) * 4 + (present < required) * 2 + (present + made_up < required)) * 4294967296
               + conference_id) as place
    from tally group by member_id),
  written as (
    select member_id, min(received_on) as received_on, {LAST_RESULT} as result
    from essay where round_id = :round and withdrawn_on is null group by member_id),
  later as (
    select member_id, organization_id, max(due_on) as due_on from extension
    where round_id = :round and deadline_id is null group by member_id, organization_id),
  person as (
    select p.*, kind = 'guest' as guest, kind <> 'guest' and off is null as must,
           w.member_id is not null as handed_in, w.result,
           w.received_on > case when p.attended then max(rd.essay_by, coalesce(mine.due_on, ''),
                                                          coalesce(ours.due_on, ''))
             when p.studied then max(date(p.made_up_on, '+' || rd.makeup_essay_days || ' days'),
                                     coalesce(mine.due_on, ''), coalesce(ours.due_on, '')) end as late,
           rd.essay_required and not exists (
             select 1 from essay_exemption x where x.member_id = p.member_id and (x.round_id = :round or
               (x.round_id is null and x.valid_from <= p.on_day and x.valid_to > p.on_day))) as writes
    from ranked p join study_round rd on rd.id = :round
    left join written w on w.member_id = p.member_id
    left join later mine on mine.member_id = p.member_id
    left join later ours on ours.organization_id = p.cell_id),
  line as (
    select p.*, iif(home, home_cell_id, cell_id) as at_cell, home, must and not home as counts,
           must and writes and not home as owes
    from person p cross join (select 0 as home union all select 1)
    where not home or (home_cell_id is not null and not guest))
"""
FIGURES = {
    "total": "not guest and (home or not hosted)",
    "exempt": "not guest and not home and off is 'exempt'",
    "away": "not guest and (home or off is 'away')",
    "other": "not guest and not home and off is 'other'",
    "hosted": "not guest and not home and hosted",
    "must_attend": "counts",
    "attended": "counts and attended",
    "partial": "counts and not attended and present > 0",
    "partial_excused": "(counts and not attended and present > 0) * excused",
    "partial_unexcused": "(counts and not attended and present > 0) * unexcused",
    "partial_absent": "(counts and not attended and present > 0) * absent",
    "absent_unexcused": "counts and not attended and present = 0 and unexcused > 0",
    "absent": "counts and not attended and present = 0 and unexcused = 0 and absent > 0",
    "absent_excused": "counts and not attended and present = 0 and unexcused = 0 and absent = 0 and excused > 0",
    "not_marked": "counts and not attended and present = 0 and unexcused = 0 and absent = 0 and excused = 0",
    "made_up": "counts and not attended and studied",
    "studied": "counts and studied",
    "studied_of_total": "must and studied and (home or not hosted)",
    "guests": "guest",
    "guests_attended": "guest and attended",
    "must_write": "owes",
    "handed_in": "owes and handed_in",
    "essays_not_due": "owes and not handed_in and not studied",
    "handed_in_late": "owes and coalesce(late, 0)",
    "passed": "owes and result is 2",
    "rewrite": "owes and result is 1",
}
HELD = "count(distinct conference_id) as conferences, count(distinct venue_id) as venues from held"
SUMMARY = f"""
  with {TALLY.format(some="")}, {PERSON},
  held as materialized (
    select distinct r.cell_id, r.conference_id, r.venue_id
    from size join roll_row r on r.conference_id = size.conference_id),
  figures as materialized (
    select at_cell as cell_id, {", ".join(f"sum({what}) as {name}" for name, what in FIGURES.items())}
    from line group by at_cell),
  last as (select max(on_day) as on_day from size)
  select f.cell_id, v.name, v.order_key, coalesce(h.conferences, 0) as conferences, coalesce(h.venues, 0) as venues,
         {", ".join(f"f.{name}" for name in FIGURES)}
  from figures f
  left join (select cell_id, {HELD} group by cell_id) h on h.cell_id = f.cell_id
  join organization_version v on v.organization_id = f.cell_id
    and v.valid_from <= (select on_day from last) and v.valid_to > (select on_day from last)
  union all
  select null, null, null, h.*, {", ".join(f"coalesce(sum(f.{name}), 0)" for name in FIGURES)}
  from (select {HELD}) h left join figures f
  order by 3 nulls last, 1"""


def figures(store: Store, round_id: int) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """One row of figures a cell, in cell order, with `cell_id` and the cell's name on the day of its conference; and
    the figures of the whole round, conferences and venues counted anew, all 0 when there is no frozen roll."""
    rows = store.all(SUMMARY, {"round": round_id, "until": FOREVER})
    for row in rows:
        del row["order_key"]
    *cells, whole = rows
    return cells, {name: value for name, value in whole.items() if name not in ("cell_id", "name")}
