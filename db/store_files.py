"""What a file is, told from its first bytes before SQLite touches it: a plain store, a locked one, or none of ours."""

import os
from pathlib import Path

from db import key_slots
from db.crypto import DataKey
from db.errors import LockedStore, LostKeys, MissingStore, NotAStore, ReadOnlyStore, StoreError

APPLICATION_ID = 0x53485401
SQLITE_HEADER = b"SQLite format 3\x00"
PAGE = 4096


def check_file(path: Path, key: DataKey | None = None) -> None:
    """Tell, before SQLite touches it, what is no store at all, is locked or cannot be written."""
    if not path.is_file():
        raise MissingStore(str(path))
    try:
        header = head(path)
    except OSError as error:
        raise ReadOnlyStore(str(path)) from error
    if key is not None and header[:16] != key.id:
        raise NotAStore(str(path))
    if key is None and not is_plain(header):
        raise foreign(path, header)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ReadOnlyStore(str(path))


def head(path: Path) -> bytes:
    """The first bytes of a file: what it is, or the id of the key it is locked with."""
    with path.open("rb") as file:
        return file.read(100)


def is_plain(header: bytes) -> bool:
    """Whether a file that begins so is a store anybody may read."""
    return header.startswith(SQLITE_HEADER) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def foreign(path: Path, header: bytes) -> StoreError:
    """What a file is that is no plain store: locked, locked without a key beside it, or none of ours."""
    if header.startswith(SQLITE_HEADER) or not header:
        return NotAStore(str(path))
    if header[:16] in key_slots.read(path):
        return LockedStore(str(path))
    of_pages = path.suffix == key_slots.STORE_ENDING and path.stat().st_size % PAGE == 0
    return LostKeys(str(path)) if of_pages else NotAStore(str(path))
