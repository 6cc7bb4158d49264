"""Records that units sent a report or plan, or takes that back."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands import chosen, owed, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, facts
from desktop_app.services import submissions
from desktop_app.services.office import today


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    owed.deadline_option(parser, required=True)
    owed.units_options(parser)
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày gửi; mặc định là hôm nay")
    parser.add_argument("--number", metavar="SỐ", help="số, ký hiệu văn bản")
    parser.add_argument("--dated", metavar="NGÀY", type=typed.day, help="ngày của văn bản")
    parser.add_argument("--note", metavar="GHI_CHÚ", help="ghi chú")
    parser.add_argument(
        "--file",
        dest="files",
        metavar="TỆP",
        type=Path,
        action="append",
        default=[],
        help="giữ bản sao tệp này trong sổ",
    )
    parser.add_argument("--take-back", action="store_true", help="bỏ ghi nộp")


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    wanted, units = owed.needed_deadline(call, found), owed.the_units(call)
    if said.take_back:
        count = submissions.take_back(call.store, wanted.id, units)
        lines = facts([("Đã bỏ ghi nộp", f"{count} đơn vị"), ("Báo cáo", wanted.title)])
        return Answer(data={"deadline": wanted.title, "taken_back": count}, lines=lines)
    on = said.on or today(call.store).isoformat()
    with call.store.gesture("submission.record", f"Ghi {len(units)} đơn vị nộp “{wanted.title}”"):
        count = submissions.record(call.store, wanted.id, units, on, said.number, said.dated, said.note)
        for unit in units:
            for path in said.files:
                submissions.attach_file(call.store, wanted.id, unit, path)
    known = [("Đã ghi nộp", f"{count} đơn vị"), ("Báo cáo", wanted.title), ("Ngày gửi", day(on))]
    files = [path.name for path in said.files]
    lines = facts([*known, ("Tệp", ", ".join(files) or None)])
    return Answer(data={"deadline": wanted.title, "recorded": count, "on": on, "files": files}, lines=lines)


COMMAND = Command(words=("milestone", "send"), summary="ghi đơn vị đã nộp báo cáo", arguments=arguments, run=run)
