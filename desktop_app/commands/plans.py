"""The tasks of the units' plans and programmes: listed, added, done."""

from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import asdict, replace

from db.owed_records import PlanTask
from db.records import StudyRound
from desktop_app.commands import chosen, owed, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import submissions
from desktop_app.services.office import today
from desktop_app.services.submissions import TaskLine


def task(text: str) -> PlanTask:
    """ "Nhiệm vụ | người phụ trách | hạn"."""
    title, owner, due_on = [*typed.pieces(text), "", ""][:3]
    if not title:
        raise ArgumentTypeError("chưa ghi nhiệm vụ; hãy ghi “Nhiệm vụ | người phụ trách | hạn”.")
    return PlanTask(title=title, owner=owner or None, due_on=typed.day(due_on) if due_on else None)


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.as_of_option(parser)
    owed.deadline_option(parser, required=False)
    owed.units_options(parser)
    said = "“Nhiệm vụ | người phụ trách | hạn”; ghi được nhiều lần"
    parser.add_argument(
        "--add", dest="tasks", metavar="NHIỆM_VỤ", type=task, action="append", default=[], help=f"thêm {said}"
    )
    parser.add_argument("--done", metavar="SỐ", type=typed.number, help="nhiệm vụ thứ mấy của đơn vị đã xong")
    parser.add_argument("--result", metavar="KẾT_QUẢ", help="kết quả của nhiệm vụ đã xong")


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    if said.tasks or said.done:
        change(call, found)
    lines = submissions.plans(call.store, found.id, said.on)
    data: Json = {"round": found.name, "tasks": [line_json(each) for each in lines]}
    headers = ("Đơn vị", "Kế hoạch", "STT", "Nhiệm vụ", "Phụ trách", "Hạn", "Xong ngày")
    rows = [
        (e.unit, e.deadline.title, e.place + 1, e.task.title, e.task.owner, day(e.task.due_on), day(e.task.done_on))
        for e in lines
    ]
    return Answer(data=data, lines=table(headers, rows) if rows else ["Chưa có nhiệm vụ nào trong kế hoạch."])


def change(call: Call, found: StudyRound) -> None:
    """Add tasks to the plans of the units typed, or mark one done."""
    said, wanted = call.options, owed.needed_deadline(call, found)
    units = owed.the_units(call)
    if not units:
        raise Refusal("Chưa ghi đơn vị nào; hãy ghi --cell, --all-cells hoặc --office.")
    with call.store.gesture("plan.tasks", f"Sửa nhiệm vụ của “{wanted.title}”"):
        for unit in units:
            kept = submissions.submission(call.store, wanted.id, unit)
            tasks = [*(kept.tasks if kept else ()), *said.tasks]
            if said.done:
                tasks = finished(tasks, said.done, said.on or today(call.store).isoformat(), said.result)
            submissions.save_tasks(call.store, wanted.id, unit, tasks)


def finished(tasks: list[PlanTask], number: int, on: str, result: str | None) -> list[PlanTask]:
    """The tasks with the one of this number done on a day."""
    if number > len(tasks):
        raise Refusal(f"Kế hoạch chỉ có {len(tasks)} nhiệm vụ; hãy ghi số từ 1 đến {len(tasks)}.")
    done = replace(tasks[number - 1], done_on=on, result=result or tasks[number - 1].result)
    return [*tasks[: number - 1], done, *tasks[number:]]


def line_json(line: TaskLine) -> Json:
    about = {"unit": line.unit, "plan": line.deadline.title, "number": line.place + 1, "late": line.late}
    return about | asdict(line.task)


COMMAND = Command(words=("plans",), summary="xem và ghi nhiệm vụ của các kế hoạch", arguments=arguments, run=run)
