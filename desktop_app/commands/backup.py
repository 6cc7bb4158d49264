"""Copies the whole store into one backup file."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands.backup_facts import as_json, as_lines
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import progress
from desktop_app.commands.secret import new_password
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_rota, passwords, places
from desktop_app.services.backups import Lock, back_up
from desktop_app.services.store import Store

UNCHANGED = "Sổ không có gì mới từ lần tự sao lưu trước."


def arguments(parser: ArgumentParser) -> None:
    told = "tệp sao lưu sẽ ghi, ví dụ so.sht-backup; để trống: vào thư mục tự sao lưu, nếu sổ có thay đổi"
    parser.add_argument("file", metavar="TỆP", type=Path, nargs="?", help=told)


def run(call: Call) -> Answer:
    target: Path | None = call.options.file
    if target is None:
        return by_itself(call)
    if target.resolve() == call.path.resolve():
        raise Refusal(f"Không ghi bản sao lưu đè lên chính sổ “{target.name}”; hãy ghi tên tệp khác.")
    held = back_up(call.store, target, progress("Đang sao lưu"), lock=lock_for(call.store, target))
    return Answer(data={"file": str(target), **as_json(held)}, lines=as_lines("Đã sao lưu", held))


def lock_for(store: Store, target: Path) -> Lock | None:
    """What goes onto a stick is locked, also where the store is not."""
    if store.key is not None or places.kind(target) is not places.Kind.REMOVABLE:
        return None
    return passwords.backup_lock(passwords.checked(new_password()))


def by_itself(call: Call) -> Answer:
    """As the window does every half hour."""
    held = backup_rota.keep_safe(call.store, Reason.TIMED, progress("Đang sao lưu"))
    if held is None:
        return Answer(data={"file": None}, lines=[UNCHANGED])
    where = backup_rota.folder(call.store)
    newest = backup_rota.kept(where, call.path.stem)[0].path if where else None
    return Answer(data={"file": str(newest), **as_json(held)}, lines=as_lines("Đã sao lưu", held))


COMMAND = Command(words=("backup",), summary="sao lưu sổ ra một tệp", arguments=arguments, run=run)
