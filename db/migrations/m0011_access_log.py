"""What was done about passwords and users stands beside what was printed and exported: who opened the door to whom."""

from sqlite_utils import Database

STATEMENTS = (
    """create table output_log_new (
  id integer primary key,
  done_at text not null,
  user text not null,
  kind text not null check (kind in ('print', 'export', 'reveal', 'access')),
  what text not null check (what <> ''),
  scope text not null
) strict""",
    "insert into output_log_new select id, done_at, user, kind, what, scope from output_log",
    "drop table output_log",
    "alter table output_log_new rename to output_log",
)


def upgrade(store: Database) -> None:
    """Let the log take the new kind: a check of a table changes only with the table."""
    for statement in STATEMENTS:
        store.execute(statement)
