"""Whose people a user sees, and what they may do; their password stays."""

from argparse import ArgumentParser

from db.values import Role
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.commands.user_add import cells_option, named_cells
from desktop_app.domain.words import word
from desktop_app.services.users import ALL, set_rights, user


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="TÊN", help="họ tên người dùng")
    roles = [role.value for role in Role]
    parser.add_argument("--role", choices=roles, help="quyền mới; không ghi thì giữ quyền đang có")
    cells_option(parser)


def run(call: Call) -> Answer:
    said, cells = call.options, named_cells(call)
    role = Role(said.role) if said.role else user(call.store, said.name).role
    set_rights(call.store, said.name, role, [each.id for each in cells])
    names = [each.name for each in cells]
    told = [("Người dùng", said.name), ("Quyền", word(role)), ("Phạm vi", ", ".join(names) or ALL)]
    return Answer(data={"name": said.name, "role": role.value, "cells": names}, lines=facts(told))


COMMAND = Command(
    words=("user", "cells"), summary="giao chi bộ, đổi quyền của người dùng", arguments=arguments, run=run
)
