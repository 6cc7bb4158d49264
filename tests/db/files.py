"""Stores and their contents for the tests of what is kept: digests, damage, a user who may not write."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from db.errors import StoreError
from db.journal import kept_tables
from db.row_digests import row_digest
from desktop_app.services.store import Store

ROOT = Path(__file__).resolve().parents[2]


def content(store: Store) -> dict[str, str]:
    """A digest of every kept table: equal when the same office data is kept."""
    return {table: row_digest(store, table) for table in kept_tables(store)}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The tables in which two contents differ."""
    return {table for table in before if before[table] != after[table]}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def trouble_of_nobody(work: Callable[[], object]) -> str:
    """The kind of error a user who owns nothing meets at some work; root may write everywhere, so it is put off."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            work()
            os.write(send, b"none")
        except StoreError as error:
            os.write(send, type(error).__name__.encode())
        finally:
            os._exit(0)
    os.close(send)
    os.waitpid(child, 0)
    with os.fdopen(receive) as told:
        return told.read()
