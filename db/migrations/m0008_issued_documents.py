"""Paper that leaves the office: terms of the committee, who signs, wording edited by the office, what a print was of.

`issued_document.figures` are the figures with the ids behind them as they were that day; `print_hash` is the PDF.
`wording` holds the office's own text of one field of a form; `draft` is a document being prepared and not yet issued.
"""

from sqlite_utils import Database

SCHEMA = """
alter table issued_document add column symbol text;
alter table issued_document add column form_id text;
alter table issued_document add column subject text;
alter table issued_document add column round_id integer references study_round (id);
alter table issued_document add column signer text;
alter table issued_document add column issued_at text;
alter table issued_document add column withdrawn_reason text;
create index issued_document_round on issued_document (round_id) where round_id is not null;

create table issued_about (
  document_id integer not null references issued_document (id),
  member_id integer not null references member (id),
  primary key (document_id, member_id)
) strict, without rowid;
create index issued_about_member on issued_about (member_id);

create table committee_term (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  organization_id integer not null references organization (id),
  name text not null check (name <> ''),
  starts_on text not null,
  ends_on text not null default '9999-12-31',
  check (starts_on < ends_on)
) strict;

create table signer (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  position_order integer not null default 1,
  authority text not null default '',
  position text not null default '',
  name text not null check (name <> ''),
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;

create table wording (
  form_id text not null,
  field text not null,
  text text not null,
  primary key (form_id, field)
) strict, without rowid;

create table draft (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  form_id text not null,
  subject text not null,
  name text not null check (name <> ''),
  edits text not null,
  saved_at text not null
) strict;
"""


def upgrade(store: Database) -> None:
    """Add the columns and tables."""
    for statement in filter(None, map(str.strip, SCHEMA.split(";\n"))):
        store.execute(statement)
