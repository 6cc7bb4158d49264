"""Opens a closed conference again, with a reason that is kept."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.services import closing


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    parser.add_argument("--reason", metavar="LÝ_DO", required=True, help="lý do mở lại")


def run(call: Call) -> Answer:
    held = chosen.the_conference(call)
    closing.reopen(call.store, held.id, call.options.reason)
    lines = facts([("Đã mở lại hội nghị", held.name), ("Lý do", call.options.reason)])
    return Answer(data={"conference": held.name, "closed": False, "reason": call.options.reason}, lines=lines)


COMMAND = Command(words=("reopen",), summary="mở lại hội nghị đã kết thúc", arguments=arguments, run=run)
