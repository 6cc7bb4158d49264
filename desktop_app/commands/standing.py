"""What commands about one person share: whom, on which day, by which decision; and the answer they give."""

from argparse import ArgumentParser

from db.records import Member
from desktop_app.commands import people, typed
from desktop_app.commands.command import Answer, Call
from desktop_app.commands.lines import day, facts
from desktop_app.services import members


def person_argument(parser: ArgumentParser) -> None:
    parser.add_argument("member", metavar="MÃ", help="mã đảng viên hoặc đủ họ tên")


def day_option(parser: ArgumentParser, said: str) -> None:
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, required=True, help=said)


def until_option(parser: ArgumentParser) -> None:
    parser.add_argument("--until", metavar="NGÀY", type=typed.day, help="ngày hết thời gian, nếu đã biết")


def decision_option(parser: ArgumentParser, *, required: bool = False, said: str = "số quyết định") -> None:
    parser.add_argument("--decision", metavar="SỐ", required=required, help=said)


def person_of(call: Call) -> Member:
    """The person typed."""
    return members.find_member(call.store, call.options.member)


def done(person: Member, said: str, on: str) -> Answer:
    """The person as they now stand, and what was done."""
    lines = facts(
        [
            ("Đã ghi", said),
            ("Họ và tên", person.full_name),
            ("Mã", person.code),
            ("Ngày", day(on)),
            ("Chi bộ", person.cell),
            ("Trạng thái", people.said_status(person)),
        ]
    )
    return Answer(data={"done": said, "on": on, "member": people.as_json(person)}, lines=lines)
