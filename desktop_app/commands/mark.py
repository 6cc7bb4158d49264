"""Marks attendance: people times half-days, or only what is still blank."""

from argparse import ArgumentParser, Namespace

from db.values import MarkStatus
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import facts
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import attendance, conferences


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
    parser.add_argument("--at", metavar="ĐIỂM_CẦU", help="nơi thực tế có mặt, khi khác điểm cầu được xếp")
    parser.add_argument("--late", action="store_true", default=None, help="có mặt nhưng đến muộn")
    parser.add_argument("--left-early", action="store_true", default=None, help="có mặt nhưng về sớm")
    parser.add_argument("--on-time", action="store_true", help="bỏ ghi đến muộn, về sớm")
    parser.add_argument("--remark", metavar="GHI_CHÚ", help="ghi chú của lượt điểm danh")
    parser.add_argument("--before-day", action="store_true", help="vẫn ghi dù chưa đến buổi")
    parser.add_argument("--moved", action="store_true", help="chuyển nơi học của người đã ghi có mặt ở điểm cầu khác")
    parser.add_argument("--fill", action="store_true", help="chỉ điền những chỗ chưa điểm danh")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    check(said)
    days = chosen.half_days(held, said.half_days)
    people = chosen.on_the_sheet(call, held)
    places = [(day.id, member) for day in days for member in people]
    at = conferences.find_venue(call.store, held.id, said.at) if said.at else None
    venue_id = at.id if at else None
    if said.fill:
        arguments = (said.status, venue_id, said.before_day)
        marked = attendance.fill_blanks(call.store, held.id, places, *arguments)
    else:
        marked = attendance.mark(
            call.store,
            held.id,
            places,
            said.status,
            said.reason,
            venue_id,
            late=False if said.on_time else said.late,
            left_early=False if said.on_time else said.left_early,
            remark=said.remark,
            early=said.before_day,
            moved=said.moved,
        )
    status = "xóa điểm danh" if said.status is None else word(said.status).lower()
    lines = facts([("Đã điểm danh", f"{grouped(marked)} lượt"), ("Trạng thái", status), ("Hội nghị", held.name)])
    data: Json = {
        "conference": held.name,
        "marked": marked,
        "status": said.status,
        "venue": at.name if at else None,
        "late": bool(said.late),
        "left_early": bool(said.left_early),
        "remark": said.remark,
    }
    return Answer(data=data, lines=lines)


def check(said: Namespace) -> None:
    """Refuse what contradicts itself."""
    more = said.reason or said.remark or said.late or said.left_early or said.on_time or said.moved
    if said.fill and (said.status is None or more):
        raise Refusal(
            "Điền chỗ trống thì không xóa và không ghi lý do, ghi chú, đến muộn, về sớm; hãy bỏ --fill hoặc phần kia."
        )
    if said.on_time and (said.late or said.left_early):
        raise Refusal("Không dùng --on-time cùng --late, --left-early; hãy bỏ một phần.")


COMMAND = Command(words=("mark",), summary="điểm danh", arguments=arguments, run=run)
