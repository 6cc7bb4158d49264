"""What a backup holds, as the answers of commands show it."""

from collections.abc import Iterator
from dataclasses import asdict

from desktop_app.commands.command import Json
from desktop_app.commands.lines import facts
from desktop_app.services.backups import BackupFacts


def as_json(held: BackupFacts) -> Json:
    return asdict(held)


def as_lines(said: str, held: BackupFacts) -> Iterator[str]:
    return facts(
        [
            (said, held.office + (" (sổ thực hành)" if held.practice else "")),
            ("Sao lưu lúc", held.made_at),
            ("Số người", held.members),
            ("Số đợt", held.rounds),
            ("Lượt điểm danh", held.marks),
            ("Bài thu hoạch", held.essays),
        ]
    )
