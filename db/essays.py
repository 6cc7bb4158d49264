"""The SQL about essays: every attempt is a row; and about who need not write one."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import groupby
from operator import attrgetter
from typing import Any

from db.many import by_column, closed, records
from db.records import Essay
from db.store import Store
from db.values import FOREVER, EssayForm, EssayResult

COLUMNS = tuple(each.name for each in fields(Essay))
SELECTED = ", ".join(COLUMNS)
LAST_RESULT = "max(attempt * 4 + (result is 'passed') * 2 + (result is 'rewrite')) % 4"
"""Of a person's attempts: the result of the last, as its place in `RESULTS`."""
RESULTS = (None, EssayResult.REWRITE, EssayResult.PASSED)


def essays(store: Store, round_id: int, member_ids: Iterable[int] | None = None) -> dict[int, tuple[Essay, ...]]:
    """The attempts of a round by member, first one first; of everyone or of some people."""
    some = "" if member_ids is None else " and member_id in (select value from json_each(:members))"
    sql = f"select {SELECTED} from essay where round_id = :id{some} order by member_id, attempt"
    rows = store.execute(sql, {"id": round_id, "members": json.dumps(list(member_ids or ()))}).fetchall()
    listed = groupby(as_essays(rows), key=attrgetter("member_id"))
    return {member_id: tuple(attempts) for member_id, attempts in listed}


def as_essays(rows: Sequence[Sequence[Any]]) -> list[Essay]:
    """Rows of `COLUMNS` as records."""
    columns = by_column(rows, COLUMNS)
    for name, values in (("form", EssayForm), ("result", EssayResult)):
        columns[name] = map(closed(values).__getitem__, columns[name])
    return records(Essay, columns, len(rows))


def standing(
    store: Store, round_id: int, until: str = FOREVER, member_ids: Iterable[int] | None = None
) -> dict[int, tuple[str, EssayResult | None]]:
    """Member → when the first of the attempts that stand came in, and the result of the last; of those in by a day, of
    everyone or of some people."""
    some = "" if member_ids is None else " and member_id in (select value from json_each(:members))"
    sql = f"""select member_id, min(received_on), {LAST_RESULT} from essay
              where round_id = :id and withdrawn_on is null and received_on <= :until{some} group by member_id"""
    people = json.dumps(list(member_ids or ()))
    rows = store.execute(sql, {"id": round_id, "until": until, "members": people})
    return {member: (first, RESULTS[last]) for member, first, last in rows}


def stood(store: Store, round_id: int, on: str = FOREVER) -> dict[int, bool]:
    """Member → whether the essay that stood at the end of a day had passed by then; of those who had one in."""
    sql = """select member_id, max(attempt * 2 + (result is 'passed' and coalesce(marked_on, received_on) <= :on)) % 2
             from essay where round_id = :id and received_on <= :on and coalesce(withdrawn_on, '~') > :on
             group by member_id"""
    return {member: bool(passed) for member, passed in store.execute(sql, {"id": round_id, "on": on})}


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
