"""Proves that a backup file is whole."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands.backup_facts import as_json, as_lines
from desktop_app.commands.backup_keys import key_of_backup
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import progress
from desktop_app.services import backups


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp sao lưu")


def run(call: Call) -> Answer:
    key = key_of_backup(call.options.file)
    held = backups.verify(call.options.file, progress("Đang kiểm tra"), key)
    return Answer(data={"file": str(call.options.file), **as_json(held)}, lines=as_lines("Bản sao nguyên vẹn", held))


COMMAND = Command(words=("verify",), summary="kiểm tra một bản sao lưu", arguments=arguments, run=run)
