"""The SQL about files kept inside the store: contents by their SHA-256, and the attachments that name them.

A content once kept stays: the journal and backups may need it again. Attachments come and go with their gestures.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from db.owed_records import Attachment
from db.store import Store

OWNERS = ("essay_id", "submission_id", "venue_diary_id")
SELECT = """select a.id, a.essay_id, a.submission_id, a.venue_diary_id, a.name, a.hash, a.added_at,
                   coalesce(b.size, 0) as size
            from attachment a left join blob b on b.hash = a.hash"""


def keep(store: Store, content: bytes) -> str:
    """The hash of a content, kept once however often it is given."""
    name = hashlib.sha256(content).hexdigest()
    store.execute(
        "insert into blob (hash, size, content) values (:hash, :size, :content) on conflict (hash) do nothing",
        {"hash": name, "size": len(content), "content": content},
    )
    return name


def content(store: Store, blob_hash: str) -> bytes | None:
    """What is kept under a hash, None where it is lost."""
    found = store.value("select content from blob where hash = :hash", {"hash": blob_hash})
    return None if found is None else bytes(found)


def add(store: Store, owner: str, owner_id: int, name: str, blob_hash: str, added_at: str) -> int:
    """An attachment of an essay, a submission or an entry of a diary; its id."""
    return store.add("attachment", **{owner: owner_id}, name=name, hash=blob_hash, added_at=added_at)


def exists(store: Store, owner: str, owner_id: int) -> bool:
    """Whether the thing that is to have an attachment is there."""
    return bool(store.value(f"select 1 from {owner.removesuffix('_id')} where id = :id", {"id": owner_id}))


def attachments(store: Store, owner: str, owner_id: int) -> list[Attachment]:
    """The attachments of one thing, the oldest first."""
    return [Attachment(**row) for row in store.all(f"{SELECT} where a.{owner} = :id order by a.id", {"id": owner_id})]


def attachment(store: Store, attachment_id: int) -> Attachment | None:
    """One attachment, or None."""
    row = store.one(f"{SELECT} where a.id = :id", {"id": attachment_id})
    return None if row is None else Attachment(**row)


def everything(store: Store) -> list[Attachment]:
    """All attachments."""
    return [Attachment(**row) for row in store.all(f"{SELECT} order by a.id")]


def of_round_essays(store: Store, round_id: int) -> dict[int, tuple[int, int]]:
    """Essay → (how many files, bytes), of the essays of a round that have any."""
    rows = store.execute(
        """select e.id, count(*), sum(b.size) from essay e join attachment a on a.essay_id = e.id
           join blob b on b.hash = a.hash where e.round_id = :id group by e.id""",
        {"id": round_id},
    )
    return {int(essay): (int(files), int(size)) for essay, files, size in rows}


def remove(store: Store, attachment_id: int) -> None:
    """Take an attachment off; its content stays for the journal."""
    store.execute("delete from attachment where id = :id", {"id": attachment_id})


def total(store: Store) -> tuple[int, int]:
    """(how many contents, their bytes) in the store, whoever names them."""
    count, size = store.execute("select count(*), coalesce(sum(size), 0) from blob").fetchone()
    return int(count), int(size)


def hashes(store: Store) -> list[str]:
    """The hashes of all contents."""
    return [str(each) for each in store.column("select hash from blob order by hash")]


def unnamed(store: Store) -> Iterator[tuple[str, int]]:
    """(hash, bytes) of the contents that neither an attachment nor an issued document names."""
    rows: Any = store.execute(
        """select hash, size from blob where not exists (select 1 from attachment a where a.hash = blob.hash)
           and not exists (select 1 from issued_document d where d.print_hash = blob.hash) order by hash"""
    )
    for blob_hash, size in rows:
        yield str(blob_hash), int(size)
