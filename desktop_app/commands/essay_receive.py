"""Records essays handed in."""

from argparse import ArgumentParser

from db.values import EssayForm
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, facts
from desktop_app.services import essays
from desktop_app.services.office import today


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.members_option(parser)
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày nộp; mặc định là hôm nay")
    parser.add_argument("--handwritten", action="store_true", help="bài viết tay")
    parser.add_argument("--note", metavar="GHI_CHÚ", help="ai nộp thay, ai nhận, nộp bằng tệp")


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    on = said.on or today(call.store).isoformat()
    form = EssayForm.HANDWRITTEN if said.handwritten else EssayForm.TYPED
    received = essays.receive(call.store, found.id, chosen.member_ids(call), on, form, said.note)
    lines = facts([("Đã nhận", f"{received} bài thu hoạch"), ("Ngày nộp", day(on)), ("Đợt", found.name)])
    return Answer(data={"round": found.name, "received": received, "on": on}, lines=lines)


COMMAND = Command(words=("essay", "receive"), summary="nhận bài thu hoạch", arguments=arguments, run=run)
