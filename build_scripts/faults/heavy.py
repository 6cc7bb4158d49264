"""A store as heavy as an office's after years: a practice office with files beside its essays."""

import os
from pathlib import Path

from build_scripts.faults.offices import STORE, office
from build_scripts.faults.proof import CHEAP, CODES, PASSWORDS
from db.crypto import DataKey
from db.store import Store, connect
from desktop_app.services import attachments
from desktop_app.services.passwords import enter, set_password

EACH = 5 * 1024 * 1024


def heavy(folder: Path, megabytes: int, *, locked: bool) -> DataKey | None:
    """Make it, with so many megabytes of files that cannot be pressed together; its key."""
    office(folder)
    path, key = folder / STORE, None
    if locked:
        set_password(path, PASSWORDS[0], CODES[0], cost=CHEAP)
        key = enter(path, PASSWORDS[0]).key
    store = connect(path, "", key=key)
    fill(store, folder / "bai.pdf", megabytes * 1024 * 1024 // EACH)
    store.close()
    return key


def fill(store: Store, source: Path, files: int) -> None:
    """Keep so many files beside the essays, in turn."""
    essays = store.column("select id from essay order by id")
    for number in range(files):
        source.write_bytes(b"%PDF-1.4\n" + os.urandom(EACH))
        attachments.attach(store, source, essay_id=essays[number % len(essays)])
    source.unlink()
