"""The register as a list, in list order."""

from argparse import ArgumentParser

from desktop_app.commands import chosen, people, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services.members import MemberFilter, list_ids, page

BLOCK = 2000


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này: số hoặc tên")
    parser.add_argument("--limit", metavar="SỐ", type=typed.number, default=-1, help="nhiều nhất bao nhiêu người")
    chosen.as_of_option(parser)


def run(call: Call) -> Answer:
    on: str | None = call.options.on
    ids = list_ids(call.store, MemberFilter(cell_id=chosen.cell_id(call, on), on=on), call.options.limit)
    blocks = (page(call.store, ids[start : start + BLOCK], on) for start in range(0, len(ids), BLOCK))
    return people.answer([person for block in blocks for person in block])


COMMAND = Command(words=("members",), summary="xem danh sách đảng viên", arguments=arguments, run=run)
