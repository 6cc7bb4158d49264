"""The SQL about what organizations sent for the deadlines of a round, and the tasks of their plans."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from db.owed_records import PlanTask, Submission
from db.store import Store


def submissions(store: Store, round_id: int) -> list[Submission]:
    """What was recorded for all deadlines of a round, each with its tasks in order."""
    of_round = """from submission s join round_deadline d on d.id = s.deadline_id where d.round_id = :id"""
    tasks: dict[int, list[PlanTask]] = defaultdict(list)
    sql = f"select t.* from plan_task t where t.submission_id in (select s.id {of_round}) order by position"
    for row in store.all(sql, {"id": round_id}):
        tasks[row["submission_id"]].append(as_task(row))
    rows = store.all(f"select s.* {of_round} order by s.id", {"id": round_id})
    return [as_submission(row, tuple(tasks[row["id"]])) for row in rows]


def as_task(row: dict[str, Any]) -> PlanTask:
    beside = ("id", "uid", "submission_id", "position")
    return PlanTask(**{name: value for name, value in row.items() if name not in beside})


def as_submission(row: dict[str, Any], tasks: tuple[PlanTask, ...]) -> Submission:
    return Submission(**{name: value for name, value in row.items() if name != "uid"}, tasks=tasks)


def submission_of(store: Store, deadline_id: int, organization_id: int) -> int | None:
    """The id of what one organization did about one deadline, or None where nothing is recorded."""
    found = store.value(
        "select id from submission where deadline_id = :deadline and organization_id = :organization",
        {"deadline": deadline_id, "organization": organization_id},
    )
    return None if found is None else int(found)


def save(store: Store, deadline_id: int, organization_id: int, **values: Any) -> int:
    """Write these columns of the one row of a deadline and an organization, new where there is none; its id."""
    kept = submission_of(store, deadline_id, organization_id)
    if kept is None:
        return store.add("submission", deadline_id=deadline_id, organization_id=organization_id, **values)
    if values:
        store.change("submission", kept, **values)
    return kept


def write_tasks(store: Store, submission_id: int, tasks: Sequence[PlanTask]) -> None:
    """The tasks of a plan in their order, in place of those it had."""
    clear_tasks(store, submission_id)
    for position, task in enumerate(tasks, 1):
        store.add("plan_task", submission_id=submission_id, position=position, **asdict(task))


def clear_tasks(store: Store, submission_id: int) -> None:
    store.execute("delete from plan_task where submission_id = :id", {"id": submission_id})


def remove(store: Store, submission_id: int) -> None:
    """Delete what was recorded; it has neither tasks nor files."""
    store.execute("delete from submission where id = :id", {"id": submission_id})


def attached(store: Store, submission_id: int) -> int:
    """How many files are kept with a submission."""
    return int(store.value("select count(*) from attachment where submission_id = :id", {"id": submission_id}))


def used_deadlines(store: Store, round_id: int) -> dict[int, int]:
    """Deadline → how many organizations something is recorded of; those with none are left out."""
    sql = """select s.deadline_id, count(*) as units from submission s
             join round_deadline d on d.id = s.deadline_id where d.round_id = :id group by 1"""
    return {row["deadline_id"]: row["units"] for row in store.all(sql, {"id": round_id})}


def round_of(store: Store, deadline_id: int) -> int | None:
    """The round a deadline belongs to, or None where there is no such deadline."""
    found = store.value("select round_id from round_deadline where id = :id", {"id": deadline_id})
    return None if found is None else int(found)
