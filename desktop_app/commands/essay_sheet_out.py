"""Sends marking sheets out: a workbook for each checker, or for each cell nobody was assigned to."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import essays, marking_sheets, organizations


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("--cells", metavar="CHI_BỘ", nargs="+", default=[], help="chỉ các chi bộ này")
    parser.add_argument("--to", metavar="THƯ_MỤC", type=Path, required=True, help="thư mục ghi các phiếu .xlsx")


def run(call: Call) -> Answer:
    from desktop_app.exchange.marking_sheet import write_sheets

    found, said = chosen.the_round(call), call.options
    if not said.to.is_dir():
        raise Refusal(f"Không có thư mục “{said.to.name}”; hãy tạo thư mục ấy hoặc ghi thư mục khác sau --to.")
    rows = [each.standing.row for each in essays.standings(call.store, found.id)]
    wanted = {organizations.find_cell(call.store, text).id for text in said.cells}
    cells = {row.cell_id: row.cell for row in rows if row.cell_id and (not wanted or row.cell_id in wanted)}
    sheets = marking_sheets.by_checker(call.store, found.id, cells)
    paths = write_sheets(sheets, said.to)
    pairs = list(zip(sheets, paths, strict=True))
    written = [{"file": str(path), "scope": sheet.scope, "essays": len(sheet.lines)} for sheet, path in pairs]
    lines = table(("Của", "Số bài", "Tệp"), ((sheet.scope, len(sheet.lines), path.name) for sheet, path in pairs))
    return Answer(data={"round": found.name, "sheets": written}, lines=lines)


COMMAND = Command(
    words=("essay", "sheet-out"), summary="gửi phiếu chấm .xlsx cho người chấm", arguments=arguments, run=run
)
