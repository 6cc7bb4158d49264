"""The venues of a conference: listed as a tree, added, put right, removed, copied, given the cells that sit there."""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any, NamedTuple

from db.records import Conference, Venue
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, copies, organizations, seating
from desktop_app.services.seating import in_tree_order


class Served(NamedTuple):
    """A venue at its depth in the tree, and its cells with the people expected of each."""

    venue: Venue
    depth: int
    cells: dict[str, int]


FACTS = ("place", "capacity", "level", "in_charge", "phone", "follower", "equipment", "line", "note")
COLUMNS = {"in_charge": "person_in_charge", "line": "line_note"}
"""What may be said of a venue, and the columns that are called otherwise."""


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="TÊN", help="thêm điểm cầu")
    what.add_argument("--edit", metavar="ĐIỂM_CẦU", help="sửa điểm cầu này bằng những gì ghi thêm")
    what.add_argument("--remove", metavar="ĐIỂM_CẦU", nargs="+", help="xóa những điểm cầu này")
    what.add_argument("--seat", metavar="ĐIỂM_CẦU", help="xếp lại chi bộ cho điểm cầu này, dùng cùng --cells")
    what.add_argument("--copy-from", metavar="HỘI_NGHỊ", help="chép điểm cầu của hội nghị này sang")
    add = parser.add_argument
    add("--cells", metavar="CHI_BỘ", action="extend", nargs="+", default=[], help="các chi bộ ngồi ở điểm cầu đó")
    add("--name", metavar="TÊN", help="cùng --edit: tên mới")
    add("--under", metavar="ĐIỂM_CẦU", help="điểm cầu cấp trên")
    add("--level", metavar="CẤP", type=typed.venue_level, help="cấp điểm cầu; mặc định là cấp xã")
    add("--place", metavar="NƠI", help="địa điểm")
    add("--capacity", metavar="SỐ", type=typed.number, help="số chỗ ngồi")
    add("--in-charge", metavar="HỌ_TÊN", help="người phụ trách")
    add("--phone", metavar="SỐ", help="điện thoại người phụ trách")
    add("--follower", metavar="HỌ_TÊN", help="cấp ủy viên được phân công theo dõi")
    add("--equipment", metavar="THIẾT_BỊ", help="thiết bị của điểm cầu")
    add("--line", metavar="ĐƯỜNG_TRUYỀN", help="đường truyền của điểm cầu")
    add("--note", metavar="GHI_CHÚ", help="ghi chú")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    if said.cells and not (said.add or said.seat or said.edit):
        raise Refusal("Chưa rõ xếp các chi bộ vào điểm cầu nào; hãy ghi thêm --add hoặc --seat.")
    if (said.name or said.under or facts_of(call)) and not (said.add or said.edit):
        raise Refusal("Chưa rõ những điều ấy là của điểm cầu nào; hãy ghi thêm --add hoặc --edit.")
    cell_ids = tuple(organizations.find_cell(call.store, text).id for text in said.cells)
    if said.add:
        conferences.save_venue(call.store, held.id, changed(call, held, Venue(name=said.add, cell_ids=cell_ids)))
    elif said.edit:
        found = conferences.find_venue(call.store, held.id, said.edit)
        seated = replace(found, name=said.name or found.name, cell_ids=cell_ids or found.cell_ids)
        conferences.save_venue(call.store, held.id, changed(call, held, seated))
    elif said.remove:
        gone = [conferences.find_venue(call.store, held.id, text).id for text in said.remove]
        conferences.remove_venues(call.store, held.id, gone)
    elif said.seat:
        conferences.seat(call.store, held.id, conferences.find_venue(call.store, held.id, said.seat).id, cell_ids)
    elif said.copy_from:
        copies.copy_venues(call.store, conferences.find_conference(call.store, said.copy_from).id, held.id)
    return listed(call, held)


def facts_of(call: Call) -> dict[str, Any]:
    """What was said of a venue, by its columns."""
    said = {name: getattr(call.options, name) for name in FACTS}
    return {COLUMNS.get(name, name): value for name, value in said.items() if value is not None}


def changed(call: Call, held: Conference, venue: Venue) -> Venue:
    """The venue with all that was said of it."""
    under = call.options.under
    above = conferences.find_venue(call.store, held.id, under).id if under else venue.parent_id
    return replace(venue, parent_id=above, **facts_of(call))


def listed(call: Call, held: Conference) -> Answer:
    """Every venue with its cells and the people expected, and the cells that sit nowhere yet."""
    seats, people = conferences.seating(call.store, held.id), seating.coming(call.store, held.id).people
    served = [
        Served(venue, depth, {cell.name: people[cell.id, venue.id] for cell, _, at in seats if venue.id in at})
        for venue, depth in in_tree_order(conferences.venues(call.store, held.id))
    ]
    homeless = [cell.name for cell, _, at in seats if not at]
    venues = [as_json(each) for each in served]
    data: Json = {"conference": held.name, "venues": venues, "cells_without_venue": homeless}
    return Answer(data=data, lines=as_lines(served, homeless))


def as_json(each: Served) -> Json:
    venue = each.venue
    known = {name: value for name, value in asdict(venue).items() if name not in ("conference_id", "cell_ids")}
    return known | {"cells": list(each.cells), "expected": sum(each.cells.values())}


def as_lines(served: list[Served], homeless: list[str]) -> Iterator[str]:
    rows = (
        (
            each.venue.id,
            "  " * each.depth + each.venue.name,
            sum(each.cells.values()),
            each.venue.capacity,
            ", ".join(each.cells),
        )
        for each in served
    )
    yield from table(("Số", "Điểm cầu", "Dự kiến", "Số chỗ", "Chi bộ"), rows)
    if homeless:
        yield f"Chi bộ chưa xếp điểm cầu: {', '.join(homeless)}"


COMMAND = Command(
    words=("venues",), summary="xem, thêm, sửa, chép điểm cầu và xếp chi bộ", arguments=arguments, run=run
)
