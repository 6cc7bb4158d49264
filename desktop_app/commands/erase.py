"""Erases one person's data for good, at their request."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import person_argument, person_of
from desktop_app.domain.refusal import Refusal
from desktop_app.services.erasing import BEYOND, STAYS, erase, refuse_living


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    parser.add_argument("--for-good", action="store_true", help="đã hiểu là không hoàn tác được")


def run(call: Call) -> Answer:
    person = person_of(call)
    refuse_living(call.store, person.id)
    if not call.options.for_good:
        raise Refusal(f"{STAYS} {BEYOND} Nếu chắc chắn, hãy chạy lại lệnh, thêm --for-good.")
    kept = erase(call.store, person.id)
    return Answer(data={"code": kept.code}, lines=[f"Đã xóa dữ liệu cá nhân của người mang mã {kept.code}.", BEYOND])


COMMAND = Command(words=("erase",), summary="xóa dữ liệu cá nhân của một người", arguments=arguments, run=run)
