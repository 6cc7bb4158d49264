"""The diary of venues: listed, or one entry added."""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict

from db.day_records import DiaryEntry
from db.values import DiaryKind
from desktop_app.commands import chosen, typed
from desktop_app.commands.board import half_day_option, the_half_day
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.dates import show_moment
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import conferences, venue_diary
from desktop_app.services.office import moment


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    half_day_option(parser)
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="điểm cầu; mặc định xem mọi điểm cầu")
    parser.add_argument("--add", metavar="DIỄN_BIẾN", help="ghi thêm một dòng diễn biến, dùng cùng --venue")
    parser.add_argument(
        "--kind",
        metavar="LOẠI",
        type=typed.diary_kind,
        default=DiaryKind.OTHER,
        help="bắt đầu, kết thúc, đường truyền, sự cố; mặc định là ghi chép khác",
    )
    parser.add_argument("--at", metavar="LÚC", type=typed.moment, help="như “27/03/2021 07:30”; mặc định là lúc này")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    venue_id = chosen.venue_id(call, held.id)
    if said.add is not None:
        if venue_id is None:
            raise Refusal("Chưa rõ diễn biến của điểm cầu nào; hãy ghi thêm --venue.")
        at = said.at or moment(call.store)[:16]
        half_day = the_half_day(call, held).id
        entry = DiaryEntry(venue_id=venue_id, half_day_id=half_day, kind=said.kind, happened_at=at, text=said.add)
        venue_diary.write(call.store, held.id, entry)
    only = the_half_day(call, held).id if said.half_day else None
    names = {venue.id: venue.name for venue in conferences.venues(call.store, held.id)}
    found = venue_diary.diary(call.store, held.id, venue_id, only)
    data: Json = {"conference": held.name, "diary": [asdict(e) | {"venue": names[e.venue_id]} for e in found]}
    return Answer(data=data, lines=as_lines(names, found))


def as_lines(names: dict[int, str], found: list[DiaryEntry]) -> Iterator[str]:
    rows = ((show_moment(e.happened_at), names[e.venue_id], word(e.kind), e.text) for e in found)
    yield from table(("Lúc", "Điểm cầu", "Loại", "Diễn biến"), rows)


COMMAND = Command(words=("diary",), summary="xem, ghi diễn biến tại điểm cầu", arguments=arguments, run=run)
