"""People counted at venues without names: listed, or one kind of people counted."""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict

from db.day_records import HeadCount
from desktop_app.commands import chosen, typed
from desktop_app.commands.board import half_day_option, the_half_day
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, venue_diary
from desktop_app.services.board import spoken


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    half_day_option(parser)
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="điểm cầu; mặc định xem mọi điểm cầu")
    parser.add_argument(
        "--people", metavar="THÀNH_PHẦN", default=venue_diary.PEOPLE[0], help="mặc định “Quần chúng, nhân dân”"
    )
    parser.add_argument("--count", metavar="SỐ", type=typed.count, help="ghi số người này, dùng cùng --venue")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    venue_id = chosen.venue_id(call, held.id)
    if said.count is not None:
        if venue_id is None:
            raise Refusal("Chưa rõ đếm ở điểm cầu nào; hãy ghi thêm --venue.")
        half_day = the_half_day(call, held).id
        given = HeadCount(venue_id=venue_id, half_day_id=half_day, people=said.people, count=said.count)
        venue_diary.count(call.store, held.id, given)
    only = the_half_day(call, held).id if said.half_day else None
    names = {venue.id: venue.name for venue in conferences.venues(call.store, held.id)}
    days = {day.id: spoken(day) for day in held.half_days}
    found = venue_diary.head_counts(call.store, held.id, venue_id, only)
    data: Json = {"conference": held.name, "head_counts": [asdict(c) | {"venue": names[c.venue_id]} for c in found]}
    return Answer(data=data, lines=as_lines(names, days, found))


def as_lines(names: dict[int, str], days: dict[int, str], found: list[HeadCount]) -> Iterator[str]:
    rows = ((names[c.venue_id], days[c.half_day_id], c.people, c.count) for c in found)
    yield from table(("Điểm cầu", "Buổi", "Thành phần", "Số người"), rows)


COMMAND = Command(words=("head-count",), summary="xem, ghi số người dự không ghi tên", arguments=arguments, run=run)
