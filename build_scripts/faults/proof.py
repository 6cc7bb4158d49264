"""What a store is worth after something went wrong: whether it holds together, and which of two contents it has."""

import hashlib
import re
from pathlib import Path

from db.errors import StoreError
from db.store import DatabaseError, Store, connect

DRAWN = re.compile(r"\b[0-9a-f]{32}\b|\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?[.+:\d]*|/[^\"' ]+/")
"""What differs between two runs of one command: uids, moments, folders."""


def harm(path: Path) -> list[str]:
    """What is wrong with a store, [] = nothing. The write-ahead log beside it is taken in first, as at any opening."""
    try:
        store = connect(path, "")
    except (DatabaseError, StoreError) as error:
        return [f"unreadable: {error}"]
    try:
        return harm_of(store)
    except DatabaseError as error:
        return [f"corrupt: {error}"]
    finally:
        store.close()


def harm_of(store: Store) -> list[str]:
    """Pages, foreign keys, search words and kept files, each held against what it must agree with."""
    wrong = [f"corrupt: {told}" for told in store.column("pragma integrity_check(3)") if told != "ok"]
    wrong += [f"orphan: {row}" for row in store.execute("pragma foreign_key_check").fetchmany(3)]
    if "member_words" in store.table_names():
        store.execute("insert into member_words (member_words, rank) values ('integrity-check', 1)")
    if "blob" in store.table_names():
        rows = store.execute("select hash, content from blob")
        wrong += [f"file {kept}" for kept, content in rows if hashlib.sha256(content).hexdigest() != kept]
    return wrong


def digest(path: Path) -> str:
    """The content of a store as one word: equal for two runs of one command, unequal where a row differs."""
    store, total = connect(path, ""), hashlib.sha256()
    try:
        listed = "select name from pragma_table_list where schema = 'main' and type = 'table'"
        for table in store.column(f"{listed} and name not like 'sqlite_%' order by name"):
            rows = sorted(DRAWN.sub("*", repr(row)) for row in store.execute(f"select * from [{table}]"))
            total.update("\n".join([table, *rows]).encode())
    finally:
        store.close()
    return total.hexdigest()
