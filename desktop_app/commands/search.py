"""Finds people by part of a name, with or without accents, or by a number of theirs."""

from argparse import ArgumentParser

from desktop_app.commands import people, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services import members


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", metavar="CHỮ", help="họ tên (không cần dấu), mã, số thẻ, số định danh hoặc điện thoại")
    parser.add_argument("--limit", metavar="SỐ", type=typed.number, default=50, help="nhiều nhất bao nhiêu người")


def run(call: Call) -> Answer:
    return people.answer(members.search(call.store, call.options.text, call.options.limit))


COMMAND = Command(words=("search",), summary="tìm đảng viên", arguments=arguments, run=run)
