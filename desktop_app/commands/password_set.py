"""Locks a store that has no password."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts, progress
from desktop_app.commands.secret import new_password
from desktop_app.services.access import OFFICE
from desktop_app.services.passwords import set_password


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--code", metavar="MÃ", required=True, help="mã khôi phục (lệnh password code), gõ lại từ giấy")
    parser.add_argument("--name", metavar="TÊN", default=OFFICE, help="tên người quản trị ghi trong nhật ký")


def run(call: Call) -> Answer:
    said = call.options
    call.store.close()
    set_password(call.path, new_password(), said.code, said.name, progress("Đang đặt mật khẩu"))
    lines = facts([("Đã đặt mật khẩu cho sổ", call.path.name), ("Người quản trị", said.name)])
    return Answer(data={"store": str(call.path), "name": said.name}, lines=lines)


COMMAND = Command(words=("password", "set"), summary="đặt mật khẩu cho sổ", arguments=arguments, run=run)
