"""Makes a practice office: invented people, a round in the middle of its work."""

from argparse import ArgumentParser

from desktop_app.commands import typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts, progress
from desktop_app.services.members import MemberFilter, count
from desktop_app.services.office import office
from desktop_app.services.practice import create_practice


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--members", metavar="SỐ", type=typed.number, default=1976, help="số đảng viên, đến 1.000.000")
    parser.add_argument("--seed", metavar="SỐ", type=typed.seed, default=1, help="cùng số này thì cùng một sổ")


def run(call: Call) -> Answer:
    told = progress("Đang lập sổ thực hành")
    store = create_practice(call.path, members=call.options.members, seed=call.options.seed, progress=told)
    try:
        name, people = office(store).name, count(store, MemberFilter())
    finally:
        store.close()
    lines = facts([("Đã lập sổ thực hành", str(call.path)), ("Cơ quan", name), ("Số người", people)])
    return Answer(data={"store": str(call.path), "name": name, "members": people, "practice": True}, lines=lines)


COMMAND = Command(words=("demo",), summary="lập sổ thực hành với người không có thật", arguments=arguments, run=run)
