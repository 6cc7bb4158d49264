"""Puts a backup in the place of the store; the former store is kept beside it."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands.backup_facts import as_json, as_lines
from desktop_app.commands.backup_keys import key_of_backup, key_of_store
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts, progress
from desktop_app.services import backup_shelf
from desktop_app.services.passwords import is_locked

UNLOCKED = "Sổ không còn mật khẩu: bản sao lưu làm trước khi đặt mật khẩu, và chưa gõ đúng mật khẩu của sổ cũ."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp sao lưu")


def run(call: Call) -> Answer:
    locked = is_locked(call.path)
    key, of_former = key_of_backup(call.options.file), key_of_store(call.path)
    held, former = backup_shelf.restore(call.options.file, call.path, progress("Đang phục hồi"), key, of_former)
    kept = None if former is None else str(former)
    where = facts([("Vào sổ", str(call.path)), ("Sổ cũ giữ ở", kept)])
    lines = [*as_lines("Đã phục hồi", held), *where, *([UNLOCKED] if locked and not is_locked(call.path) else [])]
    return Answer(data={"store": str(call.path), "former": kept, **as_json(held)}, lines=lines)


COMMAND = Command(words=("restore",), summary="phục hồi sổ từ bản sao lưu", arguments=arguments, run=run)
