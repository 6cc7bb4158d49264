"""Lets one more person open the store, by a password of their own."""

from argparse import ArgumentParser

from db.records import Organization
from db.values import Role
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.commands.secret import new_password
from desktop_app.domain.words import word
from desktop_app.services.organizations import find_cell
from desktop_app.services.users import ALL, add_user


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="TÊN", help="họ tên người dùng")
    parser.add_argument(
        "--role",
        choices=[role.value for role in Role],
        default=Role.ENTRY.value,
        help="quyền: administrator (quản trị), entry (nhập liệu), viewer (chỉ xem)",
    )
    cells_option(parser)


def cells_option(parser: ArgumentParser) -> None:
    """Whose people a user sees."""
    told = "chỉ thấy người của các chi bộ này (số hoặc tên, mỗi chi bộ một tham số); không ghi là tất cả chi bộ"
    parser.add_argument("--cells", metavar="CHI_BỘ", nargs="+", default=[], help=told)


def named_cells(call: Call) -> list[Organization]:
    """The cells that were typed."""
    return [find_cell(call.store, each) for each in call.options.cells]


def run(call: Call) -> Answer:
    said, role = call.options, Role(call.options.role)
    cells = named_cells(call)
    add_user(call.store, said.name, role, new_password(), cells=[each.id for each in cells])
    names = [each.name for each in cells]
    told = [("Đã thêm người dùng", said.name), ("Quyền", word(role)), ("Phạm vi", ", ".join(names) or ALL)]
    return Answer(data={"name": said.name, "role": role.value, "cells": names}, lines=facts(told))


COMMAND = Command(words=("user", "add"), summary="thêm người dùng", arguments=arguments, run=run)
