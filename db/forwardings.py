"""The SQL about essays sent to the higher body, list by list."""

import json
from collections.abc import Iterable

from db.essay_records import Forwarding
from db.store import Store

SELECT = """select f.id, f.round_id, f.forwarded_on, f.recipient, f.document_no, f.note,
                   (select count(*) from essay e where e.forwarding_id = f.id) as essays
            from essay_forwarding f"""


def forwardings(store: Store, round_id: int) -> list[Forwarding]:
    """The lists of a round, the newest first."""
    rows = store.all(f"{SELECT} where f.round_id = :id order by f.forwarded_on desc, f.id desc", {"id": round_id})
    return [Forwarding(**row) for row in rows]


def forwarding(store: Store, forwarding_id: int) -> Forwarding | None:
    """One list, or None."""
    row = store.one(f"{SELECT} where f.id = :id", {"id": forwarding_id})
    return None if row is None else Forwarding(**row)


def add(store: Store, draft: Forwarding, essay_ids: Iterable[int]) -> int:
    """A new list with these essays on it; its id."""
    forwarding_id = store.add(
        "essay_forwarding",
        round_id=draft.round_id,
        forwarded_on=draft.forwarded_on,
        recipient=draft.recipient,
        document_no=draft.document_no,
        note=draft.note,
    )
    store.execute(
        "update essay set forwarding_id = :id where id in (select value from json_each(:essays))",
        {"id": forwarding_id, "essays": json.dumps(list(essay_ids))},
    )
    return forwarding_id


def member_ids(store: Store, forwarding_id: int) -> list[int]:
    """Whose essays are on a list."""
    return store.column("select member_id from essay where forwarding_id = :id order by id", {"id": forwarding_id})


def remove(store: Store, forwarding_id: int) -> None:
    """Take a list back: its essays are here again."""
    store.execute("update essay set forwarding_id = null where forwarding_id = :id", {"id": forwarding_id})
    store.execute("delete from essay_forwarding where id = :id", {"id": forwarding_id})


def by_recipient(store: Store, round_id: int) -> list[tuple[str, int]]:
    """(recipient, how many essays) of a round."""
    rows = store.execute(
        """select f.recipient, count(e.id) from essay_forwarding f left join essay e on e.forwarding_id = f.id
           where f.round_id = :id group by f.recipient order by 1""",
        {"id": round_id},
    )
    return [(str(name), int(count)) for name, count in rows]
