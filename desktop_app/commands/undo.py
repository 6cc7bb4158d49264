"""Takes back the last thing done."""

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.services import journal


def run(call: Call) -> Answer:
    taken_back = journal.undo(call.store)
    lines = facts([("Đã hoàn tác", taken_back.summary), ("Làm lúc", taken_back.done_at)])
    return Answer(data={"undone": taken_back.summary, "done_at": taken_back.done_at}, lines=lines)


COMMAND = Command(words=("undo",), summary="hoàn tác việc vừa làm", run=run)
