"""The SQL about study rounds and what belongs to one: documents, questions, audiences, deadlines."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from db import essay_marking
from db.extensions import remove_of_round
from db.records import Deadline, StudyDocument, StudyRound
from db.store import Store
from db.values import Audience, DeadlineKind, DocumentRole, EssayScale, OwedBy

PARTS = ("documents", "questions", "deadlines", "required_half_days")
TABLES = ("round_document", "essay_question", "round_deadline", "round_audience")
REWRITTEN = ("round_document", "essay_question", "round_audience")


def rounds(store: Store, round_id: int | None = None) -> list[StudyRound]:
    """All rounds, newest first, or the one with this id."""
    which = "" if round_id is None else " where {column} = :id"
    parts = {table: grouped(store, table, which.format(column="round_id"), round_id) for table in TABLES}
    rows = store.all(f"select * from study_round{which.format(column='id')} order by id desc", {"id": round_id})
    return [as_round(row, {table: found[row["id"]] for table, found in parts.items()}) for row in rows]


def grouped(store: Store, table: str, which: str, round_id: int | None) -> dict[int, list[dict[str, Any]]]:
    """The rows of one part by round, in their order."""
    found = defaultdict(list)
    for row in store.all(f"select * from {table}{which} order by id", {"id": round_id}):
        found[row["round_id"]].append(row)
    return found


def as_round(row: dict[str, Any], parts: dict[str, list[dict[str, Any]]]) -> StudyRound:
    """A round's row and the rows of its parts as one record."""
    flags = ("essay_required", "essay_handwritten", "count_hosted", "exempt_counts_if_present")
    values = {name: value for name, value in row.items() if name != "uid"}
    return StudyRound(
        **values
        | {name: bool(row[name]) for name in flags}
        | {
            "essay_scale": EssayScale(row["essay_scale"]),
            "documents": tuple(as_document(part) for part in parts["round_document"]),
            "questions": tuple(part["text"] for part in parts["essay_question"]),
            "deadlines": tuple(as_deadline(part) for part in parts["round_deadline"]),
            "required_half_days": tuple(
                (Audience(part["audience"]), part["required_half_days"]) for part in parts["round_audience"]
            ),
        }
    )


def as_document(row: dict[str, Any]) -> StudyDocument:
    return StudyDocument(
        role=DocumentRole(row["role"]),
        title=row["title"],
        number=row["number"],
        issued_on=row["issued_on"],
        issuer=row["issuer"],
    )


def as_deadline(row: dict[str, Any]) -> Deadline:
    values = {name: value for name, value in row.items() if name != "round_id"}
    return Deadline(**values | {"kind": DeadlineKind(row["kind"]), "owed_by": OwedBy(row["owed_by"])})


def save(store: Store, kept: StudyRound) -> int:
    """Write a round (id 0 = new) and its parts anew; its id."""
    values = {name: value for name, value in asdict(kept).items() if name not in ("id", *PARTS)}
    if kept.id:
        store.change("study_round", kept.id, **values)
    round_id = kept.id or store.add("study_round", **values)
    clear_parts(store, round_id)
    for place, document in enumerate(kept.documents, 1):
        store.add("round_document", round_id=round_id, position=place, **asdict(document))
    for place, text in enumerate(kept.questions, 1):
        store.add("essay_question", round_id=round_id, position=place, text=text)
    save_deadlines(store, round_id, kept.deadlines)
    for audience, half_days in kept.required_half_days:
        store.add("round_audience", round_id=round_id, audience=audience, required_half_days=half_days)
    return round_id


def save_deadlines(store: Store, round_id: int, deadlines: Sequence[Deadline]) -> None:
    """Write the deadlines of a round: those kept stay the same rows, those left out go with what hangs on them."""
    former = set(store.column("select id from round_deadline where round_id = :id", {"id": round_id}))
    for gone in former - {each.id for each in deadlines}:
        remove_deadline(store, gone)
    for each in deadlines:
        values = {name: value for name, value in asdict(each).items() if name != "id"}
        if each.id in former:
            store.change("round_deadline", each.id, **values)
        else:
            store.add("round_deadline", round_id=round_id, **values)


def remove_deadline(store: Store, deadline_id: int) -> None:
    """Delete a deadline with the extensions of it; nothing has been handed in."""
    store.execute("delete from extension where deadline_id = :id", {"id": deadline_id})
    store.execute("delete from round_deadline where id = :id", {"id": deadline_id})


def clear_parts(store: Store, round_id: int) -> None:
    """Delete the rows of the parts of a round that are written anew."""
    for table in REWRITTEN:
        store.execute(f"delete from {table} where round_id = :id", {"id": round_id})


def remove(store: Store, round_id: int) -> None:
    """Delete a round that has neither conferences nor essays."""
    clear_parts(store, round_id)
    remove_of_round(store, round_id)
    essay_marking.clear(store, round_id)
    save_deadlines(store, round_id, ())
    store.execute("delete from essay_exemption where round_id = :id", {"id": round_id})
    store.execute("delete from study_round where id = :id", {"id": round_id})


def in_use(store: Store, round_id: int) -> bool:
    """Whether conferences, essays or activities hang on a round."""
    sql = """select exists (select 1 from conference where round_id = :id)
                 or exists (select 1 from essay where round_id = :id)
                 or exists (select 1 from activity where round_id = :id)"""
    return bool(store.value(sql, {"id": round_id}))
