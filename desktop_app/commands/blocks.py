"""Residence blocks: listed, added, given the people who live there."""

from argparse import ArgumentParser

from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import residence


def arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="TÊN", help="thêm phố, tổ dân phố")
    what.add_argument("--assign", metavar="TÊN", help="xếp người cư trú vào phố, tổ dân phố này, dùng cùng --member")
    parser.add_argument("--code", metavar="MÃ", help="mã của phố, tổ dân phố thêm vào")
    chosen.members_option(parser, required=False)
    parser.add_argument("--since", metavar="NGÀY", type=typed.day, help="cư trú từ ngày; mặc định là từ trước đến nay")
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="tính đến ngày này; mặc định là hôm nay")


def run(call: Call) -> Answer:
    said = call.options
    if said.members and not said.assign:
        raise Refusal("Chưa rõ xếp những người này vào đâu; hãy ghi thêm --assign.")
    if said.add:
        residence.create_block(call.store, said.add, said.code)
    elif said.assign:
        block = residence.find_block(call.store, said.assign)
        residence.assign(call.store, block.id, chosen.member_ids(call), said.since)
    return listed(call)


def listed(call: Call) -> Answer:
    """Every block with how many people live there."""
    found = residence.blocks(call.store, call.options.on)
    data = [{"id": each.id, "name": each.name, "code": each.code, "people": each.people} for each in found]
    lines = table(("Số", "Phố, tổ dân phố", "Mã", "Số người"), [(str(b.id), b.name, b.code, b.people) for b in found])
    return Answer(data={"blocks": data}, lines=lines)


COMMAND = Command(
    words=("blocks",), summary="xem, thêm phố, tổ dân phố và xếp người cư trú", arguments=arguments, run=run
)
