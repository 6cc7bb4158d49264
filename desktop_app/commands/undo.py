"""Takes back the last thing done, or the one of a number."""

from argparse import ArgumentParser

from desktop_app.commands import gestures, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.services import journal


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="SỐ", type=typed.number, nargs="?", help="số của việc; mặc định là việc vừa làm")
    parser.add_argument("--list", action="store_true", help="xem những việc có thể hoàn tác")


def run(call: Call) -> Answer:
    if call.options.list:
        return gestures.answer(journal.undoable(call.store))
    taken_back = journal.undo(call.store, call.options.id)
    lines = facts([("Đã hoàn tác", taken_back.summary), ("Làm lúc", taken_back.done_at)])
    data = {"undone": taken_back.summary, "id": taken_back.id, "done_at": taken_back.done_at}
    return Answer(data=data, lines=lines)


COMMAND = Command(words=("undo",), summary="hoàn tác việc vừa làm", arguments=arguments, run=run)
