"""Does again what was taken back last."""

from argparse import ArgumentParser

from desktop_app.commands import gestures
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.services import journal


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--list", action="store_true", help="xem những việc có thể làm lại")


def run(call: Call) -> Answer:
    if call.options.list:
        return gestures.answer(journal.redoable(call.store))
    again = journal.redo(call.store)
    lines = facts([("Đã làm lại", again.summary), ("Làm lần đầu lúc", again.done_at)])
    return Answer(data={"redone": again.summary, "id": again.id, "done_at": again.done_at}, lines=lines)


COMMAND = Command(words=("redo",), summary="làm lại việc vừa hoàn tác", arguments=arguments, run=run)
