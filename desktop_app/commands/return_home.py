"""Records the end of activity for a time, away or here."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, done, person_argument, person_of
from desktop_app.services import moves


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày đầu tiên sinh hoạt lại ở nơi chính thức")


def run(call: Call) -> Answer:
    on = call.options.on
    return done(moves.return_home(call.store, person_of(call).id, on), "Hết sinh hoạt tạm thời", on)


COMMAND = Command(words=("return",), summary="ghi hết sinh hoạt tạm thời", arguments=arguments, run=run)
