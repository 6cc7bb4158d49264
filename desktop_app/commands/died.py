"""Records that someone died."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, done, person_argument, person_of
from desktop_app.services import standing


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày từ trần")
    parser.add_argument("--reason", metavar="LÝ_DO", help="lý do")


def run(call: Call) -> Answer:
    said = call.options
    return done(standing.died(call.store, person_of(call).id, said.on, said.reason), "Từ trần", said.on)


COMMAND = Command(words=("died",), summary="ghi từ trần", arguments=arguments, run=run)
