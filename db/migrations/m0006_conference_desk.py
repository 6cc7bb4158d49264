"""The conference day: venues that report, scans, sheets that come back, unnamed head counts, make-ups in conferences.

`half_day_covers` says which missed half-days a half-day of a make-up conference stands for. `sheet_page` is one printed
sign-in page with its rows in order; `return_sheet` is one workbook sent out to be filled. A `provisional` member is
someone written in at a venue whose identity is still to be found.
"""

from sqlite_utils import Database

SCHEMA = """
alter table member add column provisional integer not null default 0 check (provisional in (0, 1));
alter table mark add column late integer not null default 0 check (late in (0, 1));
alter table mark add column left_early integer not null default 0 check (left_early in (0, 1));
alter table venue add column equipment text;
alter table venue add column line_note text;
alter table venue add column phone text;

create table half_day_covers (
  half_day_id integer not null references half_day (id),
  missed_half_day_id integer not null references half_day (id),
  primary key (half_day_id, missed_half_day_id),
  check (half_day_id <> missed_half_day_id)
) strict, without rowid;
create index half_day_covers_missed on half_day_covers (missed_half_day_id);

create table conference_reopening (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  conference_id integer not null references conference (id),
  closed_at text not null,
  reopened_at text not null,
  reason text not null check (reason <> '')
) strict;

create table venue_report (
  venue_id integer not null references venue (id),
  half_day_id integer not null references half_day (id),
  signed_present integer check (signed_present >= 0),
  completed_at text,
  completed_by text,
  primary key (venue_id, half_day_id)
) strict, without rowid;

create table venue_diary (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  venue_id integer not null references venue (id),
  half_day_id integer references half_day (id),
  kind text not null check (kind in ('started', 'ended', 'line', 'incident', 'other')),
  happened_at text not null,
  text text not null check (text <> '')
) strict;
create index venue_diary_of on venue_diary (venue_id, happened_at);

create table head_count (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  venue_id integer not null references venue (id),
  half_day_id integer not null references half_day (id),
  people text not null check (people <> ''),
  count integer not null check (count >= 0),
  unique (venue_id, half_day_id, people)
) strict;

create table scan (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  code text not null check (code <> ''),
  event_at text not null,
  entered_at text not null,
  device text not null,
  conference_id integer not null references conference (id),
  half_day_id integer references half_day (id),
  venue_id integer references venue (id),
  member_id integer references member (id),
  outcome text not null check (outcome in ('marked', 'already_marked', 'elsewhere', 'not_on_list', 'wrong_half_day',
    'unknown', 'blocked', 'repeated', 'two_places')),
  settled integer not null default 0 check (settled in (0, 1)),
  unique (conference_id, device, code, event_at)
) strict;
create index scan_member on scan (member_id) where member_id is not null;

create table sheet_page (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  code text not null unique,
  conference_id integer not null references conference (id),
  held_on text not null,
  venue_id integer references venue (id),
  cell_id integer references organization (id),
  page integer not null check (page > 0),
  pages integer not null check (pages >= page),
  version integer not null check (version > 0),
  printed_at text not null
) strict;
create index sheet_page_of on sheet_page (conference_id, held_on, venue_id, cell_id, version, page);

create table sheet_row (
  page_id integer not null references sheet_page (id),
  position integer not null check (position > 0),
  member_id integer not null references member (id),
  primary key (page_id, position),
  unique (page_id, member_id)
) strict, without rowid;

create table sheet_total (
  page_id integer not null references sheet_page (id),
  half_day_id integer not null references half_day (id),
  signed_total integer not null check (signed_total >= 0),
  closed_at text,
  primary key (page_id, half_day_id)
) strict, without rowid;

create table return_sheet (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  conference_id integer not null references conference (id),
  venue_id integer references venue (id),
  cell_id integer references organization (id),
  version integer not null check (version > 0),
  made_at text not null,
  returned_at text
) strict;
create index return_sheet_of on return_sheet (conference_id, venue_id, cell_id);

create table activity (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  held_on text not null,
  place text,
  audience text,
  head_count integer check (head_count >= 0),
  topic text not null check (topic <> ''),
  organizer text,
  note text
) strict;
create index activity_of on activity (round_id, held_on);
"""


def upgrade(store: Database) -> None:
    """Add the columns and tables."""
    for statement in filter(None, map(str.strip, SCHEMA.split(";\n"))):
        store.execute(statement)
