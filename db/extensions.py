"""The SQL about later last days granted to a person or an organization, for the essay or for a report."""

from collections import defaultdict
from typing import Any

from db.owed_records import Extension
from db.store import Store


def extensions(store: Store, round_id: int) -> list[Extension]:
    """All that was granted in a round, in the order it was."""
    rows = store.all("select * from extension where round_id = :id order by id", {"id": round_id})
    return [as_extension(row) for row in rows]


def as_extension(row: dict[str, Any]) -> Extension:
    return Extension(**{name: value for name, value in row.items() if name != "uid"})


def of_essays(store: Store, round_id: int) -> tuple[dict[int, str], dict[int, str]]:
    """The latest day granted for the essay: by member, by organization."""
    people: dict[int, str] = {}
    units: dict[int, str] = {}
    for each in extensions(store, round_id):
        if each.deadline_id is None:
            kept, key = (units, each.organization_id) if each.member_id is None else (people, each.member_id)
            assert key is not None, "an extension is of a person or of an organization"
            kept[key] = max(each.due_on, kept.get(key, each.due_on))
    return people, units


def of_deadlines(store: Store, round_id: int) -> dict[tuple[int, int], str]:
    """The latest day granted for a report: by (deadline, organization)."""
    granted: dict[tuple[int, int], list[str]] = defaultdict(list)
    for each in extensions(store, round_id):
        if each.deadline_id is not None and each.organization_id is not None:
            granted[each.deadline_id, each.organization_id].append(each.due_on)
    return {place: max(days) for place, days in granted.items()}


def save(store: Store, given: Extension) -> int:
    """Write an extension in place of the one the same person or unit has for the same thing; its id."""
    same = store.value(
        """select id from extension where round_id = :round and deadline_id is :deadline
             and member_id is :member and organization_id is :organization""",
        {
            "round": given.round_id,
            "deadline": given.deadline_id,
            "member": given.member_id,
            "organization": given.organization_id,
        },
    )
    values: dict[str, Any] = {"due_on": given.due_on, "reason": given.reason}
    if same is not None:
        store.change("extension", same, **values)
        return int(same)
    return store.add(
        "extension",
        round_id=given.round_id,
        deadline_id=given.deadline_id,
        member_id=given.member_id,
        organization_id=given.organization_id,
        **values,
    )


def remove(store: Store, extension_id: int) -> None:
    store.execute("delete from extension where id = :id", {"id": extension_id})


def remove_of_round(store: Store, round_id: int) -> None:
    """Delete all that was granted in a round."""
    store.execute("delete from extension where round_id = :id", {"id": round_id})
