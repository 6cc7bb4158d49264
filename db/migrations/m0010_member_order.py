"""The list of people as an index that holds all a walk along it asks: its whole order, the key of names, who counts."""

from sqlite_utils import Database

NEW_INDEX = "create index member_order on member (list_key, birth_date, id, search_key, deleted, provisional)"


def upgrade(store: Database) -> None:
    """Make the index anew."""
    store.execute("drop index member_order")
    store.execute(NEW_INDEX)
