"""Records that people made up the half-days they missed, or takes that back."""

from argparse import ArgumentParser

from db.values import MakeUpForm
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, facts
from desktop_app.services import attendance


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    chosen.members_option(parser)
    chosen.half_days_option(parser)
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày học bù")
    how.add_argument("--undo", action="store_true", help="bỏ học bù đã ghi của những người này")
    parser.add_argument(
        "--form", metavar="CÁCH", type=typed.makeup_form, default=MakeUpForm.SELF_STUDY, help="mặc định “tự nghiên cứu”"
    )
    parser.add_argument("--confirmed-by", metavar="HỌ_TÊN", help="người xác nhận")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    days = [each.id for each in chosen.half_days(held, said.half_days)]
    people = chosen.member_ids(call)
    if said.undo:
        undone = attendance.undo_makeup(call.store, held.id, people)
        told = facts([("Đã bỏ học bù", f"{undone} buổi"), ("Số người", len(people))])
        return Answer(data={"conference": held.name, "half_days": undone, "on": None}, lines=told)
    settled = attendance.record_makeup(call.store, held.id, people, said.on, said.form, said.confirmed_by, days)
    lines = facts([("Đã ghi học bù", f"{settled} buổi"), ("Số người", len(people)), ("Ngày", day(said.on))])
    return Answer(data={"conference": held.name, "half_days": settled, "on": said.on}, lines=lines)


COMMAND = Command(words=("makeup",), summary="ghi học bù những buổi đã vắng", arguments=arguments, run=run)
