"""The register: settings, journal, organizations and members with what is dated about them.

Dated rows hold from `valid_from` up to but not including `valid_to`; '0001-01-01' stands for "always was" and
'9999-12-31' for "still is". Tables are STRICT; identifiers are text, so no zero is ever lost.
"""

from sqlite_utils import Database

SCHEMA = """
create table store_property (
  key text primary key,
  value text not null
) strict, without rowid;

create table setting (
  key text primary key,
  value text not null
) strict, without rowid;

create table counter (
  name text primary key,
  value integer not null
) strict, without rowid;

create table gesture (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  done_at text not null,
  user text not null,
  verb text not null,
  summary text not null,
  bulk integer not null default 0 check (bulk in (0, 1)),
  undoes integer references gesture (id),
  undone_by integer references gesture (id)
) strict;

create table journal_change (
  id integer primary key,
  gesture_id integer not null references gesture (id),
  tbl text not null,
  key text not null,
  before text,
  after text
) strict;
create index journal_change_row on journal_change (tbl, key);
create index journal_change_gesture on journal_change (gesture_id);

create table current_gesture (
  only_row integer primary key check (only_row = 1),
  gesture_id integer references gesture (id),
  bulk integer not null default 0
) strict;
insert into current_gesture (only_row) values (1);

create table organization (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  kind text not null check (kind in
    ('province_committee', 'ward_committee', 'base_committee', 'sub_committee', 'cell', 'party_group')),
  code text,
  opened_on text not null default '0001-01-01',
  closed_on text not null default '9999-12-31'
) strict;

create table organization_version (
  id integer primary key,
  organization_id integer not null references organization (id),
  name text not null,
  match_key text not null,
  order_key text not null,
  parent_id integer references organization (id),
  superior_line text,
  issuer_line text,
  audience text not null default 'members',
  decision_no text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;
create index organization_version_of on organization_version (organization_id, valid_from);
create index organization_version_parent on organization_version (parent_id, valid_to);
create index organization_version_match on organization_version (match_key);

create table organization_succession (
  id integer primary key,
  old_id integer not null references organization (id),
  new_id integer not null references organization (id),
  kind text not null check (kind in ('split', 'merge')),
  decision_no text,
  effective_on text not null
) strict;

create table member (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  code text not null unique,
  full_name text not null check (full_name <> ''),
  name_key text not null,
  list_key text not null,
  sort_name text,
  other_name text,
  birth_date text,
  gender text check (gender in ('male', 'female')),
  party_card_no text,
  old_party_card_no text,
  card_issued_on text,
  citizen_id text,
  old_id_no text,
  admitted_on text,
  official_on text,
  party_position text,
  government_position text,
  union_position text,
  phone text,
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;
create index member_order on member (list_key, birth_date, name_key, deleted);
create index member_card on member (party_card_no);
create index member_old_card on member (old_party_card_no) where old_party_card_no is not null;
create index member_phone on member (phone) where phone is not null;
create index member_citizen on member (citizen_id);
create index member_name on member (name_key, birth_date);

create table membership (
  id integer primary key,
  member_id integer not null references member (id),
  organization_id integer not null references organization (id),
  decision_no text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;
create index membership_of on membership (member_id, valid_from);
create index membership_in on membership (organization_id, valid_to, valid_from);

create table member_kind (
  id integer primary key,
  member_id integer not null references member (id),
  kind text not null check (kind in ('official', 'probationary', 'guest')),
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;
create index member_kind_of on member_kind (member_id, valid_from);

create table member_status (
  id integer primary key,
  member_id integer not null references member (id),
  status text not null check (status in ('active', 'deceased', 'left', 'exempt', 'suspended', 'interrupted')),
  stated_on text,
  reason text,
  decision_no text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;
create index member_status_of on member_status (member_id, valid_from);
create index member_status_rare on member_status (status, valid_to, valid_from, member_id);

create table temporary_activity (
  id integer primary key,
  member_id integer not null references member (id),
  direction text not null check (direction in ('away', 'here')),
  organization_id integer references organization (id),
  place text,
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;
create index temporary_activity_of on temporary_activity (member_id, valid_from);

create table blob (
  hash text primary key,
  size integer not null,
  content blob not null
) strict, without rowid;
"""


def upgrade(store: Database) -> None:
    """Create the register's tables in an empty store."""
    for statement in filter(None, map(str.strip, SCHEMA.split(";\n"))):
        store.execute(statement)
