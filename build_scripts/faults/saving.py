"""A clerk who never stops saving: people with their search words and files, each acknowledged once it is kept.

The acknowledgements stand in a file beside the store, in the order the program answered.
"""

import hashlib
import os
import random
from itertools import count
from pathlib import Path

from db.store import Store, open_store
from desktop_app.services import attachments, members
from desktop_app.services.members import MemberDraft

ACKNOWLEDGED = "acknowledged"
FILE_SIZE = 3000


def save(path: Path, saves: int, pragmas: tuple[str, ...]) -> int:
    """Save so often (0 = until killed), a person and a file in turn; `pragmas` weaken the store for a control."""
    store = open_store(path)
    for pragma in pragmas:
        store.execute(f"pragma {pragma}")
    with (path.parent / ACKNOWLEDGED).open("ab", buffering=0) as answers:
        for number in count(1):
            said = save_person(store) if number % 2 else save_file(store, path)
            answers.write(f"{said}\n".encode())
            if number == saves:
                break
    store.close()
    return 0


def save_person(store: Store) -> str:
    kept = members.enrol(store, MemberDraft(full_name=f"Đỗ Đức Ân {random.randrange(10**9)}"))
    return f"person {kept.code}"


def save_file(store: Store, path: Path) -> str:
    """Keep a file of random content beside the first essay; it is read from outside the folder under watch."""
    content = b"%PDF-1.4\n" + os.urandom(FILE_SIZE)
    source = path.parent.with_name(f"{path.parent.name}-{os.getpid()}.pdf")
    source.write_bytes(content)
    attachments.attach(store, source, essay_id=store.value("select min(id) from essay"))
    source.unlink()
    return f"file {hashlib.sha256(content).hexdigest()}"


def lost(store: Store, acknowledged: list[str]) -> list[str]:
    """Which acknowledged saves the store does not hold, or not as they were."""
    codes = set(store.column("select code from member"))
    files = {hashlib.sha256(content).hexdigest() for content in store.column("select content from blob")}
    kept = {f"person {code}" for code in codes} | {f"file {file}" for file in files}
    return [said for said in acknowledged if said not in kept]
