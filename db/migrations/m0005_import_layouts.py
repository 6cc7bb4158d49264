"""How lists are laid out, as the clerk once said, by the words of their header: learned, no office data."""

from sqlite_utils import Database

SCHEMA = """
create table import_layout (
  words text primary key,
  layout text not null
) strict, without rowid"""


def upgrade(store: Database) -> None:
    """Add the table."""
    store.execute(SCHEMA)
