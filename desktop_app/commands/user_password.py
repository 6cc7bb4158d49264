"""Gives someone a new password, for whoever forgot theirs; also after coming in with the recovery code."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.commands.secret import new_password
from desktop_app.services.users import give_password


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="TÊN", help="họ tên người dùng")


def run(call: Call) -> Answer:
    name: str = call.options.name
    give_password(call.store, name, new_password())
    return Answer(data={"name": name}, lines=facts([("Đã đặt mật khẩu mới cho", name)]))


COMMAND = Command(words=("user", "password"), summary="đặt mật khẩu mới cho người dùng", arguments=arguments, run=run)
