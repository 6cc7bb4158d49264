"""Records that someone left the Party."""

from argparse import ArgumentParser

from desktop_app.commands import typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of
from desktop_app.domain.words import word
from desktop_app.services import standing


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày ra khỏi Đảng")
    decision_option(parser, required=True)
    parser.add_argument(
        "--form", metavar="CÁCH", type=typed.leaving_form, required=True, help="“xin ra”, “xóa tên” hoặc “khai trừ”"
    )


def run(call: Call) -> Answer:
    said = call.options
    person = standing.left(call.store, person_of(call).id, said.on, said.form, said.decision)
    return done(person, f"Ra khỏi Đảng ({word(said.form).lower()})", said.on)


COMMAND = Command(words=("left",), summary="ghi ra khỏi Đảng", arguments=arguments, run=run)
