"""Workbooks sent out to be filled by a venue or a cell: what goes out, and who may be told it has come back.

Not the file itself, and not what its return changes: see `returns`.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db import return_sheets as kept
from db.attendance import Place
from db.keys import tidy
from db.records import Conference, HalfDay, Mark, RollRow
from db.return_sheets import ReturnSheet
from db.store import Store
from db.values import MarkStatus
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, conferences, organizations
from desktop_app.services.closing import check_open
from desktop_app.services.conferences import conference, first_day
from desktop_app.services.office import moment

__all__ = ["ReturnSheet"]
NOBODY = "Không có ai ở “{}” trong danh sách triệu tập nên không có phiếu để gửi; hãy chọn nơi khác."


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Whose people a workbook holds: a venue, a cell, or a cell at a venue. Neither = the whole conference."""

    venue_id: int | None = None
    cell_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRow:
    """What a row said when it went out: marks by half-day uid, and the reason and remark of the row."""

    statuses: Mapping[str, MarkStatus] = field(default_factory=dict)
    reason: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow:
    uid: str
    person: RollRow
    base: BaseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """All that is in a workbook. `half_days` and their uids stand in the same order."""

    sheet: ReturnSheet
    held: Conference
    conference_uid: str
    where: str
    half_days: tuple[HalfDay, ...]
    half_day_uids: tuple[str, ...]
    rows: tuple[OutRow, ...]


def make(store: Store, conference_id: int, target: Target) -> Outgoing:
    """The workbook of a place as it stands now, as the next version. Refuses a closed conference, a roll that is not
    frozen, and a place where nobody must attend."""
    check_open(store, conference_id)
    sheet = attendance.sheet(store, conference_id, target.venue_id, target.cell_id)
    where = place_words(store, conference_id, target)
    if not sheet.rows:
        raise Refusal(NOBODY.format(where))
    version = kept.newest_version(store, conference_id, target.venue_id, target.cell_id) + 1
    with store.gesture("sheet.send", f"Gửi phiếu điểm danh {where}, lần {version}"):
        sheet_id = kept.add(store, conference_id, target.venue_id, target.cell_id, version, moment(store))
    days = kept.uids(store, "half_day", (day.id for day in sheet.half_days))
    people = kept.uids(store, "member", (row.member_id for row in sheet.rows))
    return Outgoing(
        sheet=kept.by_id(store, sheet_id),
        held=conference(store, conference_id),
        conference_uid=kept.uids(store, "conference", [conference_id])[conference_id],
        where=where,
        half_days=sheet.half_days,
        half_day_uids=tuple(days[day.id] for day in sheet.half_days),
        rows=tuple(
            OutRow(uid=people[row.member_id], person=row, base=base_of(row.member_id, days, sheet.marks))
            for row in sheet.rows
        ),
    )


def base_of(member_id: int, days: Mapping[int, str], marks: Mapping[Place, Mark]) -> BaseRow:
    """A row's marks, its reasons and its remarks, each said once."""
    given = {uid: marks[day, member_id] for day, uid in days.items() if (day, member_id) in marks}
    return BaseRow(
        statuses={uid: mark.status for uid, mark in given.items()},
        reason="; ".join(dict.fromkeys(tidy(mark.reason) for mark in given.values() if mark.reason)),
        remark="; ".join(dict.fromkeys(tidy(mark.remark) for mark in given.values() if mark.remark)),
    )


def place_words(store: Store, conference_id: int, target: Target) -> str:
    """The name of the place a workbook is for."""
    names = [venue.name for venue in conferences.venues(store, conference_id) if venue.id == target.venue_id]
    if target.cell_id is not None:
        on = first_day(conference(store, conference_id))
        names.insert(0, cell_title(organizations.organization(store, target.cell_id, on).name))
    return ", ".join(names) or "Cả hội nghị"


def targets(store: Store, conference_id: int, by_venue: bool) -> list[Target]:
    """A workbook each for the venues, or the cells, where somebody must attend, in the order of the roll."""
    places = attendance.places(store, conference_id)
    if by_venue:
        return [Target(venue_id=venue) for venue in dict.fromkeys(venue for _, venue in places) if venue is not None]
    return [Target(cell_id=cell) for cell in dict.fromkeys(cell for cell, _ in places)]


def checksum(facts: Sequence[str], base: Mapping[str, BaseRow]) -> str:
    """What tells that the hidden part of a workbook is as it went out."""
    said = hashlib.sha256()
    for fact in facts:
        said.update(f"{fact}\n".encode())
    for uid in sorted(base):
        row = base[uid]
        marks = ",".join(f"{day}={status}" for day, status in sorted(row.statuses.items()))
        said.update(f"{uid}|{marks}|{row.reason}|{row.remark}\n".encode())
    return said.hexdigest()
