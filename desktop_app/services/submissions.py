"""What units sent for the reports and plans of a round: the board of units and deadlines, recording, tasks of plans.

When a unit is late is never kept: it follows from the deadline, what was granted, and the day it sent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from db import extensions, organizations
from db import submissions as kept
from db.keys import tidy
from db.owed_records import Attachment, PlanTask, Submission
from db.records import Deadline
from db.store import Store
from db.values import FOREVER, OwedBy
from desktop_app.domain.dates import show_date
from desktop_app.domain.deadlines import SendState, days_left, deadline_rule, debt, send_state
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import percent
from desktop_app.services.attachments import attach
from desktop_app.services.office import office, today
from desktop_app.services.organizations import organization
from desktop_app.services.rounds import study_round

URGENCY = list(SendState)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One unit and one deadline it owes. `submission` None = nothing recorded; `left` in days, negative when past."""

    deadline: Deadline
    unit_id: int
    unit: str
    due_on: str
    extended: bool
    left: int
    state: SendState
    submission: Submission | None

    @property
    def sent(self) -> bool:
        return self.state in (SendState.SENT, SendState.SENT_LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitScore:
    """How complete and how timely a unit is: `asked` is what is due by the day or was sent before it."""

    unit_id: int
    unit: str
    asked: int
    sent: int
    in_time: int

    @property
    def complete_percent(self) -> str:
        return percent(self.sent, self.asked)

    @property
    def timely_percent(self) -> str:
        return percent(self.in_time, self.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One task of a unit's plan; `place` counts from 0 in that plan."""

    deadline: Deadline
    unit_id: int
    unit: str
    place: int
    task: PlanTask
    late: bool


def board(store: Store, round_id: int, on: str | None = None) -> list[BoardLine]:
    """Every unit and every deadline it owes as of a day (today): late ones first, the longest late on top."""
    found, day = study_round(store, round_id), on or today(store).isoformat()
    sent = {(each.deadline_id, each.organization_id): each for each in kept.submissions(store, round_id)}
    granted = extensions.of_deadlines(store, round_id)
    lines = [
        line(each, unit, name, granted.get((each.id, unit)), sent.get((each.id, unit)), day)
        for each in found.deadlines
        for unit, name in units(store, each, day, {unit for deadline, unit in sent if deadline == each.id})
    ]
    return sorted(lines, key=lambda each: (URGENCY.index(each.state), each.due_on))


def line(
    deadline: Deadline, unit_id: int, name: str, granted: str | None, submission: Submission | None, day: str
) -> BoardLine:
    """One place of the board."""
    owed = debt(deadline_rule(deadline), None, (granted,))
    assert owed.due_on is not None, "a deadline names its day"
    return BoardLine(
        deadline=deadline,
        unit_id=unit_id,
        unit=name,
        due_on=owed.due_on,
        extended=owed.extended,
        left=days_left(owed.due_on, day),
        state=send_state(owed.due_on, sent_by(submission, day), day),
        submission=submission,
    )


def sent_by(submission: Submission | None, day: str) -> str | None:
    """The day something was sent, as known on a day: what was sent later had not been sent yet."""
    sent_on = submission.sent_on if submission else None
    return sent_on if sent_on is not None and sent_on <= day else None


def units(store: Store, deadline: Deadline, day: str, recorded: Iterable[int] = ()) -> list[tuple[int, str]]:
    """(id, name) of who owes a deadline: the office, or the cells there are on its last day and on `day`.

    A cell that is gone by then owes nothing; what it sent while it stood (`recorded`) stays on the board.
    """
    if deadline.owed_by is OwedBy.OFFICE:
        own = office(store)
        return [(own.organization_id, own.name)]
    there = dict(organizations.cell_names(store, min(deadline.due_on, day)))
    now = organizations.cell_names(store, day)
    listed = [(unit, name) for unit, name in now if unit in there or unit in recorded]
    gone = set(recorded) - {unit for unit, _ in listed}
    return listed + [(unit, there[unit]) for unit in there if unit in gone]


def scores(lines: Iterable[BoardLine], on: str) -> list[UnitScore]:
    """Completeness and timeliness by unit, in the order of the lines."""
    counted: dict[int, UnitScore] = {}
    for each in lines:
        before = counted.get(each.unit_id) or UnitScore(
            unit_id=each.unit_id, unit=each.unit, asked=0, sent=0, in_time=0
        )
        asked = each.sent or each.due_on <= on
        counted[each.unit_id] = replace(
            before,
            asked=before.asked + asked,
            sent=before.sent + each.sent,
            in_time=before.in_time + (each.state is SendState.SENT),
        )
    return list(counted.values())


def deadline_of(store: Store, deadline_id: int) -> tuple[int, Deadline]:
    """The round of a deadline, and the deadline."""
    round_id = kept.round_of(store, deadline_id)
    if round_id is None:
        raise Refusal("Không còn báo cáo, kế hoạch này trong đợt; hãy tải lại danh sách.")
    return round_id, next(each for each in study_round(store, round_id).deadlines if each.id == deadline_id)


def owing(store: Store, deadline: Deadline, organization_ids: Sequence[int]) -> list[int]:
    """These units, each once. Refuses one that does not owe the deadline, and none at all."""
    wanted = list(dict.fromkeys(organization_ids))
    if not wanted:
        raise Refusal("Chưa chọn đơn vị nào; hãy chọn chi bộ hoặc đảng ủy.")
    known = dict(units(store, deadline, today(store).isoformat(), wanted))
    for unit in wanted:
        if unit not in known:
            raise Refusal(f"“{organization(store, unit).name}” không phải nộp “{deadline.title}”; hãy chọn lại đơn vị.")
    return wanted


def record(
    store: Store,
    deadline_id: int,
    organization_ids: Sequence[int],
    sent_on: str,
    document_no: str | None = None,
    document_date: str | None = None,
    note: str | None = None,
) -> int:
    """Note that these units sent what a deadline asks, on a day; how many. What was noted before is replaced."""
    _, deadline = deadline_of(store, deadline_id)
    wanted = owing(store, deadline, organization_ids)
    if sent_on > today(store).isoformat():
        raise Refusal(f"Ngày gửi {show_date(sent_on)} ở sau hôm nay; hãy ghi ngày đã gửi.")
    if document_date is not None and document_date > sent_on:
        raise Refusal("Ngày văn bản ở sau ngày gửi; hãy sửa một trong hai ngày.")
    with store.gesture("submission.record", f"Ghi {len(wanted)} đơn vị nộp “{deadline.title}”"):
        for unit in wanted:
            kept.save(
                store,
                deadline_id,
                unit,
                sent_on=sent_on,
                document_no=tidy(document_no or "") or None,
                document_date=document_date,
                note=tidy(note or "") or None,
            )
    return len(wanted)


def take_back(store: Store, deadline_id: int, organization_ids: Sequence[int]) -> int:
    """These units have not sent it after all; tasks and files of a plan stay. How many there were."""
    round_id, deadline = deadline_of(store, deadline_id)
    sent = [
        each
        for each in kept.submissions(store, round_id)
        if each.deadline_id == deadline_id and each.organization_id in organization_ids and each.sent_on
    ]
    if not sent:
        raise Refusal(f"Các đơn vị đang chọn chưa ghi nộp “{deadline.title}”; không có gì để bỏ.")
    with store.gesture("submission.take_back", f"Bỏ ghi nộp “{deadline.title}” của {len(sent)} đơn vị"):
        for each in sent:
            kept.save(
                store, deadline_id, each.organization_id, sent_on=None, document_no=None, document_date=None, note=None
            )
            drop_if_empty(store, each.id, each.tasks)
    return len(sent)


def drop_if_empty(store: Store, submission_id: int, tasks: Sequence[PlanTask]) -> None:
    """Nothing stays of a unit that neither sent anything nor has tasks or files."""
    if not tasks and not kept.attached(store, submission_id):
        kept.remove(store, submission_id)


def submission(store: Store, deadline_id: int, organization_id: int) -> Submission | None:
    """What is recorded of one unit and one deadline."""
    round_id, _ = deadline_of(store, deadline_id)
    return next(
        (
            each
            for each in kept.submissions(store, round_id)
            if (each.deadline_id, each.organization_id) == (deadline_id, organization_id)
        ),
        None,
    )


def begun(store: Store, deadline_id: int, organization_id: int) -> int:
    """The id under which tasks and files of a unit's plan are kept, made where nothing is recorded yet."""
    _, deadline = deadline_of(store, deadline_id)
    unit = owing(store, deadline, [organization_id])[0]
    with store.gesture("submission.begin", f"Lập hồ sơ “{deadline.title}”"):
        return kept.save(store, deadline_id, unit)


def save_tasks(store: Store, deadline_id: int, organization_id: int, tasks: Sequence[PlanTask]) -> int:
    """The tasks of a unit's plan in order, in place of those it had; how many."""
    _, deadline = deadline_of(store, deadline_id)
    unit, wanted = owing(store, deadline, [organization_id])[0], [checked(task) for task in tasks]
    with store.gesture("plan.tasks", f"Sửa nhiệm vụ của “{deadline.title}”"):
        submission_id = kept.save(store, deadline_id, unit)
        kept.write_tasks(store, submission_id, wanted)
        found = submission(store, deadline_id, unit)
        if found is not None and found.sent_on is None:
            drop_if_empty(store, submission_id, wanted)
    return len(wanted)


def checked(task: PlanTask) -> PlanTask:
    """The task tidied. Refuses one without a title."""
    title = tidy(task.title)
    if not title:
        raise Refusal("Có nhiệm vụ chưa ghi nội dung; hãy ghi việc phải làm.")
    return replace(task, title=title, owner=tidy(task.owner or "") or None, result=tidy(task.result or "") or None)


def plans(store: Store, round_id: int, on: str | None = None) -> list[TaskLine]:
    """The tasks of all plans of a round, unit by unit; late = not done and past its day."""
    day = on or today(store).isoformat()
    return [
        TaskLine(
            deadline=each.deadline,
            unit_id=each.unit_id,
            unit=each.unit,
            place=place,
            task=task,
            late=(task.done_on or FOREVER) > day and (task.due_on or FOREVER) < day,
        )
        for each in sorted(board(store, round_id, day), key=lambda each: (each.deadline.due_on, each.unit))
        if each.submission
        for place, task in enumerate(each.submission.tasks)
    ]


def attach_file(store: Store, deadline_id: int, organization_id: int, path: Path) -> Attachment:
    """Keep a copy of a file with what a unit sends for a deadline. Refuses what `attachments.attach` refuses."""
    with store.gesture("submission.attach", f"Đính kèm tệp “{path.name}”"):
        return attach(store, path, submission_id=begun(store, deadline_id, organization_id))
