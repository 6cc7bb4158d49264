"""Study rounds: conferences, half-days, venues, rolls, marks, make-ups, essays and issued documents.

A mark without a row is "not marked"; "made up" and "exempt" are worked out, never stored as marks. The roll keeps each
person's cell, kind and audience of the day of the conference, so that later moves change no report.
"""

from sqlite_utils import Database

SCHEMA = """
create table study_round (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  name text not null check (name <> ''),
  chair text,
  responsible_head text,
  target_percent integer not null default 100 check (target_percent between 1 and 100),
  study_by text,
  essay_required integer not null default 1 check (essay_required in (0, 1)),
  essay_handwritten integer not null default 0 check (essay_handwritten in (0, 1)),
  essay_by text,
  essay_recipient text,
  makeup_essay_days integer not null default 7 check (makeup_essay_days >= 0),
  makeup_essay_recipient text,
  essay_scale text not null default 'pass_fail' check (essay_scale in ('pass_fail', 'ten_points')),
  count_hosted integer not null default 1 check (count_hosted in (0, 1)),
  exempt_counts_if_present integer not null default 0 check (exempt_counts_if_present in (0, 1)),
  note text
) strict;

create table round_document (
  id integer primary key,
  round_id integer not null references study_round (id),
  position integer not null,
  role text not null check (role in ('directive', 'guidance', 'resolution', 'letter', 'plan', 'other')),
  number text,
  issued_on text,
  issuer text,
  title text not null check (title <> ''),
  unique (round_id, position)
) strict;

create table essay_question (
  id integer primary key,
  round_id integer not null references study_round (id),
  position integer not null,
  text text not null check (text <> ''),
  unique (round_id, position)
) strict;

create table round_audience (
  id integer primary key,
  round_id integer not null references study_round (id),
  audience text not null,
  required_half_days integer not null check (required_half_days > 0),
  unique (round_id, audience)
) strict;

create table round_deadline (
  id integer primary key,
  round_id integer not null references study_round (id),
  kind text not null check (kind in ('action_programme', 'plan', 'quick_report', 'result_report', 'other')),
  title text not null check (title <> ''),
  recipient text,
  due_on text not null
) strict;
create index round_deadline_of on round_deadline (round_id, due_on);

create table conference (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  name text not null check (name <> ''),
  kind text not null default 'main' check (kind in ('main', 'makeup')),
  place text,
  chair text,
  frozen_at text,
  closed_at text
) strict;
create index conference_of on conference (round_id);

create table half_day (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  conference_id integer not null references conference (id),
  held_on text not null,
  part text not null check (part in ('morning', 'afternoon', 'evening')),
  kind text not null default 'study' check (kind in ('study', 'action_programme')),
  starts_at text,
  ends_at text,
  unique (conference_id, held_on, part)
) strict;

create table topic (
  id integer primary key,
  half_day_id integer not null references half_day (id),
  position integer not null,
  title text not null check (title <> ''),
  unique (half_day_id, position)
) strict;

create table topic_speaker (
  id integer primary key,
  topic_id integer not null references topic (id),
  position integer not null,
  name text not null check (name <> ''),
  title text,
  unique (topic_id, position)
) strict;

create table venue (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  conference_id integer not null references conference (id),
  parent_id integer references venue (id),
  name text not null check (name <> ''),
  order_key text not null,
  level text not null default 'ward' check (level in ('central', 'provincial', 'ward', 'cell')),
  place text,
  capacity integer check (capacity > 0),
  person_in_charge text,
  follower text,
  note text,
  unique (conference_id, name)
) strict;

create table venue_cell (
  venue_id integer not null references venue (id),
  organization_id integer not null references organization (id),
  primary key (venue_id, organization_id)
) strict, without rowid;
create index venue_cell_of on venue_cell (organization_id);

create table roll_row (
  conference_id integer not null references conference (id),
  member_id integer not null references member (id),
  cell_id integer not null references organization (id),
  kind text not null check (kind in ('official', 'probationary', 'guest')),
  status text not null check (status in ('active', 'deceased', 'left', 'exempt', 'suspended', 'interrupted')),
  audience text not null,
  hosted integer not null default 0 check (hosted in (0, 1)),
  deduction text check (deduction in ('exempt', 'away', 'other')),
  reason text,
  venue_id integer references venue (id),
  primary key (conference_id, member_id)
) strict, without rowid;
create index roll_row_cell on roll_row (conference_id, cell_id);
create index roll_row_venue on roll_row (conference_id, venue_id);
create index roll_row_member on roll_row (member_id);

create table mark (
  half_day_id integer not null references half_day (id),
  member_id integer not null references member (id),
  status text not null check (status in ('present', 'absent_excused', 'absent_unexcused', 'absent')),
  venue_id integer references venue (id),
  reason text,
  remark text,
  marked_at text not null,
  primary key (half_day_id, member_id)
) strict, without rowid;
create index mark_member on mark (member_id);

create table makeup (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  half_day_id integer not null references half_day (id),
  member_id integer not null references member (id),
  made_up_on text not null,
  form text not null check (form in ('conference', 'self_study')),
  makeup_half_day_id integer references half_day (id),
  confirmed_by text,
  note text,
  unique (half_day_id, member_id)
) strict;
create index makeup_member on makeup (member_id);

create table essay (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  member_id integer not null references member (id),
  attempt integer not null check (attempt > 0),
  received_on text not null,
  form text not null check (form in ('handwritten', 'typed')),
  result text check (result in ('passed', 'rewrite')),
  score text,
  marked_on text,
  marked_by text,
  confirmed_on text,
  confirmed_by text,
  withdrawn_on text,
  note text,
  unique (round_id, member_id, attempt)
) strict;
create index essay_member on essay (member_id);

create table essay_exemption (
  id integer primary key,
  member_id integer not null references member (id),
  round_id integer references study_round (id),
  reason text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;
create index essay_exemption_of on essay_exemption (member_id);

create table issued_document (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  issuer_id integer not null references organization (id),
  term text not null,
  kind text not null,
  number integer not null check (number > 0),
  issued_on text not null,
  title text not null check (title <> ''),
  body text not null,
  figures text not null,
  print_hash text references blob (hash),
  withdrawn_on text,
  unique (issuer_id, term, kind, number)
) strict;
"""


def upgrade(store: Database) -> None:
    """Create the tables of study rounds."""
    for statement in filter(None, map(str.strip, SCHEMA.split(";\n"))):
        store.execute(statement)
