"""Withdraws essays handed in; they stay in the book and are owed again."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services import essays


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.members_option(parser)


def run(call: Call) -> Answer:
    found = chosen.the_round(call)
    count = essays.withdraw(call.store, found.id, chosen.member_ids(call))
    return Answer(data={"round": found.name, "withdrawn": count}, lines=[f"Đã rút {count} bài thu hoạch."])


COMMAND = Command(words=("essay", "withdraw"), summary="rút bài thu hoạch đã nộp", arguments=arguments, run=run)
