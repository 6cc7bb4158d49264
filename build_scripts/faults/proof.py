"""What a store is worth after something went wrong: whether it holds together, and which of two contents it has."""

import hashlib
import re
from contextlib import suppress
from pathlib import Path

from db import key_slots
from db.crypto import Cost
from db.errors import StoreError
from db.key_slots import SlotKind
from db.store import DatabaseError, Store, connect
from db.store_files import head
from desktop_app.domain.recovery_code import read_code
from desktop_app.domain.refusal import Refusal
from desktop_app.services.passwords import enter, is_locked, new_code

PASSWORDS = ("cây đa bến nước", "sân đình giếng làng")
"""What opens a store that is locked: before its password is changed, and after."""

CODES = (new_code(), new_code())
"""What opens a locked store as well: before its recovery code is renewed, and after."""

CHEAP = Cost(memory=64, passes=1)
"""What a guess costs where many are made: what it must cost is shown by itself."""

NOTED = {"store_property": "'backed_up_", "output_log": "'access'"}
"""Table → notes that are not the work's own: of backups made before it, of passwords, which stand in another file."""

DRAWN = re.compile(r"\b[0-9a-f]{32}\b|\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?[.+:\d]*|/[^\"' ]+/")
"""What differs between two runs of one command: uids, moments, folders."""


def harm(path: Path) -> list[str]:
    """What is wrong with a store, [] = nothing. The write-ahead log beside it is taken in first, as at any opening."""
    try:
        store = opened(path)[0]
    except (DatabaseError, StoreError, Refusal) as error:
        return [f"unreadable: {error}"]
    try:
        return harm_of(store)
    except DatabaseError as error:
        return [f"corrupt: {error}"]
    finally:
        store.close()


def opened(path: Path) -> tuple[Store, str]:
    """The store, nothing of it checked, and which password opened it, "" = it has none."""
    if not is_locked(path):
        return connect(path, ""), ""
    for password in PASSWORDS[:-1]:
        with suppress(Refusal):
            return connect(path, "", key=enter(path, password).key), password
    return connect(path, "", key=enter(path, PASSWORDS[-1]).key), PASSWORDS[-1]


def harm_of(store: Store) -> list[str]:
    """Pages, foreign keys, search words and kept files, each held against what it must agree with."""
    wrong = [f"corrupt: {told}" for told in store.column("pragma integrity_check(3)") if told != "ok"]
    wrong += [f"orphan: {row}" for row in store.execute("pragma foreign_key_check").fetchmany(3)]
    if "member_words" in store.table_names():
        store.execute("insert into member_words (member_words, rank) values ('integrity-check', 1)")
    if "blob" in store.table_names():
        rows = store.execute("select hash, content from blob")
        wrong += [f"file {kept}" for kept, content in rows if hashlib.sha256(content or b"").hexdigest() != kept]
    return wrong


def digest(path: Path) -> str:
    """The content of a store and what opens it as one word: equal for two runs of one command, else unequal.

    "" = there is no store.
    """
    if not path.exists():
        return ""
    (store, password), total = opened(path), hashlib.sha256()
    try:
        total.update(repr((password, ways_in(path))).encode())
        listed = "select name from pragma_table_list where schema = 'main' and type = 'table'"
        for table in store.column(f"{listed} and name not like 'sqlite_%' order by name"):
            rows = sorted(DRAWN.sub("*", repr(row)) for row in store.execute(f"select * from [{table}]"))
            rows = [row for row in rows if table not in NOTED or NOTED[table] not in row]
            total.update("\n".join([table, *rows]).encode())
    finally:
        store.close()
    return total.hexdigest()


def ways_in(path: Path) -> tuple[int, str]:
    """How many people open a store, and with which recovery code; 0 = it is open to all."""
    if not is_locked(path):
        return 0, ""
    slots = key_slots.read(path)[head(path)[:16]].slots
    users = {slot.salt for slot in slots if slot.kind is SlotKind.PASSWORD}
    ring = key_slots.Ring(key_id=head(path)[:16], slots=slots)
    found = (code for code in CODES if key_slots.opened_by(ring, SlotKind.RECOVERY, read_code(code)))
    return len(users), next(found, "")
