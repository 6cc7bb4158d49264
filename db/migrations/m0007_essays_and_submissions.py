"""What is owed and handed in: essays checked, confirmed and forwarded with their files, plans and reports of the units.

A `submission` is what one organization did about one deadline of a round (plan, programme, report); no row = nothing
recorded yet. An `extension` moves the due date of the essay (no deadline) or of a deadline, for a person or an
organization. Files lie in `blob`, by their hash.
"""

from sqlite_utils import Database

SCHEMA = """
alter table round_deadline add column owed_by text not null default 'office' check (owed_by in ('office', 'cells'));
alter table round_deadline add column route text;
alter table study_round add column pass_score text;
alter table essay add column checking_from text;
alter table essay add column checker text;
alter table essay add column forwarding_id integer references essay_forwarding (id);

create table essay_forwarding (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  forwarded_on text not null,
  recipient text not null check (recipient <> ''),
  document_no text,
  note text
) strict;
create index essay_forwarded on essay (forwarding_id) where forwarding_id is not null;

create table essay_checker (
  round_id integer not null references study_round (id),
  organization_id integer not null references organization (id),
  checker text not null check (checker <> ''),
  primary key (round_id, organization_id)
) strict, without rowid;

create table rubric_criterion (
  id integer primary key,
  round_id integer not null references study_round (id),
  position integer not null,
  title text not null check (title <> ''),
  points text,
  unique (round_id, position)
) strict;

create table score_band (
  id integer primary key,
  round_id integer not null references study_round (id),
  position integer not null,
  name text not null check (name <> ''),
  from_score text not null,
  unique (round_id, position)
) strict;

create table essay_part_score (
  essay_id integer not null references essay (id),
  position integer not null,
  score text not null,
  primary key (essay_id, position)
) strict, without rowid;

create table extension (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  round_id integer not null references study_round (id),
  deadline_id integer references round_deadline (id),
  member_id integer references member (id),
  organization_id integer references organization (id),
  due_on text not null,
  reason text not null check (reason <> ''),
  check ((member_id is null) <> (organization_id is null)),
  check (deadline_id is null or member_id is null)
) strict;
create index extension_of on extension (round_id);
create index extension_member on extension (member_id) where member_id is not null;

create table submission (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  deadline_id integer not null references round_deadline (id),
  organization_id integer not null references organization (id),
  sent_on text,
  document_no text,
  document_date text,
  note text,
  unique (deadline_id, organization_id)
) strict;

create table plan_task (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  submission_id integer not null references submission (id),
  position integer not null,
  title text not null check (title <> ''),
  owner text,
  due_on text,
  done_on text,
  result text,
  unique (submission_id, position)
) strict;

create table attachment (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  essay_id integer references essay (id),
  submission_id integer references submission (id),
  venue_diary_id integer references venue_diary (id),
  name text not null check (name <> ''),
  hash text not null references blob (hash),
  added_at text not null,
  check ((essay_id is not null) + (submission_id is not null) + (venue_diary_id is not null) = 1)
) strict;
create index attachment_essay on attachment (essay_id) where essay_id is not null;
create index attachment_submission on attachment (submission_id) where submission_id is not null;
create index attachment_diary on attachment (venue_diary_id) where venue_diary_id is not null;
create index attachment_hash on attachment (hash);
"""


def upgrade(store: Database) -> None:
    """Add the columns and tables."""
    for statement in filter(None, map(str.strip, SCHEMA.split(";\n"))):
        store.execute(statement)
