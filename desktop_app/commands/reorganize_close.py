"""Ends an organization by decision, from a day on."""

from argparse import ArgumentParser

from desktop_app.commands import decided
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services import reorganization


def arguments(parser: ArgumentParser) -> None:
    decided.organization_argument(parser)
    decided.decision_options(parser)


def run(call: Call) -> Answer:
    reorganization.close(call.store, decided.organization_id(call, call.options.organization), decided.decision(call))
    return decided.answer(call, f"Giải thể {call.options.organization}", [])


COMMAND = Command(words=("reorganize", "close"), summary="giải thể tổ chức đảng", arguments=arguments, run=run)
