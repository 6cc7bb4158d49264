"""Writes someone the register does not know into a frozen roll; lists those not known yet; takes guests in for good."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import rolls, unknown_people

HEADERS = ("Số", "Họ và tên", "Ngày sinh", "Hội nghị", "Điểm cầu", "Buổi đã điểm danh", "Ghi chú")


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--name", metavar="HỌ_TÊN", help="ghi thêm người này vào danh sách đã chốt")
    what.add_argument(
        "--accept", metavar="SỐ", type=typed.number, nargs="+", help="giữ những người này trong sổ là khách mời"
    )
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="điểm cầu người ấy đến")
    parser.add_argument("--born", metavar="NGÀY", type=typed.day, help="ngày sinh, nếu biết")
    parser.add_argument("--note", metavar="GHI_CHÚ", help="điều giúp nhận ra người ấy về sau")


def run(call: Call) -> Answer:
    said = call.options
    if not said.name and (said.venue or said.born or said.note):
        raise Refusal("Chưa có họ tên người ghi thêm; hãy ghi --name.")
    if said.accept:
        unknown_people.accept(call.store, said.accept)
    if said.name:
        held = chosen.the_conference(call)
        rolls.write_in(call.store, held.id, said.name, chosen.venue_id(call, held.id), said.note, said.born)
    found = unknown_people.unknown(call.store, chosen.the_round(call).id)
    rows = [(u.id, u.full_name, day(u.birth_date), u.conference, u.venue, u.marks, u.reason) for u in found]
    return Answer(data={"unknown": [asdict(each) for each in found]}, lines=table(HEADERS, rows))


COMMAND = Command(
    words=("write-in",),
    summary="ghi thêm người chưa có trong sổ, xem ai chưa rõ danh tính",
    arguments=arguments,
    run=run,
)
