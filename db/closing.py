"""The SQL about closing a conference and opening it again. Nothing here looks at marks."""

from typing import Any

from db.store import Store


def closed_at(store: Store, conference_id: int) -> str | None:
    """When a conference was closed, None while it is open or when there is none such; cheap enough for every scan."""
    found: str | None = store.value("select closed_at from conference where id = :id", {"id": conference_id})
    return found


def set_closed(store: Store, conference_id: int, moment: str | None) -> None:
    """Note when a conference was closed."""
    store.change("conference", conference_id, closed_at=moment)


def add_reopening(store: Store, conference_id: int, closed: str, reopened: str, reason: str) -> None:
    """Keep that a closed conference was opened again, and why."""
    store.add(
        "conference_reopening", conference_id=conference_id, closed_at=closed, reopened_at=reopened, reason=reason
    )


def reopenings(store: Store, conference_id: int) -> list[dict[str, Any]]:
    """(closed_at, reopened_at, reason) of every time a conference was opened again, oldest first."""
    sql = "select closed_at, reopened_at, reason from conference_reopening where conference_id = :id order by id"
    return store.all(sql, {"id": conference_id})
