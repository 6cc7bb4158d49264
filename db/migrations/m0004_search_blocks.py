"""What finds people by what is typed, a second grouping of people by where they live, and what a merger leaves behind.

`search_key` is a name as `db.keys.search_key` writes it; `member_words` indexes the words of folded names. The triggers
keep that index; rows made in bulk are added to it by whoever makes them (`db.members.add_many`).
"""

from sqlite_utils import Database

from db.keys import search_key

SCHEMA = """
alter table member add column search_key text not null default '';
alter table member add column merged_into integer references member (id);
create index member_merged on member (merged_into) where merged_into is not null;
drop index member_order;
create index member_order on member (list_key, birth_date, search_key, deleted);

create virtual table member_words using fts5 (
  name_key, content = 'member', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);

alter table organization add column closing_decision_no text;
create index organization_succession_old on organization_succession (old_id);
create index organization_succession_new on organization_succession (new_id);

create table residence_block (
  id integer primary key,
  uid text not null unique default (lower(hex(randomblob(16)))),
  name text not null check (name <> ''),
  match_key text not null,
  order_key text not null,
  code text,
  opened_on text not null default '0001-01-01',
  closed_on text not null default '9999-12-31'
) strict;

create table residence (
  id integer primary key,
  member_id integer not null references member (id),
  block_id integer not null references residence_block (id),
  valid_from text not null default '0001-01-01',
  valid_to text not null default '9999-12-31',
  check (valid_from < valid_to)
) strict;
create index residence_of on residence (member_id, valid_from);
create index residence_in on residence (block_id, valid_to, valid_from);

create table not_same_person (
  one_id integer not null references member (id),
  other_id integer not null references member (id),
  primary key (one_id, other_id),
  check (one_id < other_id)
) strict, without rowid;
"""
TRIGGERS = (
    """create trigger member_words_insert after insert on member when (select bulk from current_gesture) = 0
       begin
         insert into member_words (rowid, name_key) values (new.id, new.name_key);
       end""",
    """create trigger member_words_update after update of name_key on member when old.name_key is not new.name_key
       begin
         insert into member_words (member_words, rowid, name_key) values ('delete', old.id, old.name_key);
         insert into member_words (rowid, name_key) values (new.id, new.name_key);
       end""",
    """create trigger member_words_delete after delete on member
       begin
         insert into member_words (member_words, rowid, name_key) values ('delete', old.id, old.name_key);
       end""",
)


def upgrade(store: Database) -> None:
    """Add columns, tables, index and triggers; the people kept so far can then be found."""
    quiet = store.execute("select bulk from current_gesture").fetchone()[0]
    store.execute("update current_gesture set bulk = 1")
    for statement in filter(None, map(str.strip, SCHEMA.split(";\n"))):
        store.execute(statement)
    people = store.execute("select search_key, full_name, id from member").fetchall()
    store.conn.executemany(
        "update member set search_key = ? where id = ?", ((search_key(name), row_id) for _, name, row_id in people)
    )
    store.execute("insert into member_words (member_words) values ('rebuild')")
    for trigger in TRIGGERS:
        store.execute(trigger)
    store.execute("update current_gesture set bulk = ?", [quiet])
