"""A workbook of marks that came back, recognised: ours, whole, of this place, and not overtaken by a newer one.

Its rows become rows to be compared (see `returns`). How the file is read is not asked here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db import return_sheets as kept
from db.keys import same_words
from db.return_sheets import ReturnSheet
from db.store import Store
from db.values import MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import rolls
from desktop_app.services.conferences import conference
from desktop_app.services.return_sheets import BaseRow, Target, checksum, place_words
from desktop_app.services.returns import BaseMarks, Difference, SaidRow, compare

DAMAGED = (
    "Phần ẩn của tệp “{}” đã bị sửa hoặc hỏng nên không đối chiếu được; hãy gửi phiếu mới, "
    "hoặc nhận tệp này như một danh sách điểm danh tự lập."
)
FOREIGN = "Tệp “{}” do một sổ khác gửi đi; hãy mở đúng sổ đã gửi phiếu ấy rồi nhận."
OVERTAKEN = (
    "Tệp “{}” là phiếu lần {} của {}, nhưng đã gửi phiếu lần {} sau đó; hãy dùng tệp mới, "
    "hoặc nhận tệp này như một danh sách điểm danh tự lập."
)
OTHER_CONFERENCE = "Tệp “{}” là phiếu của một hội nghị khác; hãy mở hội nghị ấy rồi nhận."
OTHER_PLACE = "Tệp “{}” là phiếu của {}, không phải của nơi đang chọn; hãy kiểm tra lại tệp."
OTHER_PERSON = "Họ tên và mã ẩn của dòng không phải của một người; có thể đã sắp xếp sót cột. Hãy xếp lại cả bảng."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedRow:
    """A row as the file says it; `uid` is the hidden id, empty for a row added by hand; `marks` by half-day uid."""

    number: int
    uid: str
    code: str
    name: str
    birth_date: str | None
    cell: str
    marks: Mapping[str, str]
    reason: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedFile:
    """All that was read of a workbook; `facts` are what its checksum is over, beside `base`."""

    file: str
    sheet: str
    uid: str
    conference_uid: str
    facts: tuple[str, ...]
    checksum: str
    base: Mapping[str, BaseRow] = field(default_factory=dict)
    rows: tuple[ReturnedRow, ...] = ()


def recognised(
    store: Store, found: ReturnedFile, conference_id: int | None = None, target: Target | None = None
) -> Difference:
    """The workbook compared with the book. Refuses what is damaged, of another store, conference (where one is asked
    for) or place, and what a newer workbook of the same place has overtaken."""
    if checksum(found.facts, found.base) != found.checksum:
        raise Refusal(DAMAGED.format(found.file))
    sent = kept.by_uid(store, found.uid)
    if sent is None:
        raise Refusal(FOREIGN.format(found.file))
    if conference_id is not None and sent.conference_id != conference_id:
        raise Refusal(OTHER_CONFERENCE.format(found.file))
    where = place_words(store, sent.conference_id, Target(venue_id=sent.venue_id, cell_id=sent.cell_id))
    if target is not None and (target.venue_id, target.cell_id) != (sent.venue_id, sent.cell_id):
        raise Refusal(OTHER_PLACE.format(found.file, where))
    newest = kept.newest_version(store, sent.conference_id, sent.venue_id, sent.cell_id)
    if newest > sent.version:
        raise Refusal(OVERTAKEN.format(found.file, sent.version, where, newest))
    return Difference(
        file=found.file,
        conference_id=sent.conference_id,
        venue_id=sent.venue_id,
        returned=sent,
        lines=compare(store, sent.conference_id, said_rows(store, sent, found)),
    )


def said_rows(store: Store, sent: ReturnSheet, found: ReturnedFile) -> list[SaidRow]:
    """The rows with the ids of this store in place of lasting ones."""
    people = rolls.roll(store, sent.conference_id)
    by_uid = {uid: member for member, uid in kept.uids(store, "member", (p.member_id for p in people)).items()}
    half_days = conference(store, sent.conference_id).half_days
    days = {uid: day for day, uid in kept.uids(store, "half_day", (each.id for each in half_days)).items()}
    names = {person.member_id: person.full_name for person in people}
    return [_said(row, found, by_uid, days, names) for row in found.rows]


def _said(
    row: ReturnedRow,
    found: ReturnedFile,
    by_uid: Mapping[str, int],
    days: Mapping[str, int],
    names: Mapping[int, str],
) -> SaidRow:
    base = found.base.get(row.uid)
    member_id = by_uid.get(row.uid)
    name = names.get(member_id or 0, "")
    torn = bool(row.name and name) and same_words(row.name) != same_words(name)
    return SaidRow(
        sheet=found.sheet,
        number=row.number,
        name=row.name or name,
        birth_date=row.birth_date,
        cell=row.cell or None,
        code=row.code or None,
        member_id=member_id,
        marks={days[uid]: text for uid, text in row.marks.items() if uid in days},
        reason=row.reason,
        remark=row.remark,
        base=_base(base, days) if base else BaseMarks(),
        problem=OTHER_PERSON if torn else "",
    )


def _base(row: BaseRow, days: Mapping[str, int]) -> BaseMarks:
    statuses: dict[int, MarkStatus] = {days[uid]: status for uid, status in row.statuses.items() if uid in days}
    return BaseMarks(statuses=statuses, reason=row.reason, remark=row.remark)
