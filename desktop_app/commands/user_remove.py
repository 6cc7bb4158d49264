"""Shuts a person out of the store."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services.users import remove_user


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="TÊN", help="họ tên người dùng")


def run(call: Call) -> Answer:
    name: str = call.options.name
    remove_user(call.store, name)
    said = f"{name} không mở được sổ này nữa; các bản sao lưu trước đây vẫn mở được bằng mật khẩu của người ấy."
    return Answer(data={"name": name}, lines=[said])


COMMAND = Command(words=("user", "remove"), summary="bỏ người dùng", arguments=arguments, run=run)
