"""The venues of a conference: listed, added, given the cells that sit there."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import NamedTuple

from db.records import Conference, Venue
from db.values import VenueLevel
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, organizations


class Served(NamedTuple):
    """A venue, and its cells with the people expected of each."""

    venue: Venue
    cells: dict[str, int]


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="TÊN", help="thêm điểm cầu")
    what.add_argument("--seat", metavar="ĐIỂM_CẦU", help="xếp lại chi bộ cho điểm cầu này, dùng cùng --cells")
    parser.add_argument(
        "--cells", metavar="CHI_BỘ", action="extend", nargs="+", default=[], help="các chi bộ ngồi ở điểm cầu đó"
    )
    parser.add_argument("--place", metavar="NƠI", help="địa điểm của điểm cầu thêm vào")
    parser.add_argument("--capacity", metavar="SỐ", type=typed.number, help="số chỗ ngồi")
    parser.add_argument("--level", metavar="CẤP", type=typed.venue_level, default=VenueLevel.WARD, help="cấp điểm cầu")
    parser.add_argument("--under", metavar="ĐIỂM_CẦU", help="điểm cầu cấp trên")
    parser.add_argument("--in-charge", metavar="HỌ_TÊN", help="người phụ trách")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    if said.cells and not (said.add or said.seat):
        raise Refusal("Chưa rõ xếp các chi bộ vào điểm cầu nào; hãy ghi thêm --add hoặc --seat.")
    cell_ids = tuple(organizations.find_cell(call.store, text).id for text in said.cells)
    if said.add:
        add(call, held, cell_ids)
    elif said.seat:
        conferences.seat(call.store, held.id, conferences.find_venue(call.store, held.id, said.seat).id, cell_ids)
    return listed(call, held)


def add(call: Call, held: Conference, cell_ids: tuple[int, ...]) -> None:
    said = call.options
    above = conferences.find_venue(call.store, held.id, said.under).id if said.under else None
    venue = Venue(
        name=said.add,
        parent_id=above,
        level=said.level,
        place=said.place,
        capacity=said.capacity,
        person_in_charge=said.in_charge,
        cell_ids=cell_ids,
    )
    conferences.save_venue(call.store, held.id, venue)


def listed(call: Call, held: Conference) -> Answer:
    """Every venue with its cells and the people expected, and the cells that sit nowhere yet."""
    seating = conferences.seating(call.store, held.id)
    served = [
        Served(venue, {cell.name: expected for cell, expected, venue_ids in seating if venue.id in venue_ids})
        for venue in conferences.venues(call.store, held.id)
    ]
    homeless = [cell.name for cell, _, venue_ids in seating if not venue_ids]
    venues = [as_json(each) for each in served]
    data: Json = {"conference": held.name, "venues": venues, "cells_without_venue": homeless}
    return Answer(data=data, lines=as_lines(served, homeless))


def as_json(each: Served) -> Json:
    venue = each.venue
    return {
        "id": venue.id,
        "name": venue.name,
        "place": venue.place,
        "capacity": venue.capacity,
        "cells": list(each.cells),
        "expected": sum(each.cells.values()),
    }


def as_lines(served: list[Served], homeless: list[str]) -> Iterator[str]:
    rows = (
        (each.venue.id, each.venue.name, sum(each.cells.values()), each.venue.capacity, ", ".join(each.cells))
        for each in served
    )
    yield from table(("Số", "Điểm cầu", "Dự kiến", "Số chỗ", "Chi bộ"), rows)
    if homeless:
        yield f"Chi bộ chưa xếp điểm cầu: {', '.join(homeless)}"


COMMAND = Command(words=("venues",), summary="xem, thêm điểm cầu và xếp chi bộ", arguments=arguments, run=run)
