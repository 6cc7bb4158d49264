"""Takes attendance back from workbooks that were sent out, or from lists made by others."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path

from db.values import MarkStatus
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import facts
from desktop_app.domain.mark_words import DOUBTFUL, WRITTEN
from desktop_app.domain.refusal import Refusal
from desktop_app.services import returns
from desktop_app.services.returns import Difference, Key, LineKind, Taken

COUNTS = {
    LineKind.NEW: "Mới ghi",
    LineKind.CHANGED: "Sửa",
    LineKind.UNCHANGED: "Giữ nguyên",
    LineKind.CONFLICT: "Khác với sổ, chưa ghi",
    LineKind.STRANGER: "Không có trong danh sách",
    LineKind.PROBLEM: "Cần sửa trong tệp",
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar="TỆP", type=Path, nargs="+", help="tệp gửi về; ghi được nhiều tệp")
    chosen.conference_options(parser)
    parser.add_argument("--free", action="store_true", help="danh sách tự lập, không phải phiếu đã gửi")
    chosen.half_days_option(parser)
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="với --free: nơi những người trong tệp đã dự")
    parser.add_argument(
        "--word",
        dest="meanings",
        metavar="CHỮ=DẤU",
        type=meaning,
        action="append",
        default=[],
        help="với --free: chữ có hai nghĩa, ví dụ p=2 hoặc v=1",
    )
    parser.add_argument("--prefer-file", action="store_true", help="chỗ khác nhau thì lấy theo tệp")
    parser.add_argument("--write-in", action="store_true", help="ghi thêm người chưa có trong danh sách triệu tập")
    parser.add_argument("--check", action="store_true", help="chỉ xem khác gì, không ghi vào sổ")
    parser.add_argument("--errors", metavar="TỆP", type=Path, help="ghi bản gửi lại có lý do màu đỏ (với một tệp)")


def meaning(text: str) -> tuple[str, MarkStatus]:
    letter, _, said = text.partition("=")
    status = typed.mark_status(said) if said else None
    if letter.strip().casefold() not in DOUBTFUL or status is None:
        raise ArgumentTypeError(f"“{text}” không hiểu được; hãy ghi như p=2 (một trong {', '.join(DOUBTFUL)})")
    return letter.strip().casefold(), status


def run(call: Call) -> Answer:
    said = call.options
    found = [difference(call, path) for path in said.files]
    if said.errors:
        _write_errors(said.files, found, said.errors)
    taken = Taken(marks=0, written_in=0) if said.check else returns.take(call.store, found, _chosen(call, found))
    counts = {kind: sum(each.count(kind) for each in found) for kind in LineKind}
    told: list[tuple[str, str | int | None]] = [
        ("Số tệp", len(found)),
        ("Đã ghi", f"{taken.marks} lượt"),
        ("Ghi thêm người", taken.written_in),
        *((COUNTS[kind], count) for kind, count in counts.items()),
    ]
    data: Json = {
        "files": [as_json(each) for each in found],
        "marks": taken.marks,
        "written_in": taken.written_in,
        "counts": {str(kind): count for kind, count in counts.items()},
    }
    return Answer(data=data, lines=[*facts(told), *problems(found)])


def difference(call: Call, path: Path) -> Difference:
    """One file compared with the book."""
    said = call.options
    held = chosen.the_conference(call) if said.free or said.conference or said.round else None
    if held is None or not said.free:
        from desktop_app.exchange.return_reading import read_return
        from desktop_app.services.returned_files import recognised

        return recognised(call.store, read_return(path), held.id if held else None)
    from desktop_app.exchange.attendance_list import guessed_half_days, list_difference, read_list, said_rows

    found = read_list(path)
    of = guessed_half_days(found, chosen.half_days(held, said.half_days))
    answers = dict(said.meanings)
    unknown = [word for word in returns.doubts(said_rows(found, of)) if word not in answers]
    if unknown:
        raise Refusal(asked(unknown))
    return list_difference(call.store, found, held.id, of, answers, chosen.venue_id(call, held.id))


def asked(letters: Sequence[str]) -> str:
    """What a letter of two meanings may mean, and how to say which."""
    each = "; ".join(f"“{w}”: {' hay '.join(WRITTEN[s].lower() for s in DOUBTFUL[w])}" for w in letters)
    return f"Trong tệp có chữ mang hai nghĩa ({each}); hãy ghi rõ bằng --word, ví dụ --word {letters[0]}=1."


def _chosen(call: Call, found: Sequence[Difference]) -> set[Key]:
    wanted = {LineKind.NEW, LineKind.CHANGED}
    wanted |= {LineKind.CONFLICT} if call.options.prefer_file else set()
    wanted |= {LineKind.STRANGER} if call.options.write_in else set()
    return {each.key(line) for each in found for line in each.lines if line.kind in wanted}


def _write_errors(files: Sequence[Path], found: Sequence[Difference], out: Path) -> None:
    from desktop_app.exchange.return_errors import write_return_errors

    if len(files) != 1:
        raise Refusal("Bản gửi lại chỉ ghi được cho một tệp; hãy nhận từng tệp khi dùng --errors.")
    write_return_errors(files[0], found[0], out)


def problems(found: Sequence[Difference]) -> list[str]:
    """A line for each row that was not taken over, by file."""
    from desktop_app.exchange.return_errors import reasons_of

    return [
        f"{each.file}, dòng {number}: {' '.join(said)}"
        for each in found
        for (_, number), said in reasons_of(each).items()
    ]


def as_json(found: Difference) -> Json:
    from desktop_app.exchange.return_errors import ASKED, reason

    rows = [
        {"row": line.row.number, "kind": str(line.kind), "problem": reason(line)}
        for line in found.lines
        if line.kind in ASKED
    ]
    return {
        "file": found.file,
        "version": found.returned.version if found.returned else None,
        "counts": {str(kind): found.count(kind) for kind in LineKind},
        "asked": rows,
    }


COMMAND = Command(
    words=("sheet", "in"),
    summary="nhận phiếu điểm danh gửi về, hoặc danh sách tự lập (--free)",
    arguments=arguments,
    run=run,
)
