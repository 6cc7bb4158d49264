"""Takes a member list of a spreadsheet into the register, or only shows what that would do.

What --map taught of a header is remembered for lists to come once something was written.
"""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.commands import typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import facts, progress
from desktop_app.domain.listed import MemberList, Problem
from desktop_app.domain.names import cell_key
from desktop_app.domain.wording import grouped
from desktop_app.services import import_layouts, imports, organizations
from desktop_app.services.imports import ImportMode, ImportPlan
from desktop_app.services.office import today

if TYPE_CHECKING:
    from desktop_app.exchange.headers import Mapping

MAP_HELP = (
    "tệp JSON chỉ cột cho mọi trang tính được đọc: header_row và first_data_row là số dòng, columns là trường và chữ "
    'của cột, ví dụ {"header_row": 3, "first_data_row": 4, "columns": {"full_name": ["B", "C"], "birth_date": "D"}}'
)
COUNTS = (("created", "Thêm mới"), ("updated", "Cập nhật"), ("unchanged", "Không đổi"), ("held", "Để lại xem xét"))


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp .xlsx, .xls, .ods hoặc .csv")
    parser.add_argument("--sheet", metavar="TÊN", help="chỉ đọc trang tính này")
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi vào sổ")
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chi bộ, đã có trong sổ, của những dòng không ghi chi bộ")
    parser.add_argument(
        "--cell-as",
        metavar="TÊN=CHI_BỘ",
        type=typed.pair,
        action="append",
        default=[],
        help="tên chi bộ trong tệp là chi bộ nào trong sổ",
    )
    parser.add_argument(
        "--new-cell", metavar="TÊN", action="append", default=[], help="tên chi bộ trong tệp đúng là chi bộ mới"
    )
    parser.add_argument(
        "--mode",
        choices=list(ImportMode),
        default=ImportMode.UPDATE,
        help="người đã có trong sổ: skip giữ nguyên, update cập nhật (mặc định), fill chỉ điền chỗ còn trống",
    )
    parser.add_argument("--map", metavar="TỆP", type=Path, help=MAP_HELP)
    parser.add_argument(
        "--errors", metavar="TỆP", type=Path, help="ghi tệp .xlsx có lý do màu đỏ cạnh từng dòng cần sửa"
    )


def run(call: Call) -> Answer:
    """Nothing is written with --dry-run; rows that wait for an answer are held either way."""
    from desktop_app.exchange.member_list import members_of
    from desktop_app.exchange.remembered import known_mappings, lessons
    from desktop_app.exchange.sheets import read_sheets

    store, chosen = call.store, call.options
    default = organizations.find_cell(store, chosen.cell).name if chosen.cell else None
    sheets, known = read_sheets(chosen.file, chosen.sheet), import_layouts.recall(store)
    given = mappings(call, [sheet.name for sheet in sheets])
    listed = members_of(sheets, known_mappings(sheets, known, given), today(store))
    told = progress("Đang đối chiếu")
    plan = imports.plan(store, listed, answers(call, listed), default, told, mode=ImportMode(chosen.mode))
    marked = write_errors(call, plan)
    if not chosen.dry_run:
        imports.write(store, plan, chosen.file.name, progress("Đang ghi"))
        import_layouts.remember(store, lessons(sheets, given, known))
    return Answer(data=as_json(plan, chosen.dry_run), lines=[*as_lines(plan, chosen.dry_run), *marked])


def mappings(call: Call, sheets: Sequence[str]) -> "dict[str, Mapping | None]":
    """The mapping of --map for every sheet that is read; nothing without one."""
    from desktop_app.exchange.mapping_file import read_mapping

    mapping = read_mapping(call.options.map) if call.options.map else None
    return dict.fromkeys(sheets, mapping) if mapping else {}


def write_errors(call: Call, plan: ImportPlan) -> list[str]:
    """Write the file of --errors; what is said about it."""
    from desktop_app.exchange import error_workbook

    out, reasons = call.options.errors, plan.reasons()
    if out is None:
        return []
    if not reasons:
        return ["Không có dòng nào cần sửa nên không ghi tệp gửi lại."]
    count = error_workbook.write_errors(call.options.file, reasons, out)
    return [f"Đã ghi tệp gửi lại {out.name}, {grouped(count)} dòng có lý do."]


def answers(call: Call, listed: MemberList) -> dict[str, str | None]:
    """Listed cell name → the cell it is, None = a new one. Refuses a cell neither the register nor the list knows."""
    in_list = {cell_key(row.cell) for row in listed.rows if row.cell}
    for _, cell in call.options.cell_as:
        if cell_key(cell) not in in_list:
            organizations.find_cell(call.store, cell)
    return {**dict(call.options.cell_as), **dict.fromkeys(call.options.new_cell)}


def as_json(plan: ImportPlan, dry_run: bool) -> Json:
    counts = {kind: getattr(plan, kind) for kind, _ in COUNTS}
    return {
        "dry_run": dry_run,
        "rows": [asdict(outcome.listed) for outcome in plan.outcomes],
        "problems": [asdict(problem) for problem in plan.problems],
        **counts,
        "new_cells": list(plan.new_cells),
    }


def as_lines(plan: ImportPlan, dry_run: bool) -> Iterator[str]:
    written = "Đã ghi vào sổ." if plan.created or plan.updated or plan.new_cells else "Sổ không có gì thay đổi."
    yield "Xem trước, chưa ghi vào sổ." if dry_run else written
    yield from facts([(said, getattr(plan, kind)) for kind, said in COUNTS])
    if plan.new_cells:
        yield f"Chi bộ mới: {', '.join(plan.new_cells)}"
    for problem in plan.problems:
        yield f"{place(problem)}: {problem.text}"


def place(problem: Problem) -> str:
    """ "Trang Đội Cung, dòng 12", or the sheet, or the file."""
    row = f"dòng {problem.row}" if problem.row else None
    return ", ".join(filter(None, (problem.sheet and f"Trang {problem.sheet}", row))) or "Cả tệp"


COMMAND = Command(
    words=("import", "members"), summary="nhập danh sách đảng viên từ bảng tính", arguments=arguments, run=run
)
