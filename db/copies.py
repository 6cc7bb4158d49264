"""Copies of an open store into a new file, ciphered as the store is, with another key, or not at all."""

from pathlib import Path
from urllib.parse import quote

from db.crypto import DataKey
from db.store import Store
from db.store_files import APPLICATION_ID


def copy_into(store: Store, copy: Path, key: DataKey | None) -> None:
    """Write all of the store to `copy`, where no file is, so that it opens with `key`; None = with none."""
    if key == store.key:
        store.execute("vacuum into ?", [str(copy)])
    elif key is not None:
        store.execute("vacuum into ?", [f"{copy.absolute().as_uri()}?key={quote(key.text())}"])
    else:
        export(store, copy)


def export(store: Store, copy: Path) -> None:
    """Take the cipher off: page for page cannot be done, so the schema and every row are written anew.

    In one go and without a journal: a copy that is not finished is thrown away, and who asked for it flushes it.
    """
    store.execute("attach database ? as bare key ''", [str(copy)])
    try:
        store.execute("pragma bare.journal_mode = off")
        store.execute("pragma bare.synchronous = off")
        store.execute("begin")
        store.execute("select sqlcipher_export('bare')").fetchall()
        store.execute("commit")
        store.execute(f"pragma bare.application_id = {APPLICATION_ID}")
    finally:
        store.rollback()
        store.execute("detach database bare")
