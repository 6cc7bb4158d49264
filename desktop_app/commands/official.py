"""Records that a member on probation became an official one."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of
from desktop_app.services import standing


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày chính thức")
    decision_option(parser, required=True, said="số quyết định công nhận chính thức")


def run(call: Call) -> Answer:
    said = call.options
    person = standing.make_official(call.store, person_of(call).id, said.on, said.decision)
    return done(person, "Công nhận đảng viên chính thức", said.on)


COMMAND = Command(words=("official",), summary="ghi công nhận đảng viên chính thức", arguments=arguments, run=run)
