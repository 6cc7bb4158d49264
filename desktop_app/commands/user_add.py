"""Lets one more person open the store, by a password of their own."""

from argparse import ArgumentParser

from db.values import Role
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.commands.secret import new_password
from desktop_app.domain.words import word
from desktop_app.services.users import add_user


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="TÊN", help="họ tên người dùng")
    parser.add_argument(
        "--role",
        choices=[role.value for role in Role],
        default=Role.ENTRY.value,
        help="quyền: administrator (quản trị), entry (nhập liệu), viewer (chỉ xem)",
    )


def run(call: Call) -> Answer:
    said, role = call.options, Role(call.options.role)
    add_user(call.store, said.name, role, new_password())
    lines = facts([("Đã thêm người dùng", said.name), ("Quyền", word(role))])
    return Answer(data={"name": said.name, "role": role.value}, lines=lines)


COMMAND = Command(words=("user", "add"), summary="thêm người dùng", arguments=arguments, run=run)
