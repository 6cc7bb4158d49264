"""Puts a new recovery code in the place of the former one, which opens nothing from then on."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services.users import renew_code


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--code", metavar="MÃ", required=True, help="mã mới (lệnh password code), gõ lại từ giấy")


def run(call: Call) -> Answer:
    renew_code(call.store, call.options.code)
    said = "Đã thay mã khôi phục; mã cũ không mở được sổ nữa, nhưng vẫn mở được các bản sao lưu trước đây."
    return Answer(data={"store": str(call.path)}, lines=[said])


COMMAND = Command(words=("password", "recovery"), summary="thay mã khôi phục", arguments=arguments, run=run)
