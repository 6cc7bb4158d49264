"""Records an office taken up or laid down."""

from argparse import ArgumentParser

from db.values import Branch
from desktop_app.commands import typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of
from desktop_app.services import positions


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    parser.add_argument("title", metavar="CHỨC_VỤ", help="ví dụ “Bí thư chi bộ”")
    day_option(parser, "ngày nhận hoặc thôi chức vụ")
    decision_option(parser)
    parser.add_argument("--term", metavar="NHIỆM_KỲ", help="ví dụ “2025–2030”")
    parser.add_argument(
        "--branch", metavar="LOẠI", type=typed.branch, default=Branch.PARTY, help="“đảng”, “chính quyền”, “đoàn thể”"
    )
    parser.add_argument("--end", action="store_true", help="thôi chức vụ này")


def run(call: Call) -> Answer:
    said, person = call.options, person_of(call)
    if said.end:
        kept = positions.end_office(call.store, person.id, said.title, said.on, said.decision)
        return done(kept, f"Thôi chức vụ {said.title}", said.on)
    kept = positions.hold_office(call.store, person.id, said.title, said.on, said.branch, said.term, said.decision)
    return done(kept, f"Giữ chức vụ {said.title}", said.on)


COMMAND = Command(words=("office",), summary="ghi giữ hoặc thôi chức vụ", arguments=arguments, run=run)
