"""Merges organizations by decision, into a new one or into one of them."""

from argparse import ArgumentParser

from desktop_app.commands import decided
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services import reorganization


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("organizations", metavar="TỔ_CHỨC", nargs="+", help="số hoặc tên các tổ chức sáp nhập")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--name", metavar="TÊN", help="tên tổ chức mới được lập")
    target.add_argument("--into", metavar="TỔ_CHỨC", help="tổ chức nhận, một trong các tổ chức trên")
    decided.decision_options(parser)


def run(call: Call) -> Answer:
    said = call.options
    ids = [decided.organization_id(call, text) for text in said.organizations]
    into = decided.organization_id(call, said.into) if said.into else None
    merged = reorganization.merge(call.store, ids, decided.decision(call), name=said.name, into_id=into)
    return decided.answer(call, "Sáp nhập", [merged])


COMMAND = Command(words=("reorganize", "merge"), summary="sáp nhập các tổ chức đảng", arguments=arguments, run=run)
