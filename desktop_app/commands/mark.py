"""Marks attendance: people times half-days, or only what is still blank."""

from argparse import ArgumentParser

from db.values import MarkStatus
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import attendance


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument(
        "--member",
        dest="members",
        metavar="MÃ",
        action="extend",
        nargs="+",
        default=[],
        help="mã đảng viên; ghi được nhiều mã",
    )
    who.add_argument("--cell", metavar="CHI_BỘ", help="mọi người của chi bộ này")
    who.add_argument("--venue", metavar="ĐIỂM_CẦU", help="mọi người ngồi ở điểm cầu này")
    who.add_argument("--all", action="store_true", help="mọi người của hội nghị")
    chosen.half_days_option(parser)
    parser.add_argument(
        "--status",
        metavar="TRẠNG_THÁI",
        type=typed.mark_status,
        default=MarkStatus.PRESENT,
        help="1 có mặt (mặc định), 2 vắng có lý do, 3 vắng không lý do, 4 vắng chưa rõ lý do, 0 xóa; hoặc ghi bằng chữ",
    )
    parser.add_argument("--reason", metavar="LÝ_DO", help="lý do vắng")
    parser.add_argument("--fill", action="store_true", help="chỉ điền những chỗ chưa điểm danh")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    if said.fill and (said.status is None or said.reason):
        raise Refusal("Điền chỗ trống thì không xóa và không ghi lý do; hãy bỏ --fill hoặc bỏ trạng thái 0, --reason.")
    days = chosen.half_days(held, said.half_days)
    people = chosen.on_the_sheet(call, held)
    places = [(day.id, member) for day in days for member in people]
    if said.fill:
        marked = attendance.fill_blanks(call.store, held.id, places, said.status)
    else:
        marked = attendance.mark(call.store, held.id, places, said.status, said.reason)
    status = "xóa điểm danh" if said.status is None else word(said.status).lower()
    lines = facts([("Đã điểm danh", f"{grouped(marked)} lượt"), ("Trạng thái", status), ("Hội nghị", held.name)])
    return Answer(data={"conference": held.name, "marked": marked, "status": said.status}, lines=lines)


COMMAND = Command(words=("mark",), summary="điểm danh", arguments=arguments, run=run)
