"""Who may sign the office's documents."""

from argparse import ArgumentParser

from db.paper_records import OfficeSigner
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.services import signers


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--add", metavar="HỌ_TÊN", help="khai người ký này, cần --authority và --position")
    parser.add_argument("--authority", metavar="QUYỀN_HẠN", default="", help="ví dụ “T/M ĐẢNG ỦY”")
    parser.add_argument("--position", metavar="CHỨC_VỤ", default="", help="ví dụ “PHÓ BÍ THƯ”")
    parser.add_argument("--remove", metavar="SỐ", type=int, help="xóa người ký này")


def run(call: Call) -> Answer:
    asked = call.options
    if asked.add:
        made = OfficeSigner(name=asked.add, authority=asked.authority, position=asked.position)
        signers.save_signer(call.store, made)
    if asked.remove:
        signers.remove_signer(call.store, asked.remove)
    known = signers.signers(call.store)
    rows = [(each.id, each.name, each.authority, each.position) for each in known]
    names = ("id", "name", "authority", "position")
    data = [{name: getattr(each, name) for name in names} for each in known]
    return Answer(data={"signers": data}, lines=table(("Số", "Họ và tên", "Quyền hạn ký", "Chức vụ"), rows))


COMMAND = Command(words=("signers",), summary="người ký văn bản", arguments=arguments, run=run)
