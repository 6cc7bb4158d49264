"""Confirms passed essays, or takes confirmations off again."""

from argparse import ArgumentParser

from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.services import essay_forwarding
from desktop_app.services.office import office


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.members_option(parser)
    parser.add_argument("--by", metavar="AI", help="người hoặc cấp ủy xác nhận; mặc định là cấp ủy của văn phòng")
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày xác nhận; mặc định là hôm nay")
    parser.add_argument("--undo", action="store_true", help="bỏ xác nhận")


def run(call: Call) -> Answer:
    found, said, people = chosen.the_round(call), call.options, chosen.member_ids(call)
    if said.undo:
        count = essay_forwarding.unconfirm(call.store, found.id, people)
        return Answer(data={"round": found.name, "unconfirmed": count}, lines=[f"Đã bỏ xác nhận {count} bài."])
    by = said.by or office(call.store).name
    count = essay_forwarding.confirm(call.store, found.id, people, by, said.on)
    lines = facts([("Đã xác nhận", f"{count} bài thu hoạch"), ("Người xác nhận", by)])
    return Answer(data={"round": found.name, "confirmed": count, "by": by}, lines=lines)


COMMAND = Command(words=("essay", "confirm"), summary="xác nhận bài thu hoạch đã đạt", arguments=arguments, run=run)
