"""What is being typed into a form and not yet kept, so that it outlives a crash. No office data, and in no journal."""

from sqlite_utils import Database

SCHEMA = """
create table typing (
  form text primary key,
  texts text not null,
  saved_at text not null
) strict, without rowid;
"""


def upgrade(store: Database) -> None:
    """Add the table."""
    store.execute(SCHEMA)
