"""Sends attendance workbooks out to be filled: one for each cell or venue, or for one of them."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import progress, table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import return_sheets
from desktop_app.services.return_sheets import Target


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ phiếu của chi bộ này")
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="chỉ phiếu của điểm cầu này")
    parser.add_argument("--all", metavar="THEO", choices=("cells", "venues"), help="mọi nơi: cells hoặc venues")
    parser.add_argument("--to", metavar="THƯ_MỤC", type=Path, required=True, help="thư mục ghi các phiếu .xlsx")


def run(call: Call) -> Answer:
    from desktop_app.exchange.return_workbook import send

    said = call.options
    held = chosen.the_conference(call)
    if not said.to.is_dir():
        raise Refusal(f"Không có thư mục “{said.to.name}”; hãy tạo thư mục ấy hoặc ghi thư mục khác sau --to.")
    one = Target(venue_id=chosen.venue_id(call, held.id), cell_id=chosen.cell_id(call))
    if said.all and one != Target():
        raise Refusal("Chỉ ghi một trong hai: --all, hoặc --cell, --venue.")
    targets = return_sheets.targets(call.store, held.id, said.all == "venues") if said.all else [one]
    written = send(call.store, held.id, targets, said.to, progress("Đang lập phiếu"))
    rows = [(each.where, len(each.rows), each.sheet.version, path.name) for path, each in written]
    data = [
        {"file": str(path), "place": each.where, "people": len(each.rows), "version": each.sheet.version}
        for path, each in written
    ]
    return Answer(
        data={"conference": held.name, "sheets": data},
        lines=table(("Nơi nhận", "Số người", "Lần gửi", "Tệp"), rows),
    )


COMMAND = Command(
    words=("sheet", "out"), summary="gửi phiếu điểm danh .xlsx cho chi bộ, điểm cầu", arguments=arguments, run=run
)
