"""Records that someone is active again, or owes essays again."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of
from desktop_app.services import standing


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày trở lại")
    decision_option(parser)
    parser.add_argument("--essay", action="store_true", help="phải viết thu hoạch trở lại")


def run(call: Call) -> Answer:
    said, person = call.options, person_of(call)
    if said.essay:
        return done(standing.require_essay(call.store, person.id, said.on), "Phải viết thu hoạch trở lại", said.on)
    kept = standing.resume(call.store, person.id, said.on, said.decision)
    return done(kept, "Trở lại sinh hoạt đảng", said.on)


COMMAND = Command(words=("resume",), summary="ghi trở lại sinh hoạt", arguments=arguments, run=run)
