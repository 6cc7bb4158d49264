"""Records that a member of another office is active here for a time."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of, until_option
from desktop_app.services import moves, organizations


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày bắt đầu sinh hoạt tạm thời")
    until_option(parser)
    decision_option(parser, said="số giấy giới thiệu")
    parser.add_argument("--cell", metavar="CHI_BỘ", required=True, help="chi bộ nhận")
    parser.add_argument(
        "--from", dest="came_from", metavar="NƠI", required=True, help="đảng bộ nơi sinh hoạt chính thức"
    )


def run(call: Call) -> Answer:
    said, person = call.options, person_of(call)
    cell = organizations.find_cell(call.store, said.cell)
    kept = moves.host(call.store, person.id, said.on, cell.id, said.came_from, said.until, said.decision)
    return done(kept, f"Nhận sinh hoạt tạm thời tại {cell.name}", said.on)


COMMAND = Command(
    words=("host",), summary="ghi nhận đảng viên nơi khác sinh hoạt tạm thời", arguments=arguments, run=run
)
