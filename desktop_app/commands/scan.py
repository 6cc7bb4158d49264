"""Reads the file of a hand-held scanner into a half-day, or lists the scans a conference has."""

from argparse import ArgumentParser
from pathlib import Path

from db.records import Conference
from db.values import ScanOutcome
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts, progress, table
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import scan_files, scanning
from desktop_app.services.scanning import NamedScan


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, nargs="?", help="tệp của máy quét; bỏ trống để xem lượt quét")
    chosen.conference_options(parser)
    parser.add_argument("--half-day", dest="half_day", metavar="BUỔI", help="buổi thứ mấy hoặc “27/03/2021 sáng”")
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="nơi đã quét")
    parser.add_argument("--device", metavar="MÁY", help="tên máy quét; mặc định là tên tệp")
    parser.add_argument(
        "--outcome", metavar="KẾT_QUẢ", type=scan_outcome, help="khi xem: chỉ kết quả này, ví dụ “không đúng buổi”"
    )


def scan_outcome(text: str) -> ScanOutcome:
    return typed.kept(ScanOutcome, text)


def run(call: Call) -> Answer:
    held = chosen.the_conference(call)
    return read_in(call, held) if call.options.file else show(call, held)


def read_in(call: Call, held: Conference) -> Answer:
    from desktop_app.exchange.scan_dump import read_dump

    said = call.options
    if not said.half_day:
        raise Refusal("Chưa nói tệp quét ở buổi nào; hãy ghi --half-day, ví dụ --half-day “27/03/2021 sáng”.")
    half_day = chosen.half_day(held, said.half_day)
    dump = read_dump(said.file)
    place = scanning.door(
        call.store, held.id, half_day.id, chosen.venue_id(call, held.id), said.device or said.file.stem
    )
    loaded = scan_files.load(call.store, place, dump.pairs, progress("Đang đọc"))
    counts = {str(outcome): times for outcome, times in loaded.counts.items()}
    data = {"conference": held.name, "device": place.device, "read": len(dump.pairs), "again": loaded.again}
    rows = [(word(outcome), times) for outcome, times in loaded.counts.items()]
    head = [("Số dòng có mã", len(dump.pairs)), ("Đã đọc từ trước", loaded.again), ("Ngày không khớp", loaded.doubtful)]
    return Answer(
        data={**data, "doubtful": loaded.doubtful, "counts": counts, "problems": list(dump.problems)},
        lines=[*facts(head + rows), *clock_warning(loaded.doubtful), *dump.problems],
    )


def clock_warning(doubtful: int) -> list[str]:
    said = "lượt có ngày khác ngày của buổi; hãy xem lại đồng hồ của máy quét."
    return [f"{doubtful} {said}"] if doubtful else []


def show(call: Call, held: Conference) -> Answer:
    half_day = chosen.half_day(held, call.options.half_day).id if call.options.half_day else None
    found = scanning.listed(call.store, held.id, half_day, call.options.outcome)
    rows = [(each.scan.event_at, each.scan.code, each.full_name, each.cell, word(each.scan.outcome)) for each in found]
    return Answer(
        data={"conference": held.name, "scans": [as_json(each) for each in found]},
        lines=table(("Lúc", "Mã", "Họ và tên", "Chi bộ", "Kết quả"), rows),
    )


def as_json(each: NamedScan) -> dict[str, object]:
    scan = each.scan
    return {
        "code": scan.code,
        "event_at": scan.event_at,
        "entered_at": scan.entered_at,
        "device": scan.device,
        "full_name": each.full_name,
        "cell": each.cell,
        "half_day_id": scan.half_day_id,
        "venue_id": scan.venue_id,
        "outcome": scan.outcome,
        "settled": scan.settled,
    }


COMMAND = Command(words=("scan",), summary="đọc tệp máy quét, xem lượt quét", arguments=arguments, run=run)
