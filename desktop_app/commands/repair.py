"""Writes what can be read of a damaged store into a new one beside it."""

from dataclasses import asdict

from desktop_app.commands.backup_keys import key_of_store
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts, progress
from desktop_app.domain.refusal import Refusal
from desktop_app.services import rescue


def run(call: Call) -> Answer:
    if not call.path.is_file():
        raise Refusal(f"Không có tệp sổ “{call.path.name}”; hãy sửa đường dẫn sau --store.")
    made = rescue.repair(call.path, progress("Đang sửa"), key_of_store(call.path))
    told: list[tuple[str, str | int | None]] = [
        ("Bản đã sửa", str(made.path)),
        ("Số người", made.members),
        ("Số đợt", made.rounds),
        ("Lượt điểm danh", made.marks),
        ("Bài thu hoạch", made.essays),
    ]
    return Answer(data=asdict(made) | {"path": str(made.path)}, lines=facts(told))


COMMAND = Command(words=("repair",), summary="sửa sổ bị hỏng trên một bản sao", run=run)
