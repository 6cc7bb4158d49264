"""What is to be done today: the next step, who owes what, last days, the age of the backup."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from db import settings
from db.records import Deadline, HalfDay
from db.values import DayPart, DeadlineKind, MarkStatus
from desktop_app.services import attendance, conferences, rolls, rounds
from desktop_app.services.agenda import BACKUP_EVERY, Agenda, Task, agenda, next_step, round_step
from desktop_app.services.calendar import LastDay
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.services.due import DueKind
from desktop_app.services.office import today
from desktop_app.services.practice import create_practice
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from tests.cast import a_member


def a_round(store: Store, **facts: object) -> int:
    return rounds.create(store, RoundDraft(name="Học tập Nghị quyết XIV", **facts)).id  # type: ignore[arg-type]


def a_conference(store: Store, round_id: int, days_ahead: int = 0) -> int:
    held_on = (today(store) + timedelta(days=days_ahead)).isoformat()
    half_days = (HalfDay(held_on=held_on, part=DayPart.MORNING),)
    return conferences.create(store, round_id, ConferenceDraft(name="Hội nghị", half_days=half_days)).id


def tasks(shown: Agenda) -> list[Task]:
    return [todo.task for todo in shown.todos]


def backed_up(store: Store, days_ago: int) -> None:
    moment = datetime.combine(date.today() - timedelta(days=days_ago), datetime.min.time())
    with store.atomic():
        settings.set_properties(store, {"backed_up_at": moment.isoformat(" ")})


def test_the_first_step_of_an_empty_office_is_its_members(store: Store) -> None:
    step = next_step(store)
    assert step is not None and step.task is Task.ENROL
    assert agenda(store).summary is None


def test_the_steps_to_a_round_follow_one_another(store: Store) -> None:
    a_member(store)
    seen = [next_step(store)]
    round_id = a_round(store)
    seen.append(next_step(store))
    conference_id = a_conference(store, round_id)
    seen.append(next_step(store))
    rolls.freeze(store, conference_id)
    assert [step.task for step in seen if step] == [Task.PLAN_ROUND, Task.PLAN_CONFERENCE, Task.FREEZE]
    assert next_step(store) is None


def test_a_round_without_members_is_told_by_what_the_round_lacks(store: Store) -> None:
    step = round_step(store, a_round(store))
    assert step is not None and step.task is Task.PLAN_CONFERENCE


def test_nobody_owes_anything_before_the_conference_begins(store: Store) -> None:
    a_member(store)
    rolls.freeze(store, a_conference(store, a_round(store), days_ahead=3))
    assert tasks(agenda(store)) == [Task.PREPARE, Task.BACK_UP]


def test_on_the_day_of_the_conference_people_wait_to_be_marked(store: Store) -> None:
    a_member(store)
    rolls.freeze(store, a_conference(store, a_round(store)))
    shown = agenda(store)
    assert tasks(shown) == [Task.MARK, Task.STUDY, Task.COLLECT_ESSAYS, Task.BACK_UP]
    assert [todo.count for todo in shown.todos] == [1, 1, 1, 0]


def test_last_days_stand_in_order_with_the_days_left(store: Store) -> None:
    on = today(store)
    report = Deadline(
        kind=DeadlineKind.RESULT_REPORT,
        title="Báo cáo",
        due_on=(on - timedelta(days=3)).isoformat(),
        recipient="Tỉnh ủy",
    )
    a_round(store, study_by=(on + timedelta(days=9)).isoformat(), essay_by=on.isoformat(), deadlines=(report,))
    assert [(due.kind, due.left) for due in agenda(store).dues] == [
        (DueKind.REPORT, -3),
        (DueKind.ESSAY, 0),
        (DueKind.STUDY, 9),
    ]


def test_studying_is_settled_only_when_nobody_owes_it(store: Store) -> None:
    a_member(store)
    round_id = a_round(store, study_by="2030-01-01")
    conference_id = a_conference(store, round_id)
    rolls.freeze(store, conference_id)
    assert not settled(agenda(store))
    person = rolls.roll(store, conference_id)[0].member_id
    mark_present(store, conference_id, person)
    assert settled(agenda(store))


def settled(shown: Agenda) -> bool:
    due: LastDay = next(due for due in shown.dues if due.kind is DueKind.STUDY)
    return due.settled


def mark_present(store: Store, conference_id: int, member_id: int) -> None:
    days = conferences.conference(store, conference_id).half_days
    attendance.mark(store, conference_id, [(day.id, member_id) for day in days], MarkStatus.PRESENT)


@pytest.mark.parametrize(("days_ago", "due"), [(0, False), (BACKUP_EVERY - 1, False), (BACKUP_EVERY, True), (30, True)])
def test_a_backup_is_due_after_a_week(store: Store, days_ago: int, due: bool) -> None:
    a_member(store)
    backed_up(store, days_ago)
    found = [todo.count for todo in agenda(store).todos if todo.task is Task.BACK_UP]
    assert found == ([days_ago] if due else [])


def test_the_practice_office_has_work_waiting_and_figures_to_show(tmp_path: Path) -> None:
    store = create_practice(tmp_path / "p.sht", members=200)
    shown = agenda(store)
    assert shown.summary is not None and shown.summary.total.must_attend > 100
    assert {Task.STUDY, Task.COLLECT_ESSAYS, Task.ASSESS_ESSAYS} <= set(tasks(shown))
    store.close()
