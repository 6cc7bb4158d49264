"""Gives an organization another name by decision, from a day on."""

from argparse import ArgumentParser

from desktop_app.commands import decided
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services import reorganization


def arguments(parser: ArgumentParser) -> None:
    decided.organization_argument(parser)
    parser.add_argument("name", metavar="TÊN_MỚI", help="tên mới")
    decided.decision_options(parser)


def run(call: Call) -> Answer:
    found, said = decided.organization_id(call, call.options.organization), decided.decision(call)
    return decided.answer(call, "Đổi tên", [reorganization.rename(call.store, found, call.options.name, said)])


COMMAND = Command(words=("reorganize", "rename"), summary="đổi tên tổ chức đảng", arguments=arguments, run=run)
