"""The backups the program made by itself, and the restore test of the newest."""

from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import progress, table
from desktop_app.domain.rotation import Reason
from desktop_app.domain.words import word
from desktop_app.services import backup_rota, backup_shelf, backup_trial
from desktop_app.services.backup_shelf import Shelved

HEADS = ("Số", "Lúc", "Vì sao", "Số người", "Tệp")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--try", dest="try_out", action="store_true", help="phục hồi thử bản mới nhất vào tệp tạm")
    parser.add_argument("--folder", metavar="THƯ_MỤC", type=Path, help="từ nay tự sao lưu vào thư mục này")


def run(call: Call) -> Answer:
    if call.options.folder is not None:
        backup_rota.choose_folder(call.store, call.options.folder.resolve())
    trial = backup_trial.try_out(call.store, progress("Đang thử")) if call.options.try_out else None
    found = backup_shelf.shelf(call.store)
    data: dict[str, object] = {
        "folder": str(backup_rota.folder(call.store)),
        "backups": [as_row(each) for each in found],
        "tried": None if trial is None else asdict(trial),
    }
    failed = f"Bản sao lưu {trial.name} {trial.fault}; hãy sao lưu lại." if trial and trial.fault else None
    rows = [(each.id, each.made_at, why(each), people(each), each.path.name) for each in found]
    return Answer(data=data, lines=table(HEADS, rows), failed=failed)


def as_row(each: Shelved) -> dict[str, object]:
    held = None if each.facts is None else asdict(each.facts)
    return {"number": each.id, "file": str(each.path), "made_at": each.made_at, "size": each.size, "holds": held}


def people(each: Shelved) -> int | None:
    return None if each.facts is None else each.facts.members


def why(each: Shelved) -> str:
    if each.facts is None:
        return "Không đọc được"
    return word(Reason(each.facts.reason)) if each.facts.reason in set(Reason) else ""


COMMAND = Command(words=("backups",), summary="các bản sao lưu chương trình tự làm", arguments=arguments, run=run)
