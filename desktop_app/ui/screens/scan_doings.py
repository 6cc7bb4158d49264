"""What is done beside scanning itself: a scanner's file read in, someone unknown written in, the scanner set up."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from db.values import ScanOutcome
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.exchange.scan_dump import Dump, read_dump
from desktop_app.services import scan_files, scanner, scanning
from desktop_app.services.progress import Progress
from desktop_app.services.scan_files import Loaded
from desktop_app.services.scanner import ScannerSettings
from desktop_app.services.scanning import Door
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, Field, TextField
from desktop_app.ui.record_dialog import fill_in

PATTERN = "Tệp của máy quét (*.txt *.csv *.log *.dat);;Mọi tệp (*)"
PERSON: tuple[Field, ...] = (
    TextField(key="full_name", label="Họ và tên", required=True),
    DateField(key="birth_date", label="Ngày sinh"),
    TextField(key="note", label="Ghi chú", hint="ví dụ: chi bộ nào, ai giới thiệu"),
)
SETTINGS: tuple[Field, ...] = (
    TextField(key="gap_ms", label="Khoảng cách tối đa giữa hai phím (phần nghìn giây)", required=True),
    TextField(key="repeat_seconds", label="Quét lại trong mấy giây thì coi là quét lặp", required=True),
    TextField(key="prefix", label="Ký tự máy quét gửi trước mã", hint="thường để trống"),
)
SHOWN_PROBLEMS = 10


def write_in(parent: QWidget, desk: Desk, place: Door) -> None:
    """Someone at the door whom the register does not know: on the list and present at once."""

    def keep(values: Values) -> None:
        name = values["full_name"]
        desk.write(
            scanning.write_in,
            place,
            name,
            values["birth_date"],
            values["note"],
            done=f"Đã ghi thêm {name} và ghi có mặt; hãy đối chiếu với sổ sau buổi học.",
        )

    fill_in(parent, "Ghi thêm người đến dự", "Ghi thêm", PERSON, {}, keep)


def ask_scanner(parent: QWidget, desk: Desk) -> None:
    """How the scanner types."""
    before = scanner.scanner_settings(desk.store)
    start = {"gap_ms": str(before.gap_ms), "repeat_seconds": str(before.repeat_seconds), "prefix": before.prefix}

    def keep(values: Values) -> None:
        wanted = ScannerSettings(
            gap_ms=whole(values["gap_ms"]),
            repeat_seconds=whole(values["repeat_seconds"]),
            prefix=values["prefix"] or "",
        )
        desk.write(scanner.save_scanner, wanted, done="Đã ghi thiết lập máy quét; tắt rồi bật lại quét để dùng.")

    fill_in(parent, "Thiết lập máy quét", words.SAVE, SETTINGS, start, keep)


def whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise Refusal(f"“{text}” không phải là số; hãy ghi bằng chữ số, ví dụ 35.")
    return int(text)


def read_file(parent: QWidget, desk: Desk, conference_id: int, half_day_id: int | None, venue_id: int | None) -> None:
    """Ask for the file and the name of the device, then read it in beside the window."""
    path = ask.choose_file_open(parent, "Chọn tệp của máy quét", PATTERN)
    if path is None:
        return
    try:
        dump = read_dump(path)
    except Refusal as refusal:
        desk.refused.emit(str(refusal))
        return
    device = ask.ask_text(
        parent,
        f"Tệp “{path.name}” có {grouped(len(dump.pairs))} lượt quét. Đọc từ máy nào?",
        "Đọc",
        "Tên máy",
        device_of(path),
    )
    if not device:
        return

    def work(store: Store, progress: Progress) -> Loaded:
        place = scanning.door(store, conference_id, half_day_id, venue_id, device)
        return scan_files.load(store, place, dump.pairs, progress)

    def finished(loaded: Loaded) -> None:
        if loaded.counts:
            desk.tell_written(told(loaded))
        else:
            desk.said.emit(told(loaded), False)
        warnings = list(doubts(loaded, dump))
        if warnings:
            ask.warn(QApplication.activeWindow(), "\n".join(warnings))

    desk.run("Đọc tệp máy quét", work, finished, writes=True)


def device_of(path: Path) -> str:
    """A device is known by its file until it is named."""
    return path.stem


def told(loaded: Loaded) -> str:
    """“Đã đọc 40 lượt: đã ghi có mặt 38, quét lặp 2. 3 lượt đã đọc từ trước.”"""
    parts = [
        f"{word(outcome).lower()} {grouped(loaded.counts[outcome])}"
        for outcome in ScanOutcome
        if outcome in loaded.counts
    ]
    read = f"Đã đọc {grouped(sum(loaded.counts.values()))} lượt quét mới" + (f": {', '.join(parts)}." if parts else ".")
    return f"{read} {grouped(loaded.again)} lượt đã đọc từ trước." if loaded.again else read


def doubts(loaded: Loaded, dump: Dump) -> list[str]:
    """What the clerk must look at before trusting the file."""
    clock = f"{grouped(loaded.doubtful)} lượt có ngày khác ngày của buổi; hãy xem lại đồng hồ của máy quét."
    more = len(dump.problems) - SHOWN_PROBLEMS
    return [
        *([clock] if loaded.doubtful else []),
        *dump.problems[:SHOWN_PROBLEMS],
        *([f"Còn {grouped(more)} dòng khác không đọc được."] if more > 0 else []),
    ]
