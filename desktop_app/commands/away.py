"""Records that someone is active elsewhere for a time."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of, until_option
from desktop_app.services import moves


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày bắt đầu sinh hoạt tạm thời")
    until_option(parser)
    decision_option(parser, said="số giấy giới thiệu")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--place", metavar="NƠI", help="đảng bộ nơi đến tạm thời")
    where.add_argument("--cell", metavar="CHI_BỘ", help="chi bộ khác của văn phòng này")


def run(call: Call) -> Answer:
    said, person, cell = call.options, person_of(call), chosen.cell_id(call)
    kept = moves.send_away(call.store, person.id, said.on, said.place, cell, said.until, said.decision)
    return done(kept, "Sinh hoạt tạm thời nơi khác", said.on)


COMMAND = Command(words=("away",), summary="ghi đi sinh hoạt tạm thời nơi khác", arguments=arguments, run=run)
