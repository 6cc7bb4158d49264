"""One hash over all rows of a table: equal for two tables that hold the same rows, whatever pages they lie in."""

import hashlib

from db.store import Store

WRITTEN_PLAIN = ("TEXT", "INTEGER", "REAL")
"""Types of columns whose every value JSON can write; they are strict, so that no other value is in them."""


def row_digest(store: Store, table: str) -> str:
    """A hash over all rows of a table in the order of their keys, each written as JSON by SQLite itself.

    No two different rows are written alike: texts stand escaped, reals to the last bit, blobs in hexadecimal.
    """
    columns = store.execute(f"select name, type from pragma_table_info('{table}') order by cid").fetchall()
    row = ", ".join(name if kind in WRITTEN_PLAIN else f"quote({name})" for name, kind in columns)
    total = hashlib.sha256()
    for (line,) in store.execute(f"select cast(json_array({row}) || char(10) as blob) {in_order(store, table)}"):
        total.update(line)
    return total.hexdigest()


def former_digest(store: Store, table: str) -> str:
    """The hash of a table as older manifests give it, under "rows"."""
    total = hashlib.sha256()
    for row in store.execute(f"select * {in_order(store, table)}"):
        total.update(repr(row).encode())
    return total.hexdigest()


def in_order(store: Store, table: str) -> str:
    """The end of a query for the rows of a table in the order of their keys."""
    keys = store.column(f"select name from pragma_table_info('{table}') where pk > 0 order by pk")
    return f"from {table} order by {', '.join(keys) or 'rowid'}"
