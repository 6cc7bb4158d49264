"""The SQL about essays: every attempt is a row; and about who need not write one."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from db.records import Essay
from db.store import Store
from db.values import EssayForm, EssayResult


def essays(store: Store, round_id: int, member_ids: Iterable[int] | None = None) -> dict[int, tuple[Essay, ...]]:
    """The attempts of a round by member, first one first; of everyone or of some people."""
    some = "" if member_ids is None else " and member_id in (select value from json_each(:members))"
    sql = f"select * from essay where round_id = :id{some} order by member_id, attempt"
    found = defaultdict(list)
    for row in store.all(sql, {"id": round_id, "members": json.dumps(list(member_ids or ()))}):
        found[row["member_id"]].append(as_essay(row))
    return {member_id: tuple(attempts) for member_id, attempts in found.items()}


def as_essay(row: dict[str, Any]) -> Essay:
    values = {name: value for name, value in row.items() if name != "uid"}
    result = EssayResult(row["result"]) if row["result"] else None
    return Essay(**values | {"form": EssayForm(row["form"]), "result": result})


def add(store: Store, rows: Iterable[tuple[int, int, int, str, str, str | None]]) -> None:
    """(round, member, attempt, received on, form, note)."""
    store.many(
        "insert into essay (round_id, member_id, attempt, received_on, form, note) values (?, ?, ?, ?, ?, ?)", rows
    )


def change(store: Store, essay_id: int, **values: Any) -> None:
    """Write result, score, who and when on an attempt."""
    store.change("essay", essay_id, **values)


def ids(store: Store, round_id: int) -> list[int]:
    """The attempts of a round, by member, first one first."""
    return store.column("select id from essay where round_id = :id order by member_id, attempt", {"id": round_id})


def settle(store: Store, results: Iterable[tuple[EssayResult, int]], marked_on: str, marked_by: str) -> None:
    """(result, attempt): write many results of one day and one marker."""
    store.many(
        "update essay set result = ?, marked_on = ?, marked_by = ? where id = ?",
        ((result, marked_on, marked_by, attempt) for result, attempt in results),
    )


def exempt_ids(store: Store, round_id: int, on: str) -> set[int]:
    """Members who need not write an essay in this round, or in any round of that day."""
    sql = """select member_id from essay_exemption
             where round_id = :round or (round_id is null and valid_from <= :on and valid_to > :on)"""
    return set(store.column(sql, {"round": round_id, "on": on}))


def add_exemptions(store: Store, rows: Iterable[tuple[int, int | None, str, str]]) -> None:
    """(member, round or None for every round, reason, from)."""
    store.many("insert into essay_exemption (member_id, round_id, reason, valid_from) values (?, ?, ?, ?)", rows)


def remove_exemptions(store: Store, round_id: int, member_ids: Iterable[int]) -> None:
    """These people must write in this round again."""
    store.many(
        "delete from essay_exemption where round_id = ? and member_id = ?",
        ((round_id, member) for member in member_ids),
    )


def uids(store: Store, round_id: int) -> dict[str, int]:
    """Lasting id of every attempt of a round → its id here."""
    return {
        row["uid"]: row["id"] for row in store.all("select uid, id from essay where round_id = :id", {"id": round_id})
    }


def round_uid(store: Store, round_id: int) -> str:
    """The lasting id of a round."""
    return str(store.value("select uid from study_round where id = :id", {"id": round_id}))


def round_of(store: Store, uid: str) -> int | None:
    """The round of a lasting id, None where it is not in this store."""
    found = store.value("select id from study_round where uid = :uid", {"uid": uid})
    return None if found is None else int(found)
