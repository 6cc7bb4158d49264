"""Writes the folder of a handover: backup, minutes, what the receiver does first."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands.backup_facts import as_json, as_lines
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts, progress
from desktop_app.domain.refusal import Refusal


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="THƯ_MỤC", type=Path, help="thư mục sẽ chứa bộ bàn giao, ví dụ ổ USB")


def run(call: Call) -> Answer:
    from desktop_app.forms.handing_over import hand_over

    into: Path = call.options.folder
    if not into.is_dir():
        raise Refusal(f"Không có thư mục “{into}”; hãy ghi thư mục đang có.")
    made = hand_over(call.store, into, progress("Đang ghi bộ bàn giao"))
    data: dict[str, object] = {"folder": str(made.folder), "backup": str(made.backup), **as_json(made.facts)}
    return Answer(data=data, lines=[*as_lines("Đã bàn giao", made.facts), *facts([("Thư mục", str(made.folder))])])


COMMAND = Command(words=("handover",), summary="ghi bộ bàn giao sổ vào một thư mục", arguments=arguments, run=run)
