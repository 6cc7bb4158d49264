"""The handover of the whole register in one folder: a proven backup, the minutes to sign, and what the receiver does.

Under its name the folder is whole: it is written beside under another name and renamed at the end.
"""

import hashlib
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.domain.wording import grouped, size_words
from desktop_app.forms import outputs
from desktop_app.forms.documents import handover
from desktop_app.forms.documents.handover import NOBODY, Party
from desktop_app.forms.form import Output, Subject
from desktop_app.forms.issue import prepared
from desktop_app.services import backups
from desktop_app.services.backups import SUFFIX, BackupFacts, Lock
from desktop_app.services.journal import record_output
from desktop_app.services.progress import Progress, quiet
from desktop_app.services.store import Store

MINUTES, NOTES = "Biên bản bàn giao.pdf", "Đọc trước.txt"
CHECKLIST = (
    "Đóng chương trình trên máy cũ, không ghi thêm vào sổ cũ sau khi đã bàn giao.",
    "Cài Sổ Học Tập trên máy mới bằng tệp cài đặt, cùng phiên bản hoặc mới hơn.",
    "Mở chương trình, bấm “Phục hồi từ bản sao lưu…”, chọn tệp “{backup}”.",
    "Gõ mật khẩu hoặc mã khôi phục nếu chương trình hỏi; hai thứ này giao riêng, trong phong bì dán kín.",
    "So số người, số đợt, lượt điểm danh, số bài thu hoạch với biên bản.",
    "In hoặc mở một biểu bất kỳ, rồi sao lưu lần đầu trên máy mới.",
    "Hai bên ký biên bản; sau đó mới xóa sổ trên máy cũ nếu có quyết định.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What was handed over: the folder, the backup in it, what the backup holds."""

    folder: Path
    backup: Path
    facts: BackupFacts


def hand_over(
    store: Store,
    into: Path,
    progress: Progress = quiet,
    lock: Lock | None = None,
    parties: tuple[Party, Party] = (NOBODY, NOBODY),
) -> Package:
    """Write the folder of a handover into `into`; `parties` = who gives, who receives, as they stand in the minutes.

    Refuses where it cannot be written; nothing is left behind then.
    """
    stem = store.path.stem if store.path else "so-hoc-tap"
    folder = free(into / f"Bàn giao {stem} {date.today():%d-%m-%Y}")
    part = folder.with_name(folder.name + ".dang-ghi")
    shutil.rmtree(part, ignore_errors=True)  # left by a handover that was cut off
    try:
        part.mkdir(parents=True)
        facts = backups.back_up(store, part / f"{stem}{SUFFIX}", progress, Reason.HANDOVER, lock)
        document = prepared(store, handover.between(*parties), Subject(), final=True)
        outputs.print_to(document, Output.PDF, part / MINUTES, quiet)
        (part / NOTES).write_text(notes(part / f"{stem}{SUFFIX}", facts), encoding="utf-8-sig")
        part.rename(folder)
    except OSError:
        raise Refusal(f"Không ghi được vào “{into}”; hãy kiểm tra ổ đĩa còn chỗ và được phép ghi.") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    record_output(store, handover.FORM.title, "cả sổ")
    return Package(folder=folder, backup=folder / f"{stem}{SUFFIX}", facts=facts)


def free(folder: Path) -> Path:
    """This folder, numbered when something is already there."""
    number, found = 1, folder
    while found.exists():
        number += 1
        found = folder.with_name(f"{folder.name} ({number})")
    return found


def steps(backup: str) -> list[str]:
    """What is done at a handover, in order."""
    return [line.format(backup=backup) for line in CHECKLIST]


def notes(backup: Path, facts: BackupFacts) -> str:
    """What the receiver reads first; lines end as Notepad wants them."""
    with backup.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = backup.stat().st_size
    lines = [
        f"BÀN GIAO SỔ HỌC TẬP – {facts.office}",
        "",
        *(f"{number}. {line}" for number, line in enumerate(steps(backup.name), 1)),
        "",
        f"Tệp {backup.name}: {size_words(size)} ({grouped(size)} byte), mã kiểm SHA-256:",
        digest,
    ]
    return "\r\n".join(lines) + "\r\n"
