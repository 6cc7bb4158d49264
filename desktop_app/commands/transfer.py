"""Records a move for good: out of the office, into it, between its cells."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of
from desktop_app.domain.refusal import Refusal
from desktop_app.services import moves


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày chuyển")
    decision_option(parser, said="số giấy giới thiệu hoặc quyết định")
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chi bộ chuyển đến trong văn phòng này")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--from", dest="came_from", metavar="NƠI", help="chuyển đến từ đảng bộ khác; ghi thêm --cell")
    where.add_argument("--to", dest="went_to", metavar="NƠI", help="chuyển đi đảng bộ khác")


def run(call: Call) -> Answer:
    said, person, cell = call.options, person_of(call), chosen.cell_id(call)
    if said.went_to is not None:
        if cell is not None:
            raise Refusal("Chuyển đi đảng bộ khác thì không ghi --cell; hãy bỏ --cell hoặc --to.")
        kept = moves.transfer_out(call.store, person.id, said.on, said.went_to, said.decision)
        return done(kept, "Chuyển đi đảng bộ khác", said.on)
    if cell is None:
        raise Refusal("Chưa ghi nơi chuyển đến; hãy ghi --cell CHI_BỘ, hoặc --to NƠI nếu chuyển đi đảng bộ khác.")
    if said.came_from is not None:
        kept = moves.transfer_in(call.store, person.id, said.on, cell, said.came_from, said.decision)
        return done(kept, "Chuyển đến từ đảng bộ khác", said.on)
    return done(moves.move(call.store, person.id, said.on, cell, said.decision), "Chuyển chi bộ", said.on)


COMMAND = Command(
    words=("transfer",),
    summary="ghi chuyển sinh hoạt chính thức: đi, đến, giữa các chi bộ",
    arguments=arguments,
    run=run,
)
