"""What the register keeps about the past of people: moves with their papers, offices held, the bin's dates, prints.

`roll_row.home_cell_id` is the cell where someone is counted who attends with another cell of ours for a time.
`journal_change.member_id` says whom a change is about, so that one person's history is found without reading all.
"""

from sqlite_utils import Database

SCHEMA = """
alter table member add column deleted_at text;
alter table membership add column came_from text;
alter table membership add column went_to text;
alter table membership add column left_decision_no text;
alter table member_kind add column decision_no text;
alter table member_status add column form text check (form in ('asked', 'struck_off', 'expelled'));
alter table temporary_activity add column decision_no text;
alter table roll_row add column home_cell_id integer references organization (id);
alter table journal_change add column member_id integer;
create index journal_change_member on journal_change (member_id) where member_id is not null;

create table office_held (
  id integer primary key,
  member_id integer not null references member (id),
  branch text not null check (branch in ('party', 'government', 'union')),
  title text not null check (title <> ''),
  term text,
  decision_no text,
  ended_decision_no text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;
create index office_held_of on office_held (member_id, valid_from);

create table output_log (
  id integer primary key,
  done_at text not null,
  user text not null,
  kind text not null check (kind in ('print', 'export', 'reveal')),
  what text not null check (what <> ''),
  scope text not null
) strict;

update journal_change set member_id = case tbl when 'member' then json_extract(key, '$[0]')
  else coalesce(json_extract(after, '$.member_id'), json_extract(before, '$.member_id')) end
where after is null or after <> 'created';
"""


def upgrade(store: Database) -> None:
    """Add the columns and tables; changes recorded so far are told whom they are about."""
    for statement in filter(None, map(str.strip, SCHEMA.split(";\n"))):
        store.execute(statement)
