"""Closes a conference, or tells what is left to do before that."""

from argparse import ArgumentParser
from collections.abc import Iterator

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import closing
from desktop_app.services.board import spoken
from desktop_app.services.closing import ClosingState


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="chỉ xem còn thiếu gì, chưa kết thúc")
    what.add_argument(
        "--absent", action="store_true", help="đồng ý ghi vắng, chưa rõ lý do cho mọi người chưa điểm danh"
    )
    parser.add_argument("--early", action="store_true", help="đồng ý kết thúc khi còn buổi của hôm nay chưa hết giờ")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    if said.check:
        found = closing.state(call.store, held.id)
        closed = found.conference.closed_at is not None
    else:
        found, closed = closing.close(call.store, held.id, absent=said.absent, early=said.early), True
    return Answer(data=as_json(found, closed), lines=as_lines(found, closed))


def as_json(found: ClosingState, closed: bool) -> Json:
    """What was found before closing; half-days as "2021-03-27 morning"."""
    days = {day.id: f"{day.held_on} {day.part}" for day in found.conference.half_days}
    return {
        "conference": found.conference.name,
        "closed": closed,
        "unmarked": [
            {
                "code": each.row.code,
                "full_name": each.row.full_name,
                "cell": each.row.cell,
                "half_days": [days[day.id] for day in each.half_days],
            }
            for each in found.unmarked
        ],
        "unended": [days[day.id] for day in found.unended],
        "guests_unmarked": found.guests,
        "incomplete": [
            {"venue": line.name, "half_day": days[line.half_day_id], "state": line.state} for line in found.incomplete
        ],
        "reopened": [
            {"closed_at": each.closed_at, "reopened_at": each.reopened_at, "reason": each.reason}
            for each in found.reopenings
        ],
    }


def as_lines(found: ClosingState, closed: bool) -> Iterator[str]:
    yield f"Hội nghị “{found.conference.name}”: {'đã kết thúc điểm danh' if closed else 'chưa kết thúc'}."
    if found.unended:
        yield f"Chưa hết giờ: {', '.join(map(spoken, found.unended))}"
    yield f"Người phải dự chưa điểm danh đủ: {grouped(len(found.unmarked))}"
    if found.guests:
        yield f"Khách mời chưa điểm danh: {grouped(found.guests)} (để trống khi kết thúc)"
    people = ((e.row.cell, e.row.full_name, ", ".join(map(spoken, e.half_days))) for e in found.unmarked)
    if found.unmarked:
        yield from table(("Chi bộ", "Họ và tên", "Buổi"), people)
    yield f"Lượt báo của điểm cầu chưa đủ: {grouped(len(found.incomplete))}"
    days = {day.id: spoken(day) for day in found.conference.half_days}
    reports = ((line.name, days[line.half_day_id], word(line.state)) for line in found.incomplete)
    if found.incomplete:
        yield from table(("Điểm cầu", "Buổi", "Tình trạng"), reports)


COMMAND = Command(words=("close",), summary="kết thúc điểm danh hội nghị", arguments=arguments, run=run)
