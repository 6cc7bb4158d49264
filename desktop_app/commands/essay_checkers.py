"""Who checks the essays of which cell; assigns cells to a checker or takes them back."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import essay_marking, organizations


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("--checker", metavar="HỌ_TÊN", help="giao người này chấm các chi bộ ghi sau --cells")
    parser.add_argument("--clear", action="store_true", help="bỏ phân công các chi bộ ghi sau --cells")
    parser.add_argument("--cells", metavar="CHI_BỘ", nargs="+", default=[], help="một hay nhiều chi bộ")


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    cells = [organizations.find_cell(call.store, text).id for text in said.cells]
    if (said.checker or said.clear) and not cells:
        raise Refusal("Chưa ghi chi bộ nào; hãy ghi tên chi bộ sau --cells.")
    if cells and not (said.checker or said.clear):
        raise Refusal("Chưa ghi người chấm; hãy ghi họ tên sau --checker, hoặc --clear để bỏ phân công.")
    if cells:
        essay_marking.assign(call.store, found.id, cells, None if said.clear else said.checker)
    names = {cell.id: cell.name for cell in organizations.cells(call.store, counted=False)}
    known = essay_marking.checkers(call.store, found.id)
    rows = [(names.get(cell, str(cell)), checker) for cell, checker in known.items()]
    data = [{"cell": cell, "checker": checker} for cell, checker in sorted(rows)]
    lines = table(("Chi bộ", "Người chấm"), sorted(rows)) if rows else ["Chưa phân công người chấm."]
    return Answer(data={"round": found.name, "checkers": data}, lines=lines)


COMMAND = Command(words=("essay", "checkers"), summary="phân công người chấm theo chi bộ", arguments=arguments, run=run)
