"""Puts an organization under another superior by decision, from a day on."""

from argparse import ArgumentParser

from desktop_app.commands import decided
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services import reorganization


def arguments(parser: ArgumentParser) -> None:
    decided.organization_argument(parser)
    parser.add_argument("under", metavar="CẤP_TRÊN", help="số hoặc tên tổ chức cấp trên mới")
    decided.decision_options(parser)


def run(call: Call) -> Answer:
    found, above = (decided.organization_id(call, text) for text in (call.options.organization, call.options.under))
    moved = reorganization.move(call.store, found, above, decided.decision(call))
    return decided.answer(call, "Chuyển cấp trên", [moved])


COMMAND = Command(
    words=("reorganize", "move"), summary="chuyển tổ chức đảng về cấp trên khác", arguments=arguments, run=run
)
