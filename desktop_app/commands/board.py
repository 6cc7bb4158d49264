"""The board of all venues at a half-day, and the reports of venues: a signed number, complete, not complete."""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict

from db.records import Conference, HalfDay
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import board, venue_reports
from desktop_app.services.board import BoardLine

HEADERS = (
    "Số",
    "Điểm cầu",
    "Tình trạng",
    "Triệu tập",
    "Có mặt",
    "Nơi khác đến",
    "Vắng có lý do",
    "Vắng không lý do",
    "Vắng chưa rõ",
    "Chưa điểm danh",
    "Số ký",
    "Không ghi tên",
)


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    half_day_option(parser)
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="điểm cầu báo cáo, dùng cùng các lựa chọn dưới đây")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--complete", action="store_true", help="báo đủ cho điểm cầu")
    what.add_argument("--take-back", action="store_true", help="bỏ báo đủ của điểm cầu")
    parser.add_argument("--before-day", action="store_true", help="vẫn báo đủ khi chưa đến ngày của buổi")
    parser.add_argument("--signed", metavar="SỐ", type=typed.count, help="số người ký có mặt của điểm cầu")


def half_day_option(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--half-day", metavar="BUỔI", help="buổi thứ mấy hoặc “27/03/2021 sáng”; mặc định là buổi đang hoặc vừa diễn ra"
    )


def the_half_day(call: Call, held: Conference) -> HalfDay:
    """The half-day typed, else the one held now or last."""
    if call.options.half_day:
        return chosen.half_day(held, call.options.half_day)
    return board.half_day_now(call.store, held.half_days)


def run(call: Call) -> Answer:
    held = chosen.the_conference(call)
    half_day = the_half_day(call, held)
    report(call, held, half_day)
    lines = board.board(call.store, held.id, half_day.id)
    data: Json = {
        "conference": held.name,
        "half_day": {"id": half_day.id, "held_on": half_day.held_on, "part": half_day.part},
        "venues": [as_json(line) for line in lines],
        "total": asdict(board.total(lines)),
    }
    return Answer(data=data, lines=as_lines(half_day, lines))


def report(call: Call, held: Conference, half_day: HalfDay) -> None:
    """What was typed about one venue, if anything."""
    said = call.options
    acts = said.complete or said.take_back or said.signed is not None
    if acts and not said.venue:
        raise Refusal("Chưa rõ điểm cầu nào báo cáo; hãy ghi thêm --venue.")
    if said.venue and not acts:
        raise Refusal("Chưa rõ điểm cầu báo gì; hãy ghi thêm --complete, --signed hoặc --take-back.")
    if not acts:
        return
    key = (held.id, chosen.venue_id(call, held.id) or 0, half_day.id)
    if said.complete:
        venue_reports.complete(call.store, *key, said.signed, early=said.before_day)
        return
    with call.store.gesture("venue.report", "Sửa báo cáo của điểm cầu"):
        if said.take_back:
            venue_reports.take_back(call.store, *key)
        if said.signed is not None:
            venue_reports.sign(call.store, *key, said.signed)


def as_json(line: BoardLine) -> Json:
    """All figures of a venue; null for what nobody told. Of a venue with `state` not_reported no figure is known."""
    diary = line.last_diary
    return {
        "id": line.venue.id if line.venue else None,
        "name": line.name,
        "depth": line.depth,
        "state": line.state,
        **asdict(line.figures),
        "signed": line.signed,
        "unnamed": line.heads,
        "completed_at": line.completed_at,
        "completed_by": line.completed_by,
        "last_entry": line.last_entry,
        "last_diary": {"at": diary.happened_at, "kind": diary.kind, "text": diary.text} if diary else None,
    }


def as_lines(half_day: HalfDay, lines: list[BoardLine]) -> Iterator[str]:
    yield f"Buổi {board.spoken(half_day)}"
    yield from table(HEADERS, (cells(line) for line in lines))


def cells(line: BoardLine) -> tuple[str | int | None, ...]:
    count = line.figures
    marked = (
        count.present,
        count.visitors,
        count.absent_excused,
        count.absent_unexcused,
        count.absent,
        count.unmarked,
    )
    figures = (None,) * len(marked) if line.silent else marked
    at = line.venue.id if line.venue else None
    return (at, "  " * line.depth + line.name, word(line.state), count.roll, *figures, line.signed, line.heads)


COMMAND = Command(words=("board",), summary="xem bảng điểm cầu, báo đủ", arguments=arguments, run=run)
