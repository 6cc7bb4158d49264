"""Copies the whole store into one backup file."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands.backup_facts import as_json, as_lines
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import progress
from desktop_app.domain.refusal import Refusal
from desktop_app.services.backups import back_up


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp sao lưu sẽ ghi, ví dụ so.sht-backup")


def run(call: Call) -> Answer:
    target: Path = call.options.file
    if target.resolve() == call.path.resolve():
        raise Refusal(f"Không ghi bản sao lưu đè lên chính sổ “{target.name}”; hãy ghi tên tệp khác.")
    held = back_up(call.store, target, progress("Đang sao lưu"))
    return Answer(data={"file": str(target), **as_json(held)}, lines=as_lines("Đã sao lưu", held))


COMMAND = Command(words=("backup",), summary="sao lưu sổ ra một tệp", arguments=arguments, run=run)
