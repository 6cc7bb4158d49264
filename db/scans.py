"""The SQL about scans: every reading of a person's code, kept whatever came of it."""

from dataclasses import dataclass, fields
from typing import Any

from db.day_records import Scan
from db.store import Store
from db.values import ScanOutcome

KEPT = tuple(f.name for f in fields(Scan) if f.name != "id")
COLUMNS = ", ".join(f"s.{f.name}" for f in fields(Scan))
IN_PLACE = """s.conference_id = :conference and (:half_day is null or s.half_day_id = :half_day)
    and (:venue is null or s.venue_id = :venue)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedScan:
    """A scan with whose code it was; both empty where the code is nobody's."""

    scan: Scan
    full_name: str
    cell: str

    @property
    def id(self) -> int:
        return self.scan.id


def add(store: Store, scan: Scan) -> int:
    """Keep a scan; its id."""
    return store.add("scan", **{name: getattr(scan, name) for name in KEPT})


def same_reading(store: Store, conference_id: int, device: str, code: str, event_at: str) -> Scan | None:
    """The very same reading when it came in before."""
    row = store.one(
        f"""select {COLUMNS} from scan s where conference_id = :conference and device = :device and code = :code
            and event_at = :event_at""",
        {"conference": conference_id, "device": device, "code": code, "event_at": event_at},
    )
    return None if row is None else as_scan(row)


def near(store: Store, scan: Scan, since: str, until: str) -> bool:
    """Whether the same person was scanned for the same half-day at the same venue between two moments, and found."""
    sql = """select exists (select 1 from scan where member_id = :member and half_day_id = :half_day
               and venue_id is :venue and event_at between :since and :until
               and outcome in ('marked', 'already_marked', 'elsewhere', 'two_places', 'repeated'))"""
    given = {"member": scan.member_id, "half_day": scan.half_day_id, "venue": scan.venue_id}
    return bool(store.value(sql, {**given, "since": since, "until": until}))


def present_elsewhere(store: Store, member_id: int, half_day_id: int) -> str | None:
    """The conference at which a person is present in the same half-day of the same day, or None."""
    sql = """select c.name from half_day here
             join half_day there on there.held_on = here.held_on and there.part = here.part and there.id <> here.id
             join mark m on m.half_day_id = there.id and m.member_id = :member and m.status = 'present'
             join conference c on c.id = there.conference_id
             where here.id = :half_day limit 1"""
    found = store.value(sql, {"member": member_id, "half_day": half_day_id})
    return None if found is None else str(found)


def scans(
    store: Store,
    conference_id: int,
    half_day_id: int | None = None,
    venue_id: int | None = None,
    outcome: ScanOutcome | None = None,
    limit: int = -1,
) -> list[NamedScan]:
    """The scans of a conference, or of one half-day, venue or outcome of it, the last first."""
    rows = store.all(
        f"""select {COLUMNS}, coalesce(m.full_name, '') as full_name, coalesce(v.name, '') as cell
            from scan s left join member m on m.id = s.member_id
            left join roll_row r on r.conference_id = s.conference_id and r.member_id = s.member_id
            left join organization_version v on v.organization_id = r.cell_id
              and v.valid_from <= substr(s.event_at, 1, 10) and v.valid_to > substr(s.event_at, 1, 10)
            where {IN_PLACE} and (:outcome is null or s.outcome = :outcome) order by s.id desc limit :limit""",
        {**place(conference_id, half_day_id, venue_id), "outcome": outcome, "limit": limit},
    )
    return [NamedScan(full_name=row.pop("full_name"), cell=row.pop("cell"), scan=as_scan(row)) for row in rows]


def tally(
    store: Store, conference_id: int, half_day_id: int | None = None, venue_id: int | None = None
) -> dict[ScanOutcome, int]:
    """How many scans came out how; outcomes that did not occur are left out."""
    sql = f"select s.outcome, count(*) as times from scan s where {IN_PLACE} group by s.outcome"
    rows = store.all(sql, place(conference_id, half_day_id, venue_id))
    return {ScanOutcome(row["outcome"]): row["times"] for row in rows}


def place(conference_id: int, half_day_id: int | None, venue_id: int | None) -> dict[str, int | None]:
    return {"conference": conference_id, "half_day": half_day_id, "venue": venue_id}


def as_scan(row: dict[str, Any]) -> Scan:
    return Scan(**{**row, "outcome": ScanOutcome(row["outcome"]), "settled": bool(row["settled"])})
