"""Seats at the venues of a conference: by room for everyone, by cell, or person by person."""

from argparse import ArgumentParser
from collections.abc import Iterator

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import conferences, members, organizations, seating
from desktop_app.services.seating import Proposal


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--auto", action="store_true", help="xếp theo số chỗ những người chưa có chỗ")
    what.add_argument("--cell", dest="cells", metavar="CHI_BỘ", nargs="+", help="xếp các chi bộ này vào --venue")
    what.add_argument("--member", dest="people", metavar="MÃ", nargs="+", help="xếp những người này vào --venue")
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="số hoặc tên điểm cầu; không ghi thì bỏ xếp")
    parser.add_argument("--afresh", action="store_true", help="cùng --auto: xếp lại từ đầu, không ai giữ chỗ cũ")
    parser.add_argument("--dry-run", action="store_true", help="cùng --auto: chỉ xem, không ghi")


def run(call: Call) -> Answer:
    said, held = call.options, chosen.the_conference(call)
    if said.auto:
        found = seating.propose(call.store, held.id, said.afresh)
        if not said.dry_run:
            seating.keep(call.store, held.id, found)
        return Answer(data=as_json(found, not said.dry_run), lines=as_lines(found, not said.dry_run))
    if said.afresh or said.dry_run:
        raise Refusal("Các tùy chọn --afresh và --dry-run chỉ dùng cùng --auto.")
    venue = chosen.venue_id(call, held.id)
    if said.cells:
        cells = [organizations.find_cell(call.store, text).id for text in said.cells]
        conferences.seat_cells(call.store, held.id, dict.fromkeys(cells, venue))
        return Answer(data={"cells": cells, "venue": venue}, lines=[f"Đã xếp {len(cells)} chi bộ."])
    people = [members.find_member(call.store, text).id for text in said.people]
    count = seating.seat_people(call.store, held.id, people, venue)
    return Answer(data={"members": people, "venue": venue}, lines=[f"Đã xếp {count} người."])


def as_json(found: Proposal, kept: bool) -> Json:
    """The seats as data; `free` is negative where a venue is overfull, null where its room is not known."""
    return {
        "kept": kept,
        "venues": [
            {
                "id": each.venue.id,
                "name": each.venue.name,
                "capacity": each.venue.capacity,
                "seated": each.people,
                "free": each.free,
                "cells": dict(each.cells),
            }
            for each in found.venues
        ],
        "overflow": dict(found.overflow),
        "left_over": found.left_over,
    }


def as_lines(found: Proposal, kept: bool) -> Iterator[str]:
    rows = [
        (e.venue.id, e.venue.name, e.venue.capacity, e.people, None if e.free is None else str(e.free), cells(e.cells))
        for e in found.venues
    ]
    yield from table(("Số", "Điểm cầu", "Số chỗ", "Sẽ đến", "Còn chỗ", "Chi bộ"), rows)
    if found.left_over:
        yield f"Còn {grouped(found.left_over)} người chưa có chỗ: {cells(found.overflow)}."
    yield "Đã ghi." if kept else "Chưa ghi gì; bỏ --dry-run để ghi."


def cells(named: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{name} ({people})" for name, people in named)


COMMAND = Command(words=("seat",), summary="xếp chi bộ, đảng viên vào điểm cầu", arguments=arguments, run=run)
