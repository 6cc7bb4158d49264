"""The figures of a round by cell, counted by the database: one statement over roll, marks, make-ups and essays.

A person counts once in a round: on the roll row that does not deduct them, of the conference they attended, the oldest.
Venues and conferences are counted distinctly on every line, over all rolls, whichever of them counts for a person.
Who attends with another cell of ours for a time has two lines: hosted there, where they must attend, and away at home,
where they are counted.
"""

from typing import Any

from db.store import Store

# One line a roll row: how many half-days were required, attended, missed in which way, made up.
ATTENDANCE = """
  size as (
    select c.id as conference_id, count(h.id) as half_days, min(h.held_on) as on_day
    from conference c join half_day h on h.conference_id = c.id
    where c.round_id = :round and c.kind = 'main' group by c.id),
  tally as (
    select r.conference_id, r.member_id, r.cell_id, r.kind, r.hosted, r.home_cell_id, r.deduction, r.venue_id,
           min(size.half_days, coalesce(a.required_half_days, size.half_days)) as required,
           sum(coalesce(m.status = 'present', 0)) as present,
           sum(coalesce(m.status = 'absent_excused', 0)) as excused,
           sum(coalesce(m.status = 'absent_unexcused', 0)) as unexcused,
           sum(coalesce(m.status = 'absent', 0)) as absent,
           sum(u.half_day_id is not null and m.status is not 'present') as made_up,
           max(case when m.status is not 'present' then u.made_up_on end) as made_up_on
    from size
    join roll_row r on r.conference_id = size.conference_id
      and not (r.kind = 'guest' and (select provisional from member where id = r.member_id))
    join half_day h on h.conference_id = r.conference_id
    left join round_audience a on a.round_id = :round and a.audience = r.audience
    left join mark m on m.half_day_id = h.id and m.member_id = r.member_id
    left join makeup u on u.half_day_id = h.id and u.member_id = r.member_id
    group by r.conference_id, r.member_id),
"""
# One line a person: their standing in the round, and their essay.
PERSON = """
  ranked as (
    select tally.*, present >= required as attended, present + made_up >= required as studied,
           case when deduction = 'exempt' and present > 0 and rd.exempt_counts_if_present then null
                else deduction end as off,
           row_number() over (partition by member_id order by
             not (deduction is null or (deduction = 'exempt' and present > 0 and rd.exempt_counts_if_present)),
             present < required, present + made_up < required, conference_id) as place
    from tally join study_round rd on rd.id = :round),
  written as (
    select member_id, min(received_on) as received_on,
           (select result from essay last where last.round_id = :round and last.member_id = e.member_id
              and last.withdrawn_on is null order by attempt desc limit 1) as result
    from essay e where round_id = :round and withdrawn_on is null group by member_id),
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
           exists (select 1 from essay_exemption x where x.member_id = p.member_id and (x.round_id = :round or
             (x.round_id is null and x.valid_from <= s.on_day and x.valid_to > s.on_day))) as no_essay,
           rd.essay_required
    from ranked p join study_round rd on rd.id = :round join size s on s.conference_id = p.conference_id
    left join written w on w.member_id = p.member_id
    left join later mine on mine.member_id = p.member_id
    left join later ours on ours.organization_id = p.cell_id
    where place = 1),
  line as (
    select cell_id, guest, hosted, off, must, must and studied and not hosted as studied_of_total, attended, studied,
           present, unexcused, absent, excused, essay_required, no_essay, handed_in, late, result from person
    union all
    select home_cell_id, 0, 0, 'away', 0, must and studied, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null from person
    where home_cell_id is not null and not guest)
"""
HELD = """
  select {line} count(distinct r.conference_id) as conferences, count(distinct r.venue_id) as venues
  from size join roll_row r on r.conference_id = size.conference_id
"""
FIGURES = """
  sum(not guest and not hosted) as total,
  sum(not guest and off is 'exempt') as exempt,
  sum(not guest and off is 'away') as away,
  sum(not guest and off is 'other') as other,
  sum(not guest and hosted) as hosted,
  sum(must) as must_attend,
  sum(must and attended) as attended,
  sum(must and not attended and present > 0) as partial,
  sum((must and not attended and present > 0) * excused) as partial_excused,
  sum((must and not attended and present > 0) * unexcused) as partial_unexcused,
  sum((must and not attended and present > 0) * absent) as partial_absent,
  sum(must and not attended and present = 0 and unexcused > 0) as absent_unexcused,
  sum(must and not attended and present = 0 and unexcused = 0 and absent > 0) as absent,
  sum(must and not attended and present = 0 and unexcused = 0 and absent = 0 and excused > 0) as absent_excused,
  sum(must and not attended and present = 0 and unexcused = 0 and absent = 0 and excused = 0) as not_marked,
  sum(must and not attended and studied) as made_up,
  sum(must and studied) as studied,
  sum(studied_of_total) as studied_of_total,
  sum(guest) as guests,
  sum(guest and attended) as guests_attended,
  sum(must and essay_required and not no_essay) as must_write,
  sum(must and essay_required and not no_essay and handed_in) as handed_in,
  sum(must and essay_required and not no_essay and not handed_in and not studied) as essays_not_due,
  sum(must and essay_required and not no_essay and coalesce(late, 0)) as handed_in_late,
  sum(must and essay_required and not no_essay and result is 'passed') as passed,
  sum(must and essay_required and not no_essay and result is 'rewrite') as rewrite
"""


def by_cell(store: Store, round_id: int) -> list[dict[str, Any]]:
    """One row of figures a cell, in cell order, with `cell_id` and the cell's name on the day of its conference."""
    sql = f"""
        with {ATTENDANCE} {PERSON}, held as ({HELD.format(line="r.cell_id,")} group by r.cell_id)
        select line.cell_id, v.name, coalesce(held.conferences, 0) as conferences, coalesce(held.venues, 0) as venues,
               {FIGURES} from line
        left join held on held.cell_id = line.cell_id
        join organization_version v on v.organization_id = line.cell_id
          and v.valid_from <= (select max(on_day) from size) and v.valid_to > (select max(on_day) from size)
        group by line.cell_id order by v.order_key, line.cell_id"""
    return store.all(sql, {"round": round_id})


def whole(store: Store, round_id: int) -> dict[str, Any]:
    """The figures of the whole round, counted anew, not summed; all 0 when there is no frozen roll."""
    row = store.one(
        f"""with {ATTENDANCE} {PERSON}, held as ({HELD.format(line="")})
            select (select conferences from held) as conferences, (select venues from held) as venues, {FIGURES}
            from line""",
        {"round": round_id},
    )
    assert row is not None
    return {name: value or 0 for name, value in row.items()}
