"""Records that someone was admitted to the Party."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of
from desktop_app.services import standing


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày kết nạp")
    decision_option(parser, required=True, said="số quyết định kết nạp")
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chi bộ kết nạp; mặc định là chi bộ đang dự")


def run(call: Call) -> Answer:
    said, cell = call.options, chosen.cell_id(call)
    person = standing.admit(call.store, person_of(call).id, said.on, said.decision, cell)
    return done(person, "Kết nạp Đảng", said.on)


COMMAND = Command(words=("admit",), summary="ghi kết nạp Đảng", arguments=arguments, run=run)
