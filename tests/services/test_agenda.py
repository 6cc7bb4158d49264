"""What is to be done today: the next step, who owes what, last days, the age of the backup."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from db import settings
from db.records import Deadline, HalfDay
from db.values import DayPart, DeadlineKind, MarkStatus
from desktop_app.domain.deadlines import Stage
from desktop_app.services import attendance, conferences, rolls, rounds, submissions
from desktop_app.services.agenda import BACKUP_EVERY, Agenda, Task, agenda, next_step, round_step
from desktop_app.services.calendar import LastDay
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.services.due import DueKind
from desktop_app.services.office import office, today
from desktop_app.services.practice import create_practice
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.services.owed_round import dai_hoi_13


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


def test_a_report_asks_for_the_units_that_have_not_sent_it(store: Store) -> None:
    made = dai_hoi_13(store)
    found = [(todo.name, todo.count) for todo in agenda(store).todos if todo.task is Task.REPORTS]
    assert ("Kế hoạch hành động", 3) in found
    submissions.record(store, made.deadline_ids[2], made.cell_ids, "2021-06-01")
    assert "Kế hoạch hành động" not in [todo.name for todo in agenda(store).todos]


def test_what_is_late_stands_before_what_is_only_near(store: Store) -> None:
    on = today(store)
    near, late = (
        Deadline(kind=DeadlineKind.OTHER, title=title, due_on=(on + timedelta(days=ahead)).isoformat())
        for title, ahead in (("Gần", 2), ("Muộn", -1))
    )
    a_member(store)
    a_round(store, deadlines=(near, late))
    found = [(todo.name, todo.stage) for todo in agenda(store).todos if todo.task is Task.REPORTS]
    assert found == [("Muộn", Stage.T_PLUS_1), ("Gần", Stage.T_MINUS_3)]


def test_two_things_to_do_at_one_stage_stand_by_the_days_left(store: Store) -> None:
    on = today(store)
    later, sooner = (
        Deadline(kind=DeadlineKind.OTHER, title=title, due_on=(on + timedelta(days=ahead)).isoformat())
        for title, ahead in (("Sau", 12), ("Trước", 9))
    )
    a_member(store)
    for deadline in (later, sooner):
        a_round(store, deadlines=(deadline,))
    assert [todo.name for todo in agenda(store).todos if todo.task is Task.REPORTS] == ["Trước", "Sau"]


def test_every_running_round_brings_its_own_things_to_do(store: Store) -> None:
    a_member(store)
    first, second = (a_round(store) for _ in range(2))
    for round_id in (first, second):
        rolls.freeze(store, a_conference(store, round_id))
    shown = agenda(store)
    assert {todo.round_id for todo in shown.todos if todo.task is Task.MARK} == {first, second}
    assert shown.round is not None and shown.round.id == second
    assert [each.id for each in shown.others] == [first]


def test_what_is_late_is_counted_by_cell(store: Store) -> None:
    made = dai_hoi_13(store)
    assert agenda(store).late == {made.cell_ids[0]: 1, made.cell_ids[1]: 2, made.cell_ids[2]: 1, office_id(store): 2}


def office_id(store: Store) -> int:
    return office(store).organization_id
